"""What a letter says of the texts it transmits: the words between `transmit` and `(see annex)`."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from secdb.intake.clean.mapped import flat
from secdb.intake.parts.headings import kind_of

if TYPE_CHECKING:
    from secdb.intake.reading import Reading

_SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bNo)(?<![\s.][A-Z])(?<![\s(]\d)[.。](?=\s|$|[一-鿿])|"
    r"(?<![:;,])(?<!\bof)(?<!\bon)(?<!\bthe)(?<!\band)(?<!\bto)(?<!\bin)(?<!\bat)(?<!\bby)\n\n(?![a-zа-яß-ÿ])"
)
_JOINT = re.compile(
    r"[\s,;:]*(?:\(?(?:[a-z]|\d{1,2})[.)]\s+|[-•–]\s+)?(?:(?:and|as\s+well\s+as|y|e|et|ainsi\s+que|и|а\s+также)\s+|和|以及)?",
    re.IGNORECASE,
)
_TEXT_OF = re.compile(r"\btexts?\s+of\b|\btexto\s+de\b|\btexte\s+d[ue]\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:the|this|a|el|la|le|un|une|una)\s", re.IGNORECASE)
# Verbs with which a letter may also just tell of a text.
_ONLY_TELLS = re.compile(
    r"bring|draw|convey|communicate|refer|request|señalar|comunicar|appeler|porter|communiquer|довести", re.IGNORECASE
)
LONGEST = 1_500
VERBS = 20
"""Verbs that are tried, the first of a letter."""


class Described(NamedTuple):
    """A transmitted text: the words that name it, and all that is said of it; `marked` with its `(see annex)`."""

    number: str
    start: int
    end: int
    said_end: int
    marked: bool


def described(reading: Reading, start: int, end: int) -> list[Described]:
    """Return what the letter at `start` to `end` transmits, in order."""
    for verb in islice(reading.words("transmit").finditer(reading.text, start, end), VERBS):
        if found := _objects(reading, verb.end(), end):
            sends = _ONLY_TELLS.match(verb[0]) is None
            return [
                one._replace(marked=one.marked or (sends and _is_text(reading, one.start, one.end))) for one in found
            ]
    return _mentioned(reading, start, end)


def _mentioned(reading: Reading, start: int, end: int) -> list[Described]:
    """Return what stands before a `(see annex)` that no verb of transmitting leads to."""
    see = reading.words("see").search(reading.text, start, end)
    if see is None:
        return []
    ends = [one.end() for one in _SENTENCE_END.finditer(reading.text, start, see.start())]
    first = ends[-1] if ends else start
    return _objects(reading, _text_named(reading, first, see.start()), end)


def _text_named(reading: Reading, start: int, end: int) -> int:
    """Return where the words begin that name a text: after `text of`, else at the article before its noun."""
    if found := _TEXT_OF.search(reading.text, start, end):
        return found.start()
    nouns = [
        found.start()
        for pattern, kind in reading.words.listed("kinds")
        if kind != "other" and (found := pattern.search(reading.text, start, end))
    ]
    if not nouns:
        return start
    before = list(_ARTICLE.finditer(reading.text, max(start, min(nouns) - 60), min(nouns)))
    return before[-1].start() if before else min(nouns)


def _objects(reading: Reading, start: int, end: int) -> list[Described]:
    """Return the objects of a verb of transmitting, apart where each has its own `(see annex ...)`."""
    text = reading.text
    until = min(end, start + LONGEST)
    stop = _SENTENCE_END.search(text, start, until)
    last = stop.start() if stop else until
    marks = list(reading.words("see").finditer(text, start, last))
    pieces = []
    place = start
    for mark in marks:
        pieces.append((place, mark.start(), mark["number"].strip(), True))
        place = mark.end()
    if not marks:
        pieces.append((start, last, "", False))
    objects = []
    for first, final, number, marked in pieces:
        named = _named(reading, first, final)
        if named and (marked or kind_of(reading.words, text[named[0] : min(named[1], named[0] + 80)])):
            said = last if marks and final == marks[-1].start() else final
            objects.append(Described(number, *named, said, marked))
    return objects


def _is_text(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the words, in their beginning, name a text."""
    kind = kind_of(reading.words, reading.text[start : min(end, start + 80)])
    return kind is not None and kind[0] != "other"


def _named(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """Return the words that name a text, without articles before and clauses behind."""
    text = reading.text
    start = _JOINT.match(text, start, end).end()  # type: ignore[union-attr]
    article = reading.words("article").match(text, start, end)
    start = article.end() if article else start
    cut = reading.words("cut").search(text, start + 1, end)
    end = cut.start() if cut else end
    while end > start and (text[end - 1] in " \n,;:"):
        end -= 1
    return (start, end) if end - start > 3 else None  # noqa: PLR2004 - a word at least


def title_of(reading: Reading, one: Described) -> str:
    """Return the words that name a text, in one line."""
    return flat(reading.text[one.start : one.end])
