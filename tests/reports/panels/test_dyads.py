"""Two States together under the Collective Security Treaty; the days are counted in test_panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.reports.panels.dyads import dyads

if TYPE_CHECKING:
    from secdb.database.reader import Register
    from secdb.reports.panels.dyads import DyadRow

FULL = dict.fromkeys((1995, 1997, 1998, 2007, 2009, 2010, 2011), 365) | {1996: 366, 2008: 366}
# Armenia stays from 1994-04-20 on, so what they share are the days of Uzbekistan
TOGETHER = {1994: 256, 1999: 109, 2006: 138, 2012: 353, **FULL}
MEMBER_IN = {
    "jan1": {1995, 1996, 1997, 1998, 1999, 2007, 2008, 2009, 2010, 2011, 2012},
    "dec31": {1994, 1995, 1996, 1997, 1998, 2006, 2007, 2008, 2009, 2010, 2011},
    "any": set(TOGETHER),
    "all": set(FULL),
}


def pair(register: Register, one: str, other: str, **options: str) -> dict[int, DyadRow]:
    report = dyads(register, "cst", from_=1992, to=2014, **options)
    return {row.year: row for row in report.rows if (row.state_a, row.state_b) == (one, other)}


def test_armenia_and_uzbekistan_share_the_days_of_uzbekistan(seeds: Register) -> None:
    rows = pair(seeds, "ARM", "UZB")
    assert {year: row.days for year, row in rows.items() if row.days} == TOGETHER
    assert sum(TOGETHER.values()) == 1826 + 2317
    assert {(row.name_a, row.name_b) for row in rows.values()} == {("Armenia", "Uzbekistan")}


@pytest.mark.parametrize("rule", MEMBER_IN)
def test_each_rule_counts_the_years_that_it_says(seeds: Register, rule: str) -> None:
    rows = pair(seeds, "ARM", "UZB", rule=rule)
    assert {year for year, row in rows.items() if row.member} == MEMBER_IN[rule]


def test_a_pair_stands_once_and_in_order_for_every_year(seeds: Register) -> None:
    rows = dyads(seeds, "cst", from_=1992, to=2014).rows
    assert len(rows) == 36 * 23  # nine States
    assert all(row.state_a < row.state_b for row in rows)
    assert pair(seeds, "UZB", "ARM") == {}


def test_days_on_which_one_of_them_was_only_possible_are_possible(seeds: Register) -> None:
    rows = pair(seeds, "ARM", "UZB", rule="any", dataset="documents")
    # 2002: Uzbekistan may have come from 15 May on; 2009: both certain on 26 September, the last day that is known
    assert (rows[2002].possible, rows[2002].days, rows[2002].possible_days) == (1, 0, 231)
    assert (rows[2009].member, rows[2009].days, rows[2009].possible_days) == (1, 1, 364)
    # a day is not both certain and possible for a pair that came and stayed together: 1994 from 20 April
    together = pair(seeds, "ARM", "BLR", rule="any", dataset="documents")
    assert (together[1994].days, together[1994].possible_days) == (0, 256)
    assert (together[2002].days, together[2002].possible_days) == (232, 133)  # certain from 14 May 2002


def test_states_that_never_counted_are_in_no_pair(seeds: Register) -> None:
    report = dyads(seeds, "cst", from_=1992, to=1993)
    assert report.rows == ()
    signed = dyads(seeds, "cst", from_=1992, to=1992, basis="signed", rule="any")
    assert len(signed.rows) == 15  # the six of Tashkent
    assert {(row.member, row.days) for row in signed.rows} == {(1, 231)}
    assert (report.about["treaty"], report.about["title"]) == ("cst", "Treaty on Collective Security")
