"""The rows that could not be taken, each with its place and the reason, in a file to correct and read again."""

from __future__ import annotations

import csv
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any, Self

from secdb.exchange.csvfile import PackageError, Row

if TYPE_CHECKING:
    from types import TracebackType

    from secdb.exchange.tolerant import Fault

OWN = ("file", "line", "reason")


class RejectsFile:
    """A context manager over a CSV file with `file`, `line`, `reason` and the columns of the table read.

    The file is made by the first row added, beside its place, and takes its place when the block ends well; an
    exception leaves there what was there before. `count` is the number of rows added.
    """

    def __init__(self, path: Path, header: list[str]) -> None:
        self.count = 0
        self._path = path
        self._header = header
        self._file: Any = None
        self._writer: Any = None

    def add(self, rejected: Row | Fault, reason: str) -> None:
        """Write a row or fault: its cells, be they more or fewer than columns; as read where it was not parted.

        Raises PackageError when the file cannot be written.
        """
        try:
            if self._writer is None:
                self._open()
            self._writer.writerow([rejected.file, rejected.line, reason, *self._cells(rejected)])
        except OSError as error:
            raise PackageError(f"cannot be written: {error.strerror}", str(self._path)) from error
        self.count += 1

    def _cells(self, rejected: Row | Fault) -> list[str]:
        if isinstance(rejected, Row):
            return [rejected.values.get(column) or "" for column in self._header]
        return [rejected.raw] if rejected.cells is None else list(rejected.cells)

    def _open(self) -> None:
        self._file = NamedTemporaryFile(  # noqa: SIM115 - closed when the block ends
            "w", encoding="utf-8", newline="", dir=self._path.parent, prefix=f".{self._path.name}-", delete=False
        )
        self._writer = csv.writer(self._file)
        own = [f"reject_{name}" if name in self._header else name for name in OWN]
        self._writer.writerow([*own, *self._header])

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the file in its place, or take it away after an exception."""
        if self._file is None:
            return
        try:
            self._file.close()
            if kind is None:
                Path(self._file.name).replace(self._path)
        except OSError as failed:
            raise PackageError(f"cannot be written: {failed.strerror}", str(self._path)) from failed
        finally:
            with suppress(FileNotFoundError):
                Path(self._file.name).unlink()
