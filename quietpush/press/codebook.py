"""What does each column and word of the coded events mean? The codebook page, with a real row as the example of each word."""

from __future__ import annotations

import pandas as pd
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from .. import schema, tables
from . import nodes as own

TABLE = "events"
CONFIDENCE = ["high", "medium", "low"]


class codebook(nodes.General, nodes.Element):
    """Stands for the codebook until the page is printed."""


class Codebook(SphinxDirective):
    def run(self) -> list[nodes.Node]:
        return [codebook()]


def example(events: pd.DataFrame, column: str, word: str) -> str:
    """Which row shows this word best? A counted row before others, one that was read twice, with a strong source; "" if none."""
    held = events[column].fillna("").str.split(";").map(lambda words: word in words)
    rows = events[held].assign(alone=events[column] == word).sort_values(["alone", "counted", "second_reading", "grade", "event_id"], ascending=[False, False, False, True, True])
    return "" if rows.empty else f"{rows['what'].iloc[0]} ({rows['event_id'].iloc[0]})"


def entry(field: schema.Field, words: pd.DataFrame, events: pd.DataFrame) -> own.card:
    """One column: what it holds, and each of its words with meaning and example."""
    made = own.card(ids=[f"column-{field.name}"])
    form = {"list": "several values joined by ;", "date": "YYYY, YYYY-MM or YYYY-MM-DD"}.get(field.kind, field.type)
    unit = f", {field.unit}" if field.unit else ""
    made += own.paragraph(nodes.literal("", field.name), f" ({form}{unit}{', in every row' if field.required else ''})", classes=("qp-card-head",))
    made += own.paragraph(field.description + ".")
    if words.empty:
        shown = events[events[field.name].notna()].head(1)
        if not shown.empty:
            made += own.paragraph(nodes.strong("", "Example: "), f"{shown[field.name].iloc[0]} ({shown['event_id'].iloc[0]})", classes=("qp-card-small",))
        return made
    items = nodes.bullet_list()
    for word in words.itertuples():
        before = f" Earlier words: {word.earlier_words.replace(';', ', ')}." if isinstance(word.earlier_words, str) else ""
        item = nodes.list_item()
        item += own.paragraph(nodes.literal("", word.word), f" {word.meaning}.{before}")
        item += own.paragraph("Example: ", example(events, field.name, word.word) or "no row at present", classes=("qp-card-small",))
        items += item
    made += items
    return made


class PrintCodebook(SphinxPostTransform):
    default_priority = 9

    def run(self, **kwargs) -> None:
        for node in list(self.document.findall(codebook)):
            events = tables.read(TABLE, comparators=True)
            events = events.assign(grade=events["confidence"].map(CONFIDENCE.index))
            words = tables.read("codebook")
            fields = schema.load(tables.data_dir(), TABLE).fields
            node.replace_self([entry(field, words[words["column"] == field.name], events) for field in fields])


def connect(app: Sphinx) -> None:
    app.add_directive("codebook", Codebook)
    app.add_post_transform(PrintCodebook)
