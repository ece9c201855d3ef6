"""Which numbers stand in the prose of a page without being computed, and which sentences mix the two scales of certainty?

The text is read as MyST reads it, so that emphasis, entities, tables, lists, captions and nested directives are prose and
code, links' addresses and glued findings are not. Dates, years and the names of prose_names.txt may stand as they are.
"""

from __future__ import annotations

import csv
import datetime
import functools
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import DocutilsRenderer
from myst_parser.parsers.mdit import create_md_parser

HERE = Path(__file__).parent
NAMES = HERE / "prose_names.txt"
GLUED = "\ufffc"  # where a role prints something
SILENT_ROLES = {"glue:text", "glue", "claim", "event", "cite", "cite:p", "cite:t", "cite:ps", "cite:ts"}
TITLED_ROLES = {"ref", "numref", "doc", "term", "abbr"}  # the words before <target> are prose
PROSE_DIRECTIVES = {
    "note", "warning", "tip", "important", "caution", "hint", "seealso", "admonition", "dropdown", "margin", "sidebar", "topic",
    "epigraph", "table", "list-table", "figure", "card", "grid", "grid-item", "grid-item-card", "tab-set", "tab-item",
}
SILENT_DIRECTIVES = {"code-cell", "code-block", "claims", "ledger", "catalogue", "registered-tests", "codebook", "changes", "corrections", "bibliography", "contents", "tableofcontents", "only"}
DIRECTIVE = re.compile(r"\{([\w:-]+)\}\s*(.*)", re.DOTALL)
OPTION = re.compile(r":([\w-]+):\s*(.*)")

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
YEAR = r"(?:19|20)\d\d"
DATE = re.compile(rf"\b{MONTH} \d{{1,2}}(?:(?:–| or | and | to )(?:{MONTH} )?\d{{1,2}})?, {YEAR}(?!\d)|\b{MONTH} {YEAR}(?!\d)")
PERIOD = re.compile(rf"\b(?:(?:first|second) half|(?:first|second|third|fourth) quarter) of {YEAR}(?!\d)|\b(?:H[12]|Q[1-4]) {YEAR}(?!\d)", re.IGNORECASE)
YEARS = re.compile(rf"(?<![\w$€£.,])(?:FY)?{YEAR}(?:–(?:FY)?{YEAR}|–\d\d|s)?(?![\w%]|[.,]\d)")
AS_QUANTITY = re.compile(rf"\b(?:over|some|nearly|almost|(?:more|fewer|less) than) {YEAR}\b(?!–)", re.IGNORECASE)
HYPHENED = re.compile(r"\d+-\d[\d-]*")
ONES = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
BIG = "hundreds?|thousands?|millions?|billions?|trillions?|dozens?"
PARTS = "half|halves|halved|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?"
TIMES = rf"twice|thrice|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|quadrupl(?:e|es|ed|ing)|(?:{ONES}|{TENS}|hundred)fold"
NUMBER_WORD = re.compile(rf"\b(?:{ONES}|{TENS}|{BIG}|{PARTS}|{TIMES})\b", re.IGNORECASE)
PERCENT = re.compile(r"\bper ?cent\b|%", re.IGNORECASE)
CONFIDENCE = re.compile(r"\bconfiden(?:ce|t|tly)\b", re.IGNORECASE)
LIKELIHOOD = re.compile(r"\b(?:un)?likely\b|\b(?:im)?probabl[ey]\b|\beven (?:chance|odds)\b|\balmost certain", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<![A-Z])[.!?][\"”')]*\s+(?=[A-Z\"“‘(\ufffc])")


class Fault(NamedTuple):
    """What is wrong on which line, and what to do."""

    line: int
    said: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.said}"


class Passage(NamedTuple):
    """A run of prose: a paragraph, a heading, a list item, a table cell, a caption."""

    line: int
    text: str


