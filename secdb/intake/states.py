"""Names of States as documents print them, resolved as of a day by the authority list that is handed in.

A name is sought in three steps: the names valid on the day, then names of other times, then names that differ by a few
letters, as scanned pages do (`SLIPS`). What is not found, or means several States, stays a question.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from secdb.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SLIPS = ((12, 2), (6, 1))
"""A name of at least so many letters may differ by so many from the one printed."""

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[dlDL]['’](?=[^\W\d_])|[^\W_]+(?:['’][^\W_]+)*")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_RUSSIAN = re.compile(r"[а-я]{5,}")
# Endings of cases, longest first; `й` is folded to `и` before.
_ENDING = re.compile(
    r"(?<=[а-я]{4})(?:иями|иеи|ями|ами|иях|ого|его|ому|ему|ыми|ими|ием|"
    r"ои|еи|ии|ыи|ая|яя|ое|ее|ые|ие|ых|их|ую|юю|ом|ем|ам|ям|ах|ях|ию|ия|ью|а|я|о|е|у|ю|ы|и|ь)$"
)
_FORMER = "former"
_NOT_PARTS = frozenset({"the"})
# `Central America` is not America; names that begin so are longer names of their own.
_DIRECTIONS = frozenset(("central", "south", "latin", "north", "western", "eastern", "southern", "northern", "new"))


class StateName(NamedTuple):
    """A row of the view `state_names`: the code, a name, and the days from which and before which it is valid."""

    state: str
    name: str
    earliest: str | None = None
    latest: str | None = None


class Found(NamedTuple):
    """A name that stands at `start` to `end` of a text; `slips` letters of it differ from the name `key`."""

    start: int
    end: int
    key: str
    slips: int = 0


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a name means on a day: one State, or none of `codes` certainly."""

    code: str | None
    codes: tuple[str, ...]


@lru_cache(maxsize=20_000)
def folded(word: str) -> tuple[str, ...]:
    """Return the word as names are compared: without case, accents, and the endings of Russian cases."""
    if word.lower() in _NOT_PARTS:
        return ()
    return tuple(_stem(part) for part in fold(word).split())


def _stem(word: str) -> str:
    return _ENDING.sub("", word) if _RUSSIAN.fullmatch(word) else word


class StateNames:
    """The authority list, made ready to be asked for many texts."""

    def __init__(self, rows: Iterable[StateName]) -> None:
        self._rows: dict[str, list[StateName]] = {}
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        han: set[str] = set()
        for row in rows:
            if _HAN.search(row.name):
                han.add(row.name)
                self._rows.setdefault(row.name, []).append(row)
            else:
                self._add(row)
        for keys in self._by_first.values():
            keys.sort(key=len, reverse=True)
        self._han = re.compile("|".join(sorted(map(re.escape, han), key=len, reverse=True)) or r"(?!)")
        self._near: dict[str, Found | None] = {}
        self._by_length: dict[int, list[str]] = {}
        for key in self._rows:
            self._by_length.setdefault(len(key), []).append(key)

    def _add(self, row: StateName) -> None:
        key = tuple(part for word in _WORD.findall(row.name) for part in folded(word))
        if not key:
            return
        known = self._by_first.setdefault(key[0], [])
        if key not in known:
            known.append(key)
        self._rows.setdefault(" ".join(key), []).append(row)

    def find(self, text: str) -> list[Found]:
        """Return the names of States in a text, in order, the longest where several begin; none overlap."""
        words = [(part, found.start(), found.end()) for found in _WORD.finditer(text) for part in folded(found[0])]
        found: list[Found] = []
        place = 0
        while place < len(words):
            key = self._at(words, place, text)
            if key and not (place and words[place - 1][0] in _DIRECTIONS and len(key) == 1):
                last = words[place + len(key) - 1]
                found.append(Found(words[place][1], last[2], " ".join(key)))
                place += len(key)
            else:
                place += 1
        if _HAN.search(text):
            found += [Found(one.start(), one.end(), one[0]) for one in self._han.finditer(text)]
            found.sort()
        return found

    def _at(self, words: Sequence[tuple[str, int, int]], place: int, text: str) -> tuple[str, ...] | None:
        """Return the longest name whose words begin at a place; a name begins with a capital, or with `former`."""
        keys = self._by_first.get(words[place][0])
        if not keys or not (text[words[place][1]].isupper() or words[place][0] == _FORMER):
            return None
        for key in keys:
            end = place + len(key)
            if end <= len(words) and all(words[place + i][0] == key[i] for i in range(1, len(key))):
                return key
        return None

    def resolve(self, key: str, day: str | None) -> Resolved:
        """Return which State the name `key` of `find` means on a day (ISO; None: the latest that had it)."""
        rows = self._rows.get(key, [])
        valid = [row for row in rows if day is None or _holds(row, day)]
        for some in ([row for row in valid if row.earliest or row.latest], valid, rows):
            codes = tuple(dict.fromkeys(row.state for row in some))
            if len(codes) == 1:
                return Resolved(codes[0], codes)
            if codes and day is None:
                newest = max(some, key=lambda row: row.latest or "9999")
                return Resolved(newest.state, codes)
        return Resolved(None, tuple(dict.fromkeys(row.state for row in rows)))

    def near(self, words: str) -> Found | None:
        """Return the one name that `words` is a slip of, within SLIPS; None when there is none, or are several."""
        key = " ".join(part for word in _WORD.findall(words) for part in folded(word))
        if key not in self._near:
            if len(self._near) > 5_000:  # noqa: PLR2004 - memory stays flat over many documents
                self._near.clear()
            self._near[key] = self._nearest(key)
        return self._near[key]

    def _nearest(self, key: str) -> Found | None:
        allowed = next((slips for least, slips in SLIPS if len(key) >= least), 0)
        best: list[tuple[int, str]] = []
        for length in range(len(key) - allowed, len(key) + allowed + 1) if allowed else ():
            for name in self._by_length.get(length, ()):
                slips = distance(key, name, allowed)
                if slips is not None:
                    best.append((slips, name))
        best.sort()
        first = [name for slips, name in best if slips == best[0][0]]
        meant = {row.state for name in first for row in self._rows[name]}
        return Found(0, len(key), first[0], best[0][0]) if len(meant) == 1 else None


def _holds(row: StateName, day: str) -> bool:
    return (row.earliest is None or row.earliest <= day) and (row.latest is None or day < row.latest)


def distance(one: str, other: str, most: int) -> int | None:
    """Return how many letters must be put in, left out or changed to make one of the other; None when over `most`."""
    if abs(len(one) - len(other)) > most:
        return None
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, its in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != its))
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None


def within(found: Sequence[Found], start: int, end: int) -> Sequence[Found]:
    """Return those that stand between two places."""
    first = bisect_left(found, start, key=lambda one: one.start)
    last = bisect_left(found, end, key=lambda one: one.start)
    return [one for one in found[first:last] if one.end <= end]
