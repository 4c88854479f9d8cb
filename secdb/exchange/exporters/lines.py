"""Rows as lines of CSV and of JSON."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from secdb.exchange.exporters.asking import Values


class CsvLines:
    """Makes CSV (RFC 4180, lines end in LF): `empty` texts look like no value, `defused` cells have been changed.

    `defuse` returns what stands for a text that a spreadsheet would run as a formula. It is asked about texts that do
    not begin with a letter or digit, which no formula does.
    """

    def __init__(self, defuse: Callable[[str], str] | None = None) -> None:
        self.empty = 0
        self.defused = 0
        self._defuse = defuse

    def of(self, names: Sequence[str], rows: Iterable[Values]) -> Iterator[str]:
        """Yield the header and a line for each row; one of several lines where a text has line breaks."""
        write = csv.writer(_Echo()).writerow  # gives back what it would write
        yield _ended(write(names))
        for values in rows:
            yield _ended(write(map(self._cell, values)))

    def _cell(self, value: object) -> object:
        if not isinstance(value, str) or value[:1].isalnum():
            return value
        if not value:
            self.empty += 1
        elif self._defuse and (harmless := self._defuse(value)) != value:
            self.defused += 1
            return harmless
        return value


def json_lines(names: Sequence[str], rows: Iterable[Values]) -> Iterator[str]:
    """Yield an object for each row, by the names of its columns; characters stand for themselves (UTF-8)."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for values in rows:
        yield encode(dict(zip(names, values, strict=True))) + "\n"


class _Echo:
    @staticmethod
    def write(line: str) -> str:
        return line


def _ended(line: object) -> str:
    # the writer quotes a cell with either half of its own line end in it, so no line break is lost
    return f"{str(line)[:-2]}\n"
