"""What does a page of the built book do in a real Chromium? Visits, and what a visit measures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, Playwright

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # what a page asks of the world is seen here and gets nowhere
)
BUNDLE = "charts/plotly-cartesian.min.js"
LOCAL = ("file:", "data:", "blob:", "about:")
LAZY_MARGIN = 400  # px below the window within which charts.js draws ahead
SLACK = 2  # px that a text's box may stand over an edge: glyph boxes are taller than glyphs

# One object per drawn figure. "drawn" counts marks (a context trace orients and is none; a legend symbol stands outside .trace);
# "cut" names texts that stand outside the chart's box or its plot's clip.
FIGURES = """(slack) => Array.from(document.querySelectorAll("figure.qp-figure")).map(figure => {
  const box = figure.querySelector(".qp-chart"), stage = box.querySelector(".qp-stage");
  const seen = { name: figure.id, failed: "failed" in box.dataset, drawn: 0, astray: 0, cut: [] };
  if (!stage) return seen;
  const frame = stage.getBoundingClientRect();
  for (const trace of stage.querySelectorAll(".trace")) {
    const datum = trace.__data__ && trace.__data__[0];
    if (!datum || !datum.trace || (datum.trace.meta && datum.trace.meta.context)) continue;
    for (const mark of trace.querySelectorAll(".points > .point")) {
      const at = mark.getBoundingClientRect();
      if (getComputedStyle(mark).display === "none" || !at.width && !at.height && !at.top && !at.left) continue;
      const x = at.left + at.width / 2, y = at.top + at.height / 2;
      if (x < frame.left || x > frame.right || y < frame.top || y > frame.bottom) seen.astray += 1;
      seen.drawn += 1;
    }
  }
  const outside = (at, edge) => at.left < edge.left - slack || at.right > edge.right + slack || at.top < edge.top - slack || at.bottom > edge.bottom + slack;
  for (const text of stage.querySelectorAll("svg text")) {
    const at = text.getBoundingClientRect(), style = getComputedStyle(text);
    if (!text.textContent.trim() || !at.width || style.visibility === "hidden" || style.opacity === "0") continue;
    let edges = [frame];
    for (let node = text; node !== stage; node = node.parentElement) {
      const clip = /#([^")]+)/.exec(node.getAttribute("clip-path") || "");
      const rect = clip && document.getElementById(clip[1]).querySelector("rect");
      if (!rect) continue;
      const from = node.getScreenCTM(), [x, y, w, h] = ["x", "y", "width", "height"].map(key => rect[key].baseVal.value);
      const corner = (px, py) => new DOMPoint(px, py).matrixTransform(from), a = corner(x, y), b = corner(x + w, y + h);
      edges.push({ left: a.x, top: a.y, right: b.x, bottom: b.y });
    }
    if (edges.some(edge => outside(at, edge))) seen.cut.push(text.textContent);
  }
  return seen;
})"""

# Every text of every drawn chart with its color on what lies under its middle: page ground, then the marks below it.
CONTRASTS = """() => {
  const rgba = words => { const n = (words.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number); return [n[0], n[1], n[2], n.length > 3 ? n[3] : 1]; };
  const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3]));
  const light = color => color.map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const faded = (node, end) => { let share = 1; for (; node !== end; node = node.parentElement) share *= Number(getComputedStyle(node).opacity); return share; };
  const style = document.head.appendChild(document.createElement("style"));
  style.textContent = ".qp-stage svg, .qp-stage svg * { pointer-events: visiblePainted !important; }";
  const found = [];
  for (const stage of document.querySelectorAll(".qp-stage")) {
    let ground = [255, 255, 255], node = stage;
    const layers = [];
    for (; node; node = node.parentElement) layers.push(rgba(getComputedStyle(node).backgroundColor));
    for (const layer of layers.reverse()) ground = over(layer, ground);
    for (const text of stage.querySelectorAll("svg text")) {
      let at = text.getBoundingClientRect();
      if (!text.textContent.trim() || !at.width) continue;
      if (at.top < 80 || at.bottom > innerHeight) { text.scrollIntoView({ block: "center", behavior: "instant" }); at = text.getBoundingClientRect(); }
      const middle = new DOMPoint(at.left + at.width / 2, at.top + at.height / 2);
      const under = document.elementsFromPoint(middle.x, middle.y).filter(e => stage.contains(e) && e.closest("svg") && !e.closest("text"));
      let below = ground;
      for (const mark of under.reverse()) {
        const look = getComputedStyle(mark);
        if (!mark.isPointInFill || look.fill === "none" || !mark.isPointInFill(middle.matrixTransform(mark.getScreenCTM().inverse()))) continue;
        const fill = rgba(look.fill);
        fill[3] *= Number(look.fillOpacity) * faded(mark, stage);
        below = over(fill, below);
      }
      const look = getComputedStyle(text), ink = rgba(look.fill);
      ink[3] *= Number(look.fillOpacity) * faded(text, stage);
      const [a, b] = [light(over(ink, below)), light(below)].sort((p, q) => q - p);
      found.push({ figure: stage.closest("figure").id, text: text.textContent, color: look.fill, contrast: (a + .05) / (b + .05) });
    }
  }
  style.remove();
  return found;
}"""

# What a reader can read: prose, tables (unfolded), chart words; code is left out, since None and inf are words of Python.
WORDS = """() => {
  document.querySelectorAll("details.qp-disclosure").forEach(details => { details.open = true; });
  const hidden = document.querySelectorAll("div.cell_input, pre, code");
  const before = Array.from(hidden, node => node.style.display);
  hidden.forEach(node => { node.style.display = "none"; });
  const words = document.body.innerText;
  hidden.forEach((node, place) => { node.style.display = before[place]; });
  return [words, ...Array.from(document.querySelectorAll(".qp-stage svg text"), text => text.textContent)].join("\\n");
}"""

CHART_TOPS = """() => Array.from(document.querySelectorAll(".qp-chart"), box => ({ top: box.getBoundingClientRect().top, asked: "asked" in box.dataset }))"""
TEXT_COLORS = """() => Array.from(document.querySelectorAll(".qp-stage"), stage => Array.from(stage.querySelectorAll("svg text"), text => getComputedStyle(text).fill).join())"""


# Run before a page's own scripts: pushes its content down, so that its first chart is far below whatever the page says.
PUSH_DOWN = """addEventListener("DOMContentLoaded", () => {
  const room = document.createElement("div");
  room.style.height = "3000px";
  document.querySelector(".bd-article").prepend(room);
})"""


@dataclass
class Visit:
    """One page in a tab of its own: what it asked for and what it complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self) -> None:
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url} {request.failure}"))
        self.page.on("response", lambda response: response.status >= 400 and self.complaints.append(f"{response.status}: {response.url}"))
        self.page.on("console", lambda message: message.type in ("error", "warning") and self.complaints.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))

    def settle(self) -> None:
        """Waits until what the page does by itself on opening is done: observers have fired, frames are painted."""
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 120))))")

    def draw_all(self) -> None:
        self.page.evaluate("() => window.quietpushDrawAll()")
        self.settle()

    @property
    def asked_for_bundle(self) -> int:
        return sum(url.endswith(BUNDLE) for url in self.requests)

    def outside(self, *allowed: str) -> list[str]:
        """Requests for anything but files of this book and the allowed beginnings."""
        return [url for url in self.requests if not url.startswith((*LOCAL, *allowed))]


def launch(playwright: Playwright, executable: str) -> Browser:
    """The one browser of the test run."""
    return playwright.chromium.launch(executable_path=executable, args=list(FLAGS))


@contextmanager
def visit(browser: Browser, url: str, width: int = 1280, height: int = 800, scheme: str = "light", script: str = "") -> Iterator[Visit]:
    """Opens a page as a first-time reader would: no stored settings, nothing cached by an earlier page. script: run first."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    try:
        made = Visit(context.new_page())
        made.watch()
        context.add_init_script(script)
        made.page.goto(url, wait_until="load")
        made.settle()
        yield made
    finally:
        context.close()
