"""Pips: what is known of each state, party by party? A tile per state, a small mark per party; documented, searched and not searched differ."""

from __future__ import annotations

import pandas as pd

from ..theme import color
from .base import KEY_LINE, bare_axis, context, figure, hover, inert, key_in_two, key_entry, layout
from .caption import Caption, Figure

PARTIES = {"China": "china", "United States": "us", "European Union": "eu"}
PLACES = ("China (left)", "US (middle)", "EU (right)")
# Shape and filling tell the answer, color and place the party, so that neither rests on color alone.
ANSWERS = {
    "gift": ("Gift found", "square", 9), "other act": ("Other act only", "circle-open", 7),
    "searched, none found": ("None found", "circle", 4), "not searched": ("Not searched", "x-thin-open", 7),
}
PITCH, APART = 46, 0.27  # px of a row of tiles; from mark to mark, in tiles
EDGES = {"Beijing": ("grid", "solid"), "Taipei": ("ink", "dot")}


def _pips(name: str, frame: pd.DataFrame, caption: Caption, rows: pd.DataFrame) -> Figure:
    """Marks on tiles. frame: iso3, tile_row, tile_col, party (key of PARTIES), answer (key of ANSWERS), recognizes (key of EDGES), hover."""
    shift = {party: APART * (place - 1) for place, party in enumerate(PARTIES)}
    traces = []
    for answer, (_, symbol, size) in ANSWERS.items():
        piece = frame[frame["answer"] == answer]
        tints = [color(PARTIES[party]) for party in piece["party"]]
        traces.append({
            "type": "scatter", "mode": "markers", "x": (piece["tile_col"] + piece["party"].map(shift)).tolist(), "y": (piece["tile_row"] + 0.2).tolist(),
            "hovertext": piece["hover"].tolist(), "hoverinfo": "text", "marker": {"symbol": symbol, "size": size, "color": tints, "line": {"width": 2 if "open" in symbol else 0, "color": tints}},
        })
    tiles = frame.drop_duplicates("iso3")
    traces.append(context({"type": "scatter", "mode": "text", "x": tiles["tile_col"].tolist(), "y": (tiles["tile_row"] - 0.18).tolist(), "text": [inert(iso3) for iso3 in tiles["iso3"]], "textfont": {"size": 10, "color": color("ink")}}))
    boxes = [{
        "type": "rect", "x0": tile.tile_col - 0.46, "x1": tile.tile_col + 0.46, "y0": tile.tile_row - 0.46, "y1": tile.tile_row + 0.46, "layer": "below", "fillcolor": "rgba(0,0,0,0)",
        "line": {"width": 1.5 if tile.recognizes == "Taipei" else 1, "color": color(EDGES[tile.recognizes][0]), "dash": EDGES[tile.recognizes][1]},
    } for tile in tiles.itertuples()]
    traces += [key_entry(words, "circle", meaning, 9) for words, meaning in zip(PLACES, PARTIES.values())]
    traces += [key_entry(words, symbol, "muted", size) for answer, (words, symbol, size) in ANSWERS.items() if answer in set(frame["answer"])]
    traces += [key_entry("Recognizes Taipei", "square-open-dot", "ink")]
    entries = sum(trace["x"] == [None] for trace in traces)
    key = KEY_LINE * -(-entries // 2)
    wide, high = (frame[column].max() - frame[column].min() + 1 for column in ("tile_col", "tile_row"))
    height = 16 + round(PITCH * high) + key
    return figure(name, caption, rows, [trace for trace in traces if trace["x"]], layout(
        bare_axis(range=[frame["tile_col"].min() - 0.55, frame["tile_col"].min() + wide - 0.45], constrain="domain"),
        bare_axis(range=[frame["tile_row"].min() + high - 0.45, frame["tile_row"].min() - 0.55], scaleanchor="x", scaleratio=1.0, constrain="domain"),
        height, shapes=boxes, showlegend=True, legend=key_in_two(entries, height), margin={"l": 4, "r": 4, "t": 4, "b": 12 + key}))


def pips_police_acts_by_state(frame: pd.DataFrame, caption: Caption) -> Figure:
    """What is documented of police and each of three parties in each state? frame: answers of measures/handovers.py."""
    said = [f"{row.party}: {row.answer}; {row.events} rows, {row.gifts} of them gifts, in {row.queries} queries; recognizes {row.recognizes}" for row in frame.itertuples()]
    return _pips("pips_police_acts_by_state", frame.assign(hover=hover(frame.assign(said=said), "state", "said")), caption, frame)
