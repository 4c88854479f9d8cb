"""Which records of a package are on record already, and how those differ."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from secdb.register.loading.reading import Entry
    from secdb.register.rows.layout import Key, Layout

_LISTED = 500  # keys of more values than this are not listed in the query


@dataclass(frozen=True, slots=True)
class Difference:
    """A value of the package that is not the one on record; the one on record stays."""

    table: str
    record_id: int
    file: str
    line: int
    column: str
    on_record: object
    in_package: object


class Matcher:
    """The records of a table that those of a package may be, by key and number among those of the same key."""

    def __init__(self, connection: sa.Connection, layout: Layout, entries: Sequence[Entry]) -> None:
        self._layout = layout
        self._columns = ("id", *layout.compared)
        self._on_record: dict[Key, sa.Row[Any]] = {}
        places = [self._columns.index(column) for column in layout.key]
        seen: Counter[Key] = Counter()
        for row in connection.execute(self._query(entries)) if entries else ():
            key = tuple(row[place] for place in places)
            seen[key] += 1
            self._on_record[*key, seen[key]] = row

    def keyed(self, entries: Iterable[Entry]) -> Iterator[tuple[Entry, Key]]:
        """Yield each entry with its key, the number among those of the same key last."""
        seen: Counter[Key] = Counter()
        for entry in entries:
            key = self._layout.key_of(entry.values)
            seen[key] += 1
            yield entry, (*key, seen[key])

    def id_of(self, key: Key) -> int | None:
        """Return the id of the record of a numbered key, None when it is not on record."""
        found = self._on_record.get(key)
        return None if found is None else int(found[0])

    def differences(self, entry: Entry, key: Key) -> list[Difference]:
        """Return how an entry differs from its record."""
        stored = self._on_record[key]
        pairs = zip(self._columns, stored, strict=True)
        return [
            Difference(self._layout.table.name, stored[0], *entry.place, column, value, entry.values[column])
            for column, value in pairs
            if value != entry.values[column]
        ]

    def _query(self, entries: Sequence[Entry]) -> sa.Select[Any]:
        """Select every record that may be one of the entries, and few others."""
        columns = self._layout.table.c
        query = sa.select(*(columns[name] for name in self._columns)).order_by(columns.id)
        for name in self._layout.key:
            values = {entry.values[name] for entry in entries}
            if len(values) <= _LISTED and None not in values:
                query = query.where(columns[name].in_(values))
        return query
