"""The published rule (docs/derivation.md) in plain Python: pairs of events compared by their bounds."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from math import inf
from operator import attrgetter
from typing import TYPE_CHECKING

from tests.derivation.oracle import LADDER, NONE, RAISES, RESETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.derivation.oracle import Window

Row = tuple[str, int | None, int | None, int | None, int | None, str, int | None, str | None, int | None]


@dataclass(frozen=True)
class Claim:
    """An act as recorded."""

    number: int
    kind: str
    window: Window
    rank: str = "normal"
    contests: int | None = None

    @property
    def status(self) -> str | None:
        return RAISES.get(self.kind) or RESETS.get(self.kind)


@dataclass(frozen=True)
class Fact:
    """A claim that counts, with bounds that can be compared."""

    number: int
    kind: str
    status: str
    earliest: float
    latest: float

    @property
    def level(self) -> int:
        return LADDER.index(self.status)

    @property
    def resets(self) -> bool:
        return self.kind in RESETS

    def precedes(self, other: Fact) -> bool:
        return self.latest < other.earliest

    def ends(self, other: Fact) -> bool:
        return self.status != other.status and (self.resets or self.level > other.level)


@dataclass(frozen=True)
class Spell:
    """A status with the bounds of its start and of its end, and the acts it lies between."""

    status: str
    start: tuple[float, float]
    end: tuple[float, float]
    opened: tuple[str, int]
    closed: tuple[str | None, int | None] = (None, None)


def facts(claims: Sequence[Claim]) -> list[Fact]:
    """Return the claims that count: the best of each group of contradicting ones; equals lie within their hull."""

    def event(claim: Claim) -> int:
        return claim.number if claim.contests is None else claim.contests

    counted = []
    for claim in claims:
        group = [other for other in claims if event(other) == event(claim)]
        beaten = claim.rank == "normal" and any(other.rank == "preferred" for other in group)
        if claim.status is None or claim.rank == "deprecated" or beaten:
            continue
        equals = [other.window for other in group if (other.rank, other.status) == (claim.rank, claim.status)]
        first = min(-inf if earliest is None else earliest for earliest, _ in equals)
        last = max(inf if latest is None else latest for _, latest in equals)
        counted.append(Fact(claim.number, claim.kind, claim.status, first, last))
    return counted


def rows(claims: Sequence[Claim], force: Window | None, extinct: Window | None, over: Sequence[Window]) -> list[Row]:
    """Return the rows of one State under one treaty that has acts, in order; `over`: terminations for all."""
    known = facts(claims)
    last = [
        ("termination", min((_low(window) for window in over), default=inf), min(map(_high, over), default=inf)),
        ("extinction", _low(extinct) if extinct else inf, _high(extinct) if extinct else inf),
    ]
    in_force = (_low(force), _high(force)) if force else (inf, inf)
    spells = [
        part
        for fact in known
        if _opens(fact, known)
        for part in _parts(_cut(_spell(fact, known), last), _own_entry(fact, known), in_force)
    ]
    return _ordered(_joined(spell for spell in spells if spell.start[0] < spell.end[1]))


def _low(window: Window) -> float:
    return -inf if window[0] is None else window[0]


def _high(window: Window) -> float:
    return inf if window[1] is None else window[1]


def _opens(fact: Fact, known: Sequence[Fact]) -> bool:
    """Is false of an exit, and of an act that certainly finds the State at its status (a raise: at least there)."""
    if fact.status == NONE:
        return False
    for before in known:
        there = before.status == fact.status or (not fact.resets and before.level >= fact.level)
        if before.precedes(fact) and there:
            between = [
                other
                for other in known
                if other not in (before, fact) and not other.precedes(before) and not fact.precedes(other)
            ]
            if not any(other.resets or (fact.resets and other.level > before.level) for other in between):
                return False
    return True


def _doubtful(fact: Fact, known: Sequence[Fact]) -> bool:
    """Is true of a raise that comes after a higher status with no reset certainly between."""
    return not fact.resets and any(
        higher.level > fact.level
        and higher.precedes(fact)
        and not any(higher.precedes(reset) and reset.precedes(fact) for reset in known if reset.resets)
        for higher in known
    )


def _spell(fact: Fact, known: Sequence[Fact]) -> Spell:
    """Return the spell an act opens, before the ends of all and the treaty's force are looked at."""
    enders = [other for other in known if other.ends(fact) and not other.precedes(fact)]
    earliest = fact.earliest if _doubtful(fact, known) else min((y.earliest for y in enders), default=inf)
    latest = min((y.latest for y in enders if fact.precedes(y) or _lifts(fact, y, known)), default=inf)
    first = min(enders, key=lambda y: (y.latest, y.earliest, y.kind, y.number), default=None)
    closed = (first.kind, first.number) if first else (None, None)
    return Spell(fact.status, (fact.earliest, fact.latest), (earliest, latest), (fact.kind, fact.number), closed)


