"""Permutation, bootstrap and leave-one-out against full enumeration, scipy, direct formulas and simulated nulls of 33 states."""

from __future__ import annotations

import itertools
import time

import numpy as np
import pytest
from scipy import stats
from statsmodels.genmod.families import Poisson
from statsmodels.genmod.generalized_linear_model import GLM

from quietpush.inference import counts, permutation

STATES, NULLS, TIMES = 33, 500, 299
FEW, MANY = 0.020, 0.085  # a true 5% of 500 leaves this range less than once in a thousand runs


def draws(seed: int, n: int = STATES) -> tuple[np.random.Generator, np.ndarray]:
    random = np.random.default_rng(seed)
    return random, random.normal(size=n)


def test_orders_are_permutations_and_the_same_for_the_same_seed():
    dealt = permutation.orders(6, 50)
    assert (np.sort(dealt, axis=1) == np.arange(6)).all() and len(np.unique(dealt, axis=0)) > 40
    assert (dealt == permutation.orders(6, 50)).all() and (dealt != permutation.orders(6, 50, seed=1)).any()


def test_chance_counts_the_observed_one_and_ties():
    drawn = np.array([-3.0, -1.0, 0.0, 1.0, 2.0, 3.0 - 1e-12, 4.0])
    assert permutation.chance(3.0, drawn, "positive") == 3 / 8
    assert permutation.chance(-1.0, drawn, "negative") == 3 / 8
    assert permutation.chance(-3.0, drawn) == 4 / 8


def test_difference_gives_fishers_p_of_all_rearrangements():
    """All 70 ways of dealing four of eight; the same tea cups as in the exact test, so the tail is 17 of 70."""
    values, group = [1, 1, 1, 0, 1, 0, 0, 0], [True] * 4 + [False] * 4
    assert permutation.difference_p(values, group, "positive") == pytest.approx(17 / 70, abs=0.015)
    assert permutation.difference_p(values, group) == pytest.approx(34 / 70, abs=0.02)


def test_difference_agrees_with_scipy():
    random, x = draws(1)
    group = np.arange(STATES) < 14
    x[group] += 0.6

    def gap(a, b, axis):
        return a.mean(axis) - b.mean(axis)

    other = stats.permutation_test((x[group], x[~group]), gap, vectorized=True, n_resamples=9_999, alternative="greater", rng=random)
    assert permutation.difference_p(x, group, "positive") == pytest.approx(other.pvalue, abs=0.012)


def test_rank_p_of_six_states_is_that_of_all_720_orders():
    x, y = [1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5]
    rho = stats.spearmanr(x, y).statistic
    every = [stats.spearmanr(order, y).statistic for order in itertools.permutations(x)]
    assert permutation.rank_p(x, y, "positive") == pytest.approx(np.mean(np.array(every) >= rho - 1e-9), abs=0.006)
    assert permutation.rank_p(x, y, "negative") == pytest.approx(np.mean(np.array(every) <= rho + 1e-9), abs=0.006)


def test_partial_rank_is_the_published_formula_of_three_correlations():
    random, held = draws(2)
    x, y = held + random.normal(size=STATES), held + random.normal(size=STATES)
    xy, xz, yz = (stats.spearmanr(a, b).statistic for a, b in ((x, y), (x, held), (y, held)))
    assert permutation.partial_rank(x, y, held) == pytest.approx((xy - xz * yz) / np.sqrt((1 - xz**2) * (1 - yz**2)))


def test_rank_biserial_counts_pairs_and_is_mann_whitneys():
    assert permutation.rank_biserial([5, 6, 1, 2], [True, True, False, False]) == 1
    assert permutation.rank_biserial([1, 1, 2], [True, False, False]) == -0.5  # one tie, one pair below
    random, x = draws(3)
    group = random.random(STATES) < 0.4
    u = stats.mannwhitneyu(x[group], x[~group], alternative="less", method="exact")
    assert permutation.rank_biserial(x, group) == pytest.approx(2 * u.statistic / (group.sum() * (~group).sum()) - 1)
    assert permutation.rank_biserial_p(x, group, "negative") == pytest.approx(u.pvalue, abs=0.015)


