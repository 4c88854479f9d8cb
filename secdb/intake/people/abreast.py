"""Signatures that stood side by side, in a text that has lost its lines: names first, then their offices and States."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from secdb.intake.people.offices import office_block, offices_in
from secdb.intake.places import NO_OFFICE, led

if TYPE_CHECKING:
    import re

    from secdb.intake.people.grids import Signature
    from secdb.intake.reading import Reading


def side_by_side(reading: Reading, found: list[Signature], marks: list[re.Match[str]], end: int) -> list[Signature]:
    """Return the signatures, where names stand one after the other and their offices and States after all of them.

    So columns look in a text that has lost its lines: `(Signed) A (Signed) B Permanent Representative Permanent
    Representative of X of Y`.
    """
    told: list[Signature] = []
    number = 0
    while number < len(found):
        last = number
        while last + 1 < len(found) and not reading.text[found[last].end : marks[last + 1].start()].strip():
            if found[last].capacity or found[last].state:
                break
            last += 1
        until = marks[last + 1].start() if last + 1 < len(marks) else end
        told += _shared(reading, found[number : last + 1], until) if last > number else [found[number]]
        number = last + 1
    return told


def _shared(reading: Reading, group: list[Signature], until: int) -> list[Signature]:
    """Return the signatures of a row of names, each with its own of the States and offices that follow."""
    start = group[-1].at[1]
    until = min(until, start + 160 * len(group))
    states = reading.states(start, until)[: len(group)]
    if len(states) < len(group):
        return _each_its_own(reading, group, start, until)
    offices = offices_in(reading, start, states[-1].end)
    shared = []
    for number, one in enumerate(group):
        office = offices[min(number, len(offices) - 1)] if offices else NO_OFFICE
        shared.append(
            one._replace(
                state=states[number],
                state_at=led(reading, states[number]),
                capacity=office.capacity,
                capacity_at=office.at,
                end=states[-1].end,
            )
        )
    return shared


def _each_its_own(reading: Reading, group: list[Signature], start: int, until: int) -> list[Signature]:
    """Return the signatures of a row with the offices that follow, as many as names; a State may not be known."""
    offices = [one.at.start for one in offices_in(reading, start, until) if one.at]
    if len(offices) != len(group):
        return group
    blocks = [office_block(reading, *place) for place in pairwise([*offices, until])]
    return [
        one._replace(
            state=block.state,
            state_at=block.state_at,
            capacity=block.capacity,
            capacity_at=block.capacity_at,
            unknown=block.unknown,
            end=max(group[-1].end, block.end),
        )
        for one, block in zip(group, blocks, strict=True)
    ]
