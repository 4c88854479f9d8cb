"""The rules on offices: recorded tenures only, and only what is certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.law.offices import overlapping_heads_of_state, signatory_without_office
from tests.law.hand import incumbents, signing, span, tenure

if TYPE_CHECKING:
    from secdb.law.facts import Tenure

DAY = "2002-05-14"


def test_a_person_whose_recorded_tenures_leave_the_day_out_is_doubtful() -> None:
    held = incumbents(tenure(3, "kim", span("2003-01-01")), tenure(4, "kim", span("1990-01-01", "2002-05-14")))
    assert list(signatory_without_office(signing("kim", DAY), held)) == [
        (
            "signatory:5",
            "letter ARM: Kim as head_of_state on 2002-05-14, whose recorded tenure leaves that day out (tenure 3)",
        )
    ]


def test_a_person_whose_office_another_held_is_doubtful() -> None:
    held = incumbents(tenure(3, "lee", span("2000-01-01")))
    assert list(signatory_without_office(signing("kim", DAY), held)) == [
        ("signatory:5", "letter ARM: Kim as head_of_state on 2002-05-14, then held by Lee (tenure 3)")
    ]


@pytest.mark.parametrize(
    "tenures",
    [
        [],
        [tenure(3, "kim", span("2002-05-14"))],
        [tenure(3, "kim", span("2000-01-01", "2002-05-15"))],
        # another's, but the person's own may hold too
        [tenure(3, "kim", span("2000-01-01")), tenure(4, "lee", span("2000-01-01"))],
        # uncertain beginnings and ends
        [tenure(3, "kim", span("2002-05-01..2002-05-31"))],
        [tenure(3, "kim", span("2000-01-01", "2002-01-01.."))],
        [tenure(3, "lee", span("2002-05-01..2002-05-31"))],
        [tenure(3, "lee", span("2000-01-01", "2002-05-01..2002-05-31"))],
        [tenure(3, "lee", span("2000-01-01", "2002-05-14"))],
        # another's, acting; another office
        [tenure(3, "lee", span("2000-01-01"), acting=True)],
        [tenure(3, "kim", span("2003-01-01"), office="head_of_government")],
    ],
)
def test_a_person_who_may_have_held_the_office_is_not(tenures: list[Tenure]) -> None:
    assert list(signatory_without_office(signing("kim", DAY), incumbents(*tenures))) == []


def test_an_uncertain_day_of_signature_excludes_nothing_it_may_be_in() -> None:
    held = incumbents(tenure(3, "lee", span("2000-01-01", "2002-06-01")), tenure(4, "kim", span("2002-06-01")))
    assert list(signatory_without_office(signing("kim", "2002-05-01..2002-06-30"), held)) == []
    assert len(list(signatory_without_office(signing("kim", "2002-05-01..2002-05-31"), held))) == 1


def test_offices_that_several_hold_and_persons_who_act_for_the_holder_are_not_doubtful() -> None:
    deputies = incumbents(tenure(3, "lee", span("2000-01-01"), office="deputy_permanent_representative"))
    assert list(signatory_without_office(signing("kim", DAY, office="deputy_permanent_representative"), deputies)) == []
    heads = incumbents(tenure(3, "lee", span("2000-01-01"), office="permanent_representative"))
    assert (
        list(signatory_without_office(signing("kim", DAY, office="permanent_representative", acting=True), heads)) == []
    )
    assert len(list(signatory_without_office(signing("kim", DAY, office="permanent_representative"), heads))) == 1


def test_representatives_to_two_organizations_are_two_offices() -> None:
    here = incumbents(tenure(3, "lee", span("2000-01-01"), office="permanent_representative", accredited_to="OSCE"))
    assert list(signatory_without_office(signing("kim", DAY, office="permanent_representative"), here)) == []


def test_two_heads_of_state_on_the_same_days_are_doubtful() -> None:
    tenures = [tenure(4, "lee", span("2004-12-31")), tenure(3, "kim", span("2000-01-01", "2005-01-02"))]
    assert list(overlapping_heads_of_state(tenures)) == [
        ("tenure:4", "ARM: Lee is head of State from 2004-12-31, while Kim still is (tenure 3)")
    ]


@pytest.mark.parametrize(
    "tenures",
    [
        [tenure(3, "kim", span("2000-01-01", "2005-01-01")), tenure(4, "lee", span("2005-01-01"))],
        # the day of handing over is the last of one and the first of the other
        [tenure(3, "kim", span("2000-01-01", "2005-01-02")), tenure(4, "lee", span("2005-01-01"))],
        [tenure(3, "kim", span("2000-01-01")), tenure(4, "kim", span("2005-01-01"))],
        [tenure(3, "kim", span("2000-01-01")), tenure(4, "lee", span("2005-01-01"), acting=True)],
        [tenure(3, "kim", span("2000-01-01")), tenure(4, "lee", span("2005-01-01"), office="head_of_government")],
        [tenure(3, "kim", span("2000-01-01", "2004-01-01..2006-12-31")), tenure(4, "lee", span("2005-01-01"))],
        [tenure(3, "kim", span("2000-01-01", "2005-01-01")), tenure(4, "lee", span("2004-01-01..2006-12-31"))],
        [tenure(3, "kim", span("2000-01-01", "2005-01-01")), tenure(4, "lee", span("..", "2006-01-01"))],
    ],
)
def test_heads_of_state_who_may_follow_one_another_are_not(tenures: list[Tenure]) -> None:
    assert list(overlapping_heads_of_state(tenures)) == []


def test_a_day_within_anothers_years_is_an_overlap_and_hides_no_later_one() -> None:
    tenures = [
        tenure(1, "kim", span("2000-01-01", "2010-01-01")),
        tenure(2, "lee", span("2003-01-01", "2003-01-02")),
        tenure(3, "park", span("2005-01-01", "2006-01-01")),
    ]
    assert [found.record for found in overlapping_heads_of_state(tenures)] == ["tenure:2", "tenure:3"]
