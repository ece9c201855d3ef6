"""The press: the Sphinx extension that turns executed chapters into the book.

It checks the data before anything runs, reruns only chapters whose inputs changed, draws figures, gathers findings,
prints the ledger and the catalogue, and writes downloads. It may import every room; no room imports it.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from sphinx.application import Sphinx

from . import assets, charts, codebook, evidence, figure, findings, gate, inputs, record, reference

HERE = Path(__file__).parent


def setup(app: Sphinx) -> dict:
    gate.check_data()
    app.config.templates_path.insert(0, str(HERE / "templates"))
    for room in (gate, inputs, figure, evidence, reference, codebook, record, findings, assets):
        room.connect(app)
    if find_spec("sphinxcontrib_typstbuilder"):
        from . import typst

        charts.connect(app)
        typst.connect(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "env_version": 1}
