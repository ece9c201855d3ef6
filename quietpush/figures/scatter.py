"""Scatter: do two things go together over the states? Plain axes, one mark per state, names where they fit."""

from __future__ import annotations

import pandas as pd

from ..theme import color
from .base import KEY_LINE, axis, figure, hover, inert, key_below, key_entry, layout
from .caption import Caption, Figure

CLEAR = (0.13, 0.09)  # share of each axis that a name needs to itself at 390 px: to both sides, and above its mark, where it stands
SAME = 0.02  # share of the upright axis within which two marks stand at one height


def _named(frame: pd.DataFrame) -> list[str]:
    """Names of the marks that stand apart; the others keep theirs for the hover text and the table."""
    wide, high = (float(frame[axis_].max() - min(0.0, frame[axis_].min())) or 1.0 for axis_ in ("x", "y"))
    names = []
    for row in frame.itertuples():
        near = ((frame["x"] - row.x).abs() < CLEAR[0] * wide) & (frame["y"] - row.y).between(-SAME * high, CLEAR[1] * high)
        names.append(inert(row.label) if near.sum() == 1 else "")
    return names


def _scatter(name: str, frame: pd.DataFrame, caption: Caption, units: tuple[str, str], legend: dict[str, tuple[str, str, str]], rows: pd.DataFrame) -> Figure:
    """Marks on two scales. frame: x, y, label, kind (key of legend), hover, and optionally size (pixels). legend: {kind: (words, meaning, symbol)}."""
    named = pd.Series(_named(frame), index=frame.index)
    traces = []
    for kind, (words, meaning, symbol) in legend.items():
        piece = frame[frame["kind"] == kind]
        traces.append({
            "type": "scatter", "mode": "markers+text", "showlegend": False, "x": piece["x"].tolist(), "y": piece["y"].tolist(), "cliponaxis": False,
            "text": named[piece.index].tolist(), "textposition": "top center", "textfont": {"size": 11, "color": color("ink")},
            "hovertext": piece["hover"].tolist(), "hoverinfo": "text",
            "marker": {"symbol": symbol, "size": piece["size"].tolist() if "size" in piece else 10, "color": color(meaning), "opacity": 0.9, "line": {"width": 1.5, "color": color(meaning)}},
        })
        traces.append(key_entry(words, symbol, meaning))
    upright = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 10, "text": inert(units[1]), "showarrow": False,
               "font": {"size": 12, "color": color("muted")}}  # an axis title would stand on its side
    key = KEY_LINE * (len(legend) + 1)
    return figure(name, caption, rows, [trace for trace in traces if trace["x"]], layout(
        axis(units[0], range=[0, 1], nticks=6), axis("", rangemode="tozero", nticks=6), 400 + key, annotations=[upright],
        showlegend=True, legend=key_below(len(legend), 400 + key), margin={"l": 8, "r": 20, "t": 34, "b": 44 + key}))


SIZES = ((1.0, 7), (10.0, 12), (float("inf"), 18))  # million people up to which a mark has this size
RECOGNITION = {
    False: ("Recognizes Beijing", "china", "circle"), True: ("Recognizes Taipei", "china", "circle-open"),
}


def scatter_police_events_by_democracy(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Where were Chinese police events found? frame: iso3, state, events, events_per_million, population_million, libdem, recognizes_taiwan."""
    drawn = pd.DataFrame({
        "x": frame["libdem"], "y": frame["events_per_million"], "label": frame["state"], "kind": frame["recognizes_taiwan"],
        "size": [next(size for most, size in SIZES if people <= most) for people in frame["population_million"]],
        "hover": hover(frame.assign(words=[f"{n} rows, {rate:.2f} per million people" for n, rate in zip(frame["events"], frame["events_per_million"])],
                                    index=[f"liberal democracy {value:.2f}" for value in frame["libdem"]]), "state", "words", "index"),
    })
    return _scatter("scatter_police_events_by_democracy", drawn, caption,
                    ("liberal democracy index, mean 2000–2023", "rows per million people"), RECOGNITION, frame)
