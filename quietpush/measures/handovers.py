"""Who gave what to which police in which year, and where was it only searched? State by state, as far as found."""

from __future__ import annotations

import re

import pandas as pd

from . import searching
from .events import counted, dated, in_list
from .policing import gifts, taipei

THEME = "law_enforcement"
ANSWERS = ("gift", "other act", "searched, none found", "not searched")
GIVERS = {"CN": "China", "US": "United States", "EU": "European Union"}  # the rest, Taiwan and Japan above all, is another state
# What a gift is, by the first of these words in the row's text; what none of them fits is "other".
GOODS = {
    "vehicles": r"vehicles?\b(?! scanner| and body)|patrol car|police car|\bcars?\b|motorcycle|\bSUVs?\b|pickup|\bvans?\b|minivan|\bbus(?:es)?\b|truck|bicycle|jeep|boat|aircraft|black hawk|personnel carrier|\bATVs\b",
    "protection": r"vest|helmet|shield|protective|body[ -]armor|uniform|biosafety|\bmasks?\b|riot|Covid|less-than-lethal|tactical",
    "electronics": r"camera|scanner|computer|radio|detector|drone|software|command and control|detection gear|equipment against|electronics|screens|server|recording",
}


def answers(events: pd.DataFrame, searches: pd.DataFrame, states: pd.DataFrame, recognition: pd.DataFrame) -> pd.DataFrame:
    """What is known of police and China, the United States and the European Union in each state? One row per state and party.

    answer: gift (a counted gift to police about the party), other act (another counted row of the list of law enforcement
    about it), searched, none found, or not searched. Returns iso3, state, tile_row, tile_col, recognizes (Beijing | Taipei),
    party, queries, gifts, events (counted rows of the list, gifts among them), answer.
    """
    rows, given = counted(events), gifts(events)
    rows = rows[in_list(rows, THEME)]
    out = []
    for party, name in searching.PARTIES.items():
        log = searches[(searches["theme"] == THEME) & (searches["provider"] == party)].groupby("iso3").size()
        told, handed = (frame[frame["about"] == party].groupby("iso3").size() for frame in (rows, given))
        for state in states.itertuples():
            asked, found, handed_here = (int(count.get(state.iso3, 0)) for count in (log, told, handed))
            answer = ANSWERS[0] if handed_here else ANSWERS[1] if found else ANSWERS[2] if asked else ANSWERS[3]
            out.append({
                "iso3": state.iso3, "state": state.name, "tile_row": state.tile_row, "tile_col": state.tile_col, "recognizes": "Taipei" if state.iso3 in taipei(recognition) else "Beijing",
                "party": name, "queries": asked, "gifts": handed_here, "events": found, "answer": answer,
            })
    return pd.DataFrame(out)


def states_with(table: pd.DataFrame, party: str, *wanted: str) -> int:
    """In how many states is the answer for this party (CN | US | EU) one of these? table: from ``answers``."""
    return int(((table["party"] == searching.PARTIES[party]) & table["answer"].isin(wanted)).sum())


def states_shared(table: pd.DataFrame, parties: tuple[str, ...], wanted: tuple[str, ...]) -> int:
    """In how many states is the answer for each of these parties (CN | US | EU) one of these? table: from ``answers``."""
    found = [set(table.loc[(table["party"] == searching.PARTIES[party]) & table["answer"].isin(wanted), "iso3"]) for party in parties]
    return len(set.intersection(*found))


def goods(what: str) -> str:
    """What kind of goods was given, by the words of a row (vehicles | protection | electronics | other)?"""
    places = {kind: found.start() for kind, words in GOODS.items() if (found := re.search(words, what, re.IGNORECASE))}
    return min(places, key=places.get) if places else "other"


