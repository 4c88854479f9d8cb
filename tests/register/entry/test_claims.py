"""Contradicting claims, by hand, on the dates the literature gives for the Collective Security Treaty."""

from __future__ import annotations

import datetime as dt

import pytest

from secdb.register.desk.claims import REPEATED, WINDOW, Claim, contradicted, same_claim
from secdb.vocabulary import ActKind, Rank


def claim(act: int | None, kind: str, date: str, *, rank: str = "normal", contests: int | None = None) -> Claim:
    """Return a claim on a day, or on one of the days `A..B`, an empty side being unbounded."""
    days = date.split("..") if ".." in date else (date, date)
    first, last = (dt.date.fromisoformat(day) if day else None for day in days)
    return Claim(act, ActKind(kind), first, last, Rank(rank), contests)


SIGNED = claim(1, "signature", "1992-05-15")
LEFT = claim(2, "non_renewal", "1999-04-20")
RETURNED = claim(3, "accession", "2006-08-16", rank="preferred")
SUSPENDED = claim(4, "suspension", "2012-12-19", rank="preferred")
UZBEKISTAN = (SIGNED, claim(9, "accession", "1994-04-20"), LEFT, RETURNED, SUSPENDED)


@pytest.mark.parametrize("date", ["2006-06-23", "2006-08-17", "2008-03-28"])
def test_the_other_dates_of_a_return_contradict_it(date: str) -> None:
    assert contradicted(claim(None, "accession", date), UZBEKISTAN) == RETURNED


def test_a_claim_is_heard_against_the_head_of_its_group() -> None:
    minsk = claim(5, "accession", "2006-06-23", contests=3)
    assert contradicted(claim(None, "accession", "2006-06-22"), (*UZBEKISTAN, minsk)) == RETURNED


def test_the_head_may_be_of_another_kind() -> None:
    ratified = claim(5, "ratification", "2008-03-28", contests=3)
    assert contradicted(claim(None, "ratification", "2008-03-29"), (*UZBEKISTAN, ratified)) == RETURNED


def test_two_dates_of_an_exit_contradict_each_other() -> None:
    noted = claim(5, "withdrawal", "2012-06-28")
    assert contradicted(claim(None, "withdrawal", "2012-12-19"), (*UZBEKISTAN[:4], noted)) == noted


def test_an_exit_and_a_suspension_are_not_compared() -> None:
    assert contradicted(claim(None, "withdrawal", "2012-06-28"), UZBEKISTAN) is None


def test_the_slip_of_a_month_contradicts_an_accession() -> None:
    georgia = claim(8, "accession", "1993-12-09", rank="preferred")
    assert contradicted(claim(None, "accession", "1993-09-09"), (georgia,)) == georgia


@pytest.mark.parametrize("date", ["1993-01-01..1993-12-31", "..1999-12-31", ".."])
def test_a_date_that_is_only_vaguer_is_about_the_same_event(date: str) -> None:
    georgia = claim(8, "accession", "1993-12-09")
    assert contradicted(claim(None, "accession", date), (georgia,)) == georgia


def test_the_first_accession_and_the_return_are_two_events() -> None:
    assert contradicted(claim(None, "accession", "1994-04-21"), UZBEKISTAN) == UZBEKISTAN[1]
    assert contradicted(claim(None, "accession", "2000-01-01"), UZBEKISTAN) is None


@pytest.mark.parametrize(
    ("date", "is_near"), [("2008-08-16", True), ("2008-08-17", False), ("2004-08-15", True), ("2004-08-14", False)]
)
def test_the_window_is_two_years(date: str, *, is_near: bool) -> None:
    assert WINDOW.days == 731
    assert (contradicted(claim(None, "accession", date), (RETURNED,)) is not None) == is_near


def test_the_window_is_measured_from_the_nearest_end_of_the_bounds() -> None:
    year = claim(5, "accession", "2004-01-01..2004-12-31")
    assert contradicted(claim(None, "accession", "2006-12-31"), (year,)) == year  # 730 days after the end of 2004
    assert contradicted(claim(None, "accession", "2007-01-02"), (year,)) is None  # 732


