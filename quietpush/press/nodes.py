"""What document parts does the book have beyond Sphinx's? Each with its HTML; the Typst side stands in typst.py."""

from __future__ import annotations

import html

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator


class chart(nodes.General, nodes.Element):
    """A live chart: spec (Plotly traces and layout with color tokens, as JSON text: quick to keep), alt, height, name."""


class fineprint(nodes.General, nodes.Element):
    """Source, note and links under a figure."""


class disclosure(nodes.General, nodes.Element):
    """Something folded away under a summary: the same numbers as a table."""


class card(nodes.General, nodes.Element):
    """A claim or a table of the catalogue: a block with an anchor."""


class badge(nodes.Inline, nodes.TextElement):
    """A verdict or grade as a word with a color."""


def _visit_chart(self: HTML5Translator, node: chart) -> None:
    spec = node["spec"].replace("<", "\\u003c")
    self.body.append(
        f'<div class="qp-chart" role="group" aria-label="{html.escape(node["alt"], quote=True)}" style="min-height:{node["height"]}px">'
        f'<script type="application/json">{spec}</script></div>'
    )
    raise nodes.SkipNode


def _block(tag: str, name: str):
    def visit(self: HTML5Translator, node: nodes.Element) -> None:
        ids = f' id="{node["ids"][0]}"' if node.get("ids") else ""
        more = " ".join([f"qp-{name}", *node.get("classes", [])])
        self.body.append(f'<{tag} class="{more}"{ids}>')

    def depart(self: HTML5Translator, node: nodes.Element) -> None:
        self.body.append(f"</{tag}>")

    return visit, depart


def _visit_disclosure(self: HTML5Translator, node: disclosure) -> None:
    self.body.append(f'<details class="qp-disclosure"><summary>{html.escape(node["summary"])}</summary><div class="qp-scroll">')


def _depart_disclosure(self: HTML5Translator, node: disclosure) -> None:
    self.body.append("</div></details>")


def connect(app: Sphinx) -> None:
    app.add_node(chart, html=(_visit_chart, None))
    app.add_node(disclosure, html=(_visit_disclosure, _depart_disclosure))
    for kind, tag in ((fineprint, "div"), (card, "div"), (badge, "span")):
        app.add_node(kind, html=_block(tag, kind.__name__))


def paragraph(*parts: str | nodes.Node, classes: tuple[str, ...] = ()) -> nodes.paragraph:
    """A paragraph of strings and inline nodes."""
    made = nodes.paragraph(classes=list(classes))
    made.extend(part if isinstance(part, nodes.Node) else nodes.Text(part) for part in parts)
    return made


def link(text: str, uri: str) -> nodes.reference:
    """A link away from this page; words from tables stay words."""
    return nodes.reference(text, text, refuri=uri)


def table(columns: list[str], rows: list[list[nodes.Node | str]], widths: list[int] | None = None, classes: tuple[str, ...] = ()) -> nodes.table:
    """A document table for every builder. Cells are strings or inline nodes."""
    made = nodes.table(classes=["qp-table", *classes, *(["colwidths-given"] if widths else [])])
    group = nodes.tgroup(cols=len(columns))
    made += group
    group.extend(nodes.colspec(colwidth=width) for width in (widths or [1] * len(columns)))
    head, body = nodes.thead(), nodes.tbody()
    group += [head, body]
    for parent, line in ((head, columns), *((body, row) for row in rows)):
        row = nodes.row()
        for cell in line:
            entry = nodes.entry()
            entry += paragraph(*(cell if isinstance(cell, list) else [cell]))
            row += entry
        parent += row
    return made
