"""From staged rows to records: many at once, and one by one where the database refuses some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.register.loading.refusing import refuse_all
from secdb.register.loading.staging import Fate
from secdb.register.rows.inserting import REFUSALS, advance_sequence, inserted, reason
from secdb.register.rows.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from secdb.register.loading.refusals import Refusals
    from secdb.register.loading.staging import Stage

_CHUNK = 10_000  # rows written at once


def write(connection: sa.Connection, stage: Stage, refusals: Refusals, written: Callable[[int], None]) -> None:
    """Write the new rows of a table; what the database refuses is a problem. `written` is told of each chunk's size."""
    for wave in range(stage.waves):
        for start in range(0, stage.count, _CHUNK):
            staged = stage.table.c
            chunk: sa.ColumnElement[bool] = staged.row_n.between(start + 1, start + _CHUNK)
            if stage.waves > 1:
                chunk &= staged.row_wave == wave
            try:
                with connection.begin_nested():
                    written(inserted(connection, _insert(stage, chunk)))
            except REFUSALS:
                written(_write_each(connection, stage, refusals, chunk))
    advance_sequence(connection, stage.layout.table)


def _insert(stage: Stage, where: sa.ColumnElement[bool]) -> sa.Insert:
    staged = stage.table.c
    is_new = staged.row_fate == Fate.NEW
    rows = (
        sa.select(staged.id, *(stage.value(name).label(name) for name in stage.columns))
        .where(is_new, where)
        .order_by(staged.row_n)
    )
    return sa.insert(stage.layout.table).from_select(["id", *stage.columns], rows, include_defaults=False)


def _write_each(connection: sa.Connection, stage: Stage, refusals: Refusals, chunk: sa.ColumnElement[bool]) -> int:
    """Write the rows of a chunk one by one; return how many were written."""
    staged = stage.table.c
    numbers = connection.scalars(
        sa.select(staged.row_n).where(chunk, staged.row_fate == Fate.NEW).order_by(staged.row_n)
    ).all()
    insert = _insert(stage, staged.row_n == sa.bindparam("number"))
    reasons: dict[int, str] = {}
    for number in numbers:
        try:
            with connection.begin_nested():
                connection.execute(insert, {"number": number})
        except REFUSALS as error:
            reasons[number] = reason(error)

    def refused(row: sa.Row[Any]) -> Problem:
        return Problem(row.row_file, row.row_line, None, None, reasons[row.row_n])

    query = sa.select(stage.table).where(staged.row_fate == Fate.NEW, staged.row_n.in_(list(reasons)))
    refuse_all(connection, stage, query.order_by(staged.row_n), refused, refusals.add, is_numbered=True)
    return len(numbers) - len(reasons)
