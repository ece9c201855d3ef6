"""What was corrected, and which numbers moved? The corrections page, made from the sidecars and the table of changes."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from .. import phrases, schema, tables
from . import nodes as own

ROWS_NAMED = 8  # more ids than this are a list for a machine: the sidecar has them all


class record(nodes.General, nodes.Element):
    """Stands for a part of the record until the page is printed."""


class Corrections(SphinxDirective):
    def run(self) -> list[nodes.Node]:
        return [record(part="corrections")]


class Changes(SphinxDirective):
    def run(self) -> list[nodes.Node]:
        return [record(part="changes")]


def corrections() -> list[tuple[str, str, str, str]]:
    """Which rows were corrected? (date, table, rows, what), the latest first, tables by name."""
    data, found = tables.data_dir(), []
    for name in schema.names(data):
        for line in schema.load(data, name).corrections:
            rows = [str(row) for row in line.get("rows") or []]
            more = f" and {len(rows) - ROWS_NAMED} more" if len(rows) > ROWS_NAMED else ""
            found.append((str(line["date"]), name, ", ".join(rows[:ROWS_NAMED]) + more, str(line["what"])))
    return sorted(found, key=lambda line: line[0], reverse=True)


def _corrections() -> nodes.Node:
    rows = [[phrases.date(date), [nodes.literal("", table), f" {ids}"], what] for date, table, ids, what in corrections()]
    return own.table(["Date", "Table and rows", "What was corrected, and why"], rows, widths=[16, 28, 56])


def _changes() -> list[nodes.Node]:
    """Numbers that moved for one reason stand together, under the reason, the latest day first."""
    made = []
    for (date, why), rows in sorted(tables.read("changes").fillna("–").groupby(["date", "why"]), key=lambda group: group[0], reverse=True):
        made.append(nodes.paragraph("", "", nodes.strong("", f"{phrases.date(date)}. "), nodes.Text(why)))
        made.append(own.table(["Finding", "Before", "After"], [[nodes.literal("", row.finding), row.before, row.after] for row in rows.itertuples()], widths=[40, 30, 30]))
    return made


class PrintRecord(SphinxPostTransform):
    default_priority = 9

    def run(self, **kwargs) -> None:
        for node in list(self.document.findall(record)):
            node.replace_self([_corrections()] if node["part"] == "corrections" else _changes())


def connect(app: Sphinx) -> None:
    app.add_directive("corrections", Corrections)
    app.add_directive("changes", Changes)
    app.add_post_transform(PrintRecord)
