"""May this build start, and may its result be trusted? Bad data stop it; a failed build is read anew next time."""

from __future__ import annotations

import os
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from .. import schema
from ..check import MOST_SHOWN, check
from ..tables import data_dir


def check_data() -> None:
    """Refuses bad tables before any other room of the press, and any kernel, has read one."""
    if schema.own_data():
        os.environ[schema.DATA_VARIABLE] = str(data_dir())  # kernels start in other folders, where a relative path is another one
    problems = check(data_dir())
    if problems:
        more = [f"... and {len(problems) - MOST_SHOWN} more"] if len(problems) > MOST_SHOWN else []
        lines = "\n".join(f"  {problem}" for problem in [*problems[:MOST_SHOWN], *more])
        raise ExtensionError(f"the data did not pass, so nothing was executed:\n{lines}")
    print(f"  checked {data_dir().name}/: no problem", flush=True)


def _progress(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    env.quietpush_waiting = len(docnames)


def _tell(app: Sphinx, docname: str, source: list[str]) -> None:
    app.env.quietpush_waiting -= 1
    print(f"  reading {docname} ({app.env.quietpush_waiting} to go)", flush=True)


def _forget_failed(app: Sphinx, failure: Exception | None) -> None:
    """A warning that failed the build must fail it again: the page is read anew."""
    if failure or ((app.warningiserror or app.keep_going) and app._warncount):
        Path(app.doctreedir, "environment.pickle").unlink(missing_ok=True)


def _drop_old_pages(app: Sphinx, failure: Exception | None) -> None:
    """A page that left the book leaves the folder, too."""
    if failure or app.builder.format != "html":
        return
    for page in Path(app.outdir, "book").rglob("*.html"):
        if page.relative_to(app.outdir).with_suffix("").as_posix() not in app.env.found_docs:
            page.unlink()


def connect(app: Sphinx) -> None:
    app.connect("env-before-read-docs", _progress)
    app.connect("source-read", _tell)
    app.connect("build-finished", _drop_old_pages)
    app.connect("build-finished", _forget_failed, priority=900)
