"""Which pages and figures does the built book have, and what must never stand on one?"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

ROOT = Path(__file__).resolve().parents[1]
# What a missing or raw value looks like in print. "None found" is the book's own word for a search without a result, and None may
# open a sentence ("None of the states ..."); elsewhere it is Python's.
RAW_VALUE = re.compile(
    r"(?<![\w./-])(nan|NaN|NaT|inf|Infinity|undefined|\[object \w+\])(?![\w./-])|(?<!\w)None(?!\s+[a-z])(?!\w)"
    r"|(?<=[a-z,] )None(?! found)(?!\w)|\d[eE][+-]\d|^trace \d+$", re.MULTILINE
)


def _pages(part: object) -> list[str]:
    """Which pages does _toc.yml name, in the book's order?"""
    if isinstance(part, list):
        return [page for piece in part for page in _pages(piece)]
    if isinstance(part, dict):
        return [str(part[key]) for key in ("root", "file") if key in part] + [page for key in ("parts", "chapters", "sections") for page in _pages(part.get(key, []))]
    return []


PAGES = _pages(yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8")))
every_page = pytest.mark.parametrize("page", PAGES)


def all_pages(book_html: Path) -> list[str]:
    """Every page in the folder, whether the contents name it or not."""
    return sorted(path.relative_to(book_html).with_suffix("").as_posix() for path in book_html.rglob("*.html") if "_static" not in path.parts)


def rows(book_html: Path, name: str) -> list[list[str]]:
    """The numbers of a figure as a reader downloads them, without the header."""
    with (book_html / "downloads" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def specs(page: BeautifulSoup) -> dict[str, dict]:
    """What each chart on a page draws, by figure name."""
    return {figure["id"]: json.loads(figure.select_one(".qp-chart script").string) for figure in page.select("figure.qp-figure")}


def marks(spec: dict) -> Iterator[tuple[dict, int]]:
    """Each mark of a chart as its trace and place in it; what a context trace draws is no mark."""
    return ((trace, place) for trace in spec["data"] if not trace.get("meta", {}).get("context") for place in range(len(trace["x"])))


def missing(spec: dict) -> int:
    """How many marks have no place because their number is missing: a gap, which is how a line shows it."""
    return sum(trace["x"][place] is None or trace["y"][place] is None for trace, place in marks(spec))
