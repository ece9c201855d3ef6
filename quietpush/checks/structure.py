"""Does Frictionless, the validator that other data rooms use, accept each table under its sidecar?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from frictionless import Dialect, FrictionlessException, Resource, Schema, errors
from frictionless.formats import CsvControl

from quietpush.checks.files import Table
from quietpush.checks.problem import Problem, listed, nearest, quoted
from quietpush.schema import FORM_WORDS, Field

# The delimiter and the rest are said, not sniffed.
_CSV = {"delimiter": ",", "quote_char": '"', "line_terminator": "\n", "skip_initial_space": False}


def structure_problems(table: Table) -> Iterator[Problem]:
    """What does Frictionless report: types, constraints, primary key, encoding and the sidecar itself?"""
    sidecar_label = table.label.removesuffix(".csv") + ".resource.yaml"
    path = table.sidecar.path
    # Foreign keys need the whole package and are followed elsewhere, where the message can name the missing key.
    descriptor = {k: v for k, v in table.sidecar.descriptor["schema"].items() if k != "foreignKeys"}
    try:
        for error in Resource.metadata_validate(table.sidecar.descriptor):
            yield _sidecar(sidecar_label, error.note)
        resource = Resource(
            path=path.name, basepath=str(path.parent), format="csv", encoding="utf-8",
            schema=Schema.from_descriptor(descriptor), dialect=Dialect(controls=[CsvControl(**_CSV)]),
        )
        report = resource.validate()
    except FrictionlessException as error:
        for reason in error.reasons or [error.error]:
            yield _sidecar(sidecar_label, reason.note)
        return
    except Exception as error:  # an odd sidecar can make the validator itself fail, which is a fault of the sidecar
        yield _sidecar(sidecar_label, f"a schema that Frictionless cannot apply ({error})")
        return
    firsts = _first_lines(table)
    for error in [*report.errors, *(e for task in report.tasks for e in task.errors)]:
        if not _is_repeated(error, table):
            yield _translated(error, table, firsts)


def _sidecar(label: str, note: str) -> Problem:
    return Problem(label, None, "", note, "a Frictionless Data Resource", "correct the sidecar")


def _is_repeated(error: Any, table: Table) -> bool:
    """Is it a column of unique values that is the primary key as well, reported there with the other row?"""
    return isinstance(error, errors.UniqueError) and (error.field_name,) == table.sidecar.primary_key


def _translated(error: Any, table: Table, firsts: dict[tuple[str, ...], int]) -> Problem:
    row_number = getattr(error, "row_number", None)
    line = table.lines[row_number - 2] if row_number and row_number >= 2 else None
    if isinstance(error, errors.PrimaryKeyError):
        return _primary_key(table, row_number - 2, firsts)
    if isinstance(error, errors.CellError) and table.has(error.field_name):
        field = table.sidecar.field(error.field_name)
        return Problem(table.label, line, field.name, quoted(error.cell or ""), *_allowed(error, field))
    return Problem(table.label, line, "", f"{error.title.lower()} ({error.note})", "a table as its sidecar describes it", "correct the file")


def _first_lines(table: Table) -> dict[tuple[str, ...], int]:
    lines: dict[tuple[str, ...], int] = {}
    for line, key in table.cells(*table.sidecar.primary_key):
        lines.setdefault(key, line)
    return lines


def _primary_key(table: Table, index: int, firsts: dict[tuple[str, ...], int]) -> Problem:
    columns = table.sidecar.primary_key
    mine = tuple(table.rows[index][table.sidecar.columns.index(c)] for c in columns)
    place = (table.label, table.lines[index], ", ".join(columns), ", ".join(map(quoted, mine)))
    if not any(mine):
        return Problem(*place, "a value in the primary key", "give the row its key or remove the row")
    return Problem(*place, f"each {' and '.join(columns)} once; row {firsts[mine]} has the same", "change one of the two or remove it")


def _allowed(error: Any, field: Field) -> tuple[str, str]:
    """What would Frictionless have accepted in this cell, and what is to be done?"""
    if isinstance(error, errors.UniqueError):
        return f"each {field.name} once", "change one of the two or remove the row"
    limits = field.constraints
    name = re.search(r'constraint "(\w+)"', error.note or "")
    rule = name[1] if name else ""
    if rule == "required":
        return "a value in every row", "fill the cell or remove the row"
    if rule == "enum":
        return f"one of {listed(limits['enum'])}", f"use one of these words{nearest(error.cell, map(str, limits['enum']))} or add the word to the sidecar"
    if rule == "pattern":
        return f"text of the form {limits['pattern']}", "correct the cell"
    if rule in ("minimum", "maximum"):
        return f"{'at least' if rule == 'minimum' else 'at most'} {limits[rule]}", "correct the number"
    if rule in limits:
        return f"{rule} {limits[rule]}", "correct the cell"
    return FORM_WORDS.get(field.type, error.note), "correct the cell"
