"""Symbols of the document itself, its session and agenda items."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from secdb.intake.clean.furniture import SYMBOL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secdb.intake.clean import Mapped, Mark
    from secdb.intake.draft import Span
    from secdb.intake.language import Language
    from secdb.intake.reading import Reading

_SYMBOL = re.compile(rf"(?<![\w/])(?:GENERAL)?({SYMBOL})[A-Za-z]?(?!\w|/\w)")
_ALONE = re.compile(rf"(?m:^[ \t]*(?:Document\s+)?{SYMBOL}(?:[ \t]*[\u2013\u2014,;-]?[ \t]*{SYMBOL})*[ \t]*$)")
_MIXED = re.compile(r"(?<=[/-])(?=[lIO]{0,4}\d)[\dlIO]{2,5}(?![^\W_])")
_FIGURE = str.maketrans("lIO", "110")
_SHORT_LINES = re.compile(r"(?:[^\n]{0,60}(?:\n|$)){1,12}")
BELOW = 500
"""Characters under a title that may be of its head."""
_STATED = re.compile(rf"(?m:^[ \t]*(?:Document\s+)?[Ss]ymbol\s*:\s*({SYMBOL}))")
_NUMBER = r"\d{1,3}(?:\s?(?:\([a-z]\)|[a-z]\)))?"
_NUMBERS = re.compile(
    rf"\s*(?:Nos?\.?\s*)?({_NUMBER}(?:(?:\s{{0,6}}[,;]\s{{0,6}}(?:and\s)?|\s{{0,6}}\b(?:and|y|et|и)\b\s{{0,6}}|\s?[和、]\s?)(?:{_NUMBER}|\([a-z]\)))*)",
    re.IGNORECASE,
)
_ONE = re.compile(r"(\d{1,3})?\s?(?:\(?([a-z])\))?")
_FIGURES = r"\d{1,3}(?:st|nd|rd|th|-й|-я|º|o|e|ème)?"


class Symbol(NamedTuple):
    """A symbol and its place; not `sure` when letters stand in it for figures."""

    text: str
    span: Span
    sure: bool


def own_symbols(plain: Mapped, marks: Iterable[Mark], heading: int, below: tuple[int, int] = (0, 0)) -> list[Symbol]:
    """Return the document's symbols: in its head, alone below the title, in the marks of its pages, or stated as such.

    Symbols in footnotes and in the text are those of other documents. `heading` is where the letter's title begins,
    `below` the short lines under it.
    """
    notes = [mark for mark in marks if mark.kind == "note"]
    ranges = [(0, heading), *((mark.start, mark.end) for mark in marks if mark.kind == "page")]
    found = [one for start, end in ranges for one in _SYMBOL.finditer(plain.text, start, end)]
    found += [one for line in _ALONE.finditer(plain.text, *below) for one in _SYMBOL.finditer(plain.text, *line.span())]
    found += _STATED.finditer(plain.text)
    symbols: dict[str, Symbol] = {}
    for one in sorted(found, key=lambda one: one.start()):
        if any(mark.start <= one.start() < mark.end for mark in notes) or _is_reference(plain.text, one.start(1)):
            continue
        printed = re.sub(r"\s+", "", one[1])
        symbol = _MIXED.sub(lambda part: part[0].translate(_FIGURE), printed)
        symbols.setdefault(symbol.casefold(), Symbol(symbol, plain.span(*one.span(1)), symbol == printed))
    return list(symbols.values())


def below_title(text: str, place: int, end: int) -> int:
    """Return where the short lines under a title end, in which a head may go on."""
    found = _SHORT_LINES.match(text, place, min(end, place + BELOW))
    return found.end() if found else place


def _is_reference(text: str, place: int) -> bool:
    """Tell whether a symbol in the head is a footnote's or named as another document."""
    return (
        re.search(
            r"(?:(?<![\d])\*|\b(?:document|see|resolution|and Corr\.\d|of))\s{0,4}$", text[max(0, place - 16) : place]
        )
        is not None
    )


def agenda_items(reading: Reading, start: int, end: int) -> list[tuple[int | str, Span]]:
    """Return the agenda items named in a stretch, each once, in the order of their numbers."""
    items: dict[str, tuple[int | str, Span]] = {}
    for word in reading.words("agenda").finditer(reading.text, start, end):
        numbers = _NUMBERS.match(reading.text, word.end(), end)
        for value, first, last in _values(numbers) if numbers else ():
            items.setdefault(str(value), (value, reading.clean.span(first, last)))
    return sorted(items.values(), key=lambda item: (int(str(item[0]).split()[0]), str(item[0])))


def _values(numbers: re.Match[str]) -> list[tuple[int | str, int, int]]:
    values: list[tuple[int | str, int, int]] = []
    number = ""
    for one in _ONE.finditer(numbers.string, numbers.start(1), numbers.end(1)):
        if not one[1] and not one[2]:
            continue
        number = one[1] or number
        if int(number or 0):
            values.append((f"{int(number)} ({one[2]})" if one[2] else int(number), *one.span()))
    return values


def session_of(reading: Reading, start: int, end: int) -> tuple[int, Span] | None:
    """Return the first session of the General Assembly named in a stretch."""
    pattern, ordinals = _sessions(reading.words.language)
    for found in pattern.finditer(reading.text, start, end):
        words = found["ordinal"]
        number = next((number for one, number in ordinals if one.fullmatch(words)), 0)
        figures = re.match(r"\d+", words)
        if number or figures:
            return number or int(figures[0] if figures else 0), reading.clean.span(*found.span())
    return None


@cache
def _sessions(language: Language) -> tuple[re.Pattern[str], list[tuple[re.Pattern[str], int]]]:
    ordinals = "|".join(pattern for pattern, _ in language.sessions)
    pattern = language.session.replace("(?:{})", f"(?P<ordinal>{ordinals}|{_FIGURES})")
    return re.compile(pattern, re.IGNORECASE), [(re.compile(one, re.IGNORECASE), n) for one, n in language.sessions]
