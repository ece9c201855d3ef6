"""What would the book say on fewer rows? Writes a copy of the tables in which some rows no longer count, to point the book at.

``python -m quietpush.subset OUT --without-confidence low`` or ``--without-state ARG``; then ``QUIETPUSH_DATA=OUT make book``. Coded
events that leave stay readable under their id, since worked cases name them, and leave every count. A state leaves the published
panels too, but for those of which a sentence of the book names its value.
"""

from __future__ import annotations

import argparse
import csv
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from quietpush import schema

BOOK = Path(__file__).resolve().parents[1] / "book"
REASON = "list_or_total"  # the closed words know no reason for a reader's own choice; the row stays, uncounted
SAID = re.compile(r"""\bsay\([^\n]*["'](?P<iso3>[A-Z]{3})["'][^\n]*\btables=\[(?P<tables>[^\]]*)\]""")
Row = dict[str, str]


def rewrite(path: Path, change: Callable[[Row], Row | None]) -> None:
    """Changes each row of a table, or drops it where None comes back."""
    with path.open(encoding="utf-8", newline="") as source:
        reader = csv.DictReader(source)
        columns, rows = list(reader.fieldnames or ()), [changed for row in reader if (changed := change(row))]
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def uncount(data: Path, leaves: Callable[[Row], bool]) -> int:
    """How many counted events of this folder left every count?"""
    left = 0

    def change(row: Row) -> Row:
        nonlocal left
        if row["counted"] == "true" and leaves(row):
            left += 1
            row |= {"counted": "false", "counted_why": REASON}
        return row

    rewrite(data / "events.csv", change)
    return left


def named(iso3: str, book: Path = BOOK) -> set[str]:
    """Of which tables does a sentence of the book name this state's value? As the chapters' ``say`` declares them."""
    found = (match for page in sorted(book.glob("*.md")) for match in SAID.finditer(page.read_text("utf-8")) if match["iso3"] == iso3)
    return {name for match in found for name in re.findall(r"\w+", match["tables"])}


def leave_panels(data: Path, iso3: str, kept: set[str]) -> list[str]:
    """From which published tables did this state leave? The sidecar of each then says that it has no row."""
    left = []
    for name in schema.names(data):
        sidecar = schema.load(data, name)
        if sidecar.class_ == "coded" or "iso3" not in sidecar.columns or name in kept or iso3 in sidecar.absent:
            continue
        rewrite(sidecar.path, lambda row: None if row["iso3"] == iso3 else row)
        path = data / (name + schema.SUFFIX)
        lines = [line for line in path.read_text("utf-8").splitlines(keepends=True) if not line.startswith("absent:")]
        at = next(place for place, line in enumerate(lines) if line.startswith("schema:"))
        lines.insert(at, f"absent: [{', '.join(sorted({*sidecar.absent, iso3}))}]\n")
        path.write_text("".join(lines), "utf-8")
        left.append(name)
    return left


def main(arguments: list[str]) -> int:
    """Writes the copy and says what left."""
    parser = argparse.ArgumentParser(prog="python -m quietpush.subset", description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path, help="a folder that does not exist yet")
    choice = parser.add_mutually_exclusive_group(required=True)
    choice.add_argument("--without-confidence", choices=("low", "medium", "high"))
    choice.add_argument("--without-state", metavar="ISO3")
    given = parser.parse_args(arguments)
    if given.out.exists():
        parser.error(f"{given.out} exists; give a folder that does not")
    shutil.copytree(schema.data_dir(), given.out)
    if iso3 := given.without_state:
        kept = named(iso3)
        panels = leave_panels(given.out, iso3, kept)
        left = uncount(given.out, lambda row: row["iso3"] == iso3)
        print(f"{iso3} left {len(panels)} published tables; it stays where a sentence names its value: {', '.join(sorted(kept - {'events'})) or 'nowhere'}")
    else:
        left = uncount(given.out, lambda row: row["confidence"] == given.without_confidence)
    print(f"{given.out}: {left} events no longer count; build with {schema.DATA_VARIABLE}={given.out} make book")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
