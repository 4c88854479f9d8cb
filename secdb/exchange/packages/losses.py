"""What a package cannot carry: values that no command of secdb writes, but another program can."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from secdb.errors import DateError
from secdb.exchange.package import MAX_CELL
from secdb.exchange.packages.columns import BOUNDS, columns_of, dates_of, has_code, period_of
from secdb.period import parse_date, parse_recorded_period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from secdb.exchange.packages.asking import Numbers, Row
    from secdb.exchange.packages.columns import Column

_REMEMBERED = 8192  # dates of one column; a register states few dates many times
_HIGHEST = 999_999_999  # the greatest number that is read


@dataclass(frozen=True, slots=True)
class Loss:
    """What comes out of the package as something else, or makes it refused; `record` is a code or an id.

    `column` None = the whole record.
    """

    table: str
    record: str
    column: str | None
    message: str

    def __str__(self) -> str:
        """Return it in a line: `act 17: note holds a NUL character`."""
        return f"{self.table} {self.record}: {self.column + ' ' if self.column else ''}{self.message}"


class Losses:
    """Looks for them in the rows of one table, as they are asked for."""

    def __init__(self, table: str, numbers: Mapping[str, Numbers]) -> None:
        self._table = table
        stored = [one for one in columns_of(table) if one.source]
        self._texts = [one.name for one in stored if one.kind == "string" and one.target is None]
        self._integers = [one.name for one in stored if one.kind == "integer" and one.target is None]
        self._references = [one for one in stored if one.target]
        self._numbers = numbers
        self._dated: list[_Remembering] = [_Dates(name) for name in dates_of(table)]
        if period := period_of(table):
            self._dated.append(_Periods(period))

    def of(self, row: Row) -> Iterator[Loss]:
        """Yield what of a row a package cannot carry."""
        for column, message in chain(self._in_texts(row), self._in_numbers(row), self._in_references(row)):
            yield self._loss(row, column, message)
        for one in self._dated:
            if not one.is_sound(row):
                yield self._loss(row, one.column, "is not read back with the bounds on record")

    def _loss(self, row: Row, column: str, message: str) -> Loss:
        return Loss(self._table, str(row["code"] if has_code(self._table) else row["row_id"]), column, message)

    def _in_texts(self, row: Row) -> Iterator[tuple[str, str]]:
        for name in self._texts:
            text = row[name]
            if text is not None and (reason := text_fault(text)):
                yield name, reason
            elif text and len(text) > MAX_CELL:
                yield name, f"has more than {MAX_CELL:,} characters"

    def _in_numbers(self, row: Row) -> Iterator[tuple[str, str]]:
        for name in self._integers:
            if row[name] is not None and not 0 <= row[name] <= _HIGHEST:
                yield name, f"{row[name]} is not a number from 0 to {_HIGHEST}"

    def _in_references(self, row: Row) -> Iterator[tuple[str, str]]:
        for one in self._references:
            if row[one.source or one.name] is not None and not self._is_there(one, row[one.name]):
                yield one.name, "refers to a record that is not there"

    def _is_there(self, one: Column, named: Any) -> bool:  # noqa: ANN401 - a code or a number
        """Tell whether what a row refers to has been found; a number is the id itself where ids have no gaps."""
        numbers = self._numbers[one.target or ""]
        return named is not None and (has_code(one.target or "") or 1 <= named <= numbers.count)


def text_fault(text: str) -> str | None:
    """Return what a package makes of a text, None if it is carried as it is."""
    if not text:
        return "an empty text comes back as no value"
    if "\0" in text:
        return "holds a NUL character, which no text may"
    return None


class _Remembering:
    """Whether values that belong together are what is read from the first of them; each is found out once."""

    def __init__(self, column: str, names: tuple[str, ...], read: Callable[[Any], tuple[object, ...]]) -> None:
        self.column = column
        self._names = names
        self._read = read
        self._known: dict[tuple[Any, ...], bool] = {}

    def is_sound(self, row: Row) -> bool:
        """Tell whether the row's values are what is read from their text."""
        key = tuple([row[name] for name in self._names])
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[key] = self._find(key)
        return known

    def _find(self, key: tuple[Any, ...]) -> bool:
        try:
            return self._read(key) == key
        except DateError:
            return False


class _Dates(_Remembering):
    """A date as recorded."""

    def __init__(self, name: str) -> None:
        names = tuple(f"{name}_{part}" for part in ("text", "edtf", "earliest", "latest"))
        super().__init__(f"{name}_edtf", names, self._as_read)

    @staticmethod
    def _as_read(key: tuple[Any, ...]) -> tuple[object, ...]:
        text, edtf = key[:2]
        if not (text or edtf):
            return (text, None, None, None)
        found = parse_date(edtf or text)
        return (text, found.edtf, _iso(found.earliest), _iso(found.latest))


class _Periods(_Remembering):
    """A period as recorded."""

    def __init__(self, name: str) -> None:
        super().__init__(name, (name, *BOUNDS), self._as_read)

    @staticmethod
    def _as_read(key: tuple[Any, ...]) -> tuple[object, ...]:
        if not key[0]:
            return (key[0], None, None, None, None)
        found = parse_recorded_period(key[0])
        return (found.edtf, *(_iso(getattr(found.period, name)) for name in BOUNDS))


def _iso(day: object) -> str | None:
    return None if day is None else str(day)
