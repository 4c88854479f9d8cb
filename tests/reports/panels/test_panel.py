"""The Collective Security Treaty by State and year, counted by hand from the dates in the list of claims.

1994 from 20 April: 11 + 31 + 30 + 31 + 31 + 30 + 31 + 30 + 31 = 256; 1999 before 20 April: 31 + 28 + 31 + 19 = 109.
2006 from 16 August: 16 + 30 + 31 + 30 + 31 = 138.
2012 before 19 December: 31 + 29 + 31 + 30 + 31 + 30 + 31 + 31 + 30 + 31 + 30 + 18 = 353.
1993 from 9 December (Georgia): 23; from 24 September (Azerbaijan): 7 + 31 + 30 + 31 = 99.
1992 from 15 May (signature): 17 + 30 + 31 + 31 + 30 + 31 + 30 + 31 = 231.
1996, 2000, 2004, 2008 and 2012 have 366 days.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import secdb
from secdb.errors import NotFoundError, SecdbError, UsageError
from secdb.reports.panels.panel import ask_panel, panel, panel_rows

if TYPE_CHECKING:
    from secdb.database.reader import Register
    from secdb.reports.panels.panel import PanelRow

pytestmark = pytest.mark.server_later

YEARS = range(1992, 2015)
LONG = {1996, 2000, 2004, 2008, 2012}
FULL = {year: 366 if year in LONG else 365 for year in YEARS}
ONCE = {1994: 256, 1995: 365, 1996: 366, 1997: 365, 1998: 365, 1999: 109}
TWICE = {**ONCE, 2006: 138, 2007: 365, 2008: 366, 2009: 365, 2010: 365, 2011: 365, 2012: 353}
ALWAYS = {year: 256 if year == 1994 else FULL[year] for year in range(1994, 2015)}
DAYS = {"ARM": ALWAYS, "AZE": ONCE, "GEO": ONCE, "UZB": TWICE}

# the years in which each was a party on 1 January, on 31 December, on any day and on every day
FIRST = {1995, 1996, 1997, 1998, 1999}
MEMBER_IN = {
    ("ARM", "jan1"): set(range(1995, 2015)),
    ("ARM", "dec31"): set(range(1994, 2015)),
    ("ARM", "any"): set(range(1994, 2015)),
    ("ARM", "all"): set(range(1995, 2015)),
    **{(state, "jan1"): FIRST for state in ("AZE", "GEO")},
    **{(state, "dec31"): {1994, 1995, 1996, 1997, 1998} for state in ("AZE", "GEO")},
    **{(state, "any"): {1994, 1995, 1996, 1997, 1998, 1999} for state in ("AZE", "GEO")},
    **{(state, "all"): {1995, 1996, 1997, 1998} for state in ("AZE", "GEO")},
    ("UZB", "jan1"): FIRST | {2007, 2008, 2009, 2010, 2011, 2012},
    ("UZB", "dec31"): {1994, 1995, 1996, 1997, 1998, 2006, 2007, 2008, 2009, 2010, 2011},
    ("UZB", "any"): set(TWICE),
    ("UZB", "all"): {1995, 1996, 1997, 1998, 2007, 2008, 2009, 2010, 2011},
}


def of(register: Register, state: str, treaty: str = "cst", **options: str) -> dict[int, PanelRow]:
    """Return a State's rows by year."""
    report = panel(register, treaty, from_=1992, to=2014, **options)
    return {row.year: row for row in report.rows if row.state == state}


@pytest.mark.parametrize(("state", "rule"), MEMBER_IN)
def test_each_rule_counts_the_years_that_it_says(seeds: Register, state: str, rule: str) -> None:
    rows = of(seeds, state, rule=rule)
    assert list(rows) == list(YEARS)
    assert {year for year, row in rows.items() if row.member} == MEMBER_IN[state, rule]
    assert not any(row.possible or row.possible_days for row in rows.values())


@pytest.mark.parametrize("state", DAYS)
def test_the_days_are_those_of_the_calendar(seeds: Register, state: str) -> None:
    assert {year: row.days for year, row in of(seeds, state).items() if row.days} == DAYS[state]


def test_the_years_together_have_the_days_between_the_dates(seeds: Register) -> None:
    # 1994-04-20 to 1999-04-20: five years, one with 29 February; 2006-08-16 to 2012-12-19: six years (two such days)
    # to 2012-08-16, then 15 + 31 + 30 + 31 + 30 ... = 16 August to 18 December: 16 + 30 + 31 + 30 + 18 = 125 days
    assert sum(row.days for row in of(seeds, "UZB").values()) == (5 * 365 + 1) + (6 * 365 + 2) + 125


def test_signing_consenting_and_being_bound_begin_on_different_days(seeds: Register) -> None:
    def days(state: str, basis: str) -> list[int]:
        rows = of(seeds, state, basis=basis)
        return [rows[year].days for year in (1992, 1993, 1994)]

    assert [days("ARM", basis) for basis in ("signed", "consented", "in-force")] == [
        [231, 365, 365],
        [0, 0, 256],
        [0, 0, 256],
    ]
    assert [days("GEO", basis) for basis in ("signed", "consented", "in-force")] == [
        [0, 23, 365],
        [0, 23, 365],
        [0, 0, 256],
    ]
    assert days("AZE", "consented") == [0, 99, 365]


