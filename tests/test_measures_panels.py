"""The six registered tests on panels: known answers on made frames, and the real tables computed a second time."""

from __future__ import annotations

from itertools import product

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from scipy import stats
from second_time import BLOCKS, LAC, block, csv, lookup, mean_of, rating, us_security

from quietpush.measures import panels
from quietpush.tables import read

STATES = ["ARG", "BOL", "BRA", "CHL", "CUB", "ECU", "NIC", "VEN"]
YEARS = range(2000, 2022)
RNG = np.random.default_rng(1)
RATED = pd.DataFrame([{"iso3": state, "year": year, "political_rights": int(RNG.integers(1, 8)), "civil_liberties": int(RNG.integers(1, 8)), "status": "PF"} for state, year in product(STATES, YEARS)])
FREE = {(row.iso3, row.year): 14 - row.political_rights - row.civil_liberties for row in RATED.itertuples()}


def prior(state: str, first: int) -> float:
    """Mean freedom of the block before, of the years from 2000 on."""
    return float(np.mean([FREE[state, year] for year in range(first - 3, first) if year >= 2000]))


def dollars(scaled: float) -> float:
    return float(np.sinh(scaled))


def commitments(rows: list[tuple[str, int, float]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["iso3", "year", "commitments_usd2021"])


def obligations(rows: list[tuple[str, int, str, float]]) -> pd.DataFrame:
    """US rows, with an account that is no security and a regional line, both to be left out."""
    noise = [("ARG", 2004, "economic_other", 1e12), (None, 2004, "fmf", 1e12)]
    return pd.DataFrame([*rows, *noise], columns=["iso3", "fiscal_year", "account", "obligations_usd2020"])


def by_block(slope: float) -> list[tuple[str, int, float]]:
    """Sums whose asinh rises by ``slope`` with prior freedom, all in the last year of the block."""
    return [(state, first + 2, dollars(slope * prior(state, first))) for state, first in product(STATES, BLOCKS)]


US = obligations([(state, year, account, value * part) for state, year, value in by_block(0.9) for account, part in (("incle", 0.7), ("imet", 0.3))])
CHINA = commitments(by_block(0.4))


def test_t04_finds_the_slope_on_the_year_before_and_counts_absent_rows_as_zero():
    base = {state: FREE[state, 2009] for state in STATES}  # so that 2010 comes to nothing, and its row is left out
    rows = [(state, year, dollars(0.5 * (FREE[state, year - 1] - base[state]))) for state, year in product(STATES, range(2001, 2022))]
    found = panels.t04(commitments([row for row in rows if row[2] != 0]), RATED, US)
    assert found.estimate == pytest.approx(0.5)
    assert (found.n_states, found.n_rows, found.side) == (8, 8 * 21, "two-sided")
    assert (found.loo_low, found.loo_high) == pytest.approx((0.5, 0.5))
    assert dict(found.without) == pytest.approx(dict.fromkeys(("ARG", "BRA", "ECU", "VEN"), 0.5))
    assert [(one.id, one.n_rows) for one in found.also] == [("T04-US", 8 * 20)]


def test_t05_finds_the_slope_on_the_prior_block():
    found = panels.t05(RATED, US, CHINA)
    assert (found.estimate, found.n_states, found.n_rows, found.side) == (pytest.approx(0.9), 8, 48, "positive")
    less, late, china = found.also
    assert (less.estimate, less.n_states) == (pytest.approx(0.9), 5)
    assert (late.estimate, late.n_rows) == (pytest.approx(0.9), 40)
    assert china.estimate == pytest.approx(0.4)
    assert found.standardized == pytest.approx(1) and found.p < 0.05


def test_t06_is_the_difference_of_the_two():
    found = panels.t06(CHINA, RATED, US)
    assert (found.estimate, found.low, found.high, found.n_rows) == pytest.approx((0.5, 0.5, 0.5, 48))


def test_t07_takes_military_accounts_and_the_change_of_the_prior_block():
    score = pd.DataFrame([{"iso3": state, "year": year, "protection": float(RNG.normal())} for state, year in product(STATES, range(2000, 2020))])
    value = score.set_index(["iso3", "year"])["protection"]

    def mean(state: str, first: int) -> float:
        return float(np.mean([value[state, year] for year in range(first, first + 3) if year >= 2000]))

    rows = [(state, first, "fmf", dollars(2 * (mean(state, first - 3) - mean(state, first - 6)) + 1e-6 * RNG.normal())) for state, first in product(STATES, BLOCKS[1:])]
    police = [(state, first, "incle", 1e9 * RNG.random()) for state, first in product(STATES, BLOCKS)]
    found = panels.t07(obligations(rows + police), score, CHINA)
    assert (found.estimate, found.n_rows, found.side) == (pytest.approx(2, abs=1e-5), 40, "positive")
    assert [one.id for one in found.also] == ["T07-inside", "T07-CN"]


def bri(joined: dict[str, str | None], listed: set[str] = frozenset()) -> pd.DataFrame:
    return pd.DataFrame({"iso3": list(joined), "joined_date": pd.array(list(joined.values()), dtype="str"), "in_list_2023": [state in listed for state in joined]})


def test_t14_is_the_difference_of_the_changes():
    listed = set(STATES[:5])
    rows = [{"iso3": state, "year": year, "distance_chn": 1 + (year >= 2020) * (-0.2 if state in listed else 0.1) + 0.001 * RNG.normal(), "distance_usa": 2.0 + 0.001 * RNG.normal()}
            for state, year in product(STATES, range(2010, 2024)) if not (state == "VEN" and year > 2021)]
    found = panels.t14(bri(dict.fromkeys(STATES), listed), pd.DataFrame(rows))
    assert (found.estimate, found.n_states, found.side) == (pytest.approx(-0.3, abs=0.003), 8, "negative")
    assert found.p == pytest.approx(1 / 56, abs=0.006)  # the one of 56 ways to pick five of eight
    assert found.also[0].id == "T14-US" and found.also[0].side == "two-sided"


JOINED = {"ARG": "2022-02-06", "BOL": "2018-06-19", "BRA": None, "CHL": "2018", "COL": "2025-05", "ECU": "2019-04", "GTM": None, "MEX": None, "PAN": "2017-11-17", "VEN": "2018-09"}


def test_join_years_hold_joiners_of_three_years_and_never_joiners():
    years = panels.join_years(bri(JOINED))
    assert list(years.index) == ["BOL", "BRA", "CHL", "ECU", "GTM", "MEX", "PAN"]
    assert years["BOL"] == 2018 and np.isnan(years["BRA"])
    assert "COL" in panels.join_years(bri(JOINED), never=("COL",)).index and "VEN" in panels.join_years(bri(JOINED), drop=()).index


def test_t15_finds_the_step_at_joining():
    base = {state: 10 + RNG.random() for state in JOINED}
    rows = [(state, year, dollars(base[state] + 0.1 * (year - 2000) + 3 * (state not in ("VEN", "ARG", "COL") and JOINED[state] is not None and year >= int(JOINED[state][:4])))) for state, year in product(JOINED, range(2001, 2022))]
    us = pd.DataFrame([(state, year, 1e6 * RNG.random()) for state, year, _ in rows], columns=["iso3", "fiscal_year", "obligations_usd2021"])
    found = panels.t15(bri(JOINED), commitments(rows), us)
    assert (found.estimate, found.n_states, found.n_rows, found.side) == (pytest.approx(3), 7, (4 + 3 * 3) * 7, "positive")
    assert [one.id for one in found.also] == ["T15-VEN", "T15-COL", "T15-US"]
    path = panels.t15_path(bri(JOINED), commitments(rows)).set_index("event_time")["estimate"]
    assert path.to_dict() == pytest.approx({-4: 0, -3: 0, -2: 0, 0: 3, 1: 3, 2: 3}, abs=1e-9)


DRAWS = 2_000
NAMES = ("bri_membership", "china_commitments", "freedom", "rights_protection", "un_alignment", "us_obligations", "us_obligations_total")


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    return {name: read(name) for name in NAMES}


@pytest.fixture(scope="module")
def results(tables) -> dict[str, panels.Result]:
    found = panels.all_results(tables.__getitem__)
    return {one.id: one for result in found for one in (result, *result.also)}


def test_the_six_come_in_order_and_with_the_sides_registered(tables):
    found = panels.all_results(tables.__getitem__)
    registered = csv("tests").set_index("id")["direction"]
    assert [one.id for one in found] == ["T04", "T05", "T06", "T07", "T14", "T15"]
    assert {one.id: one.side for one in found} == {one.id: registered[one.id] for one in found}


def near(p: float, found: float, draws: int = DRAWS) -> bool:
    """Are two simulated p values the same within four Monte Carlo errors?"""
    middle = (p + found) / 2
    return abs(p - found) < 4 * np.sqrt(middle * (1 - middle) * (1 / draws + 1 / 9_999)) + 2 / draws


def again(rows: list[tuple], side: str) -> tuple[float, float, float]:
    """Slope, clustered p and wild bootstrap p of rows (state, period, y, x), with the annihilator of all dummies written out."""
    frame = pd.DataFrame(rows, columns=["state", "period", "y", "x"])
    rest = pd.get_dummies(frame[["state", "period"]].astype(str), dtype=float).to_numpy()
    maker = np.eye(len(frame)) - rest @ np.linalg.pinv(rest)
    y, x, number = frame["y"].to_numpy(), maker @ frame["x"].to_numpy(), frame["state"].astype("category").cat.codes.to_numpy()
    signs = np.random.default_rng(99).choice([-1.0, 1.0], size=(number.max() + 1, DRAWS))
    samples = np.column_stack([y, (y - maker @ y)[:, None] + (maker @ y)[:, None] * signs[number]])
    slopes = x @ samples / (x @ x)
    left = maker @ samples - np.outer(x, slopes)
    scores = np.array([x[number == state] @ left[number == state] for state in range(number.max() + 1)])
    t = slopes / np.sqrt((scores**2).sum(axis=0))
    beyond = np.abs(t[1:]) >= abs(t[0]) if side == "two-sided" else t[1:] >= t[0]
    dummies = pd.get_dummies(frame[["state", "period"]].astype(str), drop_first=True, dtype=float)
    model = sm.OLS(frame["y"], np.column_stack([frame["x"], np.ones(len(frame)), dummies])).fit(cov_type="cluster", cov_kwds={"groups": number}, use_t=True)
    tail = model.pvalues.iloc[0] if side == "two-sided" else stats.t.sf(model.tvalues.iloc[0], number.max())
    return model.params.iloc[0], float(tail), float((1 + beyond.sum()) / (1 + DRAWS))


def panel_of(test: str) -> list[tuple]:
    """state, period, y, x of a test, from the words of data/tests.csv."""
    rated, china = rating(), lookup("china_commitments", ["iso3", "year"], "commitments_usd2021")
    us, military = us_security(), us_security(("fmf", "imet"))
    protection = lookup("rights_protection", ["iso3", "year"], "protection")
    if test == "T04":
        return [(state, year, np.arcsinh(china.get((state, year), 0)), rated[state, year - 1]) for state, year in product(LAC, range(2001, 2022))]
    if test == "T04-US":
        return [(state, year, np.arcsinh(us.get((state, year), 0)), rated[state, year - 1]) for state, year in product(LAC, range(2001, 2021))]
    if test == "T07":
        return [(state, first, block(military, state, first), mean_of(protection, state, first - 3) - mean_of(protection, state, first - 6)) for state, first in product(LAC, BLOCKS[1:])]
    states = [state for state in LAC if test != "T05-less" or state not in ("VEN", "BOL", "NIC")]
    y = {"T05": us, "T05-less": us, "T05-CN": china}
    if test == "T06":
        return [(state, first, block(us, state, first) - block(china, state, first), mean_of(rated, state, first - 3)) for state, first in product(LAC, BLOCKS)]
    return [(state, first, block(y[test], state, first), mean_of(rated, state, first - 3)) for state, first in product(states, BLOCKS)]


@pytest.mark.parametrize("test", ["T04", "T04-US", "T05", "T05-less", "T05-CN", "T06", "T07"])
def test_slopes_come_out_a_second_time(results, test):
    found = results[test]
    estimate, model_p, p = again(panel_of(test), found.side)
    assert (found.estimate, found.model_p) == pytest.approx((estimate, model_p), rel=1e-7)
    assert near(p, found.p), f"{test}: p {found.p} in the book, {p} computed again"
    assert found.n_rows == len(panel_of(test))


def test_leaving_out_venezuela_comes_out_a_second_time(results):
    rows = [row for row in panel_of("T05") if row[0] != "VEN"]
    assert dict(results["T05"].without)["VEN"] == pytest.approx(again(rows, "positive")[0])


def test_the_interval_of_t06_comes_out_a_second_time(results):
    frame = pd.DataFrame(panel_of("T06"), columns=["state", "period", "y", "x"])
    by_state, rng, drawn = dict(list(frame.groupby("state"))), np.random.default_rng(5), []
    for _ in range(600):
        picked = pd.concat([by_state[state].assign(state=place) for place, state in enumerate(rng.choice(LAC, len(LAC)))])
        y, x = ((values - picked.groupby("state")[name].transform("mean") - picked.groupby("period")[name].transform("mean") + values.mean()) for name, values in picked[["y", "x"]].items())
        drawn.append(float((x * y).sum() / (x * x).sum()))
    low, high = np.quantile(drawn, [0.025, 0.975])
    assert (results["T06"].low, results["T06"].high) == pytest.approx((low, high), abs=0.3)


@pytest.mark.parametrize(("test", "column"), [("T14", "distance_chn"), ("T14-US", "distance_usa")])
def test_voting_distance_comes_out_a_second_time(results, test, column):
    rows, listed = csv("un_alignment"), csv("bri_membership").set_index("iso3")["in_list_2023"]
    change = {state: rows[(rows["iso3"] == state) & rows["year"].between(2020, 2023)][column].mean() - rows[(rows["iso3"] == state) & rows["year"].between(2013, 2016)][column].mean() for state in LAC}
    joined, others = ([change[state] for state in LAC if listed[state] == side] for side in (True, False))
    assert (len(joined), len(others)) == (22, 11)
    other = {"negative": "less", "two-sided": "two-sided"}[results[test].side]
    gap = {"less": lambda a, b, axis: b.mean(axis) - a.mean(axis), "two-sided": lambda a, b, axis: np.abs(a.mean(axis) - b.mean(axis))}[other]
    p = stats.permutation_test((joined, others), gap, n_resamples=20_000, alternative="greater", vectorized=True, rng=np.random.default_rng(3)).pvalue
    assert results[test].estimate == pytest.approx(np.mean(joined) - np.mean(others))
    assert results[test].model_p == pytest.approx(stats.ttest_ind(joined, others, equal_var=False, alternative=other).pvalue)
    assert abs(p - results[test].p) < 4 * np.sqrt(p * (1 - p) * (1 / 20_000 + 1 / 9_999))


@pytest.mark.parametrize(("test", "column"), [("T14", "distance_chn"), ("T14-US", "distance_usa")])
def test_the_interval_of_voting_distance_comes_out_a_second_time(results, test, column):
    rows, listed = csv("un_alignment"), csv("bri_membership").set_index("iso3")["in_list_2023"]
    mean = [rows[rows["iso3"].isin(LAC) & rows["year"].between(*window)].groupby("iso3")[column].mean() for window in ((2020, 2023), (2013, 2016))]
    change = (mean[0] - mean[1])[LAC].to_numpy()
    joined = listed[LAC].to_numpy(bool)
    dealt = np.random.default_rng(12).permuted(np.tile(joined, (20_000, 1)), axis=1)
    gaps = np.where(dealt, 1 / 22, -1 / 11)
    without, slope, estimate = gaps @ change, gaps @ joined, change[joined].mean() - change[~joined].mean()
    inside = [effect for effect in np.arange(estimate - 0.4, estimate + 0.4, 0.002) if np.mean(np.abs(without - effect * slope) >= abs(estimate - effect) - 1e-12) >= 0.05]
    assert (results[test].low, results[test].high) == pytest.approx((min(inside), max(inside)), abs=0.014)
    error = change.std(ddof=1) * np.sqrt(1 / 22 + 1 / 11)
    assert results[test].smallest == pytest.approx(error * (stats.t.ppf(0.95 if results[test].side == "negative" else 0.975, 32) + stats.t.ppf(0.8, 32)), rel=0.03)


def test_the_stack_of_t15_comes_out_a_second_time(results):
    money, date = lookup("china_commitments", ["iso3", "year"], "commitments_usd2021"), csv("bri_membership").set_index("iso3")["joined_date"]
    year = {state: float(str(date[state])[:4]) if pd.notna(date[state]) else np.nan for state in LAC if state != "VEN"}
    states = [state for state, joined in year.items() if np.isnan(joined) or 2017 <= joined <= 2019]
    assert len(states) == 28 and sum(np.isnan(year[state]) for state in states) == 10
    cells = [(states.index(state), g, time) for g in (2017, 2018, 2019) for state in states if np.isnan(year[state]) or year[state] == g for time in range(-4, 3)]
    outcome = np.array([[np.arcsinh(money.get((state, at), 0)) for at in range(2013, 2022)] for state in states])
    frame = pd.DataFrame(cells, columns=["state", "g", "time"])
    x = np.array([float(year[states[state]] == g and time >= 0) for state, g, time in cells])
    rest = pd.get_dummies(pd.DataFrame({"one": frame["state"].astype(str) + "-" + frame["g"].astype(str), "two": frame["g"].astype(str) + "-" + frame["time"].astype(str)}), dtype=float).to_numpy()
    x_net = x - rest @ (np.linalg.pinv(rest) @ x)
    at = (frame["g"] + frame["time"] - 2013).to_numpy()
    y = outcome[frame["state"], at]
    rng, order = np.random.default_rng(8), np.arange(len(states))
    drawn = [x_net @ outcome[rng.permutation(order)[frame["state"]], at] / (x_net @ x_net) for _ in range(DRAWS)]
    estimate = x_net @ y / (x_net @ x_net)
    assert (results["T15"].estimate, results["T15"].n_rows) == (pytest.approx(estimate), len(cells))
    assert near((1 + np.sum(np.array(drawn) >= estimate)) / (1 + DRAWS), results["T15"].p)
