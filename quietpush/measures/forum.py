"""What did the China-CELAC Forum, and the offers of all camps, promise? Texts as far as they were read; pledges, not deliveries."""

from __future__ import annotations

import pandas as pd

from .events import counted, dated, event_quantity, select

# Which coded rows are about which text of the forum, beside the text's own row.
ROWS_OF = {
    "PRC policy paper 1": ("Policy paper, 2008", ("gv-002",)), "1st ministerial": ("Plan of 2015", ("gv-004", "gv-005")),
    "PRC policy paper 2": ("Policy paper, 2016", ("gv-007",)), "2nd ministerial": ("Plan of 2018", ()),
    "3rd ministerial": ("Plan of 2021", ("gv-019",)), "4th ministerial": ("Plan of 2025", ("gv-064", "gv-065", "gv-069", "bl-166")),
    "PRC policy paper 3": ("Policy paper, 2025", ("gv-088", "gv-088")),
}
# A topic counts as named where one of these words stands in what was read.
TOPICS = {
    "Policing, courts, crime": ("police", "policing", "judicial", "crime", "trafficking"), "Cyber": ("cyber",), "5G, cloud": ("5G", "cloud"),
    "AI": ("AI,", " AI ", "AI uses"), "Smart cities": ("smart cit",), "Security Initiative": ("Global Security Initiative", "GSI"),
}
# Pledge of training places: (row, years over which the row's own words spread it).
PLEDGES = {"Plan of 2015": ("gv-003", 5), "Plan of 2021": ("gv-023", 3), "Plan of 2025": ("gv-066", 3)}
PLACES = "Training places a year"
PROGRAM_KINDS = {"policy_text": "text", "celac_forum": "meeting", "partner_program": "program", "finance_or_trade": "trade"}  # a plan item of the forum is no meeting
CAMPS = {"CN": "China", "US": "United States", "EU": "European Union", "other": "UN, OECD, region"}
# Instruments that no coded event holds, with the camp that led them: without them the years before 2025 would look emptier than they were.
INSTRUMENTS = {
    "Clean Network": "United States", "Declaration for the Future of the Internet": "United States", "US-led UNGA resolution on trustworthy AI": "United States",
    "OECD AI Principles": "UN, OECD, region",
}
FREEZE = "bl-160"
START = "2017"  # the year of the digital silk road; earlier rows are the policy papers and plans of named_items


def named_items(forum: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Which topics did which text of the forum name, and how many training places a year did it pledge?

    forum: china_celac_forum; events: the coded rows on the same texts (ROWS_OF). One row per text and topic in order of
    date: text, topic, found (named | not found | pledged), places_per_year (pledges only), rows (ids read beside the forum table).
    Policy papers pledge no places, so they have no such cell.
    """
    lines = []
    for row in forum.sort_values("date").itertuples():
        text, ids = ROWS_OF[row.event]
        words = " ".join([row.security_or_digital_items, *events.loc[events["event_id"].isin(ids), "what"]])
        lines += [(text, topic, "named" if any(mark in words for mark in marks) else "not found", None, ";".join(ids)) for topic, marks in TOPICS.items()]
        if text.startswith("Plan"):
            row_id = PLEDGES.get(text, ("",))[0]
            lines.append((text, PLACES, "pledged" if row_id else "not found", places_per_year(events, row_id) if row_id else None, row_id))
    return pd.DataFrame(lines, columns=["text", "topic", "found", "places_per_year", "rows"]).astype({"places_per_year": "float64"})


def places_per_year(events: pd.DataFrame, row_id: str) -> float:
    """How many training places a year does one pledge come to? Its quantity over the years it names."""
    years = {row: years for row, years in PLEDGES.values()}
    return event_quantity(events, row_id) / years[row_id]


def pledge_ratio(events: pd.DataFrame) -> float:
    """How large is the yearly pledge of 2025 as a multiple of that of 2014?"""
    return places_per_year(events, "gv-066") / places_per_year(events, "gv-003")


def first_named(items: pd.DataFrame, topic: str) -> int:
    """In which year did a text first name a topic, as far as the texts were read?"""
    named = items[(items["topic"] == topic) & (items["found"] == "named")]
    return int(named["text"].str[-4:].astype(int).min())


def programs(events: pd.DataFrame, adherence: pd.DataFrame) -> pd.DataFrame:
    """Which offers and texts did each camp make, and when? One row per offer, by camp and date.

    Counted governance rows from START on and partner programs of the AI list, dated to the month or day by their page, the aid freeze, and
    the instruments that only norm_adherence holds, on the day the first state took part. Returns event_id (event or instrument), camp, step (text | meeting | program | trade | stop),
    date, date_precision, what.
    """
    rows = pd.concat([select(events, listed="governance", kinds=tuple(PROGRAM_KINDS)), select(events, listed="ai", kinds=("partner_program",))])
    rows = dated(rows.drop_duplicates("event_id"))
    rows = rows[(rows["act"] != "reaction") & ((rows["kind"] != "celac_forum") | (rows["act"] == "visit"))]
    found = pd.concat([rows, counted(events)[counted(events)["event_id"] == FREEZE]])
    camp = found["about"].fillna(found["provider"]).map(CAMPS)
    found = found.assign(camp=camp, step=found["kind"].map(PROGRAM_KINDS).fillna("stop")).dropna(subset=["camp"])
    opened = adherence[adherence["instrument"].isin(INSTRUMENTS)].sort_values("date").drop_duplicates("instrument")
    opened = opened.assign(event_id=opened["instrument"], camp=opened["instrument"].map(INSTRUMENTS), step="text", what=opened["instrument"] + ": the first states take part")
    made = pd.concat([found, opened])
    made = made[made["date_precision"].isin(["month", "day"]) & (made["date"] >= START)]
    order = made["camp"].map(list(CAMPS.values()).index)
    columns = ["event_id", "camp", "step", "date", "date_precision", "what"]
    return made.assign(order=order).sort_values(["order", "date", "event_id"])[columns].reset_index(drop=True)


def camp_steps(programs: pd.DataFrame, camp: str, steps: tuple[str, ...], start: str, end: str = "9999") -> int:
    """How many of a camp's rows in ``programs`` are of these steps and dated from start to before end?"""
    rows = programs[(programs["camp"] == camp) & programs["step"].isin(steps) & (programs["date"] >= start) & (programs["date"] < end)]
    return len(rows)


def taught(events: pd.DataFrame, searches: pd.DataFrame, party: str) -> int:
    """How many counted police courses of this party did the logged police searches meet? Kind police_training, act training."""
    log = searches[(searches["theme"] == "law_enforcement") & (searches["provider"] == party)]
    met = set(";".join(log["hit_events"].dropna()).split(";"))
    courses = select(events, kinds=("police_training",), acts=("training",), about=party)
    return int(courses["event_id"].isin(met).sum())
