"""Taking a revision back at the desk, so that its effect is seen before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.models import Base
from secdb.register.desk.desk import Entered
from secdb.register.history.logged import Log
from secdb.register.history.undoing import undo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.register.desk.desk import Desk, MembershipKey

_COUNTED = {"restored": "put back", "removed": "taken away", "changed": "changed back"}


def take_back(desk: Desk, number: int) -> list[Entered]:
    """Undo a revision and say how many records that changed. Raises as `secdb.register.history.undoing.undo`."""
    desk.touch(set(_memberships(desk, number)))
    undone = undo(desk.session, number)
    counts = ((getattr(undone, name), words) for name, words in _COUNTED.items())
    label = ", ".join(f"{count} record{'' if count == 1 else 's'} {words}" for count, words in counts if count)
    return [Entered("revision", number, None, "undone", label)]


def _memberships(desk: Desk, number: int) -> Iterator[MembershipKey]:
    """Yield the memberships on which acts and rosters of a revision bear, of treaties that are there."""
    rosters: set[int] = set()
    for change in Log(desk.connection).changes(number):
        for row in (change.content["old"], change.content["new"]):
            if row is None:
                continue
            if change.content["table"] in {"act", "roster"} and _is_there(desk, row):
                yield row["dataset_id"], row["treaty_id"], row.get("state_id")
            if change.content["table"] == "roster_entry":
                rosters.add(row["roster_id"])
    table = Base.metadata.tables["roster"]
    query = sa.select(table.c.dataset_id, table.c.treaty_id).where(table.c.id.in_(rosters))
    yield from ((row.dataset_id, row.treaty_id, None) for row in desk.connection.execute(query))


def _is_there(desk: Desk, row: dict[str, Any]) -> bool:
    tables = Base.metadata.tables
    keys = [(tables[noun], row.get(f"{noun}_id")) for noun in ("dataset", "treaty", "state")]
    return all(
        key is None or desk.connection.scalar(sa.select(table.c.id).where(table.c.id == key)) is not None
        for table, key in keys
    )
