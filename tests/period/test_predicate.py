"""`STANDING_SQL` says the same as `Period.standing`, on both engines."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secdb.errors import DateError
from secdb.period import STANDING_SQL, Period

Execute = Callable[[str, dict[str, Any]], Sequence[tuple[Any, ...]]]
Cases = dict[tuple[int, date], str]

_TABLE = """
CREATE TEMPORARY TABLE bounds (number INTEGER, start_earliest {0}, start_latest {0}, end_earliest {0}, end_latest {0})
"""

WINDOW = [date(2000, 2, 25) + timedelta(days=n) for n in range(9)]
BOUNDS = st.none() | st.sampled_from([date.min, date.max, *WINDOW]) | st.dates()
DAYS = st.sampled_from([date.min, date.max, *WINDOW]) | st.dates()


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def execute(request: pytest.FixtureRequest) -> Iterator[Execute]:
    """Run SQL with the named parameter `:on` on an engine that has an empty table of bounds."""
    engine = _sqlite() if request.param == "sqlite" else _postgres(request.getfixturevalue("postgres_url"))
    with engine as run:
        run(_TABLE.format("TEXT" if request.param == "sqlite" else "date"), {})
        yield run


@contextmanager
def _sqlite() -> Iterator[Execute]:
    with closing(sqlite3.connect(":memory:")) as connection:
        yield lambda sql, values: connection.execute(sql, values).fetchall()


@contextmanager
def _postgres(url: str) -> Iterator[Execute]:
    psycopg = pytest.importorskip("psycopg")
    with closing(psycopg.connect(url)) as connection:

        def run(sql: str, values: dict[str, Any]) -> Sequence[tuple[Any, ...]]:
            cursor = connection.execute(re.sub(r":on\b", "%(on)s", sql), values)
            return cursor.fetchall() if cursor.description else []

        yield run


def standing_rows(execute: Execute, periods: Sequence[Period], days: Sequence[Any]) -> Cases:
    """Return what SQL says of each period (by its number) on each day, one query a day."""
    bounds = [(p.start_earliest, p.start_latest, p.end_earliest, p.end_latest) for p in periods]
    rows = [", ".join("NULL" if day is None else f"'{day}'" for day in four) for four in bounds]
    execute("DELETE FROM bounds", {})
    execute("INSERT INTO bounds VALUES " + ", ".join(f"({number}, {row})" for number, row in enumerate(rows)), {})
    query = f"SELECT number, {STANDING_SQL} FROM bounds"
    return {(number, day): said for day in days for number, said in execute(query, {"on": day and day.isoformat()})}


def expected_rows(periods: Sequence[Period], days: Sequence[date]) -> Cases:
    """Return what Python says of each period on each day."""
    return {(number, day): period.standing(day).value for day in days for number, period in enumerate(periods)}


def periods_of(bounds: Sequence[Sequence[date | None]]) -> list[Period]:
    """Return the periods of those of the bounds that are allowed."""
    periods = []
    for four in bounds:
        try:
            periods.append(Period(*four))
        except DateError:
            continue
    return periods


def test_sql_and_python_agree_on_every_order_of_bounds_and_day(execute: Execute) -> None:
    # Bounds on every second day: each day is before, on, between or after any of them.
    periods = periods_of(list(product([None, *WINDOW[1::2]], repeat=4)))
    assert len(periods) > 100
    assert standing_rows(execute, periods, WINDOW) == expected_rows(periods, WINDOW)


@given(
    bounds=st.lists(st.lists(BOUNDS, min_size=4, max_size=4), min_size=1, max_size=20),
    days=st.lists(DAYS, min_size=1, max_size=3),
)
def test_sql_and_python_agree_on_any_period_and_day(
    execute: Execute, bounds: list[list[date | None]], days: list[date]
) -> None:
    periods = [*periods_of(bounds), Period(None, None, None, None)]
    assert standing_rows(execute, periods, days) == expected_rows(periods, days)


def test_sql_says_by_hand_what_each_standing_is(execute: Execute) -> None:
    returned = Period(date(2006, 6, 23), date(2008, 3, 28), date(2012, 6, 28), date(2012, 12, 19))
    days = {
        date(2006, 6, 22): "none",
        date(2006, 6, 23): "possible",
        date(2008, 3, 27): "possible",
        date(2008, 3, 28): "member",
        date(2012, 6, 27): "member",
        date(2012, 6, 28): "possible",
        date(2012, 12, 18): "possible",
        date(2012, 12, 19): "none",
    }
    assert standing_rows(execute, [returned], list(days)) == {(0, day): said for day, said in days.items()}


def test_sql_never_says_null(execute: Execute) -> None:
    periods = periods_of(list(product([None, WINDOW[2], WINDOW[4]], repeat=4)))
    said = standing_rows(execute, periods, [*WINDOW, None])
    assert set(said.values()) == {"member", "possible", "none"}
