"""The EDTF text of a period whose bounds alone are known, as derived periods are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from secdb.errors import DateError
from secdb.period.units import Unit, final_day, first_day, index_of, unit_text

if TYPE_CHECKING:
    from secdb.period.span import Period


def format_period(period: Period) -> str:
    """Return the shortest EDTF text for the bounds of `period`, its last day included: `2006-08-16/2012-12-18`.

    `parse_period` reads back every period it gave; bounds wider than a period of one day can use come back sharper.
    A period that can hold on no day has no text: DateError.
    """
    if period.is_open:
        return f"{_days_text(period.start_earliest, period.start_latest)}/.."
    last_earliest, last_latest = _last_days(period)
    start_latest = period.start_latest
    if period.start_earliest is None and start_latest == last_latest:
        start_latest = None  # `/B`: that it had begun by B goes without saying
    return f"{_days_text(period.start_earliest, start_latest)}/{_days_text(last_earliest, last_latest)}"


def _last_days(period: Period) -> tuple[date | None, date | None]:
    """Return the earliest and the latest day that may be the period's last, None where nothing is known."""
    first = (period.start_earliest or date.min).toordinal()
    earliest = max(first, (period.end_earliest or date.min).toordinal() - 1)
    known = date.fromordinal(earliest) if earliest > first else None
    if period.end_latest is None:
        return known, None
    latest = period.end_latest.toordinal() - 1
    if latest < first:
        message = f"the period from {period.start_earliest} to before {period.end_latest} holds on no day"
        raise DateError(message)
    return known or period.start_earliest, date.fromordinal(latest)


def _days_text(earliest: date | None, latest: date | None) -> str:
    """Return the EDTF text of the days between two (inclusive, None = unbounded), in the coarsest unit that fits."""
    unit = next(unit for unit in (Unit.YEAR, Unit.MONTH, Unit.DAY) if _fits(unit, earliest, latest))
    low, high = ("" if day is None else unit_text(unit, index_of(unit, day)) for day in (earliest, latest))
    return low if low == high else f"[{low}..{high}]"


def _fits(unit: Unit, earliest: date | None, latest: date | None) -> bool:
    """Tell whether both days are edges of a unit, the first day and the last."""
    return all(
        day is None or edge(unit, index_of(unit, day)) == day
        for day, edge in ((earliest, first_day), (latest, final_day))
    )
