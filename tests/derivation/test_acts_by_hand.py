"""Periods from acts on known days, worked out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.derivation.hand import periods, write_acts, write_end, write_treaty
from tests.derivation.oracle import CONSENTS, EXITS, WITHOUT_EFFECT

if TYPE_CHECKING:
    from tests.derivation.ledger import Ledger

FORCE = "1994-04-20"


def test_a_signature_makes_a_signatory_and_no_more(ledger: Ledger) -> None:
    write_treaty(ledger, FORCE)
    assert periods(ledger, "signature 1992-05-15") == ["signatory 1992-05-15/.."]


@pytest.mark.parametrize("consent", CONSENTS)
def test_consent_before_the_treaty_is_in_force_makes_a_contracting_state_until_it_is(
    ledger: Ledger, consent: str
) -> None:
    write_treaty(ledger, FORCE)
    assert periods(ledger, "signature 1992-05-15", f"{consent} 1994-03-01") == [
        "signatory 1992-05-15/1994-03-01",
        "contracting 1994-03-01/1994-04-20",
        "party 1994-04-20/..",
    ]


def test_consent_after_the_treaty_is_in_force_makes_a_party_at_once(ledger: Ledger) -> None:
    write_treaty(ledger, FORCE)
    assert periods(ledger, "accession 2006-08-16") == ["party 2006-08-16/.."]


def test_consent_on_the_day_the_treaty_enters_into_force_makes_a_party(ledger: Ledger) -> None:
    write_treaty(ledger, FORCE)
    assert periods(ledger, f"ratification {FORCE}") == ["party 1994-04-20/.."]


def test_a_treaty_not_in_force_has_no_parties(ledger: Ledger) -> None:
    assert periods(ledger, "signature 1992-05-15", "ratification 1994-03-01") == [
        "signatory 1992-05-15/1994-03-01",
        "contracting 1994-03-01/..",
    ]


def test_a_treaty_that_entered_into_force_at_an_unknown_day_leaves_the_party_possible(ledger: Ledger) -> None:
    write_treaty(ledger, "1994-04-01..1994-04-30")
    assert periods(ledger, "ratification 1994-03-01") == [
        "contracting 1994-03-01/[1994-04-01..1994-04-30]",
        "party [1994-04-01..1994-04-30]/..",
    ]


def test_the_states_own_entry_into_force_comes_before_the_treatys(ledger: Ledger) -> None:
    write_treaty(ledger, FORCE)
    assert periods(ledger, "accession 1995-01-01", "entry_into_force 1995-01-31") == [
        "contracting 1995-01-01/1995-01-31",
        "party 1995-01-31/..",
    ]


def test_a_state_returns_after_its_withdrawal(ledger: Ledger) -> None:
    write_treaty(ledger, FORCE)
    assert periods(ledger, "ratification 1994-03-30", "withdrawal 1999-04-20", "accession 2006-08-16") == [
        "contracting 1994-03-30/1994-04-20",
        "party 1994-04-20/1999-04-20",
        "party 2006-08-16/..",
    ]


@pytest.mark.parametrize("way_out", EXITS)
def test_every_exit_ends_membership(ledger: Ledger, way_out: str) -> None:
    assert periods(ledger, "participation 1994-04-20", f"{way_out} 1999-04-20") == ["party 1994-04-20/1999-04-20"]


def test_an_exit_counts_from_its_day_of_effect(ledger: Ledger) -> None:
    assert periods(ledger, "participation 1994-04-20", "withdrawal 2012-06-28 effect 2012-12-19") == [
        "party 1994-04-20/2012-12-19"
    ]


def test_non_renewal_ends_membership_and_prolongation_does_not(ledger: Ledger) -> None:
    lines = "participation 1994-04-20", "prolongation 1999-04-02", "non_renewal 1999-04-20", "prolongation 2004-04-20"
    assert periods(ledger, *lines) == ["party 1994-04-20/1999-04-20"]


def test_a_suspended_state_is_no_party_until_it_resumes(ledger: Ledger) -> None:
    assert periods(ledger, "participation 2000-01-01", "suspension 2001-01-01", "resumption 2002-01-01") == [
        "party 2000-01-01/2001-01-01",
        "suspended 2001-01-01/2002-01-01",
        "party 2002-01-01/..",
    ]


def test_a_suspension_on_the_day_of_the_resumption_leaves_everything_possible_after_it(ledger: Ledger) -> None:
    assert periods(ledger, "suspension 2001-01-01", "resumption 2001-01-01") == [
        "party 2001-01-01/[2001-01-01..]",
        "suspended 2001-01-01/[2001-01-01..]",
    ]


def test_consent_lifts_a_suspension_and_signature_does_not(ledger: Ledger) -> None:
    assert periods(ledger, "suspension 2001-01-01", "signature 2001-02-01", "accession 2001-03-01") == [
        "suspended 2001-01-01/2001-03-01",
        "contracting 2001-03-01/..",
    ]


def test_provisional_application_lasts_until_consent(ledger: Ledger) -> None:
    lines = "signature 1994-12-17", "provisional_application 1994-12-18", "ratification 1998-01-01"
    assert periods(ledger, *lines) == [
        "signatory 1994-12-17/1994-12-18",
        "provisional 1994-12-18/1998-01-01",
        "contracting 1998-01-01/..",
    ]


def test_an_observer_becomes_an_associate_becomes_a_party(ledger: Ledger) -> None:
    lines = "observer_admission 2013-01-01", "associate_admission 2014-01-01", "participation 2015-01-01"
    assert periods(ledger, *lines, "observer_admission 2016-01-01") == [
        "observer 2013-01-01/2014-01-01",
        "associate 2014-01-01/2015-01-01",
        "party 2015-01-01/..",
    ]


def test_participation_needs_no_treaty_in_force(ledger: Ledger) -> None:
    write_treaty(ledger, FORCE)
    assert periods(ledger, "participation 1992-05-15", "withdrawal 1993-01-01") == ["party 1992-05-15/1993-01-01"]


@pytest.mark.parametrize("kind", WITHOUT_EFFECT)
def test_acts_without_effect_change_nothing(ledger: Ledger, kind: str) -> None:
    assert periods(ledger, f"{kind} 1992-01-01", "participation 1994-04-20", f"{kind} 1995-01-01") == [
        "party 1994-04-20/.."
    ]


def test_a_second_consent_or_a_late_signature_changes_nothing(ledger: Ledger) -> None:
    write_treaty(ledger, FORCE)
    assert periods(ledger, "ratification 1995-01-01", "accession 1996-01-01", "signature 1997-01-01") == [
        "party 1995-01-01/.."
    ]


def test_signature_and_ratification_on_one_day_leave_no_signatory(ledger: Ledger) -> None:
    write_treaty(ledger, FORCE)
    assert periods(ledger, "signature 1995-01-01", "ratification 1995-01-01") == ["party 1995-01-01/.."]


def test_signature_after_withdrawal_makes_a_signatory_again(ledger: Ledger) -> None:
    assert periods(ledger, "participation 1994-04-20", "withdrawal 1999-04-20", "signature 2000-01-01") == [
        "party 1994-04-20/1999-04-20",
        "signatory 2000-01-01/..",
    ]


def test_nothing_outlasts_the_state(ledger: Ledger) -> None:
    write_end(ledger, "1991-12-26")
    assert periods(ledger, "participation 1955-05-14", "accession 1993-01-01") == ["party 1955-05-14/1991-12-26"]


def test_a_state_extinct_at_an_unknown_day_ends_its_membership_then(ledger: Ledger) -> None:
    write_end(ledger, "1990-05-01..1990-05-31")
    assert periods(ledger, "participation 1955-05-14") == ["party 1955-05-14/[1990-05-01..1990-05-31]"]


def test_a_successor_begins_with_its_own_act(ledger: Ledger) -> None:
    write_treaty(ledger, "1955-06-05")
    write_end(ledger, "1993-01-01", state=1)
    write_acts(ledger, "ratification 1955-05-24", state=1, first=101)
    assert periods(ledger, "succession 1993-05-28 effect 1993-01-01", state=2) == ["party 1993-01-01/.."]
    assert periods(ledger, state=1) == ["contracting 1955-05-24/1955-06-05", "party 1955-06-05/1993-01-01"]


def test_termination_ends_the_treaty_for_all_and_for_good(ledger: Ledger) -> None:
    write_acts(ledger, "termination 1991-07-01", state=None, first=101)
    write_acts(ledger, "participation 1955-05-14", state=2, first=201)
    assert periods(ledger, "participation 1955-05-14", "accession 1995-01-01") == ["party 1955-05-14/1991-07-01"]
    assert periods(ledger, state=2) == ["party 1955-05-14/1991-07-01"]


def test_a_termination_ends_its_own_treaty_in_its_own_dataset_alone(ledger: Ledger) -> None:
    write_acts(ledger, "termination 1991-07-01", state=None, treaty=2, first=101)
    write_acts(ledger, "termination 1991-07-01", state=None, dataset=2, first=102)
    assert periods(ledger, "participation 1955-05-14") == ["party 1955-05-14/.."]
