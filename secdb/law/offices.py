"""Rules on who signed and who held office: recorded tenures only, and only what is certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secdb.law.facts import Found
from secdb.vocabulary import Office

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from secdb.law.facts import Incumbents, Signing, Tenure

ONE_HOLDER = {
    Office.HEAD_OF_STATE,
    Office.HEAD_OF_GOVERNMENT,
    Office.MINISTER_FOR_FOREIGN_AFFAIRS,
    Office.PERMANENT_REPRESENTATIVE,
    Office.PERMANENT_OBSERVER,
}
"""Offices that one person holds at a time; of the others a State may have several."""


def signatory_without_office(signing: Signing, incumbents: Incumbents) -> Iterator[Found]:
    """Tell of a person who signed in an office that they, or anyone else instead, certainly held otherwise that day.

    Doubtful: the person's own recorded tenures of the office all leave the day out; or there are none, and another
    person certainly held it, not acting. Someone who signs as acting stands in for another.
    """
    same = [tenure for tenure in incumbents.of(signing.office) if tenure.accredited_to == signing.accredited_to]
    own = [tenure for tenure in same if tenure.person == signing.person]
    if not all(tenure.span.excludes(signing.day) for tenure in own):
        return
    holder = _holder(signing, same)
    if holder:
        why = f"then held by {holder.name} (tenure {holder.tenure})"
    elif own:
        why = f"whose recorded tenure leaves that day out (tenure {own[0].tenure})"
    else:
        return
    day = signing.day.earliest if signing.day.earliest == signing.day.latest else _bounds(signing)
    yield Found(signing.record, f"{signing.where} {signing.state}: {signing.name} as {signing.office} on {day}, {why}")


def overlapping_heads_of_state(tenures: Sequence[Tenure]) -> Iterator[Found]:
    """Tell of two persons who were certainly head of State on the same days; of one State's tenures.

    The day on which one hands over to the other is common to both.
    """
    there: list[tuple[dt.date, Tenure]] = []  # who held it last, with the day after their last
    for start, end, tenure in sorted(_certain_heads(tenures), key=lambda head: (head[0], head[1], head[2].tenure)):
        there = [(left, before) for left, before in there if (left - start).days > 1]
        before = next((before for _, before in there if before.person != tenure.person), None)
        if before:
            yield Found(
                f"tenure:{tenure.tenure}",
                f"{tenure.state}: {tenure.name} is head of State from {start}, "
                f"while {before.name} still is (tenure {before.tenure})",
            )
        there.append((end, tenure))


def _certain_heads(tenures: Sequence[Tenure]) -> Iterator[tuple[dt.date, dt.date, Tenure]]:
    """Yield the first day, the day after the last, and the tenure of those who were head of State for certain."""
    for tenure in tenures:
        certain = tenure.span.certain
        if tenure.office == Office.HEAD_OF_STATE and not tenure.acting and certain:
            yield (*certain, tenure)


def _holder(signing: Signing, tenures: Sequence[Tenure]) -> Tenure | None:
    """Return the tenure of another person who certainly held the office that day."""
    if signing.acting or signing.office not in ONE_HOLDER:
        return None
    others = (tenure for tenure in tenures if tenure.person != signing.person and not tenure.acting)
    return next((tenure for tenure in others if tenure.span.covers(signing.day)), None)


def _bounds(signing: Signing) -> str:
    return f"{signing.day.earliest or ''}..{signing.day.latest or ''}"
