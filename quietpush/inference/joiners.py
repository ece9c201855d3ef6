"""Did those who joined change more than those who did not? Labels are dealt out anew; years of joining are stacked.

Random draws are seeded. Which states joined is taken as chance among the states compared; where joining followed the same
causes as the outcome, no p value mends that.
"""

from __future__ import annotations

import math

import numpy as np
from scipy import stats

from .panels import DRAWS, SEED, Effect, beyond, bounds, effects, net, t_p


def _shuffled(states: int, draws: int, seed: int) -> np.ndarray:
    """The states in a new order for every draw: draws by states."""
    return np.argsort(np.random.default_rng(seed).random((draws, states)), axis=1)


def _dealt(drawn: np.ndarray, moved: np.ndarray, found: float, side: str) -> tuple[float, float, float, float]:
    """error, low, high and p from labels dealt anew. moved: what a true effect of one would add to each draw.

    The interval holds the effects that, once taken out of those who joined, leave the labels without a sign of one
    (Rosenbaum 2002, chapter 2, an additive effect).
    """
    error = float(drawn.std())
    low, high = bounds(lambda effect: beyond(drawn - effect * moved, found - effect, "two-sided"), found, error)
    return error, low, high, beyond(drawn, found, side)


def label_difference(change: np.ndarray, joined: np.ndarray, side: str = "two-sided", draws: int = DRAWS, seed: int = SEED) -> Effect:
    """By how much more did the states with the label change, on average? Permutation of the labels over states.

    change: one value per state; joined: true where the state has the label. error is the spread of the difference over
    draws; model_p is Welch's t.
    Source: Fisher (1935), Pitman (1937); interval by inversion, Rosenbaum (2002).
    """
    change, joined = np.asarray(change, float), np.asarray(joined, bool)
    found = float(change[joined].mean() - change[~joined].mean())
    order, count = _shuffled(len(change), draws, seed), int(joined.sum())

    def gap(values: np.ndarray) -> np.ndarray:
        return values[order[:, :count]].mean(axis=1) - values[order[:, count:]].mean(axis=1)

    error, low, high, p = _dealt(gap(change), gap(joined.astype(float)), found, side)
    other = {"two-sided": "two-sided", "positive": "greater", "negative": "less"}[side]
    model = float(stats.ttest_ind(change[joined], change[~joined], equal_var=False, alternative=other).pvalue)
    return Effect(found, error, low, high, p, model, len(change), len(change), 1 / float(change.std(ddof=1)))


def label_difference_without_each(change: np.ndarray, joined: np.ndarray, state: np.ndarray) -> dict[str, float]:
    """What is the difference in means when one state is left out?"""
    change, joined, state = np.asarray(change, float), np.asarray(joined, bool), np.asarray(state)
    return {str(name): float(change[joined & (state != name)].mean() - change[~joined & (state != name)].mean()) for name in state}


def _stack(outcome: np.ndarray, years: np.ndarray, cohorts: np.ndarray, before: int, after: int) -> np.ndarray:
    """The outcome around each year of joining: states by cohorts by event times (-before ... after)."""
    years = np.asarray(years)
    if len(missing := {int(g + k) for g in cohorts for k in range(-before, after + 1)} - set(years.tolist())):
        raise ValueError(f"years {sorted(missing)} are not in the panel, but the window around a year of joining needs them")
    place = np.array([[int(np.flatnonzero(years == g + k)[0]) for k in range(-before, after + 1)] for g in cohorts])
    return np.asarray(outcome, float)[:, place]


