"""Corrections: only what is stated changes, never over somebody else's work, and nothing is left half done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.errors import NotFoundError, RefusedError
from secdb.register.entry.entries import Entry
from tests.register.dumping import dump
from tests.register.entry.typed import done, edited, entered, entry, part, problems_of, removed
from tests.register.samples import rows

if TYPE_CHECKING:
    import sqlalchemy as sa

pytestmark = pytest.mark.server_later

ACT = "SELECT kind, date_text, date_edtf, effect_edtf, signer_id, note FROM act"


@pytest.fixture
def act(small: sa.Engine) -> sa.Engine:
    """Return the small register with an act that is cited."""
    given = {"treaty": "cst", "state": "ARM", "kind": "accession", "date": "9 September 1993", "effect": "1994"}
    entered(small, Entry("act", {**given, "signer": "petrov-i", "note": "n", "cite": "letter", "quote": "signed"}))
    return small


def test_what_is_not_stated_stays(act: sa.Engine) -> None:
    outcome = edited(act, entry("act", edits="1", date="1993-12-09"))
    assert (outcome.number, done(outcome)) == (3, ["changed act 1"])
    assert rows(act, ACT) == [("accession", "1993-12-09", "1993-12-09", "1994", 1, "n")]
    edited(act, entry("act", edits="1", date_edtf="1993-12"))
    assert rows(act, ACT) == [("accession", None, "1993-12", "1994", 1, "n")]


def test_an_empty_text_clears_a_field(act: sa.Engine) -> None:
    edited(act, entry("act", edits="1", effect="", signer="", note=""))
    assert rows(act, ACT) == [("accession", "9 September 1993", "1993-09-09", None, None, None)]


REFUSED = [
    (entry("act", edits="1", date="", effect=""), "an act has a date, or a date of effect; give one of them"),
    (entry("treaty", edits="cst", title=""), "title: is required"),
    (entry("state", edits="ARM", code="rus"), "code 'rus': is the code of another record; give another one"),
    (entry("act", edits="1", kind="acession"), "kind 'acession': is none of: signature,"),
    (entry("act", edits="1", state="Atlantis"), "state 'Atlantis': there is no state 'Atlantis'"),
    (entry("act", edits="1", cite="letter", quote="The Pact"), "quote 'The Pact': the words are not in the text"),
    (entry("act", edits="1", datum="2001"), "datum '2001': act has no such field; did you mean date?"),
    (entry("tenure", edits="1", to="2023-02-30"), "to '2023-02-30': '2023-02-30' is not in the calendar"),
    (entry("tenure", edits="1", to="1999"), "to '2000-05-07/1999': '2000-05-07/1999' ends before it begins"),
]


def test_a_correction_that_breaks_a_rule_changes_nothing(act: sa.Engine) -> None:
    entered(act, entry("tenure", person="petrov-i", state="RUS", office="other", from_="2000-05-07"))
    before = dump(act)
    for given, said in REFUSED:
        assert [problem[: len(said)] for problem in problems_of(act, given)] == [said]
        assert dump(act) == before


def test_nothing_changed_is_no_revision(act: sa.Engine) -> None:
    outcome = edited(act, entry("act", edits="1", date="9 September 1993", note="n", cite="letter", quote="signed"))
    assert (outcome.number, done(outcome)) == (None, ["unchanged act 1"])


def test_a_record_that_is_not_there_cannot_be_edited(act: sa.Engine) -> None:
    with pytest.raises(NotFoundError, match="there is no act '2'; list them all with: secdb act list"):
        edited(act, entry("act", edits="2", note="x"))


def test_half_a_period_is_completed_by_what_is_on_record(small: sa.Engine) -> None:
    entered(small, entry("tenure", person="petrov-i", state="RUS", office="other", from_="7 May 2000"))
    for given, valid in (
        ({"to": "2008-05-07"}, "2000-05-07/2008-05-07"),
        ({"from": "2000"}, "2000/2008-05-07"),
        ({"to": ""}, "2000/.."),
        ({"from": "", "to": "2009"}, "../2009"),
        ({"valid": "2001/2002"}, "2001/2002"),
        ({"from": "", "to": ""}, None),
    ):
        edited(small, Entry("tenure", given, edits="1"))
        assert rows(small, "SELECT valid FROM tenure") == [(valid,)]


def test_the_name_of_a_state_is_changed_where_it_has_one(small: sa.Engine) -> None:
    edited(small, entry("state", edits="ARM", name="Hayastan", formal_name="Republic of Armenia"))
    names = "SELECT form, name FROM state_names WHERE state = 'ARM' ORDER BY form"
    assert rows(small, names) == [("formal", "Republic of Armenia"), ("short", "Hayastan")]
    entered(small, Entry("state", {"code": "ARM"}, {"names": (part("names", name="Old", form="short", valid="1990"),)}))
    with pytest.raises(RefusedError, match=r"several short names in English: 'Hayastan' \(always\), 'Old' \(1990\)"):
        edited(small, entry("state", edits="ARM", name="New"))


def test_parts_are_added_changed_and_taken_off(small: sa.Engine) -> None:
    edited(small, entry("person", edits="petrov-i", alias=("I. P.", "Vanya", "Vanya")))
    names = "SELECT id, name FROM person_name ORDER BY id"
    assert rows(small, names) == [(1, "I. P."), (2, "Vanya")]
    parts = (
        part("names", edits="1", name="I. Petroff"),
        part("names", edits="2", remove=True),
        part("names", name="P."),
    )
    outcome = edited(small, Entry("person", {}, {"names": parts}, edits="petrov-i"))
    assert done(outcome) == ["changed person petrov-i"]
    assert rows(small, names) == [(1, "I. Petroff"), (3, "P.")]
    assert edited(small, entry("person", edits="petrov-i", alias=("P.", "P."))).number is None


def test_a_part_of_no_record_or_another_is_refused(small: sa.Engine) -> None:
    for number in ("7", "²", "9" * 30):
        given = Entry("person", {}, {"names": (part("names", edits=number, name="x"),)}, edits="petrov-i", seen=1)
        assert problems_of(small, given) == [f"number '{number}': this person has no such part"]
    entered(small, entry("person", name="Other", alias="O."))
    other = Entry("person", {}, {"names": (part("names", edits="1", name="x"),)}, edits="petrov-i")
    assert problems_of(small, other) == ["number '1': this person has no such part"]


def test_citations_are_added_changed_and_taken_off(act: sa.Engine) -> None:
    edited(act, entry("act", edits="1", cite="volume", locator="p. 1"))
    cited = "SELECT id, locator, quotation FROM citation ORDER BY id"
    assert rows(act, cited) == [(1, None, "signed"), (2, "p. 1", None)]
    parts = (part("citations", edits="1", remove=True), part("citations", edits="2", locator="p. 2"))
    edited(act, Entry("act", {}, {"citations": parts}, edits="1"))
    assert rows(act, cited) == [(2, "p. 2", None)]


def test_a_quotation_corrected_moves_its_offsets(act: sa.Engine) -> None:
    edited(act, Entry("act", {}, {"citations": (part("citations", edits="1", quotation="met in Moscow"),)}, edits="1"))
    assert rows(act, "SELECT quotation, start_char, end_char FROM citation") == [("met in Moscow", 35, 48)]
    wrong = Entry("act", {}, {"citations": (part("citations", edits="1", quotation="met in Minsk"),)}, edits="1")
    assert problems_of(act, wrong)[0].startswith("quotation 'met in Minsk': the words are not in the text of letter")


def test_a_record_changed_meanwhile_is_refused_with_both_versions(act: sa.Engine) -> None:
    edited(act, entry("act", edits="1", note="theirs"))
    with pytest.raises(RefusedError) as caught:
        edited(act, entry("act", edits="1", seen=2, note="mine"))
    assert str(caught.value) == (
        "act 1 was changed in revision 3 since you began (note: 'n' when you began, 'theirs' now, 'mine' in yours); "
        "look at it with: secdb act show 1; to change it all the same, write seen = 3 in the draft"
    )
    assert rows(act, "SELECT note FROM act") == [("theirs",)]
    assert edited(act, entry("act", edits="1", seen=3, note="mine")).number == 4


def test_a_part_changed_or_taken_off_meanwhile_is_refused(small: sa.Engine) -> None:
    edited(small, entry("person", edits="petrov-i", alias=("One", "Two")))
    parts = (part("names", edits="1", name="Eins"), part("names", edits="2", remove=True))
    edited(small, Entry("person", {}, {"names": parts}, edits="petrov-i"))
    mine = tuple(part("names", edits=number, name=name) for number, name in (("1", "One"), ("2", "Two")))
    with pytest.raises(RefusedError) as caught:
        edited(small, Entry("person", {}, {"names": mine}, edits="petrov-i", seen=2))
    assert "names 1: name: 'One' when you began, 'Eins' now, 'One' in yours; names 2: removed" in str(caught.value)


def test_changed_and_changed_back_is_not_changed(act: sa.Engine) -> None:
    edited(act, entry("act", edits="1", note="other"))
    edited(act, entry("act", edits="1", note="n"))
    assert edited(act, entry("act", edits="1", seen=2, note="mine")).number == 5


def test_removing_takes_parts_and_citations(act: sa.Engine) -> None:
    entered(act, entry("signatory", statement="speech", state="RUS", cite="letter", quote="met"))
    assert rows(act, "SELECT count(*) FROM citation") == [(2,)]
    assert done(removed(act, "statement", "speech")) == ["removed statement speech"]
    assert done(removed(act, "act", "1")) == ["removed act 1"]
    for table in ("citation", "signatory", "statement", "act"):
        assert rows(act, f"SELECT count(*) FROM {table}") == [(0,)]


IN_USE = [
    (
        "treaty",
        "cst",
        "1 act, 1 organization, 1 treaty relation",
        "act 1, organization org, treaty two",
        "look with: secdb act show 1",
    ),
    ("state", "ARM", "1 act, 1 signatory", "act 1, signatory 1 of speech", "look with: secdb act show 1"),
    ("person", "Ivan Petrov", "1 act", "act 1", "look with: secdb act show 1"),
    (
        "document",
        "letter",
        "1 statement, 1 citation",
        "statement speech, act 1",
        "a citation in a draft: secdb act edit 1 --edit; look with: secdb statement show speech",
    ),
    ("dataset", "register", "1 act", "act 1", "look with: secdb act show 1"),
]


def test_what_is_in_use_is_not_removed_and_its_users_are_named(act: sa.Engine) -> None:
    entered(
        act,
        entry("treaty", code="two", title="Two", amends="cst"),
        entry("organization", code="org", name="Org", treaty="cst"),
        entry("signatory", statement="speech", state="ARM"),
    )
    before = dump(act)
    for noun, name, counted, users, advice in IN_USE:
        with pytest.raises(RefusedError) as caught:
            removed(act, noun, name)
        said = str(caught.value)
        assert said.endswith(f"; remove or change those first ({advice})")
        found = said.partition(" is in use by ")[2].partition("; remove")[0].partition(": ")
        assert sorted(found[0].split(", ")) == sorted(counted.split(", "))
        assert sorted(found[2].split(", ")) == sorted(users.split(", "))
        assert dump(act) == before


def test_of_many_users_the_first_are_named_and_citations_by_what_they_prove(small: sa.Engine) -> None:
    entered(
        small,
        entry("signatory", statement="speech", state="RUS", cite="volume"),
        entry("roster", treaty="cst", on="2001", state=("ARM", "RUS"), cite="volume"),
        *(entry("tenure", person="petrov-i", state="RUS", office="other", from_=f"200{year}", cite="volume")
          for year in range(5)),
    )  # fmt: skip
    entered(small, entry("signatory", statement="speech", state="RUS", cite="volume", locator="p. 2"))
    with pytest.raises(RefusedError) as caught:
        removed(small, "document", "volume")
    assert str(caught.value) == (
        "document volume is in use by 8 citations: signatory 1 of speech, roster 1, tenure 1, tenure 2, tenure 3 "
        "and 2 more; remove or change those first (a citation in a draft: secdb statement edit speech --edit)"
    )


def test_each_noun_that_nothing_uses_can_be_removed(small: sa.Engine) -> None:
    entered(
        small,
        entry("dataset", code="other", title="Other"),
        entry("roster", treaty="cst", on="2001", state=("ARM", "RUS"), cite="volume"),
        entry("tenure", person="petrov-i", state="RUS", office="other", from_="2000"),
        entry("organization", code="org", name="Org", treaty="cst"),
        entry("treaty", code="two", title="Two", amends="cst", alias="II"),
    )
    for noun, name in (
        *(("dataset", "other"), ("roster", "1"), ("tenure", "1"), ("organization", "org"), ("treaty", "two")),
        *(("treaty", "cst"), ("person", "petrov-i"), ("statement", "speech"), ("document", "letter"), ("state", "BLR")),
    ):
        assert done(removed(small, noun, name)) == [f"removed {noun} {name}"]
    assert rows(small, "SELECT count(*) FROM treaty_relation UNION ALL SELECT count(*) FROM roster_entry") == [
        (0,),
        (0,),
    ]
