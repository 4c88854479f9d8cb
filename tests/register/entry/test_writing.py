"""A revision from entries: its effect is known before it is kept, and is the one agreed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.register.desk.adding import add
from secdb.register.desk.writing import ChangedError, carry_out, enter
from secdb.register.entry.entries import Entry
from tests.register.dumping import dump
from tests.register.entry.typed import entered, entry
from tests.register.samples import rows

if TYPE_CHECKING:
    import sqlalchemy as sa

pytestmark = pytest.mark.server_later

JOINS = {"treaty": "cst", "state": "ARM", "kind": "accession", "date": "1995-01-01"}


def test_the_effect_is_told_and_nothing_kept_when_it_is_only_tried(small: sa.Engine) -> None:
    before = dump(small)
    outcome = entered(small, Entry("act", {**JOINS, "effect": "1995-01-01"}), dry_run=True)
    assert outcome.number is None
    assert str(outcome.effects[0]).startswith("cst on 1995-01-01")
    assert dump(small) == before
    kept = entered(small, Entry("act", {**JOINS, "effect": "1995-01-01"}))
    assert (kept.number, kept.consequences) == (2, outcome.consequences)


def test_what_speaks_against_a_record_is_told_with_it(small: sa.Engine) -> None:
    entered(small, Entry("act", {**JOINS, "kind": "signature", "date": "1992-05-15"}))
    outcome = entered(small, Entry("act", JOINS))
    assert [(doubt.rule, doubt.source) for doubt in outcome.doubts] == [
        ("accession-by-signatory", "Vienna Convention on the Law of Treaties, art. 15")
    ]
    assert entered(small, entry("person", name="Somebody Else")).doubts == ()


def test_an_effect_that_is_another_by_now_is_not_kept(small: sa.Engine) -> None:
    given = Entry("act", {**JOINS, "kind": "withdrawal", "date": "1999-01-01"})
    agreed = entered(small, given, dry_run=True)
    assert agreed.effects == ()
    entered(small, Entry("act", JOINS))
    before = dump(small)

    def work(desk: object) -> object:
        return add(desk, [given])  # type: ignore[arg-type]

    with pytest.raises(ChangedError, match="the register has changed since the effect was shown") as caught:
        carry_out(small, work, author="a", message="m", expected=agreed)  # type: ignore[arg-type]
    assert dump(small) == before
    assert len(caught.value.outcome.effects) > 0
    kept = carry_out(small, work, author="a", message="m", expected=caught.value.outcome)  # type: ignore[arg-type]
    assert kept.number == 3


def test_derivation_put_off_to_the_end_comes_to_the_same(small: sa.Engine) -> None:
    one = [Entry("act", JOINS)]
    tried = carry_out(small, lambda desk: add(desk, one), author="a", message="m", dry_run=True)
    bulk = carry_out(small, lambda desk: add(desk, one), author="a", message="m", bulk=True)
    assert bulk.consequences == tried.consequences
    assert rows(small, "SELECT count(*) FROM membership_period") == [(1,)]


def test_new_records_and_corrections_are_one_revision(small: sa.Engine) -> None:
    both = [entry("person", edits="petrov-i", alias="I. P."), entry("person", name="Other Person")]
    outcome = carry_out(small, lambda desk: enter(desk, both), author="a", message="m")
    assert [(one.done, one.code) for one in outcome.entered] == [("added", "person-o"), ("changed", "petrov-i")]
    assert rows(small, "SELECT max(id) FROM revision") == [(2,)]


def test_an_error_after_writing_leaves_nothing(small: sa.Engine) -> None:
    before = dump(small)
    both = [entry("person", edits="nobody", alias="I. P."), entry("person", name="Other Person")]
    with pytest.raises(Exception, match="there is no person 'nobody'"):
        carry_out(small, lambda desk: enter(desk, both), author="a", message="m")
    assert dump(small) == before
