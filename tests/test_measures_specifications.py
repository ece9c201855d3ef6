"""The curve of specifications: counted on made rows, and the real tables computed a second time."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from second_time import BLOCKS, LAC, block, csv, mean_of, rating, us_security

from quietpush.measures import panels, specifications as curve
from quietpush.tables import read

NAMES = ("basics", "china_commitments", "china_finance_records", "events", "freedom", "recognition", "regimes", "rights_protection", "us_obligations")


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    return {name: read(name) for name in NAMES}


@pytest.fixture(scope="module")
def rows(tables) -> pd.DataFrame:
    return curve.specifications(tables, draws=199)


def test_every_combination_stands_once(rows):
    choices = ["outcome", "measure", "design", "sample", "population"]
    assert len(rows) == 4 * 4 * 2 * 4 * 2 == len(rows.drop_duplicates(choices))
    assert curve.count(rows, "china") == 192 and curve.count(rows, "us") == 64
    assert np.isfinite(rows[["estimate", "low", "high", "p"]]).all(axis=None)
    assert (rows["low"] <= rows["estimate"]).all() and (rows["estimate"] <= rows["high"]).all()
    assert rows.query("sample == 'Recognize Beijing' and measure == 'Freedom House'")["n_states"].unique() == [26]
    assert rows.query("sample == 'All states' and measure == 'Low corruption'")["n_states"].unique() == [25]


def one(rows: pd.DataFrame, *words: str) -> pd.Series:
    return rows[(rows[["outcome", "measure", "design", "sample", "population"]] == list(words)).all(axis=1)].iloc[0]


def partial(y: list[float], x: list[float], rest: np.ndarray) -> float:
    return float(np.corrcoef(*(sm.OLS(np.array(values), rest).fit().resid for values in (y, x)))[0, 1])


def test_a_specification_between_states_comes_out_a_second_time(rows):
    people = csv("basics").query("2000 <= year <= 2021").groupby("iso3")["population"].mean()
    records, freedom = csv("china_finance_records").groupby("iso3")["records"].sum(), pd.Series(rating()).loc[:, 2000:2021].groupby(level=0).mean()
    states = [state for state in LAC if state != "CUB"]
    found = partial([np.arcsinh(1e6 * records.get(state, 0) / people[state]) for state in states], [freedom[state] for state in states],
                    sm.add_constant(np.log(people[states].to_numpy())))
    assert one(rows, "Finance records", "Freedom House", "Between states", "Without Cuba", "Log population")["estimate"] == pytest.approx(found)


def test_a_specification_within_states_comes_out_a_second_time(rows):
    us, regimes, taiwan = us_security(), csv("regimes").set_index(["iso3", "year"]), set(csv("recognition").query("event == 'recognizes Taiwan'")["iso3"])
    corrupt = (-regimes["corruption"]).to_dict()
    cells = [(state, first) for state in LAC if state not in taiwan and (state, 2000) in corrupt for first in BLOCKS]
    rest = pd.get_dummies(pd.DataFrame(cells).astype(str), dtype=float).to_numpy()
    found = partial([block(us, *cell) for cell in cells], [mean_of(corrupt, state, first - 3) for state, first in cells], rest)
    row = one(rows, "US obligations", "Low corruption", "Within states", "Recognize Beijing", "No population")
    assert row["estimate"] == pytest.approx(found) and row["n_rows"] == len(cells)


def test_the_curve_shares_its_estimates_with_the_registered_test(rows, tables):
    assert one(rows, "US obligations", "Freedom House", "Within states", "All states", "No population")["estimate"] == pytest.approx(panels.t05(tables["freedom"], tables["us_obligations"], tables["china_commitments"]).standardized)


def test_chance_is_dealt_on_the_same_curve(tables, rows):
    found = curve.joint(tables, draws=40).set_index(["provider", "design", "population"])
    assert len(found) == 2 * 3 * 3
    for provider in ("china", "us"):
        whole = found.loc[(provider, "Both", "Both")]
        assert whole["median"] == pytest.approx(curve.median(rows, provider))
        assert whole["hits"] == (rows.query("provider == @provider")["model_p"] < 0.05).sum()
        assert 0.01 < whole["hits_expected"] / whole["specifications"] < 0.12
    assert found.loc[("china", "Between states", "Both"), "specifications"] == 96


MADE = pd.DataFrame({"provider": ["china", "china", "china", "us"], "design": ["Between states", "Within states", "Within states", "Within states"], "estimate": [0.3, 0.1, -0.2, 0.4], "p": [0.01, 0.2, 0.04, 0.3]})


def test_a_curve_is_counted():
    assert (curve.count(MADE, "china"), curve.median(MADE, "china"), curve.positive_share_pct(MADE, "china")) == (3, 0.1, pytest.approx(200 / 3))
    assert [curve.below_5(MADE, "china", sign) for sign in (0, 1, -1)] == [2, 1, 1] and curve.below_5(MADE, "us") == 0
    assert len(curve.choose(MADE, "design", "Within states")) == 3
    with pytest.raises(ValueError, match="Over states"):
        curve.choose(MADE, "design", "Over states")
