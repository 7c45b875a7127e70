#!/usr/bin/env bash
# Builds, checks and runs the Windows program on a Debian machine, from Debian's packages alone.
#
# Usage: packaging/windows.sh setup     the toolchain, once (about two minutes); the other commands do it as well
#        packaging/windows.sh check     type-checks the workspace for Windows
#        packaging/windows.sh clippy    the same with all lints
#        packaging/windows.sh build     target/windows/x86_64-pc-windows-gnu/debug/*.exe with all lints, and the unit tests
#                                       (release with RELEASE=1: the programs alone)
#        packaging/windows.sh test      runs wbready.exe, its stories, the window and the unit tests under Wine
#        packaging/windows.sh window    of these only the window: a short journey, its pictures in target/windows
#        packaging/windows.sh ci        the same as test; where Debian's packages cannot be had, says so and skips it
#
# Debian's own compiler is used for Windows, because its standard library can be built here from Debian's source; it is
# unpacked below the cache folder and touches neither /usr/bin nor rustup. Official Windows packages are to be built on
# Windows with Microsoft's linker; what this script builds is what can be tested here.
set -euo pipefail
cd "$(dirname "$0")/.."

target=x86_64-pc-windows-gnu
cache=${XDG_CACHE_HOME:-$HOME/.cache}/writeback-readiness
needed=(gcc-mingw-w64-x86-64-win32 wine64 wine xvfb xauth xdotool imagemagick openssl)

