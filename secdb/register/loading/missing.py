"""Records of a dataset that a newer copy of its source has no more: they stay, and are told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.models import Base
from secdb.register.loading.staging import Fate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from secdb.register.loading.staging import Stage

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Missing:
    """How many records of a table are in none of the rows, and a few of them in words: `tpnw BEL accession 2020`."""

    table: str
    count: int
    some: tuple[str, ...]


def missing(connection: sa.Connection, stages: Mapping[str, Stage]) -> Iterator[Missing]:
    """Yield what the datasets that rows speak of have on record besides them, before the rows are written."""
    for name, stage in stages.items():
        if "dataset_id" not in stage.columns:
            continue
        staged, record = stage.table.c, stage.layout.table
        on_record = sa.select(sa.func.count()).select_from(record).where(_of_datasets(stage))
        met = sa.select(sa.func.count(sa.distinct(staged.id))).where(staged.row_fate == Fate.ON_RECORD)
        count = (connection.scalar(on_record) or 0) - (connection.scalar(met) or 0)
        if count:
            yield Missing(name, count, tuple(_some(connection, stage)))


def _of_datasets(stage: Stage) -> sa.ColumnElement[bool]:
    datasets = sa.select(stage.table.c.dataset_id).where(stage.table.c.row_fate != Fate.REFUSED).distinct()
    return stage.layout.table.c.dataset_id.in_(datasets)


def _some(connection: sa.Connection, stage: Stage) -> Iterator[str]:
    """Yield a few of them, by the codes and dates that identify them."""
    staged, record = stage.table, stage.layout.table
    tables = Base.metadata.tables
    source: sa.FromClause = record
    columns: list[sa.ColumnElement[str]] = []
    for one in stage.layout.references:
        if one.column in stage.layout.key and one.name != "dataset":
            other = tables[one.table].alias()
            source = source.outerjoin(other, other.c.id == record.c[one.column])
            columns.append(other.c.code)
    referring = {one.column for one in stage.layout.references}
    columns += [record.c[name] for name in stage.layout.key if name not in referring]
    met = sa.select(staged.c.id).where(staged.c.row_fate == Fate.ON_RECORD).distinct().subquery()
    query = sa.select(*columns).select_from(source.outerjoin(met, met.c.id == record.c.id))
    for row in connection.execute(
        query.where(_of_datasets(stage), met.c.id.is_(None)).order_by(record.c.id).limit(_SHOWN)
    ):
        yield " ".join(str(value) for value in row if value is not None)
