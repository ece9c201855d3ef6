"""Panels and permuted labels: against published results, a second library and plain formulas, and against simulated nulls."""

from __future__ import annotations

import math

import numpy as np
import pytest
import statsmodels.api as sm
from scipy import stats

from quietpush.inference import joiners, panels

STATES, PERIODS, SIMULATED = 33, 6, 500
STATE, PERIOD = np.repeat(np.arange(STATES), PERIODS), np.tile(np.arange(PERIODS), STATES)


def panel(seed: int, effect: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """y and x of 33 states and 6 periods: both drift within a state, so that its rows belong together; spread differs by state."""
    rng = np.random.default_rng(seed)
    x, noise = (np.cumsum(rng.normal(size=(STATES, PERIODS)), axis=1) for _ in range(2))
    return (effect * x + noise * rng.uniform(0.5, 2, size=(STATES, 1)) + rng.normal(size=PERIODS)).ravel(), x.ravel()


def dummies(*labels: np.ndarray) -> np.ndarray:
    """Dummy columns of several labels; of each after the first one column is left out."""
    return np.hstack([np.eye(len(np.unique(label)))[np.unique(label, return_inverse=True)[1]][:, int(place > 0):] for place, label in enumerate(labels)])


def clustered(y: np.ndarray, x: np.ndarray, cluster: np.ndarray, rest: np.ndarray):
    """The same regression in statsmodels, with every dummy written out."""
    return sm.OLS(y, np.column_stack([x, rest])).fit(cov_type="cluster", cov_kwds={"groups": cluster}, use_t=True)


@pytest.fixture(scope="module")
def grunfeld() -> dict[str, np.ndarray]:
    """Investment of ten firms over twenty years (Grunfeld 1958)."""
    data = sm.datasets.grunfeld.load_pandas().data
    data = data[data["firm"] != "American Steel"]
    return {name: data[name].to_numpy() for name in ("invest", "value", "capital", "firm", "year")}


@pytest.mark.parametrize(("of", "other", "published"), [("value", "capital", 0.1177), ("capital", "value", 0.3579)])
def test_slope_is_baltagis_two_way_estimate(grunfeld, of, other, published):
    """Baltagi, Econometric Analysis of Panel Data, chapter 3: two-way within estimates of the Grunfeld data."""
    found = panels.slope(grunfeld["invest"], grunfeld[of], grunfeld["firm"], grunfeld["year"], (grunfeld[other],))
    assert found == pytest.approx(published, abs=6e-5)


@pytest.mark.parametrize(("of", "other", "published"), [("value", "capital", 0.1101), ("capital", "value", 0.3101)])
def test_slope_is_the_published_one_way_estimate(grunfeld, of, other, published):
    assert panels.slope(grunfeld["invest"], grunfeld[of], grunfeld["firm"], None, (grunfeld[other],)) == pytest.approx(published, abs=6e-5)


@pytest.mark.parametrize("side", panels.SIDES)
def test_slope_error_and_model_p_are_those_of_statsmodels(side):
    y, x = panel(1, effect=0.2)
    control = np.random.default_rng(2).normal(size=len(y))
    found = panels.wild_slope(y, x, STATE, PERIOD, (control,), side=side, draws=99)
    other = clustered(y, x, STATE, np.column_stack([dummies(STATE, PERIOD), control]))
    expected = other.pvalues[0] if side == "two-sided" else stats.t.sf(other.tvalues[0] * (1 if side == "positive" else -1), STATES - 1)
    assert (found.estimate, found.error, found.model_p) == pytest.approx((other.params[0], other.bse[0], expected), rel=1e-9)
    assert (found.states, found.rows) == (STATES, len(y))


def test_levels_have_no_state_effect():
    y, x = panel(3, effect=0.3)
    found = panels.wild_slope(y[PERIOD == 0], x[PERIOD == 0], STATE[PERIOD == 0], within=False, draws=99)
    other = clustered(y[PERIOD == 0], x[PERIOD == 0], STATE[PERIOD == 0], np.ones((STATES, 1)))
    assert (found.estimate, found.error) == pytest.approx((other.params[0], other.bse[0]), rel=1e-9)
    assert found.scale * found.estimate == pytest.approx(np.corrcoef(x[PERIOD == 0], y[PERIOD == 0])[0, 1])


def test_scale_makes_the_slope_a_partial_correlation():
    y, x = panel(4, effect=0.3)
    found = panels.wild_slope(y, x, STATE, PERIOD, draws=99)
    y_net, x_net = (sm.OLS(values, dummies(STATE, PERIOD)).fit().resid for values in (y, x))
    assert found.scale * found.estimate == pytest.approx(np.corrcoef(x_net, y_net)[0, 1])


def slow_wild_p(y: np.ndarray, x: np.ndarray, null: float, signs: np.ndarray) -> float:
    """The wild cluster bootstrap as its authors write it, one regression per draw."""
    rest = dummies(STATE, PERIOD)
    own = clustered(y - null * x, x, STATE, rest)
    restricted = sm.OLS(y - null * x, rest).fit()
    drawn = [clustered(restricted.fittedvalues + restricted.resid * sign[STATE], x, STATE, rest).tvalues[0] for sign in signs]
    return (1 + sum(abs(t) >= abs(own.tvalues[0]) - 1e-12 for t in drawn)) / (1 + len(drawn))


def test_wild_bootstrap_is_the_slow_one_draw_by_draw():
    y, x = panel(5, effect=0.25)
    found = panels.wild_slope(y, x, STATE, PERIOD, draws=199, seed=7)
    signs = np.random.default_rng(7).choice([-1.0, 1.0], size=(199, STATES))
    assert found.p == pytest.approx(slow_wild_p(y, x, 0.0, signs), abs=1e-12)
    for end in (found.low, found.high):  # inside the interval the slow test does not reject, just outside it does
        step = 0.001 * (end - found.estimate)
        assert slow_wild_p(y, x, end - step, signs) >= 0.05 > slow_wild_p(y, x, end + step, signs)


def test_wild_bootstrap_hits_five_in_a_hundred_nulls():
    p = [panels.wild_slope(*panel(seed), STATE, PERIOD, draws=399, interval=False).p for seed in range(SIMULATED)]
    assert 0.03 <= np.mean(np.array(p) <= 0.05) <= 0.075


def test_wild_interval_covers_a_true_slope():
    found = [panels.wild_slope(*panel(1000 + seed, effect=0.5), STATE, PERIOD, draws=399) for seed in range(300)]
    assert 0.915 <= np.mean([one.low <= 0.5 <= one.high for one in found]) <= 0.98


def test_one_side_is_half_and_sides_are_checked():
    y, x = panel(6, effect=0.15)
    up, down, both = (panels.wild_slope(y, x, STATE, PERIOD, side=side).p for side in ("positive", "negative", "two-sided"))
    assert up < both and up + down == pytest.approx(1, abs=0.001)
    assert panels.t_p(2.0, 32, "positive") + panels.t_p(2.0, 32, "negative") == pytest.approx(1)
    with pytest.raises(ValueError, match="side 'up'"):
        panels.t_p(2.0, 32, "up")


def test_a_flat_predictor_is_refused():
    y, _ = panel(8)
    with pytest.raises(ValueError, match="does not vary"):
        panels.wild_slope(y, STATE.astype(float), STATE, PERIOD, draws=9)
    with pytest.raises(ValueError, match="nothing is left of y"):
        panels.wild_slope(np.zeros(len(y)), y, STATE, PERIOD, draws=9)


def test_leaving_out_a_state_is_a_regression_without_it():
    y, x = panel(9, effect=0.3)
    found = panels.slope_without_each(y, x, STATE, PERIOD)
    keep = STATE != 7
    assert len(found) == STATES
    assert found["7"] == pytest.approx(clustered(y[keep], x[keep], STATE[keep], dummies(STATE[keep], PERIOD[keep])).params[0])


def test_smallest_effect_is_blooms_multiple_and_is_found_as_often_as_promised():
    """Bloom (1995): 2.80 standard errors two-sided and 2.49 one-sided when states are many."""
    assert panels.smallest_effect(1, 100_000) == pytest.approx(2.80, abs=0.005)
    assert panels.smallest_effect(1, 100_000, "positive") == pytest.approx(2.49, abs=0.005)
    error = np.mean([panels.wild_slope(*panel(seed), STATE, PERIOD, draws=9, interval=False).error for seed in range(200)])
    effect = panels.smallest_effect(error, STATES)
    hits = np.mean([panels.wild_slope(*panel(5000 + seed, effect), STATE, PERIOD, draws=199, interval=False).p <= 0.05 for seed in range(400)])
    assert hits == pytest.approx(0.8, abs=0.07)


def test_resampled_slopes_are_regressions_on_resampled_states():
    y, x = panel(10, effect=0.3)
    square = [panels.wide(values, STATE, PERIOD) for values in (y, x)]
    found = panels.resampled_slopes(*square, draws=5, seed=3)
    weights = np.random.default_rng(3).multinomial(STATES, np.full(STATES, 1 / STATES), size=5)
    for slope, weight in zip(found, weights):
        rows = np.repeat(np.arange(STATES), weight)
        new, period = np.repeat(np.arange(STATES), PERIODS), np.tile(np.arange(PERIODS), STATES)
        assert slope == pytest.approx(sm.OLS(square[0][rows].ravel(), np.column_stack([square[1][rows].ravel(), dummies(new, period)])).fit().params[0])


def test_slope_difference_is_that_of_two_regressions_and_covers():
    (first, x), (noise, _) = panel(11, effect=0.5), panel(12)
    found = panels.slope_difference(first, noise, x, STATE, PERIOD, side="positive")
    assert found.estimate == pytest.approx(panels.slope(first, x, STATE, PERIOD) - panels.slope(noise, x, STATE, PERIOD))
    assert found.low < found.estimate < found.high and found.p < 0.05
    covered = []
    for seed in range(300):
        (y, x), (other, _) = panel(7000 + seed, effect=0.5), panel(8000 + seed)
        one = panels.resampled_slopes(panels.wide(y - other, STATE, PERIOD), panels.wide(x, STATE, PERIOD), draws=399)
        covered.append(np.quantile(one, 0.025) <= 0.5 <= np.quantile(one, 0.975))
    assert 0.89 <= np.mean(covered) <= 0.98  # percentile intervals of 33 clusters are a little short


def test_an_unbalanced_panel_is_refused():
    with pytest.raises(ValueError, match="not balanced"):
        panels.wide(np.ones(5), STATE[:5], np.array([0, 1, 2, 3, 3]))


MOUSE_TREATED, MOUSE_CONTROL = [94, 197, 16, 38, 99, 141, 23], [52, 104, 146, 10, 51, 30, 40, 27, 46]


def test_label_difference_is_that_of_efron_and_tibshirani():
    """An Introduction to the Bootstrap, table 2.1 and chapter 15: difference 30.63, one-sided permutation level 0.132 (of 1,000 draws)."""
    change, label = np.array(MOUSE_TREATED + MOUSE_CONTROL), np.arange(16) < 7
    found = joiners.label_difference(change, label, side="positive")
    exact = stats.permutation_test((MOUSE_TREATED, MOUSE_CONTROL), lambda a, b, axis: a.mean(axis) - b.mean(axis), n_resamples=np.inf, alternative="greater", vectorized=True).pvalue
    assert found.estimate == pytest.approx(30.63, abs=0.005)
    assert found.p == pytest.approx(0.132, abs=0.03)
    assert found.p == pytest.approx(exact, abs=0.011)  # three standard errors of 9,999 draws
    assert found.model_p == pytest.approx(stats.ttest_ind(MOUSE_TREATED, MOUSE_CONTROL, equal_var=False, alternative="greater").pvalue)


def test_label_interval_ends_where_the_permutation_test_begins_to_reject():
    change, label = np.array(MOUSE_TREATED + MOUSE_CONTROL, float), np.arange(16) < 7
    found = joiners.label_difference(change, label)
    for end in (found.low, found.high):
        step = 0.02 * (end - found.estimate)
        assert joiners.label_difference(change - label * (end - step), label).p >= 0.05 > joiners.label_difference(change - label * (end + step), label).p


def test_labels_hit_five_in_a_hundred_nulls_and_cover():
    rng, label = np.random.default_rng(13), np.arange(STATES) < 22
    found = [joiners.label_difference(rng.exponential(size=STATES), label, draws=399) for _ in range(SIMULATED)]
    assert 0.03 <= np.mean([one.p <= 0.05 for one in found]) <= 0.075
    assert 0.925 <= np.mean([one.low <= 0 <= one.high for one in found]) <= 0.975


def test_label_difference_without_each_drops_that_state():
    change, label, names = np.arange(6.0), np.array([True] * 3 + [False] * 3), np.array(list("abcdef"))
    found = joiners.label_difference_without_each(change, label, names)
    assert found["a"] == pytest.approx(1.5 - 4) and found["f"] == pytest.approx(1 - 3.5)


YEARS = np.arange(2011, 2022)
JOINED = np.array([2017] + [2018] * 8 + [2019] * 4 + [np.nan] * 10)


def states_by_years(seed: int, effect: float = 0.0) -> np.ndarray:
    """Outcomes of 23 states that drift, in which joining adds an effect; which rows joined is by chance."""
    rng = np.random.default_rng(seed)
    base = rng.normal(size=(len(JOINED), 1)) + 0.5 * np.cumsum(rng.normal(size=(len(JOINED), len(YEARS))), axis=1) + np.linspace(0, 1, len(YEARS))
    return base + effect * (YEARS[None, :] >= np.nan_to_num(JOINED, nan=np.inf)[:, None])


def stacked(outcome: np.ndarray):
    """The stack written out and regressed in statsmodels."""
    rows = np.array([(i, g, k, outcome[i, np.flatnonzero(YEARS == g + k)[0]], float(JOINED[i] == g and k >= 0))
                     for g in (2017, 2018, 2019) for i in range(len(JOINED)) if JOINED[i] == g or np.isnan(JOINED[i]) for k in range(-4, 3)])
    state, cohort, time, y, x = rows.T
    rest = np.linalg.qr(np.hstack([dummies(10_000 * state + cohort), dummies(100 * cohort + time)]))
    rest = rest[0][:, np.abs(np.diag(rest[1])) > 1e-8]
    return clustered(y, x, state, rest), len(rows)


def test_stacked_effect_is_ols_on_the_stack():
    outcome = states_by_years(14, effect=1.0)
    found = joiners.stacked_effect(outcome, YEARS, JOINED)
    other, rows = stacked(outcome)
    assert (found.estimate, found.model_p, found.rows) == pytest.approx((other.params[0], other.pvalues[0], rows), rel=1e-8)


def test_with_one_cohort_the_stack_is_a_difference_of_differences():
    outcome, joined = states_by_years(15), np.where(np.arange(len(JOINED)) < 9, 2018, np.nan)
    window = (YEARS >= 2014) & (YEARS <= 2020)
    change = outcome[:, window & (YEARS >= 2018)].mean(axis=1) - outcome[:, window & (YEARS < 2018)].mean(axis=1)
    found = joiners.stacked_effect(outcome, YEARS, joined, side="positive")
    plain = joiners.label_difference(change, ~np.isnan(joined), side="positive")
    assert (found.estimate, found.low, found.high, found.p) == pytest.approx((plain.estimate, plain.low, plain.high, plain.p), rel=1e-9)


def test_stacked_labels_hit_five_in_a_hundred_nulls_and_cover():
    found = [joiners.stacked_effect(states_by_years(2000 + seed, effect=1.0), YEARS, JOINED, draws=399) for seed in range(SIMULATED)]
    null = [joiners.stacked_effect(states_by_years(2000 + seed), YEARS, JOINED, draws=399) for seed in range(SIMULATED)]
    assert 0.03 <= np.mean([one.p <= 0.05 for one in null]) <= 0.075
    assert 0.92 <= np.mean([one.low <= 1 <= one.high for one in found]) <= 0.98


def test_event_path_finds_no_lead_and_the_effect_in_every_year_after():
    path = dict(joiners.event_path(states_by_years(16, effect=5.0), YEARS, JOINED))
    assert list(path) == [-4, -3, -2, 0, 1, 2]
    assert all(path[time].low > 2 for time in (0, 1, 2)) and all(path[time].low < 0 < path[time].high for time in (-4, -3, -2))
    outcome = states_by_years(17)
    expected = []
    for time in (-4, -3, -2, 0, 1, 2):
        gaps = [(outcome[JOINED == g][:, YEARS == g + time] - outcome[JOINED == g][:, YEARS == g - 1]).mean() -
                (outcome[np.isnan(JOINED)][:, YEARS == g + time] - outcome[np.isnan(JOINED)][:, YEARS == g - 1]).mean() for g in (2017, 2018, 2019)]
        expected.append(np.average(gaps, weights=[n * 10 / (n + 10) for n in (1, 8, 4)]))
    assert [one.estimate for _, one in joiners.event_path(outcome, YEARS, JOINED, draws=9)] == pytest.approx(expected)


def test_stacked_effect_without_each_drops_that_state():
    outcome = states_by_years(18)
    found = joiners.stacked_effect_without_each(outcome, YEARS, JOINED, np.arange(len(JOINED)))
    keep = np.arange(len(JOINED)) != 3
    assert found["3"] == pytest.approx(joiners.stacked_effect(outcome[keep], YEARS, JOINED[keep], draws=9).estimate)
    assert math.isfinite(found["0"])  # its cohort had one state and leaves with it


def test_a_stack_needs_its_years_and_never_joiners():
    with pytest.raises(ValueError, match="2022"):
        joiners.stacked_effect(states_by_years(19), YEARS, np.where(JOINED == 2019, 2020, JOINED))
    with pytest.raises(ValueError, match="never did"):
        joiners.stacked_effect(states_by_years(19), YEARS, np.full(len(JOINED), 2018.0))


@pytest.mark.parametrize("within", [True, False])
def test_shuffled_slopes_are_regressions_on_dealt_histories(within):
    (y, x), (control, _) = panel(20, effect=0.3), panel(21)
    square = [panels.wide(values, STATE, PERIOD)[:, :PERIODS if within else 1] for values in (y, x, control)]
    orders = np.argsort(np.random.default_rng(4).random((3, STATES)), axis=1)
    keep = np.array([place for place in range(STATES) if place not in (2, 30)])
    estimates, p = panels.shuffled_slopes(square[0], square[1], orders, keep, (square[2],), within)
    for one, order in enumerate(orders):
        values = [part[keep].ravel() for part in (square[0], square[1][order], square[2])]
        state, period = np.repeat(keep, square[0].shape[1]), np.tile(np.arange(square[0].shape[1]), len(keep))
        rest = np.column_stack([dummies(state, period) if within else np.ones(len(keep)), values[2]])
        y_net, x_net = (sm.OLS(part, rest).fit().resid for part in values[:2])
        assert estimates[one] == pytest.approx(np.corrcoef(x_net, y_net)[0, 1])
        assert p[one] == pytest.approx(clustered(values[0], values[1], state, rest).pvalues[0])
