"""Does every key that points at another table find its row there?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from quietpush.checks.files import Table
from quietpush.checks.problem import Problem, nearest, quoted
from quietpush.schema import Field, Reference, Sidecar

# Columns that point at a table in whichever table they stand, said by the sidecar or not.
IMPLIED = {
    "iso3": Reference("states", ("iso3",)),
    "source": Reference("sources", ("key",)),
}
# Columns of one table that must point somewhere.
IMPLIED_IN = {
    ("claims", "evidence"): Reference("events", ("event_id",)),
    ("verdict_rules", "claim_id"): Reference("claims", ("claim_id",)),
}
# A column of this kind also holds codes of dependent territories, which are no states.
TERRITORY = "territory"
Key = tuple[tuple[str, ...], Reference]


def key_problems(tables: dict[str, Table], unreadable: set[str]) -> Iterator[Problem]:
    """Which keys find no row? Tables that could not be read are not asked; their own problem is reported already."""
    needed: dict[str, list[str]] = defaultdict(list)
    for name, table in tables.items():
        for columns, reference in _keys(table.sidecar):
            target = reference.resource or name
            if target in unreadable:
                continue
            if target not in tables:
                needed[target].append(f"{name}.{'+'.join(columns)}")
            elif not tables[target].has(*reference.fields):
                yield Problem(_sidecar_label(table), None, ", ".join(columns), f"a reference to {target}.{'+'.join(reference.fields)}",
                              f"columns of {target} ({', '.join(tables[target].sidecar.columns)})", "correct the reference")
            else:
                yield from _dangling(table, columns, tables[target], reference.fields)
    for target, users in needed.items():
        folder = next(iter(tables.values())).label.rpartition("/")[0]
        yield Problem(f"{folder}/{target}.csv", None, "", "no such table", f"a table that {', '.join(users)} points at", "restore the table and its sidecar")


def _keys(sidecar: Sidecar) -> list[Key]:
    keys: list[Key] = [(k.fields, k.reference) for k in sidecar.foreign_keys]
    keys += [((f.name,), f.references) for f in sidecar.fields if f.references]
    declared = {columns for columns, _ in keys}
    for field in sidecar.fields:
        implied = IMPLIED_IN.get((sidecar.name, field.name)) or IMPLIED.get(field.name)
        itself = implied and sidecar.name == implied.resource and field.name in implied.fields
        if implied and not itself and field.kind != TERRITORY and (field.name,) not in declared:
            keys.append(((field.name,), implied))
    return list(dict.fromkeys(keys))


def _dangling(table: Table, columns: tuple[str, ...], target: Table, fields: tuple[str, ...]) -> Iterator[Problem]:
    known = {values for _, values in target.cells(*fields)}
    field = table.sidecar.field(columns[0])
    lost: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for line, values in table.cells(*columns):
        for key in _split(values, field) if len(columns) == 1 else [values]:
            if all(values) and key not in known:
                lost[key].append(line)
    for key, lines in lost.items():
        others = len(lines) - 1
        more = f" (and in {others} more row{'s' * (others > 1)})" if others else ""
        named = f"{'+'.join(fields)} of {target.label}"
        hint = nearest(key[0], (k[0] for k in known)) if len(key) == 1 else ""
        yield Problem(table.label, lines[0], ", ".join(columns), ", ".join(map(quoted, key)) + more,
                      f"{'an' if named[0] in 'aeiou' else 'a'} {named}" + (", several joined by ; without spaces" if field.kind == "list" else ""),
                      f"correct the {columns[0]}{hint} or add it to {target.label}")


def _split(values: tuple[str, ...], field: Field) -> list[tuple[str, ...]]:
    return [(part,) for part in values[0].split(";")] if field.kind == "list" else [values]


def _sidecar_label(table: Table) -> str:
    return table.label.removesuffix(".csv") + ".resource.yaml"
