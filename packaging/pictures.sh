#!/usr/bin/env bash
# Drives the real window under Xvfb as a person would: start, sample, item, answer, exception, report, new assessment,
# sign-off, save, reopen. Leaves a picture of every page in target/pictures, for English and Chinese, light and dark, 100
# and 200 %, and checks that no page is blank, that the PDF is one, and that what was saved can be read.
#
# Usage: packaging/pictures.sh [BINARY]      (without one: builds and takes target/debug/writeback-readiness)
# VARIANTS="en-light-100 zh-CN-dark-200" takes only these.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { echo "pictures: $*" >&2; exit 1; }

for tool in Xvfb xdotool xclip import convert pdfinfo; do
  command -v "$tool" >/dev/null || { echo "pictures: $tool is missing; run packaging/setup.sh test"; exit 2; }
done
binary=${1:-}
if [ -z "$binary" ]; then
  cargo build --quiet -p writeback-readiness --bins
  binary=target/debug/writeback-readiness
fi
binary=$(realpath "$binary")
cli=$(dirname "$binary")/wbready
[ -x "$cli" ] || fail "wbready is not beside $binary"
out=$PWD/target/pictures
mkdir -p "$out"
work=$(mktemp -d)
pids=()
cleanup() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap cleanup EXIT

# ----- The display -----

display() { # WIDTH HEIGHT
  local number=$((90 + RANDOM % 400))
  Xvfb ":$number" -screen 0 "${1}x${2}x24" -nolisten tcp -noreset >/dev/null 2>&1 &
  xvfb=$!
  pids+=("$xvfb")
  export DISPLAY=":$number" LC_ALL=C.UTF-8
  for _ in $(seq 50); do xdotool getmouselocation >/dev/null 2>&1 && return; sleep 0.1; done
  fail "Xvfb does not start"
}

# Waits until three pictures in a row are the same: nothing moves any more.
settle() {
  local before="" now same=0
  for _ in $(seq 60); do
    sleep 0.2
    now=$(import -window root -depth 8 rgb:- | sha256sum)
    if [ "$now" = "$before" ]; then same=$((same + 1)); else same=0; fi
    [ "$same" -ge 2 ] && return 0
    before=$now
  done
}

shot() { # NAME
  xdotool mousemove "$((width - 3))" "$((height - 3))"
  settle
  local file="$out/$variant-$1.png"
  import -window root -depth 8 "$file"
  # A blank page has one or two colours and no spread.
  local colours spread
  read -r colours spread < <(convert "$file" -format '%k %[fx:int(standard_deviation*10000)]' info:) || true
  [ "$colours" -gt 40 ] && [ "$spread" -gt 100 ] || fail "$file is blank ($colours colours)"
  echo "  $variant-$1.png"
}

key() { xdotool key --clearmodifiers "$@"; settle; }
# Letters are typed; what no key of this keyboard types is pasted, as an input method would hand it over in one piece.
text() {
  case $1 in
    *[!\ -~]*) printf %s "$1" | xclip -selection clipboard -in && xdotool key ctrl+v ;;
    *) xdotool type --delay 12 -- "$1" ;;
  esac
  settle
}

# ----- The program -----

open_window() { # [FILE]
  "$binary" "$@" >"$work/log" 2>&1 &
  app=$!
  pids+=("$app")
  local window=""
  for _ in $(seq 200); do
    window=$(xdotool search --onlyvisible --pid "$app" 2>/dev/null | tail -1 || true)
    [ -n "$window" ] && break
    kill -0 "$app" 2>/dev/null || fail "the program ended: $(cat "$work/log")"
    sleep 0.1
  done
  [ -n "$window" ] || fail "no window: $(cat "$work/log")"
  xdotool windowmove "$window" 0 0 windowsize "$window" "$width" "$height" windowfocus "$window"
  sleep 0.5
  settle
}

close_window() {
  key ctrl+q
  for _ in $(seq 100); do kill -0 "$app" 2>/dev/null || return 0; sleep 0.1; done
  fail "the program does not end"
}

find_item() { # ID
  key alt+2
  key slash
  key ctrl+a
  text "$1"
  key Return
  # The one row of the list that is left.
  xdotool mousemove "$row_x" "$row_y" click 1
  settle
}

