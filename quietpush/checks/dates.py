"""Is each date real, not after the data's own day, as precise as it says, and in order?"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from quietpush.checks.files import Table
from quietpush.checks.problem import Problem, quoted

_FORM = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_YEARS = ("year", "fiscal_year")
_PAIRS = (("date", "end_date"), ("joined_date", "left_date"))
_PRECISION = {0: "", 4: "year", 7: "month", 10: "day"}


def date_problems(table: Table, as_of: str) -> Iterator[Problem]:
    """Which dates cannot be, lie in the future, contradict their precision or end before they begin?"""
    for field in table.sidecar.fields:
        if field.kind == "date":
            yield from _dates(table, field.name, "9999-12-31" if field.planned else as_of)
        elif field.type == "integer" and field.name in _YEARS:
            yield from _years(table, field.name, int(as_of[:4]))
    for begin, end in _PAIRS:
        if table.has(begin, end):
            yield from _order(table, begin, end)
        if table.has(begin, "date_precision"):
            yield from _precision(table, begin)


def is_date(value: str) -> bool:
    """Is this YYYY, YYYY-MM or YYYY-MM-DD on the real calendar?"""
    if not _FORM.fullmatch(value):
        return False
    try:
        datetime.date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True


def _dates(table: Table, column: str, as_of: str) -> Iterator[Problem]:
    for line, (cell,) in table.cells(column):
        if cell and not is_date(cell):
            yield Problem(table.label, line, column, quoted(cell), "a real date as YYYY, YYYY-MM or YYYY-MM-DD", "correct the date")
        elif cell > as_of[: len(cell)]:
            yield Problem(table.label, line, column, quoted(cell), f"dates up to {as_of}",
                          "correct the date, or move data_as_of in package.yaml with the whole data")


def _years(table: Table, column: str, last: int) -> Iterator[Problem]:
    for line, (cell,) in table.cells(column):
        if cell.isdigit() and int(cell) > last:
            yield Problem(table.label, line, column, quoted(cell), f"years up to {last}",
                          "correct the year, or move data_as_of in package.yaml with the whole data")


def _order(table: Table, begin: str, end: str) -> Iterator[Problem]:
    for line, (first, last) in table.cells(begin, end):
        known = min(len(first), len(last))
        if is_date(first) and is_date(last) and last[:known] < first[:known]:
            yield Problem(table.label, line, end, quoted(last), f"a day not before {begin}, which is {first}", "correct one of the two dates")


def _precision(table: Table, column: str) -> Iterator[Problem]:
    for line, (date, precision) in table.cells(column, "date_precision"):
        if date and not is_date(date):
            continue
        expected = _PRECISION[len(date)]
        # Other words (by, as_of) say how the date bounds the fact, and go with a date of any length.
        bounds = date and precision not in _PRECISION.values()
        if precision != expected and not bounds:
            yield Problem(table.label, line, "date_precision", quoted(precision), f"{expected or 'nothing'}, for the {column} {quoted(date)}",
                          "let the word and the date agree")
