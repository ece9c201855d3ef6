"""Does the press keep its promises: nothing new, nothing done; one number new, one chapter run; a fault, no new book?

A small book of its own stands in a temporary folder: the package and all tables as they are here, and three short pages.
It is built once; each test changes something, looks, and puts it back. Claims keep their texts but name no findings of
chapters that this book does not have.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT
from quietpush.press import make

HEAD = """---
jupytext:
  text_representation: {extension: .md, format_name: myst, format_version: 0.13, jupytext_version: 1.19.6}
kernelspec: {display_name: Python 3, language: python, name: python3}
---

"""
PAGES = {
    "index": "# Front\n\nThe highest rate is {glue:text}`homicide.md::small-highest:s`.\n\n```{claims} A14\n```\n",
    "homicide": HEAD + """# Homicide

```{code-cell} ipython3
from quietpush.chapter import hold, say, show, table
from quietpush.figures.caption import Caption, Figure
```

```{code-cell} ipython3
homicide = table("homicide")
highest = say("small-highest", homicide["homicides_per_100k"].max(), "number", means="Highest rate", tables=["homicide"], measure=max, digits=3)
high = hold("small-high", highest.value < 1000, says="no rate reaches a thousand")
```

The highest rate is {glue:text}`small-highest`.

```{code-cell} ipython3
first = homicide.head(3)
show(Figure("small-rates", Caption("No rate reaches a thousand", "Homicides per 100,000, first rows", "Three low dots.", ["homicide"], guard=high),
    {"data": [{"type": "scatter", "mode": "markers", "x": first["year"].tolist(), "y": first["homicides_per_100k"].tolist()}], "layout": {"height": 300}}, first, 300))
```
""",
    "people": HEAD + """# People

```{code-cell} ipython3
from quietpush.chapter import say, table
people = table("basics")
say("small-people", people["population"].max(), "number", means="Largest population", tables=["basics"], measure=max)
```

The largest is {glue:text}`small-people`.
""",
    "claims": "# Ledger\n\n```{ledger}\n:chapter: law-enforcement\n```\n",
}
TOC = "format: jb-book\nroot: book/index\nchapters:\n  - file: book/homicide\n  - file: book/people\n  - file: book/claims\n"
BOUND = 1000.0  # no homicide rate reaches it: the small book's guard and verdict rule hold until a test breaks them
RULE = f"A14,small-highest,<,{BOUND:g}"
PLACEHOLDER = re.compile(r"\{[^{}]+\}")


@dataclass(frozen=True)
class Book:
    """The small book and how to build, change and read it."""

    root: Path

    def run(self, *command: str, **settings: str) -> subprocess.CompletedProcess:
        env = {name: value for name, value in os.environ.items() if name != "QUIETPUSH_DATA"} | {"PYTHONPATH": str(self.root)} | settings
        return subprocess.run([sys.executable, *command], cwd=self.root, env=env, capture_output=True, text=True, encoding="utf-8", check=False)

    def make(self, kind: str = "html", **settings: str) -> subprocess.CompletedProcess:
        return self.run("-P", "quietpush/press/make.py", kind, **settings)

    def good(self, **settings: str) -> str:
        """Builds, and says what was printed; the build must succeed."""
        done = self.make(**settings)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def bad(self, times: int = 1) -> str:
        """Builds, and says what was printed; each time it must fail and leave the last good book and PDF as they were."""
        before = self.state()
        tries = [self.make() for _ in range(times)]
        assert all(done.returncode for done in tries), "\n".join(done.stdout for done in tries)
        assert self.state() == before
        return tries[-1].stdout + tries[-1].stderr

    def state(self) -> dict[str, str]:
        """The hash of every file that readers see."""
        build = self.root / "_build"
        files = [*(build / "html").rglob("*"), *(build / "notebooks").rglob("*"), build / "quiet-push.pdf"]
        return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.is_file()}

    def page(self, name: str) -> BeautifulSoup:
        return BeautifulSoup((self.root / "_build" / "html" / "book" / f"{name}.html").read_text("utf-8"), "html.parser")

    def executed(self) -> dict[str, int]:
        """The cache's latest record of each chapter: a new number means that it was executed anew."""
        from jupyter_cache import get_cache

        records = get_cache(self.root / "_build" / "work" / "_build" / ".jupyter_cache").list_cache_records()
        return {name: max(record.pk for record in records if Path(record.uri).stem == name) for name in {Path(record.uri).stem for record in records}}

    @contextmanager
    def changed(self, path: str, old: str, new: str) -> Iterator[None]:
        """Holds one replacement in a file, and puts the file back."""
        file = self.root / path
        text = file.read_text("utf-8")
        assert text.count(old) == 1, f"{path} holds {text.count(old)} times {old!r}"
        file.write_text(text.replace(old, new), "utf-8")
        try:
            yield
        finally:
            file.write_text(text, "utf-8")


def _without_findings(path: Path) -> None:
    """Claims as they are, with a word in place of each finding that only the whole book says."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["finding"] = PLACEHOLDER.sub("some", row["finding"])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory, book_html: Path) -> Book:
    """The small book, built once."""
    made = Book(tmp_path_factory.mktemp("book"))
    for path in filter(Path.is_file, make.inputs()):
        place = made.root / path.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix != ".md" or path.parent.name != "book":
            shutil.copy2(path, place)
    for name, text in PAGES.items():
        (made.root / "book" / f"{name}.md").write_text(text, "utf-8")
    (made.root / "_toc.yml").write_text(TOC, "utf-8")
    (made.root / "node_modules").symlink_to(ROOT / "node_modules")
    _without_findings(made.root / "data" / "claims.csv")
    (made.root / "data" / "verdict_rules.csv").write_text(f"claim_id,finding_id,operator,bound\n{RULE}\n", "utf-8")
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
