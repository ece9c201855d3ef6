"""Matrix: who with whom? One cell per pair; color and shape say what kind; an empty cell and a "no" differ."""

from __future__ import annotations

import pandas as pd

from ..theme import color
from .base import LEGEND, axis, figure, hover, key_entry, layout, wrapped
from .caption import Caption, Figure


def _matrix(name: str, frame: pd.DataFrame, caption: Caption, legend: dict[str, tuple[str, str, str]], rows: pd.DataFrame, width: int = 11, order: tuple[str, ...] = ()) -> Figure:
    """Cells. frame: row, column, kind (key of legend), shown (text in the cell), hover. legend: {kind: (words, meaning, symbol)}; width: characters of a column head; order: the columns as they stand, where rows do not say it."""
    traces = []
    for kind, (words, meaning, symbol) in legend.items():
        piece = frame[frame["kind"] == kind]
        traces.append({
            "type": "scatter", "mode": "markers+text", "x": [wrapped(x, width) for x in piece["column"]], "y": [wrapped(y) for y in piece["row"]],
            "text": piece["shown"].tolist(), "textfont": {"size": 11, "color": color("ink" if "open" in symbol or meaning.endswith("_soft") or meaning == "land" else "ground")},
            "hovertext": piece["hover"].tolist(), "hoverinfo": "text",
            "marker": {"symbol": symbol, "size": 22, "color": color(meaning), "line": {"width": 2, "color": color(meaning)}},
        })
        traces.append(key_entry(words, symbol, meaning))
    columns, labels = list(dict.fromkeys([*order, *frame["column"]])), list(dict.fromkeys(frame["row"]))
    return figure(name, caption, rows, [t for t in traces if t["x"]], layout(
        axis(side="top", showgrid=False, categoryorder="array", categoryarray=[wrapped(c, width) for c in columns], range=[-0.6, len(columns) - 0.4], tickfont={"size": 11, "color": color("ink")}),
        axis(autorange=False, range=[len(labels) - 0.4, -0.6], categoryorder="array", categoryarray=[wrapped(r) for r in labels], tickfont={"size": 12, "color": color("ink")}),
        150 + 30 * len(labels), showlegend=True, legend=LEGEND | {"y": -0.02, "yanchor": "top"}, margin={"l": 8, "r": 8, "t": 8, "b": 60}))


def matrix_stations_by_question(frame: pd.DataFrame, questions: tuple[str, ...], caption: Caption) -> Figure:
    """What is known of each reported police post? frame: board of measures/stations.py; questions: the columns in order."""
    legend = {
        "yes": ("On the list, or named", "context", "square"), "beijing": ("China, on this post", "china", "circle"), "denial": ("China, in general", "china", "circle-open"),
        "government": ("Host government", "local", "diamond"), "press": ("Press only", "other", "triangle-up"), "none": ("None found", "missing", "x-thin-open"),
    }
    drawn = frame.assign(row=frame["post"], column=frame["question"], kind=frame["answer"], shown="",
                         said=frame["question"] + ": " + frame["answer"].map({k: v[0].lower() for k, v in legend.items()}))
    return _matrix("matrix_stations_by_question", drawn.assign(hover=hover(drawn, "post", "said", "event")), caption, legend, frame, width=7, order=questions)
