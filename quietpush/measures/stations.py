"""Which overseas police posts were reported, by which list, and who answered? Post by post, never a total."""

from __future__ import annotations

import pandas as pd

from .events import select

SECOND_LIST = "2022-12"  # the follow-up report of December 2022; what is dated earlier was on the list of September 2022
# Reports that a post was left or closed, by post: said by China's embassy, or found by reporters.
LEFT = {"le-142": ("le-148", "beijing"), "le-143": ("le-220", "press")}
QUESTIONS = ("Sept. list", "Dec. list", "CSIS", "Article", "China says", "Asked", "Left")
# The states that the article names (claim A33): it gives no city and no number of posts.
ARTICLE = ("ARG", "BRA", "CHL", "CUB", "COL", "ECU", "PER", "PAN")
# The rows that count a whole list: what each says of the region, and the follow-up report, which gives no regional total.
TOTALS = {"Sept. list": "le-149", "CSIS": "le-152", "Article": "le-217"}
WHOLE = "Lists as a whole"


def posts(events: pd.DataFrame) -> pd.DataFrame:
    """Which posts stand on the lists of 2022? Counted rows, by state and city; a state named without a city is one row."""
    rows = select(events, listed="law_enforcement", kinds=("overseas_station",), acts=("operation",), about="CN")
    rows = rows.assign(second=rows["date"] >= SECOND_LIST)
    return rows.sort_values(["second", "iso3", "site_place", "event_id"], na_position="last").reset_index(drop=True)


def states_listed(events: pd.DataFrame) -> int:
    """In how many states do the lists of 2022 name a post?"""
    return int(posts(events)["iso3"].nunique())


def states_without_city(events: pd.DataFrame) -> int:
    """In how many of these states is no city known for any post?"""
    return int((posts(events).groupby("iso3")["site_place"].count() == 0).sum())


def states_with_inquiry(events: pd.DataFrame) -> int:
    """In how many states did a row find the government saying that it looks into the posts?"""
    rows = select(events, listed="law_enforcement", kinds=("overseas_station",), acts=("reaction", "finding", "measure"))
    return int(_government(rows)["iso3"].nunique())


def _government(reactions: pd.DataFrame) -> pd.DataFrame:
    """Reactions of the host government: national rows of bodies that are not Chinese."""
    return reactions[(reactions["provider"] == "other") & (reactions["level"] == "national") & reactions["iso3"].notna()]


def _abroad(reactions: pd.DataFrame) -> pd.DataFrame:
    """Inquiries and doubts about the lists as a whole: rows without a state of the region, of bodies that are not Chinese."""
    return reactions[reactions["iso3"].isna() & (reactions["provider"] != "CN")]


def doubts(events: pd.DataFrame) -> int:
    """How many counted rows of bodies outside the region look into the lists or doubt them?"""
    return len(_abroad(_answers_to(events)))


def _answers_to(events: pd.DataFrame) -> pd.DataFrame:
    return select(events, listed="law_enforcement", kinds=("overseas_station",), acts=("reaction", "finding", "measure"))


def board(events: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """What do the lists and the parties say of each post, and of the lists as a whole? One row per post and question.

    Returns post (city and state), question, answer (listed; no: the list is without it; unknown: only a total is known; state:
    the article names the state; total: a list's own count; beijing: China on this post; denial: China in general; government,
    press, outside: who looked; none: nothing found), number (of a total, else empty), event (row ids behind the answer).
    """
    names = states.set_index("iso3")["name"]
    reactions = _answers_to(events)
    rows, listed = [], posts(events)
    for number, post in enumerate(listed.itertuples()):
        city = post.site_place if isinstance(post.site_place, str) else ""
        same = listed["iso3"].eq(post.iso3) & listed["site_place"].fillna("").eq(city)
        mark = f" ({list(listed.index[same]).index(number) + 1})" if same.sum() > 1 else ""
        label = f"{city}{mark}, {post.iso3}" if city else f"{names[post.iso3]}, no city"
        rows += [{"post": label, "question": question, "answer": answer, "number": float("nan"), "event": event} for question, answer, event in _answers(post, reactions)]
    return pd.DataFrame(rows + _whole(events, reactions))


def _answers(post, reactions: pd.DataFrame) -> list[tuple[str, str, str]]:
    here = reactions[reactions["iso3"] == post.iso3]
    chinese, official = here[here["provider"] == "CN"], _government(here)
    press = here[(here["provider"] == "other") & (here["level"] != "national") & (here["site_place"] == post.site_place)]
    left = LEFT.get(post.event_id, ("", "none"))
    return list(zip(QUESTIONS, *zip(
        ("no", "") if post.second else ("listed", post.event_id), ("listed", post.event_id) if post.second else ("no", ""), ("unknown", TOTALS["CSIS"]),
        ("state", TOTALS["Article"]) if post.iso3 in ARTICLE else ("no", ""), ("beijing" if len(chinese) else "none", ";".join(chinese["event_id"])),
        ("government" if len(official) else "press" if len(press) else "none", ";".join([*official["event_id"], *press["event_id"]])), (left[1], left[0]),
    )))


def _whole(events: pd.DataFrame, reactions: pd.DataFrame) -> list[dict]:
    """The row of the lists as a whole: each list's own count, China's general word, inquiries and doubts from outside."""
    quantity, outside = events.set_index("event_id")["quantity"], ";".join(_abroad(reactions)["event_id"])
    said = ";".join(["le-179", *reactions.loc[reactions["iso3"].isna() & (reactions["provider"] == "CN"), "event_id"]])
    cells = {question: ("total", float(quantity[event]), event) for question, event in TOTALS.items()}
    cells |= {"Dec. list": ("unknown", float("nan"), "le-153"), "China says": ("denial", float("nan"), said), "Asked": ("outside", float("nan"), outside), "Left": ("denial", float("nan"), "le-179")}
    return [{"post": WHOLE, "question": question, "answer": cells[question][0], "number": cells[question][1], "event": cells[question][2]} for question in QUESTIONS]
