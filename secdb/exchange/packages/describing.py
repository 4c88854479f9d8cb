"""`datapackage.json`: what the tables are, column by column, as the models have it, and what the files must be.

Tabular Data Package, version 1 (https://specs.frictionlessdata.io/tabular-data-package/). Nothing in it depends on when
or where it was written, or on the register's history: the same records give the same bytes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from secdb.exchange.package import FORMAT, MARK
from secdb.exchange.packages.columns import columns_of, identity
from secdb.models import Base

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from secdb.exchange.packages.columns import Column
    from secdb.exchange.packages.files import Sum

    Described = dict[str, Any]

_NAME = "secdb-register"
_OWN = {"name", "title", "description", "sources"}
_DESCRIPTION = (
    "A register of treaty membership: every record, without the history of how it came about. A date as recorded has "
    "two columns, NAME_text (as the source prints it) and NAME_edtf; a period (existence, valid) is an EDTF interval "
    "with an inclusive last day. Offsets count Unicode code points from 0. An empty cell is NULL. The terms under "
    "which records may be used stand in dataset.csv, with the dataset that each belongs to. Texts of documents, and "
    "the files in which they were received, lie in documents/ byte for byte; document.csv names them."
)


def describe(sums: Mapping[str, Sum], sources: Sequence[Described], kept: Mapping[str, Any]) -> bytes:
    """Return the descriptor of a package with these tables; `kept` is what its user says of it, see `kept_of`."""
    own: Described = {
        "name": _NAME,
        "title": "A register of treaty membership",
        "description": _DESCRIPTION,
        **({"sources": list(sources)} if sources else {}),
    }
    head = kept if kept.get("name", _NAME) != _NAME else {**own, **kept}
    whole: Described = {"profile": "tabular-data-package", **head, MARK: {"format": FORMAT}}
    whole["resources"] = [_resource(table, found) for table, found in sums.items()]
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def kept_of(described: Mapping[str, Any]) -> Described:
    """Return what the user of a package said of it in its descriptor.

    Whoever gave it another name described it: all of that stays. Else it is what secdb would not say, as its licence;
    the rest is written anew, so that the same records give the same bytes whatever package was there before.
    """
    is_named = described.get("name", _NAME) != _NAME
    anew = {"profile", "resources", MARK} | (set() if is_named else _OWN)
    return {name: value for name, value in described.items() if name not in anew}


def csv_path(table: str) -> str:
    """Return where the rows of a table stand in the package."""
    return f"{table}.csv"


def _resource(table: str, found: Sum) -> Described:
    return {
        "name": table,
        "profile": "tabular-data-resource",
        "path": csv_path(table),
        "description": Base.metadata.tables[table].comment or "",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": found.bytes,
        "hash": found.hash,
        "schema": _schema(table),
    }


def _schema(table: str) -> Described:
    columns = columns_of(table)
    schema: Described = {"fields": [_field(one) for one in columns], "primaryKey": identity(table)}
    if keys := [_foreign_key(one, table) for one in columns if one.target]:
        schema["foreignKeys"] = keys
    return {**schema, "missingValues": [""]}


def _field(one: Column) -> Described:
    constraints: Described = {}
    if one.is_required:
        constraints["required"] = True
    if one.is_unique:
        constraints["unique"] = True
    if one.words:
        constraints["enum"] = list(one.words)
    field = {"name": one.name, "type": one.kind, "format": "default", "description": one.meaning}
    return {**field, **({"constraints": constraints} if constraints else {})}


def _foreign_key(one: Column, table: str) -> Described:
    target = one.target or ""
    # the empty name is how Table Schema says "this very table"
    resource = "" if target == table else target
    return {"fields": one.name, "reference": {"resource": resource, "fields": identity(target)}}
