"""How did a subnational project move, who took part, who stood against it? Steps of the coded cases; what was found, not all there was."""

from __future__ import annotations

import pandas as pd

from ..inference import intervals
from .events import select

PARTIES = ("china", "local", "national", "us", "press")
# Acts that carry a project and acts against it; statements, visits and press reports are neither.
FOR_STEPS = ("announced", "signed", "submitted", "approved", "built", "resumed")
AGAINST_STEPS = ("contested", "paused", "withdrawn", "cancelled")
ROLES = {  # role: (party column of case_steps, steps)
    "local_for": ("local", FOR_STEPS), "local_against": ("local", AGAINST_STEPS),
    "national_for": ("national", FOR_STEPS), "national_against": ("national", AGAINST_STEPS),
    "us_against": ("us", AGAINST_STEPS),
}
MIDDLE = {4: "-07-01", 7: "-15", 10: ""}  # by the length of an ISO date: years and months are drawn at their middle


def drawn(date: str, placed_at: object = None) -> str:
    """Where on a time axis does this date stand? placed_at: a month that the row's notes give where only the year is coded."""
    known = date if pd.isna(placed_at) else str(placed_at)
    return known + MIDDLE[len(known)]


def timeline(steps: pd.DataFrame, events: pd.DataFrame, cases: pd.DataFrame, case_ids: tuple[str, ...], until: str = "9999") -> pd.DataFrame:
    """Which parties took which steps, in order of date? One row per step and party.

    steps: case_steps; cases: names; case_ids: cases in the order wanted; until: last year or date kept. Returns case,
    order (number of the step in its case), event, date, date_precision, drawn_at, party, step, short, what and certain
    (False where only the year is known, or the day is that of a page).
    """
    found = steps.merge(events[["event_id", "case_id", "date", "date_precision", "what"]], left_on="event", right_on="event_id").merge(cases[["case_id", "name"]], on="case_id")
    found = found[found["case_id"].isin(case_ids)]
    found = found.assign(
        drawn_at=[drawn(date, placed) for date, placed in zip(found["date"], found["placed_at"])],
        certain=(found["date_precision"] != "year") & (found["date_basis"] == "event"),
        place=found["case_id"].map({case: place for place, case in enumerate(case_ids)}),
    )
    found = found[found["drawn_at"] <= until].sort_values(["place", "drawn_at", "event", "step"])
    found = found.assign(order=found.groupby("place").cumcount() + 1, press=found["actor"] == "press")
    long = found.melt(id_vars=[name for name in found if name not in PARTIES], value_vars=list(PARTIES), var_name="party", value_name="acted")
    rank = long["party"].map({party: place for place, party in enumerate(PARTIES)})
    long = long[long["acted"]].assign(rank=rank).sort_values(["place", "order", "rank"])
    return long.rename(columns={"name": "case"})[["case", "order", "event", "date", "date_precision", "drawn_at", "party", "step", "short", "what", "certain"]].reset_index(drop=True)


