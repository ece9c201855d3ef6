"""What is the whole data package? Gathers all sidecars, with hash and size of each table, into datapackage.json.

The press puts it beside the tables that readers download; ``python -m quietpush.package`` writes it into data/, where a test holds it
to the tables. It is a Frictionless Data Package: ``frictionless validate`` on it follows the keys from table to table.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import yaml

from quietpush import schema

FILE = "datapackage.json"


def resource(sidecar: schema.Sidecar) -> dict:
    """One table as the package describes it: the sidecar, and the file's own hash and size."""
    content = sidecar.path.read_bytes()
    return sidecar.descriptor | {"hash": f"sha256:{hashlib.sha256(content).hexdigest()}", "bytes": len(content)}


def package(data: Path) -> dict:
    """The package descriptor as plain values, tables by name."""
    about = yaml.safe_load((data / schema.PACKAGE).read_text("utf-8"))
    return {
        "name": about["name"], "title": about["title"], "version": about["version"], "created": f"{about['data_as_of']}T00:00:00Z",
        "resources": [resource(schema.load(data, name)) for name in schema.names(data)],
    }


def linked_data(data: Path) -> dict:
    """What do search engines for datasets read on the catalogue page? schema.org: one DataCatalog of Datasets."""
    about = yaml.safe_load((data / schema.PACKAGE).read_text("utf-8"))
    tables = [schema.load(data, name) for name in schema.names(data)]
    return {
        "@context": "https://schema.org", "@type": "DataCatalog", "name": about["title"], "version": about["version"],
        "dateModified": str(about["data_as_of"]), "dataset": [_dataset(table) for table in tables],
    }


def _dataset(table: schema.Sidecar) -> dict:
    return {
        "@type": "Dataset", "name": table.title, "alternateName": table.name, "description": f"{table.description} {' '.join(table.coverage)}",
        "temporalCoverage": table.period, "creditText": table.credit, "license": [licence.get("path") or licence["title"] for licence in table.licenses],
        "isBasedOn": [source.get("path") or source["title"] for source in table.sources],
        "variableMeasured": [{"@type": "PropertyValue", "name": field.name, "description": field.description, "unitText": field.unit} for field in table.fields],
        "distribution": {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": f"downloads/data/{table.path.name}"},
    }


def text(data: Path) -> str:
    """The package as it stands in the file."""
    return json.dumps(package(data), indent=1, ensure_ascii=False, default=str) + "\n"


if __name__ == "__main__":
    (schema.data_dir() / FILE).write_text(text(schema.data_dir()), "utf-8")
