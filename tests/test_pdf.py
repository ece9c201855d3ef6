"""Is the PDF the same book, on paper and to a screen reader: tagged, with contents, links, embedded fonts and drawn charts?"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from pages import PAGES, RAW_VALUE, ROOT
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

WEB = ("http://", "https://", "mailto:")
STANDARD_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


@pytest.fixture(scope="module")
def pdf(book_pdf: Path) -> PdfReader:
    return PdfReader(book_pdf)


@pytest.fixture(scope="module")
def texts(pdf: PdfReader) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in pdf.pages]


@pytest.fixture(scope="module")
def pages_html(book_html: Path) -> dict[str, BeautifulSoup]:
    """The pages of the same book in HTML, by name, in no order."""
    return {path.stem: BeautifulSoup(path.read_text("utf-8"), "html.parser") for path in (book_html / "book").rglob("*.html")}


@pytest.fixture(scope="module")
def bookmarks(pdf: PdfReader) -> list[tuple[int, str, int]]:
    """Depth, title and page (from 1) of each bookmark."""

    def walk(entries: list, depth: int) -> Iterator[tuple[int, str, int]]:
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry, depth + 1)
            else:
                yield depth, str(entry.title), pdf.get_destination_page_number(entry) + 1

    return list(walk(pdf.outline, 0))


def _squeezed(text: str) -> str:
    """Text as its letters alone: without line breaks, hyphens at line ends, and ligatures."""
    return re.sub(r"[\s\u00ad\u2010-]", "", unicodedata.normalize("NFKC", text))


def _elements(node: object) -> Iterator[DictionaryObject]:
    """All structure elements under this one."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            yield from _elements(child)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            yield node
        yield from _elements(node.get("/K"))


def _figures(pdf: PdfReader) -> list[DictionaryObject]:
    return [element for element in _elements(pdf.trailer["/Root"]["/StructTreeRoot"]) if element["/S"] == "/Figure"]


def _resources(owner: DictionaryObject, kind: str) -> Iterator[tuple[str, DictionaryObject]]:
    """Name and object of each resource of one kind, on a page and in the drawings on it."""
    resources = owner.get("/Resources", DictionaryObject()).get_object()
    for name, thing in resources.get(kind, DictionaryObject()).get_object().items():
        yield name, thing.get_object()
    for thing in resources.get("/XObject", DictionaryObject()).get_object().values():
        if thing.get_object().get("/Subtype") == "/Form":
            yield from _resources(thing.get_object(), kind)


def test_it_is_tagged_in_english_and_has_a_title(pdf: PdfReader) -> None:
    root = pdf.trailer["/Root"]
    config = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/Lang"].split("-")[0] == config["sphinx"]["config"]["language"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert pdf.metadata.title == config["title"]
    kinds = {element["/S"] for element in _elements(root["/StructTreeRoot"])}
    assert {"/Document", "/H1", "/P", "/Figure", "/Caption", "/Link", "/TOC"} <= kinds


def test_every_chapter_has_its_bookmark_in_order(pages_html: dict, bookmarks: list) -> None:
    titles = [pages_html[Path(page).name].select_one("h1").find(string=True, recursive=True) for page in PAGES]
    chapters = [_squeezed(title) for depth, title, _ in bookmarks if depth == 0]
    assert [_squeezed(title) for title in titles] == chapters


def test_contents_name_the_pages_of_the_bookmarks(pdf: PdfReader, texts: list[str], bookmarks: list) -> None:
    first = bookmarks[0][2]
    contents = _squeezed(" ".join(texts[:first - 1])).replace(".", "")
    place = contents.index("Contents")
    for title, page in ((title, page) for depth, title, page in bookmarks if depth == 0):
        wanted = _squeezed(title).replace(".", "") + pdf.page_labels[page - 1]
        found = contents.find(wanted, place)
        assert found >= 0, f"the contents do not say that {title!r} stands on page {page}"
        assert _squeezed(title) in _squeezed(texts[page - 1]), f"{title!r} does not stand on page {page}"
        place = found + len(wanted)


def test_fonts_are_embedded(pdf: PdfReader) -> None:
    fonts = {str(font.get("/BaseFont")): font for page in pdf.pages for _, font in _resources(page, "/Font")}
    missing = []
    for name, font in fonts.items():
        for part in font.get("/DescendantFonts", [font]):
            descriptor = part.get_object().get("/FontDescriptor", DictionaryObject()).get_object()
            if part.get_object().get("/Subtype") != "/Type3" and not any(file in descriptor for file in STANDARD_FONT_FILES):
                missing.append(name)
    assert fonts
    assert not missing


def test_figures_are_those_of_the_pages_and_have_alternative_text(pdf: PdfReader, pages_html: dict, texts: list[str]) -> None:
    figures = [figure for page in pages_html.values() for figure in page.select("figure.qp-figure")]
    drawn = _figures(pdf)
    assert len(drawn) == len(figures)
    assert sorted(_squeezed(element.get("/Alt", "")) for element in drawn) == sorted(_squeezed(figure.select_one(".qp-chart")["aria-label"]) for figure in figures)
    whole = _squeezed(" ".join(texts))
    titles = [figure.select_one("figcaption .caption-text").get_text() for figure in figures]
    assert not [title for title in titles if _squeezed(title) not in whole]


def test_a_figure_and_its_note_share_a_page(texts: list[str]) -> None:
    torn = [number for number, text in enumerate(texts, 1) if any(line.startswith(("Source:", "Note:")) for line in text.splitlines()[:3])]
    assert not torn, f"pages {torn} begin with the source or the note of a figure that stands on the page before"


def test_charts_are_drawings_not_pictures(pdf: PdfReader) -> None:
    rasters = [(number, name) for number, page in enumerate(pdf.pages, 1) for name, thing in _resources(page, "/XObject") if thing.get("/Subtype") == "/Image"]
    assert not rasters


def test_links_lead_somewhere(pdf: PdfReader) -> None:
    pages = {page.indirect_reference.idnum for page in pdf.pages}
    inside, broken = 0, []
    for number, page in enumerate(pdf.pages, 1):
        for annotation in (entry.get_object() for entry in page.get("/Annots", [])):
            action = annotation.get("/A", {})
            if action.get("/S") == "/URI":
                broken += [] if str(action["/URI"]).startswith(WEB) else [f"page {number}: {action['/URI']}"]
                continue
            target = annotation.get("/Dest", action.get("/D"))
            target = pdf.named_destinations[target].dest_array if isinstance(target, str) else target
            inside += 1
            broken += [] if target and target[0].idnum in pages else [f"page {number}: a link inside the book leads nowhere"]
    assert inside
    assert not broken, "\n".join(broken)


def test_numbers_of_the_front_page_are_printed(book_html: Path, pages_html: dict, texts: list[str]) -> None:
    said = {finding["text"] for finding in json.loads((book_html / "findings.json").read_text("utf-8"))}
    glued = {node.get_text() for node in pages_html["index"].select(".pasted-text")}
    assert glued, "the front page prints no finding"
    assert glued <= said
    whole = _squeezed(" ".join(texts))
    assert not [text for text in glued if _squeezed(text) not in whole]


def test_no_raw_value_is_printed(texts: list[str]) -> None:
    found = [f"page {number}: {text[max(0, hit.start() - 40):hit.end() + 20]!r}" for number, text in enumerate(texts, 1) for hit in RAW_VALUE.finditer(text)]
    assert not found, "\n".join(found)
