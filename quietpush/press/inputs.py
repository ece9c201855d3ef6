"""Which chapters must run again? Those whose code, tables, package or lock changed; all others keep their outputs.

MyST-NB's cache keys on code cells only, so a changed table would print old numbers. Here a chapter's record is dropped
when the digest of what it reads (tables named by literal ``table("name")``, the package, the lock) is a new one.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable
from pathlib import Path

from jupyter_cache import get_cache
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from .. import schema
from ..tables import data_dir

TABLE = re.compile(r"""\btable\(\s*["'](\w+)["']""")
CITES = re.compile(r"\bcite\(")
ALWAYS = {"states"}  # the 33-state filter reads it for every table
NOT_PRESS = {".md", ".pyc"}  # Sphinx itself sees a changed page
NOT_IN_KERNELS = {"press", "check.py", "checks", "claims.py"}


def tables_read(text: str) -> set[str]:
    """Which tables does this chapter name?"""
    return set(TABLE.findall(text)) | ALWAYS | ({"events"} if CITES.search(text) else set())


def digest(paths: Iterable[Path]) -> str:
    """One hash of these files, names and bytes."""
    made = hashlib.sha256()
    for path in sorted(paths):
        made.update(path.name.encode())
        made.update(path.read_bytes() if path.is_file() else b"missing")
    return made.hexdigest()


def kernel_code(package: Path) -> list[Path]:
    """Which files of the package can a chapter run?"""
    return [path for path in package.rglob("*.py") if path.relative_to(package).parts[0] not in NOT_IN_KERNELS]


def chapter_inputs(source: Path) -> dict[str, str]:
    """The digest of what each page's cells read, by docname."""
    shared = digest([*kernel_code(source / "quietpush"), source / "requirements" / "book.lock"]) + str(schema.own_data())
    data = data_dir()
    found = {}
    for page in sorted((source / "book").rglob("*.md")):
        files = [data / f"{name}{ending}" for name in tables_read(page.read_text("utf-8")) for ending in (".csv", ".resource.yaml")]
        found[page.relative_to(source).with_suffix("").as_posix()] = shared + digest(files)
    return found


def cache_root(app: Sphinx) -> Path:
    return Path(app.config.nb_execution_cache_path or Path(app.outdir).parent / ".jupyter_cache")


def _drop_stale(app: Sphinx) -> None:
    root = cache_root(app)
    root.mkdir(parents=True, exist_ok=True)
    stamp = root / "inputs.json"
    before = json.loads(stamp.read_text()) if stamp.exists() else {}
    now = chapter_inputs(Path(app.srcdir))
    app.quietpush_stale = sorted(name for name in now if before.get(name) != now[name])
    cache = get_cache(root)
    for record in cache.list_cache_records():
        name = Path(os.path.relpath(record.uri, app.srcdir)).with_suffix("").as_posix()
        if name in app.quietpush_stale or name not in now:
            cache.remove_cache(record.pk)
    stamp.write_text(json.dumps(now, indent=1))


def _outdated(app: Sphinx, env: BuildEnvironment, added: set, changed: set, removed: set) -> list[str]:
    """The pages to print again: those that ran anew, or all where the press itself, its styles or the bibliography changed."""
    source = Path(app.srcdir)
    now = digest(path for room in ("quietpush", "book") for path in (source / room).rglob("*") if path.suffix not in NOT_PRESS)
    before, env.quietpush_press = getattr(env, "quietpush_press", None), now
    return sorted(env.found_docs) if before != now else [name for name in app.quietpush_stale if name in env.found_docs]


def connect(app: Sphinx) -> None:
    app.connect("builder-inited", _drop_stale, priority=2)
    app.connect("env-get-outdated", _outdated)
