"""A short way to write acts and rosters by hand, and to read the periods that follow.

A day is ISO text, an unknown one `A..B`, `A..` or `..B`. A period reads `STATUS START/END`, each end a day or
`[A..B]`; the end is the first day it no longer holds, `..` = open, `[A..]` = ended at an unknown day from A.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tests.derivation.ledger import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.derivation.ledger import Ledger


def bounds(text: str) -> list[date | None]:
    """Return the two bounds of a day that may be unknown."""
    first, dots, last = text.partition("..")
    return [date.fromisoformat(side) if side else None for side in (first, last if dots else first)]


def stated(prefix: str, text: str) -> dict[str, Any]:
    return dict(zip((f"{prefix}_edtf", f"{prefix}_earliest", f"{prefix}_latest"), (text, *bounds(text)), strict=True))


def act(line: str, number: int, *, dataset: int = 1, treaty: int = 1, state: int | None = 1) -> dict[str, Any]:
    """Return a line of table act: `KIND DAY [effect DAY] [preferred | deprecated] [against NUMBER]`."""
    kind, day, *more = line.split()
    row = {"id": number, "dataset_id": dataset, "treaty_id": treaty, "state_id": state, "kind": kind}
    row |= stated("date", day) | {"rank": "normal", "contests_id": None}
    words = iter(more)
    for word in words:
        if word == "effect":
            row |= stated("effect", next(words))
        elif word == "against":
            row["contests_id"] = int(next(words))
        else:
            row["rank"] = word
    return row


def write_acts(ledger: Ledger, *lines: str, first: int = 1, **key: int | None) -> None:
    """Write acts, numbered from `first` in the order given; the database derives at each."""
    for number, line in enumerate(lines, first):
        ledger.insert("act", [act(line, number, **key)])  # type: ignore[arg-type]


def write_treaty(ledger: Ledger, in_force: str, treaty: int = 1) -> None:
    table = TABLES["treaty"]
    ledger.connection.execute(sa.update(table).where(table.c.id == treaty).values(**stated("in_force", in_force)))


def write_end(ledger: Ledger, end: str, state: int = 1) -> None:
    """Write the State's extinction: its first day of no longer being."""
    table, ends = TABLES["state"], dict(zip(("end_earliest", "end_latest"), bounds(end), strict=True))
    ledger.connection.execute(sa.update(table).where(table.c.id == state).values(**ends))


def write_roster(ledger: Ledger, number: int, on: str, states: Iterable[int], **more: int | str) -> None:
    """Write a roster, complete unless said otherwise, of treaty 1 in dataset 1 unless said otherwise."""
    row = {"id": number, "dataset_id": 1, "treaty_id": 1, "complete": 1, **stated("on", on), **more}
    ledger.insert("roster", [row])
    ledger.insert("roster_entry", [{"roster_id": number, "state_id": state} for state in states])


def periods(ledger: Ledger, *lines: str, treaty: int = 1, state: int = 1, dataset: int = 1) -> list[str]:
    """Write acts of one key and return its periods in order."""
    write_acts(ledger, *lines, treaty=treaty, state=state, dataset=dataset)
    kept = [row for row in ledger.kept() if row[:3] == (dataset, treaty, state)]
    assert kept == [row for row in ledger.derived() if row[:3] == (dataset, treaty, state)]
    return [f"{row[4]} {_start(*row[5:7])}/{_end(*row[7:9])}" for row in kept]


def _start(earliest: date | None, latest: date | None) -> str:
    return str(earliest) if earliest and earliest == latest else f"[{earliest or ''}..{latest or ''}]"


def _end(earliest: date | None, latest: date | None) -> str:
    return ".." if earliest is None else _start(earliest, latest)
