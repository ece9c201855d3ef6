"""Do all tables that have a builder follow from the publishers' files? Writes them, or with --check only compares."""

from __future__ import annotations

import argparse
import importlib
import sys

from builders import common


def handle(table: str, check: bool) -> str:
    """What is wrong with one table? Empty if nothing is; writes it unless `check`."""
    try:
        text = common.text_of(table, importlib.import_module(f"builders.{table}").build)
    except common.BuildError as error:
        return str(error)
    if not check:
        common.write(table, text)
        return ""
    target = common.DATA / f"{table}.csv"
    if target.is_file() and target.read_bytes() == text.encode("utf-8"):
        return ""
    return f"data/{table}.csv is not what its builder makes. Run python -m builders.{table} and read the difference."


def main() -> int:
    """How many tables failed? 0 if none."""
    parser = argparse.ArgumentParser(prog="python -m builders", description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare byte for byte and write nothing")
    check = parser.parse_args().check
    problems = [problem for problem in (handle(table, check) for table in common.built_tables()) if problem]
    print("\n".join(problems), file=sys.stderr, end="\n" if problems else "")
    return common.EXIT_FAILED if problems else 0


if __name__ == "__main__":
    sys.exit(main())
