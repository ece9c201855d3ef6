"""May this build start, and may its result be trusted? Bad data stop it; a failed build is read anew next time."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from ..check import check
from ..tables import data_dir


def _check_data(app: Sphinx) -> None:
    problems = check(data_dir())
    if problems:
        lines = "\n".join(f"  {problem}" for problem in problems[:50])
        raise ExtensionError(f"the data did not pass, so nothing was executed:\n{lines}")


def _progress(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    env.quietpush_waiting = len(docnames)


def _tell(app: Sphinx, docname: str, source: list[str]) -> None:
    app.env.quietpush_waiting -= 1
    print(f"  reading {docname} ({app.env.quietpush_waiting} to go)", flush=True)


def _forget_failed(app: Sphinx, failure: Exception | None) -> None:
    """A warning that failed the build must fail it again: the page is read anew."""
    if failure or ((app.warningiserror or app.keep_going) and app._warncount):
        Path(app.doctreedir, "environment.pickle").unlink(missing_ok=True)


def connect(app: Sphinx) -> None:
    app.connect("builder-inited", _check_data, priority=1)
    app.connect("env-before-read-docs", _progress)
    app.connect("source-read", _tell)
    app.connect("build-finished", _forget_failed, priority=900)
