"""Are figures pure, complete and safe: one mark per row, nothing rotated or dragged, words from tables without live tags?"""

from __future__ import annotations

import copy
import importlib
import inspect
import json
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator

import nbformat
import pandas as pd
import plotly.graph_objects as go
import pytest
from conftest import ROOT

from quietpush import figures
from quietpush.figures import bars, base, dots, lanes, lines, matrix, tiles
from quietpush.figures.caption import FIGURE_MIME, Caption, Figure
from quietpush.theme import MODES, PALETTE, resolve

BAD = "<b>x</b><script>alert(1)</script>&<a href='y'>"
NEUTRAL = {"ink", "muted", "ground", "grid", "land", "context", "missing"}
MOST_HUES = 6
LIVE_TAG = re.compile(r"<(?!/?(?:b|br|i|sup|sub|span)/?>|span style=\"color:qp:[a-z_]+\">)\s*/?\w[^>]*>?")
NO_VALUE = re.compile(r"\b(?:nan|NaN|NaT|inf)\b|<NA>|\bNone\b(?! [a-z])")  # "None found" is English, a bare None is not
CAPTION = Caption(title="A finding", subtitle="Measure, unit, place, period", alt="The finding", sources=["events"])
NOTEBOOKS = ROOT / "_build" / "notebooks"
LEGEND = {"yes": ("Found", "china", "square"), "no": (BAD, "missing", "square-open"), "none": ("Never drawn", "us", "circle")}
ACTORS, STEPS = {"cn": ("China", "china"), "local": (BAD, "local")}, {"signed": ("Signed", "circle"), "left": ("Left", "square")}


def rows(**columns: list) -> pd.DataFrame:
    return pd.DataFrame(columns)


TWO = {"label": [BAD, "Second, a longer label than one line can hold"], "hover": ["one", "two"]}
FORMS = {
    "bars": lambda: (bars._bars, rows(**TWO, value=[3.0, -1.5], shown=[BAD, "1.5"], meaning=["china", "us"]), (CAPTION, "gifts"), {}),
    "stacks": lambda: (bars._stacks, rows(label=[BAD, BAD, "b"], part=[BAD, "q", BAD], value=[1.0, 2.0, 3.0], meaning=["us", "us_soft", "us"]), (CAPTION, "gifts"), {}),
    "dots": lambda: (dots._dots, rows(label=[BAD, "b"], value=[0.2, 0.5], low=[0.1, None], high=[0.3, None], weak=[False, True], meaning=["china", "us"]), (CAPTION, "index"), {"legend": {BAD: "china"}, "zero": 0.0}),
    "lines": lambda: (lines._lines, rows(x=[2000, 2001, 2000, 2001], y=[1.0, None, 2.0, 2.1], series=[BAD, BAD, "b", "b"], meaning=["china", "china", "us", "us"]), (CAPTION, "index"), {"marks_at": {"2000": BAD}, "spans": [(2000, 2001, BAD)]}),
    "lanes": lambda: (lanes._lanes, rows(lane=[BAD, "b"], date=["2020-01-01", "2021-02-03"], actor=["cn", "local"], step=["signed", "left"], hover=["one", "two"], weak=[False, True]), (CAPTION, ACTORS, STEPS), {"marks_at": {"2020-06-01": BAD}}),
    "tiles": lambda: (tiles._tiles, rows(iso3=["CUB", "HTI"], tile_row=[1, 2], tile_col=[3, 4], kind=["yes", "no"], hover=["one", "two"]), (CAPTION, LEGEND), {}),
    "matrix": lambda: (matrix._matrix, rows(row=[BAD, "b"], column=["c", BAD], kind=["yes", "no"], shown=[BAD, ""], hover=["one", "two"]), (CAPTION, LEGEND), {}),
}


def built(form: str) -> tuple[Figure, pd.DataFrame]:
    """A figure of this form and the frame it was made of."""
    function, frame, more, named = FORMS[form]()
    return function("form_subject_by_dimension", frame, *more, rows=frame, **named), frame


