"""Does the prose lint find every planted fault and leave clean text alone?"""

from __future__ import annotations

import prose
import pytest

CLEAN = [
    "On August 24, 2022, the plan was signed; it ended in August 2023.",
    "The forum of March 4–8, 2024 and the tour of February 28–March 2, 2023 were reported.",
    "The law is dated February 27 or March 3, 2015, the tour May 5 to 7, 2024.",
    "From the first half of 2025 to the first quarter of 2026, and in H2 2025.",
    "Between 2000 and 2020, in FY2015, over 2000–2020, in 2017–18 and in the 2010s.",
    "Obligations of FY2000–FY2020 and FY2000–2020; mid-2022 and pre-2008 papers.",
    "One case, the first of its kind, a second reading, none, both, several, a pair.",
    "5G, 4G, the G20, ECU 911 and BOL-110 are names.",
    "China gave {glue:text}`law-gifts-cn` of {glue:text}`law-gifts`, see {numref}`bars-gifts-by-state` and {event}`le-171`.",
    "{claim}`A14` says so {cite:p}`greitens2020`. The table `us_obligations_2020` and the column `x_pct`.",
    "[a page](https://example.org/2022/08/24/35) and <https://example.org/42>.",
    "Confidence is low. A further deal is likely.",
    "*Confidence* is kept apart from *likelihood*.",
    "Third-party tests, on behalf of the headquarters, weighted, often, attention, height.",
    "Two published articles are read here; the registered test T18 is not run yet.",
    "1. an ordered list\n2. counts by itself",
    "(section-2)=\n## A heading\n\n% a comment with 42\n\n<!-- and 43 -->",
    "```{claims} A10 A11\nA12\n```\n\n```{ledger}\n:chapter: methods\n```",
    "```{code-cell} ipython3\n:tags: [hide-input]\nx = 42\n```",
    "```python\nx = 42\n```",
    "> a quotation of May 2025",
]
PLANTED = [
    ("China gave 35 gifts.", "'35'"), ("China gave over 2,022 gifts.", "'2,022'"), ("It cost US$2000.", "'$2000'"), ("It cost US$3.5 million.", "'$3.5'"),
    ("It cost US$3.5 million.", "'million'"), ("Over 2000 cameras.", "reads as a quantity"), ("In 1850 it began.", "'1850'"), ("In 20222.", "'20222'"),
    ("Two states signed.", "'Two'"), ("twenty-four states", "'twenty'"), ("a hundred states", "'hundred'"), ("half of them", "'half'"), ("a third of them", "'third'"),
    ("three quarters", "'quarters'"), ("a dozen cases", "'dozen'"), ("twice as many", "'twice'"), ("it doubled", "'doubled'"), ("a tenfold rise", "'tenfold'"),
    ("some percent", "'percent'"), ("{glue:text}`x` percent of states", "'percent'"), ("{glue:text}`x`%", "'%'"), ("per cent", "'per cent'"),
    ("August 24 was the day", "'24'"), ("August 32, 2022", "'32'"), ("February 30, 2022", "'30'"), ("2000-2020", "en dash"), ("2022-08-24", "en dash"), ("2020–2000", "'02020'"),
    ("2022%", "'2022'"), ("H2 of it", "'H2'"), ("half of 2025 states", "'half'"), ("test T99", "'T99'"), ("½ of all", "'½'"), ("x²", "'²'"), ("٣ states", "'٣'"), ("15G masts", "'15G'"), ("ECU 912", "'912'"), ("the 23rd forum", "'23rd'"),
    ("2*0* states", "'20'"), ("&#51;5 states", "'35'"), ("**35** states", "'35'"), ("# A title with 35", "'35'"), ("- a list item of 35", "'35'"), ("> a quotation of 35", "'35'"),
    ("| a | b |\n|---|---|\n| x | 35 |", "'35'"), ("term\n: 35 of them", "'35'"), ("word[^1]\n\n[^1]: a footnote of 35", "'35'"), ("[35 gifts](https://example.org)", "'35'"),
    ("![alt of 35](a.png)", "'35'"), ("{numref}`the 35 gifts <bars-gifts>`", "'35'"), ("[35 gifts]{.cls}", "'35'"), ("line one\nand 35", "'35'"),
    ("```{note}\nInside 35\n```", "'35'"), (":::{admonition} Title of 35\n:class: tip\nBody\n:::", "'35'"), ("````{note}\n```{tip}\nDeep 35\n```\n````", "'35'"),
    ("```{figure} a1.png\n:alt: 35 gifts\nWords\n```", "'35'"), ("<b>bold</b>", "raw HTML <b>"), ("<div>x</div>", "raw HTML"), ("{sub}`42`", "role {sub} is unknown"),
    ("```{raw} html\n35\n```", "directive {raw} is unknown"), ("We have low confidence that a deal is likely.", "in one sentence"),
    ("It is *very unlikely*, with\nhigh confidence.", "in one sentence"), ("Dr. A. Confident experts say it is probable.", "in one sentence"),
]


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_passes(text: str) -> None:
    assert not prose.page_faults(text), [str(fault) for fault in prose.page_faults(text)]


@pytest.mark.parametrize(("text", "said"), PLANTED)
def test_a_planted_fault_is_found(text: str, said: str) -> None:
    found = [fault.said for fault in prose.page_faults(text)]
    assert any(said in line for line in found), found or "nothing was found"


def test_a_fault_is_found_once_and_on_its_line() -> None:
    text = "---\njupytext: {}\n---\n\n# Title\n\nClean words.\n\nThen 35 of them.\n\n```{note}\n:class: x\n\nAnd 36.\n```\n"
    assert [(fault.line, "35" in fault.said) for fault in prose.page_faults(text)] == [(9, True), (14, False)]


def test_every_reviewed_name_needs_its_place_and_has_a_reason() -> None:
    lines = [line for line in prose.NAMES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert len(lines) == len(prose.names()), "a name stands twice in prose_names.txt"
    for name, reason in prose.names().items():
        assert len(reason.split()) >= 2, f"{name!r} has no reason"
        assert any(letter.isalpha() for letter in name), f"{name!r} is a bare number, which is no name"
        bare = [*prose.NUMBER_WORD.finditer(name), *prose.PERCENT.finditer(name), *(sign for sign in name if sign.isdigit())]
        assert bare, f"{name!r} needs no place in prose_names.txt: nothing in it is refused"
        assert not prose.typed_numbers(f"All of {name}."), name


def test_headings_and_directives_are_read() -> None:
    text = "# T {glue:text}`x`\n\n## In short\n\n## What *is* claimed\n\n```{claims} A1 A2\n```\n\n- item\n\n  ```{claims} B1\n  ```\n"
    assert prose.headings(text, 2) == ["In short", "What is claimed"]
    assert [(line, argument) for line, _, argument, _ in prose.fences(text, "claims")] == [(7, "A1 A2"), (12, "B1")]
