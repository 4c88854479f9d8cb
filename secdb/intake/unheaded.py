"""Letters and notes without the title that the United Nations gives: by their salutation, letterhead and close."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secdb.intake.draft import Signatory, Statement
from secdb.intake.parts.described import described
from secdb.intake.parts.headings import Heading, addressee_at
from secdb.intake.parts.where import letterhead_date, own_dates
from secdb.intake.people.offices import office_block, office_of
from secdb.intake.people.signatures import signatures
from secdb.intake.places import NO_OFFICE, Given, Office, extent, issuers, led, signatory, spans_of
from secdb.intake.reading import codes, each

if TYPE_CHECKING:
    from secdb.intake.draft import Span
    from secdb.intake.reading import Named, Reading

_PARAGRAPH = re.compile(r"(?:^|\n[ \t]*\n)[ \t]*(?=[^\W\d_])")
HEAD = 400


def untitled(reading: Reading) -> Heading | None:
    """Return an empty title where a letter begins that has lost its own: it transmits a text, and is signed."""
    begins = reading.words("letterlike").search(reading.text, 0, 2_000)
    if begins is None:
        return None
    place = max(reading.text.rfind("\n", 0, begins.start()) + 1, 0)
    signed = signatures(reading, place, len(reading.text), loose=False)
    if not signed or not described(reading, place, signed[0].start):
        return None
    head = letterhead_date(reading, place + 1)
    reading.warn("the letter has no title", *begins.span())
    where = (head.start, head.end) if head else None
    return Heading(place, place, "letter", head.iso if head else None, where, (place, place), None, None)


def unheaded(reading: Reading) -> Statement | None:
    """Return the letter or note that a text without a title is; None when nothing tells that it is one."""
    end = len(reading.text)
    note = reading.words("third_person").search(reading.text)
    if note:
        return _note(reading, note)
    if not reading.words("letterlike").search(reading.text):
        return None
    dates = own_dates(reading, len(reading.text))
    reading.day = dates[0].iso if dates else None
    spans = {}
    if dates:
        spans["date"] = reading.clean.span(dates[0].start, dates[0].end)
        if not dates[0].sure:
            reading.warn(f"read as {dates[0].iso}, though not printed so", dates[0].start, dates[0].end)
    addressee, where = _addressee(reading)
    if where:
        spans["addressee"] = reading.clean.span(*where)
    signatories, named = _signers(reading, end)
    return Statement(
        "letter",
        None,
        dates[0].iso if dates else None,
        None,
        addressee,
        codes(named),
        tuple(signatories),
        extent(reading, (0, end)),
        spans,
    )


def _addressee(reading: Reading) -> tuple[str | None, tuple[int, int] | None]:
    """Return whom a letter is addressed to: who is named first among those letters go to."""
    found = [
        (one.start(), one.end(), meaning)
        for pattern, meaning in reading.words.listed("addressees")
        for one in [pattern.search(reading.text)]
        if one
    ]
    if not found:
        return None, None
    start, end, meaning = min(found)
    return meaning, (start, end)


def _signers(reading: Reading, end: int) -> tuple[list[Signatory], list[Named]]:
    """Return who signed, by the signature, else by the letterhead; and the States they are of."""
    state = _speaker(reading)
    head = _letterhead(reading)
    given = Given(state, led(reading, state) if state else None, head)
    signed = signatures(reading, 0, end)
    if signed:
        named = each(named for one in signed if (named := one.state or state))
        return [signatory(reading, one, given) for one in signed], named
    if not head.at:
        return [], []
    place = head.at.first, head.at.last
    reading.warn("no signature can be read: the office is that of the letterhead", *place)
    spans = spans_of(reading, state=given.state_at, capacity=head.at)
    who = Signatory(None, state.code if state else None, head.capacity, True, reading.clean.span(*place), spans)  # noqa: FBT003
    return [who], [state] if state else []


def _letterhead(reading: Reading) -> Office:
    """Return the office in the first lines."""
    place = 0
    for line in reading.text[:HEAD].splitlines(keepends=True):
        first = place + len(line) - len(line.lstrip())
        block = office_block(reading, first, place + len(line))
        if block.known:
            return Office(block.capacity, block.capacity_at)
        place += len(line)
    return NO_OFFICE


def _speaker(reading: Reading) -> Named | None:
    """Return the State that a letter speaks for: the letterhead's, else the first that a paragraph begins with."""
    if head := reading.states(0, HEAD // 4):
        return head[0]
    for found in _PARAGRAPH.finditer(reading.text):
        if named := reading.at(found.end()):
            reading.warn(f"{named.code} is taken as the sender: the letter speaks of it", named.start, named.end)
            return named
    return None


def _note(reading: Reading, note: re.Match[str]) -> Statement:
    """Return the note in the third person."""
    dates = own_dates(reading, len(reading.text))
    last = dates[-1] if dates else None
    reading.day = last.iso if last else None
    named = reading.states(*note.span("from"))[:1]
    where, addressee = addressee_at(reading, note.end())
    spans: dict[str, Span] = {"addressee": reading.clean.span(*where)} if where else {}
    if last:
        spans["date"] = reading.clean.span(last.start, last.end)
    return Statement(
        "note_verbale",
        None,
        last.iso if last else None,
        None,
        addressee,
        codes(named),
        (),
        extent(reading, (0, len(reading.text))),
        spans,
        issuers(reading, named, (), office_of(reading, *note.span("from"))),
    )
