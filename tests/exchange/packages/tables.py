"""Does a package keep to what its descriptor says? A reading of Table Schema apart from secdb's own."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

READ: dict[str, Callable[[str], Any]] = {"string": str, "integer": int, "date": dt.date.fromisoformat}


def faults(folder: Path) -> list[str]:
    """Return where files are not as described: size, hash, header, types, constraints, keys."""
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))
    csv.field_size_limit(1 << 26)
    tables = {one["name"]: _rows(folder / one["path"]) for one in described["resources"]}
    return [fault for one in described["resources"] for fault in _faults(one, folder, tables)]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def _faults(one: dict[str, Any], folder: Path, tables: dict[str, list[dict[str, str]]]) -> Iterator[str]:
    name, schema, rows = one["name"], one["schema"], tables[one["name"]]
    data = (folder / one["path"]).read_bytes()
    if (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}") != (one["bytes"], one["hash"]):
        yield f"{name}: other bytes"
    if b"\r\n" in data.replace(b'"', b"").partition(b"\n")[0] or not data.endswith(b"\n"):
        yield f"{name}: line ends"
    header = data.partition(b"\n")[0].decode().split(",")
    if header != [field["name"] for field in schema["fields"]]:
        yield f"{name}: header"
    for field in schema["fields"]:
        yield from (
            f"{name}.{field['name']}: {fault}" for fault in _of_field(field, [row[field["name"]] for row in rows])
        )
    keys = [row[schema["primaryKey"]] for row in rows]
    if len(set(keys)) < len(keys) or "" in keys:
        yield f"{name}: primary key"
    for key in schema.get("foreignKeys", ()):
        there = key["reference"]
        known = {row[there["fields"]] for row in tables[there["resource"] or name]} | {""}
        yield from (
            f"{name}.{key['fields']}: no {row[key['fields']]}" for row in rows if row[key["fields"]] not in known
        )


def _of_field(field: dict[str, Any], values: list[str]) -> Iterator[str]:
    rules = field.get("constraints", {})
    given = [READ[field["type"]](value) for value in values if value]
    if rules.get("required") and len(given) < len(values):
        yield "an empty cell"
    if rules.get("unique") and len(set(given)) < len(given):
        yield "twice"
    if "enum" in rules and not set(given) <= set(rules["enum"]):
        yield "none of the words"
