"""What would the book say on fewer rows? Writes a copy of the tables in which some rows no longer count, to point the book at.

``python -m quietpush.subset OUT --without-confidence low`` or ``--without-state ARG``; then ``QUIETPUSH_DATA=OUT make book``. Coded
events that leave stay readable under their id, since worked cases name them, and leave every count. Published panels stay whole: what
rests on them says beside each estimate what it is without Argentina, Brazil, Ecuador or Venezuela.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from quietpush import schema

REASON = "list_or_total"  # the closed words know no reason for a reader's own choice; the row stays, uncounted
Row = dict[str, str]


def without_confidence(grade: str) -> Callable[[Row], bool]:
    """Does an event rest on a source of this grade?"""
    return lambda row: row["confidence"] == grade


def without_state(iso3: str) -> Callable[[Row], bool]:
    """Does an event lie in this state?"""
    return lambda row: row["iso3"] == iso3


def write(data: Path, out: Path, leaves: Callable[[Row], bool]) -> int:
    """How many counted events left? Copies the tables to a new folder and uncounts the events that leave."""
    if out.exists():
        raise FileExistsError(f"{out} exists; give a folder that does not")
    shutil.copytree(data, out)
    path = out / "events.csv"
    with path.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    left = 0
    for row in rows:
        if row["counted"] == "true" and leaves(row):
            row["counted"], row["counted_why"] = "false", REASON
            left += 1
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return left


def main(arguments: list[str]) -> int:
    """Writes the copy and says what left."""
    parser = argparse.ArgumentParser(prog="python -m quietpush.subset", description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    choice = parser.add_mutually_exclusive_group(required=True)
    choice.add_argument("--without-confidence", choices=("low", "medium", "high"))
    choice.add_argument("--without-state", metavar="ISO3")
    given = parser.parse_args(arguments)
    leaves = without_state(given.without_state) if given.without_state else without_confidence(given.without_confidence)
    left = write(schema.data_dir(), given.out, leaves)
    print(f"{given.out}: {left} events no longer count; build with {schema.DATA_VARIABLE}={given.out} make book")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
