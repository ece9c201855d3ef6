"""How rare would this be if the labels had fallen by chance? Seeded permutation, bootstrap by state, leave-one-out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy import stats

from .intervals import ALPHA

SEED = 20261125
TIMES = 9_999  # the smallest p is then 0.0001, and the error of a p of 0.05 is 0.002
NEWTON_STEPS = 60  # a few resamples without contrast never settle; they lie beyond the percentiles wherever they stop
Side = Literal["two-sided", "positive", "negative"]


def orders(n: int, times: int = TIMES, seed: int = SEED) -> np.ndarray:
    """In which orders are n labels dealt again? `times` random permutations, one a row; the same for the same seed."""
    return np.random.default_rng(seed).permuted(np.tile(np.arange(n), (times, 1)), axis=1)


def chance(observed: float, drawn: np.ndarray, side: Side = "two-sided") -> float:
    """Which share of the statistics drawn by chance is as extreme as the one observed? The observed one counts as drawn.

    Two-sided compares distances from zero, so the statistic must be centered there.
    Source: Phipson and Smyth (2010), Permutation p-values should never be zero.
    """
    near = 1e-9 * max(1.0, abs(observed))  # ties that differ by rounding are ties
    if side == "two-sided":
        observed, drawn, side = abs(observed), np.abs(drawn), "positive"
    extreme = drawn >= observed - near if side == "positive" else drawn <= observed + near
    return float((1 + extreme.sum()) / (1 + len(drawn)))


def difference_p(values: ArrayLike, group: ArrayLike, side: Side = "two-sided", times: int = TIMES, seed: int = SEED) -> float:
    """Is the mean of the group (true) as far from that of the others if membership is dealt by chance?

    values: n numbers; group: n booleans. Source: Fisher (1935), The Design of Experiments, section 21.
    """
    x, inside = np.asarray(values, float), np.asarray(group, bool)
    drawn = x[orders(len(x), times, seed)]
    return chance(x[inside].mean() - x[~inside].mean(), drawn[:, inside].mean(axis=1) - drawn[:, ~inside].mean(axis=1), side)


def rank_p(x: ArrayLike, y: ArrayLike, side: Side = "two-sided", times: int = TIMES, seed: int = SEED) -> float:
    """Do two rankings agree as far (Spearman) if one is dealt by chance? Ties at their mean rank."""
    a, b = (_centered(stats.rankdata(values)) for values in (x, y))
    return chance(a @ b, a[orders(len(a), times, seed)] @ b, side)


def partial_rank(x: ArrayLike, y: ArrayLike, held: ArrayLike) -> float:
    """How far do two rankings agree once a third is held (partial Spearman)? Residuals of ranks; Conover (1999), section 5.4."""
    a, b = _rank_residuals(x, held), _rank_residuals(y, held)
    return float(a @ b / np.sqrt((a @ a) * (b @ b)))


def partial_rank_p(x: ArrayLike, y: ArrayLike, held: ArrayLike, side: Side = "two-sided", times: int = TIMES, seed: int = SEED) -> float:
    """The same by chance: residuals are dealt again (Freedman and Lane 1983)."""
    a, b = _rank_residuals(x, held), _rank_residuals(y, held)
    return chance(a @ b, a[orders(len(a), times, seed)] @ b, side)


def rank_biserial(values: ArrayLike, group: ArrayLike) -> float:
    """Do members of the group have higher values? Share of pairs where they do less share where they do not, -1 to 1.

    Ties count for neither. Source: Cureton (1956), Rank-biserial correlation; it is 2U / (n1 n2) - 1 of Mann and Whitney.
    """
    ranks, inside = stats.rankdata(values), np.asarray(group, bool)
    return float(2 * (ranks[inside].mean() - ranks[~inside].mean()) / len(ranks))


def rank_biserial_p(values: ArrayLike, group: ArrayLike, side: Side = "two-sided", times: int = TIMES, seed: int = SEED) -> float:
    """The same by chance: is the rank-biserial correlation as far from zero if membership is dealt again?"""
    return difference_p(stats.rankdata(values), group, side, times, seed)


def rank_biserial_interval(values: ArrayLike, group: ArrayLike, times: int = 4_999, seed: int = SEED) -> tuple[float, float]:
    """Between which values does a rank-biserial correlation leave the true one, with 95% confidence?

    States are resampled within the group and outside it; percentile bootstrap (Efron and Tibshirani 1993, chapter 13).
    """
    x, inside = np.asarray(values, float), np.asarray(group, bool)

    def gap(a: np.ndarray, b: np.ndarray, axis: int) -> np.ndarray:
        ranks, size = stats.rankdata(np.concatenate([a, b], axis=axis), axis=axis), a.shape[axis]
        first, second = np.split(ranks, [size], axis=axis)
        return 2 * (first.mean(axis) - second.mean(axis)) / ranks.shape[axis]

    drawn = stats.bootstrap((x[inside], x[~inside]), gap, vectorized=True, n_resamples=times, confidence_level=1 - ALPHA, method="percentile", rng=np.random.default_rng(seed))
    return float(drawn.confidence_interval.low), float(drawn.confidence_interval.high)


def score_z(x: np.ndarray, residual: np.ndarray, weight: np.ndarray, held: np.ndarray | None = None) -> np.ndarray:
    """How many standard errors does the likelihood pull a predictor's slope away from zero? Rao's score (1948), studentized.

    x: one predictor, or one a row. residual and weight: the null model's score and information per row of data. held: the
    null model's columns (default: the constant). The division by the error keeps the test valid where x goes with exposure.
    """
    rows = np.atleast_2d(x)
    columns = np.ones((len(residual), 1)) if held is None else held
    fit = np.linalg.solve((columns * weight[:, None]).T @ columns, (columns * weight[:, None]).T @ rows.T)
    apart = rows - (columns @ fit).T
    return (apart @ residual) / np.sqrt((apart**2) @ weight)


def count_score_p(counts: ArrayLike, x: ArrayLike, mean: ArrayLike, alpha: float = 0.0, held: np.ndarray | None = None, side: Side = "two-sided", times: int = TIMES, seed: int = SEED) -> float:
    """Does a count move with x as far if x is dealt to the states by chance? Score statistic of Poisson, or NB2 with alpha.

    counts, x: n each; mean, alpha: counts expected by, and dispersion of, the model without x (inference.counts); held:
    its columns, as in score_z. Source: Dean (1992) for the NB2 score; Janssen (1997) for studentized permutation.
    """
    expected, values = np.asarray(mean, float), np.asarray(x, float)
    residual, weight = (np.asarray(counts, float) - expected) / (1 + alpha * expected), expected / (1 + alpha * expected)
    return chance(float(score_z(values, residual, weight, held)[0]), score_z(values[orders(len(values), times, seed)], residual, weight, held), side)


def hazard_parts(happened: ArrayLike, linear: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """What are the score and the information of each unit and period under a fitted complementary log-log model?

    happened: 0 or 1; linear: the null model's linear predictor. Returns residual and weight for score_z.
    """
    log_hazard = np.asarray(linear, float)
    p = -np.expm1(-np.exp(log_hazard))
    slope = (1 - p) * np.exp(log_hazard)
    return (np.asarray(happened, float) - p) * slope / (p * (1 - p)), slope**2 / (p * (1 - p))


def series_score_p(series: ArrayLike, unit: ArrayLike, period: ArrayLike, residual: np.ndarray, weight: np.ndarray, held: np.ndarray, side: Side = "two-sided", times: int = TIMES, seed: int = SEED) -> float:
    """Does a hazard move with a series as far if whole series are dealt to the units by chance?

    series: units x periods, may have gaps; unit, period: position of each row of data; residual, weight, held: as in
    score_z. A gap that falls on a row takes that deal's mean, so it pulls neither way.
    """
    values, unit, period = np.asarray(series, float), np.asarray(unit, int), np.asarray(period, int)
    dealt = values[np.vstack([np.arange(len(values)), orders(len(values), times, seed)])[:, unit], period]
    dealt = np.where(np.isnan(dealt), np.nanmean(dealt, axis=1, keepdims=True), dealt)
    z = score_z(dealt, residual, weight, held)
    return chance(float(z[0]), z[1:], side)


@dataclass(frozen=True)
class Bootstrap:
    """An estimate with its bootstrap: standard error, 95% percentile interval and one-sided p against zero or less."""

    estimate: float
    error: float
    low: float
    high: float
    p_positive: float


def rank_difference(x: ArrayLike, first: ArrayLike, second: ArrayLike, times: int = 4_999, seed: int = SEED) -> Bootstrap:
    """Does x rank with the first variable more than with the second? Difference of two Spearman correlations, states resampled.

    x, first, second: n values of the same states. Source: Efron and Tibshirani (1993), chapters 6, 13 and 15.
    """
    data = np.array([x, first, second], dtype=float)
    drawn = np.random.default_rng(seed).integers(0, data.shape[1], (times, data.shape[1]))
    spread = _rank_gap(data[:, drawn])
    spread = spread[~np.isnan(spread)]  # a resample in which a variable does not vary has no correlation
    low, high = np.quantile(spread, [ALPHA / 2, 1 - ALPHA / 2])
    return Bootstrap(float(_rank_gap(data[:, None, :])[0]), float(spread.std(ddof=1)), float(low), float(high), float((1 + (spread <= 0).sum()) / (1 + len(spread))))


def slope_interval(counts: ArrayLike, predictors: ArrayLike, exposure: ArrayLike, start: ArrayLike, alpha: float = 0.0, times: int = 1_999, seed: int = SEED) -> tuple[float, float]:
    """Between which values does the first slope of a Poisson or NB2 model leave the true one, with 95% confidence? States resampled.

    start: the fitted intercept and slopes; alpha: the fitted dispersion, kept. Needs no model of the spread, unlike an
    error from the likelihood. Percentiles of Newton's solutions. Source: Efron and Tibshirani (1993), chapters 9 and 13.
    """
    y, people = np.asarray(counts, float), np.asarray(exposure, float)
    design = np.column_stack([np.ones(len(y)), np.asarray(predictors, float).reshape(len(y), -1)])
    drawn = np.random.default_rng(seed).multinomial(len(y), np.full(len(y), 1 / len(y)), times).astype(float)
    beta = np.tile(np.asarray(start, float), (times, 1))
    for _ in range(NEWTON_STEPS):
        mean = people * np.exp(beta @ design.T)
        pull, weight = drawn * (y - mean) / (1 + alpha * mean), drawn * mean / (1 + alpha * mean)
        bend = np.einsum("tn,ni,nj->tij", weight, design, design) + 1e-9 * np.eye(design.shape[1])
        step = np.clip(np.linalg.solve(bend, (pull @ design)[:, :, None])[:, :, 0], -1, 1)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    low, high = np.quantile(beta[:, 1], [ALPHA / 2, 1 - ALPHA / 2])
    return float(low), float(high)


def leave_one_out(names: Sequence[str], statistic: Callable[[np.ndarray], float]) -> dict[str, float]:
    """What is the statistic without each state in turn? statistic takes the positions kept; returns name -> value."""
    every = np.arange(len(names))
    return {name: float(statistic(np.delete(every, i))) for i, name in enumerate(names)}


def _rank_gap(data: np.ndarray) -> np.ndarray:
    """Difference of rank correlations for each resample: data is 3 x resamples x states."""
    ranks = stats.rankdata(data, axis=-1)
    ranks -= ranks.mean(axis=-1, keepdims=True)
    size = np.sqrt((ranks**2).sum(axis=-1))
    with np.errstate(invalid="ignore"):
        first, second = ((ranks[0] * ranks[i]).sum(axis=-1) / (size[0] * size[i]) for i in (1, 2))
    return first - second


def _centered(values: np.ndarray) -> np.ndarray:
    return values - values.mean()


def _rank_residuals(values: ArrayLike, held: ArrayLike) -> np.ndarray:
    a, z = _centered(stats.rankdata(values)), _centered(stats.rankdata(held))
    return a - z * (a @ z) / (z @ z)
