"""What a query gave, as plain values, and no more of it than fits."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from secdb.errors import SecdbError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOM = 500_000_000  # bytes of memory that an answer may take, about
CELL = 80  # bytes that a value takes beside its own length


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: the names of its columns, each once, and the rows; `is_cut` when there are more."""

    columns: list[str]
    rows: list[dict[str, Any]]
    is_cut: bool


def answer(names: Sequence[str], cursor: Iterable[Sequence[Any]], limit: int | None) -> Answer:
    """Return the rows, of which there are more than `limit` when it is cut. Raises SecdbError for more than fits."""
    columns = distinct(names)
    found: list[dict[str, Any]] = []
    room = ROOM
    for values in cursor:
        if limit is not None and len(found) == limit:
            return Answer(columns, found, is_cut=True)
        row = dict(zip(columns, map(_plain, values), strict=True))
        room -= sum(CELL + len(value) if isinstance(value, str) else CELL for value in row.values())
        if room < 0:
            raise SecdbError(
                f"the answer is too large to print ({len(found)} rows took {ROOM // 1_000_000} MB); ask for less, or "
                "for the first rows with --limit"
            )
        found.append(row)
    return Answer(columns, found, is_cut=False)


def distinct(names: Sequence[str]) -> list[str]:
    """Return the names with a number behind the second of a name, or one would hide the other."""
    columns: list[str] = []
    for name in names:
        number, distinct = 1, name
        while distinct in columns:
            number += 1
            distinct = f"{name}_{number}"
        columns.append(distinct)
    return columns


def _plain(value: object) -> object:
    """Return the value as JSON can hold it: days and times as ISO text, bytes as PostgreSQL shows them."""
    if value is None or isinstance(value, str | int | bool | dict | list):
        return value
    if isinstance(value, Decimal) and value.is_finite():
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, float) and value - value == 0:  # neither infinite nor NaN, which JSON does not know
        return value
    if isinstance(value, bytes | bytearray | memoryview):
        return f"\\x{bytes(value).hex()}"
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
