#!/usr/bin/env bash
# Fuzzes what reads other people's bytes: fuzz.sh [SECONDS [TARGET...]], 300 seconds for each of verify, signature and
# descriptor. Needs a nightly compiler (rustup toolchain install nightly); cargo-fuzz is installed when it is missing. What
# was found lies in fuzz/artifacts, what was learned in fuzz/corpus.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-300}
targets=("${@:2}")
[ ${#targets[@]} -gt 0 ] || targets=(verify signature descriptor)
command -v cargo-fuzz >/dev/null || cargo install --locked cargo-fuzz
# The libraries that the program is built with.
[ -e fuzz/Cargo.lock ] || cp Cargo.lock fuzz/Cargo.lock
for target in "${targets[@]}"; do
  # A report is far longer than what libFuzzer takes for an input, and is begun with: no slow growth towards it. The
  # project's code is safe Rust, in which panics and false assertions are what is looked for.
  case $target in verify) longest=600000 ;; *) longest=16384 ;; esac
  nice cargo +nightly fuzz run --sanitizer none "$target" -- \
    -max_total_time="$seconds" -max_len="$longest" -len_control=0 -timeout=60 -rss_limit_mb=4096 -print_final_stats=1
done
