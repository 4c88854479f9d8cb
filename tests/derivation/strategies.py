"""Random acts of a State under a treaty, close together so that they meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.derivation.ledger import KEYS, Key
from tests.derivation.oracle import EFFECTIVE, WITHOUT_EFFECT
from tests.derivation.rule import Claim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.derivation.oracle import Window

DAYS = 8

_day = st.integers(0, DAYS - 1)
_exact = _day.map(lambda day: (day, day))
_between = st.tuples(_day, _day).map(lambda two: (min(two), max(two)))
_half = st.one_of(st.tuples(st.none(), _day), st.tuples(_day, st.none()))
_bounded = st.one_of(_exact, _exact, _between, _half)
windows = st.one_of(_bounded, st.just((None, None)))
_forces = st.none() | _bounded
# the kinds that meet each other most
_common = ("signature", "ratification", "ratification", "entry_into_force", "withdrawal", "suspension", "resumption")
kinds = st.one_of(st.sampled_from(_common), st.sampled_from(EFFECTIVE))
_ended = st.one_of(_exact, _between, st.tuples(_day, st.none()))


def _numbered(acts: Sequence[tuple[str, Window]]) -> list[Claim]:
    return [Claim(number, kind, window) for number, (kind, window) in enumerate(acts)]


_plain = st.lists(st.tuples(kinds, windows), max_size=5).map(_numbered)
plain_keys = st.builds(Key, _plain, _forces, st.none() | st.none() | _ended, st.lists(windows, max_size=1))


@st.composite
def exact_keys(draw: st.DrawFn) -> Key:
    """Draw acts, and the treaty's entry into force, each on a known day of its own."""
    days = draw(st.lists(_day, max_size=7, unique=True))
    acts = [(draw(kinds), (day, day)) for day in days]
    force = draw(st.none() | _exact)
    return Key(_numbered(acts), force)


@st.composite
def contested_keys(draw: st.DrawFn) -> Key:
    """Draw claims that contradict each other, of all ranks, some without effect."""
    claims: list[Claim] = []
    for number in range(draw(st.integers(0, 7))):
        heads = [claim.number for claim in claims if claim.contests is None]
        claims.append(
            Claim(
                number,
                draw(kinds | st.sampled_from(WITHOUT_EFFECT)),
                draw(windows),
                draw(st.sampled_from(("normal", "normal", "preferred", "deprecated"))),
                draw(st.none() | st.sampled_from(heads)) if heads else None,
            )
        )
    return Key(claims, draw(_forces), draw(st.none() | _ended), draw(st.lists(windows, max_size=2)))


def batches(keys: st.SearchStrategy[Key]) -> st.SearchStrategy[list[Key]]:
    return st.lists(keys, min_size=KEYS, max_size=KEYS)  # many in one transaction: what meets is rare
