"""Do the five names that a chapter imports show what the press reads, and refuse what would print wrongly?"""

from __future__ import annotations

import ast
import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from quietpush import chapter
from quietpush.chapter import FINDING_MIME, GUARD_MIME, cite, hold, say, show, table
from quietpush.figures.base import axis, figure, layout
from quietpush.figures.caption import FIGURE_MIME, TITLE_WORDS, Caption
from quietpush.measures.money import police_account_usd2020
from quietpush.schema import DataError
from quietpush.theme import PALETTE

GLUED = "application/papermill.record/"


@pytest.fixture
def shown():
    """What does a call display? A function that runs it in an IPython shell and returns its value and mime bundles."""
    InteractiveShell.instance()

    def run(call):
        with capture_output() as captured:
            value = call()
        return SimpleNamespace(value=value, bundles=[output.data for output in captured.outputs])

    return run


def said(value, unit: str = "count", **more):
    return say("law-x", value, unit, **({"means": "Number of x", "tables": ["events"], "measure": police_account_usd2020} | more))


def test_say_glues_one_finding_and_echoes_it(shown) -> None:
    ran = shown(lambda: said(np.float64(1_500_000), "usd", digits=2))
    glued = [bundle for bundle in ran.bundles if GLUED + FINDING_MIME in bundle]
    assert len(glued) == 1
    assert glued[0][GLUED + FINDING_MIME] == {
        "id": "law-x", "value": 1_500_000.0, "unit": "usd", "text": "US$1.50 million", "means": "Number of x", "tables": ["events"],
        "measure": "measures.money.police_account_usd2020",
    }
    assert ast.literal_eval(glued[0][GLUED + "text/plain"]) == "US$1.50 million", "the glue role reads a Python literal: 1,200 would print as a tuple"
    echo = [bundle for bundle in ran.bundles if FINDING_MIME in bundle]
    assert [(bundle[FINDING_MIME], bundle["text/plain"]) for bundle in echo] == [({"echo": "law-x"}, "law-x: US$1.50 million")]
    assert json.loads(json.dumps(ran.bundles)) == ran.bundles, "a notebook must be able to hold every output"


def test_a_finding_prints_itself_in_a_title_and_keeps_its_value(shown) -> None:
    found = shown(lambda: said(pd.Series([3], dtype="Int64")[0])).value
    assert f"{found} states" == "three states" and found.value == 3 and type(found.value) is int
    with pytest.raises(AttributeError):
        found.value = 4


@pytest.mark.parametrize("value", [float("nan"), np.inf, pd.NA, None, "x"])
def test_say_refuses_what_is_no_number(shown, value: object) -> None:
    with pytest.raises(ValueError, match="must be a number"):
        shown(lambda: said(value))


def test_say_refuses_an_unknown_unit(shown) -> None:
    with pytest.raises(ValueError, match="unknown unit 'dollars'"):
        shown(lambda: said(3, "dollars"))


def test_a_guard_that_holds_is_shown_and_true(shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUIETPUSH_DATA", raising=False)
    ran = shown(lambda: hold("law-more", np.bool_(True), says="there were more"))
    assert ran.value
    assert [bundle[GUARD_MIME] for bundle in ran.bundles] == [{"id": "law-more", "holds": True, "says": "there were more"}]


@pytest.mark.parametrize("own", [None, "", " "])
def test_a_false_guard_stops_and_names_its_sentence(shown, monkeypatch: pytest.MonkeyPatch, own: str | None) -> None:
    monkeypatch.delenv("QUIETPUSH_DATA", raising=False)
    if own is not None:
        monkeypatch.setenv("QUIETPUSH_DATA", own)
    with pytest.raises(AssertionError, match="'law-more' is false: the data no longer say that there were more; rewrite"):
        shown(lambda: hold("law-more", False, says="there were more"))


def test_on_a_readers_tables_a_false_guard_is_reported(shown, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIETPUSH_DATA", str(small))
    ran = shown(lambda: hold("law-more", False, says="there were more"))
    assert not ran.value
    assert [bundle[GUARD_MIME]["holds"] for bundle in ran.bundles] == [False]


def drawn(**more):
    words = {"title": "Gifts to three states", "subtitle": "Gifts by state, 2020", "alt": "The longest bar is Cuba", "sources": ["events"]} | more
    rows = pd.DataFrame({"state": ["Cuba", "Haiti"], "gifts": [3, None]})
    trace = {"type": "bar", "x": [3, None], "y": ["Cuba", "Haiti"], "marker": {"color": "qp:china"}}
    return figure("bars_gifts_by_state", Caption(**words), rows, [trace], layout(axis(), axis(), 300))


def test_show_gives_the_press_its_parts_and_notebooks_a_live_chart(shown) -> None:
    [bundle] = shown(lambda: show(drawn(note="As found."))).bundles
    made = bundle[FIGURE_MIME]
    assert (made["name"], made["title"], made["alt"], made["note"], made["sources"]) == ("bars-gifts-by-state", "Gifts to three states", "The longest bar is Cuba", "As found.", ["events"])
    assert (made["columns"], made["rows"]) == (["state", "gifts"], [["Cuba", 3.0], ["Haiti", None]])
    assert made["spec"]["data"][0]["marker"]["color"] == "qp:china", "the press colors by mode"
    assert bundle["application/vnd.plotly.v1+json"]["data"][0]["marker"]["color"] == PALETTE["china"].light
    assert bundle["text/plain"] == "Gifts to three states. The longest bar is Cuba"


def test_a_title_whose_guard_broke_falls_back_to_what_is_measured(shown) -> None:
    [bundle] = shown(lambda: show(drawn(guard=False))).bundles
    assert (bundle[FIGURE_MIME]["title"], bundle[FIGURE_MIME]["alt"]) == ("Gifts by state, 2020", "Gifts by state, 2020")


@pytest.mark.parametrize(("change", "message"), [
    ({"alt": " "}, "without alt is unfinished"), ({"title": ""}, "without title is unfinished"), ({"subtitle": ""}, "without subtitle is unfinished"),
    ({"sources": []}, "names no source"), ({"title": "word " * (TITLE_WORDS + 1)}, f"title of {TITLE_WORDS + 1} words"),
])
def test_an_unfinished_caption_is_refused(change: dict, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        drawn(**change)


def test_a_caption_is_frozen() -> None:
    with pytest.raises(AttributeError):
        drawn().caption.title = "Another"


def test_a_mistyped_table_names_the_tables_that_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUIETPUSH_DATA", raising=False)
    with pytest.raises(DataError, match="data/evnets.csv: no such table.*use a table that exists: .*events"):
        table("evnets")


def test_table_leaves_comparators_out_unless_asked(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIETPUSH_DATA", str(small))
    assert (len(table("votes")), len(table("votes", comparators=True))) == (2, 3)


def test_cite_gives_ids_back_and_refuses_unknown_ones(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIETPUSH_DATA", str(small))
    assert cite("e-1", "e-3") == ("e-1", "e-3")
    with pytest.raises(KeyError, match="no event e-9 in data/events.csv; correct the id"):
        cite("e-1", "e-9")


def test_a_kernel_writes_no_file(shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shown(lambda: (said(3), hold("law-y", True, says="it is"), show(drawn())))
    assert not list(tmp_path.iterdir())


def test_a_chapter_imports_five_names_and_no_more() -> None:
    made_here = {name for name, thing in vars(chapter).items() if getattr(thing, "__module__", "") == chapter.__name__ and not name.startswith("_") and callable(thing) and not isinstance(thing, type)}
    assert made_here == {"table", "say", "hold", "show", "cite"}
