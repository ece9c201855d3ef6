"""Mix: how often, and of what kind? Rates with their intervals above, shares of each period below, in one figure."""

from __future__ import annotations

import pandas as pd

from ..theme import color, text_on
from .base import KEY_LINE, axis, context, figure, hover, inert, key_below, key_entry, layout
from .caption import Caption, Figure

GROUPS = {"gifts": "Gifts", "contacts": "Contacts", "agreements": "Accords"}
PERIODS = {"before": ("Before April 2022", "circle-open"), "after": ("From April 2022", "circle")}
TINTS = {"gifts": "china_soft", "contacts": "china", "agreements": "context"}
UPPER, LOWER, GAP = 210, 84, 66  # px of the two panels and of the room for an axis and a heading between them


def _mix(name: str, rates: pd.DataFrame, shares: pd.DataFrame, caption: Caption, unit: str, rows: pd.DataFrame) -> Figure:
    """Two panels. rates: label, value, low, high, meaning, symbol, hover; shares: label, part, value (percent), meaning, shown, hover."""
    labels, bars = list(dict.fromkeys(rates["label"])), list(dict.fromkeys(shares["label"]))
    traces = [context({"type": "scatter", "mode": "lines", "x": [row.low, row.high], "y": [row.label] * 2, "line": {"color": color(row.meaning), "width": 3}}) for row in rates.itertuples()]
    traces.append({
        "type": "scatter", "mode": "markers", "x": rates["value"].tolist(), "y": rates["label"].tolist(), "hovertext": rates["hover"].tolist(), "hoverinfo": "text",
        "marker": {"size": 12, "color": [color(meaning) for meaning in rates["meaning"]], "symbol": rates["symbol"].tolist(), "line": {"width": 2, "color": [color(meaning) for meaning in rates["meaning"]]}},
    })
    for part, piece in shares.groupby("part", sort=False):
        meaning = piece["meaning"].iloc[0]
        traces.append({
            "type": "bar", "orientation": "h", "xaxis": "x2", "yaxis": "y2", "x": piece["value"].tolist(), "y": piece["label"].tolist(), "width": 0.6, "hovertext": piece["hover"].tolist(), "hoverinfo": "text",
            "text": [inert(text) for text in piece["shown"]], "textposition": "inside", "insidetextanchor": "middle", "textangle": 0, "insidetextfont": {"size": 12, "color": text_on(meaning)}, "constraintext": "none",
            "marker": {"color": color(meaning), "line": {"color": color("ground"), "width": 1}},
        })
    traces += [key_entry(words, symbol, "muted") for words, symbol in PERIODS.values()] + [key_entry(words, "square", TINTS[group]) for group, words in GROUPS.items() if group in set(shares["part"])]
    key, inner = KEY_LINE * 4, UPPER + GAP + LOWER
    height = 30 + inner + 44 + key
    heading = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "yanchor": "bottom", "showarrow": False, "font": {"size": 12, "color": color("muted")}}
    return figure(name, caption, rows, traces, layout(
        axis("", nticks=6, range=[0, 1.05 * float(rates["high"].max())], anchor="y"),
        axis("", domain=[(LOWER + GAP) / inner, 1], autorange="reversed", categoryorder="array", categoryarray=labels, showgrid=False, tickfont={"size": 12, "color": color("ink")}),
        height, barmode="stack", showlegend=True, legend=key_below(4, height) | {"traceorder": "normal"}, margin={"l": 8, "r": 16, "t": 30, "b": 44 + key},
        annotations=[heading | {"y": 1, "yshift": 4, "text": inert(unit)}, heading | {"y": LOWER / inner, "yshift": 4, "text": "mix of contacts and gifts, percent"}],
        xaxis2=axis("", range=[0, 100], nticks=5, anchor="y2"),
        yaxis2=axis("", domain=[0, LOWER / inner], autorange="reversed", categoryorder="array", categoryarray=bars, showgrid=False, tickfont={"size": 12, "color": color("ink")})))


def mix_police_events_by_period(frame: pd.DataFrame, caption: Caption) -> Figure:
    """How did rate and mix of Chinese police events stand before and after a date? frame: rates_and_mix of measures/policing.py."""
    rate, mix = frame[frame["panel"] == "rate"], frame[frame["panel"] == "mix"]
    rates = pd.DataFrame({
        "label": [f"{GROUPS[row.group]}, {row.period}" for row in rate.itertuples()], "value": rate["value"].tolist(), "low": rate["low"].tolist(), "high": rate["high"].tolist(),
        "meaning": rate["group"].map(TINTS).tolist(), "symbol": [PERIODS[period][1] for period in rate["period"]],
        "said": [f"{row.events} events, {row.value:.1f} a year (95% interval {row.low:.1f} to {row.high:.1f})" for row in rate.itertuples()],
    })
    shares = pd.DataFrame({
        "label": [period.capitalize() for period in mix["period"]], "part": mix["group"].tolist(), "value": mix["value"].tolist(), "meaning": mix["group"].map(TINTS).tolist(),
        "shown": [f"{row.events}" for row in mix.itertuples()], "said": [f"{GROUPS[row.group]}: {row.events} events, {row.value:.0f} percent" for row in mix.itertuples()],
    })
    return _mix("mix_police_events_by_period", rates.assign(hover=hover(rates, "label", "said")), shares.assign(hover=hover(shares, "label", "said")), caption, "events found a year, 95% interval", frame)
