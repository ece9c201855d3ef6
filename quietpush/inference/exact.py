"""What do two small counts, or a table of four, say by themselves? Exact conditional tests, intervals and power; wraps scipy."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy import optimize, stats
from scipy.stats.contingency import odds_ratio

from .intervals import ALPHA
from .permutation import Side

POWER = 0.8
_WORDS = {"two-sided": "two-sided", "positive": "greater", "negative": "less"}


@dataclass(frozen=True)
class Ratio:
    """A ratio with its 95% interval (always two-sided) and the exact p of the side asked for."""

    estimate: float
    low: float
    high: float
    p: float


def rate_ratio(after: int, years_after: float, before: int, years_before: float, side: Side = "two-sided") -> Ratio:
    """How many times the rate before is the rate after? Conditional on the sum, the later count is binomial.

    Counts of events over exposures in one unit. The interval is that of Clopper and Pearson (1934), turned into a ratio.
    Source: Przyborowski and Wilenski (1940), Homogeneity of results in testing samples from Poisson series.
    """
    share = years_after / (years_after + years_before)
    test = stats.binomtest(after, after + before, share, alternative=_WORDS[side])
    bounds = stats.binomtest(after, after + before, share).proportion_ci(1 - ALPHA, method="exact")
    low, high = (math.inf if part == 1 else part / (1 - part) * years_before / years_after for part in (bounds.low, bounds.high))
    estimate = math.inf if before == 0 else after / years_after / (before / years_before)
    return Ratio(estimate, float(low), float(high), float(test.pvalue))


def smallest_rate_ratio(events: int, years_after: float, years_before: float, side: Side = "positive") -> float:
    """Which rate ratio above 1 would the exact 5% test find with 80% power in this number of events? Binomial, no approximation."""
    share, counts = years_after / (years_after + years_before), np.arange(events + 1)
    # The largest rejection region whose probability is at most 5% (2.5% for the upper end of a two-sided test).
    tail = counts[stats.binom.sf(counts - 1, events, share) <= (ALPHA if side == "positive" else ALPHA / 2)]
    if not len(tail):
        return math.inf

    def short(ratio: float) -> float:
        return stats.binom.sf(tail[0] - 1, events, ratio * years_after / (ratio * years_after + years_before)) - POWER

    return float(optimize.brentq(short, 1, 1e6))


def fisher(table: ArrayLike, side: Side = "two-sided") -> Ratio:
    """Do two yes-or-no marks go together in a table of four counts? Fisher's exact test with the odds ratio.

    table: [[yes of the group, no of the group], [yes of the others, no of the others]]. The odds ratio is the conditional
    maximum likelihood estimate with its exact interval, infinite where a cell is empty. Source: Fisher (1935); Cornfield (1956).
    """
    cells = np.asarray(table, int)
    found = odds_ratio(cells, kind="conditional")
    bounds = found.confidence_interval(1 - ALPHA)
    return Ratio(float(found.statistic), float(bounds.low), float(bounds.high), float(stats.fisher_exact(cells, alternative=_WORDS[side]).pvalue))


def odds(table: ArrayLike) -> float:
    """What is the odds ratio of a table of four alone? Conditional maximum likelihood, as in fisher."""
    return float(odds_ratio(np.asarray(table, int), kind="conditional").statistic)


def smallest_odds_ratio(table: ArrayLike) -> float:
    """Which odds ratio above 1 would the one-sided exact 5% test find with 80% power, given this table's margins?

    Infinite where no table with these margins is rare enough. Fisher's noncentral hypergeometric distribution.
    """
    (a, b), (c, d) = np.asarray(table, int)
    margins = (a + b + c + d, a + b, a + c)
    counts = np.arange(max(0, a - d), min(a + b, a + c) + 1)
    tail = counts[stats.hypergeom.sf(counts - 1, *margins) <= ALPHA]
    if not len(tail):
        return math.inf

    def short(log_odds: float) -> float:
        return stats.nchypergeom_fisher.sf(tail[0] - 1, *margins, math.exp(log_odds)) - POWER

    return float(math.exp(optimize.brentq(short, 0, 14)))


def sign_p(rises: int, n: int, side: Side = "positive") -> float:
    """How rare are so many rises among n changes if rise and fall are equally likely? Exact binomial (Arbuthnot 1710)."""
    return float(stats.binomtest(rises, n, 0.5, alternative=_WORDS[side]).pvalue)


def reach(error: float, side: Side = "two-sided") -> float:
    """How far from zero must an effect lie for a 5% test to find it with 80% power? Normal approximation, in the error's unit."""
    return float((stats.norm.ppf(1 - (ALPHA / 2 if side == "two-sided" else ALPHA)) + stats.norm.ppf(POWER)) * error)
