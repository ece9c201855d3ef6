"""What did all eighteen registered tests find, hits or not? One table, with false discovery rates over all of them."""

from __future__ import annotations

import math

import pandas as pd

from ..inference.many import q_values
from . import panels, registered_counts, registered_shares

SHORT = {
    "T01": "Police events and freedom", "T02": "The same, states that recognize Beijing", "T03": "Finance records and freedom", "T04": "Chinese commitments after a change in freedom",
    "T05": "US security money after a change in freedom", "T06": "US slope less Chinese slope", "T07": "US military money after a change in rights", "T08": "Police events and homicide",
    "T09": "First gift and homicide", "T10": "Rate of gifts after April 2022", "T11": "Share of contacts after April 2022", "T12": "Gifts and recognition of Beijing",
    "T13": "Finance records after a switch", "T14": "Belt and Road and voting distance", "T15": "Belt and Road and finance", "T16": "US cuts and Chinese police events",
    "T17": "Events found and free expression", "T18": "Camera systems and privacy",
}
HIT = 0.05


def results(tests: pd.DataFrame, frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """What did each registered test find? tests: the table tests; frames: every table that they name, by name.

    One row per test, in order: test, about, seen, n, n_of (states, gifts ...), estimate, low, high (95%, two-sided), unit, p (on the registered side; by
    permutation, bootstrap or exactly), q (Benjamini and Hochberg over all), side, smallest (effect found with 80% power, in the
    estimate's unit), without_low, without_high (the estimate when one state is left out), note.
    """
    rows = [*(_shares_or_counts(result) for result in _by_state(frames)), *(_panel(result) for result in panels.all_results(frames.__getitem__))]
    # An odds ratio without an upper end has no number to draw or print; the note says what it is.
    found = pd.DataFrame(rows).sort_values("test").reset_index(drop=True).replace([math.inf, -math.inf], math.nan)
    found.insert(1, "about", found["test"].map(SHORT))
    found.insert(2, "seen", found["test"].map(tests.set_index("id")["seen"]).map({True: "before", False: "not before"}))
    found.insert(list(found.columns).index("p") + 1, "q", q_values(found["p"].tolist()))
    return found


def _by_state(frames: dict[str, pd.DataFrame]) -> list:
    events, freedom, basics, recognition = (frames[name] for name in ("events", "freedom", "basics", "recognition"))
    records, homicide, us = (frames[name] for name in ("china_finance_records", "homicide", "us_obligations"))
    counts, shares = registered_counts, registered_shares
    return [
        counts.t01(events, freedom, basics), counts.t02(events, freedom, basics, recognition), shares.t03(records, freedom, basics),
        counts.t08(events, homicide, basics, recognition), counts.t09(events, homicide, recognition), shares.t10(events), shares.t11(events),
        shares.t12(events, recognition, frames["states"]), shares.t13(records, recognition, basics), counts.t16(events, us, basics),
        shares.t17(events, frames["regimes"], frames["sources"], frames["publishers"]), shares.t18(frames["safe_city_places"], frames["wjp"]),
    ]


def _shares_or_counts(result) -> dict:
    return {
        "test": result.id, "n": result.n, "n_of": result.n_of, "estimate": result.estimate, "low": result.low, "high": result.high, "unit": result.unit, "p": result.p, "side": result.side,
        "smallest": result.smallest, "without_low": result.without_low if result.without else math.nan, "without_high": result.without_high if result.without else math.nan, "note": result.note,
    }


def _panel(result) -> dict:
    return {
        "test": result.id, "n": result.n_states, "n_of": "states", "estimate": result.estimate, "low": result.low, "high": result.high, "unit": result.unit, "p": result.p, "side": result.side,
        "smallest": result.smallest, "without_low": result.loo_low, "without_high": result.loo_high, "note": result.note,
    }


def hits(found: pd.DataFrame, column: str = "q") -> int:
    """How many tests have a p, or a q, below 0.05? found: from ``results``."""
    return int((found[column] < HIT).sum())


def hit_names(found: pd.DataFrame, column: str = "q") -> str:
    """Which tests are these? "T11 and T12"."""
    names = found.loc[found[column] < HIT, "test"].tolist()
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or "none"
