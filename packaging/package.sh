#!/usr/bin/env bash
# Makes what people install. Usage: packaging/package.sh TARGET...
#   deb       writeback-readiness and wbready for Debian and Ubuntu
#   rpm       the same for Fedora, RHEL and SUSE
#   tar       both programs for any Linux of this age, with manual pages and completions
#   windows   portable zip, MSI and set-up program, of what mingw builds here or of what lies in PROGRAMS=FOLDER
#   sbom      what the programs are made of: CycloneDX, and the notices of third parties
#   sums      SHA-256 of all that is there
# Everything goes to target/packages. The version is that of Cargo.toml, times are those of the commit, so that the same
# commit gives the same packages. BUILT=1 takes the programs that lie in target/release as they are. CERT=signer.pem KEY=signer.key sign what Windows runs; without them it stays unsigned.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
out=$PWD/target/packages
export SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || date +%s)
day=$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)
summary="Finds out whether Microsoft Entra password writeback works, and proves it"
homepage=$(sed -n 's/^repository = "\(.*\)"/\1/p' Cargo.toml)
mkdir -p "$out"

need() {
  local missing=() tool
  for tool in "$@"; do dpkg-query -W -f='${Status}' "$tool" 2>/dev/null | grep -q 'ok installed' || missing+=("$tool"); done
  [ ${#missing[@]} -eq 0 ] && return
  echo "package: installing ${missing[*]}"
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  "${root[@]}" apt-get update -qq
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qqy --no-install-recommends "${missing[@]}" >/dev/null
}

# Without the time of the packages: where that changes, crates with C code are built anew, and all that stands on them.
build() { [ -n "${BUILT:-}" ] || env -u SOURCE_DATE_EPOCH cargo build --quiet --locked --release --workspace --bins; }

# The files of one package, as they lie on a Linux machine: stage_wbready and stage_window.
stage_wbready() {
  local to=$1 wbready=$PWD/target/release/wbready
  install -Ds -m755 "$wbready" "$to/usr/bin/wbready"
  "$wbready" manual --to "$to/usr/share/man/man1"
  gzip -9n "$to"/usr/share/man/man1/*.1
  mkdir -p "$to"/usr/share/{bash-completion/completions,zsh/vendor-completions,fish/vendor_completions.d}
  "$wbready" completions bash >"$to/usr/share/bash-completion/completions/wbready"
  "$wbready" completions zsh >"$to/usr/share/zsh/vendor-completions/_wbready"
  "$wbready" completions fish >"$to/usr/share/fish/vendor_completions.d/wbready.fish"
  documents "$to/usr/share/doc/wbready"
}

stage_window() {
  local to=$1 id=io.github.writeback_readiness.WritebackReadiness
  install -Ds -m755 target/release/writeback-readiness "$to/usr/bin/writeback-readiness"
  install -Dm644 packaging/linux/writeback-readiness.desktop -t "$to/usr/share/applications"
  install -Dm644 packaging/linux/writeback-readiness.mime.xml "$to/usr/share/mime/packages/writeback-readiness.xml"
  mkdir -p "$to/usr/share/metainfo"
  sed "s/@VERSION@/$version/; s/@DATE@/$day/" packaging/linux/writeback-readiness.metainfo.xml \
    >"$to/usr/share/metainfo/$id.metainfo.xml"
  install -Dm644 assets/icon/icon-256.png "$to/usr/share/icons/hicolor/256x256/apps/writeback-readiness.png"
  install -Dm644 assets/icon/icon.svg "$to/usr/share/icons/hicolor/scalable/apps/writeback-readiness.svg"
  documents "$to/usr/share/doc/writeback-readiness"
}

documents() {
  install -Dm644 README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE -t "$1"
  install -Dm644 assets/fonts/OFL.txt assets/fonts/Hack-LICENSE.md assets/fonts/Phosphor-LICENSE -t "$1/fonts"
  [ ! -e "$out/NOTICES.html" ] || install -Dm644 "$out/NOTICES.html" -t "$1"
}

# ----- Debian -----

# deb NAME STAGE DEPENDS RECOMMENDS DESCRIPTION
deb() {
  local name=$1 stage=$2 depends=$3 recommends=$4 description=$5 shared
  local work=$stage.debian
  mkdir -p "$work/debian" "$stage/DEBIAN"
  printf 'Source: %s\n\nPackage: %s\nArchitecture: any\n' "$name" "$name" >"$work/debian/control"
  shared=$(cd "$work" && dpkg-shlibdeps --ignore-missing-info -O "$stage"/usr/bin/* 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
  {
    echo "Package: $name"
    echo "Version: $version"
    echo "Architecture: $(dpkg --print-architecture)"
    echo "Maintainer: The Writeback Readiness authors <noreply@example.invalid>"
    echo "Installed-Size: $(du -sk "$stage/usr" | cut -f1)"
    echo "Depends: $shared${depends:+, $depends}"
    [ -z "$recommends" ] || echo "Recommends: $recommends"
    echo "Section: admin"
    echo "Priority: optional"
    echo "Homepage: $homepage"
    printf 'Description: %s\n %s\n' "$summary" "$description"
  } >"$stage/DEBIAN/control"
  (cd "$stage" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
  find "$stage" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  dpkg-deb --root-owner-group -Zxz --build "$stage" "$out/${name}_${version}_$(dpkg --print-architecture).deb"
  rm -rf "$stage" "$work"
}

make_deb() {
  need dpkg-dev
  build
  local at
  at=$(mktemp -d)
  stage_wbready "$at/wbready"
  deb wbready "$at/wbready" "" "" \
    "The command line: run, answer, sign off, report, sign, verify, compare, scan. It needs no display."
  stage_window "$at/window"
  # The window loads these when it starts, so that no tool can see that it needs them.
  deb writeback-readiness "$at/window" \
    "libgl1, libx11-6, libx11-xcb1, libxcursor1, libxi6, libxkbcommon0, libxkbcommon-x11-0" \
    "libgl1-mesa-dri, wbready (= $version), xdg-desktop-portal" \
    "The window: the checklist, its checks and answers, sign-off and the signed report, in English and Chinese."
  rm -rf "$at"
}

# ----- RPM -----

# rpm_of NAME STAGE REQUIRES DESCRIPTION
rpm_of() {
  local name=$1 stage=$2 requires=$3 description=$4
  local work=$stage.rpm
  mkdir -p "$work"
  find "$stage" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  {
    printf 'Name: %s\nVersion: %s\nRelease: 1\nSummary: %s\nLicense: MIT OR Apache-2.0\nURL: %s\n' \
      "$name" "$version" "$summary" "$homepage"
    for library in $requires; do echo "Requires: $library"; done
    printf '%%description\n%s\n%%install\ncp -a %s/. %%{buildroot}/\n%%files\n' "$description" "$stage"
    # Folders of its own go with it.
    (cd "$stage" && find usr/share/doc -mindepth 1 -type d -printf '%%%%dir "/%p"\n' && find . -type f -printf '"/%P"\n') | sort
  } >"$work/$name.spec"
  rpmbuild -bb --quiet --target "$(uname -m)" --define "_topdir $work" --define "_rpmdir $out" \
    --define "_build_name_fmt %%{NAME}-%%{VERSION}-1.%%{ARCH}.rpm" --define "_buildhost reproducible" \
    --define "use_source_date_epoch_as_buildtime 1" --define "clamp_mtime_to_source_date_epoch 1" \
    --define "debug_package %{nil}" --define "__os_install_post %{nil}" "$work/$name.spec"
  rm -rf "$stage" "$work"
}

make_rpm() {
  need rpm
  build
  local at
  at=$(mktemp -d)
  stage_wbready "$at/wbready"
  rpm_of wbready "$at/wbready" "" \
    "The command line: run, answer, sign off, report, sign, verify, compare, scan. It needs no display."
  stage_window "$at/window"
  rpm_of writeback-readiness "$at/window" "libGL.so.1()(64bit) libX11.so.6()(64bit) libxkbcommon-x11.so.0()(64bit)" \
    "The window: the checklist, its checks and answers, sign-off and the signed report, in English and Chinese."
  rm -rf "$at"
}

# ----- Any Linux -----

make_tar() {
  build
  local at name=writeback-readiness-$version-linux-$(uname -m)
  at=$(mktemp -d)
  stage_wbready "$at/$name"
  stage_window "$at/$name"
  tar -C "$at" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -c "$name" |
    gzip -9n >"$out/$name.tar.gz"
  rm -rf "$at"
}

# ----- Windows -----

# Signs a file in place when there is a certificate.
sign() {
  [ -n "${CERT:-}" ] || return 0
  osslsigncode sign -certs "$CERT" -key "$KEY" -h sha256 -n "Writeback Readiness" -i "$homepage" \
    ${TSA:+-ts "$TSA"} -in "$1" -out "$1.signed" >/dev/null
  mv "$1.signed" "$1"
}

make_windows() {
  need nsis wixl msitools zip osslsigncode
  local at from=${PROGRAMS:-target/windows/x86_64-pc-windows-gnu/release} name=writeback-readiness-$version-windows-x64
  [ -n "${PROGRAMS:-}" ] || env -u SOURCE_DATE_EPOCH RELEASE=1 bash packaging/windows.sh build
  at=$(mktemp -d)
  mkdir -p "$at/$name"
  cp "$from/writeback-readiness.exe" "$from/wbready.exe" "$at/$name/"
  [ -n "${PROGRAMS:-}" ] || x86_64-w64-mingw32-strip "$at/$name"/*.exe
  for program in "$at/$name"/*.exe; do sign "$program"; done
  documents "$at/$name/licences"
  mv "$at/$name/licences/README.md" "$at/$name/README.md"
  find "$at/$name" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +
  rm -f "$out/$name-portable.zip"
  (cd "$at" && find "$name" -type f | sort | TZ=UTC zip -q -X -9 -@ "$out/$name-portable.zip")

  makensis -V2 -NOCD -DVERSION="$version" -DFROM="$at/$name" -DOUT="$out/$name-setup.exe" -DICON="$PWD/assets/icon/icon.ico" packaging/windows/setup.nsi
  sign "$out/$name-setup.exe"

  # An installer of Windows knows three numbers, and replaces only older ones.
  cp assets/icon/icon.ico "$at/$name/program.ico"
  # wixl takes paths below the folder it stands in, and no others.
  local wxs=$PWD/packaging/windows/program.wxs
  (cd "$at/$name" && wixl -a x64 -D Version="$version" -D From=. -D Icon=program.ico -o "$out/$name.msi" "$wxs")
  sign "$out/$name.msi"
  rm -rf "$at"
}

# ----- What it is made of -----

tool() { # CRATE VERSION [OPTION...]: installs a tool of cargo below target/tools
  local at=$PWD/target/tools
  [ -x "$at/bin/$1" ] || cargo install --quiet --locked --root "$at" "$1@$2" "${@:3}"
  PATH=$at/bin:$PATH
}

make_sbom() {
  tool cargo-cyclonedx 0.5.9
  tool cargo-about 0.9.3 --features cli
  (cd app && cargo cyclonedx --format json --spec-version 1.5 --override-filename sbom)
  mv app/sbom.json "$out/writeback-readiness-$version.cdx.json"
  find . -name sbom.json -not -path './target/*' -delete
  cargo about generate --workspace --fail packaging/notices.hbs --output-file "$out/NOTICES.html"
}

make_sums() { (cd "$out" && find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%P\n' | sort | xargs sha256sum >SHA256SUMS); }

[ $# -gt 0 ] || { sed -n '2,11p' "$0"; exit 2; }
for target in "$@"; do
  case $target in
    deb | rpm | tar | windows | sbom | sums) "make_$target" ;;
    *) sed -n '2,11p' "$0"; exit 2 ;;
  esac
done
ls -l "$out"
