"""Are the tables one valid Frictionless package, and does the catalogue describe all of them to machines?"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from bs4 import BeautifulSoup
from conftest import DATA, ROOT
from frictionless import Package

from quietpush import package, schema


def test_frictionless_finds_no_fault_in_the_package(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    (folder / package.FILE).write_text(package.text(folder), "utf-8")
    report = Package(str(folder / package.FILE)).validate()
    assert len(report.tasks) == len(schema.names(DATA)) > 0
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])[:5]


def test_the_package_in_the_data_room_is_that_of_its_tables() -> None:
    assert (DATA / package.FILE).read_text("utf-8") == package.text(DATA), "a table or sidecar changed: run python -m quietpush.package"


def test_a_dangling_key_is_found(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    table = folder / "sister_ties.csv"
    table.write_text(table.read_text("utf-8").replace(",ARG,", ",QQQ,", 1), "utf-8")
    (folder / package.FILE).write_text(package.text(folder), "utf-8")
    assert not Package(str(folder / package.FILE)).validate().valid


def test_downloads_are_the_package() -> None:
    folder = ROOT / "_build" / "html" / "downloads" / "data"
    described = json.loads((folder / package.FILE).read_text("utf-8"))
    assert [table["name"] for table in described["resources"]] == schema.names(DATA)
    for table in described["resources"]:
        assert table["hash"] == f"sha256:{hashlib.sha256((folder / table['path']).read_bytes()).hexdigest()}"


def test_the_catalogue_describes_every_table_to_machines() -> None:
    page = BeautifulSoup((ROOT / "_build" / "html" / "book" / "data.html").read_text("utf-8"), "html.parser")
    catalogue = json.loads(page.find("script", type="application/ld+json").string)
    assert [table["alternateName"] for table in catalogue["dataset"]] == schema.names(DATA)
    for table in catalogue["dataset"]:
        assert table["name"] and table["description"] and table["license"] and table["variableMeasured"]
        assert (ROOT / "_build" / "html" / table["distribution"]["contentUrl"]).is_file()
