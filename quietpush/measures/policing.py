"""What did police receive or share, from whom, where and how often? Gifts, contacts and rates, as far as found."""

from __future__ import annotations

import pandas as pd

from .. import inference
from .events import dated, select

# The windows of the registered test T10: the initiative was launched in April 2022; little after March 2026 was searched.
LAUNCH = "2022-04"
WINDOWS = {"before": ("2009-01", "2022-03"), "after": ("2022-04", "2026-03")}
# What was given, who met or was taught, what was signed. An academy that is built is a gift of a building, not a course.
GROUPS = {
    "gifts": {"kinds": ("police_equipment",), "instruments": ("gift",)},
    "contacts": {"kinds": ("police_contact", "police_training"), "acts": ("visit", "training")},
    "agreements": {"kinds": ("police_justice_agreement",)},
}
# Not cooperation: posts nobody granted, firms that guard firms, opinions; disputes, refusals and findings (the list of the registered test T01).
NO_COOPERATION_KINDS = ("overseas_station", "private_security", "statement", "policy_text")
NO_COOPERATION_ACTS = ("reaction", "restriction", "finding")
OFFICIAL = ("diplomatic", "government", "military", "police")


def gifts(events: pd.DataFrame, provider: str | None = None) -> pd.DataFrame:
    """Which counted rows are gifts of equipment to police, interior ministries or border services?"""
    return select(events, listed="law_enforcement", about=provider, **GROUPS["gifts"])


def gift_count(events: pd.DataFrame, provider: str) -> int:
    """How many gifts to police by this provider were found?"""
    return len(gifts(events, provider))


def gift_states(events: pd.DataFrame, provider: str) -> int:
    """In how many states was a gift to police by this provider found?"""
    return int(gifts(events, provider)["iso3"].nunique())


def gifts_by_officials(events: pd.DataFrame, provider: str) -> int:
    """How many of these gifts came from an embassy, a government body or a military command?"""
    return int(gifts(events, provider)["provider_actor_type"].isin(OFFICIAL).sum())


def gifts_promised(events: pd.DataFrame, provider: str) -> int:
    """How many of these gifts are only announced, with no handover or signature in the row?"""
    return int((gifts(events, provider)["status"] == "announced").sum())


def taipei(recognition: pd.DataFrame) -> set[str]:
    """Which states recognize Taipei, by the list of March 2023?"""
    return set(recognition.loc[recognition["event"] == "recognizes Taiwan", "iso3"])


def taipei_states(recognition: pd.DataFrame) -> int:
    """How many states recognize Taipei?"""
    return len(taipei(recognition))


def gifts_to_taipei_states(events: pd.DataFrame, recognition: pd.DataFrame, provider: str) -> int:
    """How many gifts of this provider went to police of states that recognize Taipei?"""
    return int(gifts(events, provider)["iso3"].isin(taipei(recognition)).sum())


def _with_switch(events: pd.DataFrame, recognition: pd.DataFrame, provider: str) -> pd.DataFrame:
    """Dated gifts to states that switched to Beijing, and whether each came first; dates compared as far as both go."""
    switches = recognition.loc[recognition["event"] == "switched to PRC"].set_index("iso3")["date"]
    rows = gifts(events, provider).dropna(subset=["date"])
    rows = rows[rows["iso3"].isin(switches.index)]
    length = [min(len(gift), len(switch)) for gift, switch in zip(rows["date"], rows["iso3"].map(switches))]
    first = [gift[:n] < switch[:n] for gift, switch, n in zip(rows["date"], rows["iso3"].map(switches), length)]
    return rows.assign(before_switch=first)


def gifts_to_switchers(events: pd.DataFrame, recognition: pd.DataFrame, provider: str) -> int:
    """How many dated gifts went to police of states that moved recognition from Taipei to Beijing?"""
    return len(_with_switch(events, recognition, provider))


def gifts_before_switch(events: pd.DataFrame, recognition: pd.DataFrame, provider: str) -> int:
    """How many of these came before the state had switched?"""
    return int(_with_switch(events, recognition, provider)["before_switch"].sum())


def taiwan_gift_count(events: pd.DataFrame) -> int:
    """How many gifts to police by Taiwan were found? Rows of other providers whose actor names Taiwan."""
    return int(gifts(events, "other")["provider_actor"].str.contains("Taiwan", na=False).sum())


def priced_gifts(events: pd.DataFrame, provider: str) -> int:
    """How many gifts of this provider carry a price in dollars?"""
    return int(gifts(events, provider)["amount_usd"].notna().sum())


def median_gift_usd(events: pd.DataFrame, provider: str) -> float:
    """What did the middle one of the priced gifts cost, in dollars of its day?"""
    return float(gifts(events, provider)["amount_usd"].median())


def largest_gift_usd(events: pd.DataFrame, provider: str) -> float:
    """What did the largest priced gift cost, in dollars of its day?"""
    return float(gifts(events, provider)["amount_usd"].max())


def police_events(events: pd.DataFrame, provider: str) -> pd.DataFrame:
    """Which counted rows of the law-enforcement list tell of police cooperation by this provider in one state?"""
    rows = select(events, listed="law_enforcement", about=provider)
    return rows[rows["iso3"].notna() & ~rows["kind"].isin(NO_COOPERATION_KINDS) & ~rows["act"].isin(NO_COOPERATION_ACTS)]


def cooperation(events: pd.DataFrame) -> pd.DataFrame:
    """Which dated rows are Chinese police cooperation in a state? Year-only 2022 is left out: it may lie on either side."""
    rows = dated(police_events(events, "CN"))
    return rows[rows["date"] != LAUNCH[:4]]


