"""Refusing rows that are staged already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.register.loading.reading import NAMED
from secdb.register.loading.staging import Fate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from secdb.register.loading.staging import Stage
    from secdb.register.rows.problems import Problem

_AT_ONCE = 1_000  # refused rows held in memory


def refuse_all(  # noqa: PLR0913 - whom, why, and who is told
    connection: sa.Connection,
    stage: Stage,
    query: sa.Select[Any],
    problem: Callable[[sa.Row[Any]], Problem],
    note: Callable[[Problem, Mapping[str, str | None]], None],
    *,
    is_numbered: bool = False,
) -> None:
    """Refuse the rows that a query selects, few at a time: it gives whole staged rows, and none that is refused.

    `is_numbered`: the table has its numbers for good, and rows that refer to these have them already.
    """
    while rows := connection.execute(query.limit(_AT_ONCE)).all():
        for row in rows:
            note(problem(row), _cells(stage, row))
        keeps_id = is_numbered or stage.layout.has_code
        _refuse(connection, stage, [row.row_n for row in rows], keeps_id=keeps_id)


def _refuse(connection: sa.Connection, stage: Stage, numbers: list[int], *, keeps_id: bool) -> None:
    """Give rows the fate, and an id that no record will have unless theirs is such a one."""
    staged = stage.table.c
    values: dict[str, Any] = {"row_fate": Fate.REFUSED.value}
    if not keeps_id:
        values["id"] = -staged.row_n
    connection.execute(sa.update(stage.table).where(staged.row_n.in_(numbers)).values(values))
    stage.has_refused = True


def _cells(stage: Stage, row: sa.Row[Any]) -> dict[str, str | None]:
    """Return the values of a staged row as far as it has them, references as numbers."""
    values = {name: getattr(row, name) for name in stage.reader.given}
    return {name.removesuffix(NAMED): str(value) for name, value in values.items() if value is not None}