def _cohort_gap(values: np.ndarray, order: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Joiners less never-joiners, weighted over cohorts as OLS on the stack does. values: states by cohorts; order: draws by states.

    In each draw the first states of the order are the joiners, cohort by cohort; those after them never join.
    """
    starts, never = np.cumsum(sizes) - sizes, int(sizes.sum())
    weight = sizes * (len(values) - never) / (sizes + len(values) - never)
    gaps = [values[order[:, start:start + size], cohort].mean(axis=1) - values[order[:, never:], cohort].mean(axis=1) for cohort, (start, size) in enumerate(zip(starts, sizes))]
    return np.average(gaps, axis=0, weights=weight)


def _sorted(joined: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The years of joining, how many states joined in each, and the states in that order, never-joiners (NaN) last."""
    joined = np.asarray(joined, float)
    cohorts, sizes = np.unique(joined[~np.isnan(joined)], return_counts=True)
    if not len(cohorts) or not np.isnan(joined).any():
        raise ValueError("a stack needs states that joined and states that never did")
    return cohorts.astype(int), sizes, np.argsort(joined, kind="stable")[None, :]


def stacked_effect(
    outcome: np.ndarray, years: np.ndarray, joined: np.ndarray, before: int = 4, after: int = 2,
    side: str = "two-sided", draws: int = DRAWS, seed: int = SEED,
) -> Effect:
    """How much more did the outcome change in the states that joined, from the years before joining to the years from it on?

    outcome: states by years; joined: year of joining, NaN for never-joiners. Each year of joining makes a stack of its
    joiners and all never-joiners, from ``before`` years before to ``after`` years after; OLS with effects of state and
    year within each stack. p and interval come from dealing the years of joining anew over the states; model_p is
    clustered by state, t with states - 1 degrees of freedom.
    Source: Cengiz, Dube, Lindner and Zipperer (2019), stacked by event; Conley and Taber (2011), permuted labels.
    """
    cohorts, sizes, own = _sorted(joined)
    stack = _stack(outcome, years, cohorts, before, after)
    late = stack[:, :, before:].mean(axis=2) - stack[:, :, :before].mean(axis=2)
    found = float(_cohort_gap(late, own, sizes)[0])
    order = _shuffled(len(stack), draws, seed)
    treated = (np.asarray(years)[None, :] >= np.nan_to_num(np.asarray(joined, float), nan=np.inf)[:, None]).astype(float)
    path = _stack(treated, years, cohorts, before, after)
    added = path[:, :, before:].mean(axis=2) - path[:, :, :before].mean(axis=2)
    error, low, high, p = _dealt(_cohort_gap(late, order, sizes), _cohort_gap(added, order, sizes), found, side)
    joins = np.asarray(joined, float)[:, None]
    keep = np.isnan(joins) | (joins == cohorts[None, :])
    t, rows = _stacked_t(stack, np.asarray(joined, float), keep, before)
    return Effect(found, error, low, high, p, t_p(t, len(stack) - 1, side), len(stack), rows, 1 / float(late[keep].std(ddof=1)))


def _stacked_t(stack: np.ndarray, joined: np.ndarray, keep: np.ndarray, before: int) -> tuple[float, int]:
    """Cluster-robust t of the stacked regression, and its rows. keep: which state stands in which cohort's stack."""
    state, cohort, time = np.nonzero(np.repeat(keep[:, :, None], stack.shape[2], axis=2))
    y, x = stack[state, cohort, time], (~np.isnan(joined[state]) & (time >= before)).astype(float)
    basis, rank = effects(state * keep.shape[1] + cohort, cohort * stack.shape[2] + time, (), len(y))
    y_net, x_net = net(y, basis), net(x, basis)
    estimate = x_net @ y_net / (x_net @ x_net)
    score = np.bincount(state, x_net * (y_net - estimate * x_net), minlength=len(stack))
    groups, rows = len(stack), len(y)
    error = math.sqrt(score @ score * groups / (groups - 1) * (rows - 1) / (rows - rank - 1)) / (x_net @ x_net)
    return float(estimate / error), rows


def stacked_effect_without_each(outcome: np.ndarray, years: np.ndarray, joined: np.ndarray, state: np.ndarray, before: int = 4, after: int = 2) -> dict[str, float]:
    """What is the stacked effect when one state is left out?"""
    out = {}
    for place, name in enumerate(state):
        keep = np.arange(len(state)) != place
        cohorts, sizes, own = _sorted(np.asarray(joined, float)[keep])
        stack = _stack(np.asarray(outcome, float)[keep], years, cohorts, before, after)
        out[str(name)] = float(_cohort_gap(stack[:, :, before:].mean(axis=2) - stack[:, :, :before].mean(axis=2), own, sizes)[0])
    return out


def event_path(
    outcome: np.ndarray, years: np.ndarray, joined: np.ndarray, before: int = 4, after: int = 2, draws: int = DRAWS, seed: int = SEED,
) -> list[tuple[int, Effect]]:
    """How far apart were joiners and never-joiners in each year around joining, against the year before it? Event study.

    As ``stacked_effect``; one pair of event time and effect for every year but the last before joining, which is the
    base. Intervals are pointwise: the effect of that year, dealt anew. model_p is not taken (NaN).
    Source: as stacked_effect; event times before -1 show whether the groups ran apart before anyone joined.
    """
    cohorts, sizes, own = _sorted(joined)
    stack = _stack(outcome, years, cohorts, before, after)
    order = _shuffled(len(stack), draws, seed)
    joins = np.asarray(joined, float)[:, None]
    out = []
    for place, time in enumerate(range(-before, after + 1)):
        if time == -1:
            continue
        change = stack[:, :, place] - stack[:, :, before - 1]
        added = (joins == cohorts[None, :]).astype(float)  # an effect at this event time of a state's own stack alone
        found = float(_cohort_gap(change, own, sizes)[0])
        error, low, high, p = _dealt(_cohort_gap(change, order, sizes), _cohort_gap(added, order, sizes), found, "two-sided")
        out.append((time, Effect(found, error, low, high, p, math.nan, len(stack), len(stack), 1 / float(change[np.isnan(joins) | (added > 0)].std(ddof=1)))))
    return out
