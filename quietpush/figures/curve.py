"""Curve: what does an answer hang on? Every specification with its interval, sorted, and under it the choices it made."""

from __future__ import annotations

import pandas as pd

from ..theme import color
from .base import axis, context, figure, hover, inert, layout, wrapped
from .caption import Caption, Figure

PROVIDERS = {"china": "China", "us": "US"}
CHOICES = ("outcome", "measure", "design", "sample", "population")
GAP = 0.06  # of all specifications, between the two providers
HIT = "p below 0.05"  # a row of its own: filled and open marks are hard to tell where they touch
ROW, BETWEEN = 19, 0.7  # px of a row of choices; rows left empty between two kinds of choice
UPPER = 270  # px of the panel of estimates
LEFT_WIDTH = 17  # characters of a choice's name on a line


def _places(frame: pd.DataFrame) -> pd.Series:
    """Where does each specification stand from left to right? Provider by provider, by estimate."""
    order = frame.assign(provider=frame["provider"].map(list(PROVIDERS).index)).sort_values(["provider", "estimate"], kind="stable").index
    place = pd.Series(range(len(frame)), index=order, dtype=float)
    return place.reindex(frame.index) + frame["provider"].map(list(PROVIDERS).index) * max(1.0, GAP * len(frame))


def _choice_rows(frame: pd.DataFrame, choices: tuple[str, ...]) -> dict[tuple[str, str], float]:
    """At which height does each choice stand, from 0 downward? Kinds of choice stand apart; first whether p is below 0.05."""
    out, at = {("", HIT): 0.0}, -1 - BETWEEN
    for kind in choices:
        for word in dict.fromkeys(frame[kind]):
            out[kind, word] = at
            at -= 1
        at -= BETWEEN
    return out


def _curve(name: str, frame: pd.DataFrame, caption: Caption, unit: str, choices: tuple[str, ...], rows: pd.DataFrame) -> Figure:
    """Estimates above, choices below. frame: provider (key of PROVIDERS), estimate, low, high, p, hover, and a column per choice."""
    frame, heights = frame.assign(place=_places(frame)), _choice_rows(frame, choices)
    traces, notes = [], []
    for provider, words in PROVIDERS.items():
        piece = frame[frame["provider"] == provider].sort_values("place")
        if piece.empty:
            continue
        tint, middle = color(provider), float(piece["estimate"].median())
        spans = [(value, end) for row in piece.itertuples() for value, end in ((row.place, row.low), (row.place, row.high), (None, None))]
        traces.append(context({"type": "scatter", "mode": "lines", "x": [x for x, _ in spans], "y": [y for _, y in spans], "line": {"color": color(f"{provider}_soft"), "width": 1}}))
        traces.append({
            "type": "scatter", "mode": "markers", "x": piece["place"].tolist(), "y": piece["estimate"].tolist(), "hovertext": piece["hover"].tolist(), "hoverinfo": "text", "cliponaxis": False,
            "marker": {"size": 5, "color": tint, "symbol": ["circle" if p < 0.05 else "circle-open" for p in piece["p"]], "line": {"width": 1, "color": tint}},
        })
        last = provider == list(PROVIDERS)[-1]
        notes.append({"x": float(piece["place"].max() if last else piece["place"].min()), "xanchor": "right" if last else "left", "yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 4,
                      "align": "right" if last else "left", "showarrow": False, "text": f"<b>{words}</b><br>median {middle:.2f}".replace("-", "−"), "font": {"size": 12, "color": tint}})
        ticks = [(x, heights[kind, word]) for kind in choices for x, word in zip(piece["place"], piece[kind])]
        ticks += [(x, heights["", HIT]) for x, p in zip(piece["place"], piece["p"]) if p < 0.05]
        traces.append(context({"type": "scatter", "mode": "markers", "x": [x for x, _ in ticks], "y": [y for _, y in ticks], "yaxis": "y2", "cliponaxis": False,
                               "marker": {"symbol": "line-ns-open", "size": 9, "color": tint, "line": {"width": 1, "color": tint}}}))
    lower = ROW * (1 - min(heights.values()))
    inner = UPPER + lower
    low, high = min(-0.1, float(frame["low"].min())), max(0.1, float(frame["high"].max()))
    return figure(name, caption, rows, traces, layout(
        axis(showgrid=False, showticklabels=False, range=[-2, float(frame["place"].max()) + 2], anchor="y2"),
        axis("", domain=[1 - (UPPER - 24) / inner, 1], range=[low - 0.04, high + 0.04], nticks=6, zeroline=True, zerolinecolor=color("muted"), zerolinewidth=1.5),
        round(inner + 70), margin={"l": 8, "r": 12, "t": 62, "b": 8}, annotations=[
            {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 40, "showarrow": False, "align": "left",
             "text": inert(unit), "font": {"size": 12, "color": color("muted")}}, *notes],
        yaxis2=axis("", domain=[0, lower / inner], range=[min(heights.values()) - 0.6, 0.6], showgrid=False, tickmode="array", tickvals=list(heights.values()),
                    ticktext=[wrapped(word, LEFT_WIDTH) for _, word in heights], tickfont={"size": 11, "color": color("ink")})))


def curve_freedom_by_specification(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Does money or police contact follow freedom? frame: rows of ``measures.specifications.specifications``."""
    words = [f"{estimate:.2f} ({low:.2f} to {high:.2f}), p {p:.3f}, {n} states".replace("-", "−") for estimate, low, high, p, n in zip(frame["estimate"], frame["low"], frame["high"], frame["p"], frame["n_states"])]
    drawn = frame.assign(hover=hover(frame.assign(words=words), "outcome", "words", *CHOICES[1:]))
    return _curve("curve_freedom_by_specification", drawn, caption, "standardized slope, 95% interval", CHOICES, frame)