# Whether the compiler can be had here at all.
available() {
  local version
  command -v apt-cache >/dev/null || return 1
  [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null || return 1
  version=$(apt-cache policy rustc-web | awk '/Candidate:/ { print $2 }')
  dpkg --compare-versions "${version:-0}" ge 1.96
}

install_packages() {
  local missing=()
  for package in "${needed[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  echo "windows: installing ${missing[*]}"
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  "${root[@]}" apt-get update -q
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -qy --no-install-recommends "${missing[@]}"
}

# The compiler that Debian keeps current for its browsers, and its standard library for Windows.
install_compiler() {
  local version short
  version=$(apt-cache policy rustc-web | awk '/Candidate:/ { print $2 }')
  dpkg --compare-versions "${version:-0}" ge 1.96 || {
    echo "windows: rustc-web is ${version:-not there}; 1.96 or newer is needed (apt-get update?)" >&2
    exit 1
  }
  short=${version%%.0*}
  prefix=$cache/windows-$version
  [ -e "$prefix/done" ] && return
  echo "windows: preparing rustc $short for $target in $prefix"
  rm -rf "$prefix"
  mkdir -p "$prefix"/{debs,root,bin,std/src}
  local llvm
  llvm=$(apt-cache depends "libstd-rust-web-$short" rustc-web | awk '/libllvm/ { print $2; exit }')
  (
    cd "$prefix/debs"
    apt-get download -q rustc-web rust-web-src libstd-rust-web-dev "libstd-rust-web-$short" rust-web-clippy "$llvm"
    for package in *.deb; do dpkg -x "$package" "$prefix/root"; done
  )
  rm -rf "$prefix/debs"
  for tool in rustc rustdoc clippy-driver; do
    printf '#!/bin/sh\nexport LD_LIBRARY_PATH=%s\nexec %s "$@"\n' \
      "$prefix/root/usr/lib/x86_64-linux-gnu" "$prefix/root/usr/bin/$tool" >"$prefix/bin/$tool"
    chmod +x "$prefix/bin/$tool"
  done
  # The standard library is built once and kept where the compiler looks for it, so that nothing later needs a switch
  # that is not stable.
  : >"$prefix/std/src/lib.rs"
  printf '[package]\nname = "std-for-windows"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n[profile.release]\ndebug = false\n' \
    >"$prefix/std/Cargo.toml"
  (
    cd "$prefix/std"
    env -u CARGO_TARGET_DIR RUSTC_BOOTSTRAP=1 RUSTC="$prefix/bin/rustc" cargo build --quiet --release \
      --target "$target" -Z build-std=std,panic_unwind,panic_abort,proc_macro,test
  )
  local lib=$prefix/root/usr/lib/rustlib/$target/lib
  mkdir -p "$lib"
  cp "$prefix/std/target/$target"/release/deps/*.rlib "$lib/"
  rm -rf "$lib"/libstd_for_windows*.rlib "$prefix/std"
  touch "$prefix/done"
}

# Wine 8 lacks one system library that programs of Rust ask for random numbers. The replacement is for the tests alone
# and goes into Wine's own folder.
install_wine() {
  export WINEPREFIX=$prefix/wine WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='
  [ -e "$WINEPREFIX/done" ] && return
  echo "windows: preparing Wine in $WINEPREFIX"
  xvfb-run -a "$wine" wineboot -i >/dev/null 2>&1
  /usr/lib/wine/wineserver64 -w || true
  cat >"$prefix/bcryptprimitives.c" <<'END'
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE into, SIZE_T length) {
  while (length) {
    ULONG part = length > 0x40000000 ? 0x40000000 : (ULONG)length;
    if (!SystemFunction036(into, part)) return FALSE;
    into += part;
    length -= part;
  }
  return TRUE;
}
END
  x86_64-w64-mingw32-gcc -O2 -shared -s -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" \
    "$prefix/bcryptprimitives.c" -ladvapi32
  touch "$WINEPREFIX/done"
}

wine=/usr/lib/wine/wine64
# Without compiler, Wine or crates nothing of Windows can be said, and that is said. Whatever fails after that fails.
if [ "${1:-}" = ci ] && ! { available && bash packaging/windows.sh setup && cargo fetch --locked --target "$target"; }; then
  echo "skipped: the Windows build (what it needs cannot be had here; see above)"
  exit 0
fi
install_packages
install_compiler
export RUSTC=$prefix/bin/rustc RUSTDOC=$prefix/bin/rustdoc SYSROOT=$prefix/root/usr
export CARGO_BUILD_TARGET=$target CARGO_TARGET_DIR=$PWD/target/windows CARGO_INCREMENTAL=0
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER=$wine
quick=(--config packaging/windows/quick.toml)

programs=$CARGO_TARGET_DIR/$target/debug

fail() { echo "windows: $*" >&2; exit 1; }

# The compiler that lints also compiles. A lint is an error.
linted() { RUSTC_WORKSPACE_WRAPPER=$prefix/bin/clippy-driver CLIPPY_ARGS=-Dwarnings "$@"; }

build() {
  linted cargo build --locked --workspace --bins "${quick[@]}"
  linted cargo test --locked --workspace --lib --no-run "${quick[@]}"
}

# The main job on the command line, with paths as Windows writes them.
command_line() {
  local work code=0 program=$programs/wbready.exe
  work=$(mktemp -d)
  "$wine" "$program" --version | tr -d '\r' | grep -q '^wbready ' || fail "wbready.exe does not say its version"
  "$wine" "$program" run --scenario half-configured --save "Z:$work\\case.readiness" --pdf "Z:$work\\case.pdf" \
    >/dev/null || code=$?
  [ "$code" -eq 1 ] || fail "the case that is not ready exits with $code"
  [ "$(head -c 5 "$work/case.pdf")" = "%PDF-" ] || fail "no PDF"
  # The report of Windows is accounted for byte by byte by the same rules.
  code=0
  "$wine" "$program" verify "Z:$work\\case.pdf" >"$work/verified" || code=$?
  [ "$code" -eq 3 ] || fail "verify exits with $code for an intact report without signatures: $(cat "$work/verified")"
  code=0
  "$wine" "$program" report "Z:$work\\missing.readiness" >/dev/null 2>"$work/error" || code=$?
  [ "$code" -eq 2 ] && grep -q 'missing.readiness' "$work/error" || fail "a missing file exits with $code"
  rm -rf "$work"
}

# The certificate store: one that a few lines put there is offered. Wine 8 hands out its key through CryptoAPI even where
# CNG is asked for, so that it cannot sign; a test of the library signs with a key that CNG makes.
certificates() {
  local work name="Store Test $RANDOM" program=$programs/wbready.exe
  local held='HKCU\Software\Microsoft\SystemCertificates\My'
  work=$(mktemp -d)
  openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/key" -out "$work/certificate" -days 30 -subj "/CN=$name" \
    2>/dev/null
  # The old encryption, which every Windows reads.
  openssl pkcs12 -export -inkey "$work/key" -in "$work/certificate" -out "$work/test.p12" -passout pass:test \
    -certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1
  cat >"$work/import.c" <<'END'
#include <stdio.h>
#include <windows.h>
#include <wincrypt.h>
int main(int count, char **names) {
  static BYTE bytes[65536];
  FILE *file = count > 1 ? fopen(names[1], "rb") : NULL;
  HCERTSTORE own = CertOpenStore(CERT_STORE_PROV_SYSTEM_W, 0, 0, CERT_SYSTEM_STORE_CURRENT_USER, L"My");
  if (!file) return 1;
  CRYPT_DATA_BLOB blob = {(DWORD)fread(bytes, 1, sizeof bytes, file), bytes};
  HCERTSTORE read = PFXImportCertStore(&blob, L"test", CRYPT_USER_KEYSET);
  PCCERT_CONTEXT one = read ? CertEnumCertificatesInStore(read, NULL) : NULL;
  if (!one || !CertAddCertificateContextToStore(own, one, CERT_STORE_ADD_REPLACE_EXISTING, NULL)) return 1;
  /* Only now it is kept. */
  return !CertCloseStore(own, 0);
}
END
  x86_64-w64-mingw32-gcc -O1 -s -o "$work/import.exe" "$work/import.c" -lcrypt32
  "$wine" reg delete "$held" /f >/dev/null 2>&1 || true
  [ -z "$("$wine" "$program" sign --list-certificates 2>/dev/null)" ] || fail "an empty store lists something"
  "$wine" "$work/import.exe" "Z:$work\\test.p12" || fail "Wine takes no certificate"
  "$wine" "$program" sign --list-certificates | grep -q "$name" || fail "the certificate of the store is not listed"
  "$wine" reg delete "$held" /f >/dev/null 2>&1
  rm -rf "$work"
}

