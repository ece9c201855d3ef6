"""Matrix: who with whom? One cell per pair; color and shape say what kind; an empty cell and a "no" differ."""

from __future__ import annotations

import pandas as pd

from ..theme import color, text_on
from .base import KEY_LINE, LABEL_WIDTH, PARTIES, axis, figure, hover, inert, key_below, key_entry, layout, wrapped
from .caption import Caption, Figure


def _matrix(name: str, frame: pd.DataFrame, caption: Caption, legend: dict[str, tuple[str, str, str]], rows: pd.DataFrame, width: int = 11, order: tuple[str, ...] = (), row_width: int = LABEL_WIDTH, size: int = 22) -> Figure:
    """Cells. frame: row, column, kind (key of legend), shown (text in the cell), hover. legend: {kind: (words, meaning, symbol)}.

    width, row_width: characters on a line of a column's and a row's name; order: the columns as they stand, where rows do
    not say it; size: pixels of a cell's mark. A kind without words has no entry in the key.
    """
    traces = []
    for kind, (words, meaning, symbol) in legend.items():
        piece = frame[frame["kind"] == kind]
        traces.append({
            "type": "scatter", "mode": "markers+text", "x": [wrapped(x, width) for x in piece["column"]], "y": [wrapped(y, row_width) for y in piece["row"]],
            "text": [inert(words) for words in piece["shown"]], "textfont": {"size": 11, "color": color("ink") if "open" in symbol else text_on(meaning)},
            "hovertext": piece["hover"].tolist(), "hoverinfo": "text",
            "marker": {"symbol": symbol, "size": size, "color": color(meaning), "line": {"width": 2, "color": color(meaning)}},
        })
        traces += [key_entry(words, symbol, meaning)] if words else []
    columns, labels = list(dict.fromkeys([*order, *frame["column"]])), list(dict.fromkeys(frame["row"]))
    entries = sum(bool(words) for words, _, _ in legend.values())
    head = 8 + 15 * max(wrapped(column, width).count("<br>") + 1 for column in columns)
    line = 36 if any("<br>" in wrapped(label, row_width) for label in labels) else 30
    height = head + line * len(labels) + 16 + KEY_LINE * entries
    return figure(name, caption, rows, [t for t in traces if t["x"]], layout(
        axis(side="top", showgrid=False, categoryorder="array", categoryarray=[wrapped(c, width) for c in columns], range=[-0.6, len(columns) - 0.4], tickfont={"size": 11, "color": color("ink")}),
        axis(autorange=False, range=[len(labels) - 0.4, -0.6], categoryorder="array", categoryarray=[wrapped(r, row_width) for r in labels], tickfont={"size": 12, "color": color("ink")}),
        height, showlegend=True, legend=key_below(entries, height), margin={"l": 8, "r": 8, "t": head, "b": 16 + KEY_LINE * entries}))


STAGGERED = {"Article": "Article\n\u200b\n\u200b", "Asked": "Asked\n\u200b\n\u200b"}  # raised over its neighbors, which it would touch at 390 px


def matrix_stations_by_question(frame: pd.DataFrame, caption: Caption) -> Figure:
    """What do four lists and the parties say of each reported police post? frame: board of measures/stations.py."""
    legend = {
        "listed": ("On the list", "context", "square"), "state": ("State named, no city", "context", "square-open"), "unknown": ("Total only, or no total", "missing", "circle-x-open"), "no": ("Not on it", "missing", "line-ew-open"),
        "total": ("A list's own count", "ink", "square"), "beijing": ("China, this post", "china", "circle"), "denial": ("China, in general", "china", "circle-open"), "government": ("Host: inquiry announced", "local", "diamond"),
        "press": ("Reporters", "other", "triangle-up"), "outside": ("Bodies abroad", "eu", "star"), "none": ("Not found", "missing", "x-thin-open"),
    }
    shown = ["" if pd.isna(number) else f"{number:.0f}" for number in frame["number"]]
    drawn = pd.DataFrame({"row": frame["post"], "column": frame["question"].map(lambda question: STAGGERED.get(question, question)), "kind": frame["answer"], "shown": shown, "said": frame["answer"].map({kind: words for kind, (words, _, _) in legend.items()}), "event": frame["event"]})
    return _matrix("matrix_stations_by_question", drawn.assign(hover=hover(drawn, "row", "column", "said", "event")), caption, legend, frame, width=7, row_width=15)


