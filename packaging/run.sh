#!/usr/bin/env bash
# The main job on a fresh machine: opens the window where there is a display; where there is none, runs the sample
# scenario without a window and leaves its report.
set -euo pipefail
cd "$(dirname "$0")/.."

bash packaging/setup.sh run
target=${CARGO_TARGET_DIR:-$PWD/target}
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  cargo build --release -p writeback-readiness --bin writeback-readiness
  exec "$target/release/writeback-readiness" "$@"
fi

echo "No display: running the sample scenario without a window."
cargo build --release -p writeback-readiness --no-default-features --bin wbready
mkdir -p "$target/sample"
code=0
"$target/release/wbready" run --scenario half-configured \
  --save "$target/sample/sample.readiness" --pdf "$target/sample/sample.pdf" --json "$target/sample/sample.json" || code=$?
# 1 is "not ready" and 3 "incomplete": results, not errors.
case $code in 0 | 1 | 3) ;; *) exit "$code" ;; esac
"$target/release/wbready" report "$target/sample/sample.readiness" || true
echo
echo "The report: $target/sample/sample.pdf"
