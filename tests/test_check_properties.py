"""Whatever is written into whichever cell of whichever real table: is a wrong value refused at its place, and a right one kept inert?"""

from __future__ import annotations

import csv
import io
import shutil
from functools import cache
from pathlib import Path

import pytest
from conftest import DATA
from hypothesis import given, settings
from hypothesis import strategies as st

from quietpush import schema
from quietpush.check import Problem, check
from quietpush.figures import base

HIDDEN = "\x00\x01\x1b\x7f\x85\u200b\u200f\u202e\u2066\ufeff"
NUMBER_LIKE = st.sampled_from(["nan", "-inf", "1e5", "1,5", " 7", "0x1F", "7 %", "007", "--1", "١٢", "½", "1_000", "TRUE", "None", "-"])


def free_text() -> st.SearchStrategy[str]:
    return st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), min_size=1, max_size=40)


def wrong_values(field: schema.Field) -> st.SearchStrategy[str]:
    """Values that no cell of this column may hold."""
    anywhere = st.one_of(
        st.builds(lambda a, h, b: a + h + b, free_text(), st.sampled_from(HIDDEN), free_text()),
        st.builds(lambda sign, rest: sign + rest, st.sampled_from("=+@＝"), free_text()),
        st.builds(lambda a, tag: f"{a}<{tag}", free_text(), st.sampled_from(["script>", "img src=x onerror=alert(1)>", "!--", "/a>", "b>"])),
    )
    if field.type != "string":
        return st.one_of(anywhere, NUMBER_LIKE, free_text().filter(lambda text: not text.strip("-.0123456789").strip() == "" and text not in ("true", "false")))
    if field.enum:
        return st.one_of(anywhere, free_text().filter(lambda text: text not in field.enum))
    if field.kind == "date":
        return st.one_of(anywhere, st.sampled_from(["2023-13", "2023-02-30", "23-02-03", "2023/02/03", "yesterday", "9999", "2023-2-3", "20230203"]))
    return anywhere


@cache
def cells(table: str) -> tuple[tuple[str, ...], ...]:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as source:
        return tuple(tuple(row) for row in csv.reader(source))


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory):
    """A real table in a folder of its own, and what is wrong there already: its keys point nowhere."""
    made: dict[str, tuple[Path, set[Problem]]] = {}

    def folder(table: str) -> tuple[Path, set[Problem]]:
        if table not in made:
            target = tmp_path_factory.mktemp(table) / "data"
            target.mkdir()
            for name in (f"{table}.csv", f"{table}{schema.SUFFIX}", schema.PACKAGE):
                shutil.copy(DATA / name, target)
            made[table] = target, set(check(target))
        return made[table]

    return folder


# Large tables take long to check and hold the same columns as the small ones.
NAMES = [name for name in schema.names(DATA) if (DATA / f"{name}.csv").stat().st_size < 60_000]


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_wrong_value_in_any_cell_is_refused_at_its_place(alone, data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(NAMES))
    folder, known = alone(table)
    field = data.draw(st.sampled_from(schema.load(DATA, table).fields))
    row = data.draw(st.integers(2, len(cells(table))))
    value = data.draw(wrong_values(field))
    rows = [list(line) for line in cells(table)]
    rows[row - 1][rows[0].index(field.name)] = value
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    path = folder / f"{table}.csv"
    written = out.getvalue().encode("utf-8")
    path.write_bytes(written)
    try:
        # A NUL or a quote can make the whole file unreadable, which is then said of the file and its row.
        found = [p for p in check(folder) if p not in known and p.file == f"data/{table}.csv"]
        assert any(p.row == row and p.column in (field.name, "") or p.row is None for p in found), (field.name, value, found)
        assert all(p.allowed and p.action and "\n" not in str(p) for p in found)
        assert path.read_bytes() == written, "the check wrote into the table"
    finally:
        shutil.copy(DATA / f"{table}.csv", path)


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_is_inert_in_a_figure(text: str) -> None:
    assert not set("<>") & set(base.inert(text))
    assert "<" not in base.wrapped(text).replace("<br>", "")
