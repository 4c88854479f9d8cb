"""Dates in the notation of messydates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secdb.errors import DateError
from secdb.exchange.importers.messydates import is_open, read_messydate
from secdb.period import parse_date


@pytest.mark.parametrize(
    ("text", "edtf", "earliest", "latest"),
    [
        ("1992", "1992", "1992-01-01", "1992-12-31"),
        ("1992-02", "1992-02", "1992-02-01", "1992-02-29"),
        ("1992-09-24", "1992-09-24", "1992-09-24", "1992-09-24"),
        ("1992-09-24?", "1992-09-24?", "1992-09-23", "1992-09-25"),
        ("1992-09~", "1992-09~", "1992-08-01", "1992-10-31"),
        ("1992%", "1992%", "1990-01-01", "1994-12-31"),
        ("1992-09..1992-10", "[1992-09..1992-10]", "1992-09-01", "1992-10-31"),
        ("..1992", "[..1992]", None, "1992-12-31"),
        ("1992-09..", "[1992-09..]", "1992-09-01", None),
        ("{1992-10-01,1992-09-24}", "[1992-09-24..1992-10-01]", "1992-09-24", "1992-10-01"),
        ("{1990, 1992-01..1992-02}", "[1990-01-01..1992-02-29]", "1990-01-01", "1992-02-29"),
        ("{..1990,1992}", "[..1992-12-31]", None, "1992-12-31"),
        ("{1992,1992}", "1992", "1992-01-01", "1992-12-31"),
        ("1992-XX-24", "1992", "1992-01-01", "1992-12-31"),
        ("-0044-03-15", "[..0001-01-01]", None, "0001-01-01"),
        ("0000", "[..0001-01-01]", None, "0001-01-01"),
        ("-0044..0015", "[..0015]", None, "0015-12-31"),
        ("-0044..-0031", "[..0001-01-01]", None, "0001-01-01"),
    ],
)
def test_each_form_has_its_bounds(text: str, edtf: str, earliest: str | None, latest: str | None) -> None:
    assert read_messydate(text) == (edtf, earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "never",
        "1992-13",
        "1992-02-30",
        "1992..1990",
        "0001-01-01..-0010",
        "..",
        "-0044..",
        "~1992-09",
        "1992-~09",
        "{}",
        "{1992..,..1990}",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        read_messydate(text)


@pytest.mark.parametrize(("text", "is_it"), [("9999-12-31", True), ("9999", True), ("1999-12-31", False), ("", False)])
def test_the_year_9999_is_open(text: str, is_it: bool) -> None:  # noqa: FBT001 - a parameter
    assert is_open(text) is is_it


DAYS = st.dates(date(1, 1, 1), date(9998, 12, 31))
ONE = DAYS.map(date.isoformat) | DAYS.map(lambda day: day.isoformat()[:7]) | DAYS.map(lambda day: day.isoformat()[:4])
RANGES = st.tuples(ONE, ONE).map("..".join)
SETS = st.lists(ONE | RANGES, min_size=1, max_size=3).map(lambda parts: "{" + ",".join(parts) + "}")


@given(ONE | RANGES | SETS)
def test_the_edtf_of_a_date_reads_back_to_its_bounds(text: str) -> None:
    try:
        found = read_messydate(text)
    except DateError:
        return
    again = parse_date(found.edtf)
    bounds = (again.earliest, again.latest)
    assert tuple(day.isoformat() if day else None for day in bounds) == (found.earliest, found.latest)
    assert again.edtf == found.edtf


@given(st.lists(DAYS, min_size=1, max_size=4))
def test_every_day_of_a_set_lies_between_its_bounds(days: list[date]) -> None:
    found = read_messydate("{" + ",".join(day.isoformat() for day in days) + "}")
    assert (found.earliest, found.latest) == (min(days).isoformat(), max(days).isoformat())


@given(DAYS, DAYS)
def test_a_range_is_refused_exactly_when_it_is_reversed(first: date, last: date) -> None:
    text = f"{first.isoformat()}..{last.isoformat()}"
    if first > last:
        with pytest.raises(DateError, match="ends before it begins"):
            read_messydate(text)
    else:
        assert read_messydate(text)[1:] == (first.isoformat(), last.isoformat())
