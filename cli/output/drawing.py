"""A timeline drawn in text: a line per State, certain and possible stretches told apart."""

import datetime as dt
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from .text import shortened, visible, width


class Marks(NamedTuple):
    """The characters of a drawing; `legend` explains them."""

    party: str
    lesser: str
    suspended: str
    possible: str
    nothing: str
    left_out: str
    between: str

    def legend(self, room: int) -> list[str]:
        """Return what the marks mean, on lines no wider than `room` where one mark's meaning is not."""
        lines: list[str] = []
        for item in (
            f"{self.party} party",
            f"{self.lesser} signatory, contracting or other",
            f"{self.suspended} suspended",
            f"{self.possible} possible, not certain",
        ):
            if lines and width(longer := f"{lines[-1]}   {item}") <= room:
                lines[-1] = longer
            else:
                lines.append(item)
        return lines


UNICODE = Marks("█", "─", "×", "░", " ", "…", "–")  # noqa: RUF001 - marks, no letters
ASCII = Marks("#", "-", "x", ".", " ", "...", "-")
SHORTEST = 20  # columns for the time itself, however narrow the terminal
NAME = 14  # columns for a name, likewise
GUTTER = 2
BY_PYTHON = {"C.UTF-8", "C.utf8", "UTF-8"}  # what Python itself makes of a plain locale (PEP 538)


def marks_here() -> Marks:
    """Return the marks that the reader's encoding and locale have: ASCII in the locale C or POSIX, as asked for."""
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    of_letters = os.environ.get("LC_CTYPE", "")
    chosen = os.environ.get("LC_ALL") or (of_letters if of_letters not in BY_PYTHON else "") or os.environ.get("LANG")
    return UNICODE if encoding == "utf8" and chosen not in {"C", "POSIX"} else ASCII


def draw(
    spells: Sequence[Any],
    *,
    first: str | None,
    last: str | None,
    room: int,
    marks: Marks,
    basis: str = "in-force",
) -> Iterator[str]:
    """Yield the lines of the drawing, none wider than `room` if that is 40 columns or more.

    Each column stands for the day in its middle. `first` and `last` are ISO days; by default all periods fit. Names
    that leave too little room are shortened and end with the State's code. The last line counts on that basis.
    """
    begin, end = _extent(spells, first, last)
    told = f"members ({basis})"
    longest = max(NAME, room - GUTTER - max(SHORTEST, room // 2))
    names = {
        spell.state: shortened(visible(spell.name), longest, f"{marks.left_out} {spell.state}") for spell in spells
    }
    label = max(map(width, names.values()), default=0)
    told = next(words for words in (told, "members") if width(words) <= max(label, len("members")))
    label = max(label, len(told))
    columns = max(SHORTEST, room - label - GUTTER)
    days = [begin + (end - begin) * (2 * column + 1) / (2 * columns) for column in range(columns)]
    yield " " * (label + GUTTER) + _axis(begin, end, columns)
    for state, name in names.items():
        own = [spell for spell in spells if spell.state == state]
        cells = "".join(_mark(own, day.isoformat(), marks) for day in days)
        yield f"{name}{' ' * (label - width(name) + GUTTER)}{cells}".rstrip()
    numbers = _numbers(spells, basis, begin, end, days, marks)
    yield f"{told}{' ' * (label - len(told) + GUTTER)}{numbers}".rstrip()
    yield ""
    yield from marks.legend(room)


def _numbers(
    spells: Sequence[Any], basis: str, begin: dt.date, end: dt.date, days: Sequence[dt.date], marks: Marks
) -> str:
    """Return how many States count, each number where it begins, if it has room before the next."""
    from bisect import bisect_right

    from secdb.reports.charts.counting import counts

    found = counts(spells, basis, begin, end)
    since = [count.day for count in found]
    told = [
        str(count.certain) if count.certain == count.possible else f"{count.certain}{marks.between}{count.possible}"
        for count in found
    ]
    line = ""
    for number, run in groupby(told[max(bisect_right(since, day) - 1, 0)] for day in days):
        stretch = len(list(run))
        ends_line = len(line) + stretch == len(days)
        line += (number if len(number) < stretch + ends_line else "").ljust(stretch)
    return line


def _extent(spells: Sequence[Any], first: str | None, last: str | None) -> tuple[dt.date, dt.date]:
    begins = [bound for spell in spells if (bound := spell.start_earliest or spell.start_latest)]
    ends = [bound for spell in spells for bound in (spell.end_latest, spell.end_earliest, spell.start_latest) if bound]
    today = dt.datetime.now(tz=dt.UTC).date()
    begin = dt.date.fromisoformat(first or min(begins, default=today.isoformat()))
    open_end = any(spell.end_latest is None for spell in spells)
    end = dt.date.fromisoformat(last) if last else max(dt.date.fromisoformat(max(ends, default="0001-01-01")), today)
    if not open_end and not last:
        end = dt.date.fromisoformat(max(ends))
    return begin, max(end, begin + dt.timedelta(days=1))


def _mark(spells: Iterable[Any], day: str, marks: Marks) -> str:
    found = marks.nothing
    for spell in spells:
        standing = _standing(spell, day)
        if standing == "member":
            return {"party": marks.party, "suspended": marks.suspended}.get(spell.status, marks.lesser)
        if standing == "possible":
            found = marks.possible
    return found


def _standing(spell: Any, day: str) -> str:  # noqa: ANN401 - a spell of the report
    from secdb.period import Period

    bounds = (spell.start_earliest, spell.start_latest, spell.end_earliest, spell.end_latest)
    return Period(*(bound and dt.date.fromisoformat(bound) for bound in bounds)).standing(dt.date.fromisoformat(day))


def _axis(begin: dt.date, end: dt.date, columns: int) -> str:
    """Return years, each where it begins, as many as fit with a blank between."""
    span = (end - begin).days
    line = ""
    for year in range(begin.year, end.year + 1):
        day = max(dt.date(year, 1, 1), begin)
        column = (day - begin).days * columns // span
        if (not line or column > len(line)) and column + 4 <= columns:
            line = line.ljust(column) + f"{year:04d}"
    return line
