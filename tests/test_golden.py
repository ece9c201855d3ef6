"""Does SQL over the tables give every number of the book, and does each golden notice when a row is gone?"""

from __future__ import annotations

import csv
from pathlib import Path

import golden_curve
import pytest
import recompute
from conftest import DATA
from recompute import GoldenError

from quietpush import schema

FOLDER = Path(__file__).parent / "golden"
GOLDENS = {path.stem: path for path in sorted(FOLDER.glob("*.sql"))}
with (FOLDER / "statistics.csv").open(encoding="utf-8", newline="") as _file:
    STATISTICS = {row["finding"]: (row["test"], row["field"]) for row in csv.DictReader(_file)}
QUERY = "-- drop: votes where iso3 = 'ARG'\nselect count(*) from votes"


@pytest.fixture(scope="module")
def base():
    """The book's tables."""
    return recompute.database(DATA)


def test_the_tables_are_read_whole_and_typed(base) -> None:
    for name in schema.names(DATA):
        rows = base.execute(f'select count(*) from "{name}"').fetchone()[0]
        lines = base.execute("select count(*) from read_csv($path, header = true, all_varchar = true)", {"path": str(DATA / f"{name}.csv")}).fetchone()[0]
        assert rows == lines > 0 or name == "verdict_rules", name
    typed = dict(base.execute("select column_name, data_type from duckdb_columns() where table_name = 'events'").fetchall())
    assert (typed["event_id"], typed["amount_usd"], typed["counted"]) == ("VARCHAR", "DOUBLE", "BOOLEAN")
    assert base.execute("select count(*) from events where date = '' or notes = ''").fetchone()[0] == 0


def test_every_finding_has_one_golden_and_every_golden_a_finding() -> None:
    found, written = set(recompute.findings()), {*GOLDENS, *STATISTICS}
    assert not set(GOLDENS) & set(STATISTICS), "a finding has SQL and a line in statistics.csv; keep one"
    missing, left = sorted(found - written), sorted(written - found)
    assert not missing and not left, (
        f"{len(missing)} findings without tests/golden/<id>.sql: {', '.join(missing) or 'none'}; "
        f"{len(left)} goldens without a finding: {', '.join(left) or 'none'} (tests/golden/README.md says how to write one)"
    )


@pytest.mark.parametrize("name", GOLDENS)
def test_sql_gives_the_finding_and_notices_a_missing_row(base, name: str) -> None:
    finding = recompute.findings().get(name)
    assert finding, f"no chapter says {name}: remove tests/golden/{name}.sql or correct its name"
    recompute.prove(base, GOLDENS[name].read_text("utf-8"), finding)


@pytest.mark.parametrize("name", STATISTICS)
def test_a_statistic_is_that_of_a_test_which_is_computed_twice(name: str) -> None:
    test, field = STATISTICS[name]
    finding = recompute.findings().get(name)
    assert finding, f"no chapter says {name}: remove its line from tests/golden/statistics.csv"
    found = recompute.statistic(test, field)
    same = recompute.same(found, finding["value"], recompute.allowed(test, field))
    assert same, f"{test} {field} is {found!r}, the book says {finding['value']!r} ({finding['means']})"


def test_a_second_computation_stands_under_the_finding_it_gives() -> None:
    listed = {name for name, (test, _) in STATISTICS.items() if test == recompute.CURVE}
    assert listed == set(golden_curve.VALUES) >= set(golden_curve.TOLERANCE)
    assert all(STATISTICS[name] == (recompute.CURVE, name) for name in listed)


@pytest.fixture
def tiny(small: Path):
    """The hand-made tables of conftest.py."""
    return recompute.database(small)


def finding(value: object) -> dict:
    return {"id": "x", "value": value, "means": "Number of rows of votes"}


def test_a_true_golden_passes_and_leaves_the_tables_as_they_were(tiny) -> None:
    recompute.prove(tiny, QUERY, finding(3))
    recompute.prove(tiny, QUERY, finding(3.0))
    recompute.prove(tiny, "-- drop: votes where iso3 = 'CHN'\nselect max(iso3) from votes", finding("CHN"))
    recompute.prove(tiny, "-- drop: events where event_id = 'e-1'\nselect amount_usd from events where event_id = 'e-1' union all select null where not exists (from events where event_id = 'e-1')", finding(1200.5))
    assert tiny.execute("select count(*) from votes").fetchone()[0] == 3


@pytest.mark.parametrize(("query", "value", "said"), [
    (QUERY, 4, "SQL gives 3, the book says 4 .Number of rows of votes.; find out which is wrong"),
    (QUERY, 3.0000001, "find out which is wrong"),
    (QUERY, "3", "find out which is wrong"),
    ("select count(*) from votes", 3, "the first line must read"),
    ("", 3, "the first line must read"),
    ("-- drop: votes\nselect count(*) from votes", 3, "the first line must read"),
    ("-- drop: votes where iso3 = 'PER'\nselect count(*) from votes", 3, "matches 0 rows"),
    ("-- drop: votes where iso3 = 'ARG'\nselect 3", 3, "the value is still 3"),
    ("-- drop: votes where iso3 = 'ARG'\nselect max(year) from votes", 2020, "the value is still 2020"),
    ("-- drop: votes where iso3 = 'ARG'\nselect iso3, year from votes", 3, "3 rows of 2 columns"),
    ("-- drop: votes where iso3 = 'ARG'\nselect null", 3, "SQL gives None"),
])
def test_a_golden_that_cannot_be_trusted_is_refused(tiny, query: str, value: object, said: str) -> None:
    with pytest.raises(GoldenError, match=said):
        recompute.prove(tiny, query, finding(value))
    assert tiny.execute("select count(*) from votes").fetchone()[0] == 3


def test_a_golden_that_drops_half_a_table_is_refused(base) -> None:
    with pytest.raises(GoldenError, match="matches .* rows of events; name at least one that contributes and at most 20"):
        recompute.prove(base, "-- drop: events where true\nselect count(*) from events", finding(base.execute("select count(*) from events").fetchone()[0]))


def test_without_a_built_book_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(GoldenError, match="run make book first"):
        recompute.findings(tmp_path / "findings.json")


@pytest.mark.parametrize(("call", "known"), [
    ("normal_quantile(0.975)", 1.959964), ("chi2_quantile(0.975, 28)", 44.460792), ("beta_quantile(0.975, 1, 33)", 0.105763),
])
def test_quantiles_are_there_for_intervals(base, call: str, known: float) -> None:
    assert base.execute(f"select {call}").fetchone()[0] == pytest.approx(known, abs=1e-6)
