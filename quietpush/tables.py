"""Which typed frame stands behind a table's name? The only reader of the tables, and the only place of the 33-state filter."""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd

from quietpush import schema
from quietpush.schema import DataError, Field, Sidecar

DATA_VARIABLE = "QUIETPUSH_DATA"
LAC_GROUP = "lac"
# The forms that the tables may use; everything else is refused rather than guessed at.
_FORMS = {"integer": r"-?\d+", "number": r"-?\d+(?:\.\d+)?", "boolean": r"true|false"}
_WORDS = {"integer": "a whole number such as 12", "number": "plain decimals such as 1200.5", "boolean": "true or false"}


def data_dir() -> Path:
    """Which folder holds the tables? QUIETPUSH_DATA, else the repository's data/; independent of the current directory."""
    given = os.environ.get(DATA_VARIABLE, "").strip()
    return Path(given).expanduser().resolve() if given else Path(__file__).resolve().parents[1] / "data"


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
    raise DataError(f"{data.name}/{name}.csv: no such table (no {name}{schema.SUFFIX} in {data}); tables are: {have}.")


def _text(sidecar: Sidecar) -> pd.DataFrame:
    path = sidecar.path
    label = f"{path.parent.name}/{path.name}"
    try:
        # Every cell is text first: "NA" is a word (Namibia, National Assembly), only the empty cell is missing.
        text = pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8", index_col=False)
    except FileNotFoundError:
        have = ", ".join(sorted(p.stem for p in path.parent.glob("*.csv"))) or "none"
        raise DataError(f"{label}: the file is missing; tables in {path.parent} are: {have}. Restore the file.") from None
    except (OSError, UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise DataError(f"{label}: the file cannot be read ({error}); run python -m quietpush.check.") from None
    missing = [c for c in sidecar.columns if c not in text]
    if missing:
        raise DataError(f"{label}: column {', '.join(missing)} is missing; the file has {', '.join(text.columns)}.")
    return text[sidecar.columns]


def _typed(text: pd.Series, field: Field, sidecar: Sidecar) -> pd.Series:
    if field.type == "string":
        return text
    wrong = text.notna() & ~text.str.fullmatch(_FORMS[field.type], na=True)
    gaps = text.isna() if field.required else wrong & False
    for bad in wrong[wrong | gaps].index[:1]:
        found = "nothing" if pd.isna(text[bad]) else f'"{text[bad]}"'
        raise DataError(
            f"{sidecar.path.parent.name}/{sidecar.path.name} row {bad + 2}, column {field.name}: found {found}; "
            f"allowed: {_WORDS[field.type]}; correct the cell."
        )
    if field.type == "boolean":
        answers = text.map({"true": True, "false": False})
        return answers.astype("bool" if field.required else "boolean")
    if field.type == "integer":
        return text.astype("int64") if field.required else text.astype("Int64")
    return text.astype("float64")
