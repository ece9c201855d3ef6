"""Where do the tests find the tables, and how do they make small ones of their own?"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"


@pytest.fixture
def data_copy(tmp_path: Path) -> Path:
    """The whole of data/, copied to where it may be spoiled."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A hand-made folder of four tables: states, sources, events and votes."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "package.yaml").write_text("name: small\ndata_as_of: 2026-11-22\n", encoding="utf-8")
    write = table_writer(folder)
    write("states", "iso3,group\nARG,lac\nBRA,lac\nCHN,comparator\n", [
        {"name": "iso3", "type": "string", "constraints": {"required": True, "pattern": "[A-Z]{3}"}},
        {"name": "group", "type": "string", "constraints": {"required": True, "enum": ["lac", "comparator"]}},
    ], ["iso3"])
    write("sources", "key,url\nnews,https://example.org/news\npage,https://example.org/page\n", [
        {"name": "key", "type": "string", "constraints": {"required": True}},
        {"name": "url", "type": "string"},
    ], ["key"])
    write("events", (
        "id,date,date_precision,end_date,iso3,lat,lon,what,amount_usd,quantity,counted,counted_why,source\n"
        "e-1,2020-05-01,day,2021,ARG,-34.6,-58.4,A gift,1200.5,3,true,,news\n"
        'e-2,2021-06,month,,,,,"NA, said the mayor",,,false,no_event,page\n'
        "e-3,,,,CHN,39.9,116.4,A visit,0,,true,,page\n"
    ), [
        {"name": "id", "type": "string", "constraints": {"required": True}},
        {"name": "date", "type": "string", "kind": "date"},
        {"name": "date_precision", "type": "string", "constraints": {"enum": ["year", "month", "day"]}},
        {"name": "end_date", "type": "string", "kind": "date"},
        {"name": "iso3", "type": "string"},
        {"name": "lat", "type": "number", "unit": "degrees"},
        {"name": "lon", "type": "number", "unit": "degrees"},
        {"name": "what", "type": "string"},
        {"name": "amount_usd", "type": "number", "unit": "US dollars", "constraints": {"minimum": 0}},
        {"name": "quantity", "type": "integer", "unit": "pieces"},
        {"name": "counted", "type": "boolean", "constraints": {"required": True}},
        {"name": "counted_why", "type": "string", "constraints": {"enum": ["no_event", "repeats_row"]}},
        {"name": "source", "type": "string", "constraints": {"required": True}},
    ], ["id"])
    write("votes", "iso3,year,event_ids,voted\nARG,2019,e-1;e-2,true\nBRA,2020,,\nCHN,2020,e-3,false\n", [
        {"name": "iso3", "type": "string", "constraints": {"required": True}},
        {"name": "year", "type": "integer", "unit": "year", "constraints": {"required": True}},
        {"name": "event_ids", "type": "string", "kind": "list", "references": {"resource": "events", "fields": ["id"]}},
        {"name": "voted", "type": "boolean"},
    ], ["iso3", "year"])
    return folder


def table_writer(folder: Path) -> Callable[..., None]:
    """How is one table with a full sidecar written into a folder?"""

    def write(name: str, text: str, fields: list[dict[str, Any]], key: list[str], **more: Any) -> None:
        sidecar = {
            "name": name, "type": "table", "path": f"{name}.csv", "title": name, "description": f"One row is one of {name}.",
            "class": "coded", "credit": "Own coding", "period": "2019-2026",
            "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
            "coverage": ["All of it."],
            "schema": {"missingValues": [""], "fields": [{"description": f["name"], **f} for f in fields], "primaryKey": key},
            **more,
        }
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        (folder / f"{name}.resource.yaml").write_text(yaml.safe_dump(sidecar, sort_keys=False), encoding="utf-8")

    return write
