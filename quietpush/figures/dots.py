"""Dots: where does each stand, and how sure? One dot per row, interval beside it, open where the row is weak."""

from __future__ import annotations

import math

import pandas as pd

from ..theme import color
from .base import KEY_LINE, LEGEND, axis, context, figure, hover, key_below, key_entry, layout, wrapped
from .caption import Caption, Figure


def _dots(name: str, frame: pd.DataFrame, caption: Caption, unit: str, rows: pd.DataFrame, legend: dict[str, str | tuple[str, str]] | None = None, zero: float | None = None) -> Figure:
    """Dots on a scale. frame: label, value, meaning, and optionally low, high (interval), weak (open marker), symbol, hover.

    legend: {words: meaning} or {words: (symbol, meaning)}; zero: where a reference line stands.
    """
    ys = [wrapped(label) for label in frame["label"]]
    traces = []
    if {"low", "high"} <= set(frame.columns):
        traces += [context({"type": "scatter", "mode": "lines", "x": [row.low, row.high], "y": [y, y], "line": {"color": color(row.meaning), "width": 3}})
                   for row, y in zip(frame.itertuples(), ys) if pd.notna(row.low)]
    weak = frame["weak"] if "weak" in frame else [False] * len(frame)
    symbols = frame["symbol"].tolist() if "symbol" in frame else ["circle-open" if open_ else "circle" for open_ in weak]
    traces.append({
        "type": "scatter", "mode": "markers", "x": frame["value"].tolist(), "y": ys, "hoverinfo": "text",
        "hovertext": frame["hover"].tolist() if "hover" in frame else hover(frame, "label", "value"),
        "marker": {"size": 12, "color": [color(meaning) for meaning in frame["meaning"]], "symbol": symbols, "line": {"width": 2, "color": [color(meaning) for meaning in frame["meaning"]]}},
    })
    traces += [key_entry(words, *(meaning if isinstance(meaning, tuple) else ("circle", meaning))) for words, meaning in (legend or {}).items()]
    shapes = [] if zero is None else [{"type": "line", "x0": zero, "x1": zero, "yref": "paper", "y0": 0, "y1": 1, "line": {"color": color("muted"), "width": 1, "dash": "dot"}}]
    labels = len(set(ys))
    # Interval ends need room of their own: Plotly leaves none beside a line.
    reach = {"range": [min(0.0, 1.06 * float(frame["low"].min())), 1.06 * float(frame["high"].max())]} if "high" in frame and frame["high"].notna().any() else {}
    return figure(name, caption, rows, traces, layout(
        axis(unit, nticks=6, rangemode="tozero", **reach), axis(autorange="reversed", categoryorder="array", categoryarray=list(dict.fromkeys(ys)), tickfont={"size": 12, "color": color("ink")}),
        (90 if legend else 70) + 30 * labels, shapes=shapes, showlegend=bool(legend), legend=LEGEND, margin={"l": 8, "r": 24, "t": 44 if legend else 12, "b": 40}))


def dots_agreement_by_column(frame: pd.DataFrame, caption: Caption) -> Figure:
    """How far do two readings agree? frame: agreement_by_column of measures/reading.py."""
    said = [f"kappa {row.kappa:.2f} (95% interval {row.low:.2f} to {row.high:.2f}); the same in {row.same_pct:.0f}% of {row.events} events" for row in frame.itertuples()]
    drawn = pd.DataFrame({"label": frame["column"], "value": frame["kappa"], "low": frame["low"], "high": frame["high"], "meaning": "ink", "hover": hover(frame.assign(said=said), "column", "said")})
    return _dots("dots_agreement_by_column", drawn, caption, "Cohen's kappa", frame)


def _dumbbells(name: str, frame: pd.DataFrame, caption: Caption, unit: str, ends: dict[str, tuple[str, ...]], rows: pd.DataFrame) -> Figure:
    """Two readings of one thing. frame: label, value, shown, meaning, end (key of ends), hover; ends: {end: (words, symbol)} or {end: (words, symbol, meaning)}."""
    traces = [context({"type": "scatter", "mode": "lines", "x": piece["value"].tolist(), "y": [wrapped(label)] * len(piece), "line": {"color": color("grid"), "width": 6}})
              for label, piece in frame.groupby("label", sort=False)]
    ends_at = frame.groupby("label")["value"]
    below = (frame["value"] == ends_at.transform("min")) & (ends_at.transform("max") - ends_at.transform("min") < 15)  # too close to stand side by side
    traces.append({
        "type": "scatter", "mode": "markers+text", "showlegend": False, "x": frame["value"].tolist(), "y": [wrapped(label) for label in frame["label"]],
        "text": frame["shown"].tolist(), "textfont": {"size": 12}, "cliponaxis": False,
        "textposition": ["bottom center" if low and not only else "top center" for low, only in zip(below, ends_at.transform("nunique") == 1)],
        "hovertext": frame["hover"].tolist(), "hoverinfo": "text",
        "marker": {"size": 13, "color": [color(meaning) for meaning in frame["meaning"]], "symbol": [ends[end][1] for end in frame["end"]], "line": {"width": 2, "color": [color(meaning) for meaning in frame["meaning"]]}},
    })
    traces += [key_entry(words, symbol, *(meaning or ["muted"])) for words, symbol, *meaning in ends.values()]
    labels = list(dict.fromkeys(wrapped(label) for label in frame["label"]))
    return figure(name, caption, rows, traces, layout(
        axis(unit, nticks=5, range=[-6, 108]), axis(autorange="reversed", categoryorder="array", categoryarray=labels, tickfont={"size": 12, "color": color("ink")}),
        110 + 48 * len(labels), showlegend=True, legend=LEGEND, margin={"l": 8, "r": 24, "t": 44, "b": 40}))


