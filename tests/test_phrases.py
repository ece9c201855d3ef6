"""Are numbers, dates and names put into words as the book prints them, and is everything else refused?"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quietpush import phrases

PRINTED = [
    ("count", 0, None, "no"), ("count", 1, None, "one"), ("count", 9, None, "nine"), ("count", 10, None, "10"), ("count", 3.0, None, "three"),
    ("count", 931, None, "931"), ("count", 12345, None, "12,345"), ("count", -2, None, "−2"), ("count", np.int64(4), None, "four"),
    ("usd", 0, None, "US$0"), ("usd", 1, None, "US$1"), ("usd", 0.4, None, "US$0"), ("usd", 999_950, None, "US$999,950"),
    ("usd", 999_999.4, None, "US$999,999"), ("usd", 999_999.5, None, "US$1.0 million"), ("usd", 1e6, None, "US$1.0 million"),
    ("usd", 1_049_999, None, "US$1.0 million"), ("usd", 99_940_000, None, "US$99.9 million"), ("usd", 99_960_000, None, "US$100 million"),
    ("usd", 999_400_000, None, "US$999 million"), ("usd", 999_500_001, None, "US$1.0 billion"), ("usd", 999_960_000, 1, "US$1.0 billion"),
    ("usd", 999_960_000, 2, "US$999.96 million"), ("usd", 10_938_477_157.0, None, "US$10.9 billion"), ("usd", 999.96e9, None, "US$1.0 trillion"),
    ("usd", 1234e12, None, "US$1,234 trillion"), ("usd", 1234.5, 2, "US$1,234.50"), ("usd", 6e6, 0, "US$6 million"),
    ("usd", -5e6, None, "−US$5.0 million"), ("usd", -0.2, None, "US$0"), ("usd", -1200, None, "−US$1,200"), ("usd_2021", 2.5e9, None, "US$2.5 billion"),
    ("percent", 0, None, "0 percent"), ("percent", 0.3, None, "below 1 percent"), ("percent", 0.03, 1, "below 0.1 percent"), ("percent", 1, None, "1 percent"),
    ("percent", 99.4, None, "99 percent"), ("percent", 99.7, None, "above 99 percent"), ("percent", 99.97, 1, "above 99.9 percent"),
    ("percent", 100, None, "100 percent"), ("percent", 100.2, None, "100 percent"), ("percent", -0.3, None, "0 percent"), ("percent", -12.6, None, "−13 percent"),
    ("share_pct", 86.2, None, "86%"), ("share_pct", 0.2, None, "below 1%"), ("share_pct", 99.8, None, "above 99%"),
    ("points", 1, None, "1 point"), ("points", 12, None, "12 points"), ("points", -1, None, "−1 point"), ("points", 1.0, 1, "1.0 points"),
    ("times", 2.64, None, "2.6 times"), ("times", 1, 0, "1 time"), ("times", 1, None, "1.0 times"),
    ("ratio", 8.55, None, "8.6"), ("index", 0.4649, None, "0.46"), ("correlation", -0.004, None, "0.00"), ("correlation", -0.47, None, "−0.47"),
    ("probability", 0.0004, None, "below 0.001"), ("probability", 0.004, None, "0.004"), ("probability", 0.09, None, "0.09"), ("probability", 1, None, "1.00"),
    ("per_100k", 18.25, None, "18.3"), ("per_year", 13, None, "13.0"),
    ("days", 1, None, "1 day"), ("days", 133, None, "133 days"), ("days", 0, None, "0 days"), ("months", 1, None, "1 month"), ("months", 14, None, "14 months"),
    ("months", 1.4, 1, "1.4 months"), ("year", 2022.0, None, "2022"), ("number", 4598, None, "4,598"), ("number", 2.75, 2, "2.75"), ("number", -0.0, None, "0"),
    ("date", "2022", None, "2022"), ("date", "2022-08", None, "August 2022"), ("date", "2022-08-24", None, "August 24, 2022"), ("date", "2020-02-29", None, "February 29, 2020"),
    ("text", "Cuba", None, "Cuba"),
]


@pytest.mark.parametrize(("unit", "value", "digits", "text"), PRINTED)
def test_a_value_is_printed(unit: str, value: float | str, digits: int | None, text: str) -> None:
    assert phrases.say(value, unit, digits) == text


def test_every_unit_stands_in_the_table_above() -> None:
    shown = {unit for unit, *_ in PRINTED}
    assert set(phrases.UNITS) - shown <= {"usd_2020"} and phrases.UNITS["usd_2020"] is phrases.UNITS["usd"]


@pytest.mark.parametrize("unit", [unit for unit in phrases.UNITS if unit not in phrases.IN_WORDS])
@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, np.float32("nan"), pd.NA, None, "12", True])
def test_what_is_no_number_is_refused(unit: str, value: object) -> None:
    with pytest.raises(ValueError, match=f"a finding in {unit} must be a number, found .*; the measure divided by zero or met a missing value"):
        phrases.say(value, unit)


@pytest.mark.parametrize("unit", phrases.IN_WORDS)
@pytest.mark.parametrize("value", [math.nan, None, pd.NA, "", " ", 2022])
def test_what_is_no_word_is_refused(unit: str, value: object) -> None:
    with pytest.raises(ValueError, match=f"a finding in {unit} must be words"):
        phrases.say(value, unit)


@pytest.mark.parametrize(("value", "unit", "said"), [
    (3, "dollars", "unknown unit 'dollars'; units are count, percent"),
    (2.5, "count", "a count must be a whole number, found 2.5; choose another unit"),
    (2022.5, "year", "a year must be a whole number"),
    (1.2, "probability", "a probability lies between 0 and 1"),
    (-0.1, "probability", "a probability lies between 0 and 1"),
    ("24 August 2022", "date", "a date must be YYYY, YYYY-MM or YYYY-MM-DD"),
    ("2022-13", "date", "month must be in 1..12"),
    ("2022-02-30", "date", "day"),
])
def test_the_wrong_unit_or_form_is_named(value: float | str, unit: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        phrases.say(value, unit)


@given(st.floats(min_value=0, max_value=1e14))
def test_no_sum_is_printed_in_thousands_of_its_scale(value: float) -> None:
    text = phrases.say(value, "usd")
    if not text.endswith("trillion"):
        assert float(text.removeprefix("US$").split()[0].replace(",", "")) < (1000 if " " in text else 1e6), text


@given(st.floats(min_value=-1e14, max_value=1e14), st.sampled_from([unit for unit in phrases.UNITS if unit not in (*phrases.IN_WORDS, "count", "year", "probability")]))
def test_nothing_is_ever_minus_zero_or_in_computer_notation(value: float, unit: str) -> None:
    text = phrases.say(value, unit)
    assert "-" not in text and "e+" not in text
    assert "−" not in text or any(digit in text for digit in "123456789")


def test_names_stand_in_a_sentence() -> None:
    assert phrases.series([]) == "none"
    assert phrases.series(["Cuba"]) == "Cuba"
    assert phrases.series(["Cuba", "Nicaragua"]) == "Cuba and Nicaragua"
    assert phrases.series(["Cuba", "Nicaragua", "Venezuela"]) == "Cuba, Nicaragua and Venezuela"


def test_a_part_of_a_whole_is_printed_as_counts() -> None:
    assert phrases.share(26, 33) == "26 of 33"
    assert phrases.share(0, 8) == "none of eight"
