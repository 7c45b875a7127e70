#!/usr/bin/env bash
# Installs what packaging/package.sh made, runs it, removes it, and looks at what is left. Usage: test-packages.sh deb|rpm|windows
#   deb       in a clean Debian (debootstrap; needs root)
#   rpm       in an empty folder, with a database of its own; the C library that they require is told
#   windows   MSI, set-up program and portable zip, under Wine
set -euo pipefail
cd "$(dirname "$0")/.."
packages=$PWD/target/packages
fail() { echo "test-packages: $*" >&2; exit 1; }

test_deb() {
  local root=${ROOT:-$PWD/target/debian} mirror=${MIRROR:-http://deb.debian.org/debian}
  [ -x "$root/usr/bin/apt-get" ] || debootstrap --variant=minbase bookworm "$root" "$mirror" >/dev/null
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  rm -f "$root"/tmp/*.deb
  cp "$packages"/*.deb "$root/tmp/"
  in_root() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
  in_root sh -c 'find / -xdev -type f ! -path "/proc/*" ! -path "/tmp/*" | sort' >"$packages/../before"
  in_root apt-get update -qq
  in_root sh -c 'apt-get install -qqy --no-install-recommends /tmp/*.deb' >/dev/null
  in_root wbready --version | head -1
  local code=0
  in_root wbready run --scenario half-configured --pdf /tmp/case.pdf >/dev/null || code=$?
  [ "$code" -eq 1 ] || fail "the case that is not ready exits with $code"
  [ "$(head -c 5 "$root/tmp/case.pdf")" = "%PDF-" ] || fail "no PDF"
  in_root writeback-readiness --version
  code=0
  in_root writeback-readiness >/dev/null 2>"$root/tmp/said" || code=$?
  [ "$code" -ne 0 ] && grep -q wbready "$root/tmp/said" || fail "without a display the window does not say what does the job"
  in_root sh -c 'zcat /usr/share/man/man1/wbready-run.1.gz' | grep -q scenario || fail "no manual page"
  in_root dpkg --verify wbready writeback-readiness
  in_root sh -c 'apt-get purge -qqy wbready writeback-readiness && apt-get autoremove -qqy --purge && apt-get clean' >/dev/null
  in_root sh -c 'find / -xdev -type f ! -path "/proc/*" ! -path "/tmp/*" | sort' >"$packages/../after"
  local left
  left=$(comm -13 "$packages/../before" "$packages/../after" | grep -E 'wbready|readiness' || true)
  [ -z "$left" ] || fail "left behind: $left"
  echo "deb: installed, run and removed; nothing left"
}

test_rpm() {
  local root name code=0 left
  root=$(mktemp -d)
  command -v rpm >/dev/null || fail "rpm is not installed"
  # Debian's warns of itself.
  rpm() { command rpm "$@" 2> >(grep -v -E 'should not be used|you know what you are doing' >&2); }
  rpm --root "$root" --initdb
  rpm --root "$root" -i --nodeps --noscripts "$packages"/*.rpm
  for name in wbready writeback-readiness; do
    rpm --root "$root" -V --nodeps "$name" || fail "$name is not as it was packed"
    "$root/usr/bin/$name" --version | head -1
  done
  "$root/usr/bin/wbready" run --scenario half-configured --pdf "$root/case.pdf" >/dev/null || code=$?
  [ "$code" -eq 1 ] || fail "the case that is not ready exits with $code"
  [ "$(head -c 5 "$root/case.pdf")" = "%PDF-" ] || fail "no PDF"
  zcat "$root/usr/share/man/man1/wbready-run.1.gz" | grep -q scenario || fail "no manual page"
  for name in "$packages"/*.rpm; do
    echo "$(basename "$name"): $(rpm -qp --requires "$name" 2>/dev/null | grep -oE 'GLIBC_2\.[0-9]+' | sort -V | tail -1)"
  done
  rpm --root "$root" -e --nodeps --noscripts wbready writeback-readiness
  left=$(find "$root" -mindepth 1 | grep -E '/(wbready|writeback-readiness)' || true)
  [ -z "$left" ] || fail "left behind: $left"
  rm -rf "$root"
  echo "rpm: installed, run and removed; nothing left"
}

test_windows() {
  local cache=${XDG_CACHE_HOME:-$HOME/.cache}/writeback-readiness
  bash packaging/windows.sh setup
  export WINEPREFIX WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml=;winemenubuilder.exe=d'
  WINEPREFIX=$(find "$cache" -maxdepth 2 -name wine | head -1)
  local wine=/usr/lib/wine/wine64 drive=$WINEPREFIX/drive_c name
  name=$(basename "$packages"/writeback-readiness-*-portable.zip -portable.zip)
  # What is ours on the machine: files and registry, by name. What people saved is theirs.
  ours() {
    /usr/lib/wine/wineserver64 -w
    find "$drive" -iname '*readiness*' -o -iname '*wbready*' | grep -v -i -E '/temp/|/installer/|/appdata/(roaming|local)/writeback-readiness' || true
    grep -i -E 'readiness' "$WINEPREFIX"/{system,user}.reg | grep -v -i -E 'software\\\\\\\\wine|MuiCache|applications' || true
  }
  local before
  before=$(ours)
  [ -z "$before" ] || fail "not clean before: $before"
  works() {
    "$wine" "$1" --version | tr -d '\r' | head -1
  }

  rm -rf "$packages/../portable"
  unzip -q "$packages/$name-portable.zip" -d "$packages/../portable"
  works "$packages/../portable/$name/wbready.exe"

  "$wine" msiexec /i "Z:${packages//\//\\}\\$name.msi" /qn
  /usr/lib/wine/wineserver64 -w
  local installed="$drive/Program Files/Writeback Readiness"
  works "$installed/wbready.exe"
  [ -e "$installed/writeback-readiness.exe" ] || fail "the MSI lacks the window"
  grep -q -i 'readiness' "$WINEPREFIX/system.reg" || fail "the MSI associates no files"
  "$wine" msiexec /x "Z:${packages//\//\\}\\$name.msi" /qn
  left=$(ours)
  [ -z "$left" ] || fail "the MSI leaves behind: $left"
  echo "MSI: installed, run and removed; nothing left"

  local mode
  for mode in /CurrentUser /AllUsers; do
    "$wine" "$packages/$name-setup.exe" /S $mode
    /usr/lib/wine/wineserver64 -w
    installed=$(find "$drive" -name wbready.exe | head -1)
    [ -n "$installed" ] || fail "set-up $mode installs nothing"
    works "$installed"
    "$wine" "$(dirname "$installed")/uninstall.exe" /S $mode
    for _ in $(seq 20); do [ -e "$installed" ] || break; sleep 0.5; done
    left=$(ours)
    [ -z "$left" ] || fail "set-up $mode leaves behind: $left"
    echo "set-up $mode: installed, run and removed; nothing left"
  done
}

case ${1:-} in
  deb | rpm | windows) "test_$1" ;;
  *) sed -n '2,5p' "$0"; exit 2 ;;
esac
