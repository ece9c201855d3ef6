"""How many hits among many tests would chance have made? False discovery rates; wraps scipy."""

from __future__ import annotations

import math
from collections.abc import Sequence

from scipy import stats


def q_values(ps: Sequence[float | None]) -> list[float | None]:
    """At which false discovery rate would each test still count as a hit? Benjamini-Hochberg q, in the order given.

    ps: one p per test; None (or nan) where a test gives none, which stays None and is not counted among the tests.
    Source: Benjamini and Hochberg (1995), Controlling the false discovery rate, J. R. Stat. Soc. B 57.
    """
    given = [i for i, p in enumerate(ps) if p is not None and not math.isnan(p)]
    out: list[float | None] = [None] * len(ps)
    for i, q in zip(given, stats.false_discovery_control([ps[i] for i in given], method="bh") if given else ()):
        out[i] = float(q)
    return out
