#!/usr/bin/env bash
# `wbready scan` of a Samba domain with many users against an equal job in Python (ldap3 and impacket), in the same run:
# computing time and resident memory; and access lists judged a second. Prints figures; asserts nothing. Needs root and
# Samba (packaging/setup.sh test). USERS="10000 100000" by default; PROFILE=dev measures the build that the tests use.
set -euo pipefail
cd "$(dirname "$0")/.."

at=$PWD/target/bench-scan
mkdir -p "$at"
if [ "${PROFILE:-release}" = dev ]; then
  built=$PWD/target/debug
  cargo build --quiet --workspace --bin wbready --example rights_throughput
else
  built=$PWD/target/release
  cargo build --quiet --release -p writeback-readiness -p readiness-core --no-default-features \
    --bin wbready --example rights_throughput
fi
wanted="ldap3==2.9.1 impacket==0.13.1"
if [ "$(cat "$at/wanted" 2>/dev/null)" != "$wanted" ]; then
  python3 -m venv "$at/venv"
  # shellcheck disable=SC2086
  "$at/venv/bin/pip" install -q --disable-pip-version-check $wanted
  echo "$wanted" >"$at/wanted"
fi
for users in ${USERS:-10000 100000}; do
  /usr/bin/python3 packaging/bench-scan.py "$at" "$users" "$built"
done
