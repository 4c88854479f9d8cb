"""A text whose characters know where they stood in the text given."""

from __future__ import annotations

import re
import unicodedata
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
_DECOMPOSED = re.compile("[^\\W_][\u0300-\u036f]{1,4}")
_ACCENT = re.compile("[\u0300-\u036f]")
_SPACE = re.compile(r"\s+")
_NO_LETTERS = re.compile(r"[\W_]+")
_SEEN = re.compile(r"\S")


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
        return self.whole(start, end) or self._stretch(start, end)

    def whole(self, start: int, end: int) -> Span | None:
        """Return where the words stand when nothing else stands between them; they begin and end without a blank."""
        if start >= end:
            return None
        span = self._with_accents(Span(self.origins[start], self.origins[end - 1] + 1))
        words, instead = self.original[slice(*span)], self.text[start:end]
        return span if words and (words == instead or _letters(words) == _letters(instead)) else None

    def extent(self, start: int, end: int) -> Span | None:
        """Return from the first to the last of the characters, whatever else stands between; None without any."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if start >= end:
            return None
        places = self.origins[start:end]
        span = Span(min(places), max(places) + 1)
        words = self.original[slice(*span)]
        if words[0].isspace() or words[-1].isspace():  # a blank that stands farthest out of the text
            seen = [self.origins[start + one.start()] for one in _SEEN.finditer(self.text[start:end])]
            span = Span(min(seen), max(seen) + 1)
        return self._with_accents(span)

    def _with_accents(self, span: Span) -> Span:
        """Return the place with the accents that stand behind its last letter as characters of their own."""
        end = span.end
        while end < len(self.original) and unicodedata.combining(self.original[end]):
            end += 1
        return Span(span.start, end)

    def _stretch(self, start: int, end: int) -> Span:
        """Return the place of the first words that stand together; a mark without words is none."""
        stretches = [self._together(start, end)]
        while stretches[-1][1] < end and not _letters(self.text[slice(*stretches[-1])]):
            stretches.append(self._together(stretches[-1][1], end))
        first, last = stretches[-1] if _letters(self.text[slice(*stretches[-1])]) else stretches[0]
        words = self.text[first:last]
        first += len(words) - len(words.lstrip())
        return self._with_accents(Span(self.origins[first], self.origins[first + len(words.strip()) - 1] + 1))

    def _together(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters from `start` on that stand together in the text given."""
        last = start
        while last + 1 < end and self.origins[last] < self.origins[last + 1] <= self.origins[last] + 3:
            last += 1
        return start, last + 1


def _letters(text: str) -> str:
    """Return the text as two are compared: without blanks and what cleaning takes out inside of words."""
    return _NO_LETTERS.sub("", text if text.isascii() else unicodedata.normalize("NFC", text))


def mapped(text: str) -> Mapped:
    """Return a text with blanks made plain, unseen characters left out, letters and their accents put together."""
    plain = Mapped(text, text.translate(_SAME_LENGTH), array("l", range(len(text))))
    seen = plain.edited((found.start(), found.end(), "") for found in _UNSEEN.finditer(text))
    if not _ACCENT.search(text):
        return seen
    composed = ((found.span(), unicodedata.normalize("NFC", found[0])) for found in _DECOMPOSED.finditer(seen.text))
    return seen.edited((*place, letters) for place, letters in composed if len(letters) == 1)


def flat(text: str) -> str:
    """Return the text in one line with single blanks."""
    return _SPACE.sub(" ", text).strip()
