"""Whose rules, clubs and programs did the states join? Memberships with "no" and "not found" kept apart, texts, laws, offers."""

from __future__ import annotations

import re

import pandas as pd

from .events import select
from .registered_shares import switches

# Column of the club matrix: (camp, is the list complete?). Adequacy and treaty lists are what was read, so they are partial.
CLUBS = {
    "Belt and Road": ("China", True), "Security Initiative": ("China", False), "Mediation body": ("China", False),
    "Clean Network": ("US", False), "Internet declaration": ("US", False), "AI resolution": ("US", False),
    "EU–LAC alliance": ("Europe", True), "EU data adequacy": ("Europe", False), "Budapest Convention": ("Europe", False),
    "UN cyber convention": ("UN or OECD", False), "OECD AI Principles": ("UN or OECD", False),
}
ADHERENCE = {
    "Clean Network": "Clean Network", "Declaration for the Future of the Internet": "Internet declaration",
    "US-led UNGA resolution on trustworthy AI": "AI resolution", "EU-LAC Digital Alliance": "EU–LAC alliance", "OECD AI Principles": "OECD AI Principles",
}
INITIATIVES = {"Global Security Initiative": "Security Initiative", "International Organization for Mediation (IOMed)": "Mediation body"}
TREATIES = {"Budapest Convention": "Budapest Convention", "UN Convention against Cybercrime": "UN cyber convention"}
STANDING = {
    "party": "member", "signed": "member", "signed convention": "member", "observer": "observer", "not a party": "no", "not signed at Hanoi": "no",
    "backed publicly": "words of support", "backed in joint declaration": "words of support",
}


def clubs(states, bri, adherence, initiatives, treaties, adequacy, events) -> pd.DataFrame:
    """Which state stands how in which club? One row per state and club.

    All frames are tables of the data room; of events only those are read in which a state backs a Chinese initiative. status: member (joined, signed,
    endorsed, party, adequate), words of support, observer, left, no (complete list, or a source says so), not found.
    """
    named = adherence[adherence["instrument"].isin(ADHERENCE)]
    bodies = initiatives[initiatives["initiative"].isin(INITIATIVES)]
    words = select(events, listed="governance", kinds=("policy_text",), acts=("agreement", "reaction"), about="CN")
    joined = bri[bri["joined_date"].notna()]
    known = pd.concat([
        _known(joined["iso3"], "Belt and Road", joined["left_date"].notna().map({True: "left", False: "member"}), joined["joined_date"]),
        _known(bodies["iso3"], bodies["initiative"].map(INITIATIVES), bodies["position"].map(STANDING), bodies["date"]),
        _known(words["iso3"], "Security Initiative", "words of support", words["date"]),
        _known(named["iso3"], named["instrument"].map(ADHERENCE), "member", named["date"]),
        _known(adequacy["iso3"], "EU data adequacy", "member", adequacy["date"]),
        _known(treaties["iso3"], treaties["treaty"].map(TREATIES), treaties["status"].map(STANDING), treaties["date"]),
    ])
    grid = states[["iso3", "name"]].rename(columns={"name": "state"}).merge(pd.DataFrame({"club": list(CLUBS)}), how="cross")
    grid = grid.merge(known, on=["iso3", "club"], how="left")
    complete = grid["club"].map(lambda club: CLUBS[club][1])
    absent = complete.map({True: "no", False: "not found"})
    grid = grid.assign(camp=grid["club"].map(lambda club: CLUBS[club][0]), list=complete.map({True: "complete", False: "partial"}), status=grid["status"].fillna(absent))
    return _by_pattern(grid)[["iso3", "state", "club", "camp", "list", "status", "date"]]


def _known(iso3, club, status, date) -> pd.DataFrame:
    return pd.DataFrame({"iso3": iso3, "club": club, "status": status, "date": date}).dropna(subset=["iso3"])


def _by_pattern(grid: pd.DataFrame) -> pd.DataFrame:
    """States with like standing in the two complete lists side by side, then by name."""
    has = {club: set(grid.loc[(grid["club"] == club) & (grid["status"] == "member"), "iso3"]) for club in ("Belt and Road", "EU–LAC alliance")}
    rank = grid["iso3"].map(lambda iso3: (iso3 not in has["Belt and Road"]) * 2 + (iso3 not in has["EU–LAC alliance"]))
    return grid.assign(rank=rank, place=grid["club"].map(list(CLUBS).index)).sort_values(["rank", "state", "place"]).reset_index(drop=True)


