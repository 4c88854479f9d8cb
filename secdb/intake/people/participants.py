"""Persons named in prose with their offices: `attended by Mr. X, Minister for Foreign Affairs of Y; ...`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from secdb.intake.people.names import after_ranks, name_at
from secdb.intake.people.offices import Block, office_block, office_of
from secdb.intake.places import alone, led

if TYPE_CHECKING:
    from secdb.intake.language import Language
    from secdb.intake.people.names import Name
    from secdb.intake.places import Phrase
    from secdb.intake.reading import Named, Reading

PERSONAL = frozenset({"head_of_state", "head_of_government", "minister_for_foreign_affairs", "other"})
_AFTER_NAME = re.compile(r"\s?,\s{1,3}(?:the\s+|el\s+|la\s+|le\s+|then\s+)?", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|del?|du)\s+(?:the\s+)?", re.IGNORECASE)
_OF_BODY = re.compile(r"(?:secretary[-\s]general|united\s+nations|council)[^;]{0,50}$", re.IGNORECASE)
_NEXT = re.compile(r",?\s(?:and\s)?(?:Mr|Mrs|Ms|Dr)\.?\s")
_BRACKET = re.compile(r"\s?\(")
_LEAD = 60
_TITLED = re.compile(r"[^\W_]\.? ?[^\W_]+[^,]* [^\W_]|[^\W_]\.|[^\W_] [^\W_]")


class Participant(NamedTuple):
    """A person named with an office, or with an honorific only."""

    start: int
    end: int
    name: str
    state: Named | None
    capacity: str | None
    state_at: Phrase | None = None
    capacity_at: Phrase | None = None


def participants(reading: Reading, start: int, end: int, *, titled: bool = False) -> list[Participant]:
    """Return the persons named in a stretch, each once, in order.

    With `titled` those count too who have an honorific and no office that can be read.
    """
    blocks = _blocks(reading, start, end)
    before = [_name_before(reading, start, block) for block in blocks]
    after = [_name_after(reading, block, end) for block in blocks]
    names = before if _first_stands_before(before, after) else after
    found = [
        Participant(name.start, name.end, name.name, block.state, block.capacity, block.state_at, block.capacity_at)
        for block, one, other in zip(blocks, names, after if names is before else before, strict=True)
        if (name := one or other)
    ]
    found += _of_states(reading, start, end)
    found += _bracketed(reading, start, end)
    if titled:
        found += _honoured(reading, start, end)
    return _in_turn(reading, _once(found))


def _in_turn(reading: Reading, found: list[Participant]) -> list[Participant]:
    """Return the persons; of several after a plural (`the Ministers, Mr. A, Mr. B`) each has its office."""
    told: list[Participant] = []
    for one in found:
        last = told[-1] if told else None
        if last and one.capacity is None and last.state is None and last.capacity:
            gap = reading.text[last.end : one.start]
            if _NEXT.fullmatch(gap):
                told.append(one._replace(capacity=last.capacity, capacity_at=last.capacity_at))
                continue
        told.append(one)
    return told


def _once(found: list[Participant]) -> list[Participant]:
    """Return each person once: the one that says most."""
    kept: list[Participant] = []
    for one in sorted(found, key=lambda one: (one.start, one.state is None, one.capacity is None)):
        if not any(one.name == other.name or (one.start < other.end and other.start < one.end) for other in kept):
            kept.append(one)
    return kept


def _blocks(reading: Reading, start: int, end: int) -> list[Block]:
    """Return the offices of States, and of organizations, in a stretch."""
    blocks: list[Block] = []
    for found in _office(reading.words.language).finditer(reading.text, start, end):
        if blocks and found.start() < blocks[-1].end:
            continue
        block = office_block(reading, found.start(), end)
        if block.capacity in PERSONAL:
            blocks.append(block)
    return blocks


@cache
def _office(language: Language) -> re.Pattern[str]:
    pattern = "|".join(f"(?:{pattern})" for pattern, _ in language.offices)
    return re.compile(pattern if language.code == "zh" else rf"(?<![^\W_])(?:{pattern})(?![^\W_])", re.IGNORECASE)


def _first_stands_before(before: list[Name | None], after: list[Name | None]) -> bool:
    """Tell whether names come before their offices, by what the first office has and what most have."""
    for one, other in zip(before, after, strict=True):
        if bool(one) != bool(other):
            return bool(one)
    return bool(before and before[0])


def _name_before(reading: Reading, start: int, block: Block) -> Name | None:
    """Return the name that stands, with a comma, before an office."""
    text = reading.text[max(start, block.start - 90) : block.start]
    offset = block.start - len(text)
    lead = re.search(r",\s{1,3}(?:(?:the|el|la|le|acting|deputy|vice)\s+)*$", text, re.IGNORECASE)
    if not lead:
        return None
    for word in re.finditer(r"(?<![^\W_])(?=[^\W\d_])", text[: lead.start()]):
        place = offset + word.start()
        name = name_at(reading, place, offset + lead.start(), lines=False)
        if name and not reading.text[name.end : offset + lead.start()].strip("'’") and _TITLED.search(name.name):
            return name
    return None


def _name_after(reading: Reading, block: Block, end: int) -> Name | None:
    """Return the name that stands after an office."""
    place = _AFTER_NAME.match(reading.text, block.end, end)
    start = place.end() if place else block.end
    name = name_at(reading, start, end, lines=False)
    if not name or not (_TITLED.search(name.name) or "." in name.name) or reading.states(name.start, name.end):
        return None
    if reading.words("title_start", case=True).match(reading.text, name.start, name.end):
        return None
    gap = reading.text[start : name.start]
    return name if re.fullmatch(r"[\s,]{0,3}(?:(?!of|for|and)[^\W\d_.]+\.?[\s,]{1,3}){0,4}", gap) else None


def _of_states(reading: Reading, start: int, end: int) -> list[Participant]:
    """Return `His Majesty King X of the Kingdom of Y`: an honorific that is an office, the name, the State."""
    found = []
    for one in re.finditer(r"(?i:(?:his|her)\s+majesty|(?:his|her)\s+highness)\s+", reading.text[start:end]):
        name = name_at(reading, start + one.start(), end, lines=False)
        of = _OF.match(reading.text, name.end, end) if name else None
        state = reading.at(of.end()) if of else None
        if name and state:
            honour = alone(start + one.start(), start + one.end())
            found.append(
                Participant(name.start, name.end, name.name, state, "head_of_state", led(reading, state), honour)
            )
    return found


def _bracketed(reading: Reading, start: int, end: int) -> list[Participant]:
    """Return `the Prime Ministers of X (Mr. A) and Y (Ms. B)`: two and more names in brackets behind their States."""
    found = []
    for state in reading.states(start, end):
        bracket = _BRACKET.match(reading.text, state.end, end)
        place = after_ranks(reading, bracket.end(), end) if bracket else end
        name = name_at(reading, place, end, lines=False) if bracket and place > bracket.end() else None
        if name and reading.text[name.end : name.end + 1] == ")":
            found.append((state, name))
    if len(found) < 2:  # noqa: PLR2004 - one may be anything
        return []
    first = found[0][0].start
    office = office_of(reading, max(start, first - _LEAD), first)
    return [
        Participant(name.start, name.end, name.name, state, office.capacity, led(reading, state), office.at)
        for state, name in found
    ]


@cache
def _honorific(language: Language) -> re.Pattern[str]:
    words = {
        "en": r"Mr\.|Mrs\.|Ms\.|H\.\s?E\.|(?:His|Her)\s+(?:Excellency|Majesty|Highness|Royal\s+Highness)",
        "es": r"Sr\.|Sra\.|Excmo\.",
        "fr": r"M\.|Mme",
    }
    return re.compile(rf"(?<![^\W_])(?:{words.get(language.code, '(?!)')})\s")


def _honoured(reading: Reading, start: int, end: int) -> list[Participant]:
    """Return the persons with an honorific, whose office may not be legible."""
    found = []
    for one in _honorific(reading.words.language).finditer(reading.text, start, end):
        name = name_at(reading, one.start(), end, lines=False)
        before = reading.text[max(0, one.start() - 70) : one.start()]
        if name and name.start - one.end() < 60 and _TITLED.search(name.name) and not _OF_BODY.search(before):  # noqa: PLR2004
            found.append(Participant(name.start, name.end, name.name, None, None))
    return found
