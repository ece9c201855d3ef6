"""Where was it searched, with how much effort, and what was found? So that a blank is told from a search that found nothing."""

from __future__ import annotations

import pandas as pd

from .events import counted, in_list

PARTIES = {"CN": "China", "US": "United States", "EU": "European Union"}
LOCAL = {"local_ties": "Query on local ties", "local_gifts": "Query on gifts to local police", "local_training": "Query on training"}  # asked with the same words for both parties
# What is told apart in the grid of searches: themes of the log, and the lists of events that they are about.
SUBJECTS = {"Police": (("law_enforcement",), ("law_enforcement",)), "AI": (("ai",), ("ai", "safe_city")), "Local channels": (("local_channels", *LOCAL), ("subnational",))}
FIRST_NEW = {"le": "le-251", "ai": "ai-131", "sn": "sn-163"}  # the first id that the searches gave in each list
ANSWERS = ("documented", "searched, none found", "not searched")


def queries(searches: pd.DataFrame, theme: str | None = None, party: str | None = None, language: str | None = None) -> int:
    """How many queries were run, on this theme, for this party, in this language? None means any."""
    return len(_of(searches, theme, party, language))


def _of(searches: pd.DataFrame, theme: str | None = None, party: str | None = None, language: str | None = None) -> pd.DataFrame:
    keep = pd.Series(True, index=searches.index)
    for column, wanted in (("theme", theme), ("provider", party), ("language", language)):
        keep &= (searches[column] == wanted) if wanted else True
    return searches[keep]


def kept(searches: pd.DataFrame, theme: str, party: str) -> int:
    """How many pages told a datable act of this party on this theme? A page that two queries return counts twice."""
    return int(_of(searches, theme, party)["kept"].sum())


def newly_found(events: pd.DataFrame, searches: pd.DataFrame, theme: str, party: str) -> int:
    """How many counted events that the first coding did not hold did these searches bring?"""
    ids = {event for told in _of(searches, theme, party)["hit_events"].dropna() for event in told.split(";")}
    return sum(event in ids and event >= FIRST_NEW.get(event[:2], "~") for event in counted(events)["event_id"])


def is_equal(searches: pd.DataFrame, theme: str, *parties: str) -> bool:
    """Was each state searched with as many queries for each of these parties, language by language?"""
    counts = [_of(searches, theme, party).groupby(["iso3", "language"]).size() for party in parties]
    return all(count.equals(counts[0]) for count in counts)


def found(events: pd.DataFrame, searches: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """What is known of each state, subject and party? One row per state, subject (SUBJECTS) and party that the log knows.

    answer: documented (a counted event of the theme's lists is about the party in this state), searched, none found, or not
    searched. Returns iso3, state, theme, party, queries (languages: how many in which), events, answer.
    """
    rows, known = [], counted(events)
    for subject, (themes, lists) in SUBJECTS.items():
        asked_of = searches[searches["theme"].isin(themes)]
        listed = pd.concat([in_list(known, name) for name in lists], axis=1).any(axis=1)
        for party in asked_of["provider"].unique():
            log = asked_of[asked_of["provider"] == party]
            spoken, asked = log.groupby(["iso3", "language"]).size(), log.groupby("iso3").size()
            told = known[listed & (known["about"] == party)].groupby("iso3").size()
            for state in states.sort_values("name").itertuples():
                queries_run, events_found = int(asked.get(state.iso3, 0)), int(told.get(state.iso3, 0))
                answer = ANSWERS[0] if events_found else ANSWERS[1] if queries_run else ANSWERS[2]
                rows.append({"iso3": state.iso3, "state": state.name, "theme": subject, "party": PARTIES[party], "queries": queries_run, "languages": _languages(spoken, state.iso3), "events": events_found, "answer": answer})
    return pd.DataFrame(rows)


def _languages(spoken: pd.Series, iso3: str) -> str:
    """How many queries in which language, as a text: "1 en, 2 es"."""
    return ", ".join(f"{number} {language}" for (state, language), number in spoken.items() if state == iso3)


def unsearched(table: pd.DataFrame) -> int:
    """How many states were left unsearched for some theme and party that the log knows? table: from ``found``."""
    return int(table.loc[table["queries"] == 0, "iso3"].nunique())