@pytest.mark.parametrize(
    ("kind", "between"),
    [
        ("accession", "withdrawal"),
        ("ratification", "expulsion"),
        ("signature", "withdrawal"),
        ("withdrawal", "accession"),
        ("withdrawal", "participation"),
        ("suspension", "resumption"),
        ("resumption", "suspension"),
        ("entry_into_force", "suspension"),
        ("participation", "non_renewal"),
        ("observer_admission", "withdrawal"),
    ],
)
def test_an_act_of_the_opposite_sense_between_makes_two_events(kind: str, between: str) -> None:
    first, event = claim(1, kind, "2000-01-01"), claim(2, between, "2000-06-01")
    second = claim(None, kind, "2001-01-01")
    assert contradicted(second, (first,)) == first
    assert contradicted(second, (first, event)) is None
    assert contradicted(claim(None, kind, "2000-05-01"), (first, event)) == first


@pytest.mark.parametrize(("kind", "between"), [("accession", "suspension"), ("accession", "signature")])
def test_other_acts_between_do_not(kind: str, between: str) -> None:
    first = claim(1, kind, "2000-01-01")
    assert contradicted(claim(None, kind, "2001-01-01"), (first, claim(2, between, "2000-06-01"))) == first


@pytest.mark.parametrize(
    "event",
    [
        claim(2, "withdrawal", "2000-06-01..2001-06-01"),
        claim(2, "withdrawal", "2000-01-01"),
        claim(2, "withdrawal", "2000-06-01", rank="deprecated"),
    ],
)
def test_an_exit_that_may_lie_elsewhere_or_does_not_count_proves_nothing(event: Claim) -> None:
    first = claim(1, "accession", "2000-01-01")
    assert contradicted(claim(None, "accession", "2001-01-01"), (first, event)) == first


def test_an_exit_that_lost_against_a_better_claim_proves_nothing() -> None:
    first = claim(1, "accession", "2000-01-01")
    kept = claim(2, "withdrawal", "2005-01-01", rank="preferred")
    lost = claim(3, "withdrawal", "2000-06-01", contests=2)
    assert contradicted(claim(None, "accession", "2001-01-01"), (first, kept, lost)) == first


def test_of_two_events_the_nearer_one_is_meant() -> None:
    acts = (claim(1, "accession", "2000-01-01"), claim(2, "accession", "2001-12-01"))
    assert contradicted(claim(None, "accession", "2001-11-01"), acts) == acts[1]
    assert contradicted(claim(None, "accession", "2000-02-01"), acts) == acts[0]


def test_nearness_is_that_of_the_nearest_ends() -> None:
    vague, known = claim(1, "accession", "2000-01-01..2001-12-31"), claim(2, "accession", "2002-06-01")
    assert contradicted(claim(None, "accession", "2002-01-10"), (vague, known)) == vague


def test_a_corrected_act_contradicts_neither_itself_nor_its_group() -> None:
    minsk = claim(5, "accession", "2006-06-23", contests=3)
    assert contradicted(claim(3, "accession", "2006-08-17"), (RETURNED, minsk)) is None
    assert contradicted(claim(5, "accession", "2006-06-24", contests=3), (RETURNED, minsk)) is None


@pytest.mark.parametrize("kind", sorted(REPEATED))
def test_what_may_be_done_again_never_contradicts(kind: ActKind) -> None:
    first = claim(1, kind, "2000-01-01")
    assert contradicted(claim(None, kind, "2000-01-02"), (first,)) is None
    assert len(REPEATED) == 5


def test_the_same_claim_is_no_contradiction() -> None:
    again = claim(None, "accession", "2006-08-16")
    assert contradicted(again, UZBEKISTAN) is None
    assert same_claim(again, UZBEKISTAN) == RETURNED


@pytest.mark.parametrize(
    "other", [claim(None, "ratification", "2006-08-16"), claim(None, "accession", "2006-08-16..2006-08-17")]
)
def test_another_kind_or_date_is_not_the_same_claim(other: Claim) -> None:
    assert same_claim(other, UZBEKISTAN) is None


def test_an_act_is_not_the_same_claim_as_itself() -> None:
    assert same_claim(RETURNED, UZBEKISTAN) is None
