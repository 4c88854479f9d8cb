"""Bounds as the dates Popolo has: a day, a month or a year (`^[0-9]{4}(-[0-9]{2}){0,2}$`), which is all it can say."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from secdb.errors import DateError
from secdb.period import Period, format_period

if TYPE_CHECKING:
    from collections.abc import Mapping

    Row = Mapping[str, object]
    Days = tuple[str | None, str | None]

_DAY = dt.timedelta(days=1)


def start_date(row: Row) -> str | None:
    """Return when a period began; None where its bounds are not those of one day, month or year."""
    return reduced((_text(row["start_earliest"]), _text(row["start_latest"])))


def end_date(row: Row) -> str | None:
    """Return the last day of a period, or the month or year in which it ended; None where there is no end to tell."""
    bounds = _text(row["end_earliest"]), _text(row["end_latest"])
    last = reduced((_day_before(bounds[0]), _day_before(bounds[1])))
    found = last or reduced(bounds)
    # the first day that it no longer held is not the last on which it did, but both are of one month or year
    return last if found and len(found) == len("2002-05-14") else found


def reduced(days: Days) -> str | None:
    """Return the day, month or year that the days from the first to the last are, None where they are none."""
    first, last = days
    if first is None or last is None:
        return None
    if first == last:
        return first
    if first.endswith("-01-01") and last == f"{first[:4]}-12-31":
        return first[:4]
    is_month = first.endswith("-01") and last[:7] == first[:7] and _day_after(last).endswith("-01")
    return first[:7] if is_month else None


def exactly(row: Row) -> Days:
    """Return between which days an office was held on some day, where a signature alone attests it."""
    return _day_before(_text(row["end_earliest"])), _text(row["start_latest"])


def days_text(days: Days) -> str:
    """Return days as EDTF."""
    return reduced(days) or f"[{days[0] or ''}..{days[1] or ''}]"


def period_text(row: Row) -> str:
    """Return a period as an EDTF interval with an inclusive last day; `unknown` for one that can hold on no day."""
    names = ("start_earliest", "start_latest", "end_earliest", "end_latest")
    start_earliest, start_latest, end_earliest, end_latest = (_day(_text(row[name])) for name in names)
    try:
        return format_period(Period(start_earliest, start_latest, end_earliest, end_latest))
    except DateError:
        return "unknown"


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _day_before(text: str | None) -> str | None:
    day = _day(text)
    return None if day is None or day == dt.date.min else (day - _DAY).isoformat()


def _day_after(text: str) -> str:
    day = dt.date.fromisoformat(text)
    return f"{day.year + 1:04}-01-01" if day == dt.date.max else (day + _DAY).isoformat()