@functools.cache
def names(path: Path = NAMES) -> dict[str, str]:
    """Which names with numbers in them may stand in prose, and why? One per line, "name | reason"."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return dict(line.split(" | ", 1) for line in lines)


@functools.cache
def _named() -> re.Pattern:
    with (HERE.parent / "data" / "tests.csv").open(encoding="utf-8") as file:
        registered = [row["id"] for row in csv.DictReader(file)]  # T01 and so on: names that the methods page lists
    either = [re.escape(name) for name in sorted([*names(), *registered], key=len, reverse=True)]
    either = [f"[{name[0].upper()}{name[0]}]{name[1:]}" if name[0].islower() else name for name in either]
    return re.compile(rf"(?<![\w.,-])(?:{'|'.join(either)})(?!\w|[.,]\d)")


@functools.cache
def _parser():
    config = yaml.safe_load((HERE.parent / "_config.yml").read_text("utf-8"))
    return create_md_parser(MdParserConfig(enable_extensions=set(config["parse"]["myst_enable_extensions"])), DocutilsRenderer)


def passages(text: str, first_line: int = 1) -> Iterator[Passage | Fault]:
    """All prose of a MyST text; a directive or role of which the lint does not know what it prints is a fault."""
    for token in _parser().parse(text):
        line = first_line + (token.map[0] if token.map else 0)
        if token.type == "inline":
            yield from _inline(token, line)
        elif token.type in ("fence", "colon_fence") and token.info.startswith("{"):
            yield from _directive(token, line)
        elif token.type == "html_block" and not token.content.startswith("<!--"):
            yield Fault(line, "raw HTML; write it in MyST")


def _inline(token: Token, line: int) -> Iterator[Passage | Fault]:
    words, address = [], False
    for child in token.children or ():
        if child.type == "link_open":
            address = child.info == "auto"
        elif child.type == "link_close":
            address = False
        elif child.type == "text" and not address:
            words.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif child.type == "image":
            yield from _inline(child, line)
        elif child.type == "myst_role":
            words.append(_role_words(child))
            if child.meta["name"] not in SILENT_ROLES | TITLED_ROLES:
                yield Fault(line, f"the role {{{child.meta['name']}}} is unknown to the lint; say in tests/prose.py what it prints")
        elif child.type == "code_inline":
            words.append(GLUED)
        elif child.type == "html_inline" and not child.content.startswith("<!--"):
            yield Fault(line, f"raw HTML {child.content}; write it in MyST")
    yield Passage(line, "".join(words))


def _role_words(role: Token) -> str:
    titled = re.fullmatch(r"(.+?)\s*(?:<[^>]*>|\([^)]*\))", role.content, re.DOTALL) if role.meta["name"] in TITLED_ROLES else None
    return titled[1] if titled else GLUED


def _directive(token: Token, line: int) -> Iterator[Passage | Fault]:
    name, argument = DIRECTIVE.match(token.info).groups()
    if name in SILENT_DIRECTIVES:
        return
    if name not in PROSE_DIRECTIVES:
        yield Fault(line, f"the directive {{{name}}} is unknown to the lint; say in tests/prose.py whether it prints prose")
        return
    body = token.content.split("\n")
    options = next((place for place, words in enumerate(body) if not OPTION.match(words)), len(body))
    spoken = [match[2] for words in body[:options] if (match := OPTION.match(words)) and match[1] in ("alt", "caption")]
    yield from (Passage(line, words) for words in ([argument] if name != "figure" else []) + spoken)
    yield from passages("\n".join(body[options:]), line + 1 + options)


def typed_numbers(text: str) -> list[str]:
    """Which numbers of this text are typed instead of computed? Each with what to do."""
    found = [f"{words[0]!r} reads as a quantity; glue it" for words in AS_QUANTITY.finditer(text)]
    left = _named().sub(" ", text)
    left = PERIOD.sub(" ", DATE.sub(_real_date, left))
    found += [f"{words[0]!r}: write ranges with an en dash and dates as August 24, 2022" for words in HYPHENED.finditer(left)]
    left = HYPHENED.sub(" ", left)
    left = YEARS.sub(_rising, left)
    for number in re.finditer(r"[$€£]?\w*\d(?:[\w.,]*\w)?", left):
        found.append(f"the number {number[0]!r} is typed; glue a finding, or add a name to tests/prose_names.txt with its reason")
    left = re.sub(r"\d", " ", left)
    found += [f"the number {sign!r} is typed; glue a finding" for sign in left if unicodedata.category(sign) in ("No", "Nl", "Nd")]
    found += [f"the number word {word[0]!r} is typed; glue a finding, or say it without a number" for word in NUMBER_WORD.finditer(left)]
    found += [f"{sign[0]!r} is typed; the finding's unit prints it" for sign in PERCENT.finditer(left)]
    return found


def _real_date(found: re.Match) -> str:
    """Nothing where every day of the date exists, else the text as it was."""
    year = int(found[0][-4:])
    month = ""
    for words in re.finditer(rf"({MONTH})|(?<![\d])(\d{{1,2}})(?!\d)", found[0][:-4]):
        month = words[1] or month
        if words[2]:
            try:
                datetime.datetime.strptime(f"{month} {words[2]} {year}", "%B %d %Y")
            except ValueError:
                return found[0]
    return " "


def _rising(found: re.Match) -> str:
    begin, _, end = found[0].replace("FY", "").partition("–")
    return " " if not end or int(end) > int(begin[-len(end):]) else "0" + found[0]


def mixed_scales(text: str) -> list[str]:
    """Which sentences speak of confidence and of likelihood at once?"""
    sentences = SENTENCE_END.split(text)
    return [f"confidence and likelihood in one sentence: {words.strip()!r}; say them in two" for words in sentences if CONFIDENCE.search(words) and LIKELIHOOD.search(words)]


def passage_faults(passage: Passage) -> list[Fault]:
    """What is wrong with one run of prose?"""
    return [Fault(passage.line, said) for said in typed_numbers(passage.text) + mixed_scales(passage.text)]


def page_faults(text: str) -> list[Fault]:
    """What is wrong with the prose of a page (its code cells apart)?"""
    found: list[Fault] = []
    for part in passages(text):
        found += [part] if isinstance(part, Fault) else passage_faults(part)
    return found


def headings(text: str, level: int) -> list[str]:
    """Which headings of this level does a page have, in order?"""
    tokens = _parser().parse(text)
    return ["".join(child.content for child in after.children if child.type == "text") for token, after in zip(tokens, tokens[1:]) if token.type == "heading_open" and token.tag == f"h{level}"]


def fences(text: str, name: str) -> list[tuple[int, int, str, str]]:
    """Directives of this name: line, nesting, argument and content."""
    parts = []
    for token in _parser().parse(text):
        match = DIRECTIVE.match(token.info) if token.type in ("fence", "colon_fence") else None
        if match and match[1] == name:
            parts.append((token.map[0] + 1, token.level, match[2].strip(), token.content))
    return parts
