"""Does the built book hold up in a real Chromium: opened from disk, offline, light and dark, wide and on a phone?

Every page is opened once wide and once narrow; the tests below judge what those two visits saw. What stands in the source
of the pages (links, files, parts of a figure) is read from the source.
"""

from __future__ import annotations

import csv
import json
import re
import threading
from collections.abc import Callable, Iterator
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import unquote, urlsplit

import browser
import pytest
import yaml
from bs4 import BeautifulSoup
from conftest import RAW_VALUE, ROOT
from quietpush.press.figure import TABLE_ROWS

PHONE = 390
FAR = 150  # px beyond the lazy margin where a chart is surely far, and within it surely near
TEXT_CONTRAST = 4.5
EXTERNAL = re.compile(r"^(?:https?:)?//", re.IGNORECASE)
CSS_ASKS = re.compile(r"""(?:url\(\s*|@import\s+)["']?((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)
ASKING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "embed": "src", "object": "data", "audio": "src", "video": "src", "use": "href"}


def _pages(part: object) -> list[str]:
    """Which pages does _toc.yml name, in the book's order?"""
    if isinstance(part, list):
        return [page for piece in part for page in _pages(piece)]
    if isinstance(part, dict):
        return [str(part[key]) for key in ("root", "file") if key in part] + [page for key in ("parts", "chapters", "sections") for page in _pages(part.get(key, []))]
    return []


PAGES = _pages(yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8")))
every_page = pytest.mark.parametrize("page", PAGES)


@pytest.fixture(scope="module")
def source(book_html: Path) -> Callable[[str], BeautifulSoup]:
    """The parsed source of a page, by its path in the book."""
    return cache(lambda page: BeautifulSoup((book_html / f"{page}.html").read_text("utf-8"), "html.parser"))


@pytest.fixture(scope="module")
def wide(chromium, book_html: Path) -> Callable[[str], SimpleNamespace]:
    """What a page shows and asks for at 1280 px, opened by double-click: first as it opens, then all drawn, then in dark."""

    def look(page: str) -> SimpleNamespace:
        with browser.visit(chromium, (book_html / f"{page}.html").as_uri()) as visit:
            seen = SimpleNamespace(opened=visit.page.evaluate(browser.CHART_TOPS), bundles_on_opening=visit.asked_for_bundle)
            visit.draw_all()
            seen.figures, seen.bundles = visit.page.evaluate(browser.FIGURES, browser.SLACK), visit.asked_for_bundle
            seen.light, before = visit.page.evaluate(browser.CONTRASTS), visit.page.evaluate(browser.TEXT_COLORS)
            visit.page.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }")
            seen.stuck = _unchanged(visit, before)
            seen.dark = visit.page.evaluate(browser.CONTRASTS)
            seen.words = visit.page.evaluate(browser.WORDS)
            seen.outside, seen.complaints = visit.outside(), visit.complaints
        return seen

    return cache(look)


@pytest.fixture(scope="module")
def narrow(chromium, book_html: Path) -> Callable[[str], SimpleNamespace]:
    """What a page shows on a phone."""

    def look(page: str) -> SimpleNamespace:
        with browser.visit(chromium, (book_html / f"{page}.html").as_uri(), width=PHONE, height=844) as visit:
            visit.draw_all()
            return SimpleNamespace(
                width=visit.page.evaluate("() => document.documentElement.scrollWidth"), figures=visit.page.evaluate(browser.FIGURES, browser.SLACK),
                complaints=visit.complaints, outside=visit.outside(),
            )

    return cache(look)


@pytest.fixture(scope="module")
def server(book_html: Path) -> Iterator[str]:
    """The address of the book served from this machine."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *words: object) -> None:
            """One test run prints no access log."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(book_html))) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()


def _unchanged(visit: browser.Visit, before: list[str]) -> list[int]:
    """Which charts still have their old text colors, when all others have had time to change?"""
    for _ in range(40):
        now = visit.page.evaluate(browser.TEXT_COLORS)
        stuck = [place for place, (old, new) in enumerate(zip(before, now, strict=True)) if old == new]
        if not stuck:
            break
        visit.page.wait_for_timeout(50)
    return stuck


def _rows(book_html: Path, name: str) -> list[list[str]]:
    with (book_html / "downloads" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def _specs(page: BeautifulSoup) -> dict[str, dict]:
    return {figure["id"]: json.loads(figure.select_one(".qp-chart script").string) for figure in page.select("figure.qp-figure")}


def _marks(spec: dict) -> Iterator[tuple[dict, int]]:
    """Each mark of a chart as its trace and place in it; what a context trace draws is no mark."""
    return ((trace, place) for trace in spec["data"] if not trace.get("meta", {}).get("context") for place in range(len(trace["x"])))


def _missing(spec: dict) -> int:
    """How many marks have no place because their number is missing: a gap, which is how a line shows it."""
    return sum(trace["x"][place] is None or trace["y"][place] is None for trace, place in _marks(spec))


# -- what a page asks for and complains of

@every_page
def test_page_from_disk_asks_nobody_and_complains_of_nothing(page: str, wide, narrow) -> None:
    for seen in (wide(page), narrow(page)):
        assert not seen.outside, f"{page} asks for {seen.outside}"
        assert not seen.complaints, f"{page}: {seen.complaints}"


def test_double_click_on_index_opens_the_book(chromium, book_html: Path) -> None:
    with browser.visit(chromium, "about:blank") as visit:
        visit.page.goto((book_html / "index.html").as_uri())
        visit.page.wait_for_url(f"**/{PAGES[0]}.html")
        assert visit.page.inner_text("h1").strip()
        assert not visit.complaints


@pytest.mark.parametrize("page", ["index", PAGES[1]])
def test_served_page_asks_only_its_server(page: str, chromium, server: str) -> None:
    with browser.visit(chromium, "about:blank") as visit:
        visit.page.goto(f"{server}/{page}.html")
        visit.page.wait_for_url(f"**/{PAGES[0] if page == 'index' else page}.html")
        visit.draw_all()
        assert not visit.outside(server)
        assert not visit.complaints
        assert sum(url.startswith(server) for url in visit.requests) > 3


def test_search_finds_a_word_from_disk(chromium, book_html: Path) -> None:
    with browser.visit(chromium, (book_html / "search.html").as_uri() + "?q=data") as visit:
        visit.page.wait_for_selector("#search-results li a")
        assert not visit.outside()
        assert not visit.complaints


# -- what stands in the source of the pages

def _all_pages(book_html: Path) -> list[str]:
    return sorted(path.relative_to(book_html).with_suffix("").as_posix() for path in book_html.rglob("*.html") if "_static" not in path.parts)


def test_every_page_of_the_contents_is_built(book_html: Path) -> None:
    assert set(PAGES) <= set(_all_pages(book_html))


def test_links_inside_the_book_lead_somewhere(book_html: Path, source) -> None:
    broken = []
    for page in _all_pages(book_html):
        here = book_html / f"{page}.html"
        for node in source(page).select("[href], [src]"):
            address = node.get("href") or node.get("src") or ""
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = (here.parent / unquote(parts.path)).resolve() if parts.path else here
            if not target.is_file() or book_html not in target.parents:
                broken.append(f"{page}: {address} (no such file)")
            elif parts.fragment and target.suffix == ".html":
                there = source(target.relative_to(book_html).with_suffix("").as_posix())
                name = unquote(parts.fragment)
                if not there.find(id=name) and not there.find("a", attrs={"name": name}):
                    broken.append(f"{page}: {address} (no such anchor)")
    assert not broken, "\n".join(broken)


def test_sources_ask_for_nothing_outside(book_html: Path, source) -> None:
    asked = []
    for page in _all_pages(book_html):
        for node in source(page).find_all([*ASKING, "link"]):
            address = str(node.get("href" if node.name == "link" else ASKING[node.name]) or "")
            if EXTERNAL.match(address):
                asked.append(f"{page}: <{node.name}> {address}")
        styles = " ".join([*(style.get_text() for style in source(page).find_all("style")), *(node["style"] for node in source(page).select("[style]"))])
        asked += [f"{page}: style {address}" for address in CSS_ASKS.findall(styles)]
    for sheet in book_html.rglob("*.css"):
        asked += [f"{sheet.relative_to(book_html)}: {address}" for address in CSS_ASKS.findall(sheet.read_text("utf-8"))]
    assert not asked, "\n".join(asked)


@every_page
def test_images_have_alternative_text(page: str, source) -> None:
    assert not [str(image) for image in source(page).find_all("img") if not image.get("alt", "").strip()]


# -- what a reader reads

@every_page
def test_no_raw_value_stands_in_the_text(page: str, wide, source) -> None:
    hovers = [str(trace["hovertext"][place]) for spec in _specs(source(page)).values() for trace, place in _marks(spec)
              if isinstance(trace.get("hovertext"), list) and trace["x"][place] is not None and trace["y"][place] is not None]
    labels = [box["aria-label"] for box in source(page).select(".qp-chart")]
    text = "\n".join([wide(page).words, *hovers, *labels])
    found = [text[max(0, hit.start() - 40):hit.end() + 20].replace("\n", " | ") for hit in RAW_VALUE.finditer(text)]
    assert not found, f"{page} prints {found}"


@every_page
def test_no_cell_prints_raw_output(page: str, source) -> None:
    """A cell speaks through say, hold and show; what Python prints by itself (True, a frame) is no text of the book."""
    assert not [node.get_text()[:60] for node in source(page).select(".cell_output .text_plain, .cell_output .text_html, .cell_output .stream, .cell_output .stderr")]


@every_page
def test_figures_have_all_their_parts(page: str, book_html: Path, source) -> None:
    for figure in source(page).select("figure.qp-figure"):
        name = figure["id"]
        under = figure.find_next_sibling("div", class_="qp-fineprint")
        table = figure.find_next_sibling("details", class_="qp-disclosure")
        assert figure.select_one("figcaption .caption-text").get_text(strip=True), f"{page}#{name} has no title"
        assert figure.select_one("figcaption .legend").get_text(strip=True), f"{page}#{name} has no subtitle"
        assert figure.select_one(".qp-chart").get("aria-label", "").strip(), f"{page}#{name} has no description"
        assert re.match(r"Source:\s*\w.+", under.get_text(" ", strip=True)), f"{page}#{name} names no source"
        links = {link["href"] for link in under.select(".qp-links a")}
        assert any(href.endswith(f"downloads/{name}.csv") for href in links), f"{page}#{name} has no download"
        assert f"#{name}" in links, f"{page}#{name} has no permalink"
        assert len(table.select("tbody tr")) == min(len(_rows(book_html, name)), TABLE_ROWS), f"{page}#{name}: the table has other rows than the CSV"


# -- charts

@every_page
def test_as_many_marks_are_drawn_as_the_csv_has_rows(page: str, book_html: Path, source, wide, narrow) -> None:
    specs = _specs(source(page))
    for seen in (wide(page), narrow(page)):
        assert [figure["name"] for figure in seen.figures] == list(specs)
        for figure in seen.figures:
            name, rows = figure["name"], len(_rows(book_html, figure["name"]))
            assert not figure["failed"], f"{page}#{name} was not drawn"
            assert rows and sum(1 for _ in _marks(specs[name])) == rows, f"{page}#{name}: other marks than rows"
            assert rows - _missing(specs[name]) <= figure["drawn"] <= rows, f"{page}#{name}: {figure['drawn']} marks are drawn for {rows} rows"
            assert not figure["astray"], f"{page}#{name}: {figure['astray']} marks stand outside the chart"


@every_page
def test_charts_are_drawn_when_they_come_near(page: str, wide) -> None:
    seen, near = wide(page), 800 + browser.LAZY_MARGIN
    for chart in seen.opened:
        if chart["top"] < near - FAR:
            assert chart["asked"], f"{page}: a chart {chart['top']:.0f} px down was not drawn on opening"
        if chart["top"] > near + FAR:
            assert not chart["asked"], f"{page}: a chart {chart['top']:.0f} px down was drawn on opening"
    assert seen.bundles_on_opening == any(chart["asked"] for chart in seen.opened)
    assert seen.bundles == bool(seen.opened), f"{page} asked {seen.bundles} times for the chart bundle"


def test_a_chart_far_below_loads_nothing_until_it_is_near(chromium, book_html: Path, source) -> None:
    page = next(page for page in PAGES if source(page).select(".qp-chart"))
    with browser.visit(chromium, (book_html / f"{page}.html").as_uri(), script=browser.PUSH_DOWN) as visit:
        assert not any(chart["asked"] for chart in visit.page.evaluate(browser.CHART_TOPS))
        assert not visit.asked_for_bundle
        visit.page.locator(".qp-chart").first.scroll_into_view_if_needed()
        visit.page.wait_for_selector(".qp-chart[data-drawn]")
        assert visit.asked_for_bundle == 1
        assert not visit.complaints


# -- light and dark, wide and narrow

@every_page
def test_chart_text_is_legible_in_light_and_dark(page: str, wide) -> None:
    for mode in ("light", "dark"):
        faint = [f"#{text['figure']} {text['text']!r} {text['color']} {text['contrast']:.1f}:1" for text in getattr(wide(page), mode) if text["contrast"] < TEXT_CONTRAST]
        assert not faint, f"{page} in {mode}: {faint}"


@every_page
def test_drawn_charts_follow_the_mode(page: str, wide) -> None:
    seen = wide(page)
    assert not seen.stuck, f"{page}: charts {seen.stuck} keep their colors when the page turns dark"
    assert len(seen.dark) == len(seen.light)


def test_a_reader_who_prefers_dark_gets_dark(chromium, book_html: Path) -> None:
    with browser.visit(chromium, (book_html / f"{PAGES[1]}.html").as_uri(), scheme="dark") as visit:
        assert visit.page.evaluate("() => document.documentElement.dataset.theme") == "dark"
        visit.draw_all()
        assert all(text["contrast"] >= TEXT_CONTRAST for text in visit.page.evaluate(browser.CONTRASTS))


@every_page
def test_page_fits_a_phone(page: str, narrow) -> None:
    assert narrow(page).width <= PHONE, f"{page} is {narrow(page).width} px wide on a phone of {PHONE}"


@every_page
def test_no_chart_text_is_cut(page: str, wide, narrow) -> None:
    for width, seen in (("1280 px", wide(page)), (f"{PHONE} px", narrow(page))):
        cut = {figure["name"]: figure["cut"] for figure in seen.figures if figure["cut"]}
        assert not cut, f"{page} at {width} cuts {cut}"
