"""A text as a statement: its States and signatories put together from title, letter, signatures and first sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secdb.intake.clean.mapped import flat
from secdb.intake.draft import Signatory, Statement
from secdb.intake.parts.headings import kind_of
from secdb.intake.parts.text import LEAD, Text, issuers, signed_by
from secdb.intake.people.doubts import warn_of_strangers
from secdb.intake.people.offices import office_of
from secdb.intake.people.participants import participants
from secdb.intake.people.signatures import signatures
from secdb.intake.places import NO_OFFICE, Given, Read, block_end, extent, signatory, spans_of
from secdb.intake.places import issuers as issuers_among
from secdb.intake.reading import codes, each
from secdb.names import fold

if TYPE_CHECKING:
    from secdb.intake.draft import Span
    from secdb.intake.people.grids import Signature
    from secdb.intake.people.participants import Participant
    from secdb.intake.places import Office
    from secdb.intake.reading import Named, Reading
    from secdb.intake.rosters import Listed

NOTE = 600
"""Characters after the last signature that are no part of the text: notes, lines of a web page."""
LEADING = 120
NEAR = 30
_SENTENCE = re.compile(r"(?<![A-Z])(?<!Mr)(?<!Mrs)(?<!Dr)(?<!Ms)\.(?=\s+[A-Z]|\s*\n)|。")
_WE = re.compile(r"\s*We,")
_SIGNED_BY = re.compile(r"\bsigned\b|\bfirmad|\bsigné|\bподписан|签署", re.IGNORECASE)


def statement_of(reading: Reading, text: Text, sent: list[Named], listed: list[Listed], before: list[Read]) -> Read:
    """Return the statement a text is; `sent` and `listed` are the letter's senders and rosters, `before` its texts."""
    signed = [] if text.only_told else signatures(reading, text.body, text.end)
    people = [] if signed else _people(reading, text)
    signatories = [*_signers(reading, text, signed), *(_named(reading, text, one) for one in people)]
    issued = issuers(reading, text)
    signing = [one.state for one in signed] + [one.state for one in people]
    own = each([*issued, *(one for one in signing if one)])
    more = signed_by(reading, text.told.start, text.told.said_end) if text.told else []
    named = each([*issued, *more, *own])
    warn_of_strangers(reading, [*issued, *more], signed)
    ours = _ours(reading, text)
    if ours:
        named = each([*named, *sent])
    named = named or _otherwise(reading, text, listed, before)
    if not (named or signatories or text.only_told):
        named = _the_senders(reading, text, sent)
    if text.when.date and not text.when.date.sure:
        reading.warn(f"read as {text.when.date.iso}, though not printed so", text.when.date.start, text.when.date.end)
    place = text.when.place
    statement = Statement(
        _kind(reading, text, before),
        text.title,
        text.when.date.iso if text.when.date else None,
        _town(reading, flat(reading.text[slice(*place)])) if place else None,
        None,
        codes(named),
        tuple(signatories),
        _extent(reading, text, signed),
        _spans(reading, text),
        issuers_among(reading, named, signatories, _office(reading, text, named, ours)),
    )
    return Read(statement, named, own)


def _extent(reading: Reading, text: Text, signed: list[Signature]) -> Span:
    """Return where the text stands: up to its last signature when only a note follows; told of, the words that tell."""
    end = text.end
    last = block_end(reading, max(one.end for one in signed), end) if signed else end
    done = text.when.date.end if text.when.date else 0
    if last < end and done <= last and end - last < NOTE:
        end = last
    told = (text.told.start, text.told.said_end) if text.told else (text.start, text.body)
    return extent(reading, (text.start, end), told)


def _ours(reading: Reading, text: Text) -> re.Match[str] | None:
    """Return the words by which the letter calls the issuers its own: `our Ministers`."""
    if text.told is None:
        return None
    return reading.words("ours").search(reading.text, text.told.start, text.told.said_end)


def _office(reading: Reading, text: Text, named: list[Named], ours: re.Match[str] | None) -> Office:
    """Return the office that the title, or the words before the States, give those who issue the text."""
    office = _titled(reading, text)
    if ours and text.told and not office.capacity:
        return office_of(reading, ours.start(), min(ours.end() + NEAR, text.told.said_end))
    if office.capacity or not named or not named[0].start >= text.body:
        return office
    lead = reading.text[max(text.body, named[0].start - LEADING) : named[0].start]
    return office_of(reading, named[0].start - len(re.split(r"[.;]\s", lead)[-1]), named[0].start)


def _titled(reading: Reading, text: Text) -> Office:
    """Return the office that the title names before its topic."""
    if not text.title_at:
        return NO_OFFICE
    topic = reading.words("topic").search(reading.text, text.title_at[0] + 1, text.title_at[1])
    return office_of(reading, text.title_at[0], topic.start() if topic else text.title_at[1])


