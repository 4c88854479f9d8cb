"""The periods of each State under a treaty, as stretches of days on which it certainly or possibly counts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from secdb.errors import SecdbError
from secdb.period.passage import LAST, Held, passages
from secdb.reports.base import last_revision, sql
from secdb.reports.panels.spans import Span, common, ordinal, union, within
from secdb.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.database.reader import Register, Row
    from secdb.reports.panels.spans import Spans

# as members.sql; a suspended State is never counted
COUNTED = {
    "in-force": frozenset({"party"}),
    "consented": frozenset({"party", "contracting"}),
    "signed": frozenset({"party", "contracting", "provisional", "signatory"}),
}
LEVELS = {str(status): level for level, status in enumerate(Status)}
"""How strong each status is: the levels of the published rule (view `act_effects`), in its order."""


@dataclass(frozen=True, slots=True)
class Spell:
    """A period within the days looked at: when it certainly holds, and when it certainly or possibly does."""

    status: str
    certain: Span | None
    maybe: Span | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A State under a treaty: its periods of any status, and the days on which it counts; `maybe` holds `certain`."""

    state: str
    spells: tuple[Spell, ...]
    certain: Spans
    maybe: Spans


def standings(register: Register, treaty: str, dataset: str, basis: str, limits: Span) -> Iterator[Standing]:
    """Yield the States that have, or may have, any status under the treaty within the days, by code."""
    rows = register.rows(sql("periods"), treaty=treaty, dataset=dataset)
    rows.sort(key=lambda row: str(row["state"]))  # stable: a State's periods stay in order
    for state, periods in groupby(rows, key=lambda row: str(row["state"])):
        found = _standing(state, list(periods), COUNTED[basis], limits)
        if found.spells:
            yield found


def _standing(state: str, rows: list[Row], counted: frozenset[str], limits: Span) -> Standing:
    held = [(row, _spell(row, limits)) for row in rows]
    counting = [(row, spell) for row, spell in held if row["status"] in counted]
    maybe = union(span for _, spell in counting for span in (spell.maybe, spell.certain))
    known = union(spell.certain for _, spell in counting)
    between = union(_between(*one, limits) for one in passages(map(Held.of, rows), counted))
    certain = union((*known, *common(between, maybe))) if between else known
    return Standing(state, tuple(spell for _, spell in held if spell.maybe), certain, maybe)


def _spell(row: Row, limits: Span) -> Spell:
    begins, ends = _or(row["start_earliest"], limits.start), _or(row["end_latest"], limits.end)
    return Spell(
        row["status"], _between(row["start_latest"], row["end_earliest"], limits), within(begins, ends, limits)
    )


def _between(start: str | None, end: str | None, limits: Span) -> Span | None:
    """Return the days from a start to before an end; without a start there are none, without an end no last one."""
    return None if start is None else within(ordinal(start), _or(None if end == LAST else end, limits.end), limits)


def _or(day: str | None, otherwise: int) -> int:
    return otherwise if day is None else ordinal(day)


def treaties_with_periods(register: Register, dataset: str) -> list[str]:
    """Return the codes of the treaties under which the dataset has periods, in order."""
    text = "SELECT DISTINCT treaty FROM memberships WHERE dataset = :dataset"
    return sorted(row["treaty"] for row in register.rows(text, dataset=dataset))


def require_unchanged(register: Register, revision: int) -> None:
    """Raise SecdbError if the register was written to since the revision: a long table would mix two states of it."""
    if (now := last_revision(register)) != revision:
        raise SecdbError(
            f"the register was changed while this was read (revision {revision} became {now}); "
            f"run it again, or read it --as-recorded {now}"
        )
