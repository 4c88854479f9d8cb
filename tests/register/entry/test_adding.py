"""Adding records: what is given is what is on record, once, and what cannot be is told with what to type instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.errors import UsageError
from secdb.register.entry.entries import Entry
from secdb.register.entry.forms import NOUNS, form_of
from tests.register.entry.typed import LETTER, done, entered, entry, part, problems_of
from tests.register.samples import rows

if TYPE_CHECKING:
    import sqlalchemy as sa

pytestmark = pytest.mark.server_later

SIX = ("ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK")


def test_every_field_of_a_state_and_its_parts_is_kept(small: sa.Engine) -> None:
    given = entry(
        "state",
        code="xaa",
        name="Ruritania",
        formal_name="Kingdom of Ruritania",
        alias=("Ruritanie", "Ruritanie"),
        existence="1894/..",
        un_admission="1945-10-24",
        note="Of the novel",
        cite="volume",
        locator="p. 3",
    )
    given = Entry("state", given.values, {"codes": (part("codes", scheme="iso2", code="XA", valid="1894/.."),)})
    outcome = entered(small, given)
    assert (outcome.number, done(outcome)) == (2, ["added state XAA"])
    assert rows(small, "SELECT existence, un_admission, note FROM state WHERE code = 'XAA'")[0][0] == "1894/.."
    assert rows(small, "SELECT name, form, language FROM state_names WHERE state = 'XAA' ORDER BY name") == [
        ("Kingdom of Ruritania", "formal", "en"),
        ("Ruritania", "short", "en"),
        ("Ruritanie", "variant", "en"),
    ]
    assert rows(small, "SELECT scheme, code FROM state_codes WHERE state = 'XAA'") == [("iso2", "XA")]
    cited = "SELECT s.code, locator FROM citation JOIN state s ON s.id = state_id JOIN document d ON d.id = document_id"
    assert rows(small, cited) == [("XAA", "p. 3")]


def test_every_field_of_a_treaty_is_kept(small: sa.Engine) -> None:
    given = entry(
        "treaty",
        code="charter",
        title="Charter",
        signed="7 October 2002",
        signed_at="Chisinau",
        in_force="18 сентября 2003",
        term_years="5",
        expires="2008",
        depositary="Russia",
        registration="I-39775",
        alias="The Charter",
        requires="cst",
        amends=("cst",),
    )
    assert done(entered(small, given)) == ["added treaty charter"]
    columns = "signed_text, signed_edtf, signed_at, in_force_edtf, term_years, expires_edtf, depositary, registration"
    assert rows(small, f"SELECT {columns} FROM treaty WHERE code = 'charter'") == [
        ("7 October 2002", "2002-10-07", "Chisinau", "2003-09-18", 5, "2008", "Russia", "I-39775")
    ]
    assert rows(small, "SELECT name FROM treaty_name") == [("The Charter",)]
    assert sorted(rows(small, "SELECT kind FROM treaty_relation")) == [("amends",), ("requires",)]


def test_a_treaty_may_amend_one_entered_just_before_it(small: sa.Engine) -> None:
    outcome = entered(
        small, entry("treaty", code="one", title="A"), entry("treaty", code="two", title="B", amends="one")
    )
    assert done(outcome) == ["added treaty one", "added treaty two"]


def test_every_field_of_an_act_is_kept(small: sa.Engine) -> None:
    given = entry(
        "act",
        treaty="Treaty on Collective Security",
        state="russia",
        kind="provisional application",
        date="16.08.2006",
        effect="c. 2007",
        organ="The President",
        signer="i petrov",
        signer_capacity="head of state",
        rank="preferred",
        note="Seen in the original",
    )
    advice = 'nearest: petrov-i (Ivan Petrov); to add it: secdb person add "i petrov"'
    assert problems_of(small, given) == [f"signer 'i petrov': there is no person 'i petrov'; {advice}"]
    outcome = entered(small, Entry("act", {**given.values, "signer": "petrov-i"}))
    assert done(outcome) == ["added act 1"]
    columns = "kind, date_text, date_edtf, effect_edtf, effect_text, organ, signer_capacity, rank, note"
    assert rows(small, f"SELECT {columns} FROM act") == [
        (
            "provisional_application",
            "16.08.2006",
            "2006-08-16",
            "2007~",
            "c. 2007",
            "The President",
            "head_of_state",
            "preferred",
            "Seen in the original",
        )
    ]


def test_organization_tenure_dataset_and_roster_are_kept(small: sa.Engine) -> None:
    outcome = entered(
        small,
        entry("organization", code="csto", name="Organization", treaty="cst"),
        entry("tenure", person="Ivan Petrov", state="RUS", office="special_envoy", from_="May 2000", acting="yes"),
        entry("dataset", code="other", title="Other", authority="Somebody", covers_from="1990-01-01"),
        entry("roster", treaty="csto", on="2002-05-14", state=("RUS", "ARM"), complete="y", statement="speech"),
    )
    assert done(outcome) == ["added dataset other", "added organization csto", "added roster 1", "added tenure 1"]
    assert rows(small, "SELECT valid, acting, office FROM tenure") == [("2000-05/..", 1, "special_envoy")]
    assert rows(small, "SELECT complete, on_edtf FROM roster") == [(1, "2002-05-14")]
    listed = "SELECT position, code FROM roster_entry JOIN state s ON s.id = state_id ORDER BY position"
    assert rows(small, listed) == [(1, "RUS"), (2, "ARM")]


REQUIRED = [
    ("dataset", ["code", "title"]),
    ("state", ["code", "name"]),
    ("person", ["name"]),
    ("treaty", ["code", "title"]),
    ("organization", ["code", "name", "treaty"]),
    ("document", ["title"]),
    ("statement", ["document", "kind", "title"]),
    ("signatory", ["statement", "state"]),
    ("act", ["treaty", "state", "kind", "date"]),
    ("membership", ["treaty", "state", "from"]),
    ("roster", ["treaty", "on", "state"]),
    ("tenure", ["person", "state", "office"]),
]


def test_all_that_is_required_is_asked_for_at_once(small: sa.Engine) -> None:
    for noun, lacking in REQUIRED:
        assert problems_of(small, Entry(noun, {})) == [f"{name}: is required" for name in lacking]


def test_each_noun_is_held_to_what_it_requires() -> None:
    assert len(NOUNS) == 12
    with pytest.raises(UsageError, match="there is no 'period' to enter; there are dataset, state, person"):
        form_of("period")


def test_a_blank_state_is_no_state(small: sa.Engine) -> None:
    for state in ((" ",), (), " "):
        given = entry("act", treaty="cst", state=state, kind="accession", date="2001")
        assert [words.replace(" ' '", "") for words in problems_of(small, given)] == ["state: is required"]


def test_an_act_for_all_parties_needs_no_state(small: sa.Engine) -> None:
    assert done(entered(small, entry("act", treaty="cst", kind="termination", date="2010"))) == ["added act 1"]
    assert rows(small, "SELECT state_id FROM act") == [(None,)]


WRONG = [
    ({"state": "Armenja"}, "state 'Armenja': there is no state 'Armenja'; nearest: ARM (Armenia)"),
    ({"treaty": "csr"}, "treaty 'csr': there is no treaty 'csr'; nearest: cst (Treaty on Collective Security)"),
    ({"dataset": "regster"}, "dataset 'regster': there is no dataset 'regster'; there are: register"),
    ({"contests": "7"}, "contests '7': there is no act '7'; list them all with: secdb act list"),
    ({"contests": "²"}, "contests '²': there is no act '²'; list them all with: secdb act list"),
    (
        {"contests": "9" * 30},
        f"contests '{'9' * 30}': there is no act '{'9' * 30}'; list them all with: secdb act list",
    ),
    ({"date": "2023-02-30"}, "date '2023-02-30': '2023-02-30' is not in the calendar"),
    ({"rank": "best"}, "rank 'best': is none of: preferred, normal, deprecated"),
    ({"datum": "2001"}, "datum '2001': act has no such field; did you mean date?"),
    ({"note": "a\0b"}, "note 'a\\x00b': holds a NUL character, which no text may"),
    ({"quote": "Parties"}, "cite: is required: the document in which the words stand"),
    ({"cite": "letter", "quote": "Parties"}, "quote 'Parties': the words stand 2 times in the text of letter: at"),
    (
        {"cite": "letter", "quote": "The Partys"},
        "quote 'The Partys': the words are not in the text of letter; nearest",
    ),
    (
        {"cite": "letter", "quote": "Parties", "occurrence": "3"},
        "quote 'Parties': the words stand 2 times in the text of letter; there is no occurrence 3",
    ),
    ({"cite": "letter", "quote": "met", "occurrence": "one"}, "occurrence 'one': is not a whole number from 1"),
]


def test_of_a_name_not_on_record_the_command_that_adds_it_is_told_but_not_of_a_state(small: sa.Engine) -> None:
    given = {"treaty": "T 1", "state": "Atlantis", "kind": "accession", "date": "2001", "signer": "The $ Man"}
    organization = entry("organization", code="x", name="X", treaty="T 2")
    found = problems_of(small, Entry("act", {**given, "cite": "A b"}), organization)
    assert [one.partition("; to add it: ")[2] for one in sorted(found)] == [
        'secdb document add FILE --title "A b"',
        "secdb person add 'The $ Man'",
        "",
        'secdb treaty add CODE "T 1"',
        'secdb treaty add CODE "T 2"',
    ]
    long, unseen = (problems_of(small, Entry("act", {**given, "signer": one})) for one in ("x" * 101, "a\tb"))
    assert [sum("person add" in one for one in told) for told in (long, unseen)] == [0, 0]


def test_what_is_wrong_is_told_with_what_is_nearest(small: sa.Engine) -> None:
    for values, said in WRONG:
        given = {"treaty": "cst", "state": "ARM", "kind": "accession", "date": "2001", **values}
        assert [problem[: len(said)] for problem in problems_of(small, Entry("act", given))] == [said]


def test_all_that_is_wrong_in_several_records_is_told_at_once(small: sa.Engine) -> None:
    said = problems_of(
        small,
        entry("document", code="good", title="Good", kind="other"),
        entry("document", code="bad", title="Bad", kind="other", date="2023-02-30"),
        entry("statement", document="good", kind="letter", title="On a good document"),
        entry("statement", document="bad", kind="letter", title="On a bad document"),
        entry("act", treaty="cst", state="Atlantis", kind="accession", date="2001", cite="letter", quote="The Pact"),
        entry("act", treaty="cst", state="ARM", kind="accession", date="2001", cite="letter", quote="The Pact"),
    )
    assert [words.partition(": ")[0] for words in said] == [
        "date '2023-02-30'",
        "state 'Atlantis'",
        "quote 'The Pact'",
    ]


def test_six_signatures_are_six_acts_with_a_citation_each(small: sa.Engine) -> None:
    others = [entry("state", code=code, name=f"State {code}") for code in ("KAZ", "KGZ", "TJK")]
    signatures = entry(
        "act", treaty="cst", state=SIX, kind="signature", date="15 May 1992", cite="letter", quote="The Parties signed"
    )
    outcome = entered(small, *others, signatures)
    assert [one.noun for one in outcome.entered] == ["state"] * 3 + ["act"] * 6
    cited = (
        "SELECT state, quotation, start_char, end_char FROM acts a JOIN citation c ON c.act_id = a.act ORDER BY state"
    )
    start = LETTER.index("The Parties signed")
    assert rows(small, cited) == [(state, "The Parties signed", start, start + 18) for state in SIX]


def test_a_quotation_is_kept_as_the_slice_of_the_text(small: sa.Engine) -> None:
    given = {"treaty": "cst", "state": "ARM", "kind": "accession", "date": "2001", "cite": "letter"}
    entered(small, Entry("act", {**given, "quote": "the parties  met in\nMoscow"}))
    ((words, start, end),) = rows(small, "SELECT quotation, start_char, end_char FROM citation")
    assert (words, start, end) == ("The Parties met in Moscow", 23, 48)
    assert LETTER[23:48] == words


def test_several_places_are_told_apart_by_number_or_by_the_statement(small: sa.Engine) -> None:
    given = {"treaty": "cst", "state": "ARM", "kind": "accession", "date": "2001", "cite": "letter"}
    entered(small, Entry("act", {**given, "quote": "Parties", "occurrence": "2"}))
    assert rows(small, "SELECT start_char FROM citation") == [(LETTER.rindex("Parties"),)]
    start, end = LETTER.index("The Parties signed"), len(LETTER)
    entered(
        small,
        entry(
            "statement",
            document="letter",
            kind="declaration",
            title="Last",
            start_char=str(start),
            end_char=str(end),
            cite="letter",
            quote="Parties",
        ),
    )
    found = rows(small, "SELECT start_char FROM citation WHERE statement_id IS NOT NULL")
    assert found == [(LETTER.rindex("Parties"),)]


def test_a_document_without_text_is_cited_by_its_place_or_words_as_given(small: sa.Engine) -> None:
    given = {"treaty": "cst", "state": "ARM", "kind": "accession", "date": "2001", "cite": "volume"}
    entered(small, Entry("act", {**given, "quote": "Armenia acceded", "locator": "p. 7"}))
    cited = rows(small, "SELECT quotation, locator, start_char, end_char FROM citation")
    assert cited == [("Armenia acceded", "p. 7", None, None)]


def test_codes_are_made_of_names_and_differ(small: sa.Engine) -> None:
    outcome = entered(
        small,
        entry("person", name="Igor Petrov"),
        entry("person", name="LAVROV Sergey"),
        entry("document", title="Note verbale of 3 May from Minsk to the Secretary-General"),
        entry("document", title="Letter", symbol=("A/57/88", "S/2002/1")),
        entry("document", title="Another letter"),
        entry("statement", document="letter", kind="statement", title="On other talks"),
        entry("statement", document="letter", kind="statement", title="On more talks"),
    )
    assert [one.code for one in outcome.entered] == [
        "petrov-i-2",
        "lavrov-s",
        "note-verbale-of-3-may-from",
        "a-57-88",
        "another-letter",
        "letter-statement",
        "letter-statement-2",
    ]


def test_a_code_has_no_blanks(small: sa.Engine) -> None:
    said = "code 'cow igo': is no code; it is one word of at most 64 letters, figures, hyphens and dots, as cow-igo"
    assert problems_of(small, entry("dataset", code="cow igo", title="COW")) == [said]