# The stories of the command line, which are built and told on this system, with the program of Windows.
stories() {
  printf '#!/bin/sh\nexec %s %s/wbready.exe "$@"\n' "$wine" "$programs" >"$CARGO_TARGET_DIR/wbready"
  chmod +x "$CARGO_TARGET_DIR/wbready"
  # As packaging/test.sh builds them.
  env -u RUSTC -u RUSTDOC -u SYSROOT -u CARGO_BUILD_TARGET -u CARGO_TARGET_DIR \
    RUSTC_WORKSPACE_WRAPPER=clippy-driver CLIPPY_ARGS=-Dwarnings READINESS_PROGRAM_OF_WINDOWS="$CARGO_TARGET_DIR/wbready" \
    cargo test --locked --workspace --features readiness-tests/snapshots --test cli
}

# Opens the window, runs the sample by its key, turns to the report, and closes it by its key.
window() {
  local number=$((200 + RANDOM % 400)) program code=0
  Xvfb ":$number" -screen 0 1280x800x24 +extension GLX -nolisten tcp >/dev/null 2>&1 &
  display_server=$!
  trap 'kill "$display_server" 2>/dev/null || true' EXIT
  sleep 1
  export DISPLAY=":$number" LC_ALL=C.UTF-8
  # Wine's DirectX 12 ends the program; on Windows it is tried first.
  "$wine" "$programs/writeback-readiness.exe" --renderer glow 2>"$CARGO_TARGET_DIR/window.log" &
  program=$!
  local id=""
  for _ in $(seq 120); do
    id=$(xdotool search --onlyvisible --name '^Writeback Readiness$' 2>/dev/null | head -1) && [ -n "$id" ] && break
    kill -0 "$program" 2>/dev/null || fail "the window ended: $(cat "$CARGO_TARGET_DIR/window.log")"
    sleep 0.5
  done
  [ -n "$id" ] || fail "no window within a minute"
  sleep 4
  import -window root "$CARGO_TARGET_DIR/window-start.png"
  xdotool windowfocus "$id" key ctrl+t
  sleep 6
  import -window root "$CARGO_TARGET_DIR/window-sample.png"
  xdotool key alt+5
  sleep 3
  import -window root "$CARGO_TARGET_DIR/window-report.png"
  local page different
  for page in start sample report; do
    different=$(convert "$CARGO_TARGET_DIR/window-$page.png" -format %k info:)
    [ "$different" -gt 50 ] || fail "the picture of $page holds $different colours"
  done
  cmp -s "$CARGO_TARGET_DIR/window-sample.png" "$CARGO_TARGET_DIR/window-report.png" && fail "a key did nothing"
  xdotool key ctrl+q
  for _ in $(seq 40); do kill -0 "$program" 2>/dev/null || break; sleep 0.5; done
  kill -0 "$program" 2>/dev/null && fail "the window does not close by its key"
  wait "$program" || code=$?
  [ "$code" -eq 0 ] || fail "the window ended with $code"
}

# What every commit must pass: it builds without a lint, does its main job, opens, and passes its unit tests.
tests() {
  build
  install_wine
  command_line
  certificates
  window
  # They wait for Wine more than they compute.
  stories >"$CARGO_TARGET_DIR/stories.log" 2>&1 &
  local told=$!
  # What asks the network is left to the system it was written on, but for what is of Windows. Wine has hardly a font.
  linted cargo test --locked --workspace --lib "${quick[@]}" -- \
    --skip collect::network --skip collect::tenant --skip collect::directory --skip the_system_stands_in
  linted cargo test --locked --workspace --lib "${quick[@]}" -- collect::network::system_proxy
  wait "$told" || { cat "$CARGO_TARGET_DIR/stories.log"; fail "a story of the command line"; }
  grep 'test result' "$CARGO_TARGET_DIR/stories.log"
}

case ${1:-check} in
  setup) install_wine ;;
  check) cargo check --locked --workspace ;;
  clippy) linted cargo check --locked --workspace ;;
  build) if [ -n "${RELEASE:-}" ]; then cargo build --locked --workspace --bins --release; else build; fi ;;
  test | ci) tests ;;
  window) install_wine; window ;;
  *) sed -n '2,15p' "$0"; exit 2 ;;
esac
[ -z "${WINEPREFIX:-}" ] || /usr/lib/wine/wineserver64 -k 2>/dev/null || true
