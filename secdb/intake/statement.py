"""A text as a statement: its States and signatories put together from title, letter, signatures and first sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secdb.intake.clean.mapped import flat
from secdb.intake.draft import Signatory, Statement
from secdb.intake.parts.headings import kind_of
from secdb.intake.parts.text import LEAD, Text, issuers, signed_by
from secdb.intake.people.offices import capacity_of
from secdb.intake.people.participants import participants
from secdb.intake.people.signatures import signatures
from secdb.intake.reading import codes
from secdb.names import fold

if TYPE_CHECKING:
    from secdb.intake.draft import Span
    from secdb.intake.people.grids import Signature
    from secdb.intake.people.participants import Participant
    from secdb.intake.reading import Reading
    from secdb.intake.rosters import Listed

_SENTENCE = re.compile(r"(?<![A-Z])(?<!Mr)(?<!Mrs)(?<!Dr)(?<!Ms)\.(?=\s+[A-Z]|\s*\n)|。")
_WE = re.compile(r"\s*We,")
_SIGNED_BY = re.compile(r"\bsigned\b|\bfirmad|\bsigné|\bподписан|签署", re.IGNORECASE)


def statement_of(
    reading: Reading, text: Text, sent: tuple[str, ...], listed: list[Listed], before: list[Statement]
) -> Statement:
    """Return the statement a text is; `sent` and `listed` are the letter's senders and rosters, `before` its texts."""
    signed = [] if text.only_told else signatures(reading, text.body, text.end)
    people = [] if signed else _people(reading, text)
    signatories = [*_signers(reading, text, signed), *(_named(reading, text, one) for one in people)]
    states = _states(reading, text, signatories)
    if text.told and reading.words("ours").search(reading.text, text.told.start, text.told.said_end):
        states = tuple(dict.fromkeys([*states, *sent]))
    if not states:
        states = _otherwise(reading, text, listed, before)
    if text.when.date and not text.when.date.sure:
        reading.warn(f"read as {text.when.date.iso}, though not printed so", text.when.date.start, text.when.date.end)
    place = text.when.place
    return Statement(
        _kind(reading, text, before),
        text.title,
        text.when.date.iso if text.when.date else None,
        flat(reading.text[slice(*place)]) if place else None,
        None,
        states,
        tuple(signatories),
        reading.clean.span(text.start, text.end),
        _spans(reading, text),
    )


def _spans(reading: Reading, text: Text) -> dict[str, Span]:
    places = {
        "title": text.title_at,
        "date": (text.when.date.start, text.when.date.end) if text.when.date else None,
        "place": text.when.place,
    }
    return {name: reading.clean.span(*place) for name, place in places.items() if place}


def _kind(reading: Reading, text: Text, before: list[Statement]) -> str:
    """Return the kind; a text that the letter names by its topic only is of the kind named before it."""
    if text.only_told and before and text.title and not kind_of(reading.words, text.title):
        return before[-1].kind
    return text.kind


def _signers(reading: Reading, text: Text, signed: list[Signature]) -> list[Signatory]:
    """Return the signatories; without offices of their own they have the one that the title gives the issuers."""
    usual = None
    if text.title_at and not any(one.capacity for one in signed) and any(one.name for one in signed):
        topic = reading.words("topic").search(reading.text, text.title_at[0] + 1, text.title_at[1])
        usual = capacity_of(reading, text.title_at[0], topic.start() if topic else text.title_at[1])
    if not any(one.name for one in signed) and len(signed) == 1 and not signed[0].state:
        return []
    found = []
    for one in signed:
        if one.state is None:
            reading.warn("for which State is this signed?", *one.at)
        state = one.state.code if one.state else None
        found.append(Signatory(one.name, state, one.capacity or usual, True, reading.clean.span(*one.at)))  # noqa: FBT003
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
        one.name, one.state.code if one.state else None, one.capacity, says, reading.clean.span(one.start, one.end)
    )


def _states(reading: Reading, text: Text, signatories: list[Signatory]) -> tuple[str, ...]:
    """Return the States by title or first words, by the letter's `signed by`, and by the signatories."""
    found = codes(issuers(reading, text))
    more = codes(signed_by(reading, text.told)) if text.told else ()
    people = tuple(one.state for one in signatories if one.state)
    return tuple(dict.fromkeys([*found, *more, *people]))


def states_of(reading: Reading, text: Text, statement: Statement) -> tuple[str, ...]:
    """Return the States that the text itself names as its issuers, for a roster of them."""
    people = tuple(one.state for one in statement.signatories if one.state)
    return tuple(dict.fromkeys([*codes(issuers(reading, text)), *people]))


def _otherwise(reading: Reading, text: Text, listed: list[Listed], before: list[Statement]) -> tuple[str, ...]:
    """Return the States by a roster of the body whose members issue the text, or by the text before."""
    title = text.title_at or (0, 0)
    said = reading.text[slice(*title)]
    for one in listed:
        if fold(one.body) in fold(said):
            return one.states
    if text.only_told and before and text.title and not kind_of(reading.words, text.title):
        return before[-1].states
    return ()
