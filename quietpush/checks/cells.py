"""Is each cell, looked at alone, in the right form and harmless wherever it is shown?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quietpush.checks.files import Table
from quietpush.checks.problem import Problem, quoted
from quietpush.schema import FORM_WORDS, FORMS, Field

# A spreadsheet runs a cell that begins so; the wide forms count in some locales.
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_HTML = re.compile(r"<[A-Za-z/!?]")
# Control characters, line breaks inside a cell, zero-width characters and marks that turn the direction of text.
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_ADDRESS = re.compile(r"https?://[^\s\"<>]+")


def cell_problems(table: Table) -> Iterator[Problem]:
    """Which cells are in the wrong form or hold markup, formulas or hidden characters?"""
    for field in table.sidecar.fields:
        for line, (cell,) in table.cells(field.name):
            if not cell:
                continue
            wrong = _text(cell, field) if field.type == "string" else _form(cell, field)
            if wrong:
                yield Problem(table.label, line, field.name, *wrong)


def _form(cell: str, field: Field) -> tuple[str, str, str] | None:
    if re.fullmatch(FORMS[field.type], cell):
        return None
    return quoted(cell), FORM_WORDS[field.type], "rewrite it, or leave the cell empty where the value is unknown"


def _text(cell: str, field: Field) -> tuple[str, str, str] | None:
    if hidden := _HIDDEN.search(cell):
        return f"the character U+{ord(hidden[0]):04X} in {quoted(cell)}", "one line of visible characters", "remove the character"
    if _FORMULA.match(cell) and cell not in field.enum:
        return quoted(cell), "text that does not begin with = + - @", "reword it; a spreadsheet would run it as a formula"
    if tag := _HTML.search(cell):
        return f"{quoted(cell[tag.start() : tag.start() + 20])} in the text", "text without HTML", "remove the markup"
    if (field.name == "url" or field.name.endswith("_url")) and field.kind != "list" and not _ADDRESS.fullmatch(cell):
        return quoted(cell), "an address that begins with http:// or https://", "correct the address"
    return None
