"""Letters already taken in: the same text, another copy under the same symbol, nearly the same words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date as calendar_day
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from secdb.register.quoting.folding import fold, lowered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from secdb.lookup import Rows

NEARLY = 0.9
"""Share of words in common from which two texts are nearly the same."""
NO_TEXT = "no text of it is on record"

_SAME_TEXT = "SELECT document FROM documents WHERE sha256 = :sha256 ORDER BY document"
_SAME_SYMBOL = """
SELECT document, symbols FROM documents
WHERE ';' || upper(replace(symbols, ' ', '')) || ';' LIKE :pattern ESCAPE '!' ORDER BY document
"""
# the length is asked for last: it takes the whole text to know it
_NEARLY = """
SELECT document, symbols, title, date_earliest, date_latest FROM documents
WHERE (lower(title) LIKE :pattern ESCAPE '!' OR (date_earliest = :day AND date_latest = :day))
  AND characters BETWEEN :least AND :most ORDER BY document
"""
_TEXT = "SELECT text FROM documents WHERE document = :document"
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")  # of Chinese each character
_LENGTH = 0.15  # share by which a text of nearly the same words may be longer or shorter
_RUN = 5  # words: after a difference two texts go on together where as many are the same
_TOLD = 5  # differences
_SHOWN = 40  # characters of a difference


@dataclass(frozen=True, slots=True)
class Copy:
    """A document on record that may be the letter; the first differences in words, at most five.

    `how` is "same_text", "same_symbol" or "nearly_same_text"; `shared` the share of words in common, 0 to 1.
    """

    document: str
    how: str
    shared: float
    differences: tuple[str, ...]


def copies_of(  # noqa: PLR0913 - a letter is known by many marks
    rows: Rows, *, text: str, text_sha256: str | None, symbols: Iterable[str], title: str | None, date: str | None
) -> list[Copy]:
    """Return the documents that may be a letter taken in before, each once, the surest first.

    - `same_text`: the text on record has the same SHA-256;
    - `same_symbol`: a symbol is the same, blanks and case apart; where no text is on record, nothing is shared and
      that is the one difference told;
    - `nearly_same_text`: the title is the same (case apart) or the date is the same day, and at least nine tenths of
      the words are. Only of such documents, when they are about as long (15 %), the text is read.

    A document with another number in the same series of symbols is another letter, however like.
    Words are compared without case, hyphens and punctuation; the share counts them, in whatever order.
    """
    symbols = tuple(symbols)
    how = dict.fromkeys(_perhaps(rows, text, symbols, title, date), "nearly_same_text")
    how |= dict.fromkeys(_with_symbol(rows, symbols), "same_symbol")
    how |= dict.fromkeys(_with_text(rows, text, text_sha256), "same_text")
    here = _Wording(text)
    copies = [_copy(rows, document, found, here) for document, found in how.items()]
    return sorted((one for one in copies if one), key=_rank)


def _with_text(rows: Rows, text: str, sha256: str | None) -> list[str]:
    return [row["document"] for row in rows.rows(_SAME_TEXT, sha256=sha256)] if text and sha256 else []


def _with_symbol(rows: Rows, symbols: Iterable[str]) -> list[str]:
    found: list[str] = []
    for symbol in filter(None, map(_bare, symbols)):
        pattern = re.sub("([!%_])", r"!\1", symbol)
        near = rows.rows(_SAME_SYMBOL, pattern=f"%;{pattern};%")
        found += [row["document"] for row in near if symbol in map(_bare, row["symbols"].split("; "))]
    return found


def _bare(symbol: str) -> str:
    """Return a symbol without blanks and case."""
    return "".join(symbol.split()).upper()


def _perhaps(rows: Rows, text: str, symbols: Iterable[str], title: str | None, date: str | None) -> list[str]:
    """Return the documents with a text of about the length and the same title or day, but those of other numbers."""
    day, wanted = _day(date), (title or "").lower()
    if not text or not (wanted or day):
        return []
    limits = {"least": int(len(text) * (1 - _LENGTH)), "most": int(len(text) * (1 + _LENGTH)) + 1}
    found = rows.rows(_NEARLY, pattern=_pattern(title or ""), day=day, **limits)
    is_that_day = {"date_earliest": day, "date_latest": day}.items()
    same = (row for row in found if (day and is_that_day <= row.items()) or row["title"].lower() == wanted)
    return [row["document"] for row in same if not _is_another(symbols, (row["symbols"] or "").split("; "))]


def _is_another(here: Iterable[str], there: Iterable[str]) -> bool:
    """Tell whether two documents have different numbers in one series of symbols: A/57/88 and A/57/90 are two."""
    one, other = ({_bare(symbol) for symbol in symbols if symbol} for symbols in (here, there))
    series = ({symbol.rpartition("/")[0] for symbol in found} for found in (one, other))
    return not one & other and bool(set.intersection(*series))


def _day(date: str | None) -> str | None:
    """Return a date that is a day of the calendar, else None."""
    try:
        return calendar_day.fromisoformat(date or "").isoformat()
    except ValueError:
        return None


def _pattern(title: str) -> str:
    """Return what a title is like in small letters, where only ASCII letters have them: all that SQLite knows of."""
    return re.sub(r"[^\x00-\x7f]+", "%", re.sub("([!%_])", r"!\1", title)).lower()


def _copy(rows: Rows, document: str, how: str, here: _Wording) -> Copy | None:
    """Return what a document has in common with the letter; None when its text is only suspected, and is another."""
    if how == "same_text":
        return Copy(document, how, 1.0, ())
    text = rows.rows(_TEXT, document=document)[0]["text"]
    if not text:
        return Copy(document, how, 0.0, (NO_TEXT,))
    there = _Wording(text)
    shared = here.share(there)
    if how == "nearly_same_text" and shared < NEARLY:
        return None
    return Copy(document, how, shared, tuple(islice(_differences(here, there), _TOLD)))


def _rank(copy: Copy) -> tuple[int, float, str]:
    return ("same_text", "same_symbol", "nearly_same_text").index(copy.how), -copy.shared, copy.document


class _Wording:
    """The words of a text, without case, hyphens and punctuation, and where they stand."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded = fold(text)
        self._spans = [found.span() for found in _WORD.finditer(lowered(self._folded.text))]
        self.words = [lowered(self._folded.text[start:end]) for start, end in self._spans]

    def share(self, other: _Wording) -> float:
        """Return the share of words in common, 0 to 1."""
        common = (Counter(self.words) & Counter(other.words)).total()
        return 2 * common / (len(self.words) + len(other.words) or 1)

    def shown(self, start: int, end: int) -> str:
        """Return the words from `start` to `end` (exclusive) as they are printed, cut where they are many."""
        if start == end:
            return "nothing"
        first, last = self._spans[start][0], self._spans[end - 1][1] - 1
        words = self._text[self._folded.place(first) : self._folded.place(last) + 1]
        plain = " ".join(words.split())
        return f"'{plain}'" if len(plain) <= _SHOWN else f"'{plain[:_SHOWN].rstrip()} ...'"

    def line(self, word: int) -> int:
        """Return the number of the line, from 1, on which a word stands."""
        if word >= len(self._spans):
            return self._text.rstrip().count("\n") + 1
        return self._text.count("\n", 0, self._folded.place(self._spans[word][0])) + 1

    @cached_property
    def runs(self) -> dict[tuple[str, ...], list[int]]:
        """The places, in order, at which each run of words begins; at the end runs are shorter."""
        runs: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for place in range(len(self.words)):
            runs[self.run(place)].append(place)
        return dict(runs)

    def run(self, place: int) -> tuple[str, ...]:
        """Return the words that begin at a place."""
        return tuple(self.words[place : place + _RUN])


def _differences(here: _Wording, there: _Wording) -> Iterator[str]:
    """Yield each difference, in the order of the texts; reads both once."""
    one = other = 0
    while one < len(here.words) or other < len(there.words):
        if here.words[one : one + 1] == there.words[other : other + 1]:
            one, other = one + 1, other + 1
            continue
        next_one, next_other = _meeting(here, there, one, other)
        yield f"line {here.line(one)}: {here.shown(one, next_one)} here, {there.shown(other, next_other)} there"
        one, other = next_one, next_other


def _meeting(here: _Wording, there: _Wording, one: int, other: int) -> tuple[int, int]:
    """Return the nearest places, from two on, from which a run of words is the same; the ends when there are none."""
    best = (len(here.words), len(there.words))
    least = sum(best) - one - other
    for place in range(one, len(here.words)):
        if place - one >= least:
            break
        places = there.runs.get(here.run(place), [])
        index = bisect_left(places, other)
        if index < len(places) and place - one + places[index] - other < least:
            best = (place, places[index])
            least = sum(best) - one - other
    return best
