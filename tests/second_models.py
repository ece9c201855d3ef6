"""How do tests fit a model a second time? Written out with dummies, plain sums and likelihoods; nothing here reads the book's inference."""

from __future__ import annotations

import math

import numpy as np
import statsmodels.api as sm
from scipy import optimize, special, stats


def effects(states: int, periods: int, *controls: np.ndarray) -> np.ndarray:
    """Columns to be held, for values laid out state by state: a constant, or with several periods dummies of both; then the controls."""
    if periods == 1:
        columns = [np.ones((states, 1))]
    else:
        columns = [np.kron(np.eye(states), np.ones((periods, 1))), np.kron(np.ones((states, 1)), np.eye(periods))[:, 1:]]
    return np.hstack([*columns, *(control.reshape(-1, 1) for control in controls)])


def net(values: np.ndarray, held: np.ndarray) -> np.ndarray:
    """What least squares on the held columns leaves over."""
    return values - held @ np.linalg.lstsq(held, values, rcond=None)[0]


def partial(y: np.ndarray, x: np.ndarray, *controls: np.ndarray) -> float:
    """Partial correlation of two panels (states by periods), effects and controls held."""
    held = effects(*y.shape, *controls)
    return float(np.corrcoef(net(y.ravel(), held), net(x.ravel(), held))[0, 1])


def clustered(y: np.ndarray, x: np.ndarray, *controls: np.ndarray) -> sm.regression.linear_model.RegressionResultsWrapper:
    """The slope (first) from another library: errors clustered by state, t with states less one degrees of freedom."""
    held, owner = effects(*y.shape, *controls), np.repeat(np.arange(len(y)), y.shape[1])
    return sm.OLS(y.ravel(), np.column_stack([x.ravel(), held])).fit(cov_type="cluster", cov_kwds={"groups": owner}, use_t=True)


def clustered_p(y: np.ndarray, x: np.ndarray, *controls: np.ndarray) -> float:
    """Two-sided p of this slope."""
    return float(clustered(y, x, *controls).pvalues[0])


def smallest(y: np.ndarray, x: np.ndarray) -> float:
    """The smallest slope that a two-sided 5% test finds with 80% power, as a partial correlation."""
    fit = clustered(y, x)
    return float(fit.bse[0] * (stats.t.ppf(0.975, len(y) - 1) + stats.t.ppf(0.8, len(y) - 1)) * partial(y, x) / fit.params[0])


def dealt_p(y: np.ndarray, deals: np.ndarray, *controls: np.ndarray) -> np.ndarray:
    """The same p for many x at once (deals by states by periods), with the sandwich written out."""
    held, (states, periods) = effects(*y.shape, *controls), y.shape
    x, left = net(deals.reshape(len(deals), -1).T, held), net(y.ravel(), held)
    slope = left @ x / (x**2).sum(axis=0)
    pulls = (x * (left[:, None] - x * slope)).reshape(states, periods, -1).sum(axis=1)
    small = states / (states - 1) * (left.size - 1) / (left.size - held.shape[1] - 1)
    error = np.sqrt(small * (pulls**2).sum(axis=0)) / (x**2).sum(axis=0)
    return 2 * stats.t.sf(abs(slope / error), states - 1)


class Wild:
    """Wild cluster bootstrap of a slope: the residuals of the null change sign state by state, and each sample is fitted anew."""

    def __init__(self, y: np.ndarray, x: np.ndarray, *controls: np.ndarray, draws: int, seed: int) -> None:
        held, self.states = effects(*y.shape, *controls), len(y)
        self.left = np.eye(y.size) - held @ np.linalg.pinv(held)
        self.x, self.y, self.shape = self.left @ x.ravel(), self.left @ y.ravel(), y.shape
        self.signs = np.repeat(np.random.default_rng(seed).choice([-1.0, 1.0], size=(self.states, draws)), y.shape[1], axis=0)
        self.slope = float(self.x @ self.y / (self.x @ self.x))

    def t(self, samples: np.ndarray) -> np.ndarray:
        """Slope over its clustered error, but for a factor that is the same in every sample."""
        slopes = self.x @ samples / (self.x @ self.x)
        left = samples - np.outer(self.x, slopes)
        return slopes / np.sqrt(((self.x[:, None] * left).reshape(*self.shape, -1).sum(axis=1) ** 2).sum(axis=0))

    def p(self, null: float = 0.0) -> float:
        """Two-sided p of one value of the slope."""
        away = self.y - null * self.x
        found, drawn = self.t(away[:, None])[0], self.t(self.left @ (away[:, None] * self.signs))
        return float((1 + (abs(drawn) >= abs(found) - 1e-12).sum()) / (1 + len(drawn)))

    def end(self, side: int) -> float:
        """The last value on one side (-1, 1) that is not rejected at 5%."""
        far = self.slope + side * 0.1
        while self.p(far) >= 0.05:
            far = self.slope + 2 * (far - self.slope)
        return float(optimize.brentq(lambda null: self.p(null) - 0.05, self.slope, far, xtol=1e-4 * abs(far - self.slope)))


def nb2(y: np.ndarray, columns: np.ndarray, exposure: np.ndarray) -> np.ndarray:
    """Coefficients and log dispersion at the maximum of the negative binomial likelihood (NB2). columns: with the constant, centered."""
    def minus(b: np.ndarray) -> float:
        mu, k = exposure * np.exp(np.clip(columns @ b[:-1], -50, 50)), np.exp(-b[-1])
        return -float((special.gammaln(y + k) - special.gammaln(k) - special.gammaln(y + 1) + k * np.log(k / (k + mu)) + special.xlogy(y, mu / (k + mu))).sum())

    best = np.zeros(columns.shape[1] + 1)
    best[0] = math.log(y.sum() / exposure.sum())
    for _ in range(3):
        best = optimize.minimize(minus, best, method="Nelder-Mead", options={"xatol": 1e-9, "fatol": 1e-12, "maxiter": 20_000, "maxfev": 20_000}).x
    return best


def nb2_score_p(y: np.ndarray, x: np.ndarray, exposure: np.ndarray, deals: int, seed: int) -> float:
    """How often is the score of a predictor over its error as far out when the predictor is dealt anew over the states?"""
    level, log_alpha = nb2(y, np.ones((len(y), 1)), exposure)
    mu, alpha = exposure * np.exp(level), np.exp(log_alpha)
    weight = mu / (1 + alpha * mu)
    random = np.random.default_rng(seed)
    drawn = np.array([x, *(random.permutation(x) for _ in range(deals))])
    away = drawn - (drawn @ weight / weight.sum())[:, None]
    z = abs(away @ ((y - mu) / (1 + alpha * mu)) / np.sqrt(away**2 @ weight))
    return float((z >= z[0] - 1e-9).mean())