def _town(reading: Reading, printed: str) -> str:
    """Return the name of a place, which may stand with another ending."""
    return dict(reading.words.language.towns).get(printed, printed)


def _spans(reading: Reading, text: Text) -> dict[str, Span]:
    places = {
        "title": text.title_at,
        "date": (text.when.date.start, text.when.date.end) if text.when.date else None,
        "place": text.when.place,
    }
    return {name: reading.clean.span(*place) for name, place in places.items() if place}


def _kind(reading: Reading, text: Text, before: list[Read]) -> str:
    """Return the kind; a text that the letter names by its topic only is of the kind named before it."""
    if text.only_told and before and text.title and not kind_of(reading.words, text.title):
        return before[-1].statement.kind
    return text.kind


def _signers(reading: Reading, text: Text, signed: list[Signature]) -> list[Signatory]:
    """Return the signatories; without offices of their own they have the one that the title gives the issuers."""
    office = _titled(reading, text)
    lacking = all(one.capacity in {None, office.capacity} for one in signed) and any(one.name for one in signed)
    given = Given(office=office if lacking else NO_OFFICE)
    if not any(one.name for one in signed) and len(signed) == 1 and not signed[0].state:
        return []
    found = []
    for one in signed:
        if one.state is None:
            reading.warn("for which State is this signed?", *one.at)
        found.append(signatory(reading, one, given))
    return found


def _people(reading: Reading, text: Text) -> list[Participant]:
    """Return the persons named as taking part: in the title, in the letter's words, in the first sentences."""
    ranges = [text.title_at] if text.title_at else []
    if text.told:
        ranges.append((text.told.start, text.told.said_end))
    told_of = [[one for one in participants(reading, start, end) if one.state] for start, end in ranges]
    inside = [] if text.only_told else _taking_part(reading, text)
    return max([*told_of, inside], key=len)


def _taking_part(reading: Reading, text: Text) -> list[Participant]:
    """Return the persons of whom the first sentences tell that they took part."""
    end = min(text.end, text.body + LEAD)
    told = reading.words("together").search(reading.text, text.body, end)
    if not told or told.start() - text.body > 700:  # noqa: PLR2004 - who takes part stands first
        return []
    place = text.body
    last = place
    for stop in [*(one.end() for one in _SENTENCE.finditer(reading.text, place, end)), end]:
        if reading.words("together").search(reading.text, place, stop):
            last = stop
        elif last > text.body:
            break
        place = stop
    found = participants(reading, text.body, last, titled=True)
    known = sum(one.state is not None for one in found)
    speakers = sum(one.capacity is not None for one in found) if _WE.match(reading.text, text.body) else 0
    return found if max(known, speakers) > 1 else []


def _named(reading: Reading, text: Text, one: Participant) -> Signatory:
    told = (text.told.start, text.told.said_end) if text.told else (0, 0)
    title = text.title_at or (0, 0)
    says = any(
        start <= one.start < end and _SIGNED_BY.search(reading.text, start, one.start) for start, end in (told, title)
    )
    return Signatory(
        one.name,
        one.state.code if one.state else None,
        one.capacity,
        says,
        reading.clean.span(one.start, one.end),
        spans_of(reading, state=one.state_at, capacity=one.capacity_at),
    )


def _the_senders(reading: Reading, text: Text, sent: list[Named]) -> list[Named]:
    """Return the letter's senders for a text without States that is theirs by its words; a person is told of both."""
    at = text.title_at or (text.start, text.body)
    if not (text.senders and sent):
        reading.warn("no State is named whose text this is", *at)
        return []
    reading.warn(f"{', '.join(codes(sent))}: taken from the letter, the text itself names no State", *at)
    return sent


def _members_named(reading: Reading, text: Text) -> str:
    """Return the first words of a text that speaks for the members of a body: `The States parties to the Treaty`."""
    if text.only_told:
        return ""
    members = reading.words("members").search(reading.text, text.body, min(text.end, text.body + 2 * NEAR))
    return f" {reading.text[members.end() : members.end() + LEADING]}" if members else ""


def _otherwise(reading: Reading, text: Text, listed: list[Listed], before: list[Read]) -> list[Named]:
    """Return the States by a roster of the body whose members issue the text, or by the text before."""
    title = text.title_at or (0, 0)
    said = reading.text[slice(*title)] + _members_named(reading, text)
    for one in listed:
        if fold(one.body) in fold(said):
            return one.named
    if text.only_told and before and text.title and not kind_of(reading.words, text.title):
        return before[-1].named
    return []
