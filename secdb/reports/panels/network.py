"""Who is tied to whom: by treaties that two States are members of, or by statements under which both stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, Any

from secdb.errors import UsageError
from secdb.lookup import find_dataset
from secdb.reports.base import Report, day, last_revision
from secdb.reports.coverage import Coverage, coverage_of
from secdb.reports.members import require_basis
from secdb.reports.panels.cosigning import cosignatures
from secdb.reports.panels.named import NamesOfTime
from secdb.reports.panels.spans import Span, common, ordinal
from secdb.reports.panels.standing import standings, treaties_with_periods

if TYPE_CHECKING:
    import datetime as dt

    from secdb.database.reader import Register
    from secdb.reports.panels.spans import Spans

TIES = ("membership", "signature")

_BOTH = 2  # as what is said of a pair: certain
_MAYBE = 1


@dataclass(frozen=True, slots=True)
class Node:
    """A State with at least a possible tie to something; `name` as of the last day looked at.

    `weight`: treaties or statements of its own; `possible`: more of them that are not certain.
    """

    state: str
    name: str
    weight: int
    possible: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Two States, `state_a` before `state_b` by code; names as of the last day looked at.

    `weight`: treaties or statements that they certainly share; `possible`: more that they may share.
    """

    state_a: str
    name_a: str
    state_b: str
    name_b: str
    weight: int
    possible: int


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is looked at; the days are ISO, both included, None = without limit."""

    first: str | None
    last: str | None
    basis: str | None
    dataset: str | None
    coverage: Coverage


class _Counts:
    """Counts of what is certain and of what is only possible."""

    def __init__(self) -> None:
        self.sure: dict[Any, int] = defaultdict(int)
        self.maybe: dict[Any, int] = defaultdict(int)

    def add(self, key: Any, said: int) -> None:  # noqa: ANN401 - a State or a pair
        """Count one more."""
        if said:
            (self.sure if said == _BOTH else self.maybe)[key] += 1

    def rows(self) -> list[tuple[Any, int, int]]:
        """Return key, certain and possible, in order."""
        return [(key, self.sure.get(key, 0), self.maybe.get(key, 0)) for key in sorted({*self.sure, *self.maybe})]


def network(  # noqa: PLR0913 - a report's options
    register: Register,
    by: str = "membership",
    *,
    on: str | dt.date | None = None,
    from_: str | dt.date | None = None,
    to: str | dt.date | None = None,
    basis: str | None = None,
    dataset: str | None = None,
) -> Report[Edge]:
    """Return the ties between States: a row per pair that shares something, at least possibly.

    Args:
        register: as `secdb.open` gives it.
        by: `membership` counts the treaties under which both States count on one day at least of those looked at;
            `signature` the statements under which both stand since one of those days.
        on: the only day looked at. Membership without any day: today.
        from_: the first day looked at; a year or month means its first day.
        to: the last, included; a year or month means its last day.
        basis: of membership, as in `members`; default `in-force`.
        dataset: of membership, whose facts; default `register`. Days that it does not cover are left out. Statements
            belong to no dataset.

    `about["nodes"]` holds the States, those without a tie to another one too. Raises UsageError, NotFoundError.
    """
    if by not in TIES:
        raise UsageError(f"a network is by {' or '.join(TIES)}, not {by!r}")
    asked = _asked(register, by, _days(by, on, from_, to), basis, dataset)
    nodes, edges = _by_membership(register, asked) if by == "membership" else _by_signature(register, asked)
    names, last = NamesOfTime(register), asked.last or day(None)
    about = {
        "by": by,
        **({"on": asked.last} if asked.first == asked.last and asked.last else {"from": asked.first, "to": asked.last}),
        **({"basis": asked.basis, "dataset": asked.dataset} if by == "membership" else {}),
        "revision": last_revision(register),
        **asked.coverage.about(asked.first, asked.last),
        "nodes": tuple(Node(state, names.on(state, last), sure, maybe) for state, sure, maybe in nodes.rows()),
    }
    rows = [Edge(a, names.on(a, last), b, names.on(b, last), sure, maybe) for (a, b), sure, maybe in edges.rows()]
    return Report("network", about, tuple(rows))


def _days(
    by: str, on: str | dt.date | None, from_: str | dt.date | None, to: str | dt.date | None
) -> tuple[str | None, str | None]:
    """Return the first and the last day. Raises UsageError for two ways of saying it, and for a wrong order."""
    if on is not None and (from_ is not None or to is not None):
        raise UsageError("a network is of one day or of the days from..to; give one of them")
    if on is not None or (by == "membership" and from_ is None and to is None):
        return day(on), day(on)
    first, last = None if from_ is None else _first_day_of(from_), None if to is None else day(to)
    if first and last and first > last:
        raise UsageError(f"{first} is after {last}; give the earlier day first")
    return first, last


def _first_day_of(text: str | dt.date) -> str:
    from secdb.reports.timeline import first_day as first_of  # one meaning of `--from 2002` in all reports

    return first_of(text) if isinstance(text, str) else text.isoformat()


def _asked(
    register: Register, by: str, days: tuple[str | None, str | None], basis: str | None, dataset: str | None
) -> _Looked:
    if by == "membership":
        code = find_dataset(register, dataset or "register")
        return _Looked(*days, require_basis(basis or "in-force"), code, coverage_of(register, code))
    if basis is not None or dataset is not None:
        raise UsageError("statements have no basis and no dataset; leave both out, or ask --by membership")
    return _Looked(*days, None, None, Coverage(None, None))


def _by_membership(register: Register, asked: _Looked) -> tuple[_Counts, _Counts]:
    nodes, edges = _Counts(), _Counts()
    if asked.basis is None or asked.dataset is None:
        raise AssertionError("membership is counted on a basis")
    first = max(asked.first or "0001-01-01", asked.coverage.begin or "")
    last = min(asked.last or "9999-12-31", asked.coverage.last or "~")
    limits = Span(ordinal(first), ordinal(last) + 1)
    for treaty in treaties_with_periods(register, asked.dataset):
        found = [one for one in standings(register, treaty, asked.dataset, asked.basis, limits) if one.maybe]
        for one in found:
            nodes.add(one.state, _together(one.certain, one.certain, one.maybe, one.maybe))
        for one, other in combinations(found, 2):
            edges.add((one.state, other.state), _together(one.certain, other.certain, one.maybe, other.maybe))
    return nodes, edges


@lru_cache(maxsize=1 << 12)
def _together(certain_a: Spans, certain_b: Spans, maybe_a: Spans, maybe_b: Spans) -> int:
    """Tell whether two States counted on one day: certainly, possibly or not."""
    if common(certain_a, certain_b):
        return _BOTH
    return _MAYBE if common(maybe_a, maybe_b) else 0


def _by_signature(register: Register, asked: _Looked) -> tuple[_Counts, _Counts]:
    nodes, edges = _Counts(), _Counts()
    for _, states in cosignatures(register):
        stood = [(state, one) for state, one in sorted(states.items())]
        for state, one in stood:
            nodes.add(state, one.within(asked.first, asked.last))
        for (a, one), (b, other) in combinations(stood, 2):
            edges.add((a, b), one.together(other).within(asked.first, asked.last))
    return nodes, edges