NONE = ("Not found", "missing", "square-open")
QUESTION_COLUMNS = {"proposed": "Pro-\nposed", "center_signed": "Center\nsigned", "center_against": "Center\nagainst", "us_against": "US\nagainst", "outcome": "Stands"}
ANSWER_KINDS = {  # (question, answer): kind; what is not here is a blank
    ("proposed", "china"): "china", ("proposed", "local"): "local", ("proposed", "national"): "national", ("center_signed", "yes"): "national",
    ("center_signed", "no"): "no", ("center_against", "found"): "national", ("us_against", "found"): "us",
    ("outcome", "goes on"): "on", ("outcome", "open"): "open", ("outcome", "ended"): "ended",
}


def matrix_answers_by_case(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Who proposed each project, did the center sign, who acted against it, where does it stand? frame: rows of ``measures.cases.answers``."""
    legend = {party: (words, meaning, "square") for party, (words, meaning) in PARTIES.items() if party != "press"} | {
        "no": ("A row says no", "nation", "square-open"), "blank": ("Not stated, not found", "missing", "square-open"),
        "on": ("Runs or goes on", "context", "circle"), "open": ("Signed only, held up, other vendor", "context", "circle-open"), "ended": ("Ended or withdrawn", "context", "x"),
    }
    kinds = [ANSWER_KINDS.get(pair, "blank") for pair in zip(frame["question"], frame["answer"])]
    drawn = pd.DataFrame({"row": frame["case"], "column": frame["question"].map(QUESTION_COLUMNS), "shown": "", "kind": kinds})
    drawn = drawn.assign(hover=hover(frame.assign(asked=frame["question"].str.replace("_", " ") + ": " + frame["detail"]), "case", "asked", "events"))
    used = {kind: entry for kind, entry in legend.items() if kind in set(kinds)}
    return _matrix("matrix_answers_by_case", drawn, caption, used, frame, width=8, order=tuple(QUESTION_COLUMNS.values()), row_width=13)


def matrix_acts_by_partner(frame: pd.DataFrame, caption: Caption) -> Figure:
    """With whom were accords, contracts, loans, gifts and twinnings signed? frame: act, partner, rows."""
    legend = {"found": ("Rows found", "china", "square"), "none": NONE}
    drawn = pd.DataFrame({
        "row": frame["partner"], "column": frame["act"], "shown": [str(rows) if rows else "" for rows in frame["rows"]],
        "kind": ["found" if rows else "none" for rows in frame["rows"]],
    })
    drawn = drawn.assign(hover=hover(drawn.assign(rows=[f"{rows} rows" if rows else NONE[0] for rows in frame["rows"]]), "row", "column", "rows"))
    return _matrix("matrix_acts_by_partner", drawn, caption, legend, frame, width=9, row_width=12)


DEALING_CELLS = {
    ("CN", False): ("China", "china_soft", "circle"), ("CN", True): ("China, roles crossed", "china", "square"),
    ("US", False): ("US", "us_soft", "circle"), ("US", True): ("US, roles crossed", "us", "square"),
}
SIDES = {"CN": "China", "US": "US"}
BODIES = {
    "government": "civil", "military": "military", "police": "police", "local government": "local", "firm or bank": "firm", "other": "other",
}


def matrix_dealings_by_actor_and_partner(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Which kinds of body met which? frame: provider, actor, partner, meeting, rows, ids; one cell per pair found."""
    drawn = pd.DataFrame({
        "row": frame["provider"].map(SIDES) + ": " + frame["actor"].map(BODIES), "column": frame["partner"].map(BODIES).str.capitalize(),
        "kind": list(zip(frame["provider"], frame["meeting"] == "crossed")), "shown": frame["rows"].astype(str),
        "hover": hover(frame.assign(head=frame["actor"] + " to " + frame["partner"], count=frame["rows"].astype(str) + " rows"), "head", "count", "ids"),
    })
    return _matrix("matrix_dealings_by_actor_and_partner", drawn, caption, DEALING_CELLS, frame)


GRADES = {"operating": "Ran when reported", "installed": "Delivered or signed", "announced": "Announced or offered", "lost": "Contested or failed"}
GRADE_MARKS = {"operating": ("", "square"), "installed": ("_soft", "square"), "announced": ("", "square-open"), "lost": ("", "circle-open")}
LETTERS = {"face": "F", "plate": "P", "face and plate": "FP", "video": "V"}


def matrix_suppliers_by_state(frame: pd.DataFrame, caption: Caption) -> Figure:
    """How far did each supplier of camera systems get in each state?

    frame: state, supplier, grade, function, confidence, several, disputed, events. Letters name the function, a star a
    dispute, a plus more than one source, a question mark a cell that rests on weak sources only; suppliers that are
    not Chinese have the color of others.
    """
    short = {"Hikvision": "Hik-\nvision", "Dahua": "Dahua\n\u200b\n\u200b", "Huawei": "Huawei\n\u200b", "Other or unnamed Chinese": "Other\nChi-\nnese", "Local or other": "Local/\nother"}
    origin = ["other" if supplier == "Local or other" else "china" for supplier in frame["supplier"]]
    drawn = frame.assign(
        row=frame["state"].str.replace("Saint Vincent", "St. Vincent"), column=[short.get(supplier, supplier) for supplier in frame["supplier"]],
        kind=[f"{side} {grade}" for side, grade in zip(origin, frame["grade"])],
        shown=[LETTERS[function] + "+" * several + "*" * disputed + "?" * (confidence == "low") for function, several, disputed, confidence in zip(frame["function"], frame["several"], frame["disputed"], frame["confidence"])],
        words=frame["grade"].map(GRADES), origins=frame["several"].map({True: "more than one source", False: "one source"}) + ", best source " + frame["confidence"], rested="rows " + frame["events"].str.replace(";", ", "),
    )
    drawn["hover"] = hover(drawn.assign(head=drawn["state"] + ": " + drawn["supplier"]), "head", "words", "function", "origins", "rested")
    legend = {f"china {grade}": (GRADES[grade], "china" + soft, symbol) for grade, (soft, symbol) in GRADE_MARKS.items()}
    legend |= {f"other {grade}": ("Local or other" if grade == "operating" else "", "other" + soft, symbol) for grade, (soft, symbol) in GRADE_MARKS.items()}
    order = tuple(short.get(name, name) for name in ("Hikvision", "Dahua", "Huawei", "ZTE", "CEIEC", "Other or unnamed Chinese", "Local or other"))
    return _matrix("matrix_suppliers_by_state", drawn, caption, legend, frame, order=order, row_width=15, size=27)


def matrix_cloud_regions_by_state(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Where does each provider run cloud regions? frame: provider, origin (US | CN), state, operating_regions, other_regions, first_year.

    The year beside a provider is the first that is known. A number is regions in operation; +1 is one more that is announced, listed or unconfirmed.
    """
    side = frame["origin"].map({"US": "us", "CN": "china"})
    runs = frame["operating_regions"] > 0
    drawn = frame.assign(
        row=[provider if pd.isna(year) else f"{provider},\n{year:.0f}" for provider, year in zip(frame["provider"], frame["first_year"])],
        column=frame["state"].str.replace("Colombia", "Colombia\n\u200b").str.replace("Peru", "Peru\n\u200b"),
        kind=[f"{origin} {'runs' if run else 'waits'}" for origin, run in zip(side, runs)],
        shown=[f"{now}+{more}" if now and more else str(now) if now else f"+{more}" for now, more in zip(frame["operating_regions"], frame["other_regions"])],
        head=frame["provider"] + ": " + frame["state"], now=frame["operating_regions"].astype(str) + " in operation",
        rest=frame["other_regions"].astype(str) + " announced, listed or unconfirmed",
    )
    drawn["hover"] = hover(drawn, "head", "now", "rest")
    legend = {
        "us runs": ("US, in operation", "us", "square"), "us waits": ("", "us", "square-open"),
        "china runs": ("China, in operation", "china", "square"), "china waits": ("Open: not in service", "china", "square-open"),
    }
    return _matrix("matrix_cloud_regions_by_state", drawn, caption, legend, frame)
