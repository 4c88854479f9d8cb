"""The facts that rules judge: frozen, without a database."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from secdb.law.days import Days

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from secdb.law.days import Span


class Found(NamedTuple):
    """A record (`act:12`) and what is doubtful about it."""

    record: str
    message: str


@dataclass(frozen=True, slots=True)
class Act:
    """An act that counts: not deprecated, no better-ranked claim against it.

    `date` and `effect` are None where not recorded; `claim` is the act whose event this is another claim about. Claims
    that stand side by side have the bounds of all of them.
    """

    act: int
    treaty: str
    state: str | None
    kind: str
    date: Days | None
    effect: Days | None = None
    claim: int | None = None
    stated: str | None = None
    capacity: str | None = None
    note: str | None = None

    @property
    def event(self) -> int:
        """Return what claims about one event have in common."""
        return self.act if self.claim is None else self.claim

    @property
    def done(self) -> Days:
        """Return the day of the act; its day of effect where that is all that is known."""
        return self.date or self.when

    @property
    def when(self) -> Days:
        """Return the day on which it takes effect, as the derivation has it."""
        return self.effect or self.date or Days(None, None)

    @property
    def reach(self) -> Days:
        """Return the bounds within which it was done and took effect."""
        return self.done.hull(self.when)

    @property
    def told(self) -> str:
        """Return kind and date for a message."""
        return f"{self.kind} {self.stated or self.done.latest}"


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty's own dates; None where not recorded."""

    code: str
    signed: Days | None = None
    in_force: Days | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person's recorded time in an office for a State."""

    tenure: int
    state: str
    person: str
    name: str
    office: str
    span: Span
    acting: bool = False
    accredited_to: str | None = None


@dataclass(frozen=True, slots=True)
class Signing:
    """A person who stands under a statement, or signed an act, in an office; `record` is that signatory or act."""

    record: str
    where: str
    state: str
    person: str
    name: str
    office: str
    day: Days
    acting: bool = False
    accredited_to: str | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """A citation: the day of the document, and the day of what it proves."""

    citation: int
    document: str
    dated: Days
    proved: str
    kind: str | None
    began: Days


@dataclass(frozen=True, slots=True)
class RosterCase:
    """A State that a roster lacks or names against the membership periods; `since` and `opened_by` where it lacks one.

    `treaty` is the roster's, `judged` the treaty whose parties it is held against: one that the roster's requires.
    """

    roster: int
    treaty: str
    judged: str
    stated: str
    state: str
    state_name: str
    listed: bool
    since: str | None = None
    opened_by: str | None = None


class Listing(NamedTuple):
    """A roster that lists a State: its number, its day as stated, and that day."""

    roster: int
    stated: str
    on: Days


@dataclass(frozen=True, slots=True)
class Key:
    """All acts of one State under one treaty; State None = the acts for all. `listed`: rosters that name the State."""

    treaty: Treaty
    existence: Span | None
    acts: Sequence[Act]
    listed: Sequence[Listing] = ()


@dataclass(frozen=True, slots=True)
class Incumbents:
    """The recorded tenures of one State, by office."""

    tenures: Mapping[str, Sequence[Tenure]] = field(default_factory=dict)

    def of(self, office: str) -> Sequence[Tenure]:
        """Return the tenures of an office."""
        return self.tenures.get(office, ())
