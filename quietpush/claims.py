"""What did the articles claim, what was found, and does each verdict still follow from its rule?"""

from __future__ import annotations

import operator
import re

import pandas as pd

from . import phrases, tables

OPERATORS = {
    ">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le, "==": operator.eq, "!=": operator.ne,
}
PLACE = re.compile(r"\{([^{}]+)\}")
EVENT = re.compile(r"event:([a-z]{2}-\d+)\.(\w+)")
EVENT_UNITS = {"amount_usd": "usd", "quantity": "number"}


def ledger() -> pd.DataFrame:
    """Which claims are there? One row per claim, A before B, in the articles' order."""
    claims = tables.read("claims", comparators=True)
    order = claims["claim_id"].str.extract(r"([AB])(\d+)")
    return claims.iloc[pd.DataFrame({"article": order[0], "number": order[1].astype(int)}).sort_values(["article", "number"]).index]


def places(template: str) -> list[str]:
    """Which findings and event fields does this text name?"""
    return PLACE.findall(template)


def _event_value(event: str, column: str, events: pd.DataFrame) -> str:
    if event not in events.index or column not in events:
        raise ValueError(f"data/claims.csv names {{event:{event}.{column}}}, which data/events.csv does not have; correct the id or the column")
    value = events.at[event, column]
    if pd.isna(value):
        raise ValueError(f"data/claims.csv names {{event:{event}.{column}}}, but that cell is empty in data/events.csv")
    if column in EVENT_UNITS:
        return phrases.say(float(value), EVENT_UNITS[column])
    return phrases.say(str(value), "date") if column.endswith("date") else str(value)


def fill(template: str, findings: dict[str, dict], events: pd.DataFrame) -> str:
    """What does a finding's text say with its numbers in? events: indexed by id."""
    def put(found: re.Match) -> str:
        name = found[1]
        event = EVENT.fullmatch(name)
        return _event_value(event[1], event[2], events) if event else findings[name]["text"]

    return PLACE.sub(put, template)


def unknown_findings(findings: dict[str, dict]) -> list[str]:
    """Which claims and rules name a finding that no chapter says?"""
    named = [(f"claim {row.claim_id}", name) for row in ledger().itertuples() for name in places(row.finding) if not EVENT.fullmatch(name)]
    named += [(f"the verdict rule of {row.claim_id}", row.finding_id) for row in tables.read("verdict_rules").itertuples()]
    return [f"{where} names the finding {name!r}, which no chapter says; correct the name or say it" for where, name in named if name not in findings]


def broken_rules(findings: dict[str, dict]) -> list[str]:
    """Which verdicts no longer follow from their numbers?"""
    verdicts = ledger().set_index("claim_id")["verdict"]
    broken = []
    for rule in tables.read("verdict_rules").itertuples():
        found = findings.get(rule.finding_id)
        if found and isinstance(found["value"], str):
            broken.append(f"the verdict rule of {rule.claim_id} compares {rule.finding_id}, which is the text {found['text']!r}; name a finding that is a number")
        elif found and not OPERATORS[rule.operator](float(found["value"]), float(rule.bound)):
            broken.append(
                f"claim {rule.claim_id} is called {verdicts[rule.claim_id]!r} because {rule.finding_id} {rule.operator} {rule.bound}, "
                f"but it is now {found['text']}; change the verdict in data/claims.csv with a dated line, or the rule"
            )
    return broken
