"""Names of persons that may be one person's: "S. Lavrov", "Sergey V. Lavrov" and "LAVROV Sergey"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from secdb.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SHORTENED = re.compile(r"(?<![^\W_])[^\W\d_]{1,3}(?:\.(?=\s*[^\W\d_])|[\s-]+[^\W\d_](?![^\W_]))")
_PART = re.compile(r"([^\s.-]+)(\.(?=\s*[^\W\d_]))?")
_SUFFIXES = frozenset({"jr", "sr"})
_SHORT = 3  # letters of the longest word taken to be shortened when a full stop follows
_LONG = 6
"""Letters of a long name: the longer one of two that are one slip apart."""
_EDGE = 2  # letters: a slip in a long name leaves as many whole at one of its ends


class Spelling(NamedTuple):
    """A name folded, and the words of which it is made, a shortened one ("Yu.") with its full stop."""

    folded: str
    words: tuple[str, ...]


def spelling(name: str) -> Spelling:
    """Return a name made ready to be compared; "Jr." and "Sr." are no words of it."""
    folded = fold(name)
    words = _apart(name) if _SHORTENED.search(name) else folded.split()
    return Spelling(folded, tuple(word for word in words if word not in _SUFFIXES))


def _apart(name: str) -> list[str]:
    """Return the words of a name with initials, which folding would make one word of."""
    words: list[str] = []
    for part, stop in _PART.findall(name):
        folded = fold(part).split()
        if stop and len(folded) == 1 and 1 < len(folded[0]) <= _SHORT:
            folded = [folded[0] + stop]
        words += folded
    return words


def names_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names, as `spelling` gives them, may be one person's.

    The family name stands last or first and is not shortened. It is the same, or one slip apart where it is long
    (six letters or more; a slip is a letter changed, left out, put in, or two that changed places). The given names are
    compared in order as far as both go: the same, one short for the other ("S.", "Yu."), or one slip apart where long.
    """
    return any(
        same_word(family, other_family) and all(map(_compatible, given, other_given))
        for family, given in _divided(one)
        for other_family, other_given in _divided(other)
    )


def same_word(one: str, other: str) -> bool:
    """Tell whether two folded words are the same, or one slip apart and the longer one is long."""
    return one == other or (max(len(one), len(other)) >= _LONG and _one_slip(one, other))


def _divided(words: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the family name and the given names, the family name taken to be last, then first."""
    for family, given in ((words[-1:], words[:-1]), (words[:1], words[1:])):
        if family and not _is_short(family[0]):
            yield family[0], given


def _compatible(one: str, other: str) -> bool:
    if _is_short(one) or _is_short(other):
        short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
        return long.startswith(short)
    return same_word(one, other)


def _is_short(word: str) -> bool:
    """Tell whether a word is an initial or shortened; a single character of a script without capitals is neither."""
    return word.endswith(".") or (len(word) == 1 and word != word.upper())


def _one_slip(one: str, other: str) -> bool:
    """Tell whether two different words are a letter changed, left out or put in apart, or two that changed places."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    first = next((place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[first:] == long[first + 1 :]
    swapped = short[first + 1 : first + 2] + short[first : first + 1] + short[first + 2 :]
    return short[first + 1 :] == long[first + 1 :] or swapped == long[first:]


class FamilyNames:
    """Names as they are written, found by a family name that is the same or one slip apart.

    Made for a register full of names and few questions: each different part of the names is looked at once, and the
    names that have a part are found in the text that all of them make.
    """

    def __init__(self, names: Sequence[str]) -> None:
        lines = "\n".join(names).casefold()
        if lines.count("\n") >= len(names):  # a name of two lines
            lines = "\n".join(" ".join(name.split()) for name in names).casefold()
        self._text = f"\n{lines}\n"
        self._having: defaultdict[str, list[str]] = defaultdict(list)
        for part in set(lines.split()):
            is_plain = part.isascii() and part.isalpha() and len(part) > 1  # as folding would leave it: most are
            for family in (part,) if is_plain else _ends(part):
                self._having[family].append(part)

    def near(self, name: str) -> set[int]:
        """Return the numbers, from 0, of the names that may have the family name of this one, and of some others."""
        parts: set[str] = set()
        for family in _families(name):
            parts.update(self._having.get(family, ()))
            for other in {*self._edges.get((family[:_EDGE], 0), ()), *self._edges.get((family[-_EDGE:], 1), ())}:
                if same_word(family, other):
                    parts.update(self._having[other])
        return {number for part in parts for number in self._with(part)}

    def _with(self, part: str) -> Iterator[int]:
        """Yield the numbers of the names that have a part."""
        for found in re.finditer(rf"{re.escape(part)}(?!\S)", self._text):
            if self._text[found.start() - 1].isspace():
                yield bisect_right(self._starts, found.start()) - 1

    @cached_property
    def _starts(self) -> list[int]:
        """Where each name begins in the text."""
        lengths = (len(line) + 1 for line in self._text[1:-1].split("\n"))
        return list(accumulate(lengths, initial=1))

    @cached_property
    def _edges(self) -> defaultdict[tuple[str, int], list[str]]:
        """Family names by their first and their last letters: a slip leaves one of the two as it is."""
        edges: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for family in self._having:
            edges[family[:_EDGE], 0].append(family)
            edges[family[-_EDGE:], 1].append(family)
        return edges


def _families(name: str) -> set[str]:
    """Return the first and the last word, shortened ones left out."""
    parts = name.split()
    while parts and _ends(parts[-1], -1) & _SUFFIXES:
        del parts[-1]
    return _ends(parts[0], 0) | _ends(parts[-1], -1) if parts else set()


def _ends(part: str, *which: int) -> set[str]:
    """Return the first and the last folded word of a part of a name, or the one wanted; shortened ones left out."""
    words = fold(part).split()
    return {word for place in which or (0, -1) for word in words[place:][:1] if not _is_short(word)}