def test_the_interval_of_a_rank_biserial_is_that_of_a_plain_loop_and_holds_the_estimate():
    random, x = draws(31)
    group = np.arange(STATES) < 12
    x[group] -= 0.8
    low, high = permutation.rank_biserial_interval(x, group)
    sides = [np.concatenate([random.choice(x[group], 12), random.choice(x[~group], 21)]) for _ in range(2000)]
    assert (low, high) == pytest.approx(tuple(np.quantile([permutation.rank_biserial(side, group) for side in sides], [0.025, 0.975])), abs=0.05)
    assert low < permutation.rank_biserial(x, group) < high


def test_the_score_squared_is_raos_statistic_of_statsmodels():
    random, x = draws(5)
    people = np.exp(random.normal(size=STATES))
    y = random.poisson(4 * people)
    mean = people * y.sum() / people.sum()
    z = permutation.score_z(x, y - mean, mean)[0]
    null = GLM(y, np.ones((STATES, 1)), Poisson(), offset=np.log(people)).fit()
    chi2, _, _ = GLM(y, np.ones((STATES, 1)), Poisson(), offset=np.log(people)).score_test(null.params, exog_extra=x[:, None])
    assert z**2 == pytest.approx(float(np.squeeze(chi2)))


def test_the_score_of_an_effect_is_near_its_wald_statistic_and_the_p_small():
    random, x = draws(6)
    people = np.exp(random.normal(1, 1, STATES))
    y = random.poisson(people * np.exp(0.8 * x) * random.gamma(3, 1 / 3, STATES))
    null = counts.negative_binomial(y, None, people)
    mean = counts.fitted(null, None, people)
    assert permutation.count_score_p(y, x, mean, null.alpha, side="positive") < 0.005
    assert permutation.count_score_p(y, x, mean, null.alpha, side="negative") > 0.99


def test_a_predictor_that_only_follows_what_is_held_is_not_found():
    random, held = draws(14)
    x, y = held + 0.3 * random.normal(size=STATES), random.poisson(4 * np.exp(0.8 * held))
    null, none = (counts.poisson(y, column) for column in (held, None))
    columns = np.column_stack([np.ones(STATES), held])
    assert permutation.count_score_p(y, x, counts.fitted(none, None, np.ones(STATES))) < 0.01
    assert permutation.count_score_p(y, x, counts.fitted(null, held, np.ones(STATES)), held=columns) > 0.1


def test_the_slope_interval_is_that_of_models_fitted_one_by_one():
    random, x = draws(13)
    people = np.exp(random.normal(1, 1, STATES))
    y = random.poisson(people * np.exp(0.4 * x) * random.gamma(2, 1 / 2, STATES))
    model = counts.negative_binomial(y, x, people)
    low, high = permutation.slope_interval(y, x, people, [model.intercept, *model.slopes], model.alpha)
    again = [counts.negative_binomial(y[k], x[k], people[k]).slopes[0] for k in random.integers(0, STATES, (400, STATES))]
    assert (low, high) == pytest.approx(tuple(np.quantile(again, [0.025, 0.975])), abs=0.1)
    assert low < model.slopes[0] < high


def test_the_slope_interval_leaves_zero_out_in_few_null_samples_where_a_models_error_fails():
    """Counts that hardly grow with population, taken per head: a Wald test then finds far too much, resampled states little."""
    random, wald, left_out = np.random.default_rng(25), 0, 0
    people = np.geomspace(0.05, 190, STATES)
    for _ in range(200):
        x, y = random.normal(size=STATES), random.poisson(3 * people**0.25 * random.gamma(1, 1, STATES))
        model = counts.negative_binomial(y, x, people)
        low, high = permutation.slope_interval(y, x, people, [model.intercept, *model.slopes], model.alpha, times=199)
        wald, left_out = wald + (counts.wald_p(model) <= 0.05), left_out + (low > 0 or high < 0)
    assert left_out <= 24 < wald, f"{left_out} and {wald} of 200"


def test_ten_thousand_permutations_take_well_under_a_second():
    random, x = draws(7)
    y, started = random.poisson(3, STATES), time.perf_counter()
    permutation.count_score_p(y, x, np.ones(STATES), 0.5)
    assert time.perf_counter() - started < 1


