"""What does the result of a registered test hold, and which rows does each test take? The tests stand in two modules.

registered_counts has T01, T02, T08, T09 and T16 and loads statsmodels; registered_shares has T03, T10-T13, T17 and T18.
The definitions are those of data/tests.csv with the dated lines of its sidecar. Each selection of events has one function
here, so that a recoding of the table touches nothing else.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..inference.permutation import Side
from . import policing, surveillance
from .events import dated, select

FIRST, LAST = 2000, 2021
LEFT_OUT = ("ARG", "BRA", "ECU", "VEN")  # the states whose rows or money could carry a result alone


@dataclass(frozen=True)
class Variant:
    """The same test on another cut of the data, as the registration or the method asks."""

    what: str
    n: int
    estimate: float
    p: float
    low: float = math.nan
    high: float = math.nan


@dataclass(frozen=True)
class Result:
    """What one registered test found. Interval 95% and two-sided throughout; p on the registered side; nan where there is none."""

    id: str
    n: int
    measure: str
    unit: str
    estimate: float
    low: float
    high: float
    p: float
    p_kind: str  # permutation | exact | bootstrap
    side: Side
    smallest: float  # smallest effect found with 80% power at this n, in the estimate's unit; inf or nan: none could be
    smallest_how: str
    n_of: str = "states"
    model_p: float = math.nan
    dispersion: float = math.nan  # Pearson chi-squared over degrees of freedom of the Poisson model
    without: dict[str, float] = field(default_factory=dict)  # the estimate without each state in turn
    variants: tuple[Variant, ...] = ()
    note: str = ""

    @property
    def without_low(self) -> float:
        """The lowest estimate when one state is left out."""
        return min(self.without.values())

    @property
    def without_high(self) -> float:
        """The highest estimate when one state is left out."""
        return max(self.without.values())


def cooperation(events: pd.DataFrame) -> pd.DataFrame:
    """Which counted rows are Chinese police events in one state (T01)?"""
    return policing.police_events(events, "CN")


def gifts(events: pd.DataFrame) -> pd.DataFrame:
    """Which counted rows are Chinese gifts to police (T09-T12)?"""
    return policing.gifts(events, "CN")


def contacts(events: pd.DataFrame) -> pd.DataFrame:
    """Which counted rows are Chinese police training, visits and forums (T11)?"""
    return select(events, listed="law_enforcement", about="CN", **policing.GROUPS["contacts"])


def system_states(safe_cities: pd.DataFrame) -> set[str]:
    """In which states did a Chinese safe-city system get past announcement (T18)?"""
    return set(surveillance.places(safe_cities)["iso3"])


def beijing(recognition: pd.DataFrame, iso3: pd.Index) -> np.ndarray:
    """Which of these states recognize Beijing today? Booleans."""
    return ~np.isin(iso3, list(policing.taipei(recognition)))


def per_state(rows: pd.DataFrame, iso3: pd.Index) -> np.ndarray:
    """How many rows has each of these states? 0 means that none was found."""
    return rows["iso3"].value_counts().reindex(iso3, fill_value=0).to_numpy(dtype=int)


def mean_freedom(freedom: pd.DataFrame) -> pd.Series:
    """How free was each state on average, 2000-2021? 14 less political rights less civil liberties: 0 least, 12 most free."""
    years = freedom[freedom["year"].between(FIRST, LAST)]
    return (14 - years["political_rights"] - years["civil_liberties"]).groupby(years["iso3"]).mean().sort_index()


def people(basics: pd.DataFrame, iso3: pd.Index, first: int = FIRST, last: int = LAST) -> np.ndarray:
    """How many million people has each of these states on average over some years?"""
    years = basics[basics["year"].between(first, last)]
    return years.groupby("iso3")["population"].mean().reindex(iso3).to_numpy(dtype=float) / 1e6


def with_people(x: pd.Series, basics: pd.DataFrame) -> pd.Series:
    """Which of these states have a population in the table? All of them do but on a reader's own tables."""
    return x[x.index.isin(basics.dropna(subset=["population"])["iso3"])]


def in_window(rows: pd.DataFrame, period: str) -> pd.DataFrame:
    """Which rows are dated to the month inside a window (before | after) of the launch?"""
    start, stop = policing.WINDOWS[period]
    rows = dated(rows)
    month = rows["date"].str[:7]
    return rows[(rows["date"].str.len() >= 7).fillna(False).astype(bool) & (month >= start) & (month <= stop)]


def years(period: str) -> float:
    """How long is a window, in years?"""
    (y0, m0), (y1, m1) = (map(int, edge.split("-")) for edge in policing.WINDOWS[period])
    return (12 * (y1 - y0) + m1 - m0 + 1) / 12


def by_publisher(events: pd.DataFrame, sources: pd.DataFrame, publishers: pd.DataFrame) -> pd.DataFrame:
    """Who published the page behind each Chinese police event? The rows of cooperation with a column publisher_kind."""
    kind = sources.set_index("key")["publisher"].map(publishers.set_index("key")["kind"])
    return cooperation(events).assign(publisher_kind=lambda rows: rows["source"].map(kind))
