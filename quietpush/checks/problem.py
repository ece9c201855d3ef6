"""What is wrong, where, what is allowed and what to do?"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

_LONGEST_FOUND = 80
_LONGEST_LIST = 12


@dataclass(frozen=True)
class Problem:
    """One thing to mend; as text it is one readable line."""

    file: str
    row: int | None
    column: str
    found: str
    allowed: str
    action: str

    def __str__(self) -> str:
        place = self.file
        if self.row is not None:
            place += f" row {self.row}"
        if self.column:
            place += f"{',' if self.row is not None else ''} column {self.column}"
        return f"{place}: found {self.found}; allowed: {self.allowed}; {self.action}."


def quoted(value: str) -> str:
    """How is a cell shown in one line? In quotes, cut short, with unprintable characters spelled out."""
    if value == "":
        return "nothing"
    short = value if len(value) <= _LONGEST_FOUND else value[:_LONGEST_FOUND] + "…"
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in short)
    return f'"{shown}"'


def listed(words: Iterable[object]) -> str:
    """How is a closed list shown in one line? The first dozen, then how many more."""
    every = [str(w) for w in words]
    more = len(every) - _LONGEST_LIST
    return ", ".join(every[:_LONGEST_LIST]) + (f" and {more} more" if more > 0 else "")


def nearest(value: str, words: Iterable[str]) -> str:
    """Which allowed word was perhaps meant? A hint to append to an action, or nothing."""
    close = difflib.get_close_matches(value, list(words), n=1, cutoff=0.75)
    return f' (did you mean "{close[0]}"?)' if close else ""
