"""Does README.md say what the book found, in sentences that follow the data? As a script: writes them into README.md."""

from __future__ import annotations

import re
from pathlib import Path

import prose
import pytest
from conftest import ROOT
from recompute import findings

README = ROOT / "README.md"
TEMPLATES = Path(__file__).parent / "readme_findings.txt"
SENTENCES = 3
BEGIN, END = "<!-- findings -->", "<!-- /findings -->"
PLACE = re.compile(r"\{([a-z0-9-]+)\}")


def templates(path: Path = TEMPLATES) -> list[str]:
    """The sentences with places for findings."""
    return [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]


def block(sentences: list[str], found: dict[str, dict]) -> str:
    """The list that stands between the marks."""
    unknown = [name for sentence in sentences for name in PLACE.findall(sentence) if name not in found]
    assert not unknown, f"{TEMPLATES.name} names {', '.join(unknown)}, which no chapter says; correct the name"
    return "\n".join(f"- {PLACE.sub(lambda place: found[place[1]]['text'], sentence)}" for sentence in sentences)


def put(readme: str, lines: str) -> str:
    """README.md with these lines between its marks."""
    parts = re.fullmatch(rf"(.*{re.escape(BEGIN)}\n).*?(\n{re.escape(END)}.*)", readme, re.DOTALL)
    assert parts, f"README.md has no block between {BEGIN} and {END}, each on a line of its own; add the two marks"
    return parts[1] + lines + parts[2]


def test_three_sentences_are_computed() -> None:
    sentences = templates()
    assert len(sentences) == SENTENCES, f"tests/{TEMPLATES.name} has {len(sentences)} sentences; the README says {SENTENCES} findings"
    for sentence in sentences:
        assert PLACE.search(sentence), f"{sentence!r} rests on no finding; name one as {{finding-id}}"
        typed = prose.typed_numbers(PLACE.sub(prose.GLUED, sentence))
        assert not typed, f"{sentence!r}: {'; '.join(typed)}"
        assert sentence.endswith("."), f"{sentence!r} is no sentence"


def test_the_readme_says_what_the_book_found() -> None:
    assert README.exists(), "README.md is missing; write it with the marks <!-- findings --> and <!-- /findings -->"
    text, lines = README.read_text("utf-8"), block(templates(), findings())
    assert put(text, lines) == text, f"README.md no longer says what the book found; run `python tests/test_readme.py`, which writes:\n{lines}"


def test_a_changed_number_and_a_missing_mark_are_noticed() -> None:
    lines = block(["{law-gifts} gifts were found."], {"law-gifts": {"text": "29"}})
    assert lines == "- 29 gifts were found."
    good = f"# Title\n\n{BEGIN}\n{lines}\n{END}\n\nMore.\n"
    assert put(good, lines) == good
    assert put(good.replace("29", "28"), lines) == good
    with pytest.raises(AssertionError, match="add the two marks"):
        put("# Title\n", lines)
    with pytest.raises(AssertionError, match="names law-gone, which no chapter says"):
        block(["{law-gone} gifts."], {})


if __name__ == "__main__":
    README.write_text(put(README.read_text("utf-8"), block(templates(), findings())), "utf-8")