def test_the_hazard_score_is_the_derivative_of_its_written_out_likelihood():
    random, x = draws(8)
    y, linear = (random.random(STATES) < 0.2).astype(float), np.full(STATES, -1.5)

    def likelihood(slope: float) -> float:
        p = 1 - np.exp(-np.exp(linear + slope * x))
        return float((y * np.log(p) + (1 - y) * np.log(1 - p)).sum())

    residual, weight = permutation.hazard_parts(y, linear)
    assert residual @ x == pytest.approx((likelihood(1e-5) - likelihood(-1e-5)) / 2e-5, rel=1e-5)
    # The expected information: the mean square of the score over many draws from the model.
    p = 1 - np.exp(-np.exp(-1.5))
    assert weight[0] == pytest.approx(p * permutation.hazard_parts([1], [-1.5])[0][0] ** 2 + (1 - p) * permutation.hazard_parts([0], [-1.5])[0][0] ** 2)


def test_rank_difference_agrees_with_scipy_and_with_a_plain_loop():
    random, x = draws(9, 25)
    first, second = x + random.normal(size=25), random.poisson(2, 25)
    found = permutation.rank_difference(x, first, second)

    def gap(a, b, c):
        return stats.spearmanr(a, b).statistic - stats.spearmanr(a, c).statistic

    assert found.estimate == pytest.approx(gap(x, first, second))
    other = stats.bootstrap((x, first, second), gap, paired=True, vectorized=False, n_resamples=700, method="percentile", rng=random)
    assert (found.low, found.high) == pytest.approx(tuple(other.confidence_interval), abs=0.09)
    assert found.error == pytest.approx(other.standard_error, rel=0.12)
    assert found.p_positive < 0.05 and found == permutation.rank_difference(x, first, second)


def test_leave_one_out_names_the_state_left_out():
    x = np.array([1.0, 2.0, 9.0])
    assert permutation.leave_one_out(["A", "B", "C"], lambda kept: x[kept].mean()) == {"A": 5.5, "B": 5.0, "C": 1.5}


def hits(seed: int, p_of) -> float:
    """Share of null data sets with p <= 5%: x and population go together, counts follow population alone."""
    random, found = np.random.default_rng(seed), 0
    for _ in range(NULLS):
        size = random.normal(size=STATES)
        x = random.normal(size=STATES) - 0.7 * size
        found += p_of(x, np.exp(size), random) <= 0.05
    return found / NULLS


@pytest.mark.parametrize("alpha", [0.0, 0.5])
def test_the_count_score_finds_five_percent_in_null_data_even_if_x_goes_with_population(alpha):
    def p_of(x, people, random):
        y = random.poisson(5 * people * (random.gamma(1 / alpha, alpha, STATES) if alpha else 1))
        null = (counts.negative_binomial if alpha else counts.poisson)(y, None, people)
        return permutation.count_score_p(y, x, counts.fitted(null, None, people), null.alpha, times=TIMES)

    assert FEW <= hits(21, p_of) <= MANY


@pytest.mark.parametrize("p", ["rank", "partial", "difference", "biserial"])
def test_the_other_permutations_find_five_percent_in_null_data(p):
    def p_of(x, people, random):
        if p == "rank":
            return permutation.rank_p(x, random.normal(size=STATES), times=TIMES)
        if p == "partial":
            return permutation.partial_rank_p(x, np.log(people) + random.normal(size=STATES), people, times=TIMES)
        group = random.permutation(STATES) < 12
        return (permutation.difference_p if p == "difference" else permutation.rank_biserial_p)(x, group, "positive", times=TIMES)

    assert FEW <= hits(22, p_of) <= MANY


def test_series_dealt_to_states_find_five_percent_in_null_data_with_gaps():
    def p_of(x, people, random):
        series = x[:, None] + random.normal(size=(STATES, 8))
        series[random.random(series.shape) < 0.05] = np.nan
        y = random.random((STATES, 8)) < 0.1
        unit, period = np.nonzero((np.cumsum(y, axis=1) - y == 0) & ~np.isnan(series))
        happened = y[unit, period]
        p = max(happened.mean(), 1e-3)
        residual, weight = permutation.hazard_parts(happened, np.full(len(happened), np.log(-np.log(1 - p))))
        return permutation.series_score_p(series, unit, period, residual, weight, np.ones((len(unit), 1)), times=TIMES)

    assert FEW <= hits(23, p_of) <= MANY


def test_the_bootstrap_of_a_rank_difference_finds_about_five_percent_in_null_data():
    def p_of(x, people, random):
        return permutation.rank_difference(x, random.normal(size=STATES), random.normal(size=STATES), times=TIMES).p_positive

    assert FEW <= hits(24, p_of) <= MANY
