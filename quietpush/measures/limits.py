"""Who limits whose suppliers? Acts against Chinese network suppliers beside US sanctions on three states, by state and date."""

from __future__ import annotations

import pandas as pd

from .events import counted

SANCTIONED = ("CUB", "NIC", "VEN")
NETWORKS = ("telecom_network", "submarine_cable")
# The step that an act of these kinds is; an offer to replace equipment is an act against the supplier that it replaces.
STEPS = {"restriction": "barred", "measure": "ruled", "reaction": "said", "finding": "said", "offer": "replaced", "visit": "said"}
# Our table gives the provider "other" to bodies of the host state; a host's own act is a limit of its own.
ACTORS = {"US": "us", "CN": "china", "EU": "eu", "other": "host"}


def limits(events: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """What was done for and against Chinese network suppliers, and under which sanctions do three states stand?

    Counted events in the 33 states: suppliers has kind vendor_restriction, restrictions (act) of kind telecom_network or
    submarine_cable about China, and US sanctions (kind condition_or_sanction, act restriction) about China outside Cuba,
    Nicaragua and Venezuela; sanctions has the US sanctions set on these three. One row per event: event, iso3, state, group
    (suppliers | sanctions), date (empty where it was inferred), actor (us | china | eu | host), step (barred | ruled | said |
    replaced), what, confidence; suppliers first, states in the order of their first dated act.
    """
    rows = counted(events)
    rows = rows[rows["iso3"].isin(states["iso3"])]
    supplier = (rows["kind"] == "vendor_restriction") | (rows["kind"].isin(NETWORKS) & (rows["act"] == "restriction") & (rows["about"] == "CN"))
    sanction = (rows["kind"] == "condition_or_sanction") & (rows["provider"] == "US") & (rows["act"] == "restriction")
    against_china = sanction & (rows["about"] == "CN") & ~rows["iso3"].isin(SANCTIONED)
    rows = rows[supplier | against_china | (sanction & rows["iso3"].isin(SANCTIONED))]
    made = pd.DataFrame({
        "event": rows["event_id"], "iso3": rows["iso3"], "state": rows["iso3"].map(states.set_index("iso3")["name"]),
        "group": (supplier | against_china)[rows.index].map({True: "suppliers", False: "sanctions"}), "date": rows["date"].where(rows["date_basis"] != "inferred"),
        "actor": rows["provider"].map(ACTORS).fillna("host"), "step": rows["act"].map(STEPS).fillna("said"), "what": rows["what"], "confidence": rows["confidence"],
    })
    first = made.groupby(["group", "iso3"])["date"].transform("min")
    return made.assign(first=first).sort_values(["group", "first", "iso3", "date", "event"], ascending=[False, True, True, True, True]).drop(columns="first").reset_index(drop=True)


def dated_limits(table: pd.DataFrame) -> pd.DataFrame:
    """Which of these acts carry a date that their page gives, so that they can stand on a time axis?"""
    return table[table["date"].notna()].reset_index(drop=True)


def limit_rows(table: pd.DataFrame, group: str, actor: str | None = None) -> int:
    """How many acts has this group, by this actor (None: anybody)?"""
    return len(_of(table, group, actor))


def limit_states(table: pd.DataFrame, group: str, actor: str | None = None) -> int:
    """In how many states do they lie?"""
    return int(_of(table, group, actor)["iso3"].nunique())


def barred_states(table: pd.DataFrame) -> int:
    """In how many states did the host's own body bar a Chinese supplier or cancel a deal with one?"""
    rows = _of(table, "suppliers", "host")
    return int(rows.loc[rows["step"] == "barred", "iso3"].nunique())


def _of(table: pd.DataFrame, group: str, actor: str | None) -> pd.DataFrame:
    return table[(table["group"] == group) & ((table["actor"] == actor) if actor else True)]