def claimed(dates: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Which dates do the reviewed articles give for these steps? The columns of ``timeline``, party "article"."""
    labels = rows.drop_duplicates("event").set_index("event")
    found = dates[dates["event"].isin(labels.index)]
    return pd.DataFrame({
        "case": found["event"].map(labels["case"]), "order": found["event"].map(labels["order"]), "event": found["event"],
        "date": found["date"], "date_precision": found["date_precision"],
        "drawn_at": found["date"].map(drawn),
        "party": "article", "step": found["step"], "short": found["event"].map(labels["short"]),
        "what": [f"Date as the article gives it (claim {claim})." for claim in found["claim_id"]], "certain": False,
    }).reset_index(drop=True)


def with_claimed(rows: pd.DataFrame, dates: pd.DataFrame) -> pd.DataFrame:
    """Which documented and which claimed dates belong to these steps? ``timeline`` rows, then the article's."""
    return pd.concat([rows, claimed(dates, rows)], ignore_index=True)


def roles(steps: pd.DataFrame, events: pd.DataFrame, cases: pd.DataFrame) -> pd.DataFrame:
    """Who carried each case, and who acted against it? One row per case and role: case, role, rows, events.

    A role with 0 rows was not found in the rows, which is not the same as absent. Cases with most roles come first.
    """
    found = steps.merge(events[["event_id", "case_id"]], left_on="event", right_on="event_id")
    made = []
    for row in _subnational(cases).itertuples():
        own = found[found["case_id"] == row.case_id]
        for role, (party, acts) in ROLES.items():
            named = own.loc[own[party] & own["step"].isin(acts), "event"]
            made.append({"case_id": row.case_id, "case": row.name, "role": role, "rows": len(named), "events": ";".join(sorted(named))})
    table = pd.DataFrame(made)
    filled = table.assign(has=table["rows"] > 0).groupby("case_id")["has"].transform("sum")
    return table.assign(filled=filled).sort_values(["filled", "case"], ascending=[False, True], kind="stable").drop(columns="filled").reset_index(drop=True)


def cases_with(table: pd.DataFrame, *wanted: str, any_of: tuple[str, ...] = ()) -> int:
    """In how many cases was every wanted role found, and at least one of ``any_of`` where it is given? table: from ``roles``."""
    has = table.assign(has=table["rows"] > 0).pivot(index="case_id", columns="role", values="has")
    keep = has[list(wanted)].all(axis=1)
    if any_of:
        keep &= has[list(any_of)].any(axis=1)
    return int(keep.sum())


def cases_without(table: pd.DataFrame, wanted: str, *none_of: str) -> int:
    """In how many cases was the wanted role found and none of the others? table: from ``roles``."""
    has = table.assign(has=table["rows"] > 0).pivot(index="case_id", columns="role", values="has")
    return int((has[wanted] & ~has[list(none_of)].any(axis=1)).sum())


def steps_by(rows: pd.DataFrame, party: str, step: str) -> int:
    """How many steps of this kind did a party take? rows: from ``timeline``."""
    return int(((rows["party"] == party) & (rows["step"] == step)).sum())


def subnational_rows(events: pd.DataFrame, iso3: str = "") -> int:
    """How many counted rows of the subnational list are there, in all or on one state?"""
    rows = select(events, listed="subnational")
    return int((rows["iso3"] == iso3).sum()) if iso3 else len(rows)


def number(cases: pd.DataFrame) -> int:
    """How many projects below the national level are told as cases?"""
    return len(_subnational(cases))


def _subnational(cases: pd.DataFrame) -> pd.DataFrame:
    return cases[cases["level"] == "subnational"]


def initiator_known(cases: pd.DataFrame) -> int:
    """In how many cases does a row say who first proposed the project?"""
    return int((_subnational(cases)["initiator"] != "unknown").sum())


def nationally_signed(cases: pd.DataFrame, answer: str) -> int:
    """In how many of these cases did a national body sign, approve or join the deal (yes | no | unknown)?"""
    return int((_subnational(cases)["national_signer"] == answer).sum())


def _date(events: pd.DataFrame, event: str) -> tuple[str, str]:
    row = events[events["event_id"] == event]
    if row.empty:
        raise ValueError(f"data/events.csv has no {event!r}; correct the id")
    return str(row["date"].iloc[0]), str(row["date_precision"].iloc[0])


def days_between(events: pd.DataFrame, first: str, second: str) -> int:
    """How many days lie between two events? Both must be dated to the day."""
    (start, start_is), (end, end_is) = _date(events, first), _date(events, second)
    if (start_is, end_is) != ("day", "day"):
        raise ValueError(f"{first} ({start}) and {second} ({end}) are not both dated to the day; use months_between")
    return (pd.Timestamp(end) - pd.Timestamp(start)).days


def months_between(events: pd.DataFrame, first: str, second: str) -> int:
    """How many calendar months lie between two events? Both must be dated to the month or day."""
    (start, start_is), (end, end_is) = _date(events, first), _date(events, second)
    if "year" in (start_is, end_is):
        raise ValueError(f"{first} ({start}) or {second} ({end}) is dated to the year only; no months can be counted")
    return (int(end[:4]) - int(start[:4])) * 12 + int(end[5:7]) - int(start[5:7])


def days_before_claimed(events: pd.DataFrame, dates: pd.DataFrame, event: str, claim: str, step: str) -> int:
    """How many days before the first day of the article's month did this event happen? Negative: after it."""
    month = dates.loc[(dates["claim_id"] == claim) & (dates["step"] == step), "date"]
    start, precision = _date(events, event)
    if month.empty or len(month.iloc[0]) != 7 or precision != "day":
        raise ValueError(f"no month of claim {claim} ({step}) to set beside {event} ({start}); look at data/claimed_dates.csv")
    return (pd.Timestamp(f"{month.iloc[0]}-01") - pd.Timestamp(start)).days


def military_objections_before(events: pd.DataFrame, case: str, event: str) -> int:
    """How many counted rows of a case show the US military objecting before this event? Rows without a date are left out."""
    rows = events[events["counted"] & (events["case_id"] == case) & (events["provider"] == "US") & (events["provider_actor_type"] == "military")]
    return int((rows["date"] < _date(events, event)[0]).sum())


def ratio_of_quantities(events: pd.DataFrame, larger: str, smaller: str) -> float:
    """How many times the second row's quantity is the first row's? Both must carry the same unit."""
    rows = events.set_index("event_id").loc[[larger, smaller]]
    if rows["quantity_unit"].nunique() != 1:
        raise ValueError(f"{larger} and {smaller} count different things: {', '.join(map(str, rows['quantity_unit']))}")
    return float(rows.at[larger, "quantity"] / rows.at[smaller, "quantity"])


OUTCOMES = {  # words of cases.outcome: how far the project got
    "running": "goes on", "building": "goes on", "resumed": "goes on", "signed": "open", "held_up": "open", "other_vendor": "open", "ended": "ended",
}
QUESTIONS = ("proposed", "center_signed", "center_against", "us_against", "outcome")


def answers(steps: pd.DataFrame, events: pd.DataFrame, cases: pd.DataFrame) -> pd.DataFrame:
    """Who proposed each project, did the center sign, who acted against it, and where does it stand?

    One row per case and question (of ``QUESTIONS``): case_id, case, question, answer, detail, events. Answers: china, local,
    national or unknown; yes, no or unknown; found or not found; goes on, open or ended. Cases that ended come last.
    """
    table = roles(steps, events, cases).set_index(["case_id", "role"])
    order = {answer: place for place, answer in enumerate(("goes on", "open", "ended"))}
    known = _subnational(cases)
    known = known.assign(place=known["outcome"].map(OUTCOMES).map(order)).sort_values(["place", "name"])
    made = []
    for row in known.itertuples():
        said = {
            "proposed": (row.initiator, row.initiator, row.initiator_event), "center_signed": (row.national_signer, row.national_signer, row.national_event),
            "outcome": (OUTCOMES[row.outcome], row.outcome.replace("_", " "), row.outcome_event),
        }
        for question, role in (("center_against", "national_against"), ("us_against", "us_against")):
            found = table.loc[(row.case_id, role)]
            said[question] = ("found" if found["rows"] else "not found", f"{found['rows']} steps", found["events"])
        made += [{"case_id": row.case_id, "case": row.name, "question": question, "answer": said[question][0], "detail": said[question][1], "events": "" if pd.isna(said[question][2]) else said[question][2]} for question in QUESTIONS]
    return pd.DataFrame(made)


def cases_answering(table: pd.DataFrame, **wanted: str) -> int:
    """How many cases give all these answers? table: from ``answers``; wanted: question=answer."""
    wide = table.pivot(index="case_id", columns="question", values="answer")
    return int(pd.concat([wide[question] == answer for question, answer in wanted.items()], axis=1).all(axis=1).sum())


def signed_among_local(table: pd.DataFrame, roles: pd.DataFrame, answer: str) -> int:
    """In how many cases with a local body that carried the project is this the answer on a national signer?"""
    local = roles.loc[(roles["role"] == "local_for") & (roles["rows"] > 0), "case_id"]
    return cases_answering(table[table["case_id"].isin(local)], center_signed=answer)


def share_low(part: int, whole: int) -> float:
    """How small can the true share behind "part of whole" be, in percent? Lower end of the exact 95% interval (Clopper and Pearson)."""
    return intervals.share_interval(part, whole)[0]


def share_high(part: int, whole: int) -> float:
    """How large can it be? Upper end of the same interval."""
    return intervals.share_interval(part, whole)[1]
