"""Do the columns of one row agree with each other?"""

from __future__ import annotations

from collections.abc import Iterator

from quietpush.checks.files import Table
from quietpush.checks.problem import Problem, quoted

_BOUNDS = {"lat": 90, "lon": 180}
# A box around the 33 states, from Tierra del Fuego to Tijuana and Recife; it holds some neighbors, which the flag tells apart.
_REGION = {"lat": (-56.0, 33.0), "lon": (-118.0, -34.0)}


def row_problems(table: Table) -> Iterator[Problem]:
    """Which rows contradict themselves?"""
    if table.has("counted", "counted_why"):
        yield from _counted(table)
    if table.has("amount_usd", "amount_basis"):
        yield from _amount(table)
    if table.has("lat", "lon"):
        yield from _coordinates(table)
    if table.has("lat", "lon", "abroad"):
        yield from _region(table)


def _counted(table: Table) -> Iterator[Problem]:
    for line, (counted, why) in table.cells("counted", "counted_why"):
        if counted == "false" and not why:
            yield Problem(table.label, line, "counted_why", "nothing", "a reason wherever counted is false", "say why, or count the row")
        elif counted == "true" and why:
            yield Problem(table.label, line, "counted_why", quoted(why), "nothing where counted is true", "remove the reason, or set counted to false")


def _amount(table: Table) -> Iterator[Problem]:
    for line, (amount, basis) in table.cells("amount_usd", "amount_basis"):
        if amount and not basis:
            yield Problem(table.label, line, "amount_basis", "nothing", f"what {quoted(amount)} dollars are: value of a gift, price, loan, budget …", "say the basis, or clear the amount")
        elif basis and not amount:
            yield Problem(table.label, line, "amount_basis", quoted(basis), "nothing where there is no amount", "clear the basis, or give the amount")


def _region(table: Table) -> Iterator[Problem]:
    for line, (lat, lon, abroad) in table.cells("lat", "lon", "abroad"):
        point = {"lat": _number(lat), "lon": _number(lon)}
        if None in point.values():
            continue
        outside = next((name for name, (low, high) in _REGION.items() if not low <= point[name] <= high), "")
        if outside and abroad != "true":
            low, high = _REGION[outside]
            yield Problem(table.label, line, outside, quoted(str(point[outside])), f"{low:g} to {high:g}, the region, unless abroad is true", "correct the coordinate, or flag the place")


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
