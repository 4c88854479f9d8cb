"""A text whose characters know where they stood in the text given."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.intake.draft import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLANKS = "\t\u000b\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BREAKS = "\r\u000c\u0085\u2028\u2029"
_CONTROLS = "".join(map(chr, (*range(9), *range(14, 32), 127, *range(128, 133), *range(134, 160))))
_SAME_LENGTH = str.maketrans(
    {**dict.fromkeys(_BLANKS + _CONTROLS, " "), **dict.fromkeys(_BREAKS, "\n"), "（": "(", "）": ")", "：": ":"}
)
_UNSEEN = re.compile("\r(?=\n)|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Mapped:
    """`text`, and for each of its characters the place in `original`."""

    original: str
    text: str
    origins: array[int]

    def edited(self, edits: Iterable[tuple[int, int, str]]) -> Mapped:
        """Return the text with each (start, end, instead) replaced; the edits are in order and apart."""
        pieces, origins, done = [], array("l"), 0
        for start, end, instead in edits:
            if start < done:
                continue
            pieces += [self.text[done:start], instead]
            origins += self.origins[done:start]
            origins += array("l", [self.origins[start] if start < len(self.origins) else 0]) * len(instead)
            done = end
        if not pieces:
            return self
        return Mapped(self.original, "".join([*pieces, self.text[done:]]), origins + self.origins[done:])

    def pieced(self, places: Iterable[tuple[int, int] | str]) -> Mapped:
        """Return the text made of slices of this one, and of texts of its own in between."""
        pieces, origins = [], array("l")
        for place in places:
            if isinstance(place, str):
                pieces.append(place)
                origins += array("l", [origins[-1] if origins else 0]) * len(place)
            else:
                pieces.append(self.text[place[0] : place[1]])
                origins += self.origins[place[0] : place[1]]
        return Mapped(self.original, "".join(pieces), origins)

    def span(self, start: int, end: int) -> Span:
        """Return where the words at `start` to `end` stand in the text given, blanks around them left out.

        Words that were brought together from apart (a name that goes on in a column) have the span of their first
        stretch: no span ever covers words of others.
        """
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if start >= end:
            place = self.origins[start] if start < len(self.origins) else len(self.original)
            return Span(place, place)
        span = Span(self.origins[start], self.origins[end - 1] + 1)
        if span.start < span.end and _letters(self.original[span.start : span.end]) == _letters(self.text[start:end]):
            return span
        return self._stretch(start, end)

    def _stretch(self, start: int, end: int) -> Span:
        """Return the place of the first words that stand together."""
        last = start
        while last + 1 < end and self.origins[last] < self.origins[last + 1] <= self.origins[last] + 3:
            last += 1
        return Span(self.origins[start], self.origins[last] + 1)


def _letters(text: str) -> str:
    """Return the text as two are compared: without blanks and what cleaning takes out inside of words."""
    return re.sub(r"[\W_]+", "", text)


def mapped(text: str) -> Mapped:
    """Return a text with blanks of all kinds made plain and unseen characters left out."""
    plain = Mapped(text, text.translate(_SAME_LENGTH), array("l", range(len(text))))
    return plain.edited((found.start(), found.end(), "") for found in _UNSEEN.finditer(text))


def flat(text: str) -> str:
    """Return the text in one line with single blanks."""
    return _SPACE.sub(" ", text).strip()
