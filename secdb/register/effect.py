"""The effect of a write on membership lists: on which days a treaty counts other members than before.

The standing of a State follows the report `members` (secdb/reports/sql/members.sql), which a test holds it to; siblings
do not import each other.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from secdb.period.passage import FIRST, LAST, Held, passages
from secdb.vocabulary import Basis, Standing, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from secdb.lookup import Rows

SHOWN = 5
"""Days shown of a treaty; the rest are counted."""

NAMED = 6
"""States named in the text of an effect; the rest are counted."""

_PERIODS = """
SELECT state, state_name AS name, status, start_earliest, start_latest, end_earliest, end_latest,
  opened_by_act, closed_by_act
FROM memberships WHERE dataset = :dataset AND treaty = :treaty
"""
_COUNTED = {
    Basis.IN_FORCE: {Status.PARTY},
    Basis.CONSENTED: {Status.PARTY, Status.CONTRACTING},
    Basis.SIGNED: {Status.PARTY, Status.CONTRACTING, Status.SIGNATORY, Status.PROVISIONAL},
}
_SUSPENDED = {Standing.MEMBER: "suspended", Standing.POSSIBLE: "possibly suspended"}


@dataclass(frozen=True, slots=True)
class Spell:
    """A membership period as `memberships` has it: days as ISO text, None = not known or open."""

    state: str
    name: str
    status: str
    start_earliest: str | None
    start_latest: str | None
    end_earliest: str | None
    end_latest: str | None
    opened_by_act: int | None = None
    closed_by_act: int | None = None

    def is_certain(self, on: str) -> bool:
        """Tell whether it certainly holds on a day."""
        return self.start_latest is not None and self.start_latest <= on < (self.end_earliest or LAST)

    def is_possible(self, on: str) -> bool:
        """Tell whether it may hold on a day."""
        return (self.start_earliest or FIRST) <= on < (self.end_latest or LAST)


class Count(NamedTuple):
    """How many are members for certain, and how many more possibly."""

    member: int
    possible: int

    def __str__(self) -> str:
        """Return `7`, or `6 or 7`, or `6 to 9`."""
        least, most = self.member, self.member + self.possible
        return str(least) if least == most else f"{least} {'or' if self.possible == 1 else 'to'} {most}"


class Shift(NamedTuple):
    """A State with another standing: `member`, `possible`, `none`, `suspended` or `possibly suspended`."""

    state: str
    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Effect:
    """Other members of a treaty from a day on: the counts, the States; `more` = days on which it changes, not shown."""

    dataset: str
    treaty: str
    on: str
    basis: str
    before: Count
    after: Count
    states: tuple[Shift, ...]
    more: int = 0

    def __str__(self) -> str:
        """Return `cst on 2009-09-26: 7 -> 8 (UZB Uzbekistan: none -> member)`."""
        basis = "" if self.basis == Basis.IN_FORCE else f", {self.basis}"
        more = f"; and on {self.more} more day{'s' if self.more > 1 else ''}" if self.more else ""
        counts = f"{self.before} -> {self.after}"
        dataset = "" if self.dataset == "register" else f" in {self.dataset}"
        return f"{self.treaty}{dataset} on {self.on}{basis}: {counts} ({_shifts_text(self.states, self.basis)}){more}"


class Difference(NamedTuple):
    """A day from which the answer on a basis differs, and for which States."""

    on: str
    basis: str
    states: tuple[Shift, ...]


class Watch:
    """Remembers the periods of some treaties of a dataset, to say what a write did to them."""

    def __init__(self, rows: Rows, *, dataset: str, treaties: Iterable[str]) -> None:
        self._rows = rows
        self._dataset = dataset
        self._before = {treaty: self._read(treaty) for treaty in dict.fromkeys(treaties)}

    def effects(self, *, today: dt.date | None = None) -> list[Effect]:
        """Return the days from which each treaty counts other members than when the watch began.

        In the order of the treaties given and of the days, at most `SHOWN` of a treaty, today (by default in UTC) among
        them where it differs; the last one counts the rest. `rows` must see what was written: flush first.
        """
        on = (today or dt.datetime.now(tz=dt.UTC).date()).isoformat()
        return [effect for treaty in self._before for effect in self._of(treaty, on)]

    def _of(self, treaty: str, today: str) -> list[Effect]:
        before, after = self._before[treaty], self._read(treaty)
        days = compare(before, after, today=today)
        now = [day for day in days if day.on == today]
        shown = sorted([*[day for day in days if day.on != today][: SHOWN - len(now)], *now])
        effects = []
        for on, basis, states in shown:
            counts = count(before, on, basis), count(after, on, basis)
            effects.append(Effect(self._dataset, treaty, on, basis, *counts, states))
        return [*effects[:-1], replace(effects[-1], more=len(days) - len(shown))] if effects else []

    def _read(self, treaty: str) -> list[Spell]:
        return [Spell(**row) for row in self._rows.rows(_PERIODS, dataset=self._dataset, treaty=treaty)]


def compare(before: Sequence[Spell], after: Sequence[Spell], *, today: str) -> list[Difference]:
    """Return from which days on two lists of periods of one treaty give another answer, in order, and today's.

    Each is the first day of a stretch on which the same States differ in the same way, on the first basis on which any
    does: in force, consented, signed. A stretch without a first day is shown by the day before its end.
    """
    found: list[Difference] = []
    last: tuple[str, tuple[Shift, ...]] = (Basis.IN_FORCE, ())
    for on, basis, shifts in _answers(_changed(before, after), today):
        if shifts and (on == today or (basis, shifts) != last):
            found.append(Difference(on, basis, shifts))
        last = (basis, shifts)
    return found


def _changed(before: Sequence[Spell], after: Sequence[Spell]) -> dict[str, tuple[list[Spell], list[Spell]]]:
    """Return the periods before and after of the States whose periods are not the same."""
    sides = _by_state(before), _by_state(after)
    states = sorted({*sides[0], *sides[1]})
    both = {state: (sides[0].get(state, []), sides[1].get(state, [])) for state in states}
    return {state: (old, new) for state, (old, new) in both.items() if set(old) != set(new)}


def _answers(
    changed: Mapping[str, tuple[list[Spell], list[Spell]]], today: str
) -> Iterator[tuple[str, str, tuple[Shift, ...]]]:
    """Yield each day on which a standing may change, and today: the first basis on which States differ, and those."""
    due: dict[str, list[str]] = {today: []}
    for state, (old, new) in changed.items():
        for bound in {bound for spell in (*old, *new) for bound in _bounds(spell)}:
            due.setdefault(bound, []).append(state)
    now: dict[str, dict[str, Shift]] = {basis: {} for basis in _COUNTED}
    for day, states in [(FIRST, list(changed)), *sorted(due.items())]:
        for state in states:  # no other has another standing than the day before
            for basis, shifts in now.items():
                was, is_now = (standing(side, day, basis) for side in changed[state])
                shifts.pop(state, None)
                if was != is_now:
                    shifts[state] = Shift(state, next(one.name for side in changed[state] for one in side), was, is_now)
        basis = next((basis for basis, shifts in now.items() if shifts), Basis.IN_FORCE)
        yield day or _day_before(min(due.keys() - {today}, default=today)), basis, tuple(sorted(now[basis].values()))


def _by_state(spells: Iterable[Spell]) -> dict[str, list[Spell]]:
    found: dict[str, list[Spell]] = {}
    for spell in spells:
        found.setdefault(spell.state, []).append(spell)
    return found


def _bounds(spell: Spell) -> list[str]:
    bounds = (spell.start_earliest, spell.start_latest, spell.end_earliest, spell.end_latest)
    return [bound for bound in bounds if bound is not None]


def _day_before(day: str) -> str:
    first = dt.date.fromisoformat(day)
    return (first - dt.timedelta(days=first > dt.date.min)).isoformat()


def count(spells: Iterable[Spell], on: str, basis: str) -> Count:
    """Return how many States the periods of a treaty make members on a day (ISO), and how many more possibly."""
    found = [standing(of_state, on, basis) for of_state in _by_state(spells).values()]
    return Count(found.count(Standing.MEMBER), found.count(Standing.POSSIBLE))


def standing(spells: Sequence[Spell], on: str, basis: str) -> str:
    """Return what the periods of one State say of a day (ISO): `member`, `possible`, `none`, `suspended` ..."""
    counted = [spell for spell in spells if spell.status in _COUNTED[Basis(basis)]]
    best = _best(counted, on)
    if best == Standing.NONE:
        suspended = [spell for spell in spells if spell.status == Status.SUSPENDED]
        return _SUSPENDED.get(_best(suspended, on), Standing.NONE)
    passing = passages(map(Held.like, spells), _COUNTED[Basis(basis)])
    return Standing.MEMBER if any(start <= on < end for start, end in passing) else best


def _best(spells: Iterable[Spell], on: str) -> Standing:
    possible = [spell for spell in spells if spell.is_possible(on)]
    if any(spell.is_certain(on) for spell in possible):
        return Standing.MEMBER
    return Standing.POSSIBLE if possible else Standing.NONE


def _shifts_text(shifts: Sequence[Shift], basis: str) -> str:
    """Return the States by what happened to them; who has only signed is counted, not called a member."""
    member = "member" if basis == Basis.IN_FORCE else "counted"
    named: dict[str, list[str]] = {}
    for one in shifts[:NAMED]:
        what = " -> ".join(member if word == Standing.MEMBER else word for word in (one.before, one.after))
        named.setdefault(what, []).append(f"{one.state} {one.name}")
    text = "; ".join(f"{', '.join(states)}: {what}" for what, states in named.items())
    return text if len(shifts) <= NAMED else f"{text}; and {len(shifts) - NAMED} more"
