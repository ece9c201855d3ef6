"""Ranges: between which values does each lie? A bar from the lowest to the highest reading, never their mean."""

from __future__ import annotations

import pandas as pd

from ..theme import color
from .base import KEY_LINE, axis, context, figure, hover, inert, key_below, key_entry, layout, wrapped
from .caption import Caption, Figure

LARGER = {"police": ("Police larger in any reading", "us"), "depends": ("Mixed money decides", "us_soft"), "military": ("Military larger in any reading", "context")}


def _ranges(name: str, frame: pd.DataFrame, caption: Caption, unit: str, legend: dict[str, str], rows: pd.DataFrame, line: float | None = None, row: int = 18, ends: tuple[float, float] | None = None, stems: bool = False) -> Figure:
    """Ranges on a scale. frame: label, low, high, meaning, hover, and optionally shown (text behind the range), strong (a thicker bar). stems: a thin line from zero, where lengths are amounts.

    legend: {words: meaning}; line: where a reference stands; ends: the axis, where it is fixed.
    """
    ys = [wrapped(label, 30) if row < 30 else wrapped(label) for label in frame["label"]]
    strong = frame["strong"].tolist() if "strong" in frame else [False] * len(frame)
    traces = [context({"type": "scatter", "mode": "lines", "x": [piece.low, piece.high], "y": [y, y], "line": {"color": color(piece.meaning), "width": 14 if thick else 9}})
              for piece, y, thick in zip(frame.itertuples(), ys, strong)]
    traces += [context({"type": "scatter", "mode": "lines", "x": [0, low], "y": [y, y], "line": {"color": color(meaning), "width": 2}}) for low, y, meaning in zip(frame["low"], ys, frame["meaning"])] if stems else []
    # A mark at each end, so that a range of no width is seen; one of the two is the row's own.
    traces.append(context({"type": "scatter", "mode": "markers", "x": frame["low"].tolist(), "y": ys, "marker": {"symbol": "line-ns-open", "size": 11, "color": [color(m) for m in frame["meaning"]], "line": {"width": 2, "color": [color(m) for m in frame["meaning"]]}}}))
    traces.append({
        "type": "scatter", "mode": "markers+text" if "shown" in frame else "markers", "x": frame["high"].tolist(), "y": ys, "hovertext": frame["hover"].tolist(), "hoverinfo": "text", "cliponaxis": False,
        "text": [inert(text) for text in frame["shown"]] if "shown" in frame else [], "textposition": "middle right", "textfont": {"size": 12, "color": color("ink")},
        "marker": {"symbol": "line-ns-open", "size": 11, "color": [color(m) for m in frame["meaning"]], "line": {"width": 2, "color": [color(m) for m in frame["meaning"]]}},
    })
    traces += [key_entry(words, "square", meaning) for words, meaning in legend.items()]
    shapes = [] if line is None else [{"type": "line", "x0": line, "x1": line, "yref": "paper", "y0": 0, "y1": 1, "line": {"color": color("muted"), "width": 1, "dash": "dot"}}]
    height = 62 + row * len(frame) + KEY_LINE * len(legend)
    reach = ends or (0.0, 1.3 * float(frame["high"].max()))
    return figure(name, caption, rows, traces, layout(
        axis(unit, nticks=5, range=list(reach)), axis(autorange=False, range=[len(frame) - 0.4, -0.6], categoryorder="array", categoryarray=ys, showgrid=False, tickfont={"size": 12 if row >= 30 else 11, "color": color("ink")}, dtick=1),
        height, shapes=shapes, showlegend=True, legend=key_below(len(legend), height), margin={"l": 8, "r": 14, "t": 8, "b": 54 + KEY_LINE * len(legend)}))


def ranges_police_share_by_place(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Between which shares does law enforcement lie in the region and in each state? frame: police_bounds of measures/money.py."""
    words = [f"{row.low_pct:.0f} to {row.high_pct:.0f} percent of {row.obligations_usd2020 / 1e6:,.1f} million 2020 dollars" for row in frame.itertuples()]
    short = frame["place"].str.replace(" and the Grenadines", "").str.replace("Saint ", "St. ")
    drawn = pd.DataFrame({"label": short, "low": frame["low_pct"], "high": frame["high_pct"], "meaning": frame["larger"].map({kind: meaning for kind, (_, meaning) in LARGER.items()}),
                          "strong": frame["iso3"].isna(), "hover": hover(frame.assign(words=words), "place", "words")})
    legend = {said: meaning for kind, (said, meaning) in LARGER.items() if kind in set(frame["larger"])}
    return _ranges("ranges_police_share_by_place", drawn, caption, "percent of security obligations", legend, frame, line=50, ends=(-2, 102))


def ranges_panama_gifts_by_report(frame: pd.DataFrame, caption: Caption) -> Figure:
    """What did each power give to Panama's security ministry, by each report? frame: panama of measures/handovers.py."""
    meaning = {("China", "gift"): "china", ("United States", "gift"): "us", ("United States", "program"): "us_soft"}
    words = {"china": "Chinese gift", "us": "US gift", "us_soft": "US program"}
    tints = [meaning[pair] for pair in zip(frame["giver"], frame["kind"])]
    shown = [f"{row.low_usd / 1e6:.1f}" + (f"–{row.high_usd / 1e6:.1f}" if row.high_usd > row.low_usd else "") for row in frame.itertuples()]
    drawn = pd.DataFrame({"label": frame["date"].str[:4] + ": " + frame["goods"], "low": frame["low_usd"] / 1e6, "high": frame["high_usd"] / 1e6, "meaning": tints, "shown": shown,
                          "hover": hover(frame.assign(sums=[f"{text} million dollars" for text in shown]), "giver", "date", "sums", "what", "event")})
    return _ranges("ranges_panama_gifts_by_report", drawn, caption, "million US dollars of the day", {said: tint for tint, said in words.items() if tint in tints}, frame, row=40, stems=True)
