"""What does a figure say, of what, from where? The parts without which a figure is unfinished."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

import pandas as pd

FIGURE_MIME = "application/vnd.quietpush.figure+json"
TITLE_WORDS = 14


@dataclass(frozen=True)
class Caption:
    """The words around a figure.

    title: the finding as one short sentence; subtitle: measure, unit, place, period; note: limits; alt: the finding for
    those who do not see the chart; sources: table names and event ids; guard: the result of ``hold`` on which a title
    with a direction rests: where it is false (a reader's own data), title and alt fall back to the subtitle.
    """

    title: str
    subtitle: str
    alt: str
    sources: tuple[str, ...]
    note: str = ""
    guard: object = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "sources", tuple(self.sources))
        for part in ("title", "subtitle", "alt"):
            if not getattr(self, part).strip():
                raise ValueError(f"a figure without {part} is unfinished: write the {part} in its Caption")
        if not self.sources:
            raise ValueError(f"figure {self.title!r} names no source: give Caption the tables or events it rests on")
        if len(self.title.split()) > TITLE_WORDS:
            raise ValueError(f"title of {len(self.title.split())} words: {self.title!r}; say it in {TITLE_WORDS}")

    @property
    def shown_title(self) -> str:
        return self.title if self.guard else self.subtitle

    @property
    def shown_alt(self) -> str:
        return self.alt if self.guard else self.subtitle


@dataclass(frozen=True)
class Figure:
    """A chart with its words and its numbers: one row of ``rows`` per mark that is drawn.

    name: the figure function's name with hyphens, unique in the book; spec: Plotly traces and layout with color tokens
    of ``theme``; rows: the tidy numbers behind the marks, units in the column names; height in CSS pixels.
    """

    name: str
    caption: Caption
    spec: dict
    rows: pd.DataFrame = field(repr=False)
    height: int = 420

    def payload(self) -> dict:
        """What the press needs to print this figure, as plain JSON values."""
        rows = json.loads(self.rows.to_json(orient="values", date_format="iso", double_precision=15))
        return {
            "name": self.name,
            "title": self.caption.shown_title,
            "subtitle": self.caption.subtitle,
            "note": self.caption.note,
            "alt": self.caption.shown_alt,
            "sources": list(self.caption.sources),
            "columns": [str(name) for name in self.rows.columns],
            "rows": rows,
            "spec": json.loads(json.dumps(self.spec)),
            "height": self.height,
        }
