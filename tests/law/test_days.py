"""What is certain of days whose bounds are all that is known."""

from __future__ import annotations

import datetime as dt

import pytest

from secdb.law.days import Days
from tests.law.hand import days, span


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("1992-05-14", "1992-05-15", True),
        ("1992-05-15", "1992-05-15", False),
        ("1991", "1992", True),
        ("1991-01-01..1992-05-15", "1992-05-15", False),
        ("1991..", "1999", False),
        ("1991", "..1999", False),
        ("..1991", "1992..", True),
    ],
)
def test_a_day_is_before_another_when_all_its_days_are(one: str, other: str, before: bool) -> None:  # noqa: FBT001
    assert days(one).before(days(other)) is before


def test_a_hull_has_no_bound_where_either_has_none() -> None:
    assert days("1992-05-15").hull(days("..1993-01-01")) == Days(None, "1993-01-01")
    assert days("1992-05-15").hull(days("1991..1992")) == Days("1991-01-01", "1992-12-31")


def test_a_span_covers_what_lies_wholly_between_its_inner_bounds() -> None:
    held = span("1991-01-01..1991-06-30", "1999-01-01..1999-12-31")
    assert held.covers(days("1991-06-30..1998-12-31"))
    assert not held.covers(days("1991-06-29..1998-12-31"))
    assert not held.covers(days("1991-06-30..1999-01-01"))
    assert not held.covers(days("1995.."))
    assert span("1991-01-01").covers(days("1995.."))
    assert not span("..").covers(days("1995"))


def test_a_span_excludes_what_lies_wholly_outside_its_outer_bounds() -> None:
    held = span("1991-01-01..1991-06-30", "1999-01-01..1999-12-31")
    assert held.excludes(days("1990-12-31"))
    assert held.excludes(days("1999-12-31"))
    assert not held.excludes(days("1990-12-31..1991-01-01"))
    assert not held.excludes(days("1999-12-30"))
    assert not span("1991-01-01", "1999-01-01..").excludes(days("2020"))


def test_a_span_is_certain_from_its_latest_start_to_its_earliest_end() -> None:
    assert span("1991", "1999").certain == (dt.date(1991, 12, 31), dt.date(1999, 1, 1))
    assert span("1991").certain == (dt.date(1991, 12, 31), dt.date.max)
    assert span("..", "1999").certain is None
    assert span("1991", "..1999").certain is None
    assert span("1991", "1991").certain is None