def _in(clubs: pd.DataFrame, club: str) -> set[str]:
    return set(clubs.loc[(clubs["club"] == club) & (clubs["status"] == "member"), "iso3"])


def members(clubs: pd.DataFrame, club: str) -> int:
    """How many states are members of this club by the rows found?"""
    return len(_in(clubs, club))


def in_each(clubs: pd.DataFrame, first: str, other: str) -> int:
    """How many states are members of one club and of the other?"""
    return len(_in(clubs, first) & _in(clubs, other))


def only_in(clubs: pd.DataFrame, first: str, other: str) -> int:
    """How many states are members of the first club and not of the other?"""
    return len(_in(clubs, first) - _in(clubs, other))


def in_neither(clubs: pd.DataFrame, first: str, other: str) -> int:
    """How many states are members of neither club?"""
    return clubs["iso3"].nunique() - len(_in(clubs, first) | _in(clubs, other))


def expected_in_each(clubs: pd.DataFrame, first: str, other: str) -> float:
    """How many would be in one and the other if membership of one said nothing about the other? Product of the margins."""
    return members(clubs, first) * members(clubs, other) / clubs["iso3"].nunique()


def in_three_camps(clubs: pd.DataFrame) -> int:
    """How many states are members of a Chinese, a US and a European club at once?"""
    camps = clubs[clubs["status"] == "member"].groupby("iso3")["camp"].agg(set)
    return int(camps.map(lambda found: {"China", "US", "Europe"} <= found).sum())


def joined_total(bri: pd.DataFrame) -> int:
    """How many states ever joined the Belt and Road?"""
    return int(bri["joined_date"].notna().sum())


def joined_in(bri: pd.DataFrame, year: int) -> int:
    """How many states joined the Belt and Road in one year?"""
    return int((bri["joined_date"].str[:4] == str(year)).sum())


def left_total(bri: pd.DataFrame) -> int:
    """How many states left the Belt and Road?"""
    return int(bri["left_date"].notna().sum())


def outside(bri: pd.DataFrame, recognition: pd.DataFrame, beijing: bool) -> int:
    """How many states never joined the Belt and Road, among those that recognize Beijing (or Taipei)?"""
    return len(_outside(bri, recognition, beijing))


def outside_names(bri: pd.DataFrame, recognition: pd.DataFrame, states: pd.DataFrame) -> str:
    """Which states recognize Beijing and never joined the Belt and Road? Names in a sentence, in alphabetical order."""
    return _in_a_sentence(states, _outside(bri, recognition, beijing=True))


def _outside(bri: pd.DataFrame, recognition: pd.DataFrame, beijing: bool) -> set[str]:
    never = bri.loc[bri["joined_date"].isna(), "iso3"]
    taipei = never.isin(recognition.loc[recognition["event"] == "recognizes Taiwan", "iso3"])
    return set(never[taipei != beijing])


def _in_a_sentence(states: pd.DataFrame, codes: set[str]) -> str:
    names = sorted(states.loc[states["iso3"].isin(codes), "name"])
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def recognize_beijing(recognition: pd.DataFrame, states: pd.DataFrame, year: int) -> int:
    """How many states recognized Beijing at the end of a year from 2008 on? All but those with Taipei then or now."""
    switched = recognition.loc[recognition["event"] == "switched to PRC", "date"].str[:4].astype(int)
    return len(states) - int((recognition["event"] == "recognizes Taiwan").sum()) - int((switched > year).sum())


def members_by_year(bri: pd.DataFrame, adherence: pd.DataFrame, recognition: pd.DataFrame, states: pd.DataFrame, start: int = 2016, end: int = 2025) -> pd.DataFrame:
    """How many states recognized Beijing, stood in the Belt and Road, and in the EU's alliance at the end of each year? year, series, states."""
    joined, left = bri["joined_date"].str[:4].astype(float), bri["left_date"].str[:4].astype(float)
    alliance = adherence.loc[adherence["instrument"] == "EU-LAC Digital Alliance", "date"].str[:4].astype(float)
    years = range(start, end + 1)
    rows = [(year, "Recognize Beijing", recognize_beijing(recognition, states, year)) for year in years]
    rows += [(year, "Belt and Road", int((joined <= year).sum() - (left <= year).sum())) for year in years]
    rows += [(year, "EU–LAC alliance", int((alliance <= year).sum())) for year in years]
    return pd.DataFrame(rows, columns=["year", "series", "states"])


