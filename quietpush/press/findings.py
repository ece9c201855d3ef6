"""Do the chapters agree with each other and with the ledger, and where does a reader get their numbers?"""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from .. import claims, schema
from ..tables import data_dir
from .inputs import digest
from .notebooks import Spoken, executed, export, gather

FORMULA = ("=", "+", "-", "@", "\t")


def _judge(spoken: Spoken) -> list[str]:
    """Stops the build where two chapters use one id, or a verdict no longer follows from its rule.

    On a reader's own tables the verdicts and sentences that no longer follow are returned instead.
    """
    moved = [f"in {guard['chapter']} it no longer holds that {guard['says']}" for guard in spoken.guards.values() if not guard["holds"]]
    moved += claims.broken_rules(spoken.findings)
    faults = [f"id used twice: {line}" for line in spoken.twice] + claims.unknown_findings(spoken.findings)
    faults += [] if schema.own_data() else moved
    if faults:
        raise ExtensionError("the book contradicts itself:\n" + "\n".join(f"  {fault}" for fault in faults))
    return moved


def _gather(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Collects what was said; returns the pages to print again where any of it, or the data behind them, is new."""
    notebooks = executed(app)
    app.quietpush_notebooks, app.quietpush_spoken = notebooks, gather(notebooks)
    app.quietpush_moved = _judge(app.quietpush_spoken)
    for line in app.quietpush_moved:
        print(f"  moved: {line}", flush=True)
    said = json.dumps([app.quietpush_spoken.findings, app.quietpush_spoken.guards], sort_keys=True)
    now = hashlib.sha256(said.encode()).hexdigest() + digest(data_dir().glob("*.*"))
    before, env.quietpush_said = getattr(env, "quietpush_said", None), now
    return [] if before == now else sorted(env.found_docs)


def _safe(value: object) -> object:
    """A text that a spreadsheet would run as a formula is marked as text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _write(app: Sphinx, failure: Exception | None) -> None:
    if failure or app.builder.format != "html":
        return
    spoken, out = app.quietpush_spoken, Path(app.outdir)
    found = sorted(spoken.findings.values(), key=lambda finding: (finding["chapter"], finding["id"]))
    (out / "findings.json").write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
    if app.quietpush_moved:
        (out / "moved.json").write_text(json.dumps(app.quietpush_moved, indent=1, ensure_ascii=False) + "\n", "utf-8")
    else:
        (out / "moved.json").unlink(missing_ok=True)
    downloads = out / "downloads"
    downloads.mkdir(exist_ok=True)
    for old in downloads.glob("*.csv"):
        old.unlink()
    for figure in spoken.figures.values():
        with (downloads / f"{figure['name']}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(figure["columns"])
            writer.writerows([_safe(value) for value in row] for row in figure["rows"])
    export(app.quietpush_notebooks, out.parent / "notebooks")


def connect(app: Sphinx) -> None:
    app.connect("env-updated", _gather)
    app.connect("build-finished", _write)
