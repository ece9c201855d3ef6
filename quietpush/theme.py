"""What does a color mean, in light, in dark and in print?

A figure names a meaning (``"qp:china"``); the page or the press puts in the color of its mode.
Contrast of marks to their ground is at least 3:1 and of text 4.5:1 in every mode, and the five actors stay apart for readers
who do not tell red from green; tests/test_theme.py measures both.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple


class Shade(NamedTuple):
    """One meaning's color in the three modes, as #rrggbb."""

    light: str
    dark: str
    print: str


GROUND = Shade("#ffffff", "#121212", "#ffffff")  # the grounds of the book's pages (sphinx-book-theme) and of paper

PALETTE: dict[str, Shade] = {
    "china": Shade("#b5322a", "#f0786c", "#b5322a"),
    "us": Shade("#1f62a8", "#6fb0f2", "#1f62a8"),
    "eu": Shade("#8a6d00", "#d9b93b", "#8a6d00"),
    "local": Shade("#1d7a5f", "#4fc19b", "#1d7a5f"),
    "nation": Shade("#22262b", "#e6e9ed", "#22262b"),  # the host state's own national bodies
    "other": Shade("#5b2c6f", "#a177b6", "#5b2c6f"),
    "missing": Shade("#8b8f96", "#62676f", "#8b8f96"),
    "context": Shade("#6f757d", "#9aa2ad", "#6f757d"),
    "land": Shade("#e4e7ea", "#2a313b", "#e4e7ea"),
    "grid": Shade("#dfe3e7", "#333b46", "#dfe3e7"),
    "ink": Shade("#22262b", "#e6e9ed", "#22262b"),
    "muted": Shade("#565c64", "#aab2bd", "#565c64"),
    "ground": GROUND,
    "china_soft": Shade("#cf7973", "#985048", "#cf7973"),
    "us_soft": Shade("#6794c4", "#44678a", "#6794c4"),
    "other_soft": Shade("#a287ad", "#765985", "#a287ad"),
}

MODES = Shade._fields
INK_ON = ("land", "grid", "ground", "missing")  # and every soft tint: pale enough for dark words, deep enough for light ones
_TOKEN = re.compile(r"qp:([a-z_]+)")


def color(meaning: str) -> str:
    """Which token stands for this meaning? Unknown meanings are refused here, not on the page."""
    if meaning not in PALETTE:
        raise KeyError(f"no color means {meaning!r}; meanings are {', '.join(PALETTE)}; add it to quietpush/theme.py")
    return f"qp:{meaning}"


def text_on(meaning: str) -> str:
    """Which token do words take that stand on a mark of this meaning? Ink on pale marks, the ground's color on full ones."""
    return color("ink" if meaning.endswith("_soft") or meaning in INK_ON else "ground")


def resolve(spec: dict, mode: str) -> dict:
    """What does this chart look like in one mode? Tokens become #rrggbb; the input stays as it is."""
    text = _TOKEN.sub(lambda found: getattr(PALETTE[found[1]], mode), json.dumps(spec))
    return json.loads(text)
