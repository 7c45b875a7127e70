#!/usr/bin/env bash
# Makes "Writeback Readiness.app" and a zip of it in target/packages. For a Mac; nothing here could try it.
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
cargo build --locked --release --workspace --bins
app="target/packages/Writeback Readiness.app"
rm -rf "$app"
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources"
sed "s/@VERSION@/$version/" packaging/macos/Info.plist >"$app/Contents/Info.plist"
cp target/release/writeback-readiness target/release/wbready "$app/Contents/MacOS/"
icons=$(mktemp -d)/icon.iconset
mkdir -p "$icons"
for size in 16 32 128 256; do sips -z $size $size assets/icon/icon-256.png --out "$icons/icon_${size}x${size}.png" >/dev/null; done
iconutil -c icns "$icons" -o "$app/Contents/Resources/icon.icns"
codesign --force --deep --sign "${CODESIGN_IDENTITY:--}" "$app"
ditto -c -k --keepParent "$app" "target/packages/writeback-readiness-$version-macos-$(uname -m).zip"
