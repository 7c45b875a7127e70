#!/usr/bin/env bash
# A full report of 60 items in Chinese with five pictures, printed and signed twice by the release build, against the
# same blocks through WeasyPrint (our HTML) and Typst (our Markdown). Prints figures; nothing is asserted.
set -euo pipefail
cd "$(dirname "$0")/.."

at=target/bench-report
rm -rf "$at/work"
mkdir -p "$at/work"
wbready=$PWD/target/release/wbready
cargo build --quiet --release -p writeback-readiness --no-default-features --bin wbready
if [ ! -x "$at/venv/bin/typst-done" ]; then
  python3 -m venv "$at/venv"
  "$at/venv/bin/pip" install -q --disable-pip-version-check typst==0.15.2 weasyprint==70.0
  ln -s python "$at/venv/bin/typst-done"
fi

root=$PWD
cd "$at/work"
list=$root/assets/checklists/password-writeback
cp "$list/checklist.toml" list.toml
for section in configuration connectivity recovery proof; do
  echo >>list.toml
  cat "$list/$section.toml" >>list.toml
done
have=$(grep -c '^\[\[section.item\]\]' list.toml)
printf '\n[[section]]\nid = "own"\nwords.en.title = "Our own items"\nwords.zh-CN.title = "自有检查项"\n' >>list.toml
for n in $(seq 1 $((60 - have))); do
  cat >>list.toml <<END
[[section.item]]
id = "own.item-$n"
weight = "required"
words.en = { title = "Item $n of our own", ask = "Is it done?" }
words.zh-CN = { title = "自有检查项第$n项", ask = "是否已完成？" }
END
done

# Recorded facts make an assessment of training, which is not signed; here it is taken for a real one.
"$wbready" run --scenario half-configured --checklist list.toml --save training.readiness >/dev/null || true
python3 - <<'END'
import json
held = json.load(open("training.readiness", encoding="utf-8"))
del held["training"]
json.dump(held, open("a.readiness", "w", encoding="utf-8"), ensure_ascii=False, indent=2)
END
# What people attach are pictures of their screen.
shots=("$root"/tests/window/snapshots/*.png)
for n in 1 2 3 4 5; do
  cp "${shots[n - 1]}" "shot-$n.png"
  "$wbready" answer a.readiness "own.item-$n" --outcome pass --who "林悦" --why "见截图" --attach "shot-$n.png"
done
"$wbready" report a.readiness --lang zh-CN --html report.html --md report.md || true
"$root/$at/venv/bin/python" "$root/packaging/bench-report.py" "$wbready" "$root/assets/fonts"
