"""Reading a package: a folder with `datapackage.json`, one CSV file per table, and documents' files beside them.

A Tabular Data Package (https://specs.frictionlessdata.io/tabular-data-package/) of which `resources` are read, each
with its `name` (a table), its `path` (relative) and, where they are there, the field names of its `schema`, its `bytes`
and its `hash`. `secdb.exchange.packages` writes them.
"""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from secdb.exchange.csvfile import PackageError, Row, opened, read_rows
from secdb.models.records import recorded_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DESCRIPTOR", "Package", "PackageError", "Resource", "Row", "read_descriptor", "read_package"]

DESCRIPTOR = "datapackage.json"
MARK = "secdb"
"""Where the descriptor says that secdb wrote it, and in which `FORMAT`."""
FORMAT = 1
MAX_CELL = 1 << 26
"""Characters of the longest cell that is read."""

_AT_ONCE = 1 << 20  # bytes read for a checksum
_FILES = ("text", "received")


@dataclass(frozen=True, slots=True)
class Stated:
    """What is said of a file, and where: `size` in bytes and `hash` (`sha256:...`), None where nothing is said."""

    size: int | None = None
    hash: str | None = None
    file: str = DESCRIPTOR
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Resource:
    """One table of a package; iterating reads its file, row by row, each time anew.

    What is `stated` of its file must be true, and what a row says of a document's file; `is_trusted` = they are not
    compared.
    """

    folder: Path
    table: str
    path: str
    fields: tuple[str, ...] | None
    stated: Stated = Stated()
    is_trusted: bool = False

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows; a document's `text_file` comes as `text`, exactly as the file has it.

        Its `received_file` comes as `received`: a text of which each character is a byte (Latin-1).
        """
        path = inside(self.folder, self.path, DESCRIPTOR)
        if not self.is_trusted:
            require_whole(path, self.path, self.stated)
        csv.field_size_limit(max(csv.field_size_limit(), MAX_CELL))
        for row in read_rows(path, self.path, self.fields):
            if self.table == "document":
                for name in _FILES:
                    self._take_file(row, name)
            yield row

    def _take_file(self, row: Row, name: str) -> None:
        """Put what the file named in a row holds in the place of what the row says of it."""
        said = {part: row.values.pop(f"{name}_{part}", None) for part in ("bytes", "hash")}
        if f"{name}_file" not in row.values:
            return
        file = row.values.pop(f"{name}_file")
        if file is None:
            row.values[name] = None
            return
        path = inside(self.folder, file, row.file, row.line)
        if not self.is_trusted:
            size = _size(said["bytes"], row.file, row.line)
            require_whole(path, file, Stated(size, said["hash"], row.file, row.line))
        with opened(path, file) as content:
            data = content.read()
        row.values[name] = _text(data, file) if name == "text" else data.decode("latin-1")


@dataclass(frozen=True, slots=True)
class Package:
    """A package as described; its rows are read when its tables are iterated."""

    folder: Path
    name: str | None
    resources: tuple[Resource, ...]

    def __iter__(self) -> Iterator[tuple[str, Resource]]:
        """Yield each table's name and its rows."""
        return ((resource.table, resource) for resource in self.resources)


def read_package(folder: Path, *, is_trusted: bool = False) -> Package:
    """Return the package in `folder`; every file it names is there, none is read yet.

    Raises PackageError, with file and line, here and while rows are read: a file missing or outside the folder, not
    UTF-8, a broken descriptor, a resource that is no table of the register, a bad header or row, and unless
    `is_trusted` a file that is not the one described.
    """
    described = read_descriptor(folder)
    resources = tuple(_resource(folder, item, is_trusted=is_trusted) for item in described["resources"])
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


def require_whole(path: Path, name: str, stated: Stated) -> None:
    """Raise PackageError unless a file has the size and the checksum that are stated."""
    if stated.hash is None and stated.size is None:
        return
    algorithm, _, digest = (stated.hash or "").rpartition(":")
    try:
        found = hashlib.new(algorithm or "md5", usedforsecurity=False)  # the standard's own, where none is named
    except ValueError as error:
        message = f"the hash of {name!r} is of a kind that is not known: {algorithm!r}"
        raise PackageError(message, stated.file, stated.line) from error
    size = 0
    with opened(path, name) as file:
        while part := file.read(_AT_ONCE):
            found.update(part)
            size += len(part)
    if size != (size if stated.size is None else stated.size) or (digest and found.hexdigest() != digest.lower()):
        raise PackageError(
            f"was changed after the package was written: it is not the file that {stated.file} describes; "
            "take it as it is with --changed, if that was you",
            name,
        )


def read_descriptor(folder: Path) -> dict[str, Any]:
    """Return the descriptor of the package in `folder`, an object with a list of resources. Raises PackageError."""
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
    mark = described.get(MARK)
    number = mark.get("format") if isinstance(mark, dict) else None
    if isinstance(number, int) and number > FORMAT:
        raise PackageError(f"is of format {number}; this secdb reads up to {FORMAT}: get a newer one", DESCRIPTOR)
    return described


def _resource(folder: Path, item: object, *, is_trusted: bool) -> Resource:
    """Return the resource that an item of the descriptor describes."""
    described = item if isinstance(item, dict) else {}
    table, path = described.get("name"), described.get("path")
    if not isinstance(table, str) or not isinstance(path, str):
        raise PackageError("a resource needs a name and a path, both texts", DESCRIPTOR)
    if table not in recorded_tables():
        known = ", ".join(recorded_tables())
        raise PackageError(f"there is no table for the resource {table!r}; there are {known}", DESCRIPTOR)
    inside(folder, path, DESCRIPTOR)
    digest = described.get("hash")
    stated = Stated(_size(described.get("bytes"), DESCRIPTOR), digest if isinstance(digest, str) and digest else None)
    return Resource(folder, table, path, _field_names(table, described.get("schema")), stated, is_trusted)


def _size(given: object, file: str, line: int | None = None) -> int | None:
    """Return a number of bytes, None where none is given."""
    if given is None:
        return None
    try:
        return int(given) if isinstance(given, int | str) else -1
    except ValueError as error:
        raise PackageError(f"{given!r} is no number of bytes", file, line) from error


def _text(data: bytes, name: str) -> str:
    """Return a text as its bytes have it; a line break stays as it is."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PackageError("the text is not UTF-8; save it as UTF-8", name, line) from error


def _field_names(table: str, schema: object) -> tuple[str, ...] | None:
    """Return the names of the schema's fields, None without a schema."""
    if schema is None:
        return None
    try:
        names = tuple(field["name"] for field in schema["fields"])  # type: ignore[index]
    except (TypeError, KeyError) as error:
        raise PackageError(f"the schema of {table!r} has no list of named fields", DESCRIPTOR) from error
    return names
