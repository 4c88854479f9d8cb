"""Every form a date may be written in, with the days worked out by hand, and every form refused."""
# ruff: noqa: RUF001 - Russian dates

from __future__ import annotations

from datetime import date

import pytest

from secdb.errors import DateError, UsageError
from secdb.period import RecordedDate, last_day, parse_date

EDTF = [
    # text, earliest, latest; canonical already
    ("1993", "1993-01-01", "1993-12-31"),
    ("2006-08", "2006-08-01", "2006-08-31"),
    ("2004-02", "2004-02-01", "2004-02-29"),
    ("1900-02", "1900-02-01", "1900-02-28"),
    ("1992-05-15", "1992-05-15", "1992-05-15"),
    ("0001", "0001-01-01", "0001-12-31"),
    ("9999-12-31", "9999-12-31", "9999-12-31"),
    ("199X", "1990-01-01", "1999-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("2004-XX", "2004-01-01", "2004-12-31"),
    ("2004-XX-XX", "2004-01-01", "2004-12-31"),
    ("2004-02-XX", "2004-02-01", "2004-02-29"),
    # flags: one unit of the stated precision on each side, `%` two
    ("1994~", "1993-01-01", "1995-12-31"),
    ("1994?", "1993-01-01", "1995-12-31"),
    ("1994%", "1992-01-01", "1996-12-31"),
    ("2006-08~", "2006-07-01", "2006-09-30"),
    ("2006-01?", "2005-12-01", "2006-02-28"),
    ("2005-12%", "2005-10-01", "2006-02-28"),
    ("1992-09-24?", "1992-09-23", "1992-09-25"),
    ("2004-03-01%", "2004-02-28", "2004-03-03"),
    ("199X~", "1980-01-01", "2009-12-31"),
    ("19XX?", "1800-01-01", "2099-12-31"),
    ("2004-XX~", "2003-01-01", "2005-12-31"),
    ("2004-06-XX~", "2004-05-01", "2004-07-31"),
    # sets
    ("[1999..2006]", "1999-01-01", "2006-12-31"),
    ("[2002-05-14..2009-09-26]", "2002-05-14", "2009-09-26"),
    ("[1992-09..1992-10]", "1992-09-01", "1992-10-31"),
    ("[..2006-08]", None, "2006-08-31"),
    ("[1999..]", "1999-01-01", None),
    ("[1999~..2006-08?]", "1998-01-01", "2006-09-30"),
    ("[2002..2002-05]", "2002-01-01", "2002-05-31"),
]

OTHER_SPELLINGS = [
    # text, canonical EDTF, earliest, latest
    ("~1994", "1994~", "1993-01-01", "1995-12-31"),
    ("?1994", "1994?", "1993-01-01", "1995-12-31"),
    ("%1994", "1994%", "1992-01-01", "1996-12-31"),
    ("c. 1993", "1993~", "1992-01-01", "1994-12-31"),
    ("c.1993", "1993~", "1992-01-01", "1994-12-31"),
    ("c 1993", "1993~", "1992-01-01", "1994-12-31"),
    ("ca. 1993", "1993~", "1992-01-01", "1994-12-31"),
    ("ca 1993", "1993~", "1992-01-01", "1994-12-31"),
    ("CIRCA 1993", "1993~", "1992-01-01", "1994-12-31"),
    ("c. August 2006", "2006-08~", "2006-07-01", "2006-09-30"),
    ("16 August 2006?", "2006-08-16?", "2006-08-15", "2006-08-17"),
    ("c. 1993?", "1993%", "1991-01-01", "1995-12-31"),
    ("199x", "199X", "1990-01-01", "1999-12-31"),
    ("2004-xx", "2004-XX", "2004-01-01", "2004-12-31"),
    # Manydata's ranges have no brackets
    ("1992-09..1992-10", "[1992-09..1992-10]", "1992-09-01", "1992-10-31"),
    ("..2006-08", "[..2006-08]", None, "2006-08-31"),
    ("1999..", "[1999..]", "1999-01-01", None),
    ("[ 1999 .. 2006 ]", "[1999..2006]", "1999-01-01", "2006-12-31"),
    ("[1999..1999]", "1999", "1999-01-01", "1999-12-31"),
    # English
    ("16 August 2006", "2006-08-16", "2006-08-16", "2006-08-16"),
    ("August 16, 2006", "2006-08-16", "2006-08-16", "2006-08-16"),
    ("August 16 2006", "2006-08-16", "2006-08-16", "2006-08-16"),
    ("16th of August, 2006", "2006-08-16", "2006-08-16", "2006-08-16"),
    ("1 may 1990", "1990-05-01", "1990-05-01", "1990-05-01"),
    ("16 Nov 1966", "1966-11-16", "1966-11-16", "1966-11-16"),
    ("Sept. 2, 1945", "1945-09-02", "1945-09-02", "1945-09-02"),
    ("August 2006", "2006-08", "2006-08-01", "2006-08-31"),
    ("  16\tAUGUST \n 2006 ", "2006-08-16", "2006-08-16", "2006-08-16"),
    ("16\u00a0August\u202f2006", "2006-08-16", "2006-08-16", "2006-08-16"),
    # figures, the day first
    ("16.08.2006", "2006-08-16", "2006-08-16", "2006-08-16"),
    ("7.5.1992", "1992-05-07", "1992-05-07", "1992-05-07"),
    # Russian
    ("16 августа 2006", "2006-08-16", "2006-08-16", "2006-08-16"),
    ("16 августа 2006 г.", "2006-08-16", "2006-08-16", "2006-08-16"),
    ("16 АВГУСТА 2006г", "2006-08-16", "2006-08-16", "2006-08-16"),
    ("15 мая 1992 года", "1992-05-15", "1992-05-15", "1992-05-15"),
    ("[2000 г...2006 г.]", "[2000..2006]", "2000-01-01", "2006-12-31"),
    ("16.08.2006 г.", "2006-08-16", "2006-08-16", "2006-08-16"),
    ("август 2006", "2006-08", "2006-08-01", "2006-08-31"),
    ("май 1992 года", "1992-05", "1992-05-01", "1992-05-31"),
    ("1992 год", "1992", "1992-01-01", "1992-12-31"),
    # French, composed, decomposed and without accents
    ("16 août 2006", "2006-08-16", "2006-08-16", "2006-08-16"),
    ("16 aou\u0302t 2006", "2006-08-16", "2006-08-16", "2006-08-16"),
    ("16 aout 2006", "2006-08-16", "2006-08-16", "2006-08-16"),
    ("1er mai 1990", "1990-05-01", "1990-05-01", "1990-05-01"),
    ("Février 1992", "1992-02", "1992-02-01", "1992-02-29"),
    # Spanish
    ("16 de agosto de 2006", "2006-08-16", "2006-08-16", "2006-08-16"),
    ("1º de mayo del 1990", "1990-05-01", "1990-05-01", "1990-05-01"),
    ("agosto de 2006", "2006-08", "2006-08-01", "2006-08-31"),
    ("setiembre de 1987", "1987-09", "1987-09-01", "1987-09-30"),
    # words that leave a side open
    ("between 1999 and 2006", "[1999..2006]", "1999-01-01", "2006-12-31"),
    ("Between 14 May 2002 and c. 2009", "[2002-05-14..2009~]", "2002-05-14", "2010-12-31"),
    ("before 2002-05-14", "[..2002-05-13]", None, "2002-05-13"),
    ("before 2002", "[..2001]", None, "2001-12-31"),
    ("before 2002-01", "[..2001-12]", None, "2001-12-31"),
    ("Before March 2004", "[..2004-02]", None, "2004-02-29"),
    ("before c. 2002", "[..2002]", None, "2002-12-31"),
    ("after 2002-05-14", "[2002-05-15..]", "2002-05-15", None),
    ("after 2002-12", "[2003-01..]", "2003-01-01", None),
    ("AFTER 2002", "[2003..]", "2003-01-01", None),
    ("after 2002%", "[2001..]", "2001-01-01", None),
    ("by 2002", "[..2002]", None, "2002-12-31"),
    ("not later than 14 May 2002", "[..2002-05-14]", None, "2002-05-14"),
    ("no later than 2002-05", "[..2002-05]", None, "2002-05-31"),
    ("on or before 2002-05-14", "[..2002-05-14]", None, "2002-05-14"),
    ("since 2002", "[2002..]", "2002-01-01", None),
    ("not earlier than 2002", "[2002..]", "2002-01-01", None),
    ("no earlier than 2002", "[2002..]", "2002-01-01", None),
    ("on or after 16 August 2006", "[2006-08-16..]", "2006-08-16", None),
    ("since 199X", "[199X..]", "1990-01-01", None),
]

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
    "16/08/2006",
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


@pytest.mark.parametrize(("text", "earliest", "latest"), EDTF)
def test_edtf_is_kept_and_bounded(text: str, earliest: str | None, latest: str | None) -> None:
    assert parse_date(text) == RecordedDate(text, text, _day(earliest), _day(latest))


@pytest.mark.parametrize(("text", "edtf", "earliest", "latest"), OTHER_SPELLINGS)
def test_other_spellings_become_edtf(text: str, edtf: str, earliest: str | None, latest: str | None) -> None:
    assert parse_date(text) == RecordedDate(text.strip(), edtf, _day(earliest), _day(latest))


def test_each_month_is_known_in_four_languages() -> None:
    languages = [
        "January February March April May June July August September October November December",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    ]
    for names in languages:
        found = [parse_date(f"3 {name} 1999").edtf for name in names.split()]
        assert found == [f"1999-{month:02d}-03" for month in range(1, 13)]


@pytest.mark.parametrize("text", REFUSED)
def test_all_else_is_refused_with_a_way_out(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    message = str(caught.value)
    assert message.isprintable()
    assert "; write " in message or "; years run " in message or "; leave " in message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("30 Feb 2023", r"^'30 Feb 2023' is not in the calendar; years run from 0001"),
        (" \t ", r"^' \\t ' is empty; write 1993"),
        ("1999/2006", r"^'1999/2006' is a period, not a date; write \[1999..2006\]"),
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


def test_the_text_is_kept_as_the_source_prints_it() -> None:
    assert parse_date("\n 16  АВГУСТА 2006 г. ").text == "16  АВГУСТА 2006 г."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2002", "2002-12-31"),
        ("2002-05", "2002-05-31"),
        ("2004-02", "2004-02-29"),
        ("2009-09-26", "2009-09-26"),
        ("26 September 2009", "2009-09-26"),
        ("199X", "1999-12-31"),
        ("1993~", "1994-12-31"),
        ("before 2002", "2001-12-31"),
    ],
)
def test_a_reports_day_is_the_last_the_date_may_be(text: str, day: str) -> None:
    assert last_day(text) == date.fromisoformat(day)


@pytest.mark.parametrize("text", ["since 1999", "[1999..]", "after 2002-05-14", "1999/2006", "tomorrow"])
def test_a_report_needs_a_last_day(text: str) -> None:
    with pytest.raises(DateError):
        last_day(text)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
