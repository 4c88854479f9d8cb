"""From the text of a document to its draft: clean, part, read each part, put together."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from secdb.intake import rosters
from secdb.intake.clean import cleaned
from secdb.intake.dates import impossible_days
from secdb.intake.draft import Draft, Roster, Statement, Warned
from secdb.intake.language import language_of, words_of
from secdb.intake.letter import as_statement, follows, repeated, senders, signers, supplied
from secdb.intake.parts.described import described, title_of
from secdb.intake.parts.headings import find_heading, heading_at, kind_of
from secdb.intake.parts.segment import APPENDIX, Part, annexes
from secdb.intake.parts.symbols import agenda_items, below_title, own_symbols, session_of
from secdb.intake.parts.text import LEAD, Text, alone, annexed, only_told, with_when
from secdb.intake.parts.titles import lone_title
from secdb.intake.parts.where import made
from secdb.intake.people.doubts import doubts
from secdb.intake.places import Read, entries
from secdb.intake.reading import Named, Reading, each
from secdb.intake.statement import statement_of
from secdb.intake.unheaded import unheaded, untitled
from secdb.names import fold

if TYPE_CHECKING:
    from secdb.intake.clean import Mapped, Mark
    from secdb.intake.dates import Dated
    from secdb.intake.parts.described import Described
    from secdb.intake.parts.headings import Heading
    from secdb.intake.parts.symbols import Symbol
    from secdb.intake.states import StateNames

LONGEST = 120_000
"""Characters of a text that are read; more is no letter."""


@dataclass(slots=True)
class _Parts:
    """What was read so far."""

    statements: list[Statement] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    listed: list[tuple[rosters.Listed, str | None]] = field(default_factory=list)
    head_end: int = 0
    below: tuple[int, int] = (0, 0)
    items: tuple[int, int] = (0, 0)


def read_letter(text: str, file: str, names: StateNames, *, sha256: str | None = None) -> Draft:
    """Return the draft of a document.

    Args:
        text: the document's text, as it was received; every offset of the draft counts its characters.
        file: what the document is called.
        names: the authority list of States.
        sha256: of the file received; by default of the text in UTF-8.

    Whatever is doubtful is a warning of the draft; no text makes this fail.
    """
    clean, marks, plain = cleaned(text[:LONGEST])
    reading = Reading(clean, words_of(language_of(clean.text)), names)
    if len(text) > LONGEST:
        reading.warn("only the first part of this long text was read", max(0, len(clean.text) - 1), len(clean.text))
    heading = find_heading(reading)
    parts = _with_letter(reading, heading) if heading else _without_letter(reading)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    for span in impossible_days(reading.text):
        reading.warn("no calendar has this day", *span)
    return _draft(reading, parts, (file, sha256 or digest, digest), _symbols(reading, plain, marks, parts))


def _symbols(reading: Reading, plain: Mapped, marks: list[Mark], parts: _Parts) -> list[Symbol]:
    """Return the document's symbols, and tell of those that letters stand in for figures."""
    head, *below = (_place_in(plain, reading.clean, place) for place in (parts.head_end, *parts.below))
    symbols = own_symbols(plain, marks, head, (below[0], below[1]))
    reading.warnings += [
        Warned(f"read as {one.text}, though not printed so", one.span) for one in symbols if not one.sure
    ]
    return symbols


def _place_in(plain: Mapped, clean: Mapped, place: int) -> int:
    """Return where a place of the cleaned text is in the text before anything was taken out."""
    first = min(clean.origins[: place + 1][-1:] or [0])
    return next((i for i, at in enumerate(plain.origins) if at >= first), 0)


