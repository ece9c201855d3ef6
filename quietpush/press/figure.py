"""How does a figure stand on the page? Title and subtitle, chart, then source, note, links and the numbers as a table."""

from __future__ import annotations

import html
import json
import math

from docutils import nodes
from sphinx.application import Sphinx

from ..chapter import FINDING_MIME, GUARD_MIME
from ..figures.caption import FIGURE_MIME
from . import nodes as own

PLOTLY_MIME = "application/vnd.plotly.v1+json"
TABLE_ROWS = 60  # a longer table is no table to read: it points to its CSV


class FigurePlugin:
    """MyST-NB's render plugin for what chapters show."""

    mime_priority_overrides = [("*", FIGURE_MIME, 1), ("*", GUARD_MIME, 1), ("*", FINDING_MIME, 1)]

    @staticmethod
    def handle_mime(renderer, data, inline: bool) -> list[nodes.Element] | None:
        if inline or data.mime_type not in (FIGURE_MIME, GUARD_MIME, FINDING_MIME, PLOTLY_MIME):
            return None
        content = data.content if isinstance(data.content, dict) else json.loads(data.content)
        if data.mime_type == FIGURE_MIME:
            return _figure(renderer.renderer.document, content)
        if data.mime_type == GUARD_MIME and not content["holds"]:
            return [_broken_guard(content)]
        return [nodes.comment("", data.mime_type)]  # said, not shown: the glue role prints it where the sentence wants it


def _broken_guard(guard: dict) -> nodes.Element:
    words = f"On these tables it no longer holds that {guard['says']}."
    return nodes.admonition("", nodes.title("", "Not on these data"), own.paragraph(words), classes=["warning"])


def _cell(value: object) -> str:
    """A table's value for readers: whole from a hundred thousand up, else six significant figures; never an exponent."""
    if value is None:
        return "–"
    if not isinstance(value, float):
        return str(value)
    if not value:
        return "0"
    text = f"{value:,.{max(0, 5 - math.floor(math.log10(abs(value))))}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _html_table(columns: list[str], rows: list[list[str]]) -> str:
    """A table as page text: thousands of cells as document nodes would cost more time than running the chapter."""
    head = "".join(f'<th scope="col">{html.escape(column)}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f'<table class="qp-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _numbers(figure: dict) -> own.disclosure:
    columns = [column.replace("_", " ") for column in figure["columns"]]
    rows = [[_cell(value) for value in row] for row in figure["rows"][:TABLE_ROWS]]
    more = len(figure["rows"]) - len(rows)
    made = own.disclosure("", nodes.raw("", _html_table(columns, rows), format="html"), summary="The same numbers as a table")
    if more > 0:
        made += own.paragraph(f"{more} further rows stand in the CSV file.")
    return made


def _figure(document: nodes.document, content: dict) -> list[nodes.Element]:
    name = content["name"]
    figure = nodes.figure("", classes=["qp-figure"], ids=[name], names=[name])
    figure += own.chart(spec=json.dumps(content["spec"], sort_keys=True, separators=(",", ":"), ensure_ascii=False), alt=content["alt"], height=content["height"], name=name)
    figure += nodes.caption(content["title"], content["title"])
    figure += nodes.legend("", own.paragraph(content["subtitle"]))
    document.note_explicit_target(figure, figure)
    under = own.fineprint(sources=content["sources"], name=name)
    if content["note"]:
        under += own.paragraph(nodes.strong("", "Note: "), content["note"])
    return [figure, under, _numbers(content)]


def connect(app: Sphinx) -> None:
    own.connect(app)
