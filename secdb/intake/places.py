"""Words that tell a State or an office, with those that lead them, and their places in the text as given."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from secdb.intake.clean.mapped import flat
from secdb.intake.draft import Entry, Issuer, Signatory, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secdb.intake.draft import Statement
    from secdb.intake.language import Language
    from secdb.intake.people.grids import Signature
    from secdb.intake.reading import Named, Reading

_BEFORE = 70
_SHORT_LINES = re.compile(r"[^\n]{0,60}(?:\n(?!\n)[^\n]{1,60}){0,4}(?=\n|\Z)")


class Phrase(NamedTuple):
    """Words at `start` to `end` that tell something; those at `first` to `last` would do alone."""

    start: int
    end: int
    first: int
    last: int


class Office(NamedTuple):
    """A capacity, and the words that give it."""

    capacity: str | None = None
    at: Phrase | None = None


NO_OFFICE = Office()


class Read(NamedTuple):
    """A statement, the words that name its States, and those of them that the text itself has."""

    statement: Statement
    named: list[Named]
    own: list[Named]


class Given(NamedTuple):
    """What a title or letterhead gives signatures that do not tell it: State and office, and the words of both."""

    state: Named | None = None
    state_at: Phrase | None = None
    office: Office = NO_OFFICE


def alone(start: int, end: int) -> Phrase:
    """Return words that nothing leads."""
    return Phrase(start, end, start, end)


def led(reading: Reading, named: Named) -> Phrase:
    """Return the words of a State with `For`, `the Government of` and the article before them."""
    before = reading.text[max(0, named.start - _BEFORE) : named.start]
    lead = _lead(reading.words.language).search(before)
    start = named.start - (len(before) - lead.start() if lead else 0)
    end = _bare_end(reading, named)
    return Phrase(start, end, named.start, end)


def _bare_end(reading: Reading, named: Named) -> int:
    """Return where a name ends without another name of the State in brackets."""
    bracket = reading.text.rfind(" (", named.start, named.end) if reading.text[named.end - 1] == ")" else -1
    return bracket if bracket > named.start else named.end


@cache
def _lead(language: Language) -> re.Pattern[str]:
    articles = r"(?<![^\W_])(?i:(?:the|la|le|les|los|las|el)\s+|l['’]\s?)"
    return re.compile(rf"(?:{language.of_state}(?:{articles})?|{articles})$")


def phrases(reading: Reading, office: Office, state: Named | None, end: int) -> tuple[Phrase | None, Phrase | None]:
    """Return the words of the State, and those of the office; one phrase gives both where they run into one another."""
    if not office.at:
        return (led(reading, state) if state else None), None
    if state and (office.at.end <= state.start or not reading.text[state.end : office.at.start].strip(" ")):
        first = min(office.at.start, state.start)
        last = tails(reading, max(office.at.end, state.end), end)
        return Phrase(first, last, state.start, state.end), Phrase(first, last, office.at.first, office.at.last)
    last = tails(reading, office.at.end, end)
    return (led(reading, state) if state else None), office.at._replace(end=last)


def tails(reading: Reading, place: int, end: int) -> int:
    """Return the place after `to the United Nations` and what else belongs to an office."""
    found = _tails(reading.words.language).match(reading.text, place, end)
    return found.end() if found else place


@cache
def _tails(language: Language) -> re.Pattern[str]:
    edge = "" if language.code == "zh" else r"(?![^\W_])"
    return re.compile(rf"(?:[\s,;&/–-]{{0,40}}(?:{language.tail}){edge})+", re.IGNORECASE)


def span_of(reading: Reading, words: Phrase) -> Span:
    """Return the place of the words; when a page parts them, of those that would do alone."""
    text = reading.text
    start, end = words.start, words.end
    start += len(text[start:end]) - len(text[start:end].lstrip())
    whole = reading.clean.whole(start, start + len(text[start:end].strip()))
    return whole or reading.clean.span(words.first, words.last)


def spans_of(reading: Reading, **words: Phrase | None) -> dict[str, Span]:
    """Return the places by name, of those that there are."""
    return {name: span_of(reading, one) for name, one in words.items() if one}


def extent(reading: Reading, *stretches: tuple[int, int]) -> Span:
    """Return from the first to the last character of the first stretch that has any."""
    found = [reading.clean.extent(*stretch) for stretch in stretches]
    return next((one for one in found if one), Span(0, 0))


def block_end(reading: Reading, last: int, end: int) -> int:
    """Return where the lines of a signature end, those too that could not be read."""
    found = _SHORT_LINES.match(reading.text, last, end)
    return found.end() if found else last


def signatory(reading: Reading, one: Signature, given: Given) -> Signatory:
    """Return who signed; what the signature does not tell is what was given.

    Nothing is given to a signature that names a State which is not known, nor an office to one made for another.
    """
    state = one.state or (None if one.unknown else given.state)
    state_at = one.state_at if one.state else given.state_at if state else None
    office = Office(one.capacity, one.capacity_at) if one.capacity or one.for_another else given.office
    return Signatory(
        one.name,
        state.code if state else None,
        office.capacity,
        True,  # noqa: FBT003
        reading.clean.span(*one.at),
        spans_of(reading, signed=_signed(one), state=state_at, capacity=office.at),
    )


def _signed(one: Signature) -> Phrase | None:
    """Return the words of a mark and the name."""
    if one.mark is None:
        return None
    at = one.at if one.name else one.mark
    return Phrase(min(one.mark[0], at[0]), max(one.mark[1], at[1]), *one.mark)


def entries(reading: Reading, named: Sequence[Named]) -> tuple[Entry, ...]:
    """Return the States of a list, each with the words that name it."""
    return tuple(Entry(one.code, _printed(reading, one), span_of(reading, led(reading, one))) for one in named)


def issuers(
    reading: Reading, named: Sequence[Named], signatories: Sequence[Signatory], office: Office
) -> tuple[Issuer, ...]:
    """Return those of the States that no signatory stands for, in the office that is given to all of them."""
    stood_for = {one.state for one in signatories}
    return tuple(
        Issuer(
            one.code,
            _printed(reading, one),
            office.capacity,
            span_of(reading, led(reading, one)),
            spans_of(reading, capacity=office.at if office.capacity else None),
        )
        for one in named
        if one.code not in stood_for
    )


def _printed(reading: Reading, named: Named) -> str:
    return flat(reading.text[named.start : _bare_end(reading, named)])
