"""Every form a period may be written in, with the four bounds worked out by hand, and every form refused."""
# ruff: noqa: RUF001 - Russian dates

from __future__ import annotations

from datetime import date

import pytest

from secdb.errors import DateError
from secdb.period import Period, RecordedPeriod, format_period, parse_period, parse_recorded_period

FORMS = [
    # text, start_earliest, start_latest, end_earliest, end_latest: the end is the day after the last
    ("1992-05-15/1999-04-02", "1992-05-15", "1992-05-15", "1999-04-03", "1999-04-03"),
    ("2006-08/2012", "2006-08-01", "2006-08-31", "2012-01-02", "2013-01-01"),
    ("2002/2002", "2002-01-01", "2002-12-31", "2002-01-02", "2003-01-01"),
    ("2002-05-14/2002-05-14", "2002-05-14", "2002-05-14", "2002-05-15", "2002-05-15"),
    ("1993~/2006-08-16?", "1992-01-01", "1994-12-31", "2006-08-16", "2006-08-18"),
    ("[2006-06-23..2008-03-28]/2012-12-18", "2006-06-23", "2008-03-28", "2012-12-19", "2012-12-19"),
    ("199X/200X", "1990-01-01", "1999-12-31", "2000-01-02", "2010-01-01"),
    # no end has happened
    ("1999/..", "1999-01-01", "1999-12-31", None, None),
    ("[..1999]/..", None, "1999-12-31", None, None),
    ("[1999..]/..", "1999-01-01", None, None, None),
    ("/..", None, None, None, None),
    # ended, the day unknown: it held on its first day
    ("1999/", "1999-01-01", "1999-12-31", "1999-01-02", None),
    ("1999/[2006..]", "1999-01-01", "1999-12-31", "2006-01-02", None),
    ("[..1999]/", None, "1999-12-31", "0001-01-02", None),
    # an end with no first day: it held on the first day it may have begun
    ("1999/[..2006]", "1999-01-01", "1999-12-31", "1999-01-02", "2007-01-01"),
    ("[..1999]/[..2006]", None, "1999-12-31", "0001-01-02", "2007-01-01"),
    # began on an unknown day, its last at the latest
    ("/2006", None, "2006-12-31", "2006-01-02", "2007-01-01"),
    ("/2006-08-16", None, "2006-08-16", "2006-08-17", "2006-08-17"),
    ("[1999..]/2006-08-16", "1999-01-01", "2006-08-16", "2006-08-17", "2006-08-17"),
    # one end inside the other: the day that is known is certain
    ("2002-05-01/2002", "2002-05-01", "2002-05-01", "2002-05-02", "2003-01-01"),
    ("2002/2002-05-14", "2002-01-01", "2002-05-14", "2002-05-15", "2002-05-15"),
    # a lone date lasts itself
    ("1993", "1993-01-01", "1993-01-01", "1994-01-01", "1994-01-01"),
    ("2006-08", "2006-08-01", "2006-08-01", "2006-09-01", "2006-09-01"),
    ("1992-05-15", "1992-05-15", "1992-05-15", "1992-05-16", "1992-05-16"),
    ("1993~", "1992-01-01", "1994-01-01", "1993-01-01", "1995-01-01"),
    ("2006-08%", "2006-06-01", "2006-10-01", "2006-07-01", "2006-11-01"),
]

OTHER_SPELLINGS = [
    ("from 1992-05-15 to 1999-04-02", "1992-05-15/1999-04-02"),
    ("1992 to 1999", "1992/1999"),
    ("FROM 16 August 2006 UNTIL 18 декабря 2012 г.", "2006-08-16/2012-12-18"),
    ("between 2006 and 2008 to 2012", "[2006..2008]/2012"),
    ("since 16 August 2006", "2006-08-16/.."),
    ("from 1999", "1999/.."),
    ("until 16 août 2006", "/2006-08-16"),
    ("../2006", "../2006"),
    ("../..", "../.."),
    (" 1992 / 1999 ", "1992/1999"),
    ("c. 1993 / ..", "1993~/.."),
    ("16 August 2006", "2006-08-16"),
    ("~1994", "1994~"),
]

