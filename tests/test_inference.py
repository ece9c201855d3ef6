"""Power and exact intervals against published values."""

import math

import numpy as np
import pytest
from scipy import stats

from quietpush import inference


@pytest.mark.parametrize(("n", "expected"), [(33, 0.47), (19, 0.61), (84, 0.30)])
def test_smallest_correlation_matches_published_tables(n, expected):
    """84 states for r = 0.3 is Cohen's table value; 33 and 19 are those of the method statement."""
    assert inference.smallest_correlation(n) == pytest.approx(expected, abs=0.01)


def test_smallest_correlation_is_found_with_the_power_it_promises():
    r, n = inference.smallest_correlation(50), 50
    reach = stats.norm.ppf(0.975) / (n - 3) ** 0.5
    assert 1 - stats.norm.cdf((reach - math.atanh(r)) * (n - 3) ** 0.5) == pytest.approx(0.8, abs=1e-9)


def test_too_few_states_are_refused():
    with pytest.raises(ValueError, match="more than three"):
        inference.smallest_correlation(3)


@pytest.mark.parametrize(("events", "low", "high"), [(13, 6.9, 22.2), (0, 0.0, 3.69), (10, 4.8, 18.4)])
def test_exact_rate_interval_matches_garwood(events, low, high):
    found = inference.rate_interval(events)
    assert found[0] == pytest.approx(low, abs=0.05)
    assert found[1] == pytest.approx(high, abs=0.05)


def test_rate_interval_is_per_unit_of_exposure():
    assert inference.rate_interval(13, exposure=2.0)[1] == pytest.approx(inference.rate_interval(13)[1] / 2)


def test_none_of_thirty_three_leaves_nearly_nine_percent():
    assert inference.none_of(33) == pytest.approx(8.7, abs=0.05)


def test_a_difference_of_means_matches_welchs_formula_by_hand():
    x, y = [3.0, 5.0, 7.0, 9.0], [1.0, 2.0, 2.0, 3.0, 2.0]
    a, b = np.var(x, ddof=1) / 4, np.var(y, ddof=1) / 5
    reach = stats.t.ppf(0.975, (a + b) ** 2 / (a**2 / 3 + b**2 / 4)) * np.sqrt(a + b)
    assert inference.difference_interval(x, y) == pytest.approx((4 - reach, 4 + reach))