SUPPLIER_MEANING = {"China": "china", "United States": "us", "Russia": "other"}
LABEL_ENDS = {"delivery year": ("Rating at delivery", "circle"), "2024": ("Rating of 2024", "diamond-open")}


def dots_not_free_share_by_label(frame: pd.DataFrame, caption: Caption) -> Figure:
    """How much depends on the year of the label? frame: supplier, venezuela, label_of, share_not_free_pct."""
    label = frame["supplier"] + frame["venezuela"].map({"with": "", "without": " less Venezuela"})
    shown = [f"{value:.0f}%" for value in frame["share_not_free_pct"]]
    same = frame.assign(shown=shown).groupby(label)["shown"].transform("nunique") == 1
    drawn = pd.DataFrame({
        "label": label, "value": frame["share_not_free_pct"], "meaning": frame["supplier"].map(SUPPLIER_MEANING), "end": frame["label_of"],
        "shown": ["" if one and end == "2024" else text for text, one, end in zip(shown, same, frame["label_of"])],
        "hover": hover(frame.assign(label=label, words=["labels of " + end + ": " + text for end, text in zip(frame["label_of"], shown)]), "label", "words"),
    })
    return _dumbbells("dots_not_free_share_by_label", drawn, caption, "percent of delivered volume", LABEL_ENDS, frame)


def dots_ai_use_by_state(frame: pd.DataFrame, caption: Caption) -> Figure:
    """How did the share of people who use generative AI move? frame: state, period, users_pct, deepseek_band, deepseek, shared_estimate."""
    symbols = {"H1 2025": "circle-open", "H2 2025": "line-ns-open", "Q1 2026": "circle"}
    ends = frame.groupby("state")["users_pct"]
    high_deepseek = frame["deepseek_band"] != "<=5"
    drawn = pd.DataFrame({
        "label": frame["state"] + frame["shared_estimate"].map({True: "*", False: ""}) + (" (" + frame["deepseek"].str.replace("-", "–") + ")").where(high_deepseek, ""),
        "value": frame["users_pct"], "symbol": frame["period"].map(symbols), "low": ends.transform("min"), "high": ends.transform("max"),
        "meaning": high_deepseek.map({True: "china", False: "context"}),
        "hover": hover(frame.assign(users=frame["period"] + ": " + frame["users_pct"].astype(str) + "% of working-age people", share="DeepSeek's share of use, H2 2025: " + frame["deepseek"]), "state", "users", "share"),
    })
    legend = {"H1 2025": ("circle-open", "context"), "H2 2025": ("line-ns-open", "context"), "Q1 2026": ("circle", "context"), "DeepSeek above 5% (its share)": ("circle", "china")}
    return _dots("dots_ai_use_by_state", drawn, caption, "percent of working-age people", frame, legend)


def dots_interest_by_state(frame: pd.DataFrame, elsewhere: float, caption: Caption) -> Figure:
    """What did each state pay for Chinese loans? frame: rates of measures/borrowing.py; elsewhere: where the reference line stands."""
    said = [f"{rate:.1f}% a year" + ("; its commitments hold emergency credit that was rolled over" if rescued else "") for rate, rescued in zip(frame["interest_pct"], frame["rescued"])]
    drawn = pd.DataFrame({"label": frame["state"], "value": frame["interest_pct"], "meaning": "china", "weak": frame["rescued"], "hover": hover(frame.assign(said=said), "state", "said")})
    return _dots("dots_interest_by_state", drawn, caption, "percent a year", frame, zero=elsewhere)


