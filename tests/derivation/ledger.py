"""Acts, treaties and States in the database, with days as numbers."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.models import Base
from secdb.models.base import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.derivation.oracle import Window
    from tests.derivation.rule import Claim, Row

KEYS = 25  # treaty N and State N make key N
FIRST_DAY = date(2000, 2, 25)
TABLES = Base.metadata.tables
_BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")
_PERIOD = sa.table(
    "derived_period",
    *(sa.column(name) for name in ("dataset_id", "treaty_id", "state_id", "seq", "status")),
    *(sa.column(name, DAY) for name in _BOUNDS),
    *(sa.column(name) for name in ("origin", "opened_by", "opened_by_act_id", "closed_by", "closed_by_act_id")),
)


@dataclass(frozen=True)
class Key:
    """What one State did under one treaty: claims numbered from 0, the treaty's own dates and the State's end."""

    claims: Sequence[Claim]
    force: Window | None = None
    extinct: Window | None = None
    over: Sequence[Window] = field(default=())


def day(number: int | None) -> date | None:
    return None if number is None else FIRST_DAY + timedelta(days=number)


def number_of(value: date | None) -> int | None:
    return None if value is None else (value - FIRST_DAY).days


def dated(prefix: str, window: Window | None) -> dict[str, Any]:
    """Return the columns of a date as recorded; only the bounds count here."""
    earliest, latest = window or (None, None)
    return {
        f"{prefix}_edtf": window and "stated",
        f"{prefix}_earliest": day(earliest),
        f"{prefix}_latest": day(latest),
    }


class Ledger:
    """Writes past secdb, in transactions that are taken back."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    @classmethod
    def opened(cls, connection: sa.Connection) -> Ledger:
        numbers = range(1, KEYS + 1)
        ledger = cls(connection)
        ledger.insert("dataset", [{"id": n, "code": f"d{n}", "title": f"d{n}"} for n in (1, 2)])
        ledger.insert("treaty", [{"id": n, "code": f"t{n}", "title": f"t{n}"} for n in numbers])
        ledger.insert("state", [{"id": n, "code": f"S{n}"} for n in numbers])
        connection.commit()
        return ledger

    def insert(self, table: str, lines: list[dict[str, Any]]) -> None:
        if lines:
            self.connection.execute(sa.insert(TABLES[table]), lines)

    def write(self, keys: Sequence[Key], *, switch: bool = False) -> None:
        """Write each key's facts; the switch is off meanwhile unless `switch` says to derive at each write."""
        if not switch:
            self.turn(on=False)
        for number, key in enumerate(keys, 1):
            self._frame(number, key)
        self.insert("act", [line for number, key in enumerate(keys, 1) for line in act_lines(number, key)])
        if not switch:
            self.turn(on=True)
            self.derive_queued()

    def _frame(self, number: int, key: Key) -> None:
        treaty, state = TABLES["treaty"], TABLES["state"]
        if key.force:
            self.connection.execute(
                sa.update(treaty).where(treaty.c.id == number).values(**dated("in_force", key.force))
            )
        if key.extinct:
            ends = dict(zip(("end_earliest", "end_latest"), map(day, key.extinct), strict=True))
            self.connection.execute(sa.update(state).where(state.c.id == number).values(**ends))

    def turn(self, *, on: bool) -> None:
        self.connection.execute(sa.update(TABLES["derivation_switch"]).values(enabled=int(on)))

    def derive_queued(self) -> None:
        """Do what `secdb.register.switch` does at the end of a bulk load."""
        queue = TABLES["membership_refresh"]
        keys = [dict(row) for row in self.connection.execute(sa.select(queue)).mappings()]
        self.connection.execute(sa.delete(queue))
        if keys:
            self.connection.execute(sa.insert(queue), keys)

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Take back what the block writes."""
        with self.connection.begin() as transaction:
            yield
            transaction.rollback()

    def rows(self) -> list[list[Row]]:
        """Return the kept rows of dataset 1 per key, with days and claims as numbers."""
        found: list[list[Row]] = [[] for _ in range(KEYS)]
        for row in self.connection.execute(sa.select(TABLES["membership_period"]).order_by(sa.text("state_id, seq"))):
            bounds = [number_of(getattr(row, name)) for name in _BOUNDS]
            acts = [(row.opened_by, _claim(row.opened_by_act_id)), (row.closed_by, _claim(row.closed_by_act_id))]
            found[row.state_id - 1].append((row.status, *bounds, *acts[0], *acts[1]))
        return found

    def kept(self) -> list[tuple[Any, ...]]:
        """Return what membership_period holds, all columns."""
        return self._all(TABLES["membership_period"])

    def derived(self) -> list[tuple[Any, ...]]:
        """Return what the view says, all columns."""
        return self._all(_PERIOD)

    def _all(self, table: sa.FromClause) -> list[tuple[Any, ...]]:
        columns = [table.c[column.name] for column in _PERIOD.c]
        order = [table.c[name] for name in ("dataset_id", "treaty_id", "state_id", "seq")]
        return [tuple(row) for row in self.connection.execute(sa.select(*columns).order_by(*order))]


def _claim(act: int | None) -> int | None:
    return None if act is None else act % 1000


def act_lines(number: int, key: Key) -> list[dict[str, Any]]:
    """Return the lines of table act: claim N of key K is act 1000 K + N, each effect date telling where given."""
    lines = [
        {
            "id": 1000 * number + claim.number,
            "state_id": number,
            "kind": claim.kind,
            **dated("date", claim.window),
            "rank": claim.rank,
            "contests_id": None if claim.contests is None else 1000 * number + claim.contests,
        }
        for claim in key.claims
    ]
    lines += [
        {
            "id": 1000 * number + 500 + place,
            "state_id": None,
            "kind": "termination",
            **dated("date", window),
            "rank": "normal",
            "contests_id": None,
        }
        for place, window in enumerate(key.over)
    ]
    return [{"dataset_id": 1, "treaty_id": number, **line} for line in lines]
