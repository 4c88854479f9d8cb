"""Days in running text."""

from __future__ import annotations

import pytest

from secdb.intake.dates import find_dates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("on 5 May 1998", "1998-05-05"),
        ("on May 15, 1992 in", "1992-05-15"),
        ("this 5th day of May 1998", "1998-05-05"),
        ("on 28 and 29 December 1996", "1996-12-29"),
        ("from 7 to 9 August 1985", "1985-08-09"),
        ("on 11 and 12,January 1986", "1986-01-12"),
        ("30 November to 2 December 1996", "1996-12-02"),
        ("firmada el 15 de mayo de 2000", "2000-05-15"),
        ("le 1er mai 1999", "1999-05-01"),
        ("14 мая 2002 года", "2002-05-14"),
        ("24» декабря, 1991", "1991-12-24"),
        ("1996年4月25日", "1996-04-25"),
        ("一九九六年四月二十五日", "1996-04-25"),
        ("2004-06-18", "2004-06-18"),
        ("18.06.2004", "2004-06-18"),
    ],
)
def test_a_day_is_read(text: str, iso: str) -> None:
    assert [one.iso for one in find_dates(text)] == [iso]


def test_the_words_of_a_day_are_its_place() -> None:
    text = "signed on 5 May 1998 at"
    found = find_dates(text)[0]
    assert text[found.start : found.end] == "5 May 1998"


@pytest.mark.parametrize("text", ["7 Auyust 1987", "24 Декабрл 1991"])
def test_a_misprinted_month_is_read_and_not_sure(text: str) -> None:
    assert [one.sure for one in find_dates(text)] == [False]


@pytest.mark.parametrize(
    "text", ["31 June 1998", "items 5 and 12 of 1998", "No. 4/2/2202", "in March 2010", "A/51/50 of 12"]
)
def test_what_is_no_day_is_left(text: str) -> None:
    assert find_dates(text) == []
