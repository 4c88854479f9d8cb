"""What stands in the way of undoing a revision: later changes to the same rows, or to rows that hang on them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa

from secdb.errors import RefusedError
from secdb.models import Base, Change, Revision
from secdb.models.records import recorded_tables
from secdb.register.history.kept import completed
from secdb.register.history.logged import Log, exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from secdb.register.history.restoring import State

_CHUNK = 500  # values in one IN ()
_DONE = {"insert": "added", "update": "changed", "delete": "removed"}
_SHOWN = 5  # of each sort, in a message

RowKey = tuple[str, int]


class Ends(NamedTuple):
    """What a row was before a revision and after it."""

    before: State
    after: State


Touched = dict[RowKey, Ends]


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A later change that stands in the way; `record` as `act:12` or `state:ARM`, `author` None = another program."""

    revision: int
    author: str | None
    closed_at: str | None
    record: str
    operation: str


class Later(NamedTuple):
    """A change of a row after the revision."""

    key: RowKey
    revision: int
    operation: str
    state: State
    record: str


def later_changes(connection: sa.Connection, number: int) -> dict[RowKey, list[Later]]:
    """Return for each row that a revision changed what later ones did to it, in their order."""
    same = sa.orm.aliased(Change)
    is_same = sa.exists().where(
        same.revision_id == number, same.table_name == Change.table_name, same.row_id == Change.row_id
    )
    found: dict[RowKey, list[Later]] = {}
    for later in _later(connection, number, is_same):
        found.setdefault(later.key, []).append(later)
    return found


def disturbing(connection: sa.Connection, touched: Touched, later: dict[RowKey, list[Later]]) -> list[Obstacle]:
    """Return the changes that left a row other than the revision left it, the newest first."""
    found: list[Later] = []
    for key, changes in later.items():
        standing: list[Later] = []
        for change in changes:
            standing = [] if change.state == touched[key].after else [*standing, change]
        found += standing
    return _obstacles(connection, found)


def blocking(connection: sa.Connection, number: int, touched: Touched) -> list[Obstacle]:
    """Return the changes of other rows that the rows put back or taken away do not go with, the newest first."""
    keys = {*_referring(connection, touched), *_missing(connection, touched), *_taken(connection, touched)}
    found: list[Later] = []
    for table, row_id in sorted(keys):
        found += _later(connection, number, sa.and_(Change.table_name == table, Change.row_id == row_id))
    return _obstacles(connection, found)


def refusal(number: int, found: list[Obstacle]) -> RefusedError:
    """Return the error that lists what stands in the way, and what to do."""
    groups = [(revision, list(group)) for revision, group in groupby(found, lambda obstacle: obstacle.revision)]
    told = [_told(revision, group) for revision, group in groups[:_SHOWN]]
    if len(groups) > _SHOWN:
        told.append(f"and {len(groups) - _SHOWN} revisions more")
    first = groups[0][0]
    return RefusedError(
        f"revision {number} cannot be undone, for later changes build on it: {'; '.join(told)}; "
        f"undo those first, the newest first: secdb undo {first} -m WHY"
    )


def _told(revision: int, group: list[Obstacle]) -> str:
    done = [f"{_DONE[one.operation]} {one.record}" for one in group]
    more = f" and {len(done) - _SHOWN} more" if len(done) > _SHOWN else ""
    author = group[0].author or "another program"
    return f"revision {revision} ({author}, {(group[0].closed_at or '')[:10]}) {', '.join(done[:_SHOWN])}{more}"


def _obstacles(connection: sa.Connection, found: Iterable[Later]) -> list[Obstacle]:
    ordered = sorted(found, key=lambda later: (-later.revision, later.key))
    query = sa.select(Revision.id, Revision.author, Revision.closed_at)
    signed = {
        row.id: (row.author, row.closed_at)
        for numbers in _chunks({later.revision for later in ordered})
        for row in connection.execute(query.where(Revision.id.in_(numbers)))
    }
    return [Obstacle(later.revision, *signed[later.revision], later.record, later.operation) for later in ordered]


def _later(connection: sa.Connection, number: int, condition: sa.ColumnElement[bool]) -> Iterator[Later]:
    log = Log(connection)
    query = sa.select(
        Change.table_name, Change.row_id, Change.revision_id, Change.operation,
        exact(connection, Change.old), exact(connection, Change.new),
    ).where(Change.revision_id > number, condition)  # fmt: skip
    for table, row_id, revision, operation, old, new in connection.execute(query.order_by(Change.id)):
        before, after = (_row(log.read(table, state)) for state in (old, new))
        row = after or before or {}
        name = row.get("code", row_id) if _is_coded(table) else row_id
        state = None if after is None else completed(table, after)
        yield Later((table, row_id), revision, operation, state, f"{table}:{name}")


def _is_coded(table: str) -> bool:
    """Tell whether a code names a row of the table, and no other."""
    code = Base.metadata.tables[table].columns.get("code")
    return code is not None and bool(code.unique)


def _row(read: dict[str, Any] | str | None) -> State:
    """Return a row of the log; of what was tampered with nothing is known."""
    return {} if isinstance(read, str) else read


def _references() -> Iterator[tuple[sa.Table, sa.Column[Any], str]]:
    """Yield each reference between records: table, column, and the table referred to."""
    for name in recorded_tables():
        table = Base.metadata.tables[name]
        for key in table.foreign_keys:
            yield table, key.parent, key.column.table.name


def _referring(connection: sa.Connection, touched: Touched) -> Iterator[RowKey]:
    """Yield rows that refer to what the undo would take away."""
    leaving: dict[str, set[int]] = {}
    for (table, row_id), ends in touched.items():
        if ends.before is None and ends.after is not None:
            leaving.setdefault(table, set()).add(row_id)
    for child, column, parent in _references():
        for ids in _chunks(leaving.get(parent, ())):
            for row_id in connection.scalars(sa.select(child.c.id).where(column.in_(ids))):
                if (child.name, row_id) not in touched:
                    yield child.name, row_id


def _missing(connection: sa.Connection, touched: Touched) -> Iterator[RowKey]:
    """Yield rows that are gone, and to which a row put back would refer."""
    for table, column, parent in _references():
        wanted = {
            ends.before[column.name] for (name, _), ends in touched.items() if name == table.name and ends.before
        } - {None}
        for ids in _chunks({one for one in wanted if (parent, one) not in touched}):
            key = Base.metadata.tables[parent].c.id
            present = set(connection.scalars(sa.select(key).where(key.in_(ids))))
            yield from ((parent, one) for one in ids if one not in present)


def _taken(connection: sa.Connection, touched: Touched) -> Iterator[RowKey]:
    """Yield rows that have the code, or another key, of a row that would be put back."""
    for (name, row_id), ends in touched.items():
        table = Base.metadata.tables[name]
        for constraint in table.constraints:
            if not isinstance(constraint, sa.UniqueConstraint) or ends.before is None:
                continue
            values = {column: ends.before[column.name] for column in constraint.columns}
            if None in values.values():
                continue
            same = sa.and_(*(column == value for column, value in values.items()))
            for other in connection.scalars(sa.select(table.c.id).where(same, table.c.id != row_id)):
                if (name, other) not in touched:
                    yield name, other


def _chunks(values: Iterable[int]) -> Iterator[list[int]]:
    ordered = sorted(values)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]
