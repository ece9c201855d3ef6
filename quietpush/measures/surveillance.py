"""Which camera and recognition systems are documented, who supplied them, and do they work? Places and shares, as found."""

from __future__ import annotations

import re

import pandas as pd

from ..inference import intervals
from .events import dated, select
from .policing import LAUNCH

# Acts in which a system was sold, given, put up or at work, and perhaps stopped later; not offers, audits or disputes.
DEPLOYED = ("agreement", "delivery", "operation", "restriction")


def _chinese(events: pd.DataFrame) -> pd.DataFrame:
    """Rows of Chinese-supplied or Chinese-given systems in the list of safe cities."""
    return select(events, listed="safe_city", acts=DEPLOYED, about="CN")


def places(safe_cities: pd.DataFrame) -> pd.DataFrame:
    """In which places did a Chinese supply get beyond the announcement? One row per state and place; a national system is one."""
    return safe_cities.loc[safe_cities["stage"] != "announced", ["iso3", "place"]].reset_index(drop=True)


def place_count(safe_cities: pd.DataFrame) -> int:
    """How many such places are there?"""
    return len(places(safe_cities))


def place_states(safe_cities: pd.DataFrame) -> int:
    """In how many states do they lie?"""
    return int(places(safe_cities)["iso3"].nunique())


def places_in(safe_cities: pd.DataFrame, iso3: str) -> int:
    """How many of them lie in this state?"""
    return int((places(safe_cities)["iso3"] == iso3).sum())


def most_places(safe_cities: pd.DataFrame) -> int:
    """How many lie in the state that has most of them?"""
    return int(places(safe_cities)["iso3"].value_counts().iloc[0])


def systems_dated(events: pd.DataFrame) -> int:
    """How many counted rows of Chinese supply carry a date that is not the bare year 2022?"""
    return len(_dated(events))


def systems_before(events: pd.DataFrame) -> int:
    """How many of these are dated before April 2022?"""
    return int((_dated(events)["date"] < LAUNCH).sum())


def _dated(events: pd.DataFrame) -> pd.DataFrame:
    rows = dated(_chinese(events))
    return rows[rows["date"] != LAUNCH[:4]]


def all_cameras(events: pd.DataFrame, event: str) -> float:
    """Of how many cameras in all does one coded row speak? The number behind "of" in its quantity_unit."""
    unit = str(events.loc[events["event_id"] == event, "quantity_unit"].iloc[0])
    found = re.search(r"of ([\d,]+)", unit)
    if not found:
        raise ValueError(f"data/events.csv, {event}: quantity_unit {unit!r} no longer says 'of' how many; correct the id")
    return float(found[1].replace(",", ""))


def camera_share_pct(events: pd.DataFrame, event: str, counts_failed: bool = False) -> float:
    """Which share of a network's cameras worked, in percent? counts_failed: the row counts those that did not."""
    share = 100 * float(events.loc[events["event_id"] == event, "quantity"].iloc[0]) / all_cameras(events, event)
    return 100 - share if counts_failed else share


def systems(faces: pd.DataFrame) -> int:
    """How many face recognition systems did the census of 2021 find?"""
    return len(faces)


def systems_states(faces: pd.DataFrame) -> int:
    """In how many states do they stand?"""
    return int(faces["iso3"].nunique())


def systems_named(faces: pd.DataFrame) -> int:
    """How many of them name a supplier?"""
    return int(faces["supplier_named"].sum())


def systems_from(faces: pd.DataFrame, origin: str) -> int:
    """How many name a supplier of this origin (cn | us | eu | local | other_foreign)?"""
    return int(faces[f"has_{origin}"].sum())


def systems_local_only(faces: pd.DataFrame) -> int:
    """How many name local suppliers and no foreign one?"""
    foreign = faces[["has_cn", "has_us", "has_eu", "has_other_foreign"]].any(axis=1)
    return int((faces["has_local"] & ~foreign).sum())


