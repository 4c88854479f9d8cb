"""Every form refused as a date, and what the refusal says."""

from __future__ import annotations

from datetime import date

import pytest

from secdb.errors import DateError, UsageError
from secdb.period import parse_date

REFUSED = [
    "",
    " \t\n ",
    "soon",
    "0000",
    "000X",
    "00XX",
    "[..0000]",
    "XXXX",
    "1XXX",
    "199X-05",
    "1993-X1",
    "2009-13",
    "2009-00",
    "2009-05-00",
    "2023-02-30",
    "1900-02-29",
    "30 February 2023",
    "31.11.2006",
    "0 May 2006",
    "32 May 2006",
    "16 Smarch 2006",
    "2001-21",  # spring: seasons have no agreed days
    "93",
    "19933",
    "99999999999999999999999999999999",
    "+1993",
    "-1993",
    "1993-5",
    "20060816",
    "2006-08-16T12:00:00",
    "08/07/2006",
    "12/12/2006",
    "16/13/2006",
    "31/02/2006",
    "32/08/2006",
    "0/16/2006",
    "16/08/06",
    "2006/08/16",
    "08.16.2006",
    "16.08.06",
    "1994~~",
    "~~1994",
    "1994#",
    "?2006-08",  # EDTF Level 2: the year alone is uncertain
    "~1992-05-15",
    "~ август 2006",
    "[1999]",
    "[1999,2006]",
    "[..]",
    "..",
    "...",
    "....",
    "1999....",
    "[1999..2006",
    "1999..2006]",
    "[1999...2006]",
    "[1999..2006..2009]",
    "[[1999..2006]..2009]",
    "[2009..2002]",
    "2009..2002",
    "between 2009 and 2002",
    "between 1999",
    "between [1999..2000] and 2006",
    "before 199X",
    "after 2004-XX",
    "before [1999..2006]",
    "before 0001",
    "before 0001-01-01",
    "after 9999",
    "after 9999-12-31",
    "0001~",
    "0001-01-01?",
    "9999%",
    "9999-12?",
    "999X~",
    "c. c. 1993",
    "by",
    "before",
    "2002/2009",
    "1993\x00",
    "1993\x1b[31m",
    "16\x0bAugust 2006",
    "1993\u202e",
    "\ud800",
    "\uff11\uff19\uff19\uff13",  # full-width digits
    "\u0661\u0669\u0669\u0663",  # Arabic digits
    "16 August \u0968\u0966\u0966\u096c",  # Devanagari digits
    "\u00b9993",
    "\u017fince 1999",  # a long s is not an s
]


@pytest.mark.parametrize("text", REFUSED)
def test_all_else_is_refused_with_a_way_out(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    message = str(caught.value)
    assert message.isprintable()
    assert "; write " in message or "; leave " in message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("30 Feb 2023", r"^'30 Feb 2023' is not in the calendar; write a date that exists"),
        (" \t ", r"^' \\t ' is empty; write 1993"),
        ("1999/2006", r"^'1999/2006' is a period, not a date; write \[1999..2006\]"),
        ("10/07/2002", r"^'10/07/2002' may have the day or the month first; write the month in letters, as 7 Oct"),
        ("02/30/2006", r"^'02/30/2006' is not in the calendar; write a date that exists"),
        ("16 Smarch 2006", r"^'16 Smarch 2006' names no month \('smarch'\)"),
        ("?2006-08", r"^'\?2006-08' has its sign in front of a month or day; write 2006-08\?$"),
        ("9999~", r"^'9999~' reaches outside the years 0001 to 9999; leave that side open"),
        ("Unknown\x1b[2J", r"^'Unknown\\x1b\[2J' is not a date; write 1993"),
    ],
)
def test_a_refusal_quotes_the_value_as_given_and_says_why(text: str, message: str) -> None:
    with pytest.raises(DateError, match=message):
        parse_date(text)


def test_64_characters_are_read_and_65_are_not() -> None:
    assert parse_date("1993".ljust(64)).edtf == "1993"
    with pytest.raises(DateError, match="has 65 characters"):
        parse_date("1993".ljust(65))


def test_a_huge_input_is_refused_at_once_and_quoted_short() -> None:
    with pytest.raises(DateError) as caught:
        parse_date("9" * 10_000_000)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("thing", [None, 1993, date(1993, 1, 1), b"1993", ["1993"]])
def test_what_is_no_text_is_refused(thing: object) -> None:
    with pytest.raises(DateError, match="is not a text"):
        parse_date(thing)  # type: ignore[arg-type]


def test_a_bad_date_is_wrong_usage() -> None:
    assert issubclass(DateError, UsageError)
    assert DateError.exit_code == 2
