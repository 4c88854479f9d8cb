"""Periods as written: `A/B`, `A/..`, `A/`, `../B`, `/B`, a lone date, "from A to B", "since A", "until B".

A and B are dates in any form `recorded.py` reads. The day an interval ends on is included (ISO 8601-2), so a period
ends on the day after it. `..` at the end says that no end has happened, nothing at the end that the end is unknown;
`..` and nothing at the start both say that the start is unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from secdb.period.recorded import RecordedDate, parse_date
from secdb.period.span import Period
from secdb.period.stated import parse_stated
from secdb.period.text import PERIOD_HELP, WORDS, folded, refused, stripped

_OPEN = ".."
_UNKNOWN = ""

_FROM_TO = r"(?:(?:from|since) )?(?P<start>.+?) (?:to|until) (?P<end>.+)"
_SINCE = r"(?:from|since) (?P<start>.+)"
_UNTIL = r"until (?P<end>.+)"


@dataclass(frozen=True, slots=True)
class RecordedPeriod:
    """A period with the text it was given as (white space around it removed) and its canonical EDTF form."""

    text: str
    edtf: str
    period: Period


def parse_period(text: str) -> Period:
    """Return the period that `text` states; see `parse_recorded_period`."""
    return parse_recorded_period(text).period


def parse_recorded_period(text: str) -> RecordedPeriod:
    """Return the period that `text` states (forms: see the module; at most 64 characters) and its EDTF form.

    A lone year, month or day is the period that lasts it. A period holds on at least one day, its first and its
    last: so it ends no sooner than the day after it may begin (`A/`: the day after A) and has begun by its last day
    (`../B`: by B). Raises DateError for all else, and for a period with neither start nor end, one that certainly
    ends before it begins, and one that ends with the calendar (9999-12-31).
    """
    plain = folded(text)
    sides = _sides(plain)
    edtf, period = _lasting(plain) if sides is None else _from_to(plain, *sides)
    return RecordedPeriod(stripped(text), edtf, period)


def _sides(plain: str) -> tuple[str, str] | None:
    """Return the texts of the start and the end of a folded text, None when it is a lone date."""
    if "/" in plain:
        start, *ends = (side.strip(" ") for side in plain.split("/"))
        if len(ends) > 1:
            raise refused(plain, "has more than one slash", "write 16.08.2006 for a day; for a period " + PERIOD_HELP)
        return start, ends[0]
    if found := re.fullmatch(_FROM_TO, plain, WORDS):
        return found["start"], found["end"]
    if found := re.fullmatch(_SINCE, plain, WORDS):
        return found["start"], _OPEN
    if found := re.fullmatch(_UNTIL, plain, WORDS):
        return _UNKNOWN, found["end"]
    return None


def _lasting(plain: str) -> tuple[str, Period]:
    """Return the period that lasts one stated year, month or day; its flag leaves both ends uncertain."""
    edtf = parse_date(plain).edtf
    stated = None if edtf.startswith("[") else parse_stated(edtf)
    if stated is None or not stated.is_whole:
        raise refused(plain, "does not say how long the period lasted", PERIOD_HELP)
    last_earliest, last_latest = stated.finishes()
    return edtf, Period(*stated.begins(), _day_after(plain, last_earliest), _day_after(plain, last_latest))


def _from_to(plain: str, start: str, end: str) -> tuple[str, Period]:
    """Return the period between the texts of its start and its end, either of which may be open or unknown."""
    first, last = (None if side in {_OPEN, _UNKNOWN} else parse_date(side) for side in (start, end))
    if first is None and end == _UNKNOWN:
        raise refused(plain, "says neither when the period began nor when it ended", PERIOD_HELP)
    edtf = f"{first.edtf if first else start}/{last.edtf if last else end}"
    if end == _OPEN:
        return edtf, Period(*_bounds(first), None, None)
    return edtf, _ended(plain, first, last)


def _bounds(recorded: RecordedDate | None) -> tuple[date | None, date | None]:
    return (recorded.earliest, recorded.latest) if recorded else (None, None)


def _ended(plain: str, first: RecordedDate | None, last: RecordedDate | None) -> Period:
    """Return the period from its first to its last day, both included, None = unknown."""
    start_earliest, start_latest = _bounds(first)
    last_earliest, last_latest = _bounds(last)
    if start_earliest and last_latest and start_earliest > last_latest:
        raise refused(plain, "ends before it begins", "write the earlier date first")
    # It held on a day at least: it began no later than its last day, and lasted through its first.
    start_latest = min((day for day in (start_latest, last_latest) if day), default=None)
    last_earliest = max(day for day in (start_earliest, last_earliest, date.min) if day)
    end_latest = None if last_latest is None else _day_after(plain, last_latest)
    return Period(start_earliest, start_latest, _day_after(plain, last_earliest), end_latest)


def _day_after(plain: str, day: date) -> date:
    if day == date.max:
        raise refused(plain, "ends with the calendar", "write 1999/.. for a period that has not ended")
    return day + timedelta(days=1)
