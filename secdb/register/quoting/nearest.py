"""The passage of a text most like words that are not in it: short strings they share vote for where it begins."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest
from typing import TYPE_CHECKING

from secdb.register.quoting.folding import fold, lowered

if TYPE_CHECKING:
    from difflib import Match

LIKE = 0.5
"""How like a passage must be to be offered: below half of the characters in common it only confuses."""

_GRAM = 4  # characters of a string that votes: shorter ones are everywhere, longer ones miss a misspelt word
_VOTERS = 120  # strings taken from the quotation, spread over its length
_COMMON = 3_000  # a string found more often says nothing about the place
_TRIED = 6  # places looked at closely
_BY_LETTER = 400  # characters up to which letters are compared, beyond it words, in any order
_EDGE = 200  # characters at either end of a quotation by which the ends of the passage are found
_SLACK = 500  # characters by which the passage may begin or end elsewhere than the votes say
_SHOWN = 80
_BLANKS = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text: characters from `start` (from 0) to `end` (exclusive); `words` are exactly those."""

    start: int
    end: int
    words: str


def nearest_passage(text: str, quotation: str) -> tuple[Passage | None, float]:
    """Return the passage most like the quotation, of about its length, and how like it is (0 to 1); None if nothing is.

    Reads a text once per voting string: a tenth of a second for a megabyte.
    """
    sought = lowered(fold(quotation.strip()).text)
    compared = _BLANKS.sub(" ", lowered(text))
    best, likeness = None, LIKE
    slack = min(len(sought) // 4, _SLACK) + 2 * _GRAM
    for start in _begins(compared, sought):
        low = max(0, start - slack)
        window = compared[low : start + len(sought) + 2 * slack]
        begin, end = _fitted(window, sought, slack, text[low : low + len(window)])
        ratio = _ratio(lowered(fold(text[low + begin : low + end]).text), sought)
        if ratio > likeness:
            best, likeness = (low + begin, low + end), ratio
    return (None, 0.0) if best is None else (Passage(*best, text[slice(*best)]), likeness)


def one_line(words: str) -> str:
    """Return the words on one line, the middle left out when they are many."""
    plain = " ".join(words.split())
    half = _SHOWN // 2
    return plain if len(plain) <= _SHOWN else f"{plain[:half].rstrip()} ... {plain[-half:].lstrip()}"


def _begins(text: str, sought: str) -> list[int]:
    """Return where a passage like the one sought may begin, the likeliest first."""
    width = max(2 * _GRAM, len(sought) // 8)
    votes: defaultdict[int, float] = defaultdict(float)
    for offset in range(0, max(1, len(sought) - _GRAM + 1), 1 + len(sought) // _VOTERS):
        places = _found(text, sought[offset : offset + _GRAM])
        for stretch in {(place - offset) // width for place in places}:
            # half a vote for its neighbours: a passage that begins near the edge votes on both sides of it
            votes[stretch] += 2 / len(places)
            votes[stretch - 1] += 1 / len(places)
            votes[stretch + 1] += 1 / len(places)
    return [max(0, stretch * width) for stretch in nlargest(_TRIED, votes, key=lambda stretch: votes[stretch])]


def _found(text: str, gram: str) -> list[int]:
    """Return where a string stands; nowhere when it stands too often to say anything."""
    places: list[int] = []
    place = text.find(gram)
    while place >= 0 and len(places) < _COMMON:
        places.append(place)
        place = text.find(gram, place + 1)
    return places if len(places) < _COMMON else []


def _fitted(window: str, sought: str, slack: int, printed: str) -> tuple[int, int]:
    """Return the part of a window, of whole words, whose ends answer to the ends of the passage sought."""
    head, tail = sought[:_EDGE], sought[-_EDGE:]
    first = _blocks(window[: len(head) + 3 * slack], head)
    begin = max(0, first[0].a - first[0].b) if first else 0
    low = max(begin, begin + len(sought) - len(tail) - slack)
    last = _blocks(window[low:], tail)
    end = low + last[-1].a + len(tail) - last[-1].b if last else begin + len(sought)
    words = [one.span() for one in re.finditer(r"\S+", printed)]
    begin = min((start for start, _ in words), key=lambda start: abs(start - begin), default=begin)
    return begin, min((stop for _, stop in words if stop > begin), key=lambda stop: abs(stop - end), default=end)


def _blocks(window: str, edge: str) -> list[Match]:
    """Return the strings that a window and an end of the passage sought have in common, in order."""
    return [one for one in SequenceMatcher(None, window, edge, autojunk=False).get_matching_blocks() if one.size > 1]


def _ratio(one: str, other: str) -> float:
    if max(len(one), len(other)) <= _BY_LETTER:
        return SequenceMatcher(None, one, other, autojunk=False).ratio()
    return SequenceMatcher(None, one.split(), other.split()).quick_ratio()