def camera_steps(safe_cities: pd.DataFrame, events: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """How many cameras were announced, put up and said to work? One row per number that a place or a network gives.

    Chinese systems: the rows of safe_city_places that give at least two of the three numbers, and what AUDITED adds. Others: the
    networks of AUDITED. Returns system, supplier (China | Other), step (announced | installed | working), cameras,
    event (the row behind it).
    """
    names = states.set_index("iso3")["name"]
    rows = []
    for place in safe_cities.itertuples():
        numbers = {"announced": place.announced_cameras, "installed": place.installed_cameras, "working": place.working_cameras}
        known = {step: float(cameras) for step, cameras in numbers.items() if pd.notna(cameras)}
        if len(known) >= 2:
            town = names[place.iso3] if place.place == "national" else place.place
            rows += [{"system": town, "supplier": "China", "step": step, "cameras": cameras, "event": place.events.replace(";", ", ")} for step, cameras in known.items()]
    for event, (system, counts_failed) in AUDITED.items():
        whole = all_cameras(events, event)
        works = whole * camera_share_pct(events, event, counts_failed) / 100
        rows += [{"system": system, "supplier": "Other", "step": step, "cameras": cameras, "event": event} for step, cameras in (("installed", whole), ("working", works))]
    return pd.DataFrame(rows)


# Networks whose rows count working or failing cameras of a whole; the second word is True where the row counts the failing ones.
# None of the three is a Chinese system: a local firm, several suppliers, a telecom firm.
AUDITED = {"sc-096": ("Paraguay, 911", False), "sc-059": ("Trinidad and Tobago", True), "sc-056": ("La Chorrera", False)}


def places_with_working(safe_cities: pd.DataFrame) -> int:
    """For how many of the places beyond announcement is a number of working cameras known?"""
    kept = safe_cities[safe_cities["stage"] != "announced"]
    return int(kept["working_cameras"].notna().sum())


ECU_911, SERIES = "ecu911", "Series of the same paper:"


def camera_reports(events: pd.DataFrame) -> pd.DataFrame:
    """How many cameras was ECU 911 said to have, when? One row per dated report of the whole network, oldest first.

    Rows of the case, totals among them, that find it or show it at work and count its cameras, and the earlier years of the newspaper series
    that stands in the notes of one of them, as "2,965 (2015)". Returns date, cameras, event, what, inferred (the date was
    reasoned from something else).
    """
    told = events["counted"] | (events["counted_why"] == "list_or_total")  # a total is no event of its own, but it is a report
    rows = events[told & (events["case_id"] == ECU_911) & events["quantity_unit"].fillna("").str.startswith("cameras")]
    rows = rows[rows["act"].isin(("operation", "finding")) & rows["date"].notna()]
    series = [
        {"date": year, "cameras": float(number.replace(",", "")), "event": row.event_id, "what": "Series of a newspaper, from the notes of the row", "inferred": False}
        for row in rows.itertuples() if SERIES in str(row.notes) for number, year in re.findall(r"([\d,]+) \((\d{4})\)", str(row.notes).split(SERIES)[1])
    ]
    own = pd.DataFrame({"date": rows["date"], "cameras": rows["quantity"].astype(float), "event": rows["event_id"], "what": rows["what"], "inferred": rows["date_basis"] == "inferred"})
    return pd.concat([own, pd.DataFrame(series, columns=list(own.columns))], ignore_index=True).sort_values(["date", "event"], ignore_index=True)


def showcase(events: pd.DataFrame, homicide: pd.DataFrame, iso3: str) -> pd.DataFrame:
    """What did the showcase grow to, and what did homicide do meanwhile? One row per report and per year with a rate.

    Returns panel (cameras | homicide), date (ISO, any precision), value (cameras, or homicides per 100,000), event, what, weak.
    """
    reports = camera_reports(events)
    rates = homicide[(homicide["iso3"] == iso3) & homicide["homicides_per_100k"].notna()].sort_values("year")
    return pd.concat([
        pd.DataFrame({"panel": "cameras", "date": reports["date"], "value": reports["cameras"], "event": reports["event"], "what": reports["what"], "weak": reports["inferred"]}),
        pd.DataFrame({"panel": "homicide", "date": rates["year"].astype(str), "value": rates["homicides_per_100k"], "event": "", "what": "Intentional homicides per 100,000 people", "weak": False}),
    ], ignore_index=True)


def unchecked(faces: pd.DataFrame) -> int:
    """For how many face recognition systems does the census report no audit and no impact study? It writes "None" there."""
    return int((faces["oversight"] == "None").sum())


PRIVACY_EDITION = 2020


def _wjp(wjp: pd.DataFrame) -> pd.DataFrame:
    return wjp[wjp["edition"] == PRIVACY_EDITION].dropna(subset=["privacy", "crime_controlled"])


def privacy_crime_states(wjp: pd.DataFrame) -> int:
    """How many states have a score of 2020 for both privacy and control of crime?"""
    return len(_wjp(wjp))


def privacy_crime_rank(wjp: pd.DataFrame) -> float:
    """Do states that control crime better protect privacy better? Spearman's rank correlation over the states, edition 2020."""
    rows = _wjp(wjp)
    return intervals.rank_correlation(rows["privacy"], rows["crime_controlled"])


def privacy_crime_bound(wjp: pd.DataFrame, bound: str) -> float:
    """Where does its 95% interval end (low | high)?"""
    low, high = intervals.rank_interval(privacy_crime_rank(wjp), privacy_crime_states(wjp))
    return low if bound == "low" else high


def group_median(wjp: pd.DataFrame, safe_cities: pd.DataFrame, column: str, has: bool) -> float:
    """Which is the middle score of 2020 (column: privacy | crime_controlled) of the states with (or without) a Chinese system past announcement?"""
    rows = _wjp(wjp)
    return float(rows.loc[rows["iso3"].isin(set(places(safe_cities)["iso3"])) == has, column].median())


def systems_counted_twice(steps: pd.DataFrame) -> int:
    """For how many systems are cameras known at more than one step? steps: from ``camera_steps``."""
    return int(steps["system"].nunique())


def systems_short(steps: pd.DataFrame) -> int:
    """In how many of them is every later number (announced, installed, working) smaller than the one before? steps: from ``camera_steps``."""
    order = steps.assign(place=steps["step"].map({"announced": 0, "installed": 1, "working": 2})).sort_values("place", kind="stable")
    return int(order.groupby("system")["cameras"].agg(lambda numbers: bool((numbers.diff().dropna() < 0).all())).sum())


def cameras_in(reports: pd.DataFrame, year: str) -> float:
    """How many cameras does the first report of this year give? reports: from ``camera_reports``."""
    return float(reports.loc[reports["date"].str[:4] == year, "cameras"].iloc[0])