def _with_letter(reading: Reading, heading: Heading) -> _Parts:
    """Read a letter and what it transmits."""
    reading.day = heading.date
    text = reading.text
    found = annexes(reading, heading.end)
    end = found[0].start if found else len(text)
    signed = signers(reading, heading, end)
    told = described(reading, heading.end, min([end, *(one.start for one in signed)]))
    if not found and (part := follows(reading, signed, told, end)):
        found, end = [part], part.start
        signed = [one for one in signed if one.start < end]
    parts = _Parts(head_end=heading.start, below=(heading.end, below_title(text, heading.end, end)), items=(0, end))
    sent = repeated(reading, heading, each(senders(reading, heading)))
    sent = sent or supplied(reading, heading, sent, signed, [])
    parts.listed = [(one, heading.date) for one in rosters.explicit(reading, heading.end, end)]
    inner = _transmitted(reading, parts, found, told, sent)
    sent = supplied(reading, heading, sent, signed, inner[0].named if inner else [])
    letter = as_statement(reading, heading, sent, signed, end)
    parts.statements = [one.statement for one in (letter, *inner)]
    return parts


def _transmitted(
    reading: Reading, parts: _Parts, found: list[Part], told: list[Described], sent: list[Named]
) -> list[Read]:
    """Return the texts that a letter transmits: those that follow it, then those it only tells of."""
    statements: list[Read] = []
    paired = _paired(found, told)
    for part, one in paired:
        inner = heading_at(reading, part.body) if part else None
        if part and inner and reading.text[inner.start].isupper():
            statements.append(_annexed_letter(reading, inner, part.end))
            continue
        text = (
            annexed(reading, part.body, part.end, one)
            if part
            else only_told(reading, one)
            if one and one.marked
            else None
        )
        if text is None:
            continue
        text = _with_neighbours(text, parts.texts, reading, told)
        _warn_of_day(reading, text)
        text = replace(text, senders=_is_the_senders(reading, (parts.below[0], parts.items[1]), text))
        parts.texts.append(text)
        own = _own_rosters(reading, text)
        read = statement_of(reading, text, sent, [*(one for one, _ in parts.listed), *own], statements)
        statements.append(read)
        _add_rosters(reading, parts, text, read, own)
    return statements


def _is_the_senders(reading: Reading, letter: tuple[int, int], text: Text) -> bool:
    """Tell whether a text is the senders': it speaks of the States above, or the letter of `our Governments`."""
    if text.only_told:
        return False
    title, last = text.title_at or (text.body, text.body), min(text.end, text.body + LEAD)
    says = [reading.words("above").search(reading.text, *place) for place in (title, (text.body, last))]
    ours = reading.words("ours")
    told = (letter[0], text.told.said_end if text.told else letter[1])
    return any(says) or any(ours.search(reading.text, *place) for place in (told, (text.body, last)))


def _warn_of_day(reading: Reading, text: Text) -> None:
    """Tell of a text that is later than the letter that transmits it."""
    when = text.when.date
    if when and reading.day and when.iso > reading.day:
        reading.warn("this text is later than the letter", when.start, when.end)


def _paired(found: list[Part], told: list[Described]) -> list[tuple[Part | None, Described | None]]:
    """Return each annex with what the letter says of it, then what it says of annexes that do not follow."""
    pairs: list[tuple[Part | None, Described | None]] = []
    left = list(enumerate(told, 1))
    for position, part in enumerate(found, 1):
        number = part.number or position
        one = next(((place, one) for place, one in left if place == number), None)
        if one:
            left.remove(one)
        pairs.append((part, one[1] if one else None))
    return [*pairs, *((None, one) for _, one in left)]


def _with_neighbours(text: Text, texts: list[Text], reading: Reading, told: list[Described]) -> Text:
    """Return the text with day and place that the same sentence of the letter gives its neighbours."""
    if text.told is None:
        return text
    whens = [only_told(reading, one).when for one in told[-1:]]
    whens = [
        one
        for one in whens
        if one.date and one.date.start > told[-1].end and not _is_own(reading, one.date, text, told)
    ]
    colon = reading.text.find(":", told[0].start, told[0].said_end)
    if colon != -1 and len(told) > 1:  # `the documents adopted at X on DAY: A; B`
        whens.append(made(reading, told[0].start, colon))
    if texts and kind_of(reading.words, title_of(reading, text.told)) is None:
        whens = [texts[-1].when, *whens]
    for other in whens:
        text = with_when(text, other)
    return text


