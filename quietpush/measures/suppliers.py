"""Which camera systems did which suppliers bring to which state, how sure is it, and how many cameras worked?"""

from __future__ import annotations

import re

import pandas as pd

from .events import _cell, counted, in_list

VENDORS = ("Hikvision", "Dahua", "Huawei", "ZTE", "CEIEC")
UNNAMED, OTHERS = "Other or unnamed Chinese", "Local or other"
CHINESE = (*VENDORS, UNNAMED)
SUPPLIERS = (*CHINESE, OTHERS)

SYSTEM_KINDS = ("camera_system", "face_recognition", "emergency_system")
# Acts that report a system or an offer of one; an audit or dispute says something about it and grades nothing.
SYSTEM_ACTS = ("offer", "agreement", "delivery", "operation", "restriction")
DISPUTE_ACTS = ("finding", "reaction")
FACE, PLATE = r"\bfac(?:e|ial)\b", r"\bplate"
# Shopkeepers who buy for themselves supply no authority, and the make of their cameras is not known; DJI makes drones.
NO_SUPPLIER = r"business community|\bDJI\b"

SEVERAL = ("several", "rival")  # words of agreement that mean more than one independent origin

GRADE_OF_STATUS = {
    "operating": "operating", "completed": "installed", "installing": "installed", "signed": "installed", "trial": "installed",
    "announced": "announced", "cancelled": "lost", "contested": "lost", "lapsed": "lost", "lost_bid": "lost", "suspended": "lost",
}

# What the quantity of an audit row counts. A face system that named nobody is a function at zero, not a dead camera.
AUDITS = {
    "sc-010": ("Quito, recognition", "never_identified"), "sc-020": ("El Alto (BOL-110)", "working"), "sn-061": ("Guayaquil, audited", "broken_pct"),
    "sc-096": ("Paraguay, police 911", "working"), "sc-056": ("La Chorrera, Panama", "working"), "sc-059": ("Trinidad and Tobago", "broken"),
    "sc-032": ("Jujuy, mounted", "mounted"),
}
# Systems whose own supplier the row names beside the buyer, where the row is about no outside party.
OWN_SUPPLIERS = {"sc-096": "TSV (local firm)"}
# Rival counts that stand in the notes of the same rows: the words around them, and what they count.
RIVALS = {
    "sc-020": ("El Alto, La Razón", r"(?P<part>\d+) of (?P<whole>\d+) working"), "sn-061": ("Guayaquil, its director", r"to (?P<broken>\d+) percent inoperative"),
}


def _suppliers(about: object, provider: object, text: str) -> list[str]:
    """Which of the suppliers does a row stand for?"""
    named = [vendor for vendor in VENDORS if vendor in text]
    return named or ([UNNAMED] if about == "CN" else [OTHERS] if pd.notna(about) or pd.notna(provider) else [])


def system_rows(events: pd.DataFrame) -> pd.DataFrame:
    """Which counted rows report a camera system, by supplier? One row per event and supplier.

    events: the table events. Adds supplier, grade, face and plate (does the row name that function?), disputed (an
    audit, allegation or replacement, which grades nothing; outside the safe-city list only where it names a vendor).
    """
    known = counted(events).dropna(subset=["iso3"])
    actor, what = known["provider_actor"].fillna(""), known["what"]
    about = known["kind"].isin(SYSTEM_KINDS)
    system = about & known["act"].isin(SYSTEM_ACTS) & ~actor.str.contains(NO_SUPPLIER)
    vendor = (actor + " " + known["partner"].fillna("") + " " + what).str.contains("|".join(VENDORS))
    disputed = about & known["act"].isin(DISPUTE_ACTS) & (in_list(known, "safe_city") | vendor)
    texts = actor + " " + known["partner"].fillna("") + (" " + what).where(disputed, "")
    rows = known.assign(
        disputed=disputed, grade=known["status"].map(GRADE_OF_STATUS), plate=what.str.contains(PLATE, case=False),
        face=(known["kind"] == "face_recognition") | what.str.contains(FACE, case=False),
        supplier=[_suppliers(*parts) for parts in zip(known["about"], known["provider"], texts)],
    )[system | disputed]
    return rows.explode("supplier").dropna(subset=["supplier"]).reset_index(drop=True)


