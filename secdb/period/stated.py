"""One stated date: a century, decade, year, month or day, with a flag when the source is not sure of it.

EDTF Level 0 and 1 (ISO 8601-2:2019; https://www.loc.gov/standards/datetime/), dates as documents print them, and
month names in English, French, Spanish and Russian. Flags widen a date by whole units of the stated precision on
each side (a year by a year, a month by a month, a day by a day): `?` (uncertain) and `~` (approximate) by one, `%`
(both) by two. The widths are this register's rule: the standard gives none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from secdb.period.months import MONTHS
from secdb.period.text import quoted, refused
from secdb.period.units import Unit, final_day, first_day, index_of, unit_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_FLAGS = {frozenset(""): "", frozenset("?"): "?", frozenset("~"): "~"}
_REACH = {"": 0, "?": 1, "~": 1, "%": 2}

_OUTSIDE = "reaches outside the years 0001 to 9999"
_CALENDAR_HELP = "write a date that exists, in the years 0001 to 9999 and the months 01 to 12"
_OUTSIDE_HELP = "leave that side open, as in [1999..] or 1999/.."

# Patterns as texts: `re` compiles and keeps those that are used, and importing this module compiles none.
_FLAGGED = r"(?:(?P<word>circa|ca|c)\.? ?|(?P<sign>[?~%]) ?)?(?P<core>.+?) ?(?P<flag>[?~%]?)"
_RUSSIAN_YEAR = r"(?<=[0-9]) ?(?:г\.?|год|года|году)\Z"  # noqa: RUF001 - Cyrillic, as printed
_YEAR = r"(?P<year>[0-9]{4})"
_DAY = r"(?P<day>[0-9]{1,2})"
_NO_MONTH = "(?:1[3-9]|[2-9][0-9])"  # beside it the other number is the month, whichever comes first
_ORDINAL = r"(?:st|nd|rd|th|er|º|\.)?"
_NAME = r"(?P<name>[^\W\d_]+)\.?"
_OF = r"(?:of |de |del )?"
_EXACT = (
    rf"{_YEAR}(?:-(?P<month>[0-9]{{2}})(?:-(?P<day>[0-9]{{2}}))?)?",
    rf"{_DAY}\.(?P<month>[0-9]{{1,2}})\.{_YEAR}",
    rf"(?P<day>{_NO_MONTH})/(?P<month>[0-9]{{1,2}})/{_YEAR}",
    rf"(?P<month>[0-9]{{1,2}})/(?P<day>{_NO_MONTH})/{_YEAR}",
    rf"{_DAY}{_ORDINAL} {_OF}{_NAME},? {_OF}{_YEAR}",
    rf"{_NAME} {_DAY}{_ORDINAL},? {_YEAR}",
    rf"{_NAME},? {_OF}{_YEAR}",
)
_UNSPECIFIED = (
    (Unit.CENTURY, "[0-9]{2}xx"),
    (Unit.DECADE, "[0-9]{3}x"),
    (Unit.YEAR, "[0-9]{4}(?:-xx){1,2}"),
    (Unit.MONTH, "[0-9]{4}-[0-9]{2}-xx"),
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as stated: `core` is its EDTF text without the flag, `index` its number among units of its kind."""

    core: str
    unit: Unit
    index: int
    flag: str = ""

    @property
    def edtf(self) -> str:
        """The canonical text, flag last: `1994~`."""
        return self.core + self.flag

    @property
    def is_whole(self) -> bool:
        """True for a year, month or day with no digit left open."""
        return "X" not in self.core

    def begins(self) -> tuple[date, date]:
        """Return the earliest and the latest day the unit may begin on; DateError outside the calendar."""
        return self._days(first_day)

    def finishes(self) -> tuple[date, date]:
        """Return the earliest and the latest day that may be the unit's last; DateError outside the calendar."""
        return self._days(final_day)

    def before(self) -> Stated:
        """Return the unit just before this one, this one read as late as its flag allows."""
        return self._shifted(_REACH[self.flag] - 1)

    def after(self) -> Stated:
        """Return the unit just after this one, this one read as early as its flag allows."""
        return self._shifted(1 - _REACH[self.flag])

    def _days(self, find: Callable[[Unit, int], date]) -> tuple[date, date]:
        reach = _REACH[self.flag]
        try:
            return find(self.unit, self.index - reach), find(self.unit, self.index + reach)
        except ValueError as error:
            raise refused(self.edtf, _OUTSIDE, _OUTSIDE_HELP) from error

    def _shifted(self, units: int) -> Stated:
        index = self.index + units
        try:
            return Stated(unit_text(self.unit, index), self.unit, index)
        except ValueError as error:
            raise refused(self.edtf, _OUTSIDE, _OUTSIDE_HELP) from error


def parse_stated(text: str) -> Stated:
    """Return the one date that a folded text states; DateError when it states none, or one that does not exist."""
    found = re.fullmatch(_FLAGGED, text.lower())
    if found is None:
        raise refused(text, "is not a date")
    core = re.sub(_RUSSIAN_YEAR, "", found["core"])
    stated = _unspecified(text, core) if "x" in core else _exact(text, core)
    if found["sign"] and "-" in stated.core:
        # In EDTF Level 2 a sign in front belongs to the year alone: read as the whole date it would claim too much.
        raise refused(text, "has its sign in front of a month or day", f"write {stated.core}{found['sign']}")
    signs = (found["sign"] or "") + found["flag"] + ("~" if found["word"] else "")
    return replace(stated, flag=_FLAGS.get(frozenset(signs), "%"))


def _exact(text: str, core: str) -> Stated:
    """Return the year, month or day that `core` names in figures or words; errors quote `text`."""
    for pattern in _EXACT:
        if found := re.fullmatch(pattern, core):
            return _from_parts(text, found.groupdict())
    raise refused(text, "is not a date")


def _unspecified(text: str, core: str) -> Stated:
    """Return the date that `core` states with digits left open (`199x`, `2004-xx-xx`); errors quote `text`."""
    for unit, pattern in _UNSPECIFIED:
        if re.fullmatch(pattern, core):
            first, _ = _exact(text, core.replace("-xx", "").replace("x", "0")).begins()
            return Stated(core.upper(), unit, index_of(unit, first))
    raise refused(text, "is not a date")


def _from_parts(text: str, parts: Mapping[str, str | None]) -> Stated:
    """Return the date made of a year and perhaps a month (in figures or by name) and a day; errors quote `text`."""
    year, month, day = parts["year"], parts.get("month"), parts.get("day")
    if name := parts.get("name"):
        month = _month_named(text, name)
    unit = Unit.DAY if day else Unit.MONTH if month else Unit.YEAR
    try:
        index = index_of(unit, date(int(year or 0), int(month or 1), int(day or 1)))
    except ValueError as error:
        raise refused(text, "is not in the calendar", _CALENDAR_HELP) from error
    return Stated(unit_text(unit, index), unit, index)


def _month_named(text: str, name: str) -> str:
    if name not in MONTHS:
        raise refused(text, f"names no month ({quoted(name)}) of English, French, Spanish or Russian")
    return str(MONTHS[name])
