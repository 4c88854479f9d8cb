"""A whole package into a register: one revision, all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.models import Base, Dataset
from secdb.models.records import recorded_tables
from secdb.register.loading.load import LoadResult, load
from secdb.register.revision import revise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from secdb.register.rows.problems import Row

FIRST_DATASET = {"code": "register", "title": "Register"}
"""All that a register made empty has on record."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a package: the revision's `number`, None when nothing was kept, and what loading did."""

    number: int | None
    result: LoadResult


def import_package(
    bind: sa.Engine | sa.Connection,
    package: Iterable[tuple[str, Iterable[Row]]],
    *,
    author: str,
    message: str,
    dry_run: bool = False,
) -> Imported:
    """Record every row of a package that is not on record; see `load` for the others, and for what is raised.

    A register made empty takes over what the package says of the dataset `register`: so it holds then what the package
    holds, and nothing else.
    """
    with revise(bind, author=author, message=message, dry_run=dry_run) as writer:
        is_empty = _is_empty(writer.session)
        result = load(writer.session, package)
        if is_empty:
            result = _described(writer.session, result)
    return Imported(writer.number, result)


def _is_empty(session: Session) -> bool:
    """Tell whether the register holds nothing but its first dataset, of which nothing is said."""
    tables = [Base.metadata.tables[name] for name in recorded_tables() if name != Dataset.__tablename__]
    if any(session.scalar(sa.select(sa.exists().select_from(table))) for table in tables):
        return False
    rows = session.execute(sa.select(Dataset.__table__)).mappings().all()
    said = [{name: value for name, value in row.items() if value is not None and name != "id"} for row in rows]
    return said == [FIRST_DATASET]


def _described(session: Session, result: LoadResult) -> LoadResult:
    """Let the first dataset say what the package says of it."""
    own = [one for one in result.kept if one.table == Dataset.__tablename__]
    if own:
        values = {one.column: one.in_package for one in own}
        session.execute(sa.update(Dataset).where(Dataset.id == own[0].record_id).values(values))
    others = [one for one in result.kept if one not in own]
    return LoadResult(result.inserted, result.unchanged, others, result.by_table)