def hanoi_signers(treaties: pd.DataFrame) -> int:
    """How many states signed the UN cybercrime convention in Hanoi, by the sources read?"""
    return len(_signed(treaties))


def hanoi_signers_by_vote(treaties: pd.DataFrame, votes: pd.DataFrame, vote: str) -> int:
    """How many of the signers cast this vote in 2019 on opening the treaty process?"""
    cast = votes[(votes["resolution"] == "A/RES/74/247") & (votes["vote"] == vote)]
    return int(cast["iso3"].isin(_signed(treaties)).sum())


def hanoi_signers_in_budapest(treaties: pd.DataFrame) -> int:
    """How many of the signers are parties to the Budapest Convention?"""
    parties = treaties[(treaties["treaty"] == "Budapest Convention") & (treaties["status"] == "party")]
    return int(parties["iso3"].isin(_signed(treaties)).sum())


def _signed(treaties: pd.DataFrame) -> pd.Series:
    return treaties.loc[(treaties["treaty"] == "UN Convention against Cybercrime") & (treaties["status"] == "signed"), "iso3"]


def law_rows(ai_laws: pd.DataFrame, data_laws: pd.DataFrame) -> int:
    """How many rows on AI texts and data protection laws were read?"""
    return len(ai_laws) + len(data_laws)


def law_rows_naming(ai_laws: pd.DataFrame, data_laws: pd.DataFrame, *beginnings: str) -> int:
    """In how many of these rows does the name or the note hold a word with one of these beginnings, any letter case?"""
    texts = pd.concat([ai_laws["name"] + " " + ai_laws["notes"].fillna(""), data_laws["law"] + " " + data_laws["notes"].fillna("")])
    return int(texts.str.contains(rf"\b(?:{'|'.join(map(re.escape, beginnings))})", case=False).sum())


def data_law_states(data_laws: pd.DataFrame) -> int:
    """In how many states was a data protection law found that is in force or published?"""
    return int(data_laws.loc[data_laws["status"].isin(["in force", "partly in force", "published"]), "iso3"].nunique())


def memoranda(events: pd.DataFrame) -> pd.DataFrame:
    """Which counted memoranda on AI were signed with a Chinese party?"""
    found = select(events, listed="ai", kinds=("ai_agreement",), acts=("agreement",), about="CN")
    return found[found["status"] == "signed"]


def memoranda_total(events: pd.DataFrame) -> int:
    """How many such memoranda were found?"""
    return len(memoranda(events))


def memoranda_with(events: pd.DataFrame, iso3: str) -> int:
    """How many of them are with one state?"""
    return int((memoranda(events)["iso3"] == iso3).sum())


def memoranda_met(events: pd.DataFrame, searches: pd.DataFrame, party: str) -> int:
    """How many counted, signed memoranda on AI about this party did the logged AI searches for it meet?"""
    log = searches[(searches["theme"] == "ai") & (searches["provider"] == party)]
    met = set(";".join(log["hit_events"].dropna()).split(";"))
    found = select(events, listed="ai", kinds=("ai_agreement",), acts=("agreement",), about=party)
    return int((found["event_id"].isin(met) & (found["status"] == "signed")).sum())


def world_joined(counts: pd.DataFrame, here: bool, until: int | None = None) -> int:
    """How many states joined the Belt and Road by the end of a year, in the region (here) or elsewhere? counts: bri_counts.

    Without a year all states of the list that carry one.
    """
    rows = counts[((counts["region"] == "Latin America & Caribbean") == here) & counts["year"].notna()]
    return int(rows.loc[(rows["year"] <= until) if until else slice(None), "joined"].sum())


def switch_rises(records: pd.DataFrame, recognition: pd.DataFrame, basics: pd.DataFrame) -> int:
    """After how many of the switches of T13 did finance records a year rise by more than in the two states nearest in population?"""
    rows = switches(records, recognition, basics)
    return int((rows["after"] / rows["years_after"] - rows["before"] / rows["years_before"] > rows["near"]).sum())
