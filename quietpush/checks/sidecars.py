"""Does each sidecar say what a reader of the table must know?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quietpush.checks.problem import Problem, listed, quoted
from quietpush.schema import CLASSES, SUFFIX, Field, Sidecar

_TEXTS = ("title", "description", "credit", "period")
_LISTS = ("licenses", "coverage")
_BASES = ("nominal", "constant", "of the year", "as printed")  # money without one of these cannot be compared
_SHA256 = re.compile(r"[0-9a-f]{64}")


def sidecar_problems(sidecar: Sidecar) -> Iterator[Problem]:
    """Which statements are missing: title, licence, sources, limits, upstream, units, descriptions, dates?"""
    label = f"{sidecar.path.parent.name}/{sidecar.name}{SUFFIX}"

    def refuse(column: str, found: str, allowed: str, action: str) -> Problem:
        return Problem(label, None, column, found, allowed, action)

    for key in (*_TEXTS, *_LISTS):
        if not getattr(sidecar, key):
            yield refuse("", f"no {key}", f"a sidecar with {', '.join((*_TEXTS, *_LISTS))}", f"add {key}")
    if sidecar.class_ not in CLASSES:
        yield refuse("", f"class {quoted(sidecar.class_)}", f"class {listed(CLASSES)}", "say which kind of table it is")
    elif sidecar.class_ != "coded":
        # A coded table names a source on each row instead.
        if not sidecar.sources:
            yield refuse("", "no sources", f"the sources of every table of class {sidecar.class_}", "add sources")
        yield from _upstream(sidecar, label)
    if not sidecar.primary_key:
        yield refuse("", "no primaryKey", "columns that name each row once", "add schema.primaryKey")
    for correction in sidecar.corrections:
        if not isinstance(correction, dict) or not correction.get("date") or not correction.get("what"):
            yield refuse("", f"the correction {quoted(str(correction))}", "corrections with date and what", "add the date and what was corrected")
    for field in sidecar.fields:
        if wrong := _field(field):
            yield refuse(field.name, *wrong)


def _upstream(sidecar: Sidecar, label: str) -> Iterator[Problem]:
    if not sidecar.builder:
        yield Problem(label, None, "", "no builder", f"the builder of every table of class {sidecar.class_}", f"add builder: builders/{sidecar.name}.py")
    hashes = [str(u.get("sha256", "")) if isinstance(u, dict) and u.get("path") else "" for u in sidecar.upstream]
    if not hashes or not all(map(_SHA256.fullmatch, hashes)):
        yield Problem(label, None, "", "no upstream file with its hash", "upstream: [{path: ..., sha256: ...}]", "name each upstream file with its sha256")


def _field(field: Field) -> tuple[str, str, str] | None:
    if not field.description:
        return "no description", "a description of every field", "say what the column holds"
    if field.type == "number" and not field.unit:
        return "no unit", "a unit on every number", "add the unit"
    if "dollar" in field.unit and not any(basis in field.unit for basis in _BASES):
        return f"unit {quoted(field.unit)}", f"dollars with their basis ({', '.join(_BASES)})", "say whether the dollars are nominal or constant, and of which year"
    if field.type == "string" and (field.name == "date" or field.name.endswith("_date")) and field.kind != "date":
        return f"kind {quoted(field.kind)}", "kind: date on a column of dates", "add kind: date"
    return None
