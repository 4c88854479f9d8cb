"""Writing many new records at once, and finding the ones that the database refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.models import Change
from secdb.register.rows.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    Record = dict[str, Any]

_CHUNK = 5_000
REFUSALS = (sa.exc.IntegrityError, sa.exc.DataError)  # the fault of a record; a full disk is not


def next_id(connection: sa.Connection, table: sa.Table) -> int:
    """Return the first id that no record of a table has or ever had: the history of a deleted one stays its own."""
    changed = sa.select(sa.func.max(Change.row_id)).where(Change.table_name == table.name)
    used = connection.execute(sa.select(sa.func.max(table.c.id)).union_all(changed)).scalars()
    return max((number for number in used if number is not None), default=0) + 1


def insert(connection: sa.Connection, table: sa.Table, records: Sequence[tuple[Place, Record]]) -> list[Problem]:
    """Insert records, each with its id and its place in a file; return what the database refuses.

    After a problem the transaction must be rolled back: some records may be in, some not.
    """
    problems: list[Problem] = []
    for start in range(0, len(records), _CHUNK):
        problems += _insert_chunk(connection, table, records[start : start + _CHUNK])
    if records and not problems:
        advance_sequence(connection, table)
    return problems


def _insert_chunk(connection: sa.Connection, table: sa.Table, records: Sequence[tuple[Place, Record]]) -> list[Problem]:
    try:
        with connection.begin_nested():
            connection.execute(sa.insert(table), [record for _, record in records])
    except REFUSALS:
        return _refused(connection, table, records)
    return []


def _refused(connection: sa.Connection, table: sa.Table, records: Sequence[tuple[Place, Record]]) -> list[Problem]:
    """Insert one by one and return a problem for each record refused."""
    problems = []
    for place, record in records:
        try:
            with connection.begin_nested():
                connection.execute(sa.insert(table), record)
        except REFUSALS as error:
            problems.append(Problem(place.file, place.line, None, None, reason(error)))
    return problems


def inserted(connection: sa.Connection, insert: sa.Insert) -> int:
    """Insert what a query selects; return how many rows that were."""
    return connection.execute(insert.execution_options(preserve_rowcount=True)).rowcount


def reason(error: sa.exc.DBAPIError) -> str:
    """Return why the database refuses a record, in its own words."""
    return "refused by the database: " + str(error.orig).partition("\n")[0]


def advance_sequence(connection: sa.Connection, table: sa.Table) -> None:
    """Let PostgreSQL number later records after these."""
    if connection.dialect.name != "postgresql":
        return
    highest = sa.select(sa.func.max(table.c.id)).scalar_subquery()
    connection.execute(sa.select(sa.func.setval(sa.func.pg_get_serial_sequence(table.name, "id"), highest)))
