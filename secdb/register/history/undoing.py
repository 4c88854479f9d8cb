"""Undoing a revision: a new one that puts every row back as it was, or a refusal that names what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.errors import NotFoundError, RefusedError
from secdb.models import Base, Revision
from secdb.models.records import recorded_tables
from secdb.register.history import obstacles as ways
from secdb.register.history.kept import completed
from secdb.register.history.logged import Log
from secdb.register.history.obstacles import Ends, Obstacle
from secdb.register.history.restoring import Step, restore
from secdb.register.switch import paused, rebuild

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from secdb.register.history.obstacles import Later, RowKey, Touched

_MANY = 1_000  # steps from which on all periods are derived anew, once, and not after every step


@dataclass(frozen=True, slots=True)
class Undone:
    """What was undone: the revision, and how many records were put back, taken away and changed back."""

    revision: int
    restored: int
    removed: int
    changed: int

    @property
    def records(self) -> int:
        """How many records that is."""
        return self.restored + self.removed + self.changed


def undo_message(number: int, why: str) -> str:
    """Return the message of the revision that undoes another."""
    return f"Undo revision {number}: {why}"


def undo(session: Session, number: int) -> Undone:
    """Put every row that a revision changed back as it was before; to be called inside `revise`.

    Rows come back with the ids they had. A revision by an outside client can be undone, and so can an undo. Raises
    NotFoundError when there is no such revision, RefusedError when later revisions stand in the way (`obstacles`) or
    there is nothing to undo.
    """
    steps, touched = _read(session, number)
    connection = session.connection()
    later = ways.later_changes(connection, number)
    _refuse_nothing(number, touched, later)
    if found := ways.disturbing(connection, touched, later):
        raise ways.refusal(number, found)
    try:
        _restore(session, steps)
    except sa.exc.IntegrityError as error:
        raise _explained(connection, number, touched, error) from error
    session.expire_all()
    return _counted(number, touched)


def obstacles(session: Session, number: int) -> list[Obstacle]:
    """Return the later changes that stand in the way of undoing a revision, the newest first; none = it can be done.

    That is: a row it changed was changed again, a later record refers to a row it added, a row that one of its rows
    referred to is gone, or a later record has the code it would put back. Raises NotFoundError.
    """
    _, touched = _read(session, number)
    connection = session.connection()
    later = ways.later_changes(connection, number)
    return ways.disturbing(connection, touched, later) or ways.blocking(connection, number, touched)


def _read(session: Session, number: int) -> tuple[list[Step], Touched]:
    """Return the steps back, the last change first, and what each row was before and after the revision."""
    session.flush()
    connection = session.connection()
    if not connection.scalar(sa.select(sa.exists().where(Revision.id == number))):
        last = connection.scalar(sa.select(sa.func.max(Revision.id)).where(Revision.closed_at.is_not(None)))
        raise NotFoundError(
            f"there is no revision {number}; the revisions are listed by: secdb log (the last is {last})"
        )
    recorded = recorded_tables()
    steps: list[Step] = []
    touched: Touched = {}
    for change in Log(connection).changes(number):
        if not change.is_in_form or change.content["table"] not in recorded:
            raise RefusedError(f"revision {number} cannot be undone: its log was tampered with; see: secdb verify")
        table, row_id = key = change.content["table"], change.content["id"]
        old, new = (row if row is None else completed(table, row) for row in map(change.content.get, ("old", "new")))
        steps.append(Step(table, row_id, new, old))
        touched[key] = Ends(touched[key].before if key in touched else old, new)
    return steps[::-1], touched


def _restore(session: Session, steps: list[Step]) -> None:
    connection = session.connection()
    if len(steps) < _MANY:
        restore(connection, steps)
        return
    with paused(session):
        rebuild(session)
        for name in ("membership_period", "membership_event"):  # they refer to acts that may have to go
            connection.execute(sa.delete(Base.metadata.tables[name]))
        restore(connection, steps)


def _refuse_nothing(number: int, touched: Touched, later: dict[RowKey, list[Later]]) -> None:
    """Refuse a revision that made no difference, or whose difference is gone."""
    if all(ends.before == ends.after for ends in touched.values()):
        raise RefusedError(f"revision {number} left every record as it was; there is nothing to undo")
    if all(key in later and later[key][-1].state == ends.before for key, ends in touched.items()):
        last = max(changes[-1].revision for changes in later.values())
        raise RefusedError(
            f"what revision {number} changed is as it was before; nothing is left to undo (see: secdb log show {last})"
        )


def _explained(connection: sa.Connection, number: int, touched: Touched, error: sa.exc.IntegrityError) -> RefusedError:
    if found := ways.blocking(connection, number, touched):
        return ways.refusal(number, found)
    reason = str(error.orig).partition("\n")[0]
    return RefusedError(
        f"revision {number} cannot be undone, a rule of the database refused it: {reason}; "
        "undo the revisions after it first, the newest first (secdb log lists them)"
    )


def _counted(number: int, touched: Touched) -> Undone:
    ends = [one for one in touched.values() if one.before != one.after]
    restored = sum(one.after is None for one in ends)
    removed = sum(one.before is None for one in ends)
    return Undone(number, restored, removed, len(ends) - restored - removed)
