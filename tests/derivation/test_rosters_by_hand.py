"""Periods from rosters, worked out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.derivation.hand import periods, write_acts, write_end, write_roster, write_treaty

if TYPE_CHECKING:
    from tests.derivation.ledger import Ledger

ARM, BLR, KAZ, KGZ, RUS, TJK, UZB = range(1, 8)
SIX = (ARM, BLR, KAZ, KGZ, RUS, TJK)


@pytest.fixture
def two_rosters(ledger: Ledger) -> Ledger:
    """The statements of 14 May 2002 and 26 September 2009."""
    write_roster(ledger, 1, "2002-05-14", SIX)
    write_roster(ledger, 2, "2009-09-26", (*SIX, UZB))
    return ledger


def test_uzbekistan_joined_between_the_two_rosters_and_is_unknown_after_the_second(two_rosters: Ledger) -> None:
    assert periods(two_rosters, state=UZB) == ["party [2002-05-15..2009-09-26]/[2009-09-27..]"]


def test_a_state_on_both_rosters_was_a_member_from_the_first_through_the_second(two_rosters: Ledger) -> None:
    assert periods(two_rosters, state=ARM) == ["party [..2002-05-14]/[2009-09-27..]"]


def test_a_later_roster_without_the_state_bounds_the_end(two_rosters: Ledger) -> None:
    write_roster(two_rosters, 3, "2013-01-01", SIX)
    assert periods(two_rosters, state=UZB) == ["party [2002-05-15..2009-09-26]/[2009-09-27..2013-01-01]"]


def test_a_state_listed_again_after_a_roster_without_it_has_two_periods(two_rosters: Ledger) -> None:
    write_roster(two_rosters, 3, "2013-01-01", SIX)
    write_roster(two_rosters, 4, "2020-01-01", (*SIX, UZB))
    assert periods(two_rosters, state=UZB) == [
        "party [2002-05-15..2009-09-26]/[2009-09-27..2013-01-01]",
        "party [2013-01-02..2020-01-01]/[2020-01-02..]",
    ]


def test_a_partial_roster_proves_no_absence(two_rosters: Ledger) -> None:
    write_roster(two_rosters, 3, "2013-01-01", SIX, complete=0)
    write_roster(two_rosters, 4, "2005-01-01", SIX, complete=0)
    assert periods(two_rosters, state=UZB) == ["party [2002-05-15..2009-09-26]/[2009-09-27..]"]


def test_a_partial_roster_proves_presence(two_rosters: Ledger) -> None:
    write_roster(two_rosters, 3, "2008-12-19", (UZB,), complete=0)
    assert periods(two_rosters, state=UZB) == ["party [2002-05-15..2008-12-19]/[2009-09-27..]"]


def test_a_deprecated_roster_says_nothing(two_rosters: Ledger) -> None:
    write_roster(two_rosters, 3, "2005-01-01", SIX, rank="deprecated")
    write_roster(two_rosters, 4, "2013-01-01", (UZB,), rank="deprecated")
    assert periods(two_rosters, state=UZB) == ["party [2002-05-15..2009-09-26]/[2009-09-27..]"]


def test_a_roster_of_an_unknown_day_is_sure_of_no_more_than_its_bounds(ledger: Ledger) -> None:
    write_roster(ledger, 1, "2002-01-01..2002-12-31", SIX)
    write_roster(ledger, 2, "2009-01-01..2009-12-31", (UZB,))
    write_roster(ledger, 3, "2013-01-01..2013-12-31", SIX)
    assert periods(ledger, state=UZB) == ["party [2002-01-02..2009-12-31]/[2009-01-02..2013-12-31]"]


def test_membership_begins_no_earlier_than_the_treatys_entry_into_force(two_rosters: Ledger) -> None:
    write_treaty(two_rosters, "1994-04-20")
    assert periods(two_rosters, state=ARM) == ["party [1994-04-20..2002-05-14]/[2009-09-27..]"]


def test_an_entry_into_force_after_the_roster_is_left_aside(two_rosters: Ledger) -> None:
    write_treaty(two_rosters, "2003-09-18")
    assert periods(two_rosters, state=ARM) == ["party [..2002-05-14]/[2009-09-27..]"]


def test_a_roster_of_a_treaty_that_requires_another_proves_presence_in_both(two_rosters: Ledger) -> None:
    two_rosters.insert("treaty_relation", [{"treaty_id": 1, "related_id": 2, "kind": "requires"}])
    assert periods(two_rosters, state=ARM, treaty=2) == ["party [..2002-05-14]/[2009-09-27..]"]
    assert periods(two_rosters, state=UZB, treaty=2) == ["party [..2009-09-26]/[2009-09-27..]"]


def test_a_relation_of_another_kind_carries_no_roster(two_rosters: Ledger) -> None:
    two_rosters.insert("treaty_relation", [{"treaty_id": 1, "related_id": 2, "kind": "prolongs"}])
    assert periods(two_rosters, state=ARM, treaty=2) == []


def test_an_act_displaces_the_rosters_for_its_own_state(two_rosters: Ledger) -> None:
    assert periods(two_rosters, "participation 2006-08-16", state=UZB) == ["party 2006-08-16/.."]
    assert periods(two_rosters, state=ARM) == ["party [..2002-05-14]/[2009-09-27..]"]


def test_an_act_in_another_dataset_or_under_another_treaty_displaces_nothing(two_rosters: Ledger) -> None:
    write_acts(two_rosters, "participation 2006-08-16", state=UZB, dataset=2)
    write_acts(two_rosters, "participation 2006-08-16", state=UZB, treaty=2, first=2)
    assert periods(two_rosters, state=UZB) == ["party [2002-05-15..2009-09-26]/[2009-09-27..]"]


def test_an_act_without_effect_displaces_the_rosters_too(two_rosters: Ledger) -> None:
    assert periods(two_rosters, "declaration 2006-08-16", state=UZB) == []


def test_a_roster_of_another_dataset_counts_in_that_dataset_alone(two_rosters: Ledger) -> None:
    write_roster(two_rosters, 3, "2005-01-01", (UZB,), dataset_id=2)
    assert periods(two_rosters, state=UZB) == ["party [2002-05-15..2009-09-26]/[2009-09-27..]"]
    assert periods(two_rosters, state=UZB, dataset=2) == ["party [..2005-01-01]/[2005-01-02..]"]


def test_an_extinct_state_is_a_member_no_longer(two_rosters: Ledger) -> None:
    write_end(two_rosters, "2010-01-01", state=UZB)
    assert periods(two_rosters, state=UZB) == ["party [2002-05-15..2009-09-26]/[2009-09-27..2010-01-01]"]


def test_a_treaty_terminated_for_all_ends_what_rosters_say(two_rosters: Ledger) -> None:
    write_acts(two_rosters, "termination 2010-01-01", state=None)
    assert periods(two_rosters, state=UZB) == ["party [2002-05-15..2009-09-26]/[2009-09-27..2010-01-01]"]
