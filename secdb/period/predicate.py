"""The one SQL predicate for the standing of a period on a day, the same text on SQLite and PostgreSQL."""

from __future__ import annotations

STANDING_SQL = """
CASE
  WHEN start_latest <= :on AND (end_earliest IS NULL OR :on < end_earliest) THEN 'member'
  WHEN (start_earliest IS NULL OR start_earliest <= :on) AND (end_latest IS NULL OR :on < end_latest) THEN 'possible'
  ELSE 'none'
END
""".strip()
"""An expression over the four bounds of a period and the day `:on`; never NULL, the same rule as `Period.standing`.

Columns hold ISO text on SQLite and `date` on PostgreSQL; `:on` is an ISO text (`2009-09-26`). PostgreSQL takes its
type from the columns, so send it untyped (as psycopg sends a `str`) or as a date, never cast to text: in SQLAlchemy
give it to `execute`, for `bindparams(on="...")` casts it to VARCHAR, which PostgreSQL refuses to compare with a date.
"""
