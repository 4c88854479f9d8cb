"""Reading a package: a folder with `datapackage.json`, one CSV file per table, and documents' texts beside them.

A Tabular Data Package (https://specs.frictionlessdata.io/tabular-data-package/) of which `resources` are read, each
with its `name` (a table), its `path` (relative) and, where there is one, the field names of its `schema`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from secdb.exchange.csvfile import PackageError, Row, opened, read_rows
from secdb.models.records import recorded_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DESCRIPTOR", "Package", "PackageError", "Resource", "Row", "read_package"]

DESCRIPTOR = "datapackage.json"


@dataclass(frozen=True, slots=True)
class Resource:
    """One table of a package; iterating reads its file, row by row, each time anew."""

    folder: Path
    table: str
    path: str
    fields: tuple[str, ...] | None

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows; a document's `text_file` comes as `text`, exactly as the file has it."""
        for row in read_rows(inside(self.folder, self.path, DESCRIPTOR), self.path, self.fields):
            if self.table == "document" and "text_file" in row.values:
                row.values["text"] = self._text(row, row.values.pop("text_file"))
            yield row

    def _text(self, row: Row, name: str | None) -> str | None:
        """Return the text of the file named in a row; a line break stays as it is."""
        if name is None:
            return None
        with opened(inside(self.folder, name, row.file, row.line), name) as file:
            data = file.read()
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise PackageError("the text is not UTF-8; save it as UTF-8", name, line) from error


@dataclass(frozen=True, slots=True)
class Package:
    """A package as described; its rows are read when its tables are iterated."""

    folder: Path
    name: str | None
    resources: tuple[Resource, ...]

    def __iter__(self) -> Iterator[tuple[str, Resource]]:
        """Yield each table's name and its rows."""
        return ((resource.table, resource) for resource in self.resources)


def read_package(folder: Path) -> Package:
    """Return the package in `folder`; every file it names is there, none is read yet.

    Raises PackageError, with file and line, here and while rows are read: a file missing or outside the folder, not
    UTF-8, a broken descriptor, a resource that is no table of the register, a bad header or row.
    """
    described = _descriptor(folder)
    resources = tuple(_resource(folder, item) for item in described["resources"])
    tables = [resource.table for resource in resources]
    if twice := sorted({table for table in tables if tables.count(table) > 1}):
        raise PackageError(f"the resource {twice[0]!r} is there twice; join the two files", DESCRIPTOR)
    name = described.get("name")
    return Package(folder, name if isinstance(name, str) else None, resources)


def inside(folder: Path, name: str, file: str, line: int | None = None) -> Path:
    """Return the existing file `name` of the folder; `file` and `line` say where it is named.

    Raises PackageError for an absolute path, one that leads out of the folder (by a link too), and a missing file.
    """
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\0" in name:
        raise PackageError(f"the path {name!r} leads out of the folder; name a file inside it", file, line)
    found = folder / path
    try:
        if not found.resolve().is_relative_to(folder.resolve()):
            raise PackageError(f"the path {name!r} leads out of the folder; name a file inside it", file, line)
        is_file = found.is_file()
    except (OSError, RuntimeError) as error:  # too long a name, links in a circle
        raise PackageError(f"cannot open {name!r}: {error}", file, line) from error
    if not is_file:
        raise PackageError(f"there is no file {name!r} in {folder}", file, line)
    return found


def _descriptor(folder: Path) -> dict[str, Any]:
    """Return the descriptor as an object with a list of resources."""
    if not (folder / DESCRIPTOR).is_file():
        raise PackageError(f"{folder} is no package: it holds no {DESCRIPTOR}", DESCRIPTOR)
    with opened(folder / DESCRIPTOR, DESCRIPTOR) as file:
        data = file.read()
    try:
        described = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise PackageError("not UTF-8", DESCRIPTOR, data.count(b"\n", 0, error.start) + 1) from error
    except json.JSONDecodeError as error:
        raise PackageError(f"broken JSON: {error.msg}", DESCRIPTOR, error.lineno) from error
    except RecursionError as error:
        raise PackageError("broken JSON: nested too deeply", DESCRIPTOR) from error
    if not isinstance(described, dict) or not isinstance(described.get("resources"), list):
        raise PackageError("has no list of resources", DESCRIPTOR)
    return described


def _resource(folder: Path, item: object) -> Resource:
    """Return the resource that an item of the descriptor describes."""
    described = item if isinstance(item, dict) else {}
    table, path = described.get("name"), described.get("path")
    if not isinstance(table, str) or not isinstance(path, str):
        raise PackageError("a resource needs a name and a path, both texts", DESCRIPTOR)
    if table not in recorded_tables():
        known = ", ".join(recorded_tables())
        raise PackageError(f"there is no table for the resource {table!r}; there are {known}", DESCRIPTOR)
    inside(folder, path, DESCRIPTOR)
    return Resource(folder, table, path, _field_names(table, described.get("schema")))


def _field_names(table: str, schema: object) -> tuple[str, ...] | None:
    """Return the names of the schema's fields, None without a schema."""
    if schema is None:
        return None
    try:
        names = tuple(field["name"] for field in schema["fields"])  # type: ignore[index]
    except (TypeError, KeyError) as error:
        raise PackageError(f"the schema of {table!r} has no list of named fields", DESCRIPTOR) from error
    return names
