"""Are the data fit to build on? `python -m quietpush.check [DIR]` prints one line, or every problem and exits 1."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from quietpush import schema
from quietpush.checks.between import between_problems
from quietpush.checks.cells import cell_problems
from quietpush.checks.consistency import row_problems
from quietpush.checks.dates import date_problems
from quietpush.checks.files import Table, open_tables, sidecar_problem
from quietpush.checks.keys import key_problems
from quietpush.checks.problem import Problem
from quietpush.checks.sidecars import sidecar_problems
from quietpush.checks.structure import structure_problems
from quietpush.schema import DataError

__all__ = ["Problem", "check", "main"]
MOST_SHOWN = 50


def check(data: Path) -> list[Problem]:
    """What is wrong with the tables in this folder? One problem per cause, by file and row; empty when all is well."""
    return _checked(Path(data).resolve())[0]


def main(arguments: list[str]) -> int:
    """Does the folder pass? 0 and one line, or 1 and the problems (the first fifty)."""
    data = Path(arguments[0]).resolve() if arguments else schema.data_dir()
    begin = time.perf_counter()
    problems, tables = _checked(data)
    if not problems:
        rows = sum(len(t.rows) for t in tables.values())
        print(f"{data.name}/: {len(tables)} tables, {rows:,} rows, no problem ({time.perf_counter() - begin:.1f} s)")
        return 0
    for problem in problems[:MOST_SHOWN]:
        print(problem, file=sys.stderr)
    more = len(problems) - MOST_SHOWN
    if more > 0:
        print(f"... and {more} more", file=sys.stderr)
    print(f"{data}: {len(problems)} problem{'s' * (len(problems) > 1)}. Nothing was built or changed.", file=sys.stderr)
    return 1


def _checked(data: Path) -> tuple[list[Problem], dict[str, Table]]:
    if not data.is_dir():
        missing = Problem(str(data), None, "", "no such folder", "a folder of tables with sidecars", f"create it or set {schema.DATA_VARIABLE}")
        return [missing], {}
    tables, unreadable = open_tables(data)
    if not tables and not unreadable:
        return [Problem(f"{data.name}/", None, "", "no table", "tables with sidecars", "restore the folder")], {}
    try:
        as_of = schema.data_as_of(data)
    except DataError as error:
        as_of = ""
        unreadable.insert(0, sidecar_problem(error))
    found = list(_rules(tables, as_of, {Path(p.file).name.split(".")[0] for p in unreadable}))
    return [*unreadable, *sorted(_first_causes(found), key=lambda p: (p.file, p.row or 0))], tables


def _rules(tables: dict[str, Table], as_of: str, unreadable: set[str]) -> Iterator[Problem]:
    """Every rule about readable tables; where two rules refuse one cell, the earlier one has the better words."""
    for table in tables.values():
        yield from sidecar_problems(table.sidecar)
        yield from cell_problems(table)
        if as_of:
            yield from date_problems(table, as_of)
    yield from key_problems(tables, unreadable)
    for table in tables.values():
        yield from structure_problems(table)
        yield from row_problems(table)
    yield from between_problems(tables, unreadable)


def _first_causes(problems: Iterable[Problem]) -> Iterator[Problem]:
    """One problem per cell, and every problem that is about a whole file."""
    seen: set[tuple[str, int | None, str]] = set()
    for problem in problems:
        place = (problem.file, problem.row, problem.column)
        if problem.row is None or place not in seen:
            seen.add(place)
            yield problem


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
