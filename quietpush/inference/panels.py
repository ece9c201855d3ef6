"""What moves within states, and how sure is it with 33 of them? Slopes, wild bootstrap, permuted labels, stacked differences.

All functions take long arrays (one value per state and period) unless they say otherwise. Random draws are seeded, so a
number printed once is printed again.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import linalg, stats

from .intervals import ALPHA

DRAWS = 9_999  # an odd number just below 10,000: (draws + 1) * 0.05 is whole, and a p near 0.05 is known to about 0.002
SEED = 20_261_125
SIDES = ("two-sided", "positive", "negative")


@dataclass(frozen=True)
class Effect:
    """A slope or a difference and how sure it is.

    error: standard error (cluster-robust, or the spread over draws); low, high: 95% interval, two-sided whatever the test's
    side; p: of the bootstrap or the permutation; model_p: of the textbook formula; states, rows: what it rests on;
    scale: times estimate, the estimate free of units (a slope's partial correlation; a difference in standard deviations).
    """

    estimate: float
    error: float
    low: float
    high: float
    p: float
    model_p: float
    states: int
    rows: int
    scale: float


def codes(labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Which labels are there, and which of them does each row carry?"""
    names, number = np.unique(np.asarray(labels), return_inverse=True)
    return names, number


def effects(state: np.ndarray | None, period: np.ndarray | None, controls: tuple[np.ndarray, ...], rows: int) -> tuple[np.ndarray, int]:
    """Which directions do state effects, period effects and controls take up? An orthonormal basis, and how many they are.

    None leaves an effect out; the constant is always in.
    """
    columns = [np.ones((rows, 1))] + [np.eye(len(codes(label)[0]))[codes(label)[1]] for label in (state, period) if label is not None]
    columns += [np.asarray(control, float).reshape(rows, 1) for control in controls]
    basis, triangle, _ = linalg.qr(np.hstack(columns), mode="economic", pivoting=True)
    size = np.abs(np.diag(triangle))
    rank = int((size > size[0] * 1e-10).sum())
    return basis[:, :rank], rank


def net(values: np.ndarray, basis: np.ndarray) -> np.ndarray:
    """What is left of the values once the effects are taken out? Frisch and Waugh (1933), Lovell (1963)."""
    values = np.asarray(values, float)
    return values - basis @ (basis.T @ values)


def slope(y: np.ndarray, x: np.ndarray, state: np.ndarray | None = None, period: np.ndarray | None = None, controls: tuple[np.ndarray, ...] = ()) -> float:
    """By how much is y higher where x is higher by one, net of state effects, period effects and controls? OLS."""
    basis, _ = effects(state, period, controls, len(y))
    x_net = net(x, basis)
    return float(x_net @ np.asarray(y, float) / (x_net @ x_net))


def t_p(t: float, freedom: int, side: str = "two-sided") -> float:
    """How often is Student's t that far out on this side?"""
    if side not in SIDES:
        raise ValueError(f"side {side!r} is none of {', '.join(SIDES)}")
    tail = stats.t.sf(abs(t) if side == "two-sided" else t if side == "positive" else -t, freedom)
    return float(2 * tail if side == "two-sided" else tail)


def smallest_effect(error: float, states: int, side: str = "two-sided", power: float = 0.8) -> float:
    """Which true effect would a 5% test find with this power, given its standard error? t with states - 1 degrees of freedom.

    Source: Bloom (1995), Minimum detectable effects, Evaluation Review 19; about 2.8 errors two-sided, 2.5 one-sided.
    """
    tail = ALPHA / 2 if side == "two-sided" else ALPHA
    return float(error * (stats.t.ppf(1 - tail, states - 1) + stats.t.ppf(power, states - 1)))


def beyond(drawn: np.ndarray, found: float, side: str) -> float:
    """In which share of draws is the statistic as far out as the one found? The one found counts among them."""
    far = np.abs(drawn) >= abs(found) - 1e-12 if side == "two-sided" else drawn >= found - 1e-12 if side == "positive" else drawn <= found + 1e-12
    return float((1 + far.sum()) / (1 + len(drawn)))


def bounds(p_of: Callable[[float], float], estimate: float, step: float) -> tuple[float, float]:
    """Between which values does a test not reject at 5%? Searched outward from the estimate, then halved; inf if it never does."""
    found = []
    for way in (-1, 1):
        near, far = 0.0, step
        while p_of(estimate + way * far) >= ALPHA and far < step * 1e6:
            near, far = far, far * 2
        for _ in range(30):
            middle = (near + far) / 2
            near, far = (middle, far) if p_of(estimate + way * middle) >= ALPHA else (near, middle)
        found.append(estimate + way * (far if far < step * 1e6 else math.inf))
    return found[0], found[1]


def wild_slope(
    y: np.ndarray, x: np.ndarray, state: np.ndarray, period: np.ndarray | None = None, controls: tuple[np.ndarray, ...] = (),
    side: str = "two-sided", draws: int = DRAWS, seed: int = SEED, within: bool = True, interval: bool = True,
) -> Effect:
    """How sure is a slope when observations of one state belong together? Wild cluster bootstrap, null imposed.

    y, x: one value per row; within: with state effects (False: levels, one row per state will do); controls: further
    columns. Residuals of the model with the slope set to its null value change sign state by state (Rademacher), and the
    cluster-robust t is taken anew. The interval holds the slopes that the same two-sided test does not reject. model_p and
    error are those of OLS clustered by state (t with states - 1 degrees of freedom).
    Source: Cameron, Gelbach and Miller (2008), Review of Economics and Statistics 90; inversion as in MacKinnon, Nielsen and Webb (2023).
    """
    names, number = codes(state)
    basis, rank = effects(state if within else None, period, controls, len(y))
    y_net, x_net = net(y, basis), net(x, basis)
    size = float(x_net @ x_net)
    if size <= 1e-12 * float(np.square(x).sum()):
        raise ValueError("x does not vary once the effects are taken out: no slope can be told")
    estimate = float(x_net @ y_net / size)
    owner = np.eye(len(names))[number]
    score = owner.T @ (x_net * (y_net - estimate * x_net))
    spread = float(np.sqrt(score @ score))
    if not spread:
        raise ValueError("nothing is left of y once x and the effects are taken out: there is no chance to test against")
    rows, groups = len(y_net), len(names)
    error = spread / size * math.sqrt(groups / (groups - 1) * (rows - 1) / (rows - rank - 1))
    signs = np.random.default_rng(seed).choice([-1.0, 1.0], size=(draws, groups))
    top_y, bottom_y = _scores(y_net, x_net, owner, basis, signs)
    top_x, bottom_x = _scores(x_net, x_net, owner, basis, signs)
    yy, yx, xx = (np.einsum("ij,ij->i", one, other) for one, other in ((bottom_y, bottom_y), (bottom_y, bottom_x), (bottom_x, bottom_x)))

    def p_of(null: float, side: str = "two-sided") -> float:
        """p of one null value: the draws are linear in it, so no draw is taken twice."""
        width = np.sqrt(np.maximum(yy - 2 * null * yx + null * null * xx, 1e-300))
        return beyond((top_y - null * top_x) / width, (estimate - null) * size / spread, side)

    low, high = bounds(p_of, estimate, error) if interval else (math.nan, math.nan)
    return Effect(estimate, error, low, high, p_of(0.0, side), t_p(estimate / error, groups - 1, side), groups, rows, math.sqrt(size / float(y_net @ y_net)))


def _scores(values: np.ndarray, x_net: np.ndarray, owner: np.ndarray, basis: np.ndarray, signs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each draw of signs: the slope's numerator, and each state's share in its variance once the drawn slope is taken out."""
    alone = net(values[:, None] * owner, basis)  # one column per state: its values, net of the effects
    shares = owner.T @ (x_net[:, None] * alone)
    by_state = signs @ shares.T
    top = by_state.sum(axis=1)
    return top, by_state - np.outer(top / float(x_net @ x_net), owner.T @ np.square(x_net))


def slope_without_each(
    y: np.ndarray, x: np.ndarray, state: np.ndarray, period: np.ndarray | None = None, controls: tuple[np.ndarray, ...] = (), within: bool = True,
) -> dict[str, float]:
    """What is the slope when one state is left out? One slope per state."""
    out = {}
    for name in codes(state)[0]:
        keep = np.asarray(state) != name
        out[str(name)] = slope(np.asarray(y)[keep], np.asarray(x)[keep], np.asarray(state)[keep] if within else None,
                               None if period is None else np.asarray(period)[keep], tuple(np.asarray(control)[keep] for control in controls))
    return out


def wide(values: np.ndarray, state: np.ndarray, period: np.ndarray) -> np.ndarray:
    """The same values as states by periods; every state needs every period once."""
    (states, row), (periods, column) = codes(state), codes(period)
    out = np.full((len(states), len(periods)), np.nan)
    out[row, column] = values
    if len(row) != out.size or np.isnan(out).any():
        raise ValueError(f"{len(row)} rows for {len(states)} states and {len(periods)} periods: the panel is not balanced")
    return out


def slope_difference(
    first: np.ndarray, second: np.ndarray, x: np.ndarray, state: np.ndarray, period: np.ndarray,
    side: str = "two-sided", draws: int = DRAWS, seed: int = SEED,
) -> Effect:
    """By how much does the slope of the first outcome exceed that of the second? Percentile interval over resampled states.

    Both slopes have the same x, state effects and period effects, in a balanced panel, so their difference is the slope of
    first - second. States are drawn whole with replacement; error is the spread of the draws. p is that of the wild
    cluster bootstrap of the difference.
    Source: Efron and Tibshirani (1993), chapters 8 and 13; Cameron, Gelbach and Miller (2008), pairs bootstrap by cluster.
    """
    gap = np.asarray(first, float) - np.asarray(second, float)
    tested = wild_slope(gap, x, state, period, side=side, draws=draws, seed=seed, interval=False)
    drawn = resampled_slopes(wide(gap, state, period), wide(x, state, period), draws, seed)
    low, high = np.quantile(drawn, [ALPHA / 2, 1 - ALPHA / 2])
    return Effect(tested.estimate, float(drawn.std(ddof=1)), float(low), float(high), tested.p, tested.model_p, tested.states, tested.rows, tested.scale)


def resampled_slopes(y: np.ndarray, x: np.ndarray, draws: int = DRAWS, seed: int = SEED) -> np.ndarray:
    """Which slopes come out when states are drawn with replacement? y, x: states by periods; one slope per draw.

    A state drawn twice counts twice, under an effect of its own, so that weights of whole states say it all.
    """
    states = len(y)
    weight = np.random.default_rng(seed).multinomial(states, np.full(states, 1 / states), size=draws).astype(float)
    y, x = y - y.mean(axis=1, keepdims=True), x - x.mean(axis=1, keepdims=True)
    mean_y, mean_x = weight @ y / states, weight @ x / states
    top = weight @ (x * y).sum(axis=1) - states * (mean_x * mean_y).sum(axis=1)
    return top / (weight @ np.square(x).sum(axis=1) - states * np.square(mean_x).sum(axis=1))


def shuffled_slopes(
    y: np.ndarray, x: np.ndarray, orders: np.ndarray, keep: np.ndarray, controls: tuple[np.ndarray, ...] = (), within: bool = True,
) -> tuple[np.ndarray, np.ndarray]:
    """Which slopes come out when whole histories of x are dealt anew over the states? Partial correlations and model p, one per order.

    y, x, controls: states by periods; orders: draws by states, the states in a new order; keep: places of the states that the
    sample holds, chosen by their y. One period: levels, without state effects. model_p is clustered by state, two-sided.
    Source: Simonsohn, Simmons and Nelson (2020), Specification curve analysis, Nature Human Behaviour 4.
    """
    keep, periods = np.asarray(keep), y.shape[1]
    number, period = np.repeat(np.arange(len(keep)), periods), np.tile(np.arange(periods), len(keep))
    basis, rank = effects(number if within else None, period if within else None, tuple(control[keep].ravel() for control in controls), len(number))
    y_net = net(y[keep].ravel(), basis)
    x_net = net(x[orders[:, keep]].reshape(len(orders), -1).T, basis)
    size = np.square(x_net).sum(axis=0)
    estimate = y_net @ x_net / size
    score = (x_net * (y_net[:, None] - x_net * estimate)).reshape(len(keep), periods, -1).sum(axis=1)
    groups, rows = len(keep), len(number)
    error = np.sqrt(np.square(score).sum(axis=0) * groups / (groups - 1) * (rows - 1) / (rows - rank - 1)) / size
    return estimate * np.sqrt(size / (y_net @ y_net)), 2 * stats.t.sf(np.abs(estimate / error), groups - 1)
