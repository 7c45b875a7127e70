#!/usr/bin/env bash
# The real window against a bare one with the same renderer, under Xvfb, in release: from process start to the first
# frame, resident memory, and computing time over 30 idle seconds. Prints figures; asserts nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${ROUNDS:-15}
cargo build --release -p writeback-readiness --bin writeback-readiness --example bare_window
target=${CARGO_TARGET_DIR:-target}/release
work=$(mktemp -d)
display=:$((200 + RANDOM % 700))
Xvfb "$display" -screen 0 1280x800x24 >/dev/null 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
sleep 1
export DISPLAY=$display HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data
unset WAYLAND_DISPLAY || true

now_ms() { date +%s%3N; }

# Milliseconds until the window is on the screen, as the display tells it: a window is shown once its first frame is
# drawn. (Pictures of the screen, taken until one is not empty, cost more than what is measured.) Then resident KiB.
measure() {
  local began pid line events
  exec {events}< <(exec stdbuf -oL xev -root -event substructure 2>/dev/null)
  local watcher=$!
  sleep 0.3
  began=$(now_ms)
  "$1" >/dev/null 2>&1 &
  pid=$!
  while read -r -t 10 line <&"$events"; do
    case $line in MapNotify*) break ;; esac
  done
  case $line in MapNotify*) ;; *) echo "bench: $1 shows no window" >&2; exit 1 ;; esac
  echo -n "$(($(now_ms) - began)) "
  exec {events}<&-
  kill "$watcher" 2>/dev/null || true
  sleep 2
  awk '/VmRSS/ {print $2}' "/proc/$pid/status"
  kill "$pid"
  wait "$pid" 2>/dev/null || true
  sleep 0.5
}

median() { sort -n | awk '{all[NR] = $1} END {print all[int((NR + 1) / 2)]}'; }

# One after the other, round by round: what else the machine does meets both alike, and the ratio is taken in each round.
for _ in $(seq "$rounds"); do
  echo "$(measure "$target/examples/bare_window") $(measure "$target/writeback-readiness")"
done >"$work/rounds"
for column in 1 2; do
  bare=$(awk -v c=$column '{print $c}' "$work/rounds" | median)
  real=$(awk -v c=$((column + 2)) '{print $c}' "$work/rounds" | median)
  ratio=$(awk -v c=$column '{print $(c + 2) / $c}' "$work/rounds" | median)
  name=$([ $column = 1 ] && echo "first frame, ms" || echo "resident memory, KiB")
  printf '%s: bare %d, real %d, %.2f times (medians of %d rounds)\n' "$name" "$bare" "$real" "$ratio" "$rounds"
done

"$target/writeback-readiness" >/dev/null 2>&1 &
pid=$!
sleep 5
ticks() { awk '{print $14 + $15}' "/proc/$pid/stat"; }
before=$(ticks)
sleep 30
after=$(ticks)
awk -v t=$((after - before)) -v hz="$(getconf CLK_TCK)" 'BEGIN {printf "30 idle seconds: %.2f s of computing\n", t / hz}'
kill "$pid"
