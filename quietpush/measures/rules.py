"""What rules did the states make, and who disputed them at home? AI policies, data laws, courts, civil society, limits on vendors."""

from __future__ import annotations

import pandas as pd

from .events import select

FIRST, LAST = 2012, 2025
BINDING = ("Hard law", "Binding regulation")
IN_FORCE = ("in force", "partly in force", "published")
COURT, CIVIL, AI_TEXT, DATA_LAW, VENDORS = "Court ruling", "Civil society", "AI bill or law", "Data law", "Vendor limit"
# For each question of the grid: was it a subject of the logged searches in every state? 5G and agreements were; rulings and bills were not.
QUESTIONS = {COURT: False, CIVIL: False, AI_TEXT: False, DATA_LAW: False, VENDORS: True}
SPOKE = (COURT, CIVIL, AI_TEXT)
VENDOR_ANSWERS = {"excluded": "documented", "partly_excluded": "in part or disputed", "contested": "in part or disputed", "open": "no"}
LAW_ANSWERS = {"in force": "documented", "published": "documented", "partly in force": "in part or disputed", "not in force": "in part or disputed", "absent": "no"}
ANSWERS = ("documented", "in part or disputed", "no", "searched, none found", "not found")


def policies_by_state(policies: pd.DataFrame, bri: pd.DataFrame, data_laws: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """How many AI policies had each listed state by the end of each year, and how many of them bind?

    policies: oecd_ai_policies. One row per state, year (FIRST-LAST) and series (listed | binding); counts start with the earliest
    year of the list. Returns iso3, state, year, series, policies_to_date, joined (year of the Belt and Road), data_laws (years of
    dated laws).
    """
    made = policies.assign(binding=policies["policies"].where(policies["binding_nature"].isin(BINDING), 0), listed=policies["policies"])
    yearly = made.groupby(["iso3", "year"])[["listed", "binding"]].sum()
    joined = bri.set_index("iso3")["joined_date"].str[:4]
    dated = data_laws[data_laws["date"].notna() & data_laws["status"].isin(IN_FORCE)]
    laws = dated["date"].str[:4].groupby(dated["iso3"]).agg(lambda years: ", ".join(sorted(years)))
    names = states.set_index("iso3")["name"]
    rows = [
        (iso3, names[iso3], year, series, int(own.loc[own.index <= year, series].sum()), joined.get(iso3), laws.get(iso3))
        for iso3, own in ((iso3, yearly.loc[iso3]) for iso3 in yearly.index.unique("iso3"))
        for series in ("listed", "binding") for year in range(FIRST, LAST + 1)
    ]
    out = pd.DataFrame(rows, columns=["iso3", "state", "year", "series", "policies_to_date", "joined", "data_laws"])
    return out.sort_values("state", kind="stable").reset_index(drop=True)


def policies_listed(policies: pd.DataFrame, bindings: tuple[str, ...] = ()) -> int:
    """How many policies are listed, of these degrees of bindingness? None means any."""
    return int(policies.loc[policies["binding_nature"].isin(bindings) if bindings else slice(None), "policies"].sum())


def policies_binding(policies: pd.DataFrame) -> int:
    """How many of the listed policies bind, as law or as regulation?"""
    return policies_listed(policies, BINDING)


def policies_from(policies: pd.DataFrame, year: int) -> int:
    """How many of the listed policies are of this year or later?"""
    return policies_listed(policies[policies["year"] >= year])


def policy_states(policies: pd.DataFrame) -> int:
    """How many states does the list cover?"""
    return int(policies["iso3"].nunique())


def policy_states_with(policies: pd.DataFrame, year: int) -> int:
    """In how many states is a policy of this very year listed?"""
    return int(policies.loc[policies["year"] == year, "iso3"].nunique())


def never_joined(policies: pd.DataFrame, bri: pd.DataFrame) -> pd.DataFrame:
    """Which rows of the list are of states that never joined the Belt and Road?"""
    return policies[policies["iso3"].isin(bri.loc[bri["joined_date"].isna(), "iso3"])]


def policies_a_state(policies: pd.DataFrame, bri: pd.DataFrame, joined: bool) -> float:
    """How many policies has a listed state on average, among those that ever joined the Belt and Road (or never did)?"""
    never = never_joined(policies, bri)
    kept = policies[~policies["iso3"].isin(never["iso3"])] if joined else never
    return policies_listed(kept) / policy_states(kept)


def dated_data_laws(data_laws: pd.DataFrame) -> pd.DataFrame:
    """Which data protection laws carry a date? One row per state, its first law: iso3, year."""
    rows = data_laws[data_laws["date"].notna() & data_laws["status"].isin(IN_FORCE)]
    return rows.assign(year=rows["date"].str[:4].astype(int)).groupby("iso3", as_index=False)["year"].min()


def data_laws_dated(data_laws: pd.DataFrame) -> int:
    """In how many states is the first data protection law found dated?"""
    return len(dated_data_laws(data_laws))


def data_laws_before(data_laws: pd.DataFrame, year: int) -> int:
    """In how many of these states is that law older than this year?"""
    return int((dated_data_laws(data_laws)["year"] < year).sum())


def debate(events: pd.DataFrame, ai_laws: pd.DataFrame, data_laws: pd.DataFrame, five_g: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """Who set or disputed limits in each state? One row per state and question of QUESTIONS.

    answer: documented; in part or disputed (a law in force in part or not yet, a limit for a part, pressure for one); no (a source
    says that there is none); searched, none found (the subject was in the logged searches of every state); not found (it was not).
    Returns iso3, state, question, answer, rows (events or names behind it). States with most documented answers come first.
    """
    disputes = pd.concat([select(events, listed=name, kinds=("rights_dispute",)) for name in ("governance", "ai")]).drop_duplicates("event_id")
    court = disputes["provider_actor_type"] == "court"
    bills = pd.concat([select(events, listed=name, kinds=("ai_law",)) for name in ("governance", "ai")]).drop_duplicates("event_id")
    texts = ai_laws[ai_laws["type"].isin(["bill", "law"])]
    known = pd.concat([
        _told(disputes[court], COURT, "event_id"), _told(disputes[~court], CIVIL, "event_id"),
        _told(bills, AI_TEXT, "event_id"), _told(texts, AI_TEXT, "name"),
        _told(data_laws, DATA_LAW, "law", data_laws["status"].map(LAW_ANSWERS)),
        _told(five_g, VENDORS, "restriction_detail", five_g["chinese_vendor_status"].map(VENDOR_ANSWERS)),
    ]).dropna(subset=["answer"])
    best = known.assign(rank=known["answer"].map(ANSWERS.index)).sort_values("rank", kind="stable").groupby(["iso3", "question"], as_index=False).agg(
        answer=("answer", "first"), rows=("rows", lambda found: "; ".join(dict.fromkeys(found.dropna().astype(str)))))
    grid = states[["iso3", "name"]].rename(columns={"name": "state"}).merge(pd.DataFrame({"question": list(QUESTIONS)}), how="cross").merge(best, on=["iso3", "question"], how="left")
    blank = grid["question"].map({question: "searched, none found" if logged else "not found" for question, logged in QUESTIONS.items()})
    grid = grid.assign(answer=grid["answer"].fillna(blank), place=grid["question"].map(list(QUESTIONS).index))
    full = (grid["answer"] == "documented").groupby(grid["iso3"]).transform("sum")
    return grid.assign(full=-full).sort_values(["full", "state", "place"])[["iso3", "state", "question", "answer", "rows"]].reset_index(drop=True)


def _told(frame: pd.DataFrame, question: str, named: str, answer: pd.Series | str = "documented") -> pd.DataFrame:
    return pd.DataFrame({"iso3": frame["iso3"], "question": question, "answer": answer, "rows": frame[named]}).dropna(subset=["iso3"])


def states_where(debate: pd.DataFrame, questions: tuple[str, ...], answer: str = "documented") -> set[str]:
    """In which states is this the answer to one of these questions? debate: from ``debate``; iso3 codes."""
    return set(debate.loc[debate["question"].isin(questions) & (debate["answer"] == answer), "iso3"])


def spoke_states(debate: pd.DataFrame) -> set[str]:
    """In which states was a ruling, an action of civil society, or an AI bill or law found?"""
    return states_where(debate, SPOKE)


def spoke_total(debate: pd.DataFrame) -> int:
    """In how many states was debate found in that sense?"""
    return len(spoke_states(debate))


def spoke_names(debate: pd.DataFrame) -> str:
    """Which states are these? Names in a sentence, in alphabetical order."""
    return _names(debate, spoke_states(debate))


def disputed_total(debate: pd.DataFrame) -> int:
    """In how many states was a ruling or an action of civil society found?"""
    return len(states_where(debate, (COURT, CIVIL)))


def disputed_names(debate: pd.DataFrame) -> str:
    """Which states are these? Names in a sentence, in alphabetical order."""
    return _names(debate, states_where(debate, (COURT, CIVIL)))


def answered(debate: pd.DataFrame, question: str, answer: str) -> int:
    """In how many states is this the answer to one question?"""
    return len(states_where(debate, (question,), answer))


def silent_total(debate: pd.DataFrame) -> int:
    """In how many states was nothing documented on any of the questions?"""
    return int((~(debate["answer"] == "documented").groupby(debate["iso3"]).any()).sum())


def _names(debate: pd.DataFrame, codes: set[str]) -> str:
    names = sorted(debate.loc[debate["iso3"].isin(codes), "state"].unique())
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def searched_everywhere(searches: pd.DataFrame, states: pd.DataFrame, theme: str, party: str) -> bool:
    """Was each of these states searched on this theme for this party?"""
    log = searches[(searches["theme"] == theme) & (searches["provider"] == party)]
    return set(states["iso3"]) <= set(log["iso3"])
