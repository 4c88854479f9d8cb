"""Periods from acts on days not known, and from claims that contradict each other, worked out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.derivation.hand import periods, write_treaty

if TYPE_CHECKING:
    from tests.derivation.ledger import Ledger


def test_an_act_in_an_unknown_month_makes_the_status_possible_in_that_month(ledger: Ledger) -> None:
    assert periods(ledger, "participation 2006-08-01..2006-08-31", "withdrawal 2012-01-01..2012-12-31") == [
        "party [2006-08-01..2006-08-31]/[2012-01-01..2012-12-31]"
    ]


def test_an_act_known_only_to_lie_before_a_day_starts_at_no_known_day(ledger: Ledger) -> None:
    assert periods(ledger, "participation ..2002-05-14") == ["party [..2002-05-14]/.."]


def test_an_act_known_only_to_lie_after_a_day_is_never_certain(ledger: Ledger) -> None:
    assert periods(ledger, "participation 2002-05-14..") == ["party [2002-05-14..]/.."]


def test_an_exit_at_an_unknown_day_from_a_day_on_leaves_the_end_unknown(ledger: Ledger) -> None:
    assert periods(ledger, "participation 1994-04-20", "withdrawal 1999-01-01..") == ["party 1994-04-20/[1999-01-01..]"]


def test_an_exit_and_an_accession_in_unknown_order_leave_both_possible_for_ever(ledger: Ledger) -> None:
    """Until the accession can have been, none is possible; from then on, either may have come last."""
    assert periods(ledger, "accession 2000-03-01..2000-05-31", "withdrawal 2000-04-01..2000-06-30") == [
        "contracting [2000-03-01..2000-05-31]/[2000-04-01..]"
    ]


def test_an_exit_and_an_accession_on_one_day_are_in_unknown_order(ledger: Ledger) -> None:
    assert periods(ledger, "participation 1999-01-01", "withdrawal 2000-01-01", "participation 2000-01-01") == [
        "party 1999-01-01/2000-01-01",
        "party 2000-01-01/[2000-01-01..]",
    ]


def test_a_signature_in_unknown_order_with_the_ratification_ends_with_it(ledger: Ledger) -> None:
    assert periods(ledger, "signature 2000-01-01..2000-12-31", "ratification 2000-06-01") == [
        "signatory [2000-01-01..2000-12-31]/2000-06-01",
        "contracting 2000-06-01/..",
    ]


def test_a_preferred_claim_beats_a_normal_one(ledger: Ledger) -> None:
    assert periods(ledger, "participation 1993-09-09", "participation 1993-12-09 preferred against 1") == [
        "party 1993-12-09/.."
    ]


def test_a_normal_head_loses_to_the_preferred_claim_and_wins_over_the_deprecated_one(ledger: Ledger) -> None:
    lines = "withdrawal 2012-06-28", "withdrawal 2012-12-19 deprecated against 2"
    assert periods(ledger, "participation 2006-08-16", *lines) == ["party 2006-08-16/2012-06-28"]


def test_a_deprecated_claim_never_counts_even_alone(ledger: Ledger) -> None:
    assert periods(ledger, "participation 1993-09-09 deprecated") == []


def test_claims_of_equal_rank_leave_the_days_between_them_possible(ledger: Ledger) -> None:
    lines = (
        "participation 2006-08-16",
        "participation 2006-06-23 against 1",
        "participation 2008-03-28 deprecated against 1",
        "participation 2006-08-17 against 1",
    )
    assert periods(ledger, *lines) == ["party [2006-06-23..2006-08-17]/.."]


def test_equal_claims_that_lead_to_different_statuses_count_each_on_its_own_day(ledger: Ledger) -> None:
    assert periods(ledger, "signature 1992-05-15", "participation 1993-01-01 against 1") == [
        "signatory 1992-05-15/1993-01-01",
        "party 1993-01-01/..",
    ]


def test_acts_of_one_status_in_unknown_order_are_one_period_from_the_first_of_them(ledger: Ledger) -> None:
    write_treaty(ledger, "1990-01-01")
    assert periods(ledger, "ratification 2000-01-01..2000-12-31", "accession 2000-03-01..2000-05-31") == [
        "party [2000-01-01..2000-05-31]/.."
    ]


def test_an_own_entry_into_force_that_may_belong_to_the_first_accession_leaves_the_second_open(ledger: Ledger) -> None:
    """Either it came before the withdrawal, and the treaty's force makes a party of 2002, or it is still to come."""
    write_treaty(ledger, "1990-01-01")
    lines = "entry_into_force 2000-01-01..2003-12-31", "withdrawal 2001-01-01", "accession 2002-01-01"
    assert periods(ledger, *lines) == [
        "party [2000-01-01..2003-12-31]/[2001-01-01..]",
        "contracting 2002-01-01/[2002-01-01..]",
        "party 2002-01-01/[2002-01-01..]",
    ]


def test_a_signature_after_an_exit_and_a_return_in_unknown_order_is_nowhere_certain(ledger: Ledger) -> None:
    """If the exit came first the State is still a party, and signing changes nothing."""
    lines = "participation 2000-01-01..2000-12-31", "withdrawal 2000-06-01..2001-06-30", "signature 2002-01-01"
    assert periods(ledger, *lines) == [
        "party [2000-01-01..2000-12-31]/[2000-06-01..]",
        "signatory 2002-01-01/[2002-01-01..]",
    ]
