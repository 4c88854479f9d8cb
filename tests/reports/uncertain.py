"""Random registers whose acts overlap, and what every realization of these acts says of each day."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from secdb.database.server import answered
from tests.derivation.ledger import FIRST_DAY, KEYS, Key, Ledger, act_lines
from tests.derivation.oracle import EFFECTIVE, NONE, possible_statuses
from tests.derivation.rule import Claim
from tests.derivation.strategies import DAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import sqlalchemy as sa

    from tests.derivation.oracle import Window

TREATIES = ("t1", "t2")
BASES = ("signed", "consented", "in-force")
COUNTED = {"in-force": {"party"}, "consented": {"party", "contracting"}}
COUNTED["signed"] = COUNTED["consented"] | {"provisional", "signatory"}
EACH_DAY = [(FIRST_DAY + dt.timedelta(days=number)).isoformat() for number in range(DAYS)]

_HIGHER = ("signature", "provisional_application", "ratification", "entry_into_force")
# those that pass into one another, and what may come between: with others they would seldom meet
_MEETING = (*_HIGHER, "signature", "accession", "withdrawal", "withdrawal", "suspension", "resumption")


def _keys(random: Random) -> list[Key]:
    return [Key(_acts(random), _force(random), random.choice((None, None, None, _exact(random)))) for _ in range(KEYS)]


def _rising(random: Random) -> list[Key]:
    chosen = [random.sample(_HIGHER, random.randint(1, len(_HIGHER))) for _ in range(KEYS)]
    return [Key(_numbered(zip(kinds, _apart(random, len(kinds)), strict=True)), _force(random)) for kinds in chosen]


def _acts(random: Random) -> list[Claim]:
    kinds = (random.choice(random.choice((_MEETING, _MEETING, EFFECTIVE))) for _ in range(random.randint(1, 5)))
    return _numbered((kind, random.choice((_bounded, _bounded, _bounded, _half))(random)) for kind in kinds)


def _numbered(acts: Iterable[tuple[str, Window]]) -> list[Claim]:
    return [Claim(number, kind, window) for number, (kind, window) in enumerate(acts)]


def _force(random: Random) -> Window | None:
    return random.choice((None, (0, 0), _exact(random), _bounded(random)))


def _exact(random: Random) -> Window:
    day = random.randrange(DAYS)
    return day, day


def _bounded(random: Random) -> Window:
    first, last = sorted(random.choices(range(DAYS), k=2))
    return random.choice(((first, last), (first, first)))


def _apart(random: Random, number: int) -> list[Window]:
    """Return windows of which no two are the same known day: there a lower act opens nothing that others could name."""
    windows = [_bounded(random) for _ in range(number)]
    known = [window for window in windows if window[0] == window[1]]
    return windows if len(set(known)) == len(known) else _apart(random, number)


def _half(random: Random) -> Window:
    day = random.randrange(DAYS)
    return random.choice(((None, day), (day, None), (None, None)))


_randoms = st.integers(0, 2**63).map(Random)
batches = _randoms.map(_keys)
"""KEYS keys that an example makes of one number: drawn one by one they would be few and much alike."""

rising_batches = _randoms.map(_rising)
"""Likewise, acts of which each leads higher, one of a kind, in any order, and never an exit."""


class Opened:
    """A register whose last writes nobody else can see yet."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    def rows(self, sql: str, **parameters: object) -> list[dict[str, Any]]:
        return list(answered(self.connection, sql, parameters))


def written(ledger: Ledger, drawn: Sequence[Key]) -> Opened:
    """Write what State N did under treaty 1 if N is odd, else under treaty 2; the treaty's dates are those of key N."""
    ledger.turn(on=False)
    for number, key in enumerate(drawn, 1):
        ledger._frame(number, key)
    lines = [line for number, key in enumerate(drawn, 1) for line in act_lines(number, key)]
    ledger.insert("act", [{**line, "treaty_id": 2 - line["state_id"] % 2} for line in lines])
    ledger.turn(on=True)
    ledger.derive_queued()
    return Opened(ledger.connection)


def realized(drawn: Sequence[Key]) -> dict[str, dict[str, list[set[str]]]]:
    """Return by treaty and State, of each day, every status that the State has in some realization of the acts."""
    found: dict[str, dict[str, list[set[str]]]] = {treaty: {} for treaty in TREATIES}
    for number, key in enumerate(drawn, 1):
        treaty = 2 - number % 2
        acts = [(claim.kind, claim.window) for claim in key.claims]
        ends = [key.extinct] if key.extinct else []
        found[f"t{treaty}"][f"S{number}"] = possible_statuses(acts, drawn[treaty - 1].force, ends, DAYS)
    return found


def truth(statuses: set[str], basis: str) -> str:
    """Return what can be said of a State that has one of the statuses: it counts with all of them, some, none."""
    if statuses <= COUNTED[basis]:
        return "member"
    return "possible" if statuses & COUNTED[basis] else NONE