def cooperation_count(events: pd.DataFrame) -> int:
    """How many dated rows of Chinese police cooperation in a state were found?"""
    return len(cooperation(events))


def cooperation_before(events: pd.DataFrame) -> int:
    """How many of these are dated before April 2022?"""
    return int((cooperation(events)["date"] < LAUNCH).sum())


def _window(events: pd.DataFrame, group: str, period: str) -> pd.DataFrame:
    """Chinese rows of a group in a state, dated at least to the month, inside a window."""
    start, stop = WINDOWS[period]
    rows = dated(select(events, listed="law_enforcement", about="CN", **GROUPS[group])).dropna(subset=["iso3"])
    month = rows["date"].str[:7]
    return rows[(rows["date"].str.len() >= 7) & (month >= start) & (month <= stop)]


def _years(period: str) -> float:
    (y0, m0), (y1, m1) = (map(int, edge.split("-")) for edge in WINDOWS[period])
    return (12 * (y1 - y0) + m1 - m0 + 1) / 12


def window_count(events: pd.DataFrame, group: str, period: str) -> int:
    """How many Chinese rows of this group (gifts | contacts | agreements) lie in this period (before | after)?"""
    return len(_window(events, group, period))


def window_rate(events: pd.DataFrame, group: str, period: str) -> float:
    """How many per year is that?"""
    return window_count(events, group, period) / _years(period)


def rates(events: pd.DataFrame) -> pd.DataFrame:
    """How often were gifts, contacts and agreements found before and after April 2022? One row per group and period.

    Returns group, period, events, years, rate_per_year, low_per_year, high_per_year: exact 95% Poisson interval.
    Rates of what was found: newer pages are found more easily, so a rise can be one of searching.
    """
    rows = []
    for group in GROUPS:
        for period in WINDOWS:
            found, years = window_count(events, group, period), _years(period)
            low, high = inference.rate_interval(found, years)
            rows.append({"group": group, "period": period, "events": found, "years": years, "rate_per_year": found / years, "low_per_year": low, "high_per_year": high})
    return pd.DataFrame(rows)


def rates_and_mix(events: pd.DataFrame) -> pd.DataFrame:
    """How often were gifts, contacts and accords found before and after April 2022, and how did the mix of the first two move?

    The rows of ``rates`` (panel rate: value a year, low, high), and for each period the shares of contacts and of gifts in their
    sum (panel mix: value in percent, no interval), which test T11 compares; there a row of several states counts too. Returns
    panel, group, period, events, value, low, high.
    """
    rate = rates(events).rename(columns={"rate_per_year": "value", "low_per_year": "low", "high_per_year": "high"}).drop(columns="years")
    rows = []
    for period, (start, stop) in WINDOWS.items():
        found = {}
        for group in ("contacts", "gifts"):
            given = dated(select(events, listed="law_enforcement", about="CN", **GROUPS[group]))
            found[group] = int((given["date"].str[:7].between(start, stop) & (given["date"].str.len() >= 7)).sum())
        rows += [{"panel": "mix", "group": group, "period": period, "events": events_found, "value": 100 * events_found / max(1, sum(found.values())), "low": float("nan"), "high": float("nan")} for group, events_found in found.items()]
    return pd.concat([rate.assign(panel="rate")[["panel", "group", "period", "events", "value", "low", "high"]], pd.DataFrame(rows)], ignore_index=True)


def mix_count(table: pd.DataFrame, group: str, period: str) -> int:
    """How many contacts (or gifts) does the mix count in this period (before | after)? table: from ``rates_and_mix``."""
    return int(_mix(table, group, period)["events"])


def mix_share_pct(table: pd.DataFrame, group: str, period: str) -> float:
    """Which share of contacts and gifts together were contacts (or gifts) in this period, in percent? table: from ``rates_and_mix``."""
    return float(_mix(table, group, period)["value"])


def _mix(table: pd.DataFrame, group: str, period: str) -> pd.Series:
    return table[(table["panel"] == "mix") & (table["group"] == group) & (table["period"] == period)].iloc[0]


def rate_bound(events: pd.DataFrame, group: str, period: str, bound: str) -> float:
    """Where does the exact 95% interval of a rate end (bound: low | high), in events per year?"""
    table = rates(events).set_index(["group", "period"])
    return float(table.at[(group, period), f"{bound}_per_year"])


def endorsing_states(events: pd.DataFrame, initiatives: pd.DataFrame) -> int:
    """How many states are documented as backing, joining or welcoming the Global Security Initiative?"""
    said = set(select(events, kinds=("policy_text",), acts=("agreement", "reaction"), about="CN")["iso3"].dropna())
    return len(said | set(initiatives.loc[initiatives["initiative"] == "Global Security Initiative", "iso3"].dropna()))


def homicide_rate(homicide: pd.DataFrame, iso3: str, year: int) -> float:
    """How many homicides per 100,000 people had this state in this year?"""
    found = homicide.loc[(homicide["iso3"] == iso3) & (homicide["year"] == year), "homicides_per_100k"]
    if found.empty or pd.isna(found.iloc[0]):
        raise ValueError(f"data/homicide.csv has no rate for {iso3} in {year}; name another year")
    return float(found.iloc[0])


def homicide_change_pct(homicide: pd.DataFrame, iso3: str, first: int, last: int) -> float:
    """By how many percent did the homicide rate of a state fall between two years? Negative where it rose."""
    return 100 * (1 - homicide_rate(homicide, iso3, last) / homicide_rate(homicide, iso3, first))


def homicide_times(homicide: pd.DataFrame, iso3: str, first: int, last: int) -> float:
    """How many times the homicide rate of the first year was that of the last?"""
    return homicide_rate(homicide, iso3, last) / homicide_rate(homicide, iso3, first)
