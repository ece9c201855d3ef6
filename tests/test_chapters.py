"""Does every chapter keep the rules: cells that only load, measure and say; prose without typed numbers; its sections and claims?"""

from __future__ import annotations

import csv
import functools
import re
from collections import Counter
from pathlib import Path

import cells
import prose
import pytest
import yaml
from conftest import DATA, ROOT

from quietpush import phrases, schema

BOOK = ROOT / "book"
PAGES = sorted(BOOK.rglob("*.md"))
EXECUTED = [path for path in PAGES if "{code-cell}" in path.read_text("utf-8")]
PREFIX = {  # how the ids of a page begin; elsewhere its own name
    "law-enforcement": "law", "subnational-ties": "sub", "blurred-lines": "blur", "ai-infrastructure": "infra", "governance-norms": "norms", "methods": "meth",
}
SECTIONS = ["In short", "What is claimed", "The evidence", "What cuts against it", "What the data cannot show"]
FEWEST_FIGURES = 3
HEADER = {
    "jupytext": {"text_representation": {"extension", "format_name", "format_version", "jupytext_version"}},
    "kernelspec": {"display_name", "language", "name"},
}


def stem(path: Path) -> str:
    return path.stem


def claims() -> list[dict[str, str]]:
    """The ledger, as it stands in data/claims.csv."""
    with (DATA / "claims.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


THEMES = sorted({claim["chapter"] for claim in claims()} - {"methods"})


@functools.cache
def read(path: Path) -> cells.Page:
    """What the cells of a page do."""
    return cells.Page(path.read_text("utf-8"), set(schema.names(DATA)), set(phrases.UNITS))


def told(path: Path, found: list) -> str:
    return "\n".join(f"{path.relative_to(ROOT)} {fault}" for fault in found)


def chapter(name: str) -> Path:
    path = BOOK / f"{name}.md"
    assert path.exists(), f"book/{name}.md is missing, though data/claims.csv gives it claims"
    return path


def listed(path: Path) -> list[str]:
    """The claims that a page's directives list, in order."""
    return [claim for _, _, argument, content in prose.fences(path.read_text("utf-8"), "claims") for claim in f"{argument} {content}".split()]


@pytest.mark.parametrize("path", EXECUTED, ids=stem)
def test_cells_load_measure_and_say(path: Path) -> None:
    faults = read(path).faults
    assert not faults, told(path, faults)


@pytest.mark.parametrize("path", PAGES, ids=stem)
def test_no_number_is_typed_in_prose(path: Path) -> None:
    faults = prose.page_faults(path.read_text("utf-8"))
    assert not faults, told(path, faults)


@pytest.mark.parametrize("path", EXECUTED, ids=stem)
def test_the_header_is_complete(path: Path) -> None:
    head = re.match(r"---\n(.*?)\n---\n", path.read_text("utf-8"), re.DOTALL)
    assert head, f"{path.name} has no header, so its cells would silently not run"
    found = yaml.safe_load(head[1])
    assert HEADER["jupytext"]["text_representation"] <= set(found["jupytext"]["text_representation"])
    assert HEADER["kernelspec"] <= set(found["kernelspec"])
    assert found["jupytext"]["text_representation"]["format_name"] == "myst" and found["kernelspec"]["name"] == "python3"


@pytest.mark.parametrize("path", EXECUTED, ids=stem)
def test_ids_begin_with_their_page(path: Path) -> None:
    prefix = PREFIX.get(path.stem, path.stem)
    wrong = [name for name in (*read(path).said, *read(path).held) if not name.startswith(f"{prefix}-")]
    assert not wrong, f"{path.name}: ids begin with {prefix}-, found {', '.join(wrong)}"


@pytest.mark.parametrize("kind", ["said", "held"])
def test_an_id_is_used_once_in_the_book(kind: str) -> None:
    counts = Counter(name for path in EXECUTED for name in getattr(read(path), kind))
    assert not [name for name, times in counts.items() if times > 1]


@pytest.mark.parametrize("path", EXECUTED, ids=stem)
def test_every_finding_is_printed_or_weighed(path: Path) -> None:
    """A number that no sentence, title, guard, other page, claim or rule uses is not part of the book."""
    texts = " ".join(page.read_text("utf-8") for page in PAGES)
    ledger = " ".join(claim["finding"] for claim in claims()) + (DATA / "verdict_rules.csv").read_text("utf-8")
    readme = "".join(file.read_text("utf-8") for file in [ROOT / "tests" / "readme_findings.txt"] if file.exists())
    code = "\n".join(cell.code for cell in cells.cells(path.read_text("utf-8")))
    idle = []
    for name in read(path).said:
        bound = re.search(rf"""(\w+) = say\(\s*["']{name}["']""", code)
        used = bound and len(re.findall(rf"\b{bound[1]}\b", code)) > 1
        glued = re.search(rf"[`:]{name}[`:]", texts)
        if not (used or glued or f"{{{name}}}" in ledger + readme or f",{name}," in ledger):
            idle.append(name)
    assert not idle, f"{path.name} says what nobody reads: {', '.join(idle)}; print it or drop it"


@pytest.mark.parametrize("name", THEMES)
def test_a_chapter_has_its_sections_in_order(name: str) -> None:
    found = prose.headings(chapter(name).read_text("utf-8"), 2)
    assert [heading for heading in found if heading in SECTIONS] == SECTIONS, f"book/{name}.md has {found}; it needs {SECTIONS} in this order"


@pytest.mark.parametrize("name", THEMES)
def test_in_short_rests_on_findings_alone(name: str) -> None:
    text = chapter(name).read_text("utf-8")
    short = re.search(r"^## In short$(.*?)^## ", text, re.MULTILINE | re.DOTALL)
    assert short and len(re.findall(r"\{glue:text\}", short[1])) >= 3, f"book/{name}.md: In short must glue its numbers"


@pytest.mark.parametrize("name", THEMES)
def test_a_chapter_shows_enough_figures(name: str) -> None:
    text = chapter(name).read_text("utf-8")
    shown = sum(cell.code.count("show(") for cell in cells.cells(text))
    assert shown >= FEWEST_FIGURES, f"book/{name}.md shows {shown} figures; it needs {FEWEST_FIGURES} that say something"


@pytest.mark.parametrize("name", [*THEMES, "methods"])
def test_a_chapter_lists_each_of_its_claims_once(name: str) -> None:
    own = [claim["claim_id"] for claim in claims() if claim["chapter"] == name]
    found = Counter(listed(chapter(name)))
    wrong = [*(f"{claim} is missing" for claim in own if not found[claim]), *(f"{claim} stands {times} times" for claim, times in found.items() if times > 1)]
    wrong += [f"{claim} belongs to another chapter" for claim in found if claim not in own]
    assert not wrong, f"book/{name}.md, claims directive: {'; '.join(wrong)}"


def test_no_claim_is_listed_on_two_pages() -> None:
    counts = Counter(claim for path in PAGES for claim in listed(path))
    assert not [claim for claim, times in counts.items() if times > 1]


@pytest.mark.parametrize("path", PAGES, ids=stem)
def test_roles_name_claims_and_events_that_exist(path: Path) -> None:
    text = path.read_text("utf-8")
    with (DATA / "events.csv").open(encoding="utf-8", newline="") as file:
        events = {row["event_id"] for row in csv.DictReader(file)}
    known = {claim["claim_id"] for claim in claims()}
    wrong = sorted(set(re.findall(r"\{claim\}`([^`]+)`", text)) - known) + sorted(set(re.findall(r"\{event\}`([^`]+)`", text)) - events)
    assert not wrong, f"{path.name} names {', '.join(wrong)}, which data/claims.csv and data/events.csv do not have"


@pytest.mark.parametrize("path", PAGES, ids=stem)
def test_a_glued_finding_is_said(path: Path) -> None:
    said = {other.relative_to(BOOK).as_posix(): set(read(other).said) for other in EXECUTED}
    wrong = []
    for page, name in re.findall(r"\{glue:text\}`(?:([^`:]+)::)?([^`:]+)(?::[^`]*)?`", path.read_text("utf-8")):
        where = page.removeprefix("book/") or path.relative_to(BOOK).as_posix()
        if name not in said.get(where, ()):
            wrong.append(f"{name} (looked for in {where})")
    assert not wrong, f"{path.name} prints findings that no page says: {', '.join(wrong)}"
