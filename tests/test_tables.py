"""Do frames carry the sidecar's types, and only the 33 states unless comparators are asked for?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from quietpush import schema, tables
from quietpush.schema import DataError

REAL = Path(schema.__file__).resolve().parents[1] / "data"


@pytest.fixture
def reader(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QUIETPUSH_DATA", str(small))
    return small


def test_types_follow_the_sidecar(reader: Path) -> None:
    events = tables.read("events", comparators=True)
    kinds = events.dtypes.astype(str).to_dict()
    assert (kinds["what"], kinds["amount_usd"], kinds["quantity"], kinds["counted"]) == ("str", "float64", "Int64", "bool")
    votes = tables.read("votes", comparators=True).dtypes.astype(str).to_dict()
    assert (votes["year"], votes["voted"]) == ("int64", "boolean")
    assert list(events.columns) == schema.load(reader, "events").columns


def test_only_the_empty_cell_is_missing(reader: Path) -> None:
    events = tables.read("events", comparators=True)
    assert events["what"].tolist() == ["A gift", "NA, said the mayor", "A visit"]
    assert events["amount_usd"].isna().tolist() == [False, True, False]
    assert events["amount_usd"][2] == 0
    (reader / "sources.csv").write_text("key,url\nNA,\nnull,nan\n", encoding="utf-8")
    assert tables.read("sources")["key"].tolist() == ["NA", "null"]
    assert tables.read("sources")["url"].isna().tolist() == [True, False]


def test_comparators_stay_out_unless_asked_for(reader: Path) -> None:
    assert tables.states() == ["ARG", "BRA"]
    assert tables.read("states")["iso3"].tolist() == ["ARG", "BRA"]
    assert tables.read("events")["event_id"].tolist() == ["e-1", "e-2"]
    assert tables.read("events", comparators=True)["event_id"].tolist() == ["e-1", "e-2", "e-3"]
    assert tables.read("votes").index.tolist() == [0, 1]


def test_the_current_directory_does_not_matter(reader: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(tables.read("votes")) == 2


def test_a_missing_table_names_the_tables_that_exist(reader: Path) -> None:
    with pytest.raises(DataError, match="small/elections.csv: no such table.*events, sources, states, votes"):
        tables.read("elections")
    (reader / "votes.csv").unlink()
    with pytest.raises(DataError, match="small/votes.csv: no such file.*events, sources, states"):
        tables.read("votes")


def test_a_missing_column_is_named(reader: Path) -> None:
    (reader / "sources.csv").write_text("key\nnews\n", encoding="utf-8")
    with pytest.raises(DataError, match="small/sources.csv: no column url"):
        tables.read("sources")


@pytest.mark.parametrize(("old", "new", "said"), [
    ("1200.5", "1e3", 'row 2: "1e3" in column amount_usd; write a number in plain decimal notation'),
    (",true,,news", ",yes,,news", 'row 2: "yes" in column counted; write true or false'),
    (",false,no_event", ",,no_event", "row 3: nothing in column counted"),
])
def test_a_cell_in_the_wrong_form_is_named(reader: Path, old: str, new: str, said: str) -> None:
    path = reader / "events.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as error:
        tables.read("events")
    assert said in str(error.value)


@pytest.mark.parametrize("name", schema.names(REAL))
def test_every_real_table_reads_and_holds_only_the_33_states(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUIETPUSH_DATA", raising=False)
    frame = tables.read(name)
    everything = tables.read(name, comparators=True)
    assert 0 < len(frame) <= len(everything)
    assert list(frame.columns) == schema.load(REAL, name).columns
    if "iso3" in frame:
        assert set(frame["iso3"].dropna()) <= set(tables.states())
        pd.testing.assert_index_equal(frame.index, pd.RangeIndex(len(frame)))


def test_there_are_33_states(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUIETPUSH_DATA", raising=False)
    assert len(tables.states()) == 33
    assert not {"CHN", "USA", "ESP", "RUS"} & set(tables.states())
