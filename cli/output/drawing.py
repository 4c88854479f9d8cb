"""A timeline drawn in text: a line per State, certain and possible stretches told apart."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from .text import visible, width


class Marks(NamedTuple):
    """The characters of a drawing; `legend` explains them."""

    party: str
    lesser: str
    suspended: str
    possible: str
    nothing: str

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


UNICODE = Marks("█", "─", "×", "░", " ")  # noqa: RUF001 - a mark, no letter
ASCII = Marks("#", "-", "x", ".", " ")
SHORTEST = 20  # columns for the time itself, however narrow the terminal
GUTTER = 2


def draw(spells: Sequence[Any], *, first: str | None, last: str | None, room: int, marks: Marks) -> Iterator[str]:
    """Yield the lines of the drawing, none wider than `room` unless the names leave too little.

    Each column stands for the day in its middle. `first` and `last` are ISO days; by default all periods fit.
    """
    begin, end = _extent(spells, first, last)
    names = {spell.state: visible(spell.name) for spell in spells}
    label = max(map(width, names.values()), default=0)
    columns = max(SHORTEST, room - label - GUTTER)
    days = [begin + (end - begin) * (2 * column + 1) / (2 * columns) for column in range(columns)]
    yield " " * (label + GUTTER) + _axis(begin, end, columns)
    for state, name in names.items():
        own = [spell for spell in spells if spell.state == state]
        cells = "".join(_mark(own, day.isoformat(), marks) for day in days)
        yield f"{name}{' ' * (label - width(name) + GUTTER)}{cells}".rstrip()
    yield ""
    yield from marks.legend(room)


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
