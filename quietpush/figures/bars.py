"""Bars: how much of each? Lengths from zero, value written at the end, longest first unless order carries meaning."""

from __future__ import annotations

import pandas as pd

from ..theme import color, text_on
from .base import LEGEND, axis, figure, hover, inert, key_entry, layout, wrapped
from .caption import Caption, Figure


def _bars(name: str, frame: pd.DataFrame, caption: Caption, unit: str, rows: pd.DataFrame, legend: dict[str, str] | None = None) -> Figure:
    """Horizontal bars. frame: label, value, shown (text at the end of the bar), meaning (color). legend: {words: meaning}."""
    height = (96 if legend else 60) + 38 * len(frame)
    trace = {
        "type": "bar", "orientation": "h", "x": frame["value"].tolist(), "y": [wrapped(label) for label in frame["label"]],
        "text": [inert(text) for text in frame["shown"]], "textposition": "outside", "cliponaxis": False, "textangle": 0,
        "marker": {"color": [color(meaning) for meaning in frame["meaning"]]}, "hovertext": hover(frame, "label", "shown"),
        "hoverinfo": "text", "width": 0.62,
    }
    room = float(frame["value"].max()) * 1.28 or 1
    keys = [key_entry(words, "square", meaning) for words, meaning in (legend or {}).items()]
    more = {"showlegend": True, "legend": LEGEND, "margin": {"l": 8, "r": 20, "t": 44, "b": 40}} if legend else {}
    return figure(name, caption, rows, [trace, *keys], layout(
        axis(unit, range=[min(0.0, float(frame["value"].min()) * 1.28), room], rangemode="tozero", nticks=5),
        axis(autorange="reversed", showgrid=False, tickfont={"size": 12, "color": color("ink")}), height, **more))


def _stacks(name: str, frame: pd.DataFrame, caption: Caption, unit: str, rows: pd.DataFrame, order: tuple[str, ...] = ()) -> Figure:
    """Stacked horizontal bars. frame: label, part, value, meaning; parts keep the order in which they first occur.

    Where the frame has ``shown``, that text stands inside each piece. order: the labels from above, where rows do not say it.
    """
    labels = list(dict.fromkeys([*order, *frame["label"]]))
    traces = [
        {
            "type": "bar", "orientation": "h", "name": inert(part), "showlegend": True,
            "x": piece["value"].tolist(), "y": [wrapped(label) for label in piece["label"]],
            "marker": {"color": color(piece["meaning"].iloc[0]), "line": {"color": color("ground"), "width": 1}},
            "hovertext": [f"<b>{inert(row.label)}</b><br>{inert(row.part)}: {row.value:,.4g}" for row in piece.itertuples()], "hoverinfo": "text",
            "text": [inert(text) for text in piece["shown"]] if "shown" in piece else [], "textposition": "inside", "insidetextanchor": "middle", "textangle": 0,
            "insidetextfont": {"size": 12, "color": text_on(piece["meaning"].iloc[0])},
        }
        for part, piece in frame.groupby("part", sort=False)
    ]
    return figure(name, caption, rows, traces, layout(
        axis(unit, nticks=6, rangemode="tozero"), axis(autorange="reversed", showgrid=False, categoryorder="array", categoryarray=[wrapped(x) for x in labels], tickfont={"size": 12, "color": color("ink")}),
        110 + 34 * len(labels), barmode="stack", bargap=0.35, showlegend=True, legend=LEGEND | {"traceorder": "normal"}, margin={"l": 8, "r": 20, "t": 56, "b": 40}))


def bars_cameras_working_by_system(frame: pd.DataFrame, caption: Caption) -> Figure:
    """What share of the cameras worked? frame: event, system, supplier (China | Other | Not named), working, cameras, working_pct."""
    meaning = {"China": "china", "Other": "other", "Not named": "missing"}
    counts = ["" if pd.isna(row.cameras) else f"\n({row.working:,.0f} of {row.cameras:,.0f})" for row in frame.itertuples()]
    drawn = pd.DataFrame({
        "label": frame["system"] + counts, "value": frame["working_pct"], "shown": [f"{value:.0f}%" for value in frame["working_pct"]],
        "meaning": [meaning[supplier] for supplier in frame["supplier"]],
    })
    legend = {"Chinese system": "china", "Other or local supplier": "other", "Supplier not named": "missing"}
    return _bars("bars_cameras_working_by_system", drawn, caption, "percent of the cameras counted", frame, legend)


def stacks_cyber_votes_by_resolution(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Whose vote did the states match, text by text? frame: resolution, date, label, side, states; zeros kept."""
    sides = {
        "with China": ("As China", "china"), "with United States": ("As the United States", "us"), "abstain": ("Abstained", "context"),
        "absent or not recorded": ("Absent or not recorded", "land"),
    }
    drawn = pd.DataFrame({
        "label": frame["label"], "part": frame["side"].map(lambda side: sides[side][0]), "value": frame["states"], "meaning": frame["side"].map(lambda side: sides[side][1]),
        "shown": [str(states) if states > 2 else "" for states in frame["states"]],
    })
    return _stacks("stacks_cyber_votes_by_resolution", drawn, caption, "states", frame)


def stacks_cables_by_decade(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Who made the cables that land in the region? frame: decade, supplier, cables; groups of measures/compute.py."""
    meaning = {"HMN Tech (China)": "china", "SubCom (US)": "us", "ASN (France)": "eu", "Others": "other", "Not stated": "missing"}
    decades = frame["decade"].map(lambda decade: decade.capitalize())
    drawn = pd.DataFrame({"label": decades, "part": frame["supplier"], "value": frame["cables"], "meaning": frame["supplier"].map(meaning), "shown": frame["cables"].astype(str).where(frame["cables"] > 1, "")})
    return _stacks("stacks_cables_by_decade", drawn, caption, "cables, by the year they were ready", frame, order=tuple(sorted(set(decades))))
