"""How far do two readers agree beyond chance? Cohen's kappa with its interval; wraps statsmodels, returns plain numbers."""

from __future__ import annotations

import pandas as pd
from statsmodels.stats.inter_rater import cohens_kappa


def kappa(first: list[str], second: list[str]) -> tuple[float, float, float]:
    """How far do two codings of the same things agree beyond chance? (kappa, low, high), 95% interval by the asymptotic error.

    1 is full agreement, 0 what chance would give. Words that only one reader used count as disagreement. Needs two words at
    least: where both readers always write the same one, chance cannot be told from agreement.
    Source: Cohen (1960); standard error of Fleiss, Cohen and Everitt (1969).
    """
    words = sorted({*first, *second})
    if len(first) != len(second) or len(words) < 2:
        raise ValueError(f"kappa needs two codings of the same length and two words at least, found {len(first)} and {len(second)} codes in {len(words)} words")
    counts = pd.crosstab(pd.Categorical(first, words), pd.Categorical(second, words), dropna=False)
    found = cohens_kappa(counts.to_numpy())
    return float(found.kappa), float(found.kappa_low), float(found.kappa_upp)
