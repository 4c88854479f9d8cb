"""Claims that contradict one another: a new act that says otherwise than one on record must say how it ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.models import Act
from secdb.register.desk.claims import Claim, contradicted
from secdb.vocabulary import Rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secdb.register.entry.records import Record
    from secdb.register.rows.problems import Problem

    Key = tuple[object, object, object]

_LISTED = 500


class Claims:
    """The acts on record of every dataset, treaty and State that new acts speak of."""

    def __init__(self, connection: sa.Connection, new: Sequence[Record]) -> None:
        self._new = new
        self._claims: dict[Key, list[Claim]] = {}
        self._places = {record.values["id"]: record.entry.place for record in new}
        for row in connection.execute(_query({record.values["treaty_id"] for record in new})) if new else ():
            self._claims.setdefault((row.dataset_id, row.treaty_id, row.state_id), []).append(_of_row(row))

    def settle(self, problems: list[Problem]) -> None:
        """Let each new act that contradicts another contest it; note those that do not say how they rank, and why."""
        for record in self._new:
            values = record.values
            among = self._claims.setdefault((values["dataset_id"], values["treaty_id"], values.get("state_id")), [])
            if found := _contested(record, among, problems):
                values["contests_id"] = found.act
                if not (record.entry.values.get("rank") and record.entry.values.get("reason")):
                    problems.append(record.entry.problem(self._unranked(found), "rank"))
            among.append(_of_record(record))

    def _unranked(self, found: Claim) -> str:
        days = " to ".join(str(day or "unknown") for day in dict.fromkeys((found.earliest, found.latest)))
        place = self._places.get(found.act)  # an act that is new has no number yet
        called = f"act {found.act}" if place is None else f"line {place.line}" if place.line else "one given before"
        return (
            f"contradicts {called} ({found.kind}, {days}); say how it ranks and why: "
            f"rank ({', '.join(Rank)}) and reason"
        )


def _contested(record: Record, among: Sequence[Claim], problems: list[Problem]) -> Claim | None:
    """Return the head of the group that a new act contests, by its own word or because it contradicts it."""
    number = record.values.get("contests_id")
    if number is None:
        return _opponent(record, among)
    named = next((one for one in among if one.act == number), None)
    if named is None:
        message = "is an act of another dataset, treaty or State; give the one that this act contradicts"
        problems.append(record.entry.problem(message, "contests"))
        return None
    return next((one for one in among if one.act == named.contests), named)


def _opponent(record: Record, among: Sequence[Claim]) -> Claim | None:
    """Return the act that a new one contradicts: another date, or the same with another date of effect."""
    claim = _of_record(record)
    if found := contradicted(claim, among):
        return found
    same = (one for one in among if (one.kind, one.earliest, one.latest) == (claim.kind, claim.earliest, claim.latest))
    head = next(same, None)
    if head is None or claim.earliest is None:
        return None
    return next((one for one in among if one.act == head.contests), head)


def _query(treaties: set[Any]) -> sa.Select[Any]:
    columns = (Act.id, Act.dataset_id, Act.treaty_id, Act.state_id, Act.kind, Act.rank, Act.contests_id)
    days = (Act.date_earliest, Act.date_latest, Act.effect_earliest, Act.effect_latest, Act.date_edtf)
    query = sa.select(*columns, *days)
    return query.where(Act.treaty_id.in_(treaties)) if len(treaties) <= _LISTED else query


def _of_row(row: sa.Row[Any]) -> Claim:
    dated = row.date_edtf is not None
    earliest, latest = (row.date_earliest, row.date_latest) if dated else (row.effect_earliest, row.effect_latest)
    return Claim(row.id, row.kind, earliest, latest, row.rank, row.contests_id)


def _of_record(record: Record) -> Claim:
    values: dict[str, Any] = dict(record.values)
    side = "date" if values.get("date_edtf") else "effect"
    days = (values.get(f"{side}_earliest"), values.get(f"{side}_latest"))
    return Claim(values["id"], values["kind"], *days, values["rank"], values.get("contests_id"))
