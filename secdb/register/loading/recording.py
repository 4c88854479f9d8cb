"""A stream of records in one revision, however many: all of them, or those that are sound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.errors import RefusedError
from secdb.models import MembershipPeriod, MembershipRefresh
from secdb.register.loading.load import Loading
from secdb.register.loading.missing import Missing, missing
from secdb.register.revision import revise
from secdb.register.rows.asking import SessionRows
from secdb.register.switch import paused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy.orm import Session

    from secdb.lookup import Rows
    from secdb.register.loading.load import Counts
    from secdb.register.loading.refusals import Refusals
    from secdb.register.rows.problems import Row

    Told = Callable[[str, int], None]

READING, MATCHING, WRITING, DERIVING, SEALING = "reading", "matching", "writing", "deriving", "sealing"


class NotRecordedError(RefusedError):
    """Rows were refused where all or none were to be recorded; nothing was written."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What recording did to membership: the treaties and States it spoke of, periods in its datasets before, after."""

    treaties: int
    states: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of a stream: `number` is the revision's, None when nothing was kept; `missing` see there."""

    number: int | None
    tables: dict[str, Counts]
    reach: Reach
    missing: tuple[Missing, ...]


def record(  # noqa: PLR0913 - what a revision is
    bind: sa.Engine | sa.Connection,
    source: Callable[[Rows], Iterable[tuple[str, Row]]],
    refusals: Refusals,
    *,
    author: str,
    message: str,
    in_part: bool = False,
    dry_run: bool = False,
    told: Told = lambda _phase, _count: None,
) -> Recorded:
    """Record a stream of (table, row), each after what it refers to by code; see `Loading` for what becomes of rows.

    `source` makes the stream and may ask the register, in the transaction that writes, what it has. What cannot be
    recorded goes to `refusals`, to which the stream itself may add. Raises NotRecordedError when there is any and not
    `in_part`; then, in a `dry_run`, and when the stream raises, nothing is written. `told` hears of the phases
    (`READING` ...) and of how many rows each has done.
    """
    with revise(bind, author=author, message=message, dry_run=dry_run) as writer:
        session = writer.session
        with paused(session):
            loading = Loading(session.connection(), refusals, is_tolerant=True)
            _read(loading, source(SessionRows(session.connection())), told)
            told(MATCHING, 0)
            loading.settle()
            _require_none(refusals, in_part=in_part)
            gone = tuple(missing(session.connection(), loading.stages))
            before = _periods(session, loading)
            loading.write(lambda count: told(WRITING, count))
            _require_none(refusals, in_part=in_part)
            touched = _touched(session)
            told(DERIVING, touched[0])
        counts = loading.counts()
        reach = Reach(*touched[1:], before, _periods(session, loading))
        loading.close()
        told(SEALING, 0)
    return Recorded(writer.number, counts, reach, gone)


def _read(loading: Loading, records: Iterable[tuple[str, Row]], told: Told) -> None:
    told(READING, 0)
    for number, (table, row) in enumerate(records, 1):
        loading.add(table, row)
        if number % 1_000 == 0:
            told(READING, 1_000)


def _require_none(refusals: Refusals, *, in_part: bool) -> None:
    if refusals.count and not in_part:
        raise NotRecordedError("there are problems in the data; nothing was written")


def _touched(session: Session) -> tuple[int, int, int]:
    """Return how many memberships are to be derived, and of how many treaties and States."""
    columns = MembershipRefresh.treaty_id, MembershipRefresh.state_id
    counts = (sa.func.count(sa.distinct(column)) for column in columns)
    row = session.execute(sa.select(sa.func.count(), *counts).select_from(MembershipRefresh)).one()
    return row[0], row[1], row[2]


def _periods(session: Session, loading: Loading) -> int:
    """Return how many periods the datasets of the stream have."""
    if "act" not in loading.stages and "roster" not in loading.stages:
        return 0
    column = MembershipPeriod.dataset_id
    datasets = [
        sa.select(stage.table.c.dataset_id) for stage in loading.stages.values() if "dataset_id" in stage.columns
    ]
    where = sa.or_(*(column.in_(one.distinct()) for one in datasets))
    return session.scalar(sa.select(sa.func.count()).select_from(MembershipPeriod).where(where)) or 0
