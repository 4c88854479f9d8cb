"""The rows that could not be taken, each with its place and the reason, in a file to correct and read again."""

from __future__ import annotations

import csv
import os
import secrets
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Self

from secdb.errors import RefusedError
from secdb.exchange.csvfile import PackageError, Row
from secdb.exchange.targets import require_other

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from secdb.exchange.tolerant import Fault

OWN = ("file", "line", "reason")
_BEGINNING = 1_000  # characters in which the header of such a file has its first columns


def open_rejects(path: Path, database: str | None, read: Path) -> RejectsFile:
    """Return the file for rows of a table or folder `read`, for a register: to be entered before rows are recorded.

    Raises RefusedError for a place that is not free: see `require_other`; of files that are there already only one
    that has such rows is replaced.
    """
    require_other(path, database, read)
    if path.exists() and not _has_rejects(path):
        raise RefusedError(f"{path} is there already and holds no rows that were rejected; name another file")
    return RejectsFile(path)


class RejectsFile:
    """A context manager over a CSV file with `file`, `line`, `reason` and the columns of the table read.

    It is made at once, beside its place; where that cannot be, entering raises PackageError. It takes its place when
    the block ends well and a row was added; an exception leaves there what was there before. `count` is the number of
    rows added.
    """

    def __init__(self, path: Path, header: Sequence[str] = ()) -> None:
        self.count = 0
        self._path = path
        self._header = header
        self._part = path.with_name(f".secdb-{secrets.token_hex(8)}.part")
        self._file: Any = None
        self._writer: Any = None

    def begin(self, header: Sequence[str]) -> None:
        """Begin anew, without rows, with the columns of the table. Raises PackageError."""
        self.count = 0
        self._header = header
        own = [f"reject_{name}" if name in header else name for name in OWN]
        with _written(self._path):
            self._file.seek(0)
            self._file.truncate()
            self._writer = csv.writer(self._file)
            self._writer.writerow([*own, *header])

    def add(self, rejected: Row | Fault, reason: str) -> None:
        """Write a row or fault: its cells, be they more or fewer than columns; as read where it was not parted.

        Raises PackageError when the file cannot be written.
        """
        with _written(self._path):
            self._writer.writerow([rejected.file, rejected.line, reason, *self._cells(rejected)])
        self.count += 1

    def save(self) -> None:
        """Bring the rows to the disk, where they wait for `place`. Raises PackageError."""
        with _written(self._path):
            self._file.flush()
            os.fsync(self._file.fileno())

    def place(self) -> None:
        """Put the file with its rows in its place; without rows leave what is there. Raises PackageError."""
        if self._file.closed:
            return
        with _written(self._path):
            self._file.close()
            if self.count:
                self._part.replace(self._path)

    def _cells(self, rejected: Row | Fault) -> list[str]:
        if isinstance(rejected, Row):
            return [rejected.values.get(column) or "" for column in self._header]
        return [rejected.raw] if rejected.cells is None else list(rejected.cells)

    def __enter__(self) -> Self:
        """Make the file, and return itself."""
        with _written(self._path):
            self._file = self._part.open("x", encoding="utf-8", newline="")
        self.begin(self._header)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the file in its place, or take it away after an exception."""
        try:
            if kind is None:
                self.place()
        finally:
            with suppress(OSError):  # what is left to be written has no room
                self._file.close()
            self._part.unlink(missing_ok=True)


@contextmanager
def _written(path: Path) -> Iterator[None]:
    """Turn what the system refuses within into a PackageError with the path of the file."""
    try:
        yield
    except OSError as error:
        raise PackageError(f"cannot be written: {error.strerror}", str(path)) from error


def _has_rejects(path: Path) -> bool:
    """Tell whether a file has the columns of rows that were rejected."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = next(csv.reader(file.read(_BEGINNING).splitlines()[:1]), [])
    except (OSError, UnicodeDecodeError, csv.Error):
        return False
    return tuple(name.removeprefix("reject_") for name in first[: len(OWN)]) == OWN