def dots_channels_by_theme(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Through which local channels did queries of the same words meet each party? frame: by_theme of measures/channels.py."""
    drawn = pd.DataFrame({
        "label": frame["theme"], "value": frame["share_pct"], "shown": frame["states"].astype(str), "end": frame["party"], "meaning": frame["party"].map({"CN": "china", "US": "us"}),
        "hover": hover(frame.assign(said=frame["party"].map({"CN": "China", "US": "United States"}) + ": " + frame["states"].astype(str) + " states"), "theme", "said"),
    })
    return _dumbbells("dots_channels_by_theme", drawn, caption, "percent of the 33 states", {"CN": ("China", "circle", "china"), "US": ("United States", "diamond", "us")}, frame)


CAMERA_STEPS = {"announced": ("Announced", "circle-open"), "installed": ("Put up", "square-open"), "working": ("Said to work", "circle")}
SUPPLIERS = {"China": ("Chinese system", "china"), "Other": ("Another supplier", "other"), "Not named": ("Supplier not named", "missing")}


def dots_cameras_by_step(frame: pd.DataFrame, caption: Caption) -> Figure:
    """How many cameras were announced, put up and said to work? frame: camera_steps of measures/surveillance.py; a scale of tenfold steps."""
    systems, tints = list(dict.fromkeys(frame["system"])), [color(SUPPLIERS[supplier][1]) for supplier in frame["supplier"]]
    traces = [context({"type": "scatter", "mode": "lines", "x": [piece["cameras"].min(), piece["cameras"].max()], "y": [wrapped(system)] * 2, "line": {"color": color("grid"), "width": 6}}) for system, piece in frame.groupby("system", sort=False)]
    most = frame.groupby("system")["cameras"]
    ends = {"left": frame["cameras"] == most.transform("min"), "right": frame["cameras"] == most.transform("max")}
    traces.append({
        "type": "scatter", "mode": "markers+text", "x": frame["cameras"].tolist(), "y": [wrapped(system) for system in frame["system"]], "cliponaxis": False,
        "text": [f" {cameras:,.0f} " for cameras in frame["cameras"]], "textposition": ["middle left" if left else "middle right" if right else "top center" for left, right in zip(ends["left"], ends["right"])], "textfont": {"size": 11, "color": color("ink")},
        "hovertext": hover(frame.assign(words=[f"{cameras:,.0f} cameras {CAMERA_STEPS[step][0].lower()}" for cameras, step in zip(frame["cameras"], frame["step"])]), "system", "words", "supplier", "event"), "hoverinfo": "text",
        "marker": {"size": 12, "color": tints, "symbol": [CAMERA_STEPS[step][1] for step in frame["step"]], "line": {"width": 2, "color": tints}},
    })
    traces += [key_entry(words, symbol, "muted") for step, (words, symbol) in CAMERA_STEPS.items() if step in set(frame["step"])]
    traces += [key_entry(words, "circle", meaning) for supplier, (words, meaning) in SUPPLIERS.items() if supplier in set(frame["supplier"])]
    entries = sum(trace["x"] == [None] for trace in traces)
    height = 60 + 38 * len(systems) + KEY_LINE * entries
    decades = [math.floor(math.log10(frame["cameras"].min())) + 0.0, math.ceil(math.log10(frame["cameras"].max()))]
    return figure("dots_cameras_by_step", caption, frame, traces, layout(
        axis("cameras, each step tenfold", type="log", range=[decades[0] - 0.35, decades[1] + 0.1], dtick=1, tickformat=",d"),
        axis(autorange="reversed", categoryorder="array", categoryarray=[wrapped(system) for system in systems], showgrid=False, tickfont={"size": 12, "color": color("ink")}),
        height, showlegend=True, legend=key_below(entries, height), margin={"l": 8, "r": 30, "t": 10, "b": 52 + KEY_LINE * entries}))


INDEXES = {"readiness": "Readiness", "ilia": "Regional index", "privacy": "Privacy (T18)"}
BY_PARTY = {"CN": ("China", "china", "circle"), "US": ("US", "us", "diamond"), "EU": ("EU", "eu", "square")}


def dots_rank_correlations_by_party(frame: pd.DataFrame, caption: Caption) -> Figure:
    """How far do two rankings of the states agree? frame: correlations of measures/engagement.py."""
    drawn = pd.DataFrame({
        "label": [f"{INDEXES[index]}, {BY_PARTY[party][0]}" for index, party in zip(frame["index"], frame["party"])],
        "value": frame["rho"], "low": frame["low"], "high": frame["high"], "meaning": frame["party"].map(lambda party: BY_PARTY[party][1]),
        "symbol": frame["party"].map(lambda party: BY_PARTY[party][2]),
        "said": [f"{rho:.2f} (95% interval {low:.2f} to {high:.2f}), {n} states" for rho, low, high, n in zip(frame["rho"], frame["low"], frame["high"], frame["n"])],
    })
    legend = {words: (symbol, meaning) for words, meaning, symbol in BY_PARTY.values()}
    return _dots("dots_rank_correlations_by_party", drawn.assign(hover=hover(drawn, "label", "said")), caption, "rank correlation", frame, legend, zero=0.0)
