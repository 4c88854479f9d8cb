"""What headings make of letters: the source's own, and others put together as they are."""

from __future__ import annotations

import pytest

from secdb.exchange.importers.mtdsg.headings import read_heading
from secdb.vocabulary import ActKind

BOUND_BY_PROTOCOL = (
    "Definitive signature of the Protocol, Acceptance of the Protocol, Succession to the Convention and the Protocol"
)
BY_VIRTUE = "Provisional application by virtue of signature, adoption of the Agreement or accession thereto"


def kind(heading: str, letter: str | None = None) -> str | None:
    """Return the act that a date with the letter is; `?` where the heading does not say a word of it."""
    found = read_heading(heading).meaning(letter)
    return "?" if found is None else found.kind and found.kind.value


@pytest.mark.parametrize(
    ("heading", "letter", "expected"),
    [
        ("Signature", None, "signature"),
        ("Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)", None, "ratification"),
        ("Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)", "A", "acceptance"),
        ("Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)", "AA", "approval"),
        ("Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)", "a", "accession"),
        ("Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)", "d", "succession"),
        ("Formal confirmation(c), Accession(a), Ratification", "c", "formal_confirmation"),
        ("Ratification, Definitive signature(s)", "s", "definitive_signature"),
        ("Provisional application(n)", "n", "provisional_application"),
        ("Acceptance (A) 3, Accession (a) 4", "A", "acceptance"),
        ("Date of deposit of instrument of ratification", None, "ratification"),
        ("Notification of succession(d)", "d", "succession"),
        ("Ratification; Accession(a) or Succession(d)", "a", "accession"),
        ("Ratification; Accession(a) or Succession(d)", "d", "succession"),
        ("Ratification; Accession(a) or Succession(d)", None, "ratification"),
        ("Accession(a), Adherence", None, "accession"),
        ("Definitive acceptance", None, "acceptance"),
        ("Denunciation of the Convention", None, "withdrawal"),
        ("Entry into force", None, "entry_into_force"),
        ("Ratification of the Convention as amended, Accession to the Convention as amended(a)", "a", "accession"),
        (
            "Acceptance ipso facto by virtue of article 10 (1) of the Convention of 1923, as amended(A)",
            "A",
            "acceptance",
        ),
        ("Accession extending to all provisions (Chapters I, II, III and IV)", None, "accession"),
    ],
)
def test_a_letter_means_what_the_heading_says(heading: str, letter: str | None, expected: str) -> None:
    assert kind(heading, letter) == expected


def test_the_same_letter_means_another_act_under_another_heading() -> None:
    assert kind("Signature, Succession to signature(d)", "d") == ActKind.SIGNATURE
    assert kind("Ratification, Succession(d)", "d") == ActKind.SUCCESSION
    assert kind("Ratification, Acceptance(x)", "x") == ActKind.ACCEPTANCE
    assert kind("Ratification, Accession(x)", "x") == ActKind.ACCESSION


@pytest.mark.parametrize(
    ("heading", "letter"),
    [
        ("Application", None),
        ("Application of regulation, Accession(a)", None),
        ("Application of Regulation No. 13", None),
        ("Participation under article XI of the Protocol of 11 April 1980(P)", "P"),
        ("Participation in the Convention by virtue of ratification, accession or succession to the Protocol", None),
    ],
)
def test_being_bound_by_an_act_not_named_is_participation(heading: str, letter: str | None) -> None:
    assert kind(heading, letter) == ActKind.PARTICIPATION


@pytest.mark.parametrize(
    ("heading", "letter"),
    [
        ("Consent to be bound(P), Succession(d)", "P"),
        ("Consent to be bound by the Protocol", None),
        ("Simplified procedure(p), Ratification", "p"),
    ],
)
def test_consent_by_an_act_without_a_kind_of_its_own_is_acceptance(heading: str, letter: str | None) -> None:
    assert kind(heading, letter) == ActKind.ACCEPTANCE
    found = read_heading(heading).meaning(letter)
    assert found is not None
    assert found.is_doubtful
    assert not found.is_plain


@pytest.mark.parametrize(
    "heading",
    [
        BOUND_BY_PROTOCOL,
        "Ratification or accession",
        "Ratification/Accession",
        "Definitive signature or acceptance of the Protocol",
        "Ratification, Accession",
        "Definitive signature and acceptance",
    ],
)
def test_several_binding_acts_without_letters_are_participation(heading: str) -> None:
    assert kind(heading) == ActKind.PARTICIPATION


def test_provisional_is_carried_over_to_the_second_act() -> None:
    assert kind("Provisional acceptance/accession") == ActKind.PROVISIONAL_APPLICATION


def test_a_comma_before_a_small_letter_parts_no_labels() -> None:
    heading = f"{BY_VIRTUE}, Provisional application by virtue of a notification (n)"
    assert kind(heading) == ActKind.PROVISIONAL_APPLICATION
    assert kind(heading, "n") == ActKind.PROVISIONAL_APPLICATION
    found = read_heading(heading).without
    assert found is not None
    assert found.label == BY_VIRTUE


def test_a_paragraph_of_an_article_is_no_letter() -> None:
    heading = "Notification of non-provisional application under article 7 (1) (b)"
    assert kind(heading) == ActKind.DECLARATION
    assert kind(heading, "b") == "?"
    assert kind("Notification under article 25(a)", "a") == "?"


@pytest.mark.parametrize(
    "heading",
    [
        "Notification under article 25",
        "Declaration recognizing the competence of the Committee",
        "Declarations under article 41",
    ],
)
def test_a_statement_that_changes_no_status_is_a_declaration(heading: str) -> None:
    assert kind(heading) == ActKind.DECLARATION


@pytest.mark.parametrize(
    "heading",
    [
        "Acceptance of amendments",
        "Acceptance of the amendment to article 8",
        "Accession to Annex B",
        "Opting out",
        "Territorial application",
        "Withdrawal of declaration",
        "Consent to be bound by Protocol II",
        "Acceptance of the amended Protocol 1",
        "Accession to annexes A and B",
        "Date of effect of denunciation",
        "Termination of provisional application",
        "Notification in respect of the Agreement as amended",
        "Ratification, Opting out",
        "Signature, Ratification",
        "Signature and ratification",
        "Undertaking to seek ratification",
        "",
        "Ratification of the Convention" + " as amended" * 200,
    ],
)
def test_a_heading_that_is_not_understood_gives_no_act(heading: str) -> None:
    assert kind(heading) in {None, "?"}


def test_a_heading_says_nothing_of_letters_it_does_not_have() -> None:
    assert kind("Ratification, Accession(a)", "A") == "?"
    assert kind("Accession(a), Succession(d)") == "?"


def test_an_unknown_word_leaves_the_other_letters_as_they_are() -> None:
    heading = "Ratification, Accession(a), Opting out(o)"
    assert kind(heading, "o") is None
    assert kind(heading, "a") == ActKind.ACCESSION
    assert kind(heading) == ActKind.RATIFICATION