def system_events(events: pd.DataFrame) -> int:
    """How many coded reports of a camera system or of an offer of one are there?"""
    rows = system_rows(events)
    return int(rows.loc[~rows["disputed"], "event_id"].nunique())


def supplier_cells(events: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """How far did each supplier get in each state? One row per state and supplier with a camera system or an offer.

    grade: operating if any row says that it ran on its day; otherwise lost if a row is cancelled, suspended or contested;
    otherwise the best of installed (delivered, tried or signed) and announced. function: face, plate, face and plate, or
    video, as the rows at that grade name it. confidence: the best source among them. several: more than one source
    stands behind them, or one row is told by several independent origins (agreement several or rival). disputed: an audit, allegation or
    replacement names the cell. events: the ids behind it.
    """
    cells = []
    for (iso3, supplier), piece in system_rows(events).groupby(["iso3", "supplier"]):
        systems = piece[~piece["disputed"]]
        if systems.empty:
            continue
        grade = next(grade for grade in ("operating", "lost", "installed", "announced") if grade in set(systems["grade"]))
        best = systems[systems["grade"] == grade]
        named = [word for word in ("face", "plate") if best[word].any()]
        cells.append({
            "iso3": iso3, "supplier": supplier, "grade": grade, "function": " and ".join(named) or "video",
            "confidence": next(word for word in ("high", "medium", "low") if word in set(best["confidence"])),
            "several": best["source"].nunique() > 1 or bool(best["agreement"].isin(SEVERAL).any()), "disputed": bool(piece["disputed"].any()), "events": ";".join(sorted(piece["event_id"])),
        })
    columns = ["iso3", "state", "supplier", "grade", "function", "confidence", "several", "disputed", "events"]
    table = pd.DataFrame(cells).merge(states[["iso3", "name"]], on="iso3").rename(columns={"name": "state"})
    order = table["supplier"].map({supplier: place for place, supplier in enumerate(SUPPLIERS)})
    return table.assign(order=order).sort_values(["state", "order"])[columns].reset_index(drop=True)


def vendor_states(cells: pd.DataFrame, vendors: tuple[str, ...] = VENDORS, grade: str | None = None) -> int:
    """In how many states does a cell name one of these vendors, at this grade or (None) at any?"""
    rows = cells[cells["supplier"].isin(vendors) & ((cells["grade"] == grade) if grade else True)]
    return int(rows["iso3"].nunique())


def vendor_state_names(cells: pd.DataFrame, vendors: tuple[str, ...]) -> str:
    """Which states have a cell that names one of these vendors, at any grade? Names in alphabetical order."""
    return ", ".join(sorted(set(cells.loc[cells["supplier"].isin(vendors), "state"])))


def chinese_reports(events: pd.DataFrame, several: bool = False) -> int:
    """How many of the coded reports are about Chinese systems? several: of these, how many are told by more than one independent origin?"""
    rows = system_rows(events)
    rows = rows[~rows["disputed"] & (rows["about"] == "CN")].drop_duplicates("event_id")
    return int(rows["agreement"].isin(SEVERAL).sum()) if several else len(rows)


def function_states(events: pd.DataFrame, function: str, vendors: tuple[str, ...] = VENDORS) -> int:
    """In how many states does a system row of these vendors, at any grade, name this function (face | plate)?"""
    rows = system_rows(events)
    return int(rows.loc[~rows["disputed"] & rows["supplier"].isin(vendors) & rows[function], "iso3"].nunique())


def states_naming(events: pd.DataFrame, vendors: tuple[str, ...], states: tuple[str, ...]) -> int:
    """In how many of these states does a counted row of Chinese provision name one of these vendors as acting?"""
    rows = counted(events)
    rows = rows[(rows["about"] == "CN") & rows["iso3"].isin(states)]
    rows = rows[(rows["provider_actor"].fillna("") + " " + rows["partner"].fillna("")).str.contains("|".join(vendors))]
    return int(rows["iso3"].nunique())


def whole_of(events: pd.DataFrame, event: str) -> float:
    """Of how many is the quantity of this row a part? The number after "of" in its unit ("cameras working of 710")."""
    unit = str(_cell(events, event, "quantity_unit"))
    found = pd.Series([unit]).str.extract(r"\bof ([\d,]+)")[0].iloc[0]
    if pd.isna(found):
        raise ValueError(f"quantity_unit of {event!r} is {unit!r}, which names no whole ('... of 710'); name another row")
    return float(found.replace(",", ""))


def _rival(events: pd.DataFrame, event: str) -> dict[str, float]:
    """Which numbers does the rival count in this row's notes give? Keys part and whole, or broken (percent)."""
    system, words = RIVALS[event]
    found = re.search(words, str(_cell(events, event, "notes")))
    if not found:
        raise ValueError(f"the notes of {event!r} no longer give the rival count ({words}) of {system}; correct the words")
    return {name: float(value) for name, value in found.groupdict().items()}


def rival_part(events: pd.DataFrame, event: str, part: str = "part") -> float:
    """Which number does the rival count in this row's notes give: how many worked (part), of how many (whole), or which percentage did not (broken)?"""
    return _rival(events, event)[part]


def camera_audits(events: pd.DataFrame) -> pd.DataFrame:
    """What share of the counted cameras worked? One row per count, rival counts of one system apart; lowest share first.

    Returns event, system, supplier (China, Other for foreign and local ones, or Not named), counts (what the source counted), working, cameras
    (empty where the source gives a percentage only), working_pct.
    """
    made = []
    for event, (system, counts) in AUDITS.items():
        quantity, about = float(_cell(events, event, "quantity")), events.loc[events["event_id"] == event, "about"].iloc[0]
        if counts == "broken_pct":
            working, cameras, share = float("nan"), float("nan"), 100 - quantity
        else:
            cameras = quantity if counts == "never_identified" else whole_of(events, event)
            working = 0.0 if counts == "never_identified" else cameras - quantity if counts == "broken" else quantity
            share = 100 * working / cameras
        made.append({
            "event": event, "system": system, "supplier": _supplier_of(events, event, about),
            "counts": counts, "working": working, "cameras": cameras, "working_pct": share,
        })
    for event in RIVALS:
        rival, first = _rival(events, event), next(row for row in made if row["event"] == event)
        working, cameras = rival.get("part", float("nan")), rival.get("whole", float("nan"))
        share = 100 - rival["broken"] if "broken" in rival else 100 * working / cameras
        made.append(first | {"system": RIVALS[event][0], "counts": "rival", "working": working, "cameras": cameras, "working_pct": share})
    return pd.DataFrame(made).sort_values(["working_pct", "event"]).reset_index(drop=True)


def _supplier_of(events: pd.DataFrame, event: str, about: object) -> str:
    """Is the supplier of a counted system Chinese, another one, or not named?"""
    if event in OWN_SUPPLIERS and OWN_SUPPLIERS[event] not in str(_cell(events, event, "partner")):
        raise ValueError(f"partner of {event!r} no longer names {OWN_SUPPLIERS[event]!r}; correct OWN_SUPPLIERS")
    return "China" if about == "CN" else "Other" if event in OWN_SUPPLIERS or pd.notna(about) else "Not named"


def systems_counted(audits: pd.DataFrame) -> int:
    """How many systems do these counts speak of?"""
    return int(audits["event"].nunique())


def highest_share(audits: pd.DataFrame, supplier: str) -> float:
    """Which is the highest share of working cameras among the audits of this supplier (China | Other | Not named)?"""
    return float(audits.loc[audits["supplier"] == supplier, "working_pct"].max())


def percent_in_notes(events: pd.DataFrame, event: str) -> float:
    """Which percentage do a row's notes report first?"""
    notes = str(_cell(events, event, "notes"))
    found = pd.Series([notes]).str.extract(r"(\d+(?:\.\d+)?)%")[0].iloc[0]
    if pd.isna(found):
        raise ValueError(f"the notes of {event!r} name no percentage; name another row")
    return float(found)
