"""Does the built book hold up in a real Chromium: opened from disk, offline, light and dark, wide and on a phone?

Every page is opened once wide and once narrow; the tests below judge what those two visits saw. What can be read from the
source of the pages is judged in test_pages.py.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace

import browser
import pytest
from pages import PAGES, RAW_VALUE, every_page, marks, missing, rows, specs

PHONE = 390
FAR = 150  # px beyond the lazy margin where a chart is surely far, and within it surely near
TEXT_CONTRAST = 4.5


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


# -- what a reader reads

@every_page
def test_no_raw_value_stands_in_the_text(page: str, wide, source) -> None:
    hovers = [str(trace["hovertext"][place]) for spec in specs(source(page)).values() for trace, place in marks(spec)
              if isinstance(trace.get("hovertext"), list) and trace["x"][place] is not None and trace["y"][place] is not None]
    labels = [box["aria-label"] for box in source(page).select(".qp-chart")]
    text = "\n".join([wide(page).words, *hovers, *labels])
    found = [text[max(0, hit.start() - 40):hit.end() + 20].replace("\n", " | ") for hit in RAW_VALUE.finditer(text)]
    assert not found, f"{page} prints {found}"


# -- charts

@every_page
def test_as_many_marks_are_drawn_as_the_csv_has_rows(page: str, book_html: Path, source, wide, narrow) -> None:
    charts = specs(source(page))
    for seen in (wide(page), narrow(page)):
        assert [figure["name"] for figure in seen.figures] == list(charts)
        for figure in seen.figures:
            name, chart, wanted = f"{page}#{figure['name']}", charts[figure["name"]], len(rows(book_html, figure["name"]))
            assert not figure["failed"], f"{name} was not drawn"
            assert wanted and sum(1 for _ in marks(chart)) == wanted, f"{name}: other marks than rows"
            assert wanted - missing(chart) <= figure["drawn"] <= wanted, f"{name}: {figure['drawn']} marks are drawn for {wanted} rows"
            assert not figure["astray"], f"{name}: {figure['astray']} marks stand outside the chart"


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
@pytest.mark.parametrize("fault", ["cut", "crowded"])
def test_chart_text_is_neither_cut_nor_crowded(page: str, fault: str, wide, narrow) -> None:
    found = [f"#{figure['name']} at {width} px: {figure[fault]}" for width, seen in ((1280, wide(page)), (PHONE, narrow(page))) for figure in seen.figures if figure[fault]]
    assert not found, f"{page}: text is {fault} in " + "\n".join(found)
