"""Can the book's colors be seen, read and told apart, in light, in dark and in print, by all readers?"""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import sphinx_book_theme

from quietpush.theme import GROUND, INK_ON, MODES, PALETTE, color, resolve, text_on

CSS = Path(__file__).parents[1] / "quietpush" / "press" / "static" / "book.css"
SURFACES = ("ink", "muted", "ground", "land", "grid")  # what is no mark
MARKS = tuple(meaning for meaning in PALETTE if meaning not in SURFACES)
SOFT = tuple(meaning for meaning in MARKS if meaning.endswith("_soft"))
FULL = tuple(meaning for meaning in MARKS if meaning not in SOFT)
WORDS = ("ink", "muted", *(meaning for meaning in FULL if meaning != "missing"))  # lines carry their names in their own color
# sRGB to linear light to the cones' world: IEC 61966-2-1; D65 white.
TO_XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])
WHITE = np.array([0.95047, 1.0, 1.08883])
# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear light.
SIGHT = {
    "full": np.eye(3),
    "protanopia": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deuteranopia": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
}
LEAST_DISTANCE = 10  # CIE76: about four just noticeable differences of 2.3 (Mahy and others 1994)


def linear(shade: str) -> np.ndarray:
    """Linear light of #rrggbb or #rgb."""
    digits = shade[1:] if len(shade) == 7 else "".join(2 * digit for digit in shade[1:])
    channels = np.array([int(digits[place : place + 2], 16) for place in (0, 2, 4)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio, 1 to 21."""
    dark, light = sorted(float(TO_XYZ[1] @ linear(shade)) for shade in (one, other))
    return (light + 0.05) / (dark + 0.05)


def distance(one: str, other: str, sight: str) -> float:
    """CIE76 distance between two colors as this sight sees them."""
    def lab(shade: str) -> np.ndarray:
        ratio = TO_XYZ @ np.clip(SIGHT[sight] @ linear(shade), 0, 1) / WHITE
        x, y, z = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
        return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])

    return float(np.linalg.norm(lab(one) - lab(other)))


def test_the_tools_agree_with_known_values() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert distance("#ffffff", "#000000", "full") == pytest.approx(100, abs=0.1)
    assert distance("#ff0000", "#00ff00", "full") == pytest.approx(170.6, abs=0.5)
    assert distance("#c05000", "#708000", "deuteranopia") < distance("#c05000", "#708000", "full") / 3


def test_the_grounds_are_those_of_the_pages() -> None:
    styles = Path(sphinx_book_theme.__file__).parent / "theme/sphinx_book_theme/static/styles/sphinx-book-theme.css"
    dark = re.findall(r"html\[data-theme=\"?dark\"?\]\{[^}]*--pst-color-background:(#\w+)", styles.read_text("utf-8"))
    assert dark[-1] == GROUND.dark, "the theme's dark page has another ground now: change GROUND in quietpush/theme.py"
    assert (GROUND.light, GROUND.print) == ("#ffffff", "#ffffff")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("meaning", "least"), [*((mark, 3.0) for mark in MARKS), *((word, 4.5) for word in WORDS)])
def test_marks_and_words_stand_out_from_the_ground(meaning: str, least: float, mode: str) -> None:
    found = contrast(getattr(PALETTE[meaning], mode), getattr(GROUND, mode))
    assert found >= least, f"{meaning} in {mode} has {found:.2f}:1 against the ground; {least}:1 is the least"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("meaning", [*MARKS, "land"])
def test_words_on_a_mark_can_be_read(meaning: str, mode: str) -> None:
    words = text_on(meaning).removeprefix("qp:")
    found = contrast(getattr(PALETTE[meaning], mode), getattr(PALETTE[words], mode))
    assert found >= 4.5, f"words ({words}) on {meaning} in {mode} have {found:.2f}:1; change the color or INK_ON"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("sight", SIGHT)
def test_actors_are_told_apart(sight: str, mode: str) -> None:
    shades = {meaning: getattr(PALETTE[meaning], mode) for meaning in FULL}
    near = {pair: found for pair in combinations(shades, 2) if (found := distance(shades[pair[0]], shades[pair[1]], sight)) < LEAST_DISTANCE}
    assert not near, f"too near in {mode} with {sight}: {near}"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("soft", SOFT)
def test_a_soft_tint_is_not_the_full_tone(soft: str, mode: str) -> None:
    for sight in SIGHT:
        assert distance(getattr(PALETTE[soft.removesuffix("_soft")], mode), getattr(PALETTE[soft], mode), sight) >= LEAST_DISTANCE


def test_badges_can_be_read_on_their_cards() -> None:
    css = CSS.read_text("utf-8")
    grounds = re.findall(r"--qp-soft: (#\w{6})", css)
    assert len(grounds) == 2, "book.css no longer names the ground of cards in light and dark as --qp-soft"
    for line in css.splitlines():
        for shade in re.findall(r"\.qp-badge\.\w+ \{ color: (#\w{6})", line):
            ground = grounds["dark" in line]
            assert contrast(shade, ground) >= 4.5, f"badge color {shade} has {contrast(shade, ground):.2f}:1 on {ground}"


def test_a_token_becomes_the_color_of_its_mode_and_the_spec_stays() -> None:
    spec = {"data": [{"marker": {"color": [color("china"), color("us_soft")]}}], "layout": {}}
    assert resolve(spec, "dark")["data"][0]["marker"]["color"] == [PALETTE["china"].dark, PALETTE["us_soft"].dark]
    assert spec["data"][0]["marker"]["color"] == ["qp:china", "qp:us_soft"]


def test_an_unknown_meaning_is_refused_with_the_known_ones() -> None:
    with pytest.raises(KeyError, match="no color means 'russia'; meanings are china, us, .*add it to quietpush/theme.py"):
        color("russia")


def test_every_color_is_written_in_full_and_every_exception_exists() -> None:
    assert set(INK_ON) <= set(PALETTE)
    assert all(re.fullmatch("#[0-9a-f]{6}", shade) for shades in PALETTE.values() for shade in shades)
