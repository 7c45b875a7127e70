#!/usr/bin/env bash
# Passes every test on a fresh machine: installs what is missing, then style, lints, tests, walls.
set -euo pipefail
cd "$(dirname "$0")/.."
export CARGO_TERM_COLOR=never CARGO_INCREMENTAL=0
# Lints and tests are one build: the compiler that lints also compiles, so no crate is read twice. A lint is an error.
export RUSTC_WORKSPACE_WRAPPER=clippy-driver CLIPPY_ARGS=-Dwarnings

bash packaging/setup.sh test

step() { printf '\n== %s\n' "$*"; }

step "style"
cargo fmt --all --check

step "the command line builds without the window"
if cargo tree -q -p writeback-readiness --no-default-features -e normal | grep -E '\b(egui|eframe|winit|wgpu|glow|rfd) v'; then
  echo "wbready must not depend on the window's crates"
  exit 1
fi

step "lints, and everything is built"
cargo test --workspace --features readiness-tests/snapshots --all-targets --no-run

step "tests"
cargo test --workspace --features readiness-tests/snapshots --lib --bins --tests --no-fail-fast
cargo test --workspace --features readiness-tests/snapshots --doc

if command -v cargo-deny >/dev/null; then
  step "licences and bans"
  cargo deny check licenses bans sources
else
  echo "skipped: licences and bans (cargo-deny is not installed)"
fi
