#!/usr/bin/env bash
# Both programs with Kerberos sign-in to the directory (feature `kerberos`), on Debian. Usage: packaging/kerberos.sh build|test
# Off by default: such a program does not start where libgssapi-krb5 is missing, and building it needs libclang.
set -euo pipefail
cd "$(dirname "$0")/.."
export CARGO_TERM_COLOR=never CARGO_INCREMENTAL=0

missing=()
for package in libkrb5-dev libclang-dev krb5-user faketime; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  echo "kerberos: installing ${missing[*]}"
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

case "${1:-}" in
  build)
    cargo build --release -p writeback-readiness --features kerberos --bins
    echo "kerberos: target/release/wbready, target/release/writeback-readiness"
    ;;
  test)
    bash packaging/setup.sh test
    cargo test --workspace --features readiness-tests/snapshots,readiness-tests/kerberos --lib -- directory
    cargo test --workspace --features readiness-tests/snapshots,readiness-tests/kerberos --test directory -- kerberos::
    cargo test --workspace --features readiness-tests/snapshots,readiness-tests/kerberos --test window -- current_user::
    ;;
  *)
    echo "usage: packaging/kerberos.sh build|test" >&2
    exit 2
    ;;
esac
