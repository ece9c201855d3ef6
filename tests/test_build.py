"""Does the press keep its promises: nothing new, nothing done; one number new, one chapter run; a fault, no new book?

A small book is built once; each test changes something, looks, and puts it back.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import small_book
from small_book import BOUND, RULE, Book

@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory, book_html: Path) -> Book:
    """The small book, built once. book_html: where it stands, the chart bundle is installed."""
    made = small_book.write(tmp_path_factory.mktemp("book"))
    made.good()
    (made.root / "_build" / "quiet-push.pdf").write_bytes(b"the last good PDF")
    return made


@pytest.fixture(autouse=True)
def _left_as_found(book: Book) -> Iterator[None]:
    """After each test the small book is whole again."""
    yield
    book.good()


def test_nothing_changed_nothing_runs(book: Book) -> None:
    before, records, start = book.state(), book.executed(), time.monotonic()
    printed = book.good()
    assert time.monotonic() - start < 2
    assert "nothing changed" in printed
    assert (book.state(), book.executed()) == (before, records)


# -- what changes, and what runs

def test_a_changed_number_is_printed_and_only_its_chapter_runs(book: Book, tmp_path: Path) -> None:
    old, records = shutil.copytree(book.root / "_build" / "notebooks", tmp_path / "notebooks"), book.executed()
    highest = max(_rates(book), key=lambda row: float(row.split(",")[-1]))
    changed = ",".join([*highest.split(",")[:-1], "987.6"])
    shown = book.page("homicide").select_one(".pasted-text").get_text()
    with book.changed("data/homicide.csv", f"\n{highest}\n", f"\n{changed}\n"):
        printed = book.good()
        assert book.page("homicide").select_one(".pasted-text").get_text() == book.page("index").select_one(".pasted-text").get_text() == "987.6"
        assert shown != "987.6"
        assert {name for name, record in book.executed().items() if record != records[name]} == {"homicide"}
        assert "moved" not in printed
        assert _nbval(book, book.root / "_build" / "notebooks").returncode == 0
        stale = _nbval(book, old)
        assert stale.returncode == 1
        assert re.search(r"homicide\.ipynb::Cell \d+", stale.stdout)
        assert not re.search(r"FAILED.*people\.ipynb", stale.stdout)


def test_a_changed_chapter_runs_alone(book: Book) -> None:
    records = book.executed()
    with book.changed("book/people.md", 'means="Largest population"', 'means="The largest population"'):
        book.good()
        assert {name for name, record in book.executed().items() if record != records[name]} == {"people"}


def test_a_changed_style_is_printed_without_running_anything(book: Book) -> None:
    records = book.executed()
    with book.changed("quietpush/press/static/book.css", ".qp-chart .modebar", ".changed, .qp-chart .modebar"):
        book.good()
        assert ".changed, .qp-chart" in (book.root / "_build" / "html" / "_static" / "book.css").read_text("utf-8")
        assert book.executed() == records


def test_a_page_that_leaves_the_book_leaves_the_folder(book: Book) -> None:
    with book.changed("_toc.yml", "  - file: book/people\n", ""):
        book.good()
        assert not (book.root / "_build" / "html" / "book" / "people.html").exists()
        assert not (book.root / "_build" / "notebooks" / "people.ipynb").exists()
        assert "small-people" not in (book.root / "_build" / "html" / "findings.json").read_text("utf-8")


def _rates(book: Book) -> list[str]:
    return (book.root / "data" / "homicide.csv").read_text("utf-8").splitlines()[1:]


def _nbval(book: Book, notebooks: Path) -> subprocess.CompletedProcess:
    return book.run("-m", "pytest", "--nbval", "-q", "-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", str(notebooks), str(notebooks))


# -- what stops a build

def test_bad_data_stop_the_build_before_anything_runs(book: Book) -> None:
    records, second = book.executed(), _rates(book)[1]
    with book.changed("data/homicide.csv", f"\n{second}\n", f"\nQQQ{second[3:]}\n"):
        printed = book.bad()
        assert "data/homicide.csv row 3, column iso3" in printed
        assert '"QQQ"' in printed
        assert "states.csv" in printed
        assert "reading" not in printed
        assert book.executed() == records
        before = book.state()
        plain = book.run("-c", "from jupyter_book.cli.main import main; main()", "build", ".")
        assert plain.returncode
        assert "data/homicide.csv row 3, column iso3" in plain.stdout + plain.stderr
        assert book.state() == before
        assert not (book.root / "_build" / "jupyter_execute").exists()


def test_a_failing_cell_is_named_until_it_is_mended(book: Book) -> None:
    with book.changed("book/people.md", 'people = table("basics")\n', 'people = table("basics")\nunknown_measure(people)\n'):
        printed = book.bad(times=2)
        assert "book/people.md: this cell failed" in printed
        assert "\nunknown_measure(people)\n" in printed
        assert "NameError: name 'unknown_measure' is not defined" in printed
        assert len(printed.splitlines()) < 30


def test_a_warning_fails_until_it_is_mended(book: Book) -> None:
    with book.changed("book/people.md", "{glue:text}`small-people`", "{glue:text}`small-nobody`"):
        assert re.search(r"book/people\.md:\d+: WARNING: .*'small-nobody'", book.bad(times=2))


def test_an_unknown_claim_is_named(book: Book) -> None:
    with book.changed("book/people.md", "The largest is", "As {claim}`Z99` says, the largest is"):
        assert "book/people names claim 'Z99'" in book.bad()


def test_a_false_guard_stops_the_build_and_names_the_sentence(book: Book) -> None:
    with book.changed("book/homicide.md", "highest.value < 1000", "highest.value < 1"):
        printed = book.bad()
        assert "book/homicide.md: this cell failed" in printed
        assert "guard 'small-high' is false: the data no longer say that no rate reaches a thousand" in printed


def test_a_book_that_contradicts_itself_is_not_built(book: Book) -> None:
    """A verdict that its number no longer bears out, a rule on a finding that nobody says, one id said twice."""
    rules = f"A14,small-highest,<,1\nA15,small-nobody,<,{BOUND:g}"
    twice = 'say("small-people", 1, "number", means="One", tables=["basics"], measure=max)\n'
    with book.changed("data/verdict_rules.csv", RULE, rules), book.changed("book/homicide.md", "first = ", f"{twice}first = "):
        printed = book.bad(times=2)
        assert re.search(r"claim A14 is called '\w+' because small-highest < 1", printed)
        assert "change the verdict in data/claims.csv" in printed
        assert "the verdict rule of A15 names the finding 'small-nobody', which no chapter says" in printed
        assert "'small-people' in book/homicide and book/people" in printed


# -- a reader's own tables

def test_on_own_tables_what_no_longer_holds_is_reported(book: Book, tmp_path: Path) -> None:
    own = Path(shutil.copytree(book.root / "data", tmp_path / "own"))
    first = _rates(book)[0]
    text = (own / "homicide.csv").read_text("utf-8")
    (own / "homicide.csv").write_text(text.replace(f"\n{first}\n", "\n" + ",".join([*first.split(",")[:-1], "1234.5"]) + "\n"), "utf-8")
    printed = book.good(QUIETPUSH_DATA=str(own))
    page = book.page("homicide")
    assert "no rate reaches a thousand" in page.select_one(".admonition.warning").get_text()
    assert page.select_one("figure .caption-text").get_text() == page.select_one("figure .legend").get_text().strip() == "Homicides per 100,000, first rows"
    assert page.select_one(".qp-chart")["aria-label"] == "Homicides per 100,000, first rows"
    moved = json.loads((book.root / "_build" / "html" / "moved.json").read_text("utf-8"))
    assert any("in book/homicide it no longer holds that no rate reaches a thousand" in line for line in moved)
    assert any("claim A14" in line for line in moved)
    assert all(f"moved: {line}" in printed for line in moved)
    book.good()
    assert not (book.root / "_build" / "html" / "moved.json").exists()
    assert page.select_one(".pasted-text").get_text() != book.page("homicide").select_one(".pasted-text").get_text()
