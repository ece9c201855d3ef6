"""How do the generated reference pages read? The data catalogue and the list of registered tests, made from the tables."""

from __future__ import annotations

import json
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from .. import package, phrases, schema, tables
from . import nodes as own
from .inputs import TABLE

CLASSES = {"coded": "coded by us, row by row", "extract": "cut from a published dataset", "derived": "derived from a published dataset; no row of it is here"}


CORRECTIONS = "book/corrections"
RESULTS = "probabilities-tests-by-id"  # the figure of the methods page that holds what the registered tests found


class generated(nodes.General, nodes.Element):
    """Stands for a part that is made from the tables when the page is printed."""


class Catalogue(SphinxDirective):
    def run(self) -> list[nodes.Node]:
        return [generated(part="catalogue")]


class RegisteredTests(SphinxDirective):
    def run(self) -> list[nodes.Node]:
        return [generated(part="tests")]


def _users(source: Path) -> dict[str, list[str]]:
    """Which chapters read which table?"""
    used: dict[str, list[str]] = {}
    for page in sorted((source / "book").glob("*.md")):
        for name in sorted(set(TABLE.findall(page.read_text("utf-8")))):
            used.setdefault(name, []).append(page.stem.replace("-", " "))
    return used


def _points(title: str, lines: list[str]) -> list[nodes.Node]:
    if not lines:
        return []
    items = nodes.bullet_list()
    for line in lines:
        item = nodes.list_item()
        item += own.paragraph(line)
        items += item
    return [own.paragraph(nodes.strong("", title)), items]


class PrintReference(SphinxPostTransform):
    default_priority = 9

    def run(self, **kwargs) -> None:
        for node in list(self.document.findall(generated)):
            node.replace_self(self._catalogue() if node["part"] == "catalogue" else self._tests())

    def _catalogue(self) -> list[nodes.Node]:
        data, used = tables.data_dir(), _users(Path(self.app.srcdir))
        entries = [self._entry(schema.load(data, name), used.get(name, [])) for name in schema.names(data)]
        if self.app.builder.format != "html":
            return entries
        whole = own.link("one Frictionless Data Package", f"{'../' * self.env.docname.count('/')}downloads/data/{package.FILE}")
        described = json.dumps(package.linked_data(data), ensure_ascii=False).replace("<", "\\u003c")
        machines = nodes.raw("", f'<script type="application/ld+json">{described}</script>', format="html")
        return [own.paragraph("All tables with their descriptions are also ", whole, "."), machines, *entries]

    def _names(self) -> dict[str, str]:
        return tables.read("states").set_index("iso3")["name"].to_dict()

    def _entry(self, sidecar: schema.Sidecar, used: list[str]) -> own.card:
        made = own.card(ids=[f"table-{sidecar.name}"])
        made += own.paragraph(nodes.strong("", sidecar.title), " ", nodes.literal("", sidecar.name), classes=("qp-card-head",))
        rows = len(tables.read(sidecar.name, comparators=True))
        period = f" Period: {sidecar.period}." if sidecar.period else ""
        made += own.paragraph(f"{sidecar.description} {rows:,} rows; {CLASSES[sidecar.class_]}.{period}")
        made += own.paragraph(nodes.strong("", "License: "), "; ".join(str(licence["title"]) for licence in sidecar.licenses), ". ", nodes.strong("", "Credit: "), sidecar.credit, ".")
        line = own.paragraph(nodes.strong("", "Sources: "))
        for place, source in enumerate(sidecar.sources):
            line += [nodes.Text("; " if place else ""), own.link(source["title"], source["path"]) if source.get("path") else nodes.Text(source["title"])]
        made += [line] if sidecar.sources else []
        made += own.paragraph(nodes.strong("", "Used by: "), ", ".join(used) if used else "the ledger and the press", ".")
        made.extend(_points("What is in it, what is not", list(sidecar.coverage)))
        if sidecar.absent:
            made += own.paragraph(nodes.strong("", "States without a row: "), phrases.series(sorted(self._names()[iso3] for iso3 in sidecar.absent)), ".")
        made.extend(_points("Before you use a number", list(sidecar.warnings)))
        if sidecar.corrections:
            page = nodes.reference("", "corrections", refuri=self.app.builder.get_relative_uri(self.env.docname, CORRECTIONS), internal=True)
            made += own.paragraph(nodes.strong("", "Corrected: "), f"{len(sidecar.corrections)} times, last on {phrases.date(max(str(line['date']) for line in sidecar.corrections))}; each line stands among the ", page, ".")
        if self.app.builder.format == "html":
            up = "../" * self.env.docname.count("/")
            made += own.paragraph(own.link("Download (CSV)", f"{up}downloads/data/{sidecar.path.name}"), classes=("qp-links",))
        return made

    def _tests(self) -> list[nodes.Node]:
        """Every registered test with what it found, as the methods page computed it for its figure."""
        registered = tables.read("tests").set_index("id")
        figure = self.app.quietpush_spoken.figures.get(RESULTS)
        if not figure:
            raise KeyError(f"{self.env.docname} lists the registered tests, but no page shows the figure {RESULTS} that holds their results")
        found = [dict(zip(figure["columns"], row)) for row in figure["rows"]]
        return [own.table(["Test", "What it says and how", "n", "Estimate and 95% interval", "p", "q", "Found with 80% power"], [_result(row, registered.loc[row["test"]]) for row in found], widths=[6, 36, 5, 24, 8, 8, 13])]


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:.3g}".replace("-", "−")


def _result(row: dict, test) -> list[str]:
    seen = "looked at before" if test["seen"] else "not looked at before"
    estimate = "no upper end" if row["estimate"] is None else _number(row["estimate"])
    interval = f"{_number(row['low'])} to {'no end' if row['high'] is None else _number(row['high'])}"
    p, q = (phrases.say(row[name], "probability", 3) for name in ("p", "q"))
    how = test["statistic"][0].upper() + test["statistic"][1:]
    return [row["test"], f"{test['hypothesis']}. {how}; {test['direction']}; {seen}.", f"{row['n']} {row['n_of']}", f"{estimate} ({interval}), {row['unit']}", p, q, _number(row["smallest"])]


def _copy_tables(app: Sphinx, failure: Exception | None) -> None:
    if failure or app.builder.format != "html":
        return
    folder = Path(app.outdir) / "downloads" / "data"
    folder.mkdir(parents=True, exist_ok=True)
    for name in schema.names(tables.data_dir()):
        path = schema.load(tables.data_dir(), name).path
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / package.FILE).write_text(package.text(tables.data_dir()), "utf-8")


def connect(app: Sphinx) -> None:
    app.add_directive("catalogue", Catalogue)
    app.add_directive("registered-tests", RegisteredTests)
    app.add_post_transform(PrintReference)
    app.connect("build-finished", _copy_tables)
