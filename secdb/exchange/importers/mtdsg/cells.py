"""The grammar of cells: dates, each with its letter, brackets and footnote marks; and of participants' names.

Examples: `24 Oct 1945`, `[ 5 Feb 1970]`, `9 Dec 1975 d`, `31 May 1984 A 3, 4`, two dates one after the other;
`China 4, 5`, `[Canada 2]`. A footnote mark is a number, also in brackets of its own (`[4]`), a star or a dagger.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.errors import DateError
from secdb.period import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.period import RecordedDate

# a number that a month follows is the day of the next date and no mark
_SIGNS = "*\u2020\u2021\u00a7"
_NUMBER = r"\[[0-9]{1,3}\]|\([0-9]{1,3}\)|[0-9]{1,3}(?![0-9]|\s+[^\W\d_]{3})"
_MARKS = rf"(?:[\s,]*(?:{_NUMBER}|[{_SIGNS}]))*"
_DATE = r"(?:[0-9]{1,2}\s+)?[^\W\d_]{3,9}\.?\s+[0-9]{4}"
_LETTER = r"(?:\((?P<{0}p>[A-Za-z]{{1,2}})\)|(?P<{0}>[A-Za-z]{{1,2}})(?![A-Za-z]))?"
_ITEM = re.compile(
    rf"(?P<open>\[)?\s*(?P<date>{_DATE})(?![0-9])(?P<m1>{_MARKS})\s*{_LETTER.format('inner')}(?P<m2>{_MARKS})"
    rf"\s*(?P<close>\])?(?P<m3>{_MARKS})\s*{_LETTER.format('outer')}(?P<m4>{_MARKS})"
)
_BETWEEN = re.compile(r"[\s,;/]*")
_BLANK = re.compile(r"[\s.\-\u2010-\u2015\u2026]*")
_MARKS_ALONE = re.compile(_MARKS)
_MAX = 500  # characters; a cell of more is no date and no name
_FORMER = re.compile(r"(?:the )?former (?P<after>.+)|(?P<before>.*\S)\s*\(former\)", re.IGNORECASE)
_TURNED = re.compile(r"(?P<name>[^(),]*[^(),\s])(?:\s*\((?P<inside>[^()]+)\)|,\s*(?P<last>[^(),]+ of(?: the)?))")
_NAME = re.compile(rf"(?P<name>.*?)(?P<marks>{_MARKS})[\s,]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a cell: the letter after it (None = none), whether it stands in brackets, the footnote marks at it."""

    date: RecordedDate
    letter: str | None
    is_bracketed: bool
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """A participant's name without brackets and marks."""

    name: str
    is_bracketed: bool
    marks: tuple[str, ...]


def is_blank(text: str) -> bool:
    """Tell whether a cell holds nothing, or only dots and dashes."""
    return _BLANK.fullmatch(text) is not None


def is_marks(text: str) -> bool:
    """Tell whether a cell holds footnote marks alone."""
    return len(text) <= _MAX and _MARKS_ALONE.fullmatch(text.strip()) is not None


def read_cell(text: str) -> tuple[Dated, ...]:
    """Return the dates of a cell, none when something in it is not understood."""
    plain = text.strip()
    if len(plain) > _MAX:
        return ()
    dates: list[Dated] = []
    at = 0
    while at < len(plain):
        found = _ITEM.match(plain, at)
        dated = _dated(found) if found else None
        if found is None or dated is None:
            return ()
        dates.append(dated)
        between = _BETWEEN.match(plain, found.end())
        at = between.end() if between else found.end()
    return tuple(dates)


def _dated(found: re.Match[str]) -> Dated | None:
    """Return the date matched; None for a bracket without its other, two letters, a day that does not exist."""
    letters = [found[name] for name in ("innerp", "inner", "outerp", "outer") if found[name]]
    if bool(found["open"]) != bool(found["close"]) or len(letters) > 1:
        return None
    try:
        date = parse_date(found["date"])
    except DateError:
        return None
    marks = _split_marks("".join(f" {found[name]}" for name in ("m1", "m2", "m3", "m4")))
    return Dated(date, letters[0] if letters else None, bool(found["open"]), marks)


def read_participant(text: str) -> Participant:
    """Return the name in a row's first cell, whatever it is."""
    name, marks = _parted(" ".join(text.split()))
    is_bracketed = name.startswith("[") and name.endswith("]")
    if is_bracketed:
        name, inner = _parted(name[1:-1].strip())
        marks = inner + marks
    return Participant(name, is_bracketed, marks)


def _parted(text: str) -> tuple[str, tuple[str, ...]]:
    found = _NAME.fullmatch(text) if len(text) <= _MAX else None
    return (found["name"], _split_marks(found["marks"])) if found else (text, ())


def _split_marks(text: str) -> tuple[str, ...]:
    return tuple(re.findall(rf"[0-9]+|[{_SIGNS}]", text))


def spoken_names(name: str) -> Iterator[str]:
    """Yield a name as lists print it, and then as it is said, where a list turns it round for the alphabet.

    `Viet Nam (Republic of)` and `Viet Nam, Republic of` are `Republic of Viet Nam`; `Yemen (Democratic)` is
    `Democratic Yemen`. `(former)` only says that the State is no more.
    """
    yield name
    if former := _FORMER.fullmatch(name):
        yield former["after"] or former["before"]
    elif turned := _TURNED.fullmatch(name):
        yield f"{turned['inside'] or turned['last']} {turned['name']}"
