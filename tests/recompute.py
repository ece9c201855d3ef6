"""How is a finding computed a second time? Runs one SQL file over the tables in DuckDB, whole and with rows taken away."""

from __future__ import annotations

import functools
import json
import math
import re
from pathlib import Path
from typing import Any

import duckdb
import golden_curve
from conftest import ROOT
from scipy import stats

from quietpush import schema, tables
from quietpush.measures import panels, register

FINDINGS = ROOT / "_build" / "html" / "findings.json"
MOST_DROPPED = 20
TOLERANCE = 1e-9
LEVEL = 0.05
SQL_TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}
CURVE = "curve"
DROP = re.compile(r"-- drop: (\w+) where (\S.*)")


class GoldenError(AssertionError):
    """A golden that cannot be trusted: what is wrong with it and what to do."""


def findings(path: Path = FINDINGS) -> dict[str, dict]:
    """Every finding of the built book by id."""
    if not path.exists():
        raise GoldenError(f"{path} is missing: run make book first")
    return {finding["id"]: finding for finding in json.loads(path.read_text("utf-8"))}


@functools.cache
def results() -> dict[str, object]:
    """What each registered test found, by id. Their own second computation stands in test_registered_tables and test_measures_panels."""
    made = [*register.by_state(Frames()), *panels.all_results(tables.read)]
    return {result.id: result for result in made}


class Frames(dict):
    """Every table of the book by name, read when asked for."""

    def __missing__(self, name: str):
        self[name] = tables.read(name)
        return self[name]


def statistic(test: str, field: str) -> float | str:
    """One number of a test's result. field: a name of the result, with a place or key after a colon: "also:0.p", "without:VEN".

    test `all`: of all results together; test `curve`: the second computation itself, in golden_curve.py under the finding's id.
    """
    if test == "all":
        return together(field)
    if test == CURVE:
        return golden_curve.VALUES[field]()
    found: object = results()[test]
    for part in field.split("."):
        name, _, place = part.partition(":")
        found = getattr(found, name)
        if place:
            found = found[int(place)] if place.isdigit() else dict(found)[place]
    return found


def together(field: str) -> float | str:
    """What the p of all registered tests show: "p", "q" how many are below 0.05, alone and as Benjamini and Hochberg step up; "names" the ids of the former."""
    p = sorted((result.p, test) for test, result in results().items())
    if field == "q":
        return max((place for place, (value, _) in enumerate(p, 1) if value * len(p) / place < LEVEL), default=0)
    below = sorted(test for value, test in p if value < LEVEL)
    return {"p": len(below), "names": " and ".join(filter(None, (", ".join(below[:-1]), *below[-1:])))}[field]


def allowed(test: str, field: str) -> float:
    """How far may the finding stand from this number? 0 but for simulations and fits that golden_curve.py does again."""
    return golden_curve.TOLERANCE.get(field, 0.0) if test == CURVE else 0.0


def database(data: Path) -> duckdb.DuckDBPyConnection:
    """All tables of a folder, typed as their sidecars say; the empty cell is null."""
    base = duckdb.connect(":memory:")
    base.create_function("normal_quantile", lambda p: float(stats.norm.ppf(p)), ["DOUBLE"], "DOUBLE")
    base.create_function("chi2_quantile", lambda p, df: float(stats.chi2.ppf(p, df)), ["DOUBLE"] * 2, "DOUBLE")
    base.create_function("beta_quantile", lambda p, a, b: float(stats.beta.ppf(p, a, b)), ["DOUBLE"] * 3, "DOUBLE")
    for name in schema.names(data):
        columns = {field.name: SQL_TYPES[field.type] for field in schema.load(data, name).fields}
        base.execute(
            f'create table "{name}" as select * from read_csv($path, columns = {columns!r}, header = true, auto_detect = false, delim = \',\', '
            "quote = '\"', escape = '\"', nullstr = '', strict_mode = true, parallel = false)",
            {"path": str(data / f"{name}.csv")},
        )
    return base


def value(base: duckdb.DuckDBPyConnection, query: str) -> Any:
    """The one value of a query."""
    rows = base.execute(query).fetchall()
    if len(rows) != 1 or len(rows[0]) != 1:
        raise GoldenError(f"the query gives {len(rows)} rows of {len(rows[0]) if rows else 0} columns; it must give one value")
    return rows[0][0]


def same(one: Any, other: Any, apart: float = 1e-12) -> bool:
    """Are two values equal: texts letter by letter, numbers to one part in a billion or as far apart as allowed?"""
    if isinstance(one, str) or isinstance(other, str) or one is None or other is None:
        return one == other
    return math.isclose(float(one), float(other), rel_tol=TOLERANCE, abs_tol=max(apart, 1e-12))


def prove(base: duckdb.DuckDBPyConnection, query: str, finding: dict) -> None:
    """Does the query give the finding's value, and another one without the rows it names? GoldenError where not."""
    dropped = DROP.fullmatch(query.splitlines()[0].strip()) if query.strip() else None
    if not dropped:
        raise GoldenError("the first line must read `-- drop: <table> where <condition>` and name a row that contributes")
    if (found := value(base, query)) is None or not same(found, finding["value"]):
        raise GoldenError(f"SQL gives {found!r}, the book says {finding['value']!r} ({finding['means']}); find out which is wrong")
    base.execute("begin")
    try:
        rows = base.execute(f'delete from "{dropped[1]}" where {dropped[2]}').fetchone()[0]
        if not 1 <= rows <= MOST_DROPPED:
            raise GoldenError(f"the drop line matches {rows} rows of {dropped[1]}; name at least one that contributes and at most {MOST_DROPPED}")
        if same(without := value(base, query), finding["value"]):
            raise GoldenError(f"without {rows} row(s) of {dropped[1]} the value is still {without!r}: name a row that contributes, or the query does not read it")
    finally:
        base.execute("rollback")
