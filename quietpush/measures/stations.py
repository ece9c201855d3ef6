"""Which overseas police posts were reported, by which list, and who answered? Post by post, never a total."""

from __future__ import annotations

import pandas as pd

from .events import select

SECOND_LIST = "2022-12"  # the follow-up report of December 2022; what is dated earlier was on the list of September 2022
# Reports that a post was left or closed, by post: said by China's embassy, or found by reporters.
LEFT = {"le-142": ("le-148", "beijing"), "le-143": ("le-220", "press")}
QUESTIONS = ("List", "Bureau", "China says", "Host asks", "Left")


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


def board(events: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """What is known of each post? One row per post and question.

    Returns post (city and state), question, answer (first | second: the list that added it; yes; beijing | denial: China on
    this post, or in general; government | press; none: nothing found), event (row ids behind the answer). A government or embassy that speaks of its state's posts speaks of each.
    """
    names = states.set_index("iso3")["name"]
    reactions = select(events, listed="law_enforcement", kinds=("overseas_station",), acts=("reaction", "finding", "measure"))
    rows = []
    listed = posts(events)
    for number, post in enumerate(listed.itertuples()):
        same = listed["iso3"].eq(post.iso3) & listed["site_place"].fillna("").eq(post.site_place if isinstance(post.site_place, str) else "")
        mark = f" ({list(listed.index[same]).index(number) + 1})" if same.sum() > 1 else ""
        label = f"{post.site_place}{mark}, {post.iso3}" if isinstance(post.site_place, str) else f"{names[post.iso3]}, no city"
        rows += [{"post": label, "question": question, "answer": answer, "event": event} for question, answer, event in _answers(post, reactions)]
    return pd.DataFrame(rows)


def _answers(post, reactions: pd.DataFrame) -> list[tuple[str, str, str]]:
    here = reactions[reactions["iso3"] == post.iso3]
    chinese = here[here["provider"] == "CN"]
    official = _government(here)
    press = here[(here["provider"] == "other") & (here["level"] != "national") & (here["site_place"] == post.site_place)]
    vague = post.provider_actor.startswith("Chinese local") or " or " in post.provider_actor
    left = LEFT.get(post.event_id, ("", "none"))
    return [
        (QUESTIONS[0], "second" if post.second else "first", post.event_id),
        (QUESTIONS[1], "none" if vague else "yes", "" if vague else post.event_id),
        (QUESTIONS[2], "beijing" if len(chinese) else "denial", ";".join(chinese["event_id"]) or "le-179"),
        (QUESTIONS[3], "government" if len(official) else "press" if len(press) else "none", ";".join([*official["event_id"], *press["event_id"]])),
        (QUESTIONS[4], left[1], left[0]),
    ]
