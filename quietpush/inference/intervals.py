"""How sure can a panel of 33 states make us? Power, exact intervals; wraps scipy, returns plain numbers."""

from __future__ import annotations

import math

from scipy import stats

ALPHA = 0.05


def smallest_correlation(n: int, power: float = 0.8) -> float:
    """Which correlation would a two-sided 5% test find with this power among n states? Fisher's z approximation.

    Anything weaker can be missed, so a null result says "nothing stronger than about this". n > 3.
    Source: Cohen (1988), Statistical Power Analysis, chapter 3; Fisher's transformation has variance 1 / (n - 3).
    """
    if n <= 3:
        raise ValueError(f"a correlation needs more than three states, found {n}")
    distance = stats.norm.ppf(1 - ALPHA / 2) + stats.norm.ppf(power)
    return math.tanh(distance / math.sqrt(n - 3))


def rate_interval(events: int, exposure: float = 1.0) -> tuple[float, float]:
    """Between which rates does a count of events leave the true one, with 95% confidence? Exact (Garwood 1936).

    events per unit of exposure; the lower bound of zero events is zero.
    """
    low = stats.chi2.ppf(ALPHA / 2, 2 * events) / 2 if events else 0.0
    high = stats.chi2.ppf(1 - ALPHA / 2, 2 * events + 2) / 2
    return low / exposure, high / exposure


def none_of(n: int) -> float:
    """How large can a share still be if none of n shows it, in percent? One-sided 95% (Clopper and Pearson 1934)."""
    return 100 * (1 - ALPHA ** (1 / n))


def share_interval(part: int, whole: int) -> tuple[float, float]:
    """Between which percentages does "part of whole" leave the true share, with 95% confidence? Exact (Clopper and Pearson 1934)."""
    found = stats.binomtest(part, whole).proportion_ci(1 - ALPHA, method="exact")
    return 100 * float(found.low), 100 * float(found.high)


def rank_correlation(x: list[float], y: list[float]) -> float:
    """How far do two rankings agree, from -1 to 1? Spearman, ties at their mean rank."""
    return float(stats.spearmanr(x, y).statistic)


def rank_interval(rho: float, n: int) -> tuple[float, float]:
    """Between which values does a rank correlation of n pairs leave the true one, with 95% confidence?

    Fisher's z with the variance (1 + rho^2 / 2) / (n - 3) that suits Spearman's coefficient.
    Source: Bonett and Wright (2000), Sample size requirements for estimating Pearson, Kendall and Spearman correlations.
    """
    reach = stats.norm.ppf(1 - ALPHA / 2) * math.sqrt((1 + rho**2 / 2) / (n - 3))
    return math.tanh(math.atanh(rho) - reach), math.tanh(math.atanh(rho) + reach)


def difference_interval(x: list[float], y: list[float]) -> tuple[float, float]:
    """Between which values does the difference of two means (x less y) lie, with 95% confidence? Unequal variances (Welch 1947)."""
    found = stats.ttest_ind(x, y, equal_var=False).confidence_interval(1 - ALPHA)
    return float(found.low), float(found.high)
