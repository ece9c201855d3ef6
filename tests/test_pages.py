"""What stands in the source of the built pages: links that lead somewhere, nothing from outside, every part of a figure?"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pages import PAGES, all_pages, every_page, rows
from quietpush.press.figure import TABLE_ROWS

EXTERNAL = re.compile(r"^(?:https?:)?//", re.IGNORECASE)
CSS_ASKS = re.compile(r"""(?:url\(\s*|@import\s+)["']?((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)
ASKING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "embed": "src", "object": "data", "audio": "src", "video": "src", "use": "href"}
MADE = {"index", "genindex", "search"}  # pages that no chapter stands behind


def test_the_folder_holds_the_pages_of_the_contents_and_no_others(book_html: Path) -> None:
    assert set(all_pages(book_html)) == {*PAGES, *MADE}


def test_each_figure_has_its_own_download_and_no_download_is_left_over(book_html: Path, source) -> None:
    figures = [figure["id"] for page in PAGES for figure in source(page).select("figure.qp-figure")]
    assert len(figures) == len(set(figures))
    assert {path.stem for path in (book_html / "downloads").glob("*.csv")} == set(figures)


def test_links_inside_the_book_lead_somewhere(book_html: Path, source) -> None:
    broken = []
    for page in all_pages(book_html):
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
    for page in all_pages(book_html):
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
        assert len(table.select("tbody tr")) == min(len(rows(book_html, name)), TABLE_ROWS), f"{page}#{name}: the table has other rows than the CSV"


@every_page
def test_no_cell_prints_raw_output(page: str, source) -> None:
    """A cell speaks through say, hold and show; what Python prints by itself (True, a frame) is no text of the book."""
    assert not [node.get_text()[:60] for node in source(page).select(".cell_output .text_plain, .cell_output .text_html, .cell_output .stream, .cell_output .stderr")]
