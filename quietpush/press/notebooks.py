"""What did the chapters say when they ran? The executed notebooks, and the findings, guards and figures in them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from jupyter_cache import get_cache
from sphinx.application import Sphinx

from ..chapter import FINDING_MIME, GUARD_MIME
from ..figures.caption import FIGURE_MIME
from .inputs import cache_root

GLUED = "application/papermill.record/"


@dataclass
class Spoken:
    """All that the chapters showed: findings and guards by id, figures by name, each with its chapter."""

    findings: dict[str, dict] = field(default_factory=dict)
    guards: dict[str, dict] = field(default_factory=dict)
    figures: dict[str, dict] = field(default_factory=dict)
    twice: list[str] = field(default_factory=list)

    def add(self, kind: str, key: str, value: dict) -> None:
        store = getattr(self, kind)
        if key in store:
            self.twice.append(f"{kind[:-1]} {key!r} in {store[key]['chapter']} and {value['chapter']}")
        store[key] = value


def executed(app: Sphinx) -> dict[str, nbformat.NotebookNode]:
    """The last executed notebook of each page that has cells, by docname in the book's order."""
    cache = get_cache(cache_root(app))
    latest: dict[str, int] = {}
    for record in cache.list_cache_records():
        name = Path(os.path.relpath(record.uri, app.srcdir)).with_suffix("").as_posix()
        latest[name] = max(record.pk, latest.get(name, 0))
    return {name: cache.get_cache_bundle(latest[name]).nb for name in sorted(latest) if name in app.env.found_docs}


def gather(notebooks: dict[str, nbformat.NotebookNode]) -> Spoken:
    """Which findings, guards and figures stand in these notebooks?"""
    spoken = Spoken()
    for chapter, notebook in notebooks.items():
        outputs = (output for cell in notebook.cells for output in cell.get("outputs", ()))
        for data in (output.get("data", {}) for output in outputs):
            if GLUED + FINDING_MIME in data:
                made = data[GLUED + FINDING_MIME]
                spoken.add("findings", made["id"], dict(made, chapter=chapter))
            if GUARD_MIME in data:
                spoken.add("guards", data[GUARD_MIME]["id"], dict(data[GUARD_MIME], chapter=chapter))
            if FIGURE_MIME in data:
                spoken.add("figures", data[FIGURE_MIME]["name"], dict(data[FIGURE_MIME], chapter=chapter))
    return spoken


def export(notebooks: dict[str, nbformat.NotebookNode], folder: Path) -> None:
    """Write the executed notebooks where nbval finds them, one file per chapter, old ones removed."""
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob("*.ipynb"):
        stale.unlink()
    for name, notebook in notebooks.items():
        if any(cell.cell_type == "code" for cell in notebook.cells):
            nbformat.write(notebook, folder / f"{Path(name).name}.ipynb")
