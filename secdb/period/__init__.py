"""Time that may not be known: dates as recorded, periods with four bounds, and the standing on a day (DESIGN 3)."""

from secdb.period.canonical import format_period
from secdb.period.interval import RecordedPeriod, parse_period, parse_recorded_period
from secdb.period.predicate import STANDING_SQL
from secdb.period.recorded import RecordedDate, last_day, parse_date
from secdb.period.span import Period

__all__ = [
    "STANDING_SQL",
    "Period",
    "RecordedDate",
    "RecordedPeriod",
    "format_period",
    "last_day",
    "parse_date",
    "parse_period",
    "parse_recorded_period",
]
