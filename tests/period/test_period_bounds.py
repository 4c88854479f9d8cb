"""What four bounds may be, and what they say of a day."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from secdb.errors import DateError
from secdb.period import Period, parse_period
from secdb.vocabulary import Standing


@pytest.mark.parametrize(
    ("bounds", "message"),
    [
        (("2006-02-02", "2006-02-01", None, None), "start_earliest 2006-02-02 is after start_latest 2006-02-01"),
        (("2006-02-02", "2006-02-02", "2007-02-02", "2007-02-01"), "end_earliest 2007-02-02 is after end_latest"),
        (("2006-02-02", None, "2006-02-01", "2006-02-01"), "start_earliest 2006-02-02 is after end_latest"),
        (("2006-02-02", "2006-02-02", None, "2007-02-01"), "end_latest 2007-02-01 needs end_earliest"),
    ],
)
def test_bounds_that_cannot_be_true_are_refused(bounds: tuple[str | None, ...], message: str) -> None:
    with pytest.raises(DateError, match=message):
        _period(*bounds)


@pytest.mark.parametrize(
    "bounds",
    [
        (None, None, None, None),
        ("2006-02-01", "2006-02-01", "2006-02-01", "2006-02-01"),  # two acts on one day
        ("2006-02-01", "2008-02-01", "2005-02-01", "2007-02-01"),  # two acts of unknown order
        (None, "2006-02-01", "2006-02-02", None),
    ],
)
def test_loose_bounds_are_allowed(bounds: tuple[str | None, ...]) -> None:
    _period(*bounds)


@pytest.mark.parametrize(
    ("text", "day", "standing"),
    [
        # an exact period includes its first and its last day
        ("2006-08-16/2012-12-18", "2006-08-15", "none"),
        ("2006-08-16/2012-12-18", "2006-08-16", "member"),
        ("2006-08-16/2012-12-18", "2012-12-18", "member"),
        ("2006-08-16/2012-12-18", "2012-12-19", "none"),
        # Uzbekistan's return: four dates in the literature
        ("[2006-06-23..2008-03-28]/2012-12-18", "2006-06-22", "none"),
        ("[2006-06-23..2008-03-28]/2012-12-18", "2006-06-23", "possible"),
        ("[2006-06-23..2008-03-28]/2012-12-18", "2008-03-27", "possible"),
        ("[2006-06-23..2008-03-28]/2012-12-18", "2008-03-28", "member"),
        # an uncertain end
        ("1994-04-20/[2012-06-28..2012-12-19]", "2012-06-28", "member"),
        ("1994-04-20/[2012-06-28..2012-12-19]", "2012-06-29", "possible"),
        ("1994-04-20/[2012-06-28..2012-12-19]", "2012-12-19", "possible"),
        ("1994-04-20/[2012-06-28..2012-12-19]", "2012-12-20", "none"),
        # open, and ended on an unknown day
        ("1994-04-20/..", "9999-12-31", "member"),
        ("1994-04-20/", "1994-04-20", "member"),
        ("1994-04-20/", "1994-04-21", "possible"),
        ("1994-04-20/", "9999-12-31", "possible"),
        ("1994-04-20/", "1994-04-19", "none"),
        # unknown start
        ("/1994-04-20", "0001-01-01", "possible"),
        ("/1994-04-20", "1994-04-19", "possible"),
        ("/1994-04-20", "1994-04-20", "member"),
        ("/1994-04-20", "1994-04-21", "none"),
        ("[1994-04-20..]/..", "1994-04-19", "none"),
        ("[1994-04-20..]/..", "9999-12-31", "possible"),
        ("/..", "1994-04-20", "possible"),
        # years on both sides are never certain within one year
        ("2002/2002", "2002-01-01", "possible"),
        ("2002/2002", "2002-12-31", "possible"),
        ("2002", "2002-01-01", "member"),
        ("2002", "2002-12-31", "member"),
    ],
)
def test_standing_on_a_day(text: str, day: str, standing: str) -> None:
    assert parse_period(text).standing(date.fromisoformat(day)) is Standing(standing)


def test_a_period_of_no_day_holds_on_none() -> None:
    assert _period("2006-02-01", "2006-02-01", "2006-02-01", "2006-02-01").standing(date(2006, 2, 1)) is Standing.NONE


def test_open_means_that_no_end_has_happened() -> None:
    assert [parse_period(text).is_open for text in ("1999/..", "1999/", "1999/2006")] == [True, False, False]


def test_a_period_is_a_value() -> None:
    period = parse_period("1999/..")
    assert {period} == {parse_period("from 1999")}
    with pytest.raises(FrozenInstanceError):
        period.end_latest = date(2006, 1, 1)  # type: ignore[misc]


def _period(*bounds: str | None) -> Period:
    return Period(*(None if bound is None else date.fromisoformat(bound) for bound in bounds))