def values(node: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every leaf of a spec with its path."""
    if isinstance(node, dict):
        for key, inner in node.items():
            yield from values(inner, f"{path}.{key}")
    elif isinstance(node, list):
        for inner in node:
            yield from values(inner, path)
    else:
        yield path, node


def faults(spec: dict, rows: int) -> list[str]:
    """What is wrong with one chart?"""
    marks = sum(len(trace["x"]) for trace in spec["data"] if not trace.get("meta", {}).get("context"))
    leaves = list(values(spec))
    found = [] if marks == rows else [f"{marks} marks for {rows} rows"]
    found += [] if spec["layout"].get("dragmode") is False else ["dragmode is not False"]
    found += [f"{path} turns words by {value}" for path, value in leaves if path.endswith("angle") and value not in (0, None)]
    found += [f"{path} has a second scale: {value}" for path, value in leaves if path.endswith(".overlaying")]
    found += [f"{path} is a color of its own: {value}" for path, value in leaves if isinstance(value, str) and re.fullmatch(r"#[0-9a-fA-F]{3,8}|rgb\(.*\)", value)]
    found += [f"{path} has a live tag: {value}" for path, value in leaves if isinstance(value, str) and LIVE_TAG.search(value)]
    found += [f"{path} says {value!r}" for path, value in leaves if isinstance(value, str) and NO_VALUE.search(value)]
    found += [f"{path} is no color of theme.py: {value}" for path, value in leaves if isinstance(value, str) and value.startswith("qp:") and value[3:] not in PALETTE]
    hues = {value.removesuffix("_soft") for path, value in leaves if path.startswith(".data") and isinstance(value, str) and value.startswith("qp:")} - {f"qp:{name}" for name in NEUTRAL}
    found += [f"{len(hues)} hues: {', '.join(sorted(hues))}"] if len(hues) > MOST_HUES else []
    return found


@pytest.mark.parametrize("form", FORMS)
def test_a_form_draws_one_sound_mark_per_row(form: str) -> None:
    made, frame = built(form)
    assert base.marks(made) == len(frame) == len(made.rows)
    assert not faults(made.payload()["spec"], len(frame))
    assert made.height == made.spec["layout"]["height"] > 0
    assert made.name == "form-subject-by-dimension"


@pytest.mark.parametrize("form", FORMS)
def test_a_form_leaves_its_input_as_it_was_and_draws_the_same_again(form: str) -> None:
    function, frame, more, named = FORMS[form]()
    before = (frame.copy(deep=True), copy.deepcopy([part for part in more if not isinstance(part, pd.DataFrame)]), copy.deepcopy(named))
    first = function("form_subject_by_dimension", frame, *more, rows=frame, **named)
    second = function("form_subject_by_dimension", frame, *more, rows=frame, **named)
    pd.testing.assert_frame_equal(frame, before[0])
    assert [part for part in more if not isinstance(part, pd.DataFrame)] == before[1] and named == before[2]
    assert json.dumps(first.payload()) == json.dumps(second.payload())


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("form", FORMS)
def test_plotly_accepts_every_form(form: str, mode: str) -> None:
    spec = resolve(built(form)[0].spec, mode)
    assert "qp:" not in json.dumps(spec)
    go.Figure(spec)


@pytest.mark.parametrize("form", FORMS)
def test_words_from_tables_are_words(form: str) -> None:
    text = json.dumps(built(form)[0].spec)
    assert "<script" not in text and "<a href" not in text and "onerror" not in text
    assert "&lt;script&gt;" in text.replace("<br>", "") or form in ("tiles", "points")


@pytest.mark.parametrize(("change", "said"), [
    (lambda spec: spec["data"][0].update(x=[1]), "1 marks for 2 rows"), (lambda spec: spec["layout"].update(dragmode="zoom"), "dragmode"),
    (lambda spec: spec["layout"]["xaxis"].update(tickangle=-45), "turns words"), (lambda spec: spec["layout"].update(yaxis2={"overlaying": "y"}), "second scale"),
    (lambda spec: spec["data"][0].update(marker={"color": "#ff0000"}), "color of its own"), (lambda spec: spec["data"][0].update(text=["<img src=x>", ""]), "live tag"),
    (lambda spec: spec["data"][0].update(hovertext=["nan", ""]), "says 'nan'"), (lambda spec: spec["data"][0].update(hovertext=["Year: None", ""]), "says 'Year: None'"), (lambda spec: spec["data"][0].update(marker={"color": "qp:russia"}), "no color of theme.py"),
    (lambda spec: spec["data"][0].update(marker={"color": [f"qp:x{n}" for n in range(7)]}), "hues"),
])
def test_the_check_of_charts_finds_planted_faults(change, said: str) -> None:
    spec = copy.deepcopy(built("bars")[0].spec)
    assert not faults(spec, 2)
    change(spec)
    assert any(said in line for line in faults(spec, 2)), faults(spec, 2)


def test_marks_that_differ_from_rows_are_refused() -> None:
    trace = {"type": "bar", "x": [1, 2, 3], "y": ["a", "b", "c"]}
    with pytest.raises(ValueError, match="figure bars-x-by-y draws 3 marks for 2 rows: each row is one mark"):
        base.figure("bars_x_by_y", CAPTION, rows(a=[1, 2]), [trace], base.layout(base.axis(), base.axis(), 300))
    context = base.context({"type": "scatter", "x": [1, 2], "y": [1, 2]})
    key = base.key_entry("words", "circle", "china")
    assert base.marks(base.figure("bars_x_by_y", CAPTION, rows(a=[1, 2, 3]), [trace, context, key], base.layout(base.axis(), base.axis(), 300))) == 3


def test_words_are_made_inert_and_broken_into_lines() -> None:
    assert base.inert("<b>&") == "&lt;b&gt;&amp;"
    assert base.wrapped("Narcotics control and law enforcement") == "Narcotics control and<br>law enforcement"
    assert base.wrapped("") == " "
    assert base.hover(rows(a=[BAD, "x"], b=["", None]), "a", "b")[1] == "<b>x</b>"
    assert not LIVE_TAG.search(base.hover(rows(a=[BAD]), "a")[0])


def public() -> list:
    """Every public figure function of the room."""
    modules = [importlib.import_module(f"quietpush.figures.{module.name}") for module in pkgutil.iter_modules(figures.__path__) if module.name not in ("base", "caption")]
    return [thing for module in modules for name, thing in vars(module).items() if inspect.isfunction(thing) and thing.__module__ == module.__name__ and not name.startswith("_") and "Figure" in str(inspect.signature(thing).return_annotation)]


@pytest.mark.parametrize("function", public(), ids=lambda function: function.__name__)
def test_a_figure_is_named_explained_and_shown(function) -> None:
    assert re.fullmatch(r"[a-z]+(_[a-z0-9]+)+_by(_[a-z0-9]+)+", function.__name__), f"{function.__name__}: a figure is named form_subject_by_dimension"
    assert "?" in (function.__doc__ or "").splitlines()[0], f"{function.__name__}: the docstring begins with the question that the figure answers"
    assert "caption" in inspect.signature(function).parameters
    book = "".join(page.read_text("utf-8") for page in (ROOT / "book").rglob("*.md"))
    assert re.search(rf"\b{function.__name__}\b", book), f"no chapter shows {function.__name__}; remove it"


def test_figure_names_are_unique() -> None:
    assert not [name for name, times in Counter(function.__name__ for function in public()).items() if times > 1]


def test_every_figure_of_the_built_book_is_sound() -> None:
    assert NOTEBOOKS.is_dir(), f"{NOTEBOOKS} is missing: run make book first"
    shown, wrong = Counter(), []
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        outputs = (output for cell in nbformat.read(path, 4).cells for output in cell.get("outputs", ()))
        for made in (output["data"][FIGURE_MIME] for output in outputs if FIGURE_MIME in output.get("data", {})):
            shown[made["name"]] += 1
            go.Figure(resolve(made["spec"], "light"))
            wrong += [f"{path.stem}, {made['name']}: {said}" for said in faults(made["spec"], len(made["rows"]))]
            wrong += [f"{path.stem}, {made['name']}: the {part} is empty" for part in ("title", "subtitle", "alt", "sources", "columns") if not made[part]]
            wrong += [f"{path.stem}, {made['name']}: alt text says what form it has, not what it finds" for _ in [1] if re.fullmatch(r"(?:bar|line|dot|tile)?\s*(?:chart|map|plot|matrix)\.?", made["alt"].strip(), re.IGNORECASE)]
    wrong += [f"{name} is shown {times} times" for name, times in shown.items() if times > 1]
    assert shown and not wrong, "\n".join(wrong) or "the built book shows no figure"