journey() {
  export XDG_CONFIG_HOME="$work/$variant/config" XDG_DATA_HOME="$work/$variant/data" HOME="$work/$variant/home"
  mkdir -p "$XDG_CONFIG_HOME/writeback-readiness" "$XDG_DATA_HOME" "$HOME"
  printf '{"language":"%s","theme":"%s","zoom":%s,"who":"Lin Yue"}' "$language" "$theme" "$zoom" \
    >"$XDG_CONFIG_HOME/writeback-readiness/settings.json"

  open_window
  shot 01-start
  key ctrl+l
  shot 02-training
  key ctrl+t
  key F5
  sleep 2
  key alt+1
  shot 03-overview
  key alt+2
  shot 04-checklist
  find_item connectivity.service-bus-host
  shot 05-item-network
  find_item directory.connector-rights
  shot 06-item-rights
  find_item connectivity.connect-version
  shot 07-item-version
  find_item proof.reset
  shot 08-item-person
  key a
  shot 09-answer
  key Escape
  key ctrl+p
  shot 10-report
  key F1
  shot 11-shortcuts
  key Escape

  # Work of our own: without recorded facts, so that it can be signed.
  key ctrl+n
  text "$organisation"
  shot 12-subject
  key ctrl+Return
  find_item connectivity.idle
  key a
  text "$reason"
  shot 13-answer-typed
  key Escape
  key alt+1
  shot 14-overview-empty
  key alt+4
  shot 15-sign-off
  key ctrl+s
  shot 16-path
  key ctrl+a
  text "$HOME/work.readiness"
  key Return
  for _ in $(seq 50); do [ -s "$HOME/work.readiness" ] && break; sleep 0.1; done
  [ -s "$HOME/work.readiness" ] || fail "$variant: nothing was saved"
  close_window

  # Signed on the command line, and opened again.
  "$cli" sign-off "$HOME/work.readiness" --role assessor --who "Lin Yue" --title "Consultant"
  open_window "$HOME/work.readiness"
  shot 17-reopened
  key alt+4
  shot 18-signed
  key ctrl+w
  shot 19-recent
  close_window

  # A case that fails: what is wrong, an exception, and the PDF.
  "$cli" run --scenario half-configured --save "$HOME/case.readiness" >/dev/null || true
  open_window "$HOME/case.readiness"
  shot 20-failed-overview
  key n
  shot 21-failed-item
  key e
  shot 22-exception
  text "$reason $reason"
  key ctrl+Return
  shot 23-excepted
  find_item connectivity.idle
  shot 24-idle
  find_item directory.connector-rights
  shot 25-rights-missing
  key ctrl+p
  key ctrl+Return
  key ctrl+a
  text "$HOME/report.pdf"
  key Return
  for _ in $(seq 300); do [ -s "$HOME/report.pdf" ] && break; sleep 0.2; done
  shot 26-exported
  pages=$(pdfinfo "$HOME/report.pdf" | awk '/^Pages/ { print $2 }')
  [ "${pages:-0}" -gt 10 ] || fail "$variant: the report has ${pages:-no} pages"
  cp "$HOME/report.pdf" "$out/$variant-report.pdf"
  close_window
  "$cli" report "$HOME/case.readiness" --csv "$HOME/plan.csv" >/dev/null || true
  [ -s "$HOME/plan.csv" ] || fail "$variant: what was saved cannot be read"
}

variants=${VARIANTS:-en-light-100 en-dark-100 zh-CN-light-100 zh-CN-dark-100 en-light-200 zh-CN-dark-200}
for variant in $variants; do
  zoom=${variant##*-}
  rest=${variant%-*}
  theme=${rest##*-}
  language=${rest%-*}
  if [ "$zoom" = 200 ]; then
    width=1920 height=1200 row_x=432 row_y=340
  else
    width=1280 height=800 row_x=300 row_y=180
  fi
  if [ "$language" = en ]; then
    organisation="Contoso Ltd" reason="The firewall team says 10 minutes."
  else
    organisation="北风贸易有限公司" reason="防火墙团队确认为十分钟。"
  fi
  echo "== $variant"
  display "$width" "$height"
  journey
  kill "$xvfb" 2>/dev/null || true
done
echo "pictures: $(find "$out" -name '*.png' | wc -l) in $out"
