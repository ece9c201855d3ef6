"""How is a number, a date or a degree of confidence put into words? One wording for the whole book."""

from __future__ import annotations

import math

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def _plain(value: float, digits: int) -> str:
    """A number with thousands separators and a true minus sign."""
    text = f"{abs(value):,.{digits}f}"
    return f"−{text}" if value < 0 and float(text.replace(",", "")) else text


def count(value: float, digits: int | None = None) -> str:
    """Whole things: "no", "one" ... "nine", then digits."""
    if value != int(value):
        raise ValueError(f"a count must be a whole number, found {value!r}; choose another unit")
    return WORDS[int(value)] if 0 <= value < len(WORDS) else _plain(value, 0)


def money(value: float, digits: int | None = None) -> str:
    """US dollars, scaled: "US$20.1 billion"; the basis (year, obligations or commitments) stands in the sentence."""
    for size, word in SCALES:
        if abs(value) >= size:
            scaled = value / size
            places = digits if digits is not None else (1 if abs(scaled) < 100 else 0)
            return f"US${_plain(scaled, places)} {word}"
    return f"US${_plain(value, digits or 0)}"


def date(value: str, digits: int | None = None) -> str:
    """An ISO date of any precision: "August 24, 2022", "August 2022", "2022"."""
    parts = value.split("-")
    if len(parts) == 1:
        return parts[0]
    month = MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{month} {int(parts[2])}, {parts[0]}"


def probability(value: float, digits: int | None = None) -> str:
    """A p value: "0.09", "below 0.001"."""
    return "below 0.001" if value < 0.001 else _plain(value, digits if digits is not None else (3 if value < 0.01 else 2))


def _fixed(default: int, suffix: str = ""):
    return lambda value, digits=None: _plain(value, default if digits is None else digits) + suffix


UNITS = {
    "count": count,
    "percent": _fixed(0, " percent"),
    "share_pct": _fixed(0, "%"),
    "points": _fixed(0, " points"),
    "usd": money,
    "usd_2020": money,
    "usd_2021": money,
    "times": _fixed(1, " times"),
    "ratio": _fixed(1),
    "index": _fixed(2),
    "correlation": _fixed(2),
    "probability": probability,
    "per_100k": _fixed(1),
    "per_year": _fixed(1),
    "days": _fixed(0, " days"),
    "months": _fixed(0, " months"),
    "year": lambda value, digits=None: str(int(value)),
    "number": _fixed(0),
    "date": date,
    "text": lambda value, digits=None: str(value),
}


def say(value: float | str, unit: str, digits: int | None = None) -> str:
    """How is this value printed in a sentence? Refuses unknown units, missing values and infinities."""
    if unit not in UNITS:
        raise ValueError(f"unknown unit {unit!r}; units are {', '.join(UNITS)}")
    if isinstance(value, (int, float)) and not math.isfinite(value):
        raise ValueError(f"a finding must be a number, found {value!r}; the measure divided by zero or met a missing value")
    return UNITS[unit](value, digits)


def series(names: list[str]) -> str:
    """Names in a sentence: "Cuba, Nicaragua and Venezuela"."""
    names = list(names)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "none"


def share(part: float, whole: float) -> str:
    """"26 of 33", both as the book prints counts."""
    return f"{count(part)} of {count(whole)}"
