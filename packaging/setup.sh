#!/usr/bin/env bash
# Installs what a bare Debian with Rust lacks. Usage: packaging/setup.sh run|test
# `run`: what the window needs. `test`: that, and the tools that the tests use as judges and counterparts.
set -euo pipefail

run=(libgl1 libgl1-mesa-dri libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon0 libxkbcommon-x11-0)
# A domain controller of the lab, for the tests of the directory collector.
controller=(samba samba-ad-dc samba-ad-provision samba-dsdb-modules winbind python3-samba)
test=(xvfb xauth xdotool xclip x11-utils imagemagick poppler-utils qpdf squid dnsmasq-base iproute2 nftables curl
  dbus gnome-keyring libsecret-tools fonts-dejavu-core libfontconfig1 libglib2.0-bin gsettings-desktop-schemas openssl python3-venv "${controller[@]}")

wanted=(gcc libc6-dev "${run[@]}")
[ "${1:-run}" = test ] && wanted+=("${test[@]}")

command -v dpkg-query >/dev/null || { echo "setup: not a Debian system; nothing is installed"; exit 0; }
missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done

# Judges of the PDF, in a Python of their own below target/. Without them those tests say that they are skipped.
judges() {
  [ "${1:-run}" = test ] || return 0
  local wanted="pyHanko==0.38.0 pikepdf==10.18.0 outloud==0.2.1 pdfua==0.1.3"
  local at
  at="$(dirname "$0")/../target/judges"
  [ "$(cat "$at/wanted" 2>/dev/null)" = "$wanted" ] && return 0
  echo "setup: installing $wanted into target/judges"
  # shellcheck disable=SC2086
  if mkdir -p "$at" && python3 -m venv "$at" && "$at/bin/pip" install -q --disable-pip-version-check $wanted; then
    echo "$wanted" >"$at/wanted"
  else
    echo "setup: the judges of the PDF could not be installed; their tests are skipped"
    rm -rf "$at"
  fi
}

if [ ${#missing[@]} -eq 0 ]; then
  judges "$@"
  exit 0
fi

echo "setup: installing ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "setup: needs root to install them; run: apt-get install ${missing[*]}"; exit 0; }
  as_root=(sudo)
fi
# Packages must not start services of their own here.
export DEBIAN_FRONTEND=noninteractive
policy=/usr/sbin/policy-rc.d
made_policy=
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
  "${as_root[@]}" chmod +x "$policy"
  made_policy=1
fi
trap '[ -z "$made_policy" ] || "${as_root[@]}" rm -f "$policy"' EXIT
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
judges "$@"