REFUSED = [
    "",
    "/",
    "../",
    "//",
    "1992//1999",
    "16/08/2006",
    "2009/2002",
    "2009~/2007",
    "2002-05-15/2002-05-14",
    "[2003..2005]/2002",
    "2023-02-30/2024",
    "2009-13/..",
    "0000/..",
    "2000/9999-12-31",  # a sentinel for "open"
    "2000/9999",
    "9999",
    "9999-12-31",
    "9999-12-31/",
    "199X",
    "2004-XX",
    "[1999..2006]",
    "1992-09..1992-10",
    "between 1999 and 2006",
    "before 2002",
    "by 2002",
    "from",
    "since",
    "until",
    "from 1992 to",
    "1999 -- 2006",
    "1999/2006".ljust(65),
    "1999\x00/2006",
    "\u0661\u0669\u0669\u0663/..",
]


@pytest.mark.parametrize(("text", "bounds"), [(text, bounds) for text, *bounds in FORMS])
def test_each_form_has_its_four_bounds_and_is_canonical(text: str, bounds: list[str | None]) -> None:
    assert parse_recorded_period(text) == RecordedPeriod(text, text, _period(*bounds))


@pytest.mark.parametrize(("text", "edtf"), OTHER_SPELLINGS)
def test_other_spellings_become_edtf(text: str, edtf: str) -> None:
    recorded = parse_recorded_period(text)
    assert (recorded.text, recorded.edtf) == (text.strip(), edtf)
    assert recorded.period == parse_period(edtf)


def test_two_dots_and_nothing_both_leave_the_start_unknown() -> None:
    assert parse_period("../2006") == parse_period("/2006")


@pytest.mark.parametrize("text", REFUSED)
def test_all_else_is_refused_with_a_way_out(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_period(text)
    message = str(caught.value)
    assert message.isprintable()
    assert "; write " in message


def test_the_last_day_of_the_calendar_is_no_end() -> None:
    with pytest.raises(DateError, match=r"write 1999/\.\. for a period that has not ended"):
        parse_period("1992-05-15/9999-12-31")


@pytest.mark.parametrize(
    ("bounds", "edtf"),
    [
        (("2006-08-16", "2006-08-16", "2012-12-19", "2012-12-19"), "2006-08-16/2012-12-18"),
        (("2006-01-01", "2006-12-31", "2012-06-02", "2012-07-01"), "2006/2012-06"),
        (("2006-06-23", "2008-03-28", None, None), "[2006-06-23..2008-03-28]/.."),
        (("1992-01-01", "1994-12-31", None, None), "[1992..1994]/.."),
        (("1992-09-01", "1992-10-31", None, None), "[1992-09..1992-10]/.."),
        ((None, "1999-12-31", None, None), "[..1999]/.."),
        (("1999-03-01", None, None, None), "[1999-03..]/.."),
        ((None, None, None, None), "/.."),
        (("1999-01-01", "1999-01-01", "1999-01-02", None), "1999-01-01/"),
        (("1999-01-01", "1999-01-01", "2006-01-02", None), "1999-01-01/[2006..]"),
        (("1999-01-01", "1999-01-01", "1999-01-02", "1999-01-03"), "1999-01-01/[1999-01-01..1999-01-02]"),
        ((None, "2006-08-16", "2006-08-17", "2006-08-17"), "/2006-08-16"),
        ((None, "2005-08-16", "0001-01-02", "2006-08-17"), "[..2005-08-16]/[..2006-08-16]"),
    ],
)
def test_bounds_alone_have_a_text(bounds: tuple[str | None, ...], edtf: str) -> None:
    period = _period(*bounds)
    assert format_period(period) == edtf
    assert parse_period(edtf) == period


@pytest.mark.parametrize(
    "bounds",
    [
        ("2002-05-14", "2002-05-14", "2002-05-14", "2002-05-14"),
        ("2002-05-14", None, "0001-01-01", "2002-05-14"),
        (None, None, "0001-01-01", "0001-01-01"),
    ],
)
def test_a_period_of_no_day_has_no_text(bounds: tuple[str | None, ...]) -> None:
    with pytest.raises(DateError, match="holds on no day"):
        format_period(_period(*bounds))


def _period(*bounds: str | None) -> Period:
    return Period(*(None if bound is None else date.fromisoformat(bound) for bound in bounds))
