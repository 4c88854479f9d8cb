"""Dates in the notation of messydates, the R package behind Manydata's tables, as EDTF.

A form of EDTF with brackets left off: `1992`, `1992-09`, `1992-09-24`, ranges `1992-09..1992-10`, `..1992`, `1992..`,
flags at the end `?` `~` `%`, and sets in braces `{1992-09-24,1992-10-01}` (one date, coded in more than one way). What
it has and this register has not:

- A set becomes the time from its first day to its last: none of its dates is preferred.
- Years before 0001 (`-0044-03-15`) lie outside the calendar here: such a day is "not after 0001-01-01".
- The month left open before a known day (`1992-XX-24`) leaves the year.
- Any day of the year 9999 says that nothing has happened: `is_open`.
- A flag on one part of a date (`~1992-09`, `1992-~09`) is refused: how far it widens the whole is not said.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from secdb.errors import DateError
from secdb.period import parse_date

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OPEN_MONTH = re.compile(r"([0-9]{4})-XX-[0-9]{2}", re.IGNORECASE)
_BEFORE = re.compile(r"-[0-9]{4}.*|0000.*")
_FIRST = "0001-01-01"
_NEVER = "9999"


class MessyDate(NamedTuple):
    """A date: its canonical EDTF, and the days (ISO text, inclusive) between which it lies; None = no limit."""

    edtf: str
    earliest: str | None
    latest: str | None


def is_open(text: str) -> bool:
    """Tell whether a cell says that the event has not happened: the year 9999."""
    return text.startswith(_NEVER)


@lru_cache(maxsize=1 << 15)  # a source states few dates many times
def read_messydate(text: str) -> MessyDate:
    """Return the date that a cell states. Raises DateError for what is no date, or not one that is told here."""
    if _DAY.fullmatch(text):
        return _day(text)
    if text.startswith("{") and text.endswith("}"):
        return _set(text)
    first, dots, last = text.partition("..")
    return _range(text, first, last) if dots else _stated(text)


def _day(text: str) -> MessyDate:
    try:
        date.fromisoformat(text)
    except ValueError:
        return _stated(text)  # says what is wrong with it, or that it lies before the calendar
    return MessyDate(text, text, text)


def _stated(text: str) -> MessyDate:
    if _BEFORE.fullmatch(text):
        return MessyDate(f"[..{_FIRST}]", None, _FIRST)
    if found := _OPEN_MONTH.fullmatch(text):
        text = found[1]
    read = parse_date(text)
    earliest, latest = (day.isoformat() if day else None for day in (read.earliest, read.latest))
    return MessyDate(read.edtf, earliest, latest)


def _range(text: str, first: str, last: str) -> MessyDate:
    """Return the time between two dates, either of which may be left out or lie before the calendar."""
    low = read_messydate(first) if first and not _BEFORE.fullmatch(first) else None
    high = read_messydate(last) if last else None
    if low is None and high is None:
        raise DateError(f"{text!r} says neither when it began nor when it ended; write one of the two")
    if low and high and (high.earliest is None or (high.latest and low.earliest and low.earliest > high.latest)):
        raise DateError(f"{text!r} ends before it begins; write the earlier date first")
    until = _FIRST if high and high.earliest is None else high.edtf if high else ""
    edtf = _between(low.edtf if low else "", until)
    return MessyDate(edtf, low.earliest if low else None, high.latest if high else None)


def _set(text: str) -> MessyDate:
    """Return the time from the first day of a set to its last."""
    dates = [read_messydate(part.strip()) for part in text[1:-1].split(",")]
    if len(set(dates)) == 1:
        return dates[0]
    starts, ends = [one.earliest for one in dates], [one.latest for one in dates]
    earliest = None if None in starts else min(day for day in starts if day)
    latest = None if None in ends else max(day for day in ends if day)
    if earliest is None and latest is None:
        raise DateError(f"{text!r} has dates without limit on both sides; write one of them")
    return MessyDate(_between(earliest or "", latest or ""), earliest, latest)


def _between(first: str, last: str) -> str:
    """Return the EDTF of a date from the one to the other, as it is written for good; nothing = no limit."""
    return first if first == last else f"[{first}..{last}]"
