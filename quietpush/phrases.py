"""How is a number, a date or a degree of confidence put into words? One wording for the whole book."""

from __future__ import annotations

import datetime
import math
import re
from decimal import ROUND_HALF_UP, Decimal
from numbers import Real

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
SCALES = ((1e6, "million"), (1e9, "billion"), (1e12, "trillion"))
IN_WORDS = ("date", "text")  # units whose value is words, not a number
DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def _plain(value: float, digits: int) -> str:
    """A number with thousands separators and a true minus sign; an exact half is rounded up, as readers expect."""
    step = Decimal(1).scaleb(-digits)
    text = f"{Decimal(repr(abs(float(value)))).quantize(step, ROUND_HALF_UP):,}"
    return f"−{text}" if value < 0 and float(text.replace(",", "")) else text


def _whole(value: float, unit: str) -> int:
    if value != int(value):
        raise ValueError(f"a {unit} must be a whole number, found {value!r}; choose another unit")
    return int(value)


def count(value: float, digits: int | None = None) -> str:
    """Whole things: "no", "one" ... "nine", then digits."""
    whole = _whole(value, "count")
    return WORDS[whole] if 0 <= whole < len(WORDS) else _plain(whole, 0)


def money(value: float, digits: int | None = None) -> str:
    """US dollars, scaled: "US$20.1 billion"; the basis (year, obligations or commitments) stands in the sentence.

    Whole dollars below a million; one decimal below a hundred of a scale. What rounds up to the next scale is printed in
    it: 999.96 million is "US$1.0 billion".
    """
    size = abs(value)
    text = _plain(size, digits or 0)
    full = round(size, digits or 0) >= 1e6
    for scale, word in SCALES:
        if not full:
            break
        scaled = size / scale
        places = digits if digits is not None else (1 if round(scaled, 1) < 100 else 0)
        text, full = f"{_plain(scaled, places)} {word}", round(scaled, places) >= 1000
    return f"{'−' if value < 0 and re.search('[1-9]', text) else ''}US${text}"


def date(value: str, digits: int | None = None) -> str:
    """An ISO date of any precision: "August 24, 2022", "August 2022", "2022"."""
    parts = DATE.fullmatch(value)
    if not parts:
        raise ValueError(f"a date must be YYYY, YYYY-MM or YYYY-MM-DD, found {value!r}")
    year, month, day = parts.groups()
    datetime.date(int(year), int(month or 1), int(day or 1))
    if not month:
        return year
    return f"{MONTHS[int(month) - 1]} {int(day)}, {year}" if day else f"{MONTHS[int(month) - 1]} {year}"


def probability(value: float, digits: int | None = None) -> str:
    """A p value: "0.09", "below 0.001"."""
    if not 0 <= value <= 1:
        raise ValueError(f"a probability lies between 0 and 1, found {value!r}")
    return "below 0.001" if value < 0.001 else _plain(value, digits if digits is not None else (3 if value < 0.01 else 2))


def _fixed(default: int, suffix: str = "", one: str = ""):
    """A number with so many decimals and its unit's name; ``one`` is the name where "1" is printed."""
    def put(value: float, digits: int | None = None) -> str:
        text = _plain(value, default if digits is None else digits)
        return text + (one if one and text.lstrip("−") == "1" else suffix)

    return put


def _percent(suffix: str):
    """Percent; what is small but there is not printed as nothing, nor what is nearly all as all."""
    def put(value: float, digits: int | None = None) -> str:
        places = digits or 0
        shown, step = round(value, places), 10.0**-places
        if value > 0 and shown == 0:
            return f"below {_plain(step, places)}{suffix}"
        if value < 100 and shown == 100:
            return f"above {_plain(100 - step, places)}{suffix}"
        return _plain(value, places) + suffix

    return put


UNITS = {
    "count": count,
    "percent": _percent(" percent"),
    "share_pct": _percent("%"),
    "points": _fixed(0, " points", " point"),
    "usd": money,
    "usd_2020": money,
    "usd_2021": money,
    "times": _fixed(1, " times", " time"),
    "ratio": _fixed(1),
    "index": _fixed(2),
    "correlation": _fixed(2),
    "probability": probability,
    "per_100k": _fixed(1),
    "per_year": _fixed(1),
    "days": _fixed(0, " days", " day"),
    "months": _fixed(0, " months", " month"),
    "year": lambda value, digits=None: str(_whole(value, "year")),
    "number": _fixed(0),
    "date": date,
    "text": lambda value, digits=None: value,
}


def say(value: float | str, unit: str, digits: int | None = None) -> str:
    """How is this value printed in a sentence? Refuses unknown units, missing values, infinities and words as numbers."""
    if unit not in UNITS:
        raise ValueError(f"unknown unit {unit!r}; units are {', '.join(UNITS)}")
    if unit in IN_WORDS:
        if not isinstance(value, str) or not value.strip():
            raise ValueError(f"a finding in {unit} must be words, found {value!r}; the measure met a missing value or needs another unit")
    elif isinstance(value, bool) or not isinstance(value, Real) or not math.isfinite(value):
        raise ValueError(f"a finding in {unit} must be a number, found {value!r}; the measure divided by zero or met a missing value")
    return UNITS[unit](value, digits)


def series(names: list[str]) -> str:
    """Names in a sentence: "Cuba, Nicaragua and Venezuela"."""
    names = list(names)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "none"


def share(part: float, whole: float) -> str:
    """"26 of 33", both as the book prints counts; "none of eight" where there is none."""
    return f"{count(part) if part else 'none'} of {count(whole)}"