def by_year(events: pd.DataFrame, recognition: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """Who gave what in which year? One row per dated gift to police in one state, and one per switch of recognition.

    Returns iso3, state, date (in the precision of the source), giver (China | United States | European Union | another
    state | switch), goods, promised (only announced), event, what. States in the order of their first Chinese gift; those
    without one last, Taipei's at the end.
    """
    rows = dated(gifts(events)).dropna(subset=["iso3"])
    rows = rows[rows["iso3"].isin(states["iso3"])]
    given = pd.DataFrame({
        "iso3": rows["iso3"], "date": rows["date"], "giver": rows["about"].map(GIVERS).fillna("another state"), "goods": rows["what"].map(goods),
        "promised": rows["status"] == "announced", "event": rows["event_id"], "what": rows["what"],
    })
    moved = recognition[(recognition["event"] == "switched to PRC") & recognition["iso3"].isin(given["iso3"])]
    switch = pd.DataFrame({"iso3": moved["iso3"], "date": moved["date"].astype(str), "giver": "switch", "goods": "", "promised": False, "event": "", "what": "Recognition moved from Taipei to Beijing"})
    first = given[given["giver"] == "China"].groupby("iso3")["date"].min()
    out = pd.concat([given, switch], ignore_index=True)
    out.insert(1, "state", out["iso3"].map(states.set_index("iso3")["name"]))
    place = out["iso3"].map(first).fillna("9998").where(~out["iso3"].isin(taipei(recognition)), "9999")
    return out.assign(place=place).sort_values(["place", "iso3", "date", "event"], kind="stable").drop(columns="place").reset_index(drop=True)


def gifts_of(years: pd.DataFrame, giver: str) -> int:
    """How many dated gifts of this giver stand in the table of ``by_year``?"""
    return int((years["giver"] == giver).sum())


def median_year(years: pd.DataFrame, giver: str) -> int:
    """In which year does the middle dated gift of this giver lie? The lower one of two; table of ``by_year``."""
    return int(years.loc[years["giver"] == giver, "date"].str[:4].astype(int).sort_values(ignore_index=True).iloc[(gifts_of(years, giver) - 1) // 2])


# The worked case: the Chinese gift to Panama's security ministry, with the sum that its other report gives, beside what the
# United States is reported to have given to the same ministry. Words for what the texts of the rows say at length.
PANAMA, PANAMA_GIFT, PANAMA_OTHER_REPORT = "PAN", "le-171", "sn-114"
PANAMA_WORDS = {"le-171": "vests, helmets", "le-207": "two-year program", "le-237": "vehicles", "le-244": "boats", "le-363": "prisons, training", "le-366": "training, prisons", "le-408": "boats, radar, gear"}
PANAMA_KINDS = ("police_equipment", "security_aid")


def reported_usd(aliases: pd.DataFrame, alias: str) -> float:
    """Which sum in million dollars does the text of a merged row name last, in dollars?"""
    text = str(aliases.loc[aliases["alias"] == alias, "what"].iloc[0])
    found = re.findall(r"USD (?:\d+(?:\.\d+)?-)?(\d+(?:\.\d+)?) million", text)
    if not found:
        raise ValueError(f"data/event_aliases.csv, {alias}: no 'USD ... million' in {text!r}; correct the alias")
    return float(round(1e6 * float(found[-1])))


def panama(events: pd.DataFrame, aliases: pd.DataFrame) -> pd.DataFrame:
    """What did China and the United States give to Panama's security ministry, and what was it worth? One row per priced gift or aid.

    Returns giver (China | United States), kind (gift | program), date, goods (words), low_usd, high_usd (dollars of the day; two where two reports
    differ), promised (only announced), event, what; oldest first.
    """
    rows = counted(events)
    rows = rows[in_list(rows, THEME) & (rows["iso3"] == PANAMA) & rows["about"].isin(("CN", "US")) & rows["kind"].isin(PANAMA_KINDS) & rows["amount_usd"].notna() & rows["act"].isin(("delivery", "agreement"))]
    rows = rows.sort_values(["date", "event_id"])
    rival = reported_usd(aliases, PANAMA_OTHER_REPORT)
    return pd.DataFrame({
        "giver": rows["about"].map(GIVERS), "kind": rows["kind"].map({"police_equipment": "gift", "security_aid": "program"}), "date": rows["date"], "goods": [PANAMA_WORDS.get(event, goods(what)) for event, what in zip(rows["event_id"], rows["what"])], "low_usd": rows["amount_usd"],
        "high_usd": [max(amount, rival) if event == PANAMA_GIFT else amount for event, amount in zip(rows["event_id"], rows["amount_usd"])],
        "promised": rows["status"] == "announced", "event": rows["event_id"], "what": rows["what"],
    }).reset_index(drop=True)
