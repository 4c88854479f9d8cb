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
from secdb.intake.people.offices import capacity_of
from secdb.intake.people.signatures import signatures
from secdb.intake.reading import codes

if TYPE_CHECKING:
    from secdb.intake.parts.described import Described
    from secdb.intake.parts.headings import Heading
    from secdb.intake.people.grids import Signature
    from secdb.intake.reading import Named, Reading

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
    named = (
        reading.listed(start, last) if known else reading.by_adjectives(*heading.sender) or reading.listed(start, last)
    )
    if _DROPPED.search(reading.text, *heading.sender):
        reading.warn("the name of a State is missing here", *heading.sender)
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


def as_statement(
    reading: Reading, heading: Heading, sent: tuple[str, ...], signed: list[Signature], end: int
) -> Statement:
    """Return the letter as a statement."""
    title = flat(reading.text[heading.start : heading.end])
    spans = {"title": reading.clean.span(heading.start, heading.end)} if title else {}
    if heading.date_at:
        spans["date"] = reading.clean.span(*heading.date_at)
    if heading.addressee_at:
        spans["addressee"] = reading.clean.span(*heading.addressee_at)
    last = max([heading.end, *(one.end for one in signed)]) if signed else end
    return Statement(
        heading.kind,
        title or None,
        heading.date,
        None,
        heading.addressee,
        sent,
        tuple(_signatories(reading, heading, sent, signed)),
        reading.clean.span(heading.start, max(last, heading.end)),
        spans,
    )


def _signatories(reading: Reading, heading: Heading, sent: tuple[str, ...], signed: list[Signature]) -> list[Signatory]:
    if heading.name_at and not signed:
        return _named_in_title(reading, heading, sent)
    usual = _usual(reading, heading, len(sent))
    found = []
    for one in signed:
        state = one.state.code if one.state else None
        if state is None and len(sent) == 1:
            state = sent[0]
        elif state is None and len(signed) == len(sent):
            others = [code for code in sent if code not in {other.state.code for other in signed if other.state}]
            state = others[0] if len(others) == 1 else None
        if state is None:
            reading.warn("for which State is this signed?", *one.at)
        found.append(Signatory(one.name, state, one.capacity or usual, True, reading.clean.span(*one.at)))  # noqa: FBT003
    return found


def _usual(reading: Reading, heading: Heading, sent: int) -> str | None:
    """Return the capacity the title gives all senders."""
    capacity = capacity_of(reading, *heading.sender)
    return None if capacity == "other" and sent > 1 else capacity


def _named_in_title(reading: Reading, heading: Heading, sent: tuple[str, ...]) -> list[Signatory]:
    """Return the sender whom the title names in brackets."""
    name = name_at(reading, *heading.name_at) if heading.name_at else None
    if name is None:
        return []
    capacity = capacity_of(reading, *heading.sender)
    return [Signatory(name.name, sent[0] if sent else None, capacity, False, reading.clean.span(name.start, name.end))]  # noqa: FBT003


def repeated(reading: Reading, heading: Heading, sent: tuple[str, ...]) -> tuple[str, ...]:
    """Return the senders by the heading of an annex, which repeats the letter's title, when the title has lost them."""
    if sent:
        return sent
    for found in re.finditer(
        r"\b(?:annex|enclosure)\b[^\n]{0,20}\bto\s+the\s+(?=(?:identical\s+)?letters?\b)",
        reading.text[heading.end :],
        re.IGNORECASE,
    ):
        again = heading_at(reading, heading.end + found.end())
        named = codes(senders(reading, again)) if again and again.date == heading.date else ()
        if named:
            reading.warn(f"{', '.join(named)}: taken from the heading of the annex, the title lost it", *heading.sender)
            return named
    return sent


def supplied(
    reading: Reading, heading: Heading, sent: tuple[str, ...], signed: list[Signature], told: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the senders with the one State that the title lost, where the letter tells of it beside them."""
    if sent and not _DROPPED.search(reading.text, *heading.sender):
        return sent
    if named := [one.state.code for one in signed if one.state and one.state.code not in sent]:
        reading.warn(f"{', '.join(named)}: taken from the signatures, the title lost them", *heading.sender)
        return tuple(dict.fromkeys([*sent, *named]))
    more = [code for code in told if code not in sent] if len(sent) > 1 else []
    if len(more) == 1 and set(sent) < set(told):
        reading.warn(f"{more[0]} is taken from the letter's own words: the title lost a State", *heading.sender)
        return (more[0], *sent)
    return sent
