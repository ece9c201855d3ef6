"""Where are the publishers' files, and in what form is a table written?"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pandas as pd
import yaml

DATA = Path(__file__).resolve().parents[1] / "data"
VARIABLE = "QUIETPUSH_RAW"
EXIT_FAILED = 2  # 1 is Python's own code for an uncaught exception


class BuildError(Exception):
    """A table cannot be built; the message says why and what to do."""


def require(condition: bool, message: str) -> None:
    """Does the cut hold? Raises BuildError with an instruction if it does not."""
    if not condition:
        raise BuildError(message)


def sidecar(table: str) -> dict:
    """What does the sidecar of a table say?"""
    return yaml.safe_load((DATA / f"{table}.resource.yaml").read_text(encoding="utf-8"))


def built_tables() -> list[str]:
    """Which tables have a builder, by the word of their sidecars?"""
    names = (path.name.removesuffix(".resource.yaml") for path in DATA.glob("*.resource.yaml"))
    return sorted(name for name in names if sidecar(name).get("builder"))


def _editions(meta: dict) -> str:
    """Which editions does a table rest on, and at what address were they read?"""
    lines = [f"  {s['title']}, edition: {s.get('version', 'not numbered')}, {s['path']}" for s in meta["sources"]]
    return "\n".join(lines)


def raw_folder(meta: dict) -> Path:
    """Where are the publishers' files? Raises BuildError that names what is needed if they are not there."""
    needed = ", ".join(item["path"] for item in meta["upstream"])
    given = os.environ.get(VARIABLE, "")
    need = f"{meta['name']} is cut from {needed}, read from:\n{_editions(meta)}\n"
    require(bool(given), f"{need}{VARIABLE} is not set. Set it to the folder that holds these files.")
    folder = Path(given)
    require(folder.is_dir(), f"{need}{VARIABLE} is {given}, which is not a folder. Set it to the one that holds these files.")
    for item in meta["upstream"]:
        path = folder / item["path"]
        require(path.is_file(), f"{need}{item['path']} is not under {given}. Fetch it from the address above.")
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        require(
            found == item["sha256"],
            f"{need}{item['path']} is another version: sha256 is {found}, the sidecar expects {item['sha256']}. "
            f"Fetch the edition above, or check the new one and change upstream in data/{meta['name']}.resource.yaml.",
        )
    return folder


def read(path: Path, **options) -> pd.DataFrame:
    """What is in a publisher's CSV, with only the empty cell read as missing?"""
    return pd.read_csv(path, keep_default_na=False, na_values=[""], encoding="utf-8", **options)


def states() -> frozenset[str]:
    """Which 33 states make up the region?"""
    frame = read(DATA / "states.csv")
    codes = frozenset(frame.loc[frame["group"] == "lac", "iso3"])
    require(len(codes) == 33, f"data/states.csv has {len(codes)} rows of group lac, not 33. Mend it first.")
    return codes


def only_states(frame: pd.DataFrame, column: str = "iso3", also: tuple[str, ...] = ()) -> pd.DataFrame:
    """Which rows belong to the 33 states, or to the comparators named in `also`?"""
    return frame[frame[column].isin(states() | set(also))].copy()


def plain(value: object) -> str:
    """How does one value stand in a table: empty if unknown, true/false, plain decimals, no exponent?"""
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return ""
    if type(value).__name__ in ("bool", "bool_"):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(Decimal(repr(float(value))), "f")
    return str(value)


def house_csv(frame: pd.DataFrame, meta: dict) -> str:
    """What is the text of a table in house form: sidecar's column order, sorted by key, one row per key?"""
    name, schema = meta["name"], meta["schema"]
    columns, key = [field["name"] for field in schema["fields"]], schema["primaryKey"]
    require(
        sorted(columns) == sorted(frame.columns),
        f"{name}: the builder makes {sorted(frame.columns)}, the sidecar lists {sorted(columns)}. Make them agree.",
    )
    double = frame[frame.duplicated(key, keep=False)]
    require(double.empty, f"{name}: {len(double)} rows share a key {key}, first {double[key].head(1).to_dict('records')}.")
    ordered = frame[columns].sort_values(key, kind="stable", na_position="first")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([plain(value) for value in row] for row in ordered.itertuples(index=False, name=None))
    return out.getvalue()


def text_of(table: str, build: Callable[[Path], pd.DataFrame]) -> str:
    """What should data/<table>.csv hold, built from the publishers' files?"""
    meta = sidecar(table)
    return house_csv(build(raw_folder(meta)), meta)


def write(table: str, text: str) -> None:
    """Put the text in data/<table>.csv, whole or not at all."""
    target = DATA / f"{table}.csv"
    draft = target.with_suffix(".csv.part")
    draft.write_text(text, encoding="utf-8", newline="")
    draft.replace(target)


def command(file: str, build: Callable[[Path], pd.DataFrame]) -> None:
    """Build and write the table of one builder, or say on stderr why not and exit non-zero."""
    table = Path(file).stem
    try:
        write(table, text_of(table, build))
    except BuildError as error:
        print(error, file=sys.stderr)
        sys.exit(EXIT_FAILED)
