#!/usr/bin/env bash
# Prints the figures that the README quotes. Nothing is asserted.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo bench -p readiness-tests --bench network --bench report --bench tenant --bench window