def test_the_status_is_that_of_the_day_or_the_strongest_of_the_year(seeds: Register) -> None:
    def statuses(rule: str, *years: int) -> list[str | None]:
        rows = of(seeds, "UZB", rule=rule)
        return [rows[year].status for year in years]

    assert statuses("jan1", 1992, 1994, 1999, 2000, 2006, 2012, 2013) == [
        *(None, "signatory", "party", None, None, "party", "suspended"),
    ]
    assert statuses("dec31", 1992, 1994, 1999, 2012) == ["signatory", "party", None, "suspended"]
    assert statuses("any", 1992, 1994, 1999, 2006, 2012, 2013) == [
        *("signatory", "party", "party", "party", "party", "suspended"),
    ]


def test_a_suspended_state_counts_on_no_basis(seeds: Register) -> None:
    assert [(row.member, row.days) for row in map(of(seeds, "UZB", basis="signed").get, (2013, 2014)) if row] == [
        (0, 0),
        (0, 0),
    ]


def test_what_two_documents_leave_open_is_possible_and_never_counted(seeds: Register) -> None:
    # documents alone: without Uzbekistan on 2002-05-14, with it on 2009-09-26, silent after
    def seen(rule: str) -> dict[int, tuple[int, int, int, int]]:
        rows = of(seeds, "UZB", rule=rule, dataset="documents")
        assert {row.status for row in rows.values()} <= {"party", None}
        return {year: (row.member, row.possible, row.days, row.possible_days) for year, row in rows.items()}

    # 2002 from 15 May: 231 days, as in 1992
    assert [seen(rule)[2002] for rule in ("jan1", "dec31", "any", "all")] == [
        (0, 0, 0, 231),
        (0, 1, 0, 231),
        (0, 1, 0, 231),
        (0, 0, 0, 231),
    ]
    assert [seen(rule)[2009] for rule in ("jan1", "dec31", "any", "all")] == [
        (0, 1, 1, 364),
        (0, 1, 1, 364),
        (1, 0, 1, 364),
        (0, 1, 1, 364),
    ]
    assert seen("all")[2014] == (0, 1, 0, 365)


def test_without_a_treaty_all_are_there_each_state_that_had_a_standing(seeds: Register) -> None:
    report = panel(seeds, from_=2003, to=2004)
    assert report.about["treaties"] == ["cst", "csto-charter"]
    six = ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"]
    assert [(row.treaty, row.state) for row in report.rows if row.year == 2003] == [
        *(("cst", state) for state in six),
        *(("csto-charter", state) for state in six),
    ]
    # the Charter is in force since 18 September 2003: 13 + 31 + 30 + 31
    assert {row.days for row in report.rows if (row.treaty, row.year) == ("csto-charter", 2003)} == {105}


def test_an_organization_is_its_treaty_under_the_name_asked_for(seeds: Register) -> None:
    assert of(seeds, "UZB", "csto")[2007].treaty == "csto"
    assert len(panel(seeds, ["csto", "CST", "cst"], from_=2007, to=2007).rows) == 14


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"from_": 2014, "to": 1992}, "2014 is after 1992; give the earlier year first"),
        ({"from_": "May", "to": 1992}, "'May' is not a year; write 1992"),
        ({"from_": 0, "to": 1992}, "0 is not a year from 1 to 9999"),
        ({"from_": 1992, "to": 1992, "rule": "most"}, "the rule is one of jan1, dec31, any, all, not 'most'"),
        ({"from_": 1992, "to": 1992, "basis": "seen"}, "the basis is one of signed, consented, in-force, not 'seen'"),
    ],
)
def test_what_cannot_be_asked_is_refused(seeds: Register, options: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError) as refused:
        panel(seeds, "cst", **options)
    assert str(refused.value) == message


def test_a_treaty_that_does_not_exist_is_refused_before_the_first_row(seeds: Register) -> None:
    with pytest.raises(NotFoundError):
        ask_panel(seeds, ["cst", "nowhere"], from_=1992, to=1993)


def test_the_first_and_the_last_year_of_the_calendar_are_years(seeds: Register) -> None:
    rows = panel(seeds, "cst", from_=9998, to=9999).rows
    assert {(row.state, row.year, row.days) for row in rows if row.member} == {
        (state, year, 365) for state in ("ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK") for year in (9998, 9999)
    }
    assert panel(seeds, "cst", from_=1, to=2).rows == ()


def test_a_register_written_to_meanwhile_is_said(seeds: Register) -> None:
    asked = ask_panel(seeds, "cst", from_=1992, to=1993)
    before = replace(asked, revision=asked.revision - 1)
    with pytest.raises(SecdbError, match="the register was changed while this was read"):
        list(panel_rows(seeds, before))


def test_python_finds_the_tables_under_their_names() -> None:
    assert secdb.panel is panel
    assert [secdb.dyads.__module__, secdb.network.__module__] == [
        "secdb.reports.panels.dyads",
        "secdb.reports.panels.network",
    ]
