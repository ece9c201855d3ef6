"""Does every cut table follow from the publishers' files, and does a builder say what it needs when they are not there?"""

from __future__ import annotations

import csv
import importlib
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from builders import __main__ as every
from builders import common

TABLES = common.built_tables()
with (Path(__file__).parent / "golden_tables.csv").open(encoding="utf-8", newline="") as lines:
    GOLDEN = list(csv.DictReader(lines))


@pytest.fixture
def raw() -> Path:
    """The folder of the publishers' files. Without it a test is skipped, or fails where QUIETPUSH_NO_SKIP=1."""
    given = os.environ.get(common.VARIABLE, "")
    if given and Path(given).is_dir():
        return Path(given)
    reason = f"{common.VARIABLE} is {given or 'not set'}: no folder of publishers' files, so no builder is proved"
    if os.environ.get("QUIETPUSH_NO_SKIP") == "1":
        pytest.fail(f"{reason}. Set it; QUIETPUSH_NO_SKIP=1 allows no skip.")
    pytest.skip(reason)


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    """All of data/*.csv, read by DuckDB and not by our own reader."""
    connection = duckdb.connect()
    for path in common.DATA.glob("*.csv"):
        connection.execute(f"CREATE VIEW \"{path.stem}\" AS SELECT * FROM read_csv('{path}', header = true, sample_size = -1)")
    return connection


def build_of(table: str) -> Callable[[Path], pd.DataFrame]:
    return importlib.import_module(f"builders.{table}").build


def test_every_cut_table_has_a_builder_and_every_builder_a_table() -> None:
    files = {path.stem for path in Path(common.__file__).parent.glob("*.py")} - {"__init__", "__main__", "common"}
    assert files == set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_builder_reproduces_its_table(table: str, raw: Path) -> None:
    text = common.text_of(table, build_of(table))
    found = (common.DATA / f"{table}.csv").read_bytes()
    assert found == text.encode("utf-8"), f"data/{table}.csv is not what its builder makes. Run python -m builders.{table}."


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("given", ["", "empty", "nowhere"])
def test_builder_without_files_names_file_edition_and_address(
    table: str, given: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv(common.VARIABLE, str(tmp_path / given) if given else "")
    before = (common.DATA / f"{table}.csv").read_bytes()
    with pytest.raises(SystemExit) as stopped:
        common.command(f"{table}.py", build_of(table))
    assert stopped.value.code == common.EXIT_FAILED
    message, meta = capsys.readouterr().err, common.sidecar(table)
    wanted = [item["path"] for item in meta["upstream"]]
    wanted += [str(source[key]) for source in meta["sources"] for key in ("title", "version", "path")]
    assert [words for words in wanted if words not in message] == []
    assert (common.DATA / f"{table}.csv").read_bytes() == before


def test_another_edition_is_refused(raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    upstream = common.sidecar("homicide")["upstream"][0]["path"]
    copy = tmp_path / upstream
    copy.parent.mkdir(parents=True)
    shutil.copyfile(raw / upstream, copy)
    copy.chmod(0o644)
    with copy.open("a", encoding="utf-8") as file:
        file.write("ARG,Argentina,2099,1\n")
    monkeypatch.setenv(common.VARIABLE, str(tmp_path))
    with pytest.raises(common.BuildError, match=f"{upstream} is another version: sha256 is"):
        common.text_of("homicide", build_of("homicide"))


def test_check_writes_nothing_and_names_a_changed_table(raw: Path, data_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "DATA", data_copy)
    assert every.handle("homicide", check=True) == ""
    spoiled = (data_copy / "homicide.csv").read_text(encoding="utf-8").replace("ARG,2002,9.387", "ARG,2002,9.4")
    (data_copy / "homicide.csv").write_text(spoiled, encoding="utf-8", newline="")
    assert "data/homicide.csv is not what its builder makes" in every.handle("homicide", check=True)
    assert (data_copy / "homicide.csv").read_text(encoding="utf-8") == spoiled
    assert every.handle("homicide", check=False) == ""
    assert (data_copy / "homicide.csv").read_bytes() == (Path(__file__).parents[1] / "data/homicide.csv").read_bytes()


def test_only_the_33_states_pass_unless_comparators_are_named() -> None:
    frame = pd.DataFrame({"iso3": ["ARG", "CHN", "USA", "ESP", "RUS", "PRI", None]})
    assert common.only_states(frame)["iso3"].tolist() == ["ARG"]
    assert common.only_states(frame, also=("CHN",))["iso3"].tolist() == ["ARG", "CHN"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), (float("nan"), ""), (pd.NA, ""), (True, "true"), ("NA", "NA"),
        (3.0, "3"), (-2.5, "-2.5"), (-0.0, "0"), (1e-7, "0.0000001"), (5e26, "500000000000000000000000000"),
    ],
)
def test_house_form_of_a_value(value: object, text: str) -> None:
    assert common.plain(value) == text


@pytest.mark.parametrize("table", ["arms_recipients", "arms_shares"])
def test_arms_tables_hold_shares_and_no_volume(table: str) -> None:
    fields = common.sidecar(table)["schema"]["fields"]
    numbers = [field for field in fields if field["type"] in ("number", "integer")]
    assert numbers and all(re.search(r"_pct$|^mean_libdem$", field["name"]) for field in numbers)


def test_every_cut_table_has_a_golden_number() -> None:
    assert {"states", "bri_membership", *TABLES} <= {row["table"] for row in GOLDEN}


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: row["table"])
def test_golden_number_of_the_table(row: dict[str, str], tables: duckdb.DuckDBPyConnection) -> None:
    found = tables.execute(row["sql"]).fetchone()[0]
    assert float(found) == pytest.approx(float(row["expected"]), rel=1e-9), f"{row['table']}: {row['sql']}"


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: row["table"])
def test_golden_number_follows_from_the_publisher_file(row: dict[str, str], raw: Path) -> None:
    with duckdb.connect() as fresh:
        found = fresh.execute(row["raw_sql"].replace("{raw}", str(raw))).fetchone()[0]
    assert float(found) == pytest.approx(float(row["expected"]), rel=1e-9), f"{row['table']}: {row['raw_sql']}"
