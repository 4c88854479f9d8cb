"""A text that is being read: what all stages ask of it."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from secdb.intake.draft import Warned
from secdb.intake.language.demonyms import DEMONYMS
from secdb.intake.states import Found, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from secdb.intake.clean import Mapped
    from secdb.intake.language import Words
    from secdb.intake.states import StateNames

ONLY_ADJECTIVES = "the States are named by adjectives only"
"""What a person is told of `the Iranian Ambassador`."""
_BETWEEN = re.compile(
    r"(?:\s*\([^()]{0,40}\))?[\s,;:/\u2013-]{0,6}(?:(?:as\s+well\s+as|together\s+with|and|with|y|e|et|avec|и|с|和|、|与)(?=\W|$|[一-鿿])\s{0,4})?"
    r"(?:(?:of|de|du|des|del|d['’]|por|for)\s{0,3})?(?:(?:the|la|le|les|los|las|el|l['’])\s{0,3})?(?:former\s+)?"
    r"(?:(?:states|republics|governments?|people\S{0,2}s|government)\s{1,3}(?:of\s{1,3}(?:the\s{1,3})?)?)?",
    re.IGNORECASE,
)
_PART = re.compile(r"\s*(?:,|;|\band\b|\by\b|\bet\b|\bи\b)\s*")
_FOREIGN_AND = frozenset({"et", "y", "и"})
_LETTER_APART = re.compile(r" [a-z](?![^\W_])")
_CAPITALS = re.compile(r"[A-ZÀ-ÞА-ЯЁ][^\W_]+(?:[ ][A-ZÀ-ÞА-ЯЁ][^\W_]+){0,3}")
_OTHERS = re.compile(
    r"\b(?:States|Group|Organi[sz]ation|Union|Council|Movement|Community|Commonwealth|Nations|Parties|Bureau|Committee|Conference|League)\b"
)
_CAPITAL_WORD = re.compile(r"(?<![^\W_])[A-Z][a-z]+(?![^\W_])")
_LEAD = re.compile(r"(?:\s*\b(?:of|the|de|la|le|les|los|las|el|del|du|des)\b)+\s*|\s+", re.IGNORECASE)


class Named(NamedTuple):
    """A State named at `start` to `end`."""

    start: int
    end: int
    code: str


@dataclass(slots=True)
class Reading:
    """The cleaned text, the language's words, the States named in it, the day they are named on, and the warnings."""

    clean: Mapped
    words: Words
    names: StateNames
    day: str | None = None
    warnings: list[Warned] = field(default_factory=list)
    found: Sequence[Found] = ()
    _told: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.found = self.names.find(self.clean.text)

    @property
    def text(self) -> str:
        """The text that is read."""
        return self.clean.text

    def warn(self, message: str, start: int, end: int) -> None:
        """Tell, once, what a person should look at."""
        span = self.clean.span(start, end)
        if (message, span.start) not in self._told:
            self._told.add((message, span.start))
            self.warnings.append(Warned(message, span))

    def aside(self) -> Reading:
        """Return this reading with warnings of its own: for what is tried and may be given up."""
        other = copy(self)
        other.warnings, other._told = [], set()  # noqa: SLF001 - its own class
        return other

    def states(self, start: int, end: int) -> list[Named]:
        """Return the States named in a stretch, as of the day; a name that means several is a question."""
        named = []
        for one in within(self.found, start, end):
            resolved = self.names.resolve(one.key, self.day)
            if resolved.code and self._is_half(one):
                self.warn("which State is meant? a letter stands apart behind it", one.start, one.end + 2)
            elif resolved.code:
                named.append(Named(one.start, one.end, resolved.code))
            else:
                self.warn(f"which State is meant? {', '.join(resolved.codes)}", one.start, one.end)
        return named

    def _is_half(self, one: Found) -> bool:
        """Tell whether a name and the letter apart behind it are another State's, a letter lost: `Niger a`."""
        if not _LETTER_APART.match(self.text, one.end):
            return False
        near = self.names.near(self.text[one.start : one.end + 2])
        return near is not None and near.key != one.key

    def listed(self, start: int, end: int) -> list[Named]:
        """Return the States of a stretch that is a list of States: each part is one, misprinted or not."""
        named = []
        known = self.states(start, end)
        for first, last in self._parts(start, end, known):
            inside = [one for one in known if first <= one.start < last]
            named += inside or self.misprinted(first, last)
        return sorted(set(named))

    def _parts(self, start: int, end: int, known: list[Named]) -> list[tuple[int, int]]:
        """Return the parts of a list; a name that has `and` within is not parted."""
        cuts = [
            (one.start(), one.end())
            for one in self._cuts(start, end)
            if not any(name.start < one.start() and one.end() <= name.end for name in known)
        ]
        edges = [start, *(edge for cut in cuts for edge in cut), end]
        return list(zip(edges[::2], edges[1::2], strict=True))

    def _cuts(self, start: int, end: int) -> list[re.Match[str]]:
        """Return what parts a list; in English `et` is what a scanned page has left of a word."""
        found = list(_PART.finditer(self.text, start, end))
        english = self.words.language.code == "en"
        return [one for one in found if one[0].strip().lower() not in _FOREIGN_AND] if english else found

    def misprinted(self, start: int, end: int) -> list[Named]:
        """Return the State that the words at `start` to `end` are a slip of; else nothing, and a question."""
        skipped = _LEAD.match(self.text, start, end)
        start = skipped.end() if skipped else start
        while end > start and not self.text[end - 1].isalnum():
            end -= 1
        words = self.text[start:end]
        if end - start < 4 or not words[0].isupper() or len(words) > 80:  # noqa: PLR2004 - no name of a State
            return []
        near = self.names.near(words)
        if near is None and _OTHERS.search(words):
            return []
        code = self.names.resolve(near.key, self.day).code if near else None
        if code is None:
            self.warn("no State of this name is known", start, end)
            return []
        self.warn(f"read as {code}, though not printed so", start, end)
        return [Named(start, end, code)]

    def run(self, start: int, end: int) -> list[Named]:
        """Return the first States of a stretch that follow one another as in a list."""
        named = self.states(start, end)
        together = named[:1]
        for one in named[1:]:
            last = together[-1]
            if self.text[last.end : one.start].strip() == "(" and self.text[one.end : one.end + 1] == ")":
                together[-1] = last._replace(end=one.end + 1)  # another name of the same, in brackets
            elif _BETWEEN.fullmatch(self.text, last.end, one.start):
                together.append(one)
            else:
                break
        return together + self._slip_after(together, end)

    def _slip_after(self, together: list[Named], end: int) -> list[Named]:
        """Return the State that a list goes on with, misprinted."""
        between = _BETWEEN.match(self.text, together[-1].end, end) if together else None
        words = _CAPITALS.match(self.text, between.end(), end) if between and between[0].strip() else None
        near = self.names.near(words[0]) if words else None
        code = self.names.resolve(near.key, self.day).code if near and near.slips else None
        if not words or not code:
            return []
        self.warn(f"read as {code}, though not printed so", *words.span())
        return [Named(*words.span(), code)]

    def by_adjectives(self, start: int, end: int) -> list[Named]:
        """Return the States whose adjectives stand in a stretch: `Russian-Chinese`."""
        named = []
        for word in _CAPITAL_WORD.finditer(self.text, start, end):
            name = DEMONYMS.get(word[0].lower())
            key = self.names.find(name)[0].key if name and self.names.find(name) else ""
            if key and (code := self.names.resolve(key, self.day).code):
                named.append(Named(*word.span(), code))
        return named

    def at(self, place: int) -> Named | None:
        """Return the State named right at a place."""
        return (
            next(iter(self.states(place, min(place + 120, len(self.text)))[:1]), None) if self._starts(place) else None
        )

    def _starts(self, place: int) -> bool:
        return any(one.start == place for one in within(self.found, place, place + 120))


def each(named: Iterable[Named]) -> list[Named]:
    """Return the States, each where it is named first, in order."""
    found: dict[str, Named] = {}
    for one in named:
        found.setdefault(one.code, one)
    return list(found.values())


def codes(named: Sequence[Named]) -> tuple[str, ...]:
    """Return the States, each once, in order."""
    return tuple(dict.fromkeys(one.code for one in named))
