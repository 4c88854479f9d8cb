"""The letter itself: who sent it, who signed it, and what it transmits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secdb.intake.clean.mapped import flat
from secdb.intake.draft import Signatory, Statement
from secdb.intake.parts.described import title_of
from secdb.intake.parts.headings import heading_at
from secdb.intake.parts.segment import Part, after_notes
from secdb.intake.parts.titles import begins_as
from secdb.intake.people.names import name_at
from secdb.intake.people.offices import office_of, offices_in
from secdb.intake.people.signatures import signatures
from secdb.intake.places import (
    NO_OFFICE,
    Given,
    Office,
    Read,
    block_end,
    extent,
    issuers,
    led,
    phrases,
    signatory,
    spans_of,
)
from secdb.intake.reading import ONLY_ADJECTIVES, Named, codes, each
from secdb.intake.states import distance
from secdb.names import fold

if TYPE_CHECKING:
    from secdb.intake.parts.described import Described
    from secdb.intake.parts.headings import Heading
    from secdb.intake.people.grids import Signature
    from secdb.intake.reading import Reading

SHORTEST = 4
"""Letters of the shortest name that may be misprinted in one."""
_DROPPED = re.compile(r"\b(?:of|de)\s+(?:,|and\b|to\s+the\s+U|y\b|ante\s+l)")


def senders(reading: Reading, heading: Heading) -> list[Named]:
    """Return the States that send the letter, as its title lists them."""
    start, end = heading.sender
    for found in _offices(reading, start, end):
        start = found
    known = reading.states(start, end)
    tail = re.compile(reading.words.language.tail, re.IGNORECASE).search(
        reading.text, known[-1].end if known else start, end
    )
    last = tail.start() if tail and tail.start() > start + 8 else end
    named = reading.listed(start, last) if known else _by_adjectives(reading, heading) or reading.listed(start, last)
    if _DROPPED.search(reading.text, *heading.sender):
        reading.warn("the name of a State is missing here", *heading.sender)
    return named


def _by_adjectives(reading: Reading, heading: Heading) -> list[Named]:
    """Return the States that only adjectives in the title name, of which a person should be told."""
    named = reading.by_adjectives(*heading.sender)
    if named:
        reading.warn(ONLY_ADJECTIVES, named[0].start, named[-1].end)
    return named


def _offices(reading: Reading, start: int, end: int) -> list[int]:
    """Return where the office at the beginning of the senders ends."""
    ends = [
        found.end()
        for pattern, _ in reading.words.listed("offices")
        if (found := pattern.search(reading.text, start, min(end, start + 60)))
    ]
    states = reading.states(start, end)
    before = [one for one in ends if not states or one <= states[0].start]
    return [max(before)] if before else []


def signers(reading: Reading, heading: Heading, end: int) -> list[Signature]:
    """Return who signed the letter; without a mark, the name over an office at its end."""
    found = signatures(reading, heading.end, end, loose=False)
    return found or signatures(reading, heading.end, end)


def follows(reading: Reading, signed: list[Signature], told: list[Described], end: int) -> Part | None:
    """Return the text that follows the signatures without the heading of an annex."""
    for number, one in enumerate(signed):
        until = signed[number + 1].start if number + 1 < len(signed) else end
        for place in _paragraphs(reading.text, one.end, until):
            if _begins_text(reading, place, until, told):
                return Part(None, one.end, place, end)
            if not told:
                break
    return None


def _paragraphs(text: str, start: int, end: int) -> list[int]:
    """Return where the words after a signature begin, and the paragraphs that follow closely."""
    blanks = re.compile(r"\n\n").finditer(text, start, min(end, start + 200))
    places = [after_notes(text, place) for place in (start, *(blank.end() for blank in blanks))]
    return [after_notes(text, place + 1) if text[place : place + 1] == "." else place for place in places]


def _begins_text(reading: Reading, place: int, until: int, told: list[Described]) -> bool:
    """Tell whether a text begins at a place, as titles do or as one that the letter names."""
    starts = reading.words("title_start", case=True)
    if starts.match(reading.text, place, min(until, place + 160)):
        return True
    return any(begins_as(reading, place, until, title_of(reading, one)) for one in told)


def as_statement(reading: Reading, heading: Heading, sent: list[Named], signed: list[Signature], end: int) -> Read:
    """Return the letter as a statement."""
    title = flat(reading.text[heading.start : heading.end])
    spans = {"title": reading.clean.span(heading.start, heading.end)} if title else {}
    if heading.date_at:
        spans["date"] = reading.clean.span(*heading.date_at)
    if heading.addressee_at:
        spans["addressee"] = reading.clean.span(*heading.addressee_at)
    last = block_end(reading, max([heading.end, *(one.end for one in signed)]), end) if signed else end
    signatories = _signatories(reading, heading, sent, signed)
    given = _given(reading, heading, sent)
    statement = Statement(
        heading.kind,
        title or None,
        heading.date,
        None,
        heading.addressee,
        codes(sent),
        tuple(signatories),
        extent(reading, (heading.start, max(last, heading.end)), (heading.start, len(reading.text))),
        spans,
        issuers(reading, sent, signatories, given.office),
    )
    return Read(statement, sent, sent)


def _signatories(reading: Reading, heading: Heading, sent: list[Named], signed: list[Signature]) -> list[Signatory]:
    if heading.name_at and not signed:
        return _named_in_title(reading, heading, sent)
    given = _given(reading, heading, sent)
    signed = [_as_in_title(reading, one, sent) for one in signed]
    asks = any(one.unknown for one in signed)
    if len(signed) > 1 and any(_same(one, given) for one in signed):
        given = given._replace(state=None, state_at=None)  # the State of one is not the other's too
    if len(signed) == len(sent) > 1:
        others = [one for one in sent if one.code not in {other.state.code for other in signed if other.state}]
        if len(others) == 1:
            given = given._replace(state=others[0], state_at=led(reading, others[0]))
        if len(others) == len(sent) and not asks:
            reading.warn("the States are taken in the order of the title", *signed[0].at)
            return [
                _as_signatory(reading, heading, one, given._replace(state=state, state_at=led(reading, state)))
                for one, state in zip(signed, sent, strict=True)
            ]
    return [_as_signatory(reading, heading, one, given) for one in signed]


def _as_in_title(reading: Reading, one: Signature, sent: list[Named]) -> Signature:
    """Return a signature for the sender whose name in the title differs by a letter from the words under the name."""
    if one.unknown is None:
        return one
    words = fold(flat(reading.text[slice(*one.unknown)]))
    near = [state for state in sent if distance(words, fold(reading.text[state.start : state.end]), 1) is not None]
    if len(near) != 1 or len(words) < SHORTEST:
        return one
    reading.warn(f"read as {near[0].code}, though not printed so", *one.unknown)
    state = Named(*one.unknown, near[0].code)
    return one._replace(state=state, state_at=led(reading, state), unknown=None)


def _same(one: Signature, given: Given) -> bool:
    return bool(one.state and given.state and one.state.code == given.state.code)


def _as_signatory(reading: Reading, heading: Heading, one: Signature, given: Given) -> Signatory:
    """Return who signed; of several offices in the title the one that stands before the State is given."""
    state = one.state or (None if one.unknown else given.state)
    if state is None:
        reading.warn("for which State is this signed?", *one.at)
    own = _office_of_state(reading, heading, state.code) if state and not one.capacity else None
    return signatory(reading, one, given._replace(office=own) if own else given)


def _office_of_state(reading: Reading, heading: Heading, code: str) -> Office | None:
    """Return the office that the title gives a State, where it names several."""
    offices = offices_in(reading, *heading.sender)
    if len({one.capacity for one in offices}) < 2:  # noqa: PLR2004 - one is that of all
        return None
    state = next((one for one in reading.states(*heading.sender) if one.code == code), None)
    before = [one for one in offices if state and one.at and one.at.start < state.start]
    return before[-1] if before else None


def _given(reading: Reading, heading: Heading, sent: list[Named]) -> Given:
    """Return what the title gives: the office of all senders, and the State of a single one."""
    office = office_of(reading, *heading.sender)
    if len(sent) != 1:
        return Given(office=NO_OFFICE if office.capacity == "other" and sent else office)
    inside = heading.sender[0] <= sent[0].start < heading.sender[1]
    if not inside:
        return Given(sent[0], led(reading, sent[0]), office)
    state_at, office_at = phrases(reading, office, sent[0], heading.end)
    return Given(sent[0], state_at, Office(office.capacity, office_at))


def _named_in_title(reading: Reading, heading: Heading, sent: list[Named]) -> list[Signatory]:
    """Return the sender whom the title names in brackets."""
    name = name_at(reading, *heading.name_at) if heading.name_at else None
    if name is None:
        return []
    given = _given(reading, heading, sent[:1])
    return [
        Signatory(
            name.name,
            sent[0].code if sent else None,
            given.office.capacity,
            False,  # noqa: FBT003
            reading.clean.span(name.start, name.end),
            spans_of(reading, state=given.state_at, capacity=given.office.at),
        )
    ]


def repeated(reading: Reading, heading: Heading, sent: list[Named]) -> list[Named]:
    """Return the senders by the heading of an annex, which repeats the letter's title, when the title has lost them."""
    if sent:
        return sent
    for marker in re.finditer(
        r"\b(?:annex|enclosure)\b[^\n]{0,20}\bto\s+the\s+(?=(?:identical\s+)?letters?\b)",
        reading.text[heading.end :],
        re.IGNORECASE,
    ):
        again = heading_at(reading, heading.end + marker.end())
        named = each(senders(reading, again)) if again and again.date == heading.date else []
        if named:
            found = ", ".join(codes(named))
            reading.warn(f"{found}: taken from the heading of the annex, the title lost it", *heading.sender)
            return named
    return sent


def supplied(
    reading: Reading, heading: Heading, sent: list[Named], signed: list[Signature], told: list[Named]
) -> list[Named]:
    """Return the senders with the one State that the title lost, where the letter tells of it beside them."""
    known = codes(sent)
    if named := [one.state for one in signed if one.state and one.state.code not in known]:
        found = ", ".join(one.code for one in named)
        reading.warn(f"{found}: taken from the signatures, the title lost them", *heading.sender)
        return each([*sent, *named])
    if sent and not _DROPPED.search(reading.text, *heading.sender):
        return sent
    more = [one for one in told if one.code not in known] if len(sent) > 1 else []
    if len(more) == 1 and set(known) < set(codes(told)):
        reading.warn(f"{more[0].code} is taken from the letter's own words: the title lost a State", *heading.sender)
        return [more[0], *sent]
    return sent