def _is_own(reading: Reading, date: Dated, text: Text, told: list[Described]) -> bool:
    """Tell whether a day is that of the last text alone: each has its own `(see annex)`, and it stands before it."""
    see = reading.words("see")
    first = text.told.end if text.told else told[-1].start
    apart = see.search(reading.text, first, max(first, told[-1].start))
    return apart is not None and see.search(reading.text, date.end, told[-1].said_end) is not None


def _annexed_letter(reading: Reading, heading: Heading, end: int) -> Read:
    signed = signers(reading, heading, end)
    return as_statement(reading, heading, each(senders(reading, heading)), signed, end)


def _own_rosters(reading: Reading, text: Text) -> list[rosters.Listed]:
    return [] if text.only_told else rosters.explicit(reading, text.body, text.end)


def _add_rosters(reading: Reading, parts: _Parts, text: Text, read: Read, explicit: list[rosters.Listed]) -> None:
    """Add the rosters that a text gives."""
    if text.only_told:
        return
    day, own = read.statement.date, read.own
    start = text.title_at[0] if text.title_at else text.start
    parts.listed += [(one, day) for one in explicit]
    if (
        (text.title_at and (one := rosters.founded(reading, text.title_at, text.end, read.named)))
        or (one := rosters.issued(reading, text.body, min(text.end, text.body + 1_500), own))
        or (one := rosters.issued(reading, start, text.body, own))
    ):
        more = [
            other
            for other, _ in parts.listed
            if fold(other.body) == fold(one.body) and set(one.states) < set(other.states)
        ]
        if more:
            reading.warn("the document lists more members of this body than are named here", one.start, one.end)
        else:
            parts.listed.append((one, day))


def _without_letter(reading: Reading) -> _Parts:
    """Read a text that stands alone, or a letter without the title the United Nations gives."""
    if heading := untitled(reading):
        return _with_letter(reading, heading)
    at = lone_title(reading)
    if at is None or _is_letter(reading, at):
        statement = unheaded(reading)
        return _Parts([statement] if statement else [], head_end=0)
    text = alone(reading, at)
    if text.when.date:
        reading.day = text.when.date.iso
    if appendix := APPENDIX.search(reading.text, text.body):
        text = replace(text, end=appendix.start())
    parts = _Parts(head_end=at[0])
    own = _own_rosters(reading, text)
    read = statement_of(reading, text, [], own, [])
    parts.statements = [read.statement]
    _add_rosters(reading, parts, text, read, own)
    return parts


def _is_letter(reading: Reading, at: tuple[int, int]) -> bool:
    """Tell whether what was taken for a title stands inside a letter."""
    before = reading.text[: at[0]]
    return reading.words("letterlike").search(before) is not None


def _draft(reading: Reading, parts: _Parts, named: tuple[str, str, str], symbols: list[Symbol]) -> Draft:
    """Return the draft; `named` are the file and the SHA-256 of it and of its text."""
    items = agenda_items(reading, *parts.items)
    session = session_of(reading, 0, parts.items[1])
    first = parts.statements[0] if parts.statements else None
    if first is None:
        reading.warn("no letter and no statement was found", 0, min(80, len(reading.text)))
    reading.warnings += [doubt for one in parts.statements for doubt in doubts(one)]
    spans = {
        "symbols": tuple(one.span for one in symbols),
        "agenda_items": tuple(span for _, span in items),
        "session": (session[1],) if session else (),
    }
    return Draft(
        *named,
        reading.words.language.code,
        tuple(one.text for one in symbols),
        first.date if first else None,
        first.title if first else None,
        session[0] if session else None,
        tuple(item for item, _ in items),
        tuple(parts.statements),
        tuple(_rosters(reading, parts)),
        tuple(sorted(reading.warnings, key=lambda one: one.span)),
        {name: places for name, places in spans.items() if places},
    )


def _rosters(reading: Reading, parts: _Parts) -> list[Roster]:
    """Return the rosters, each once."""
    found: dict[tuple[str | None, tuple[str, ...]], Roster] = {}
    for one, day in parts.listed:
        span = reading.clean.span(one.start, one.end)
        quote = reading.clean.original[span.start : span.end]
        key = (day, tuple(sorted(one.states)))
        found.setdefault(key, Roster(one.body, day, one.states, one.complete, quote, span, entries(reading, one.named)))
    return list(found.values())
