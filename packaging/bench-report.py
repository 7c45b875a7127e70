"""Times our PDF, signed twice, against WeasyPrint and Typst on the same blocks: bench-report.py WBREADY FONTS, in a folder
with a.readiness, report.html, report.md and shot-N.png. Each is run three times, one after the other and each time in a
process of its own, because Typst remembers what it did; the best counts, in seconds by the clock and in seconds of
computing, which tell the same on a machine that does other things beside. With --weasy or --typst it is one such run."""

import os
import re
import subprocess
import sys
import time


def computed():
    now = os.times()
    return now.user + now.system + now.children_user + now.children_system


def best(what, run):
    times, computing = [], []
    for _ in range(3):
        start, before = time.perf_counter(), computed()
        run()
        times.append(time.perf_counter() - start)
        computing.append(computed() - before)
    said = ", ".join(f"{one:.2f}" for one in times)
    print(f"{what}: best {min(times):.2f} s of {said}; computing {min(computing):.2f} s", flush=True)


def call(*arguments):
    done = subprocess.run([sys.argv[1], *arguments], capture_output=True, text=True)
    if done.returncode not in (0, 1, 3):
        sys.exit(done.stderr)


def ours():
    call("report", "a.readiness", "--lang", "zh-CN", "--pdf", "report.pdf", "--for-signature")


def signed():
    call("sign", "a.readiness", "--lang", "zh-CN", "--self-signed", "--role", "assessor", "--who", "林悦", "--out", "1.pdf")


def signed_twice():
    ours()
    call("sign", "report.pdf", "--self-signed", "--role", "assessor", "--who", "林悦", "--out", "1.pdf")
    call("sign", "1.pdf", "--self-signed", "--role", "customer", "--who", "贝格", "--out", "2.pdf")


def weasy():
    from weasyprint import HTML

    HTML("report.html").write_pdf("weasy.pdf", pdf_variant="pdf/ua-1")


def escaped(text):
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text.replace("**", "").replace("`", ""))
    return re.sub(r"([\\#$*_@<>~\[\]=+\-/`'\"])", r"\\\1", text)


def typst_source():
    """Our Markdown as Typst: headings, tables, lists, paragraphs, and the five pictures."""
    out = ['#set document(title: "报告")', '#set text(font: "Noto Sans SC", lang: "zh", size: 9.5pt)', "#set page(paper: \"a4\")"]
    table = []
    for line in open("report.md", encoding="utf-8").read().splitlines() + [""]:
        if line.startswith("|"):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            if not all(re.fullmatch(r":?-+:?", cell) for cell in cells):
                table.append(cells)
            continue
        if table:
            wide = max(len(row) for row in table)
            rows = "".join("".join(f"[{escaped(cell)}]," for cell in row + [""] * (wide - len(row))) for row in table)
            out.append(f"#table(columns: {wide}, {rows})")
            table = []
        heading = re.match(r"(#+) (.*)", line)
        if heading:
            out.append("=" * len(heading[1]) + " " + escaped(heading[2]))
        elif line.startswith(("- ", "* ")):
            out.append("- " + escaped(line[2:]))
        else:
            out.append(escaped(line))
    out += [f'#image("shot-{n}.png", width: 82mm, alt: "picture {n}")' for n in range(1, 6)]
    open("report.typ", "w", encoding="utf-8").write("\n".join(out))


def typst(fonts):
    import typst as compiler

    compiler.compile("report.typ", output="typst.pdf", font_paths=[fonts], pdf_standards=["ua-1"])


def alone(*arguments):
    return lambda: subprocess.run([sys.executable, __file__, *arguments], check=True)


def main(fonts):
    best("ours, printed", ours)
    best("ours, printed and signed", signed)
    best("ours, printed and signed twice by whoever gets the file", signed_twice)
    typst_source()
    best("Typst, printed", alone("--typst", fonts))
    best("WeasyPrint, printed", alone("--weasy"))
    for name in ("2.pdf", "typst.pdf", "weasy.pdf"):
        print(f"{name}: {os.path.getsize(name) // 1024} KiB")


match sys.argv[1]:
    case "--typst":
        typst(sys.argv[2])
    case "--weasy":
        weasy()
    case _:
        main(sys.argv[2])
