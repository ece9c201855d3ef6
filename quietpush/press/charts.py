"""How does a live chart become a drawing for the PDF? The same spec, in print colors, through one Chromium for all charts."""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import re
import shutil
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..theme import resolve
from . import nodes as own

DRAWN_BY = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()  # a drawing is kept until its spec, its colors or this file change
WIDTH = 680  # CSS pixels: the text width of an A4 page at the print size
TALLEST = 850  # CSS pixels that leave room on a page for two headings, the title and the note; a taller drawing is drawn narrower
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)
HOW = (
    "no Chromium or Chrome was found, which the PDF needs to draw charts: Debian `apt install chromium`, macOS `brew install --cask chromium`, "
    "Windows `winget install Google.Chrome`; or name it in the variable BROWSER_PATH"
)
RANDOM_ID = re.compile(rb'id="defs-([0-9a-f]{6})"')  # plotly.js draws one anew each time; the PDF must not differ for it
HEIGHT = re.compile(rb'<svg[^>]*?\sheight="([0-9.]+)"')
KEY_HEIGHT = re.compile(rb'<g class="legend".{0,400}?<rect class="bg"[^>]*?\sheight="([0-9.]+)"', re.S)
KEY_GAP = 6  # pixels between the key and the edge, as figures.base.key_below leaves them; charts.js does the same on the page
_server: list[bool] = []


def browser() -> str | None:
    """Which Chromium or Chrome is there? BROWSER_PATH first, then the usual names and places."""
    named = os.environ.get("BROWSER_PATH")
    if named:
        return named if Path(named).exists() else None
    return next((found for name in BROWSERS if (found := shutil.which(name))), None) or next((place for place in PLACES if Path(place).exists()), None)


def _serve() -> None:
    import kaleido

    if not _server:
        found = browser()
        if not found:
            raise ExtensionError(HOW)
        os.environ["BROWSER_PATH"] = found
        kaleido.start_sync_server(n=1, path=found, mathjax=False, silence_warnings=True)
        atexit.register(kaleido.stop_sync_server)
        _server.append(True)


def tightened(spec: dict, key_height: float) -> dict:
    """The same chart without the room that its key turned out not to need: figures leave room for one entry a line."""
    layout = spec["layout"]
    key = layout.get("legend", {})
    below = key.get("yref") == "container" and key["y"] * layout["height"] <= layout["margin"]["b"]
    fixed = not below or "scaleanchor" in layout["yaxis"]  # a map or tiles keep their shape
    spare = 0 if fixed else int(key["y"] * layout["height"] - KEY_GAP - key_height)
    if spare <= 0:
        return spec
    height = layout["height"] - spare
    legend = key | {"y": (key_height + KEY_GAP) / height}
    margin = layout["margin"] | {"b": layout["margin"]["b"] - spare}
    return spec | {"layout": layout | {"height": height, "legend": legend, "margin": margin}}


def _svg(spec: dict) -> bytes:
    import kaleido

    raw = kaleido.calc_fig_sync(spec, opts={"format": "svg", "width": WIDTH, "height": spec["layout"]["height"]})
    return raw if isinstance(raw, bytes) else raw.encode()


def drawing(spec: dict) -> bytes:
    """One chart as SVG, its height fitted to its key."""
    _serve()
    spec = resolve(spec, "print")
    svg = _svg(spec)
    key = KEY_HEIGHT.search(svg)
    fitted = tightened(spec, float(key[1])) if key else spec
    svg = svg if fitted is spec else _svg(fitted)
    found = RANDOM_ID.search(svg)
    return svg.replace(found[1], hashlib.sha256(json.dumps(spec, sort_keys=True).encode()).hexdigest()[:6].encode()) if found else svg


class ChartsToDrawings(SphinxPostTransform):
    """Each chart of the PDF as a vector drawing with its alt text, kept by the hash of its spec."""

    default_priority = 7
    builders = ("typst",)

    def run(self, **kwargs) -> None:
        folder = Path(self.app.outdir).parent / "drawings"
        folder.mkdir(parents=True, exist_ok=True)
        for node in list(self.document.findall(own.chart)):
            spec = json.loads(node["spec"])
            key = hashlib.sha256(json.dumps([resolve(spec, "print"), DRAWN_BY], sort_keys=True).encode()).hexdigest()[:16]
            path = folder / f"{node['name']}-{key}.svg"
            if not path.exists():
                path.write_bytes(drawing(spec))
            uri = Path(os.path.relpath(path, self.app.srcdir)).as_posix()
            self.env.images.add_file(self.env.docname, uri)
            share = min(1.0, TALLEST / float(HEIGHT.search(path.read_bytes())[1]))
            node.replace_self(nodes.image(uri=uri, alt=node["alt"], candidates={"*": uri}, width=f"{100 * share:.0f}%"))


def connect(app: Sphinx) -> None:
    app.add_post_transform(ChartsToDrawings)
