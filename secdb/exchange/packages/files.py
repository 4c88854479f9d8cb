"""The files of a package: their names, their checksums, and CSV that every reader parts in the same way."""

from __future__ import annotations

import csv
import hashlib
import re
from typing import TYPE_CHECKING, Any, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from types import TracebackType

DOCUMENTS = "documents"
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
_OTHER = re.compile(r"[^a-z0-9]+")
_RESERVED = {"con", "prn", "aux", "nul", *(f"{one}{number}" for one in ("com", "lpt") for number in range(10))}
_SHOWN = 40  # characters of a code that a file's name shows when it cannot be the code itself
_ENDINGS = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "text/html": "html",
    "application/json": "json",
}


class Sum(NamedTuple):
    """Size in bytes and checksum (`sha256:...`) of a file."""

    bytes: int
    hash: str


def sum_of(content: bytes) -> Sum:
    """Return what tells whether a file with this content is whole."""
    return Sum(len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")


def text_path(code: str) -> str:
    """Return where the text of a document lies in the package."""
    return f"{DOCUMENTS}/{_stem(code)}.txt"


def received_path(code: str, media_type: str) -> str:
    """Return where the file received for a document lies; its ending is that of the media type, else `bin`."""
    return f"{DOCUMENTS}/{_stem(code)}.{_ENDINGS.get(media_type, 'bin')}"


def _stem(code: str) -> str:
    """Return a name that no other code has, that every system takes, and that says the code as far as it can.

    Codes with other characters than these get a part of their hash: `A/57/88` is `a-57-88~` and 16 digits. Capitals
    count as others, for some systems take `CST` and `cst` for one name.
    """
    if _NAME.fullmatch(code) and code.partition(".")[0] not in _RESERVED and ".." not in code:
        return code
    shown = _OTHER.sub("-", code.lower()).strip("-")[:_SHOWN]
    return f"{shown}~{hashlib.sha256(code.encode()).hexdigest()[:16]}"


class CsvFile:
    """A context manager over a new CSV file: UTF-8, LF, quotes only where they are needed; it keeps its checksum."""

    def __init__(self, path: Path, header: Iterable[str]) -> None:
        self._file = path.open("wb")
        self._digest = hashlib.sha256()
        self._size = 0
        # told that lines end in CR LF, the writer puts quotes around either; see `write`
        self._writer: Any = csv.writer(self, lineterminator="\r\n")
        self._writer.writerow(list(header))

    @property
    def sum(self) -> Sum:
        """Size and checksum of what has been written."""
        return Sum(self._size, f"sha256:{self._digest.hexdigest()}")

    def add(self, cells: Iterable[object]) -> None:
        """Write a row; None is an empty cell."""
        self._writer.writerow(cells)

    def write(self, line: str) -> None:
        """Take a line from the writer of CSV, its end included."""
        data = (line[:-2] + "\n").encode()
        self._digest.update(data)
        self._size += len(data)
        self._file.write(data)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self._file.close()
