"""How democratic are the states in which something was found? Means over years, ranks over states; no test of a cause."""

from __future__ import annotations

import pandas as pd

from ..inference import difference_interval, rank_correlation, rank_interval, smallest_correlation
from .events import select
from .policing import police_events

FIRST, LAST = 2000, 2023
PAST_ANNOUNCEMENT = ("signed", "installing", "trial", "operating", "completed", "suspended", "contested")


def mean_libdem(regimes: pd.DataFrame) -> pd.Series:
    """How democratic was each coded state on average, 2000-2023? V-Dem v14 liberal democracy index by iso3."""
    years = regimes[regimes["year"].between(FIRST, LAST)]
    return years.groupby("iso3")["libdem"].mean().dropna()


def police_events_by_state(events: pd.DataFrame, provider: str, regimes: pd.DataFrame, basics: pd.DataFrame, states: pd.DataFrame, recognition: pd.DataFrame) -> pd.DataFrame:
    """How often were police events found, beside how democratic a state is? One row per state that V-Dem codes.

    Returns iso3, state, events, events_per_million (people, mean of 2000-2023), population_million, libdem (mean of
    2000-2023) and recognizes_taiwan. 0 means that none was found, which is not the same as none.
    """
    people = basics[basics["year"].between(FIRST, LAST)].groupby("iso3")["population"].mean()
    libdem = mean_libdem(regimes)
    found = police_events(events, provider)["iso3"].value_counts().reindex(libdem.index, fill_value=0)
    taiwan = set(recognition.loc[recognition["event"] == "recognizes Taiwan", "iso3"])
    return pd.DataFrame({
        "iso3": libdem.index, "state": states.set_index("iso3")["name"].reindex(libdem.index).to_numpy(), "events": found.to_numpy(), "events_per_million": (1e6 * found / people.reindex(libdem.index)).to_numpy(),
        "population_million": (people.reindex(libdem.index) / 1e6).to_numpy(), "libdem": libdem.to_numpy(), "recognizes_taiwan": [state in taiwan for state in libdem.index],
    })


def states_compared(by_state: pd.DataFrame) -> int:
    """How many states does a comparison rest on?"""
    return len(by_state)


def rank_with_democracy(by_state: pd.DataFrame) -> float:
    """Do states with more police events a head rank as more democratic? Spearman, -1 to 1."""
    return rank_correlation(by_state["events_per_million"].tolist(), by_state["libdem"].tolist())


def rank_low(by_state: pd.DataFrame) -> float:
    """How low can that rank correlation be, with 95% confidence?"""
    return rank_interval(rank_with_democracy(by_state), len(by_state))[0]


def rank_high(by_state: pd.DataFrame) -> float:
    """How high can that rank correlation be, with 95% confidence?"""
    return rank_interval(rank_with_democracy(by_state), len(by_state))[1]


def smallest_seen(by_state: pd.DataFrame) -> float:
    """Which correlation would have been found with 80% power among these states?"""
    return smallest_correlation(len(by_state))


LEADERS = 5  # as many as fit in one glance at the top of a scatter


def leaders_mean(by_state: pd.DataFrame, column: str) -> float:
    """What is the mean of a column among the five states with most police events a head?"""
    return float(by_state.nlargest(LEADERS, "events_per_million")[column].mean())


def states_mean(by_state: pd.DataFrame, column: str) -> float:
    """What is the mean of a column among all states compared?"""
    return float(by_state[column].mean())


def safe_city_states(events: pd.DataFrame, provider: str) -> set[str]:
    """In which states does a counted row tell of a safe-city system of this provider that went past announcement?"""
    rows = select(events, listed="safe_city", about=provider)
    return set(rows.loc[rows["status"].isin(PAST_ANNOUNCEMENT), "iso3"].dropna())


def libdem_gap(regimes: pd.DataFrame, states: set[str]) -> float:
    """How much more democratic are these states on average than the other coded ones? Index points, 2000-2023."""
    libdem = mean_libdem(regimes)
    inside = libdem.index.isin(states)
    return float(libdem[inside].mean() - libdem[~inside].mean())


def libdem_gap_low(regimes: pd.DataFrame, states: set[str]) -> float:
    """How low can that gap be, with 95% confidence, were these states drawn from many? Welch's interval of two means."""
    return _gap_interval(regimes, states)[0]


def libdem_gap_high(regimes: pd.DataFrame, states: set[str]) -> float:
    """How high can that gap be, with 95% confidence?"""
    return _gap_interval(regimes, states)[1]


def _gap_interval(regimes: pd.DataFrame, states: set[str]) -> tuple[float, float]:
    libdem = mean_libdem(regimes)
    inside = libdem.index.isin(states)
    return difference_interval(libdem[inside].tolist(), libdem[~inside].tolist())
