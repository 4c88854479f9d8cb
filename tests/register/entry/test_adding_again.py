"""Adding what is on record already, or contradicts what is: known, completed, or refused with what to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.register.entry.entries import Entry
from tests.register.dumping import dump
from tests.register.entry.typed import BASE, LETTER, done, entered, entry, problems_of
from tests.register.samples import rows

if TYPE_CHECKING:
    import sqlalchemy as sa

pytestmark = pytest.mark.server_later


def test_the_same_entries_twice_add_nothing(small: sa.Engine) -> None:
    more = (
        entry("act", treaty="cst", state=("ARM", "RUS"), kind="signature", date="1992", cite="letter", quote="signed"),
        entry("roster", treaty="cst", on="2001", state=("ARM", "RUS"), cite="volume"),
        entry("tenure", person="Ivan Petrov", state="RUS", office="special_envoy", from_="2000"),
        entry("signatory", statement="speech", state="RUS", person="Ivan Petrov"),
        entry("signatory", statement="speech", state="BLR"),
        entry("document", title="No code"),
        entry("statement", document="volume", kind="letter", title="No code", signatory=("ARM", "RUS:Ivan Petrov")),
    )
    assert entered(small, *more).number == 2
    before = dump(small)
    outcome = entered(small, *BASE, *more)
    assert (outcome.number, {one.done for one in outcome.entered}) == (None, {"unchanged"})
    assert dump(small) == before


def test_what_is_known_gets_the_citations_and_parts_it_lacks(small: sa.Engine) -> None:
    act = {"treaty": "cst", "state": "ARM", "kind": "signature", "date": "1992"}
    entered(small, Entry("act", {**act, "cite": "letter", "quote": "signed"}))
    outcome = entered(
        small,
        Entry("act", {**act, "cite": "volume", "locator": "p. 1"}),
        entry("person", name="Ivan Petrov", alias="I. P."),
    )
    assert (outcome.number, done(outcome)) == (3, ["changed person petrov-i", "changed act 1"])
    assert rows(small, "SELECT count(*) FROM citation") == [(2,)]
    assert rows(small, "SELECT name FROM person_name") == [("I. P.",)]


DIFFERING = [
    (
        entry("treaty", code="cst", title="Another"),
        (
            "title 'Another': treaty cst is on record with another title ('Treaty on Collective Security'); "
            "change it with: secdb treaty edit cst"
        ),
    ),
    (
        entry("document", title="New", code="letter", text="Another text"),
        (
            "code 'letter': is that of another document; give another one, or change that document with: "
            "secdb document edit letter"
        ),
    ),
    (
        entry("document", title="New", symbol="A/1"),
        "symbol 'A/1': is that of document letter already",
    ),
]


def test_what_differs_from_the_record_is_refused_with_what_to_type(small: sa.Engine) -> None:
    for given, said in DIFFERING:
        assert problems_of(small, given) == [said]


def test_a_default_is_no_statement_about_what_is_on_record(small: sa.Engine) -> None:
    assert done(entered(small, entry("document", code="volume", title="Volume 12"))) == ["unchanged document volume"]


def test_the_same_text_twice_is_one_document(small: sa.Engine) -> None:
    outcome = entered(small, entry("document", title="As others call it", text=LETTER, symbol=("A/1", "S/1")))
    assert done(outcome) == ["changed document letter"]
    assert rows(small, "SELECT symbol FROM document_symbol ORDER BY symbol") == [("A/1",), ("S/1",)]


def test_signatories_are_numbered_after_those_on_record_and_those_given(small: sa.Engine) -> None:
    entered(
        small, entry("signatory", statement="speech", state="RUS"), entry("signatory", statement="speech", state="ARM")
    )
    entered(
        small,
        entry("signatory", statement="speech", state="BLR"),
        entry("signatory", statement="speech", state="RUS", person="Ivan Petrov", position="3"),
    )
    found = rows(small, "SELECT position, state, person FROM signatories ORDER BY position")
    assert found == [(1, "RUS", None), (2, "ARM", None), (3, "RUS", "petrov-i"), (4, "BLR", None)]


def test_a_signatory_in_short_says_state_person_office_and_mode(small: sa.Engine) -> None:
    entered(
        small,
        entry(
            "statement",
            document="volume",
            kind="letter",
            title="Joint",
            signatory=("Russia:Ivan Petrov:special envoy:issued", "ARM::minister_for_foreign_affairs"),
        ),
    )
    found = rows(small, "SELECT position, state, person, capacity, mode FROM signatories ORDER BY position")
    assert found == [
        (1, "RUS", "petrov-i", "special_envoy", "issued"),
        (2, "ARM", None, "minister_for_foreign_affairs", "signed"),
    ]


def test_two_signatories_that_cannot_be_told_apart_are_refused(small: sa.Engine) -> None:
    given = entry(
        "statement", document="volume", kind="letter", title="Joint", signatory=("RUS::other", "RUS::special_envoy")
    )
    assert problems_of(small, given) == [
        "signatory 'RUS': is given twice, not alike; give each its position in a draft"
    ]
    entered(small, entry("signatory", statement="speech", state="RUS", capacity="other"))
    known = entry(
        "statement",
        code="speech",
        document="letter",
        kind="statement",
        title="On the talks",
        signatory="RUS::special_envoy",
    )
    (said,) = problems_of(small, known)
    assert said.endswith(
        "is on record with another capacity ('other'); change it with: secdb statement edit speech --edit"
    )


def test_a_record_given_twice_is_refused(small: sa.Engine) -> None:
    twice = [
        entry("act", treaty="cst", state="ARM", kind="signature", date=date) for date in ("1992-05-15", "15 May 1992")
    ]
    assert problems_of(small, *twice) == ["state 'ARM': the same record as given before"]


def test_a_claim_that_contradicts_another_needs_a_rank_and_a_reason(small: sa.Engine) -> None:
    act = {"treaty": "cst", "state": "ARM", "kind": "accession"}
    entered(small, Entry("act", {**act, "date": "1993-09-09"}))
    other = {**act, "date": "9 December 1993"}
    said = (
        "rank: contradicts act 1 (accession, 1993-09-09); say how it ranks and why: "
        "rank (preferred, normal, deprecated) and reason"
    )
    assert problems_of(small, Entry("act", other)) == [said]
    assert problems_of(small, Entry("act", {**other, "reason": "Why"})) == [said]
    assert problems_of(small, Entry("act", {**other, "rank": "normal"})) == [said.replace("rank: ", "rank 'normal': ")]
    assert problems_of(small, Entry("act", {**other, "contests": "1"})) == [said]
    ranked = Entry("act", {**other, "rank": "preferred", "reason": "The decision gives it", "note": "Seen"})
    assert done(entered(small, ranked)) == ["added act 2"]
    third = {**act, "date": "1993-10", "rank": "deprecated", "reason": "Hearsay", "contests": "2"}
    assert done(entered(small, Entry("act", third))) == ["added act 3"]
    claims = rows(small, "SELECT id, rank, contests_id FROM act ORDER BY id")
    assert claims == [(1, "normal", None), (2, "preferred", 1), (3, "deprecated", 1)]
    assert rows(small, "SELECT count(*) FROM act WHERE note LIKE '%The decision gives it%'") == [(1,)]
    assert entered(small, ranked).number is None


def test_the_same_date_with_another_date_of_effect_is_a_contradiction(small: sa.Engine) -> None:
    act = {"treaty": "cst", "state": "ARM", "kind": "accession", "date": "1993-09-09"}
    entered(small, Entry("act", act))
    (said,) = problems_of(small, Entry("act", {**act, "effect": "1994-01-01"}))
    assert said.startswith("rank: contradicts act 1 (accession, 1993-09-09)")
    entered(small, Entry("act", {**act, "effect": "1994-01-01", "rank": "normal", "reason": "As printed"}))
    assert rows(small, "SELECT contests_id FROM act ORDER BY id") == [(None,), (1,)]


def test_an_act_cannot_contest_one_of_another_state(small: sa.Engine) -> None:
    entered(small, entry("act", treaty="cst", state="ARM", kind="accession", date="1993"))
    given = entry(
        "act", treaty="cst", state="RUS", kind="accession", date="1993", contests="1", rank="normal", reason="x"
    )
    assert problems_of(small, given) == [
        "contests '1': is an act of another dataset, treaty or State; give the one that this act contradicts"
    ]


def test_two_claims_in_one_go_contradict_each_other(small: sa.Engine) -> None:
    act = {"treaty": "cst", "state": "ARM", "kind": "accession"}
    first, second = Entry("act", {**act, "date": "1993-09-09"}), {**act, "date": "1993-12-09"}
    (said,) = problems_of(small, first, Entry("act", second))
    assert said.startswith("rank: contradicts one given before (accession, 1993-09-09); say how it ranks and why")
    entered(small, first, Entry("act", {**second, "rank": "preferred", "reason": "As decided"}))
    assert rows(small, "SELECT contests_id FROM act ORDER BY id") == [(None,), (1,)]
