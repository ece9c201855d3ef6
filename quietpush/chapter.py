"""The only names a chapter imports: ``table``, ``say``, ``hold``, ``show``, ``cite``.

They show what they make through mime types of their own, so that the press can gather every finding, guard and figure
from the executed notebooks; a kernel writes no file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from IPython.display import display

from . import phrases, tables
from .figures.caption import FIGURE_MIME, Figure
from .theme import resolve

FINDING_MIME = "application/vnd.quietpush.finding+json"
GUARD_MIME = "application/vnd.quietpush.guard+json"


def table(name: str, comparators: bool = False):
    """Which rows does this table hold? A typed frame; only the 33 states unless comparators are asked for."""
    return tables.read(name, comparators=comparators)


@dataclass(frozen=True)
class Finding:
    """One number of the book: where it came from and how it is printed."""

    id: str
    value: float | int | str
    unit: str
    text: str
    means: str
    tables: tuple[str, ...]
    measure: str

    def __str__(self) -> str:
        return self.text

    def _ipython_display_(self) -> None:
        """Nothing more: ``say`` has shown it, also where it ends a cell."""


@dataclass(frozen=True)
class Guard:
    """A direction that a sentence or title rests on; true where it holds."""

    id: str
    holds: bool
    says: str

    def __bool__(self) -> bool:
        return self.holds

    def _ipython_display_(self) -> None:
        """Nothing more: ``hold`` has shown it, also where it ends a cell."""


@dataclass(frozen=True)
class _Shown:
    """An output with the mime types that the press reads, and plain text for JupyterLab."""

    bundle: dict

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return self.bundle


def _python(value):
    """The plain Python value of a numpy or pandas scalar."""
    return value.item() if hasattr(value, "item") else value


def say(
    id: str, value, unit: str, *, means: str, tables: list[str], measure: Callable, digits: int | None = None
) -> Finding:
    """Which number does the book print under this id?

    value: number or text; unit: one of ``phrases.UNITS``; means: one line that defines the number so that another
    person can compute it again; tables: the tables it rests on; measure: the function that made it.
    """
    from myst_nb import glue

    value = _python(value)
    name = f"{measure.__module__.removeprefix('quietpush.')}.{measure.__name__}"
    finding = Finding(id, value, unit, phrases.say(value, unit, digits), means, tuple(tables), name)
    # In quotes, since the glue role reads its text as a Python literal: "1,200" would print as a tuple, "0.50" as 0.5.
    glue(id, _Shown({FINDING_MIME: dict(vars(finding), tables=list(tables)), "text/plain": repr(finding.text)}), display=False)
    display(_Shown({FINDING_MIME: {"echo": id}, "text/plain": f"{id}: {finding.text}"}))
    return finding


def hold(id: str, condition: bool, says: str) -> Guard:
    """Does the direction of this sentence or title still hold? A false guard stops the build and names the sentence.

    On a reader's own tables (``QUIETPUSH_DATA`` is set) it is reported beside the text instead, and titles that rest on
    it fall back to subject, measure and period.
    """
    condition = bool(condition)
    if not condition and not tables.own_data():
        raise AssertionError(f"guard {id!r} is false: the data no longer say that {says}; rewrite the sentence or title that rests on it")
    guard = Guard(id, condition, says)
    display(_Shown({GUARD_MIME: dict(vars(guard)), "text/plain": f"{id}: {condition}"}))
    return guard


def show(figure: Figure) -> None:
    """Show a figure: numbered figure in the book and the PDF, live chart in JupyterLab and VS Code."""
    plotly = resolve(figure.spec, "light")
    display(
        _Shown(
            {
                FIGURE_MIME: figure.payload(),
                "application/vnd.plotly.v1+json": {"data": plotly["data"], "layout": plotly["layout"], "config": {}},
                "text/plain": f"{figure.caption.shown_title}. {figure.caption.shown_alt}",
            }
        )
    )


def cite(*event_ids: str) -> tuple[str, ...]:
    """Which coded rows does a figure rest on? Their ids, refused where one does not exist."""
    known = set(tables.read("events", comparators=True)["event_id"])
    unknown = [event for event in event_ids if event not in known]
    if unknown:
        raise KeyError(f"no event {', '.join(unknown)} in data/events.csv; correct the id")
    return event_ids
