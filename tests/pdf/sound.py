"""Judges files with outloud, pdfua and pikepdf: sound.py FILE...; exits with 1 when one finds an error. veraPDF is used
when it is installed. Then single things are taken out of the first file, and a judge must miss each of them: a
validator that finds nothing there tests nothing."""

import pathlib
import shutil
import subprocess
import sys

import pikepdf
from pikepdf import Dictionary, Name

bad = 0


def complain(text):
    global bad
    bad += 1
    print("FAILED " + text)


def problems(pdf):
    """What no installable validator looks at: the keys that PDF/A-3a and PDF/UA-1 want, and the tree of parents."""
    found = []
    root = pdf.Root
    with pdf.open_metadata() as packet:
        for key, wanted in [
            ("pdfaid:part", "3"),
            ("pdfaid:conformance", "A"),
            ("{http://www.aiim.org/pdfua/ns/id/}part", "1"),
        ]:
            if str(packet.get(key)) != wanted:
                found.append(f"{key} is {packet.get(key)}")
        if not packet.get("dc:title"):
            found.append("no title")
    if "/OutputIntents" not in root or "/DestOutputProfile" not in root.OutputIntents[0]:
        found.append("no output intent")
    if not root.get("/MarkInfo", Dictionary()).get("/Marked", False) or "/Lang" not in root:
        found.append("not marked, or no language")
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        found.append("the title is not displayed")
    if "/Encrypt" in pdf.trailer or "/ID" not in pdf.trailer:
        found.append("encrypted, or without an ID")
    files = list(root.get("/AF", []))
    if not files:
        found.append("no associated file")
    for file in files:
        for key in ("/AFRelationship", "/F", "/UF", "/Desc", "/EF"):
            if key not in file:
                found.append(f"associated file without {key}")
        if "/Subtype" not in file.EF.F:
            found.append("embedded file without a media type")
    parents = root.StructTreeRoot.ParentTree.Nums
    for index in range(0, len(parents), 2):
        entry = parents[index + 1]
        if isinstance(entry, pikepdf.Array) and any(kid is None for kid in entry):
            found.append(f"a hole in the tree of parents at {parents[index]}")
    for number, page in enumerate(pdf.pages, 1):
        if page.get("/Tabs") != Name.S or "/StructParents" not in page:
            found.append(f"page {number} without tab order or place in the tree")
        for annotation in page.get("/Annots", []):
            if "/StructParent" not in annotation or "/F" not in annotation:
                found.append(f"page {number}: an annotation outside of the tree")
            if annotation.get("/Subtype") == Name.Widget and "/TU" not in annotation:
                found.append(f"page {number}: a field without words")
            if annotation.get("/Subtype") == Name.Link and "/Contents" not in annotation:
                found.append(f"page {number}: a link without words")
    for thing in pdf.objects:
        if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        if thing.get("/S") == Name.Figure and thing.get("/Type") == Name.StructElem and "/Alt" not in thing:
            found.append("a figure without words")
        if thing.get("/S") == Name.TH and "/A" not in thing:
            found.append("a head cell without a direction")
        if thing.get("/Type") == Name.Font and thing.get("/Subtype") == Name.Type0:
            if "/ToUnicode" not in thing:
                found.append("letters without their meaning")
            descriptor = thing.DescendantFonts[0].FontDescriptor
            if not any(key in descriptor for key in ("/FontFile2", "/FontFile3")):
                found.append("letters that are not embedded")
        for key in ("/JS", "/JavaScript", "/AA", "/OpenAction"):
            if key in thing:
                found.append(f"a forbidden key {key}")
    return found


def judged_by(tool, arguments, name):
    """Runs a validator that stands beside this Python; what it says when it finds an error."""
    path = pathlib.Path(sys.executable).parent / tool
    if not path.exists():
        print(f"skipped: {tool} is not installed")
        return
    done = subprocess.run([str(path), *arguments, name], capture_output=True, text=True)
    # outloud ends with 1 on an error; pdfua with 3 on an error, 4 for what it cannot read.
    failed = done.returncode == 1 if tool == "outloud" else done.returncode in (3, 4)
    if failed or done.returncode not in (0, 1, 2, 3, 4):
        complain(f"{name}: {tool}: {done.stdout}{done.stderr}")


for name in sys.argv[1:]:
    with pikepdf.open(name) as pdf:
        for problem in problems(pdf):
            complain(f"{name}: {problem}")
    # The semantic layer of outloud guesses at meaning; what it guesses is for a person to judge.
    judged_by("outloud", ["--layer", "conformance", "--no-info"], name)
    judged_by("pdfua", ["check"], name)
    if shutil.which("verapdf"):
        for flavour in ("3a", "ua1"):
            done = subprocess.run(["verapdf", "--flavour", flavour, "--format", "text", name], capture_output=True, text=True)
            if "PASS" not in done.stdout:
                complain(f"{name}: veraPDF {flavour}: {done.stdout}")
if not shutil.which("verapdf"):
    print("skipped: veraPDF is not installed")


def drop(key, test):
    def change(pdf):
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and test(thing) and key in thing:
                del thing[key]

    return change


def no_intent(pdf):
    del pdf.Root["/OutputIntents"]


controls = {
    "figure words": drop("/Alt", lambda o: o.get("/S") == Name.Figure),
    "head cells": drop("/A", lambda o: o.get("/S") == Name.TH),
    "relationship": drop("/AFRelationship", lambda o: o.get("/Type") == Name.Filespec),
    "link in the tree": drop("/StructParent", lambda o: o.get("/Subtype") == Name.Link),
    "meaning of letters": drop("/ToUnicode", lambda o: o.get("/Subtype") == Name.Type0),
    "output intent": no_intent,
}
missed = []
for what, change in controls.items():
    with pikepdf.open(sys.argv[1]) as pdf:
        change(pdf)
        if not problems(pdf):
            missed.append(what)
for what in missed:
    complain(f"nobody misses: {what}")
print(f"negative controls: {len(controls) - len(missed)} of {len(controls)} found")
sys.exit(1 if bad else 0)
