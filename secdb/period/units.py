"""The calendar units a date may be stated in, and the days they begin and end on.

Days are those of the proleptic Gregorian calendar, years 0001 to 9999 (`datetime.date`). Units of one kind are
numbered in order: a day by its ordinal, a month by year * 12 + month - 1, the others by their leading digits.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from enum import Enum

_MONTHS_A_YEAR = 12


class Unit(Enum):
    """How finely a date is stated; the value is an example of its EDTF text."""

    CENTURY = "19XX"
    DECADE = "199X"
    YEAR = "1999"
    MONTH = "1999-12"
    DAY = "1999-12-31"


_YEARS = {Unit.CENTURY: 100, Unit.DECADE: 10, Unit.YEAR: 1}


def month_index(year: int, month: int) -> int:
    """Return the number of a month (1 to 12) among all months."""
    return year * _MONTHS_A_YEAR + month - 1


def index_of(unit: Unit, day: date) -> int:
    """Return the number of the unit that `day` lies in."""
    if unit is Unit.DAY:
        return day.toordinal()
    if unit is Unit.MONTH:
        return month_index(day.year, day.month)
    return day.year // _YEARS[unit]


def first_day(unit: Unit, index: int) -> date:
    """Return the day on which the unit of that number begins; ValueError outside the years 0001 to 9999."""
    if unit is Unit.DAY:
        return date.fromordinal(index)
    if unit is Unit.MONTH:
        year, month = divmod(index, _MONTHS_A_YEAR)
        return date(year, month + 1, 1)
    return date(index * _YEARS[unit], 1, 1)


def final_day(unit: Unit, index: int) -> date:
    """Return the last day (inclusive) of the unit of that number; ValueError outside the years 0001 to 9999."""
    first = first_day(unit, index)
    if unit is Unit.DAY:
        return first
    if unit is Unit.MONTH:
        return first.replace(day=monthrange(first.year, first.month)[1])
    return date(first.year + _YEARS[unit] - 1, 12, 31)


def unit_text(unit: Unit, index: int) -> str:
    """Return the EDTF text of a year, month or day: `2006`, `2006-08`, `2006-08-16`."""
    return first_day(unit, index).isoformat()[: len(unit.value)]