def _own_entry(fact: Fact, known: Sequence[Fact]) -> str:
    """Return whether the State's own entry into force follows: `no`, `yes`, `maybe` (or it came before an exit)."""
    own = [y for y in known if y.kind == "entry_into_force" and not y.precedes(fact)]
    if not own:
        return "no"
    return "yes" if any(fact.precedes(y) or not _reset_between(y, fact, known) for y in own) else "maybe"


def _parts(spell: Spell, own_entry: str, in_force: tuple[float, float]) -> Iterable[Spell]:
    """Return the spell; of a consent the contracting State, and the party that the treaty's force makes of it."""
    if spell.status != "contracting" or own_entry == "yes":
        yield spell
        return
    if own_entry == "maybe":
        yield spell
    else:
        until = (min(spell.end[0], in_force[0]), min(spell.end[1], in_force[1]))
        closed = ("entry_into_force", None) if in_force[1] < spell.end[1] else spell.closed
        yield Spell("contracting", spell.start, until, spell.opened, closed)
    if in_force[0] < inf:
        kind, number = spell.opened
        begun = (max(spell.start[0], in_force[0]), max(spell.start[1], in_force[1]))
        opener = "entry_into_force" if in_force[0] > spell.start[1] else kind
        yield Spell("party", begun, spell.end, (opener, number), spell.closed)


def _lifts(lower: Fact, higher: Fact, known: Sequence[Fact]) -> bool:
    """Two raises in unknown order with no reset that may lie between: the lower holds only before the higher."""
    return not (lower.resets or higher.resets or _reset_between(higher, lower, known))


def _reset_between(one: Fact, other: Fact, known: Sequence[Fact]) -> bool:
    """Is true if some exit or suspension may lie after the one and before the other."""
    return any(reset.resets and not reset.precedes(one) and not other.precedes(reset) for reset in known)


def _cut(spell: Spell, last: Sequence[tuple[str, float, float]]) -> Spell:
    """Return the spell ended by whatever ends everything, if that comes first."""
    end, closed = spell.end, spell.closed
    for kind, earliest, latest in last:
        if latest < end[1]:
            closed = (kind, None)
        end = (min(end[0], earliest), min(end[1], latest))
    return Spell(spell.status, spell.start, end, spell.opened, closed)


def _joined(spells: Iterable[Spell]) -> Iterable[Spell]:
    """Return one spell for those of a status that end alike: it starts with the first of them."""
    alike = attrgetter("status", "end")
    for _, found in groupby(sorted(spells, key=alike), key=alike):
        group = list(found)
        first = min(group, key=lambda spell: (spell.start[1], spell.start[0], spell.opened))
        start = (min(spell.start[0] for spell in group), min(spell.start[1] for spell in group))
        yield Spell(first.status, start, first.end, first.opened, first.closed)


def _ordered(spells: Iterable[Spell]) -> list[Row]:
    order = sorted(spells, key=lambda x: (*x.start, x.end[1], x.status, x.end[0], x.opened[1]))
    return [(x.status, *_both(x.start), *_both(_end(x)), *x.opened, *x.closed) for x in order]


def _both(days: tuple[float, float]) -> tuple[int | None, int | None]:
    return _shown(days[0]), _shown(days[1])


def _shown(day: float) -> int | None:
    return None if day in (-inf, inf) else int(day)


def _end(spell: Spell) -> tuple[float, float]:
    """Return the end as it is stored: never before the start, and with a first possible day if it may have happened."""
    earliest, latest = spell.end
    if earliest == latest == inf or earliest > spell.start[0]:
        return earliest, latest
    if spell.start[0] > -inf:
        return spell.start[0], latest
    return min(spell.start[1], latest), latest
