"""Do the columns of one row agree with each other?"""

from __future__ import annotations

from collections.abc import Iterator

from quietpush.checks.files import Table
from quietpush.checks.problem import Problem, quoted

_BOUNDS = {"lat": 90, "lon": 180}


def row_problems(table: Table) -> Iterator[Problem]:
    """Which rows contradict themselves?"""
    if table.has("counted", "counted_why"):
        yield from _counted(table)
    if table.has("lat", "lon"):
        yield from _coordinates(table)


def _counted(table: Table) -> Iterator[Problem]:
    for line, (counted, why) in table.cells("counted", "counted_why"):
        if counted == "false" and not why:
            yield Problem(table.label, line, "counted_why", "nothing", "a reason wherever counted is false", "say why, or count the row")
        elif counted == "true" and why:
            yield Problem(table.label, line, "counted_why", quoted(why), "nothing where counted is true", "remove the reason, or set counted to false")


def _coordinates(table: Table) -> Iterator[Problem]:
    for line, (lat, lon) in table.cells("lat", "lon"):
        if bool(lat) != bool(lon):
            column = "lon" if lat else "lat"
            yield Problem(table.label, line, column, "nothing", "lat and lon together or neither", "add the other one or remove both")
            continue
        for column, cell in (("lat", lat), ("lon", lon)):
            if cell and (degrees := _number(cell)) is not None and abs(degrees) > _BOUNDS[column]:
                limit = _BOUNDS[column]
                yield Problem(table.label, line, column, quoted(cell), f"degrees from -{limit} to {limit}", "correct the coordinate")


def _number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None
