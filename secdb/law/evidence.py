"""Rules on what documents prove: their own lists of members, and their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secdb.law.facts import Found
from secdb.vocabulary import ActKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.law.facts import Proof, RosterCase

PROVIDED_FOR = {ActKind.ENTRY_INTO_FORCE, ActKind.NON_RENEWAL, ActKind.TERMINATION}
"""Events whose day a document can state in advance, as a treaty does of its own term."""


def roster(case: RosterCase) -> Iterator[Found]:
    """Tell of a complete roster that lacks a State certainly a party that day, or one that names a stranger."""
    if not case.listed:
        yield Found(
            f"roster:{case.roster}",
            f"the complete roster of {case.treaty} on {case.stated} lacks {case.state_name} ({case.state}), "
            f"a party since {case.since} ({case.opened_by})",
        )
        return
    required = "" if case.judged == case.treaty else f", which {case.treaty} requires"
    yield Found(
        f"roster:{case.roster}",
        f"the roster of {case.treaty} on {case.stated} names {case.state_name} ({case.state}), "
        f"then no party to {case.judged}{required}",
    )


def citation_before_fact(proof: Proof) -> Iterator[Found]:
    """Tell of a citation to a document dated before the act, roster, signature or beginning of a tenure it proves."""
    if proof.kind not in PROVIDED_FOR and proof.dated.before(proof.began):
        yield Found(
            f"citation:{proof.citation}",
            f"{proof.document} is of {proof.dated.latest} and cannot prove what came later: {proof.proved}",
        )
