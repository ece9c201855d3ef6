"""Which typed frame stands behind a table's name? The only reader of the tables, and the only place of the 33-state filter."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from quietpush import schema
from quietpush.schema import FORM_WORDS, FORMS, DataError, Field, Sidecar, data_dir, own_data

LAC_GROUP = "lac"


def states() -> list[str]:
    """Which are the 33 states of Latin America and the Caribbean? Their iso3 codes, sorted."""
    return sorted(_lac(_text(schema.load(data_dir(), "states")))["iso3"])


def read(name: str, comparators: bool = False) -> pd.DataFrame:
    """Which rows does this table hold, typed as its sidecar says?

    Columns stand in the sidecar's order. Missing is NA: strings are `str`, numbers `float64`, integers `int64` where the
    sidecar requires a value and `Int64` where not, booleans `bool` or `boolean` likewise. Rows of a state outside the 33
    are left out unless `comparators` asks for them; rows without an iso3 (regional lines) stay.
    DataError names the file, row and column of what cannot be read.
    """
    data = data_dir()
    sidecar = schema.load(data, name) if name in schema.names(data) else _unknown(data, name)
    text = _text(sidecar)
    if name == "states" and not comparators:
        text = _lac(text)
    elif "iso3" in text and not comparators:
        text = text[text["iso3"].isna() | text["iso3"].isin(states())]
    # The index still says where each row stood in the file, which the messages need.
    frame = pd.DataFrame({f.name: _typed(text[f.name], f, sidecar) for f in sidecar.fields})
    return frame.reset_index(drop=True)


def _lac(text: pd.DataFrame) -> pd.DataFrame:
    return text[text["group"] == LAC_GROUP]


def _unknown(data: Path, name: str) -> Sidecar:
    have = ", ".join(schema.names(data)) or "none"
    raise DataError(f"{data.name}/{name}.csv", f"no such table (no {name}{schema.SUFFIX} in {data})", f"use a table that exists: {have}")


def _text(sidecar: Sidecar) -> pd.DataFrame:
    path, label = sidecar.path, _label(sidecar)
    try:
        # Every cell is text first: "NA" is a word here, only the empty cell is missing.
        text = pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8", index_col=False)
    except FileNotFoundError:
        have = ", ".join(sorted(p.stem for p in path.parent.glob("*.csv"))) or "none"
        raise DataError(label, "no such file", f"restore it (tables in {path.parent}: {have})") from None
    except (OSError, UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise DataError(label, f"a file that cannot be read ({error})", "run python -m quietpush.check and correct the file") from None
    if missing := [c for c in sidecar.columns if c not in text]:
        raise DataError(label, f"no column {', '.join(missing)} (it has {', '.join(text.columns)})", "restore the column")
    return text[sidecar.columns]


def _typed(text: pd.Series, field: Field, sidecar: Sidecar) -> pd.Series:
    if field.type == "string":
        return text
    wrong = ~text.str.fullmatch(FORMS[field.type], na=not field.required)
    for bad in text.index[wrong][:1]:
        found = "nothing" if pd.isna(text[bad]) else f'"{text[bad]}"'
        raise DataError(_label(sidecar), f"{found} in column {field.name}", f"write {FORM_WORDS[field.type]}", row=bad + 2)
    if field.type == "boolean":
        return text.map({"true": True, "false": False}).astype("bool" if field.required else "boolean")
    if field.type == "integer":
        return text.astype("int64" if field.required else "Int64")
    return text.astype("float64")


def _label(sidecar: Sidecar) -> str:
    return f"{sidecar.path.parent.name}/{sidecar.path.name}"
