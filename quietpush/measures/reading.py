"""How well does a second reading agree with the first, and which events have had one?"""

from __future__ import annotations

import pandas as pd

from ..inference import agreement
from .events import counted, in_list

# Columns with closed words, coded afresh by the second reader.
CODED = {"provider": "Who acted", "act": "What was done", "status": "How it stood"}


def outcome_count(readings: pd.DataFrame, outcome: str) -> int:
    """In how many second readings was this the outcome?"""
    return int((readings["outcome"] == outcome).sum())


def _both(readings: pd.DataFrame, column: str) -> pd.DataFrame:
    return readings.dropna(subset=[f"first_{column}", f"second_{column}"])


def coded_twice(readings: pd.DataFrame, column: str) -> int:
    """How many events have this column coded by both readers?"""
    return len(_both(readings, column))


def same_pct(readings: pd.DataFrame, column: str) -> float:
    """In what share of the events coded twice is this column the same, in percent? Dates: as far as both go."""
    both = _both(readings, column)
    return 100 * float(_agrees(both, column).mean())


def _agrees(both: pd.DataFrame, column: str) -> pd.Series:
    first, second = both[f"first_{column}"], both[f"second_{column}"]
    if column != "date":
        return first == second
    return pd.Series([a[: min(len(a), len(b))] == b[: min(len(a), len(b))] for a, b in zip(first, second)], index=both.index)


def kappa(readings: pd.DataFrame, column: str) -> float:
    """How far do the readers agree on this column beyond chance? Cohen's kappa, 0 to 1."""
    both = _both(readings, column)
    return agreement.kappa(both[f"first_{column}"].tolist(), both[f"second_{column}"].tolist())[0]


def agreement_by_column(readings: pd.DataFrame) -> pd.DataFrame:
    """How far do the readers agree, column by column? One row per column: column, events, same_pct, kappa, low, high (95%)."""
    rows = []
    for column, words in CODED.items():
        both = _both(readings, column)
        found, low, high = agreement.kappa(both[f"first_{column}"].tolist(), both[f"second_{column}"].tolist())
        rows.append({"column": words, "events": len(both), "same_pct": same_pct(readings, column), "kappa": found, "low": low, "high": high})
    return pd.DataFrame(rows)


def read_share_pct(events: pd.DataFrame, listed: str) -> float:
    """Which share of a list's counted events has had a second reading, in percent?"""
    rows = counted(events)
    return 100 * float(rows.loc[in_list(rows, listed), "second_reading"].mean())
