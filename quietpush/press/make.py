"""Is there anything to build, and if so, does the whole build succeed before readers see it?

``python -P quietpush/press/make.py html|pdf``. One digest of all inputs is compared with the stamp of the last good build;
where it is equal nothing runs (standard library only, so that this costs a fraction of a second). Otherwise the book is
built in ``_build/work`` and swapped in by rename; a build that fails leaves the last good book as it was.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "_build"
WORK = BUILD / "work"
ROOMS = ("book", "quietpush", "data", "requirements")
SINGLES = ("_config.yml", "_toc.yml", "package-lock.json")
BUILDERS = {"html": [], "pdf": ["--builder", "custom", "--custom-builder", "typst"]}
TOLD = ("  checked ", "  reading ", "  moved: ")  # the press's own lines, shown while it works
ANSI = re.compile(r"\x1b\[[0-9;]*m")
CELL = re.compile(r"^(\S+): WARNING: Executing notebook failed: \w+\n.*?following cell:\n-+\n(.*?)\n-+\n(.*?)\s+\[mystnb\.exec\]$", re.DOTALL | re.MULTILINE)
REFUSED = re.compile(r"^(?:Extension|Sphinx|Configuration) error.*?:\n(.*?)(?=^Traceback|\Z)", re.DOTALL | re.MULTILINE)
CRASHED = re.compile(r"^Exception occurred:\n(?:(?!.*ExecutionError).*\n)*?(\w[\w.]*: .*)\nThe full traceback", re.MULTILINE)
WARNED = re.compile(r"^.*\b(?:WARNING|ERROR|CRITICAL|SEVERE): (?!Executing notebook failed).*$", re.MULTILINE)
PRODUCTS = {"html": BUILD / "html" / "index.html", "pdf": BUILD / "quiet-push.pdf"}


def inputs() -> list[Path]:
    """Which files can change the book?"""
    own = os.environ.get("QUIETPUSH_DATA")
    rooms = [*([Path(own)] if own else []), *(ROOT / room for room in ROOMS)]
    found = [path for room in rooms for path in room.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    return sorted(found) + [ROOT / name for name in SINGLES]


def digest() -> str:
    """One hash of all inputs, their names, and the place of the data."""
    made = hashlib.sha256(os.environ.get("QUIETPUSH_DATA", "").encode())
    for path in inputs():
        made.update(f"{path}\0".encode())
        made.update(path.read_bytes() if path.exists() else b"missing")
    return made.hexdigest()


def swap(fresh: Path, place: Path) -> None:
    """Puts a copy of a finished folder in place of the last one, by rename."""
    coming, going = place.with_name(f"{place.name}.new"), place.with_name(f"{place.name}.old")
    for leftover in (coming, going):
        shutil.rmtree(leftover, ignore_errors=True)
    shutil.copytree(fresh, coming)
    if place.exists():
        place.rename(going)
    coming.rename(place)
    shutil.rmtree(going, ignore_errors=True)


def publish(kind: str) -> None:
    """Makes the finished work what readers see."""
    done = WORK / "_build"
    if kind == "html":
        swap(done / "html", BUILD / "html")
        swap(done / "notebooks", BUILD / "notebooks")
        return
    fresh = BUILD / "quiet-push.pdf.new"
    shutil.copyfile(done / "typst" / "quiet-push" / "quiet-push.pdf", fresh)
    fresh.replace(PRODUCTS["pdf"])


def press(kind: str) -> int:
    """Runs Jupyter Book into the working folder; warnings fail the build. Its own long trace is kept in a log."""
    if kind == "pdf":
        from quietpush.press.charts import HOW, browser

        if not browser():
            print(HOW, file=sys.stderr)
            return 1
    command = [sys.executable, "-c", "from jupyter_book.cli.main import main; main()", "build", str(ROOT), "--path-output", str(WORK), "-W", "--keep-going", "-q", *BUILDERS[kind]]
    log = BUILD / f"{kind}.log"
    with log.open("w", encoding="utf-8") as file:
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")
        for line in process.stdout:
            file.write(line)
            if line.startswith(TOLD):
                print(line, end="", flush=True)
    code = process.wait()
    if code:
        print(fault(log.read_text("utf-8")), file=sys.stderr)
        print(f"\nThe book was not built; the last good one stays as it was. The whole log: {log.relative_to(ROOT)}", file=sys.stderr)
    return code


def fault(log: str) -> str:
    """What went wrong, as a person needs it: each failed cell with its chapter, source and error, each warning, each refusal.

    log: all that Jupyter Book printed. Where none of these is found, its last lines.
    """
    text = ANSI.sub("", log).replace(f"{ROOT}{os.sep}", "")
    told = [f"{page}: this cell failed:\n\n{source}\n\n{error.split(chr(10) * 2)[-1].strip()}" for page, source, error in CELL.findall(text)]
    told += [*dict.fromkeys(WARNED.findall(text)), *(words.rstrip() for words in REFUSED.findall(text)), *CRASHED.findall(text)]
    return "\n".join(told or [line for line in text.splitlines() if line.strip()][-60:])


def main(kind: str) -> int:
    BUILD.mkdir(exist_ok=True)
    if os.environ.get("QUIETPUSH_DATA"):
        os.environ["QUIETPUSH_DATA"] = str(Path(os.environ["QUIETPUSH_DATA"]).expanduser().resolve())
    start, now = time.monotonic(), digest()
    stamp, product = BUILD / f"{kind}.stamp", PRODUCTS[kind]
    if product.exists() and stamp.exists() and stamp.read_text() == now:
        print(f"nothing changed since the last build: {product.relative_to(ROOT)}")
        return 0
    code = press(kind)
    if code:
        return code
    publish(kind)
    stamp.write_text(now)
    print(f"done in {time.monotonic() - start:.0f} s; open {product.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "html"))
