"""Exact tests, intervals and power against published results, a second formula, and simulated nulls."""

from __future__ import annotations

import math

import numpy as np
import pytest

from quietpush.inference import exact, many

TEA = [[3, 1], [1, 3]]


def test_fisher_gives_the_published_result_of_the_tea_tasting():
    """Fisher (1935): 17 of 70 orders are as good; R documents the odds ratio 6.408 and its interval 0.2117 to 621.93."""
    found = exact.fisher(TEA, "positive")
    assert found.p == pytest.approx(17 / 70)
    assert exact.fisher(TEA).p == pytest.approx(34 / 70)
    assert found.estimate == pytest.approx(6.408, abs=0.001)
    assert (found.low, found.high) == pytest.approx((0.2117, 621.93), rel=0.01)  # R's search for the root stops early
    tables = [math.comb(4, a) * math.comb(4, 4 - a) for a in range(5)]
    tail = [sum(tables[a] * odds**a for a in cells) / sum(tables[a] * odds**a for a in range(5)) for odds, cells in ((found.low, (3, 4)), (found.high, (0, 1, 2, 3)))]
    assert tail == pytest.approx([0.025, 0.025], abs=1e-6)


def test_fisher_of_convicted_twins_is_the_published_tail():
    """Fisher (1962), as documented in R: 10 of 13 and 2 of 17; p 0.0004652, odds ratio 0.04693661 with the tables turned."""
    found = exact.fisher([[2, 15], [10, 3]], "negative")
    assert (found.p, found.estimate) == (pytest.approx(0.0004652, rel=1e-3), pytest.approx(0.04693661, rel=1e-4))
    assert (found.low, found.high) == pytest.approx((0.003325764, 0.363182271), rel=0.005)  # the two-sided interval of the same page


def test_an_empty_cell_leaves_the_odds_ratio_open_above():
    found = exact.fisher([[9, 17], [0, 7]], "positive")
    assert found.estimate == found.high == math.inf and 0 < found.low < 1
    assert found.p == pytest.approx(math.comb(26, 9) / math.comb(33, 9))


def test_rate_ratio_gives_the_published_result_of_two_poisson_rates():
    """R's documentation of poisson.test, from data in ISwR: 11 in 800 against 21 in 3011; p 0.07967, 0.8584 to 4.2773."""
    found = exact.rate_ratio(11, 800, 21, 3011)
    assert found.p == pytest.approx(0.07967, abs=1e-5)
    assert (found.estimate, found.low, found.high) == pytest.approx((1.971488, 0.8584264, 4.277278), abs=1e-4)


def test_rate_ratio_one_sided_is_the_binomial_tail():
    share = 4 / (4 + 13.25)
    by_hand = sum(math.comb(22, k) * share**k * (1 - share) ** (22 - k) for k in range(15, 23))
    assert exact.rate_ratio(15, 4, 7, 13.25, "positive").p == pytest.approx(by_hand)


def test_rate_ratio_of_nothing_before_is_open_above_and_of_nothing_after_starts_at_zero():
    assert exact.rate_ratio(3, 4, 0, 13).high == math.inf
    assert exact.rate_ratio(0, 4, 3, 13).low == exact.rate_ratio(0, 4, 3, 13).estimate == 0


def test_the_smallest_rate_ratio_is_found_in_four_of_five_drawn_samples():
    smallest = exact.smallest_rate_ratio(22, 4, 13.25)
    random = np.random.default_rng(1)
    found = random.binomial(22, smallest * 4 / (smallest * 4 + 13.25), 4000)
    hits = [exact.rate_ratio(k, 4, 22 - k, 13.25, "positive").p <= 0.05 for k in range(23)]
    assert np.mean([hits[k] for k in found]) == pytest.approx(0.8, abs=0.02)
    assert exact.smallest_rate_ratio(22, 4, 13.25, "two-sided") > smallest
    assert exact.smallest_rate_ratio(1, 4, 13.25) == math.inf


def test_the_smallest_odds_ratio_has_the_power_it_promises():
    table = [[12, 14], [1, 6]]
    odds = exact.smallest_odds_ratio(table)
    counts = np.arange(6, 14)
    p = np.array([exact.fisher([[a, 26 - a], [13 - a, a - 6]], "positive").p for a in counts])
    weight = np.array([math.comb(26, a) * math.comb(7, 13 - a) * odds**a for a in counts])
    assert weight[p <= 0.05].sum() / weight.sum() == pytest.approx(0.8, abs=1e-6)
    assert exact.smallest_odds_ratio([[3, 23], [0, 7]]) == math.inf


def test_four_rises_of_four_are_one_in_sixteen():
    assert exact.sign_p(4, 4) == 1 / 16
    assert exact.sign_p(82, 82) == pytest.approx(2**-82)  # Arbuthnot's 82 years of christenings


@pytest.mark.parametrize(("side", "distance"), [("two-sided", 2.8016), ("positive", 2.4865), ("negative", 2.4865)])
def test_reach_is_the_textbook_sum_of_normal_quantiles(side, distance):
    assert exact.reach(0.5, side) == pytest.approx(distance / 2, abs=1e-4)


def test_exact_tests_find_no_more_than_five_percent_in_null_data():
    random, after, table = np.random.default_rng(5), 0, 0
    for _ in range(500):
        after += exact.rate_ratio(random.poisson(8), 4, random.poisson(26), 13, "positive").p <= 0.05
        marks = random.random((33, 2)) < [0.5, 0.6]
        cells = [[int(((marks[:, 0] == i) & (marks[:, 1] == j)).sum()) for j in (True, False)] for i in (True, False)]
        table += exact.fisher(cells, "positive").p <= 0.05
    assert 0.01 <= after / 500 <= 0.07
    assert 0.005 <= table / 500 <= 0.07


BENJAMINI_HOCHBERG = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]


def test_q_values_count_four_hits_in_the_worked_example_of_1995():
    """Benjamini and Hochberg's heart attack trial: fifteen hypotheses, four rejected at 5% (Bonferroni three)."""
    q = many.q_values(BENJAMINI_HOCHBERG)
    assert sum(value <= 0.05 for value in q) == 4
    assert q[3] == pytest.approx(0.0095 * 15 / 4) and q[-1] == 1


def test_q_values_keep_the_order_given_and_leave_out_what_is_missing():
    assert many.q_values([0.04, None, 0.01, math.nan]) == [pytest.approx(0.04), None, pytest.approx(0.02), None]
    assert many.q_values([]) == [] and many.q_values([None]) == [None]


def test_q_values_find_something_in_five_percent_of_null_families():
    random = np.random.default_rng(6)
    hits = sum(min(many.q_values(list(random.random(18)))) <= 0.05 for _ in range(500))
    assert 0.02 <= hits / 500 <= 0.085
