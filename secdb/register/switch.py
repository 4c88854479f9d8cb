"""Derivation put off during a bulk load: keys touched are queued, and their periods derived once at the end."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.models import DerivationSwitch, MembershipPeriod, MembershipRefresh
from secdb.register.deriving import KEY, QUEUE, derive_together, keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

# reading the whole view costs as much as deriving every eighth key by itself (measured: 9 SQLite, 15 PostgreSQL)
_SHARE = 8

_KNOWN = sa.table("membership_key", *(sa.column(name) for name in KEY))


@contextmanager
def paused(session: Session) -> Iterator[None]:
    """Put derivation off until the block ends; then the periods of every key touched are derived.

    An exception undoes what the block wrote, the switch included. Inside another such block this does nothing.
    """
    if not session.scalar(sa.select(DerivationSwitch.enabled)):
        yield
        return
    with session.begin_nested():
        _turn(session, on=False)
        yield
        session.flush()
        _derive_queued(session)
    session.expire_all()


def rebuild(session: Session) -> None:
    """Derive every membership period anew; the same facts give the same rows."""
    with paused(session):
        session.execute(sa.insert(QUEUE).from_select(KEY, sa.except_(keys(_KNOWN), keys(QUEUE))))


def _derive_queued(session: Session) -> None:
    """Derive the periods of the queued keys, in the way that is quicker, and turn the switch on."""
    connection = session.connection()
    queued = session.scalar(sa.select(sa.func.count()).select_from(MembershipRefresh)) or 0
    present = session.scalar(sa.select(sa.func.count()).select_from(MembershipPeriod)) or 0
    if queued * _SHARE > present:
        derive_together(connection)
    _turn(session, on=True)  # the database derives what is still queued, key by key


def _turn(session: Session, *, on: bool) -> None:
    session.execute(sa.update(DerivationSwitch).values(enabled=int(on)))
