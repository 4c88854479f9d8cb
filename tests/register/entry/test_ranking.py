"""Which claim counts, and two records of one person made one; both can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.errors import NotFoundError, RefusedError, UsageError
from secdb.register.desk.ranking import merge_persons, rank
from secdb.register.desk.writing import carry_out
from secdb.register.entry.entries import Entry
from secdb.register.history.undoing import undo
from secdb.register.revision import revise
from tests.register.dumping import dump, periods
from tests.register.entry.typed import done, entered, entry
from tests.register.samples import rows

if TYPE_CHECKING:
    import sqlalchemy as sa

    from secdb.register.desk.writing import Outcome

pytestmark = pytest.mark.server_later


def ranked(engine: sa.Engine, act: str, word: str, why: str = "As decided") -> Outcome:
    return carry_out(engine, lambda desk: [rank(desk, act, word, why)], author="archivist", message=why)


def merged(engine: sa.Engine, gone: str, kept: str) -> Outcome:
    return carry_out(engine, lambda desk: merge_persons(desk, gone, kept), author="archivist", message="One person")


def undone(engine: sa.Engine, number: int) -> None:
    with revise(engine, author="archivist", message="Undo") as writer:
        undo(writer.session, number)


@pytest.fixture
def claims(small: sa.Engine) -> sa.Engine:
    """Return the small register with two claims about an accession and the entry into force."""
    act = {"treaty": "cst", "state": "ARM", "kind": "accession"}
    other = {"rank": "normal", "reason": "Another source"}
    entered(small, Entry("act", {**act, "date": "1995-01-01"}), Entry("act", {**act, "date": "1996-01-01", **other}))
    return small


def test_a_rank_decides_which_claim_counts_and_is_explained(claims: sa.Engine) -> None:
    outcome = ranked(claims, "2", "preferred")
    assert (outcome.number, done(outcome)) == (3, ["changed act 2"])
    assert rows(claims, "SELECT rank FROM act ORDER BY id") == [("normal",), ("preferred",)]
    assert [str(row) for row in rows(claims, "SELECT start_earliest FROM membership_period")] != []
    assert ranked(claims, "2", "preferred").number is None
    undone(claims, 3)
    assert rows(claims, "SELECT rank FROM act ORDER BY id") == [("normal",), ("normal",)]


def test_a_rank_that_is_none_or_an_act_that_is_not_there_is_refused(claims: sa.Engine) -> None:
    with pytest.raises(UsageError, match="the rank is one of preferred, normal, deprecated, not 'best'"):
        ranked(claims, "2", "best")
    with pytest.raises(NotFoundError, match="there is no act '9'; list them all with: secdb act list"):
        ranked(claims, "9", "normal")


@pytest.fixture
def twins(small: sa.Engine) -> sa.Engine:
    """Return the small register with a second record of Ivan Petrov, who signed, held an office and acted."""
    entered(
        small,
        entry("person", name="I. Petrov", alias=("Vanya", "IVAN PETROV"), note="From the letter"),
        entry("signatory", statement="speech", state="RUS", person="petrov-i-2"),
        entry("tenure", person="petrov-i-2", state="RUS", office="other", from_="2000"),
        entry("act", treaty="cst", state="RUS", kind="signature", date="1992", signer="petrov-i-2"),
    )
    return small


def test_all_that_one_person_did_is_the_others_after_a_merge(twins: sa.Engine) -> None:
    outcome = merged(twins, "I. Petrov", "petrov-i")
    assert done(outcome) == ["removed person petrov-i-2", "changed person petrov-i"]
    assert rows(twins, "SELECT code, name, note FROM person") == [("petrov-i", "Ivan Petrov", "From the letter")]
    for table, column in (("signatory", "person_id"), ("tenure", "person_id"), ("act", "signer_id")):
        assert rows(twins, f"SELECT {column} FROM {table}") == [(1,)]
    assert rows(twins, "SELECT name FROM person_name ORDER BY name") == [("I. Petrov",), ("Vanya",)]


def test_a_merge_undone_leaves_every_byte_as_it_was(twins: sa.Engine) -> None:
    before = dump(twins), periods(twins)
    number = merged(twins, "petrov-i-2", "petrov-i").number
    assert number == 3
    assert dump(twins) != before[0]
    undone(twins, number)
    assert (dump(twins), periods(twins)) == before


def test_a_person_is_not_merged_into_itself(twins: sa.Engine) -> None:
    with pytest.raises(RefusedError, match=r"'Vanya' and 'I\. Petrov' are the same person already: petrov-i-2"):
        merged(twins, "Vanya", "I. Petrov")
    with pytest.raises(NotFoundError, match="there is no person 'Nobody'"):
        merged(twins, "Nobody", "petrov-i")
