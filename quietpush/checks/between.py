"""Do the tables agree with each other, beyond their keys? States of a panel, actors, cases, verdicts, the codebook."""

from __future__ import annotations

from collections.abc import Iterator

from quietpush.checks.files import Table
from quietpush.checks.problem import Problem, listed, nearest, quoted
from quietpush.schema import SUFFIX

# Acts that can only follow something that was offered or agreed.
_LATE_STEPS = ("cancelled", "withdrawn", "resumed", "paused")
_NO_EVIDENCE = ("article_statement", "wrong_row")
_NEEDS_EVIDENCE = ("supported", "qualified", "contested", "contradicted")


def between_problems(tables: dict[str, Table], unreadable: set[str]) -> Iterator[Problem]:
    """Which rows are right alone and wrong beside another table? Tables that could not be read count as there."""
    if "states" in tables:
        for table in tables.values():
            yield from _absent_states(table, tables["states"])
    if "claims" in tables:
        yield from _tables_named(tables["claims"], {*tables, *unreadable})
    for needed, rule in (
        (("events", "actors"), _actor_types), (("events", "event_aliases"), _aliases), (("events", "second_reading"), _read_twice),
        (("events", "codebook"), _words), (("events", "case_steps"), _case_order), (("events", "claims"), _verdicts),
        (("actors", "states"), _reach),
    ):
        if all(name in tables for name in needed):
            yield from rule(*(tables[name] for name in needed))


def _column(table: Table, key: str, value: str) -> dict[str, str]:
    return {k: v for _, (k, v) in table.cells(key, value)} if table.has(key, value) else {}


def _absent_states(table: Table, states: Table) -> Iterator[Problem]:
    """A published dataset holds each of the 33 states, or its sidecar names those that it does not."""
    if table.sidecar.class_ == "coded" or not table.has("iso3") or not states.has("iso3", "group"):
        return
    region = {iso3 for _, (iso3, group) in states.cells("iso3", "group") if group == "lac"}
    lacking = region - {iso3 for _, (iso3,) in table.cells("iso3")}
    said = set(table.sidecar.absent)
    if lacking != said:
        yield Problem(table.label.removesuffix(".csv") + SUFFIX, None, "", f"absent: [{', '.join(sorted(said))}]",
                      f"absent: [{', '.join(sorted(lacking))}], the states without a row", "say which states have no row, or restore their rows")


def _actor_types(events: Table, actors: Table) -> Iterator[Problem]:
    types = _column(actors, "actor", "type")
    for keys, kind in (("actors", "provider_actor_type"), ("partners", "partner_type")):
        if not events.has(keys, kind):
            continue
        for line, (named, given) in events.cells(keys, kind):
            first = named.split(";")[0]
            if first in types and types[first] != given:
                yield Problem(events.label, line, kind, quoted(given), f"{types[first]}, the type of {first} in {actors.label}",
                              "decide the type once, in the list of actors")


def _reach(actors: Table, states: Table) -> Iterator[Problem]:
    """Police of the region are marked local or national, and no other body is."""
    if not actors.has("type", "reach", "home") or not states.has("iso3", "group"):
        return
    region = {iso3 for _, (iso3, group) in states.cells("iso3", "group") if group == "lac"}
    for line, (kind, reach, home) in actors.cells("type", "reach", "home"):
        if bool(reach) != (kind in ("police", "police_unit") and home in region):
            yield Problem(actors.label, line, "reach", quoted(reach), "nothing for this body" if reach else "local or national, for police of the region",
                          "say whether this police body is one of a place or of the center")


def _aliases(events: Table, aliases: Table) -> Iterator[Problem]:
    living = {key for _, (key,) in events.cells("event_id")}
    for line, (alias,) in aliases.cells("alias"):
        if alias in living:
            yield Problem(aliases.label, line, "alias", quoted(alias), f"an id that is no event_id of {events.label}", "merge the row or drop the alias")


def _read_twice(events: Table, readings: Table) -> Iterator[Problem]:
    if not events.has("second_reading") or not readings.has("event"):
        return
    read = {key for _, (key,) in readings.cells("event")}
    for line, (event, mark) in events.cells("event_id", "second_reading"):
        if (event in read) != (mark == "true"):
            yield Problem(events.label, line, "second_reading", quoted(mark), f"{'true' if event in read else 'false'}, as {readings.label} has it",
                          "let the mark and the table of readings agree")


def _words(events: Table, codebook: Table) -> Iterator[Problem]:
    """Every closed word of the events stands in the codebook, and no other."""
    explained: dict[str, list[str]] = {}
    for _, (column, word) in codebook.cells("column", "word"):
        explained.setdefault(column, []).append(word)
    for field in events.sidecar.fields:
        if field.name in explained and field.kind != "list" and set(field.enum) != set(explained[field.name]):
            odd = sorted(set(field.enum) ^ set(explained[field.name]))
            yield Problem(codebook.label, None, "word", f"{listed(odd)} of the column {field.name} in one place only",
                          f"the words of {field.name} in {events.sidecar.name}{SUFFIX}", "explain the word, or take it out of both")


def _case_order(events: Table, steps: Table) -> Iterator[Problem]:
    """Steps of a case stand in the order of their dates, and an end comes after a beginning."""
    if not events.has("event_id", "date", "case_id") or not steps.has("event", "step"):
        return
    about = {event: (case, date) for _, (event, case, date) in events.cells("event_id", "case_id", "date")}
    last: dict[str, str] = {}
    for line, (event, step) in steps.cells("event", "step"):
        case, date = about.get(event, ("", ""))
        if not case:
            continue
        before = last.get(case, "")
        known = min(len(before), len(date))
        if before and date and date[:known] < before[:known]:
            yield Problem(steps.label, line, "event", f"{quoted(event)} of {date}", f"a day not before {before}, the step above it in {case}",
                          "put the steps of a case in the order of their dates, or correct the date")
        elif not before and step in _LATE_STEPS:
            yield Problem(steps.label, line, "step", quoted(step), "a step that can come first", f"add what came before it in {case}, or correct the step")
        last[case] = date or before


def _tables_named(claims: Table, tables: set[str]) -> Iterator[Problem]:
    """The tables that a claim names are tables of this folder."""
    if not claims.has("tables"):
        return
    for line, (names,) in claims.cells("tables"):
        for name in filter(None, names.split(";")):
            if name not in tables:
                yield Problem(claims.label, line, "tables", quoted(name), f"a table of this folder ({listed(sorted(tables))})", f"correct the name{nearest(name, tables)}")


def _verdicts(events: Table, claims: Table) -> Iterator[Problem]:
    """A verdict that weighs evidence names a row that does not itself restate the article, a table, or a computed finding."""
    if not claims.has("evidence", "tables", "finding_basis", "verdict") or not events.has("event_id", "counted_why"):
        return
    independent = {event for _, (event, why) in events.cells("event_id", "counted_why") if why not in _NO_EVIDENCE}
    for line, (verdict, evidence, tables, basis) in claims.cells("verdict", "evidence", "tables", "finding_basis"):
        if verdict in _NEEDS_EVIDENCE and not (independent & set(evidence.split(";")) or tables or basis == "computed"):
            yield Problem(claims.label, line, "evidence", quoted(evidence), "an event that does not restate the article, a table or a computed finding behind this verdict",
                          "name the evidence, or call the claim unverified")
