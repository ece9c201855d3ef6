"""A small book of its own in another folder: the package and all tables as they are here, and a few short pages.

Claims keep their texts but name no findings of chapters that this book does not have.
"""

from __future__ import annotations

import csv
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from jupyter_cache import get_cache
from quietpush.press import make

ROOT = Path(__file__).resolve().parents[1]
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
highest = say("small-highest", homicide["homicides_per_100k"].max(), "number", means="Highest rate", tables=["homicide"], measure=max, digits=1)
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


def write(place: Path) -> Book:
    """Writes the small book there, not yet built: all that the press calls its inputs, with other pages."""
    for path in filter(Path.is_file, make.inputs()):
        copy = place / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix != ".md" or path.parent.name != "book":
            shutil.copy2(path, copy)
    for name, text in PAGES.items():
        (place / "book" / f"{name}.md").write_text(text, "utf-8")
    (place / "_toc.yml").write_text(TOC, "utf-8")
    (place / "node_modules").symlink_to(ROOT / "node_modules")
    _without_findings(place / "data" / "claims.csv")
    (place / "data" / "verdict_rules.csv").write_text(f"claim_id,finding_id,operator,bound\n{RULE}\n", "utf-8")
    return Book(place)
