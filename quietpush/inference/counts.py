"""How does a count, or the hazard of a first event, move with a predictor? Poisson, NB2 and hazard models; wraps statsmodels.

The only module that loads statsmodels: a chapter that needs no model of counts does not import it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy import stats
from statsmodels.discrete.discrete_model import NegativeBinomial
from statsmodels.genmod.families import Binomial, Poisson, links
from statsmodels.genmod.generalized_linear_model import GLM

from .intervals import ALPHA
from .permutation import Side

NO_ALPHA = 1e-6  # a dispersion parameter below this cannot be told from a Poisson's


@dataclass(frozen=True)
class Model:
    """A fitted model of counts or hazards; slopes are in logarithms of the rate (or hazard) per unit of the predictor."""

    n: int
    intercept: float
    slopes: tuple[float, ...]
    errors: tuple[float, ...]  # standard errors of the slopes
    dispersion: float  # Pearson chi-squared over degrees of freedom; of the Poisson model for Poisson and NB2
    loglik: float
    alpha: float = 0.0  # NB2: variance = mean + alpha * mean^2; 0 is Poisson


def poisson(counts: ArrayLike, predictors: ArrayLike | None, exposure: ArrayLike | float = 1.0, quasi: bool = False) -> Model:
    """How does the rate of a count move with the predictors? Poisson regression, log link, log of exposure as offset.

    counts: n whole numbers; predictors: n values, n rows of k values, or None for the mean rate; exposure: n positive
    numbers (people, years). quasi: errors times the root of the dispersion. Source: McCullagh and Nelder (1989), chapter 6.
    """
    y, design, offset = _inputs(counts, predictors, exposure)
    fit = GLM(y, design, Poisson(), offset=offset).fit()
    spread = _pearson(y, fit.mu, design.shape[1])
    return _model(fit.params, fit.bse * (math.sqrt(spread) if quasi else 1.0), len(y), spread, fit.llf)


def negative_binomial(counts: ArrayLike, predictors: ArrayLike | None, exposure: ArrayLike | float = 1.0) -> Model:
    """The same where counts spread more than a Poisson's: NB2, its dispersion estimated by maximum likelihood.

    Inputs as in poisson. Where the counts spread no more than a Poisson's, the likelihood has its maximum at alpha = 0
    and the Poisson model is returned. Source: Lawless (1987), Negative binomial and mixed Poisson regression.
    """
    y, design, offset = _inputs(counts, predictors, exposure)
    plain = poisson(counts, predictors, exposure)
    if _alpha_score(y, fitted(plain, predictors, np.exp(offset))) <= 0:
        return plain
    for search in ("bfgs", "nm"):  # the second is slow and hardly ever needed
        fit = NegativeBinomial(y, design, loglike_method="nb2", offset=offset).fit(start_params=_start(y, design, offset), method=search, disp=0, maxiter=2000)
        if fit.mle_retvals["converged"] and np.isfinite(fit.bse).all():
            break
    else:
        raise ValueError(f"the negative binomial model of {len(y)} counts does not converge; use poisson(quasi=True)")
    alpha = float(fit.params[-1])
    return plain if alpha < NO_ALPHA else _model(fit.params[:-1], fit.bse[:-1], len(y), plain.dispersion, fit.llf, alpha)


def hazard(happened: ArrayLike, predictors: ArrayLike | None) -> Model:
    """How does the hazard of a first event move with the predictors? Complementary log-log model of discrete time.

    happened: one 0 or 1 per unit and period at risk; predictors as in poisson. exp(slope) is a hazard ratio.
    Source: Prentice and Gloeckler (1978); Allison (1982), Discrete-time methods for the analysis of event histories.
    """
    y, design, _ = _inputs(happened, predictors, 1.0)
    fit = GLM(y, design, Binomial(link=links.CLogLog())).fit()
    return _model(fit.params, fit.bse, len(y), fit.pearson_chi2 / fit.df_resid, fit.llf)


def ratio(model: Model, which: int = 0) -> tuple[float, float, float]:
    """By what factor does the rate move per unit of a predictor? Rate (or hazard) ratio with its 95% Wald interval."""
    slope, reach = model.slopes[which], stats.norm.ppf(1 - ALPHA / 2) * model.errors[which]
    return math.exp(slope), math.exp(slope - reach), math.exp(slope + reach)


def wald_p(model: Model, side: Side = "two-sided", which: int = 0) -> float:
    """How rare is a slope this far from zero, if the model holds? p of the normal approximation (Wald 1943)."""
    return _tail(model.slopes[which] / model.errors[which], side)


def likelihood_p(model: Model, null: Model, side: Side = "two-sided") -> float:
    """How rare is a first slope this far from zero, if the model holds? p of the likelihood ratio (Wilks 1938), by its signed root.

    null: the same model without its first predictor. Closer than Wald's p where counts are few or spread; not for quasi.
    """
    root = math.copysign(math.sqrt(max(0.0, 2 * (model.loglik - null.loglik))), model.slopes[0])
    return _tail(root, side)


def fitted(model: Model, predictors: ArrayLike | None, exposure: ArrayLike) -> np.ndarray:
    """Which counts does a Poisson or NB2 model expect? predictors as in poisson; exposure: n positive numbers."""
    _, design, offset = _inputs(exposure, predictors, exposure)
    return np.exp(design @ np.array([model.intercept, *model.slopes]) + offset)


def _tail(z: float, side: Side) -> float:
    return float({"two-sided": 2 * stats.norm.sf(abs(z)), "positive": stats.norm.sf(z), "negative": stats.norm.cdf(z)}[side])


def _inputs(counts: ArrayLike, predictors: ArrayLike | None, exposure: ArrayLike | float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    y = np.asarray(counts, dtype=float)
    people = np.broadcast_to(np.asarray(exposure, dtype=float), y.shape)
    if (people <= 0).any():
        raise ValueError(f"exposure must be positive; {int((people <= 0).sum())} of {len(y)} rows have none")
    columns = [] if predictors is None else [np.asarray(predictors, dtype=float).reshape(len(y), -1)]
    return y, np.hstack([np.ones((len(y), 1)), *columns]), np.log(people)


def _pearson(y: np.ndarray, mean: np.ndarray, parameters: int) -> float:
    return float(((y - mean) ** 2 / mean).sum() / (len(y) - parameters))


def _alpha_score(y: np.ndarray, mean: np.ndarray) -> float:
    """The slope of the NB2 likelihood in alpha at zero: positive where counts spread more (Cameron and Trivedi 1990)."""
    return float((((y - mean) ** 2 - y) / 2).sum())


def _start(y: np.ndarray, design: np.ndarray, offset: np.ndarray) -> np.ndarray:
    """One common rate and its moment estimate of alpha: from there the search converges where statsmodels' own start overflows."""
    rate = y.sum() / np.exp(offset).sum()
    mean = rate * np.exp(offset)
    alpha = float(np.clip((((y - mean) ** 2 - mean) / mean**2).mean(), 0.05, 5))
    return np.array([math.log(rate), *[0.0] * (design.shape[1] - 1), alpha])


def _model(params: np.ndarray, errors: np.ndarray, n: int, spread: float, loglik: float, alpha: float = 0.0) -> Model:
    return Model(n, float(params[0]), tuple(map(float, params[1:])), tuple(map(float, errors[1:])), float(spread), float(loglik), alpha)
