"""Loading a package: every row checked, what is new written in bulk, what is on record left as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from secdb.errors import NotFoundError
from secdb.models.records import recorded_tables
from secdb.register.loading.matching import Difference, Matcher
from secdb.register.loading.reading import Entry, Reader
from secdb.register.loading.references import FAILED, References
from secdb.register.rows.inserting import insert, next_id
from secdb.register.rows.layout import layout_of
from secdb.register.rows.problems import Place, Problem, ProblemsError
from secdb.register.switch import paused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import sqlalchemy as sa
    from sqlalchemy.orm import Session

    from secdb.register.rows.layout import Key, Layout
    from secdb.register.rows.problems import Row

__all__ = ["Difference", "LoadResult", "load"]


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What loading did: rows `inserted`, rows `unchanged` (on record with the same values), differences `kept`."""

    inserted: int
    unchanged: int
    kept: list[Difference]
    by_table: dict[str, int]
    """Rows inserted, by table; tables without any are left out."""


def load(session: Session, tables: Iterable[tuple[str, Iterable[Row]]]) -> LoadResult:
    """Load tables in the package format, in whatever order they come; loading the same again changes nothing.

    A record on file is never overwritten: where the package says otherwise, that is in `kept`. Raises ProblemsError
    with everything wrong with the data, and then nothing is written. To be called inside `revise`.
    """
    given = dict(tables)
    if unknown := sorted(given.keys() - set(recorded_tables())):
        raise NotFoundError(f"there is no table {unknown[0]!r}; there are {', '.join(recorded_tables())}")
    session.flush()
    with paused(session):
        loading = _Loading(session.connection())
        for name in recorded_tables():
            if name in given:
                loading.load_table(layout_of(name), given[name])
        if loading.problems:
            raise ProblemsError(loading.problems)
    session.expire_all()
    return loading.result


class _Loading:
    """One load under way."""

    def __init__(self, connection: sa.Connection) -> None:
        self.problems: list[Problem] = []
        self._unchanged = 0
        self._kept: list[Difference] = []
        self._by_table: dict[str, int] = {}
        self._connection = connection
        self._references = References(connection)

    @property
    def result(self) -> LoadResult:
        """What has been done so far."""
        return LoadResult(sum(self._by_table.values()), self._unchanged, self._kept, self._by_table)

    def load_table(self, layout: Layout, rows: Iterable[Row]) -> None:
        """Check the rows of a table; write the new ones unless there has been a problem."""
        reader = Reader(layout, self._references, self.problems)
        entries = reader.read(rows)
        matcher = Matcher(self._connection, layout, entries)
        new, known = self._told_apart(layout, matcher, entries)
        for entry in entries:
            reader.resolve_forward(entry)
        for entry, key in known:
            self._compare(matcher, entry, key)
        ordered = self._ordered(layout, new)
        if not self.problems:
            records = [(entry.place, entry.values) for entry in ordered]
            self.problems += insert(self._connection, layout.table, records)
            if records:
                self._by_table[layout.table.name] = len(records)

    def _told_apart(
        self, layout: Layout, matcher: Matcher, entries: Sequence[Entry]
    ) -> tuple[list[Entry], list[tuple[Entry, Key]]]:
        """Return the new entries, and those on record with their keys; each has its id and can be referred to."""
        new: list[Entry] = []
        known: list[tuple[Entry, Key]] = []
        free_id = next_id(self._connection, layout.table)
        for entry, key in matcher.keyed(self._single(layout, entries)):
            record_id = matcher.id_of(key)
            if record_id is None:
                record_id = free_id + len(new)
                new.append(entry)
            else:
                known.append((entry, key))
            entry.values["id"] = record_id
            if entry.name is not None:
                self._references.add(layout.table.name, entry.name, record_id)
        return new, known

    def _single(self, layout: Layout, entries: Sequence[Entry]) -> Iterator[Entry]:
        """Yield the entries but those that repeat a record, where none may."""
        first: dict[Key, Place] = {}
        for entry in entries:
            place = first.setdefault(layout.key_of(entry.values), entry.place)
            if place is entry.place or layout.repeats:
                yield entry
            else:
                self._note_double(layout, entry, place)

    def _note_double(self, layout: Layout, entry: Entry, first: Place) -> None:
        """Note that an entry is the record of an earlier line; what refers to it is not reported again."""
        key = ", ".join(column.removesuffix("_id") for column in layout.key)
        message = f"the same record as in line {first.line}: they agree in {key}"
        self.problems.append(Problem(*entry.place, None, None, message))
        if entry.name is not None:
            self._references.add(layout.table.name, entry.name, FAILED)

    def _compare(self, matcher: Matcher, entry: Entry, key: Key) -> None:
        if differences := matcher.differences(entry, key):
            self._kept += differences
        else:
            self._unchanged += 1

    def _ordered(self, layout: Layout, entries: list[Entry]) -> list[Entry]:
        """Return new entries, each after the one of its own table that it refers to; a circle is a problem."""
        columns = [one.column for one in layout.references if one.table == layout.table.name]
        waiting: dict[Any, Entry] = {entry.values["id"]: entry for entry in entries}
        ordered: list[Entry] = []
        while waiting:
            ready = [one for one in waiting.values() if not any(one.values[column] in waiting for column in columns)]
            for entry in ready:
                del waiting[entry.values["id"]]
            ordered += ready
            if not ready:
                self._note_circle(columns, waiting)
                break
        return ordered

    def _note_circle(self, columns: list[str], waiting: dict[Any, Entry]) -> None:
        named = ", ".join(column.removesuffix("_id") for column in columns)
        for entry in waiting.values():
            message = "refers to itself, or to a row that refers back to it"
            self.problems.append(Problem(*entry.place, named, None, message))
