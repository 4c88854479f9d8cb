"""The lines of a file one by one, which can be taken back: a record that does not fit is read again from its second."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from typing import BinaryIO

MAX_RECORD = 8 << 20
"""Bytes of the longest record: what a quote that is never closed may make the reader hold."""


class LineError(ValueError):
    """A line holds what no table does: bytes that are not UTF-8, a NUL, more than a record may have."""


class Line(NamedTuple):
    """A line, its break included, and its number from 1; `is_cut` when it is longer than a record may be."""

    number: int
    data: bytes
    is_cut: bool


class Lines:
    """An iterator over the texts of the lines, for `csv.reader`; those of the record under way can be taken back."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._read = 0
        self._ahead: deque[Line] = deque()
        self._taken: list[Line] = []
        self._size = 0

    @property
    def number(self) -> int:
        """Return the number of the line that comes next, after `begin`."""
        return self._ahead[0].number

    @property
    def taken(self) -> int:
        """Return how many lines the record under way has."""
        return len(self._taken)

    def begin(self) -> bool:
        """Begin a record with the next line, past those taken; False at the end of the file."""
        self._taken.clear()
        self._size = 0
        if not self._ahead and (line := self._next()):
            self._ahead.append(line)
        return bool(self._ahead)

    def rewind(self) -> None:
        """Take back the whole record."""
        self._ahead.extendleft(reversed(self._taken))
        self.begin()

    def give_up(self) -> str:
        """Take back all lines of the record but the first, and return that one's text as well as it can be shown."""
        first = self._taken[0]
        self._ahead.extendleft(reversed(self._taken[1:]))
        self._taken.clear()
        return first.data.decode("utf-8", "backslashreplace").rstrip("\r\n").replace("\0", "\\x00")

    def __iter__(self) -> Self:
        """Return itself."""
        return self

    def __next__(self) -> str:
        """Return the text of the next line. Raises LineError when it has none."""
        line = self._ahead.popleft() if self._ahead else self._next()
        if line is None:
            raise StopIteration
        self._taken.append(line)
        self._size += len(line.data)
        if line.is_cut or self._size > MAX_RECORD:
            raise LineError(f"a record of more than {MAX_RECORD:,} bytes")
        return _text(line.data)

    def _next(self) -> Line | None:
        """Read a line; of one that is too long the rest is passed over."""
        data = self._file.readline(MAX_RECORD + 1)
        if not data:
            return None
        self._read += 1
        is_cut, rest = len(data) > MAX_RECORD, data
        while len(rest) > MAX_RECORD and not rest.endswith(b"\n"):
            rest = self._file.readline(MAX_RECORD + 1)
        return Line(self._read, data, is_cut)


def _text(data: bytes) -> str:
    if b"\0" in data:
        raise LineError("a NUL character; take it out")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise LineError(f"not UTF-8 (byte {error.start + 1} of the line); save it as UTF-8") from error
