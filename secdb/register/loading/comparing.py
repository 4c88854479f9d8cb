"""How rows differ from the records that they are: what is on record stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.register.loading.staging import Fate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.register.loading.staging import Stage


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


def different(stage: Stage) -> sa.Select[Any]:
    """Select of the rows on record those that differ: place, id, and each compared value on record and as given."""
    staged, record = stage.table.c, stage.layout.table.c
    pairs = [
        (record[name].label(f"{name}_on_record"), stage.value(name).label(f"{name}_given")) for name in stage.compared
    ]
    return (
        sa.select(staged.row_file, staged.row_line, staged.id, *(column for pair in pairs for column in pair))
        .join_from(stage.table, stage.layout.table, record.id == staged.id)
        .where(staged.row_fate == Fate.ON_RECORD)
        .where(sa.or_(*(record[name].is_distinct_from(stage.value(name)) for name in stage.compared)))
        .order_by(staged.row_n)
    )


def differences(connection: sa.Connection, stage: Stage) -> Iterator[Difference]:
    """Yield how rows differ from the records that they are, value by value."""
    table = stage.layout.table.name
    for file, line, record_id, *values in connection.execute(different(stage)):
        for name, stored, given in zip(stage.compared, values[::2], values[1::2], strict=True):
            if stored != given:
                yield Difference(table, record_id, file, line, name, stored, given)


def count_different(connection: sa.Connection, stage: Stage) -> int:
    """Return how many rows differ from the records that they are."""
    found = different(stage).order_by(None).subquery()
    return connection.scalar(sa.select(sa.func.count()).select_from(found)) or 0
