"""Tables the importer was not made from: put together in forms that the source has, answered from knowledge of it."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secdb.exchange.importers.mtdsg.headings import read_heading
from secdb.exchange.importers.mtdsg.reading import NO_DATE, NOT_A_STATE, UNKNOWN_STATE
from tests.exchange.importers.mtdsg.reading import imported, write

if TYPE_CHECKING:
    from pathlib import Path

    from secdb.exchange.importers.states import States

LETTERS = {
    "Acceptance": ("A", "acceptance"),
    "Approval": ("AA", "approval"),
    "Accession": ("a", "accession"),
    "Succession": ("d", "succession"),
    "Definitive signature": ("s", "definitive_signature"),
    "Formal confirmation": ("c", "formal_confirmation"),
    "Notification of provisional application": ("n", "provisional_application"),
    "Consent to be bound": ("P", "acceptance"),
    "Denunciation": ("D", "withdrawal"),
}
SEPARATORS = (", ", ",", "; ", " , ", " ", "\n", "/", " or ", ", and ")


def kind(heading: str, letter: str | None = None) -> str | None:
    """Return the act that a date with the letter is; `?` where the heading does not say a word of it."""
    found = read_heading(heading).meaning(letter)
    return "?" if found is None else found.kind and found.kind.value


@given(
    acts=st.permutations(sorted(LETTERS)),
    size=st.integers(1, 6),
    separators=st.lists(st.sampled_from(SEPARATORS), min_size=9, max_size=9),
    forms=st.lists(st.sampled_from(["{}({})", "{} ({})", "{}( {} )", "{}({}) 3", "{} 4 ({})"]), min_size=9, max_size=9),
)
def test_letters_are_read_in_any_order_and_with_any_separator(
    acts: list[str], size: int, separators: list[str], forms: list[str]
) -> None:
    heading = "Ratification, "
    for act, separator, form in zip(acts[:size], separators, forms, strict=False):
        heading += form.format(act, LETTERS[act][0]) + separator
    heading = heading.rstrip(" ,;/\n").removesuffix(" or").removesuffix(", and")
    assert kind(heading) == "ratification"
    for act in acts[:size]:
        assert kind(heading, LETTERS[act][0]) == LETTERS[act][1]


@pytest.mark.parametrize("acts", list(permutations(["acceptance (A)", "approval (AA)", "succession (d)"])))
def test_labels_in_small_letters_are_labels_where_a_letter_stands_at_them(acts: tuple[str, ...]) -> None:
    heading = f"Signature, {', '.join(acts[:-1])} or {acts[-1]}"
    assert [kind(heading, letter) for letter in (None, "A", "AA", "d")] == [
        "signature",
        "acceptance",
        "approval",
        "succession",
    ]


@pytest.mark.parametrize(
    ("heading", "letter", "expected"),
    [
        ("Ratification or Accession(a)", "a", "accession"),
        ("Ratification or Accession(a)", None, "ratification"),
        ("Acceptance or approval (A)", "A", "participation"),
        ("Ratification, acceptance or approval (A)", None, "ratification"),
        ("Ratification, accession or succession", None, "participation"),
        ("Ratifications", None, "ratification"),
        ("Ratifications or definitive accessions", None, "participation"),
        ("Ratification*, Accession(a)1, Succession(d) 2,3", "a", "accession"),
        ("Ratification*, Accession(a)1, Succession(d) 2,3", None, "ratification"),
        ("Accession [7]", None, "accession"),
        ("Definitive signature(s) of the Protocol, Acceptance(A) of the Protocol", "A", "acceptance"),
        (
            "Date of receipt of the instrument of accession (a) or of the notification of succession (d)",
            "d",
            "succession",
        ),
        ("Notice of withdrawal", None, "withdrawal"),
        ("Entry into force for the State concerned", None, "entry_into_force"),
        ("Entry into force of the denunciation", None, None),
        ("Signature (subject to ratification)", None, "signature"),
        ("Signature without reservation as to ratification, acceptance or approval (s)", "s", "definitive_signature"),
        ("Signature not subject to ratification", None, "definitive_signature"),
        ("Declaration of provisional application(n)", "n", "provisional_application"),
        ("Notification of intention to apply the Agreement provisionally", None, "provisional_application"),
        ("Notification under article 2 (1) (b), Accession(a)", "a", "accession"),
        ("Notification under article 2 (1) (b), Accession(a)", None, "declaration"),
        ("Acceptance in accordance with article XVIII (A)", "A", "acceptance"),
        ("Participation by virtue of article 5(P), Accession(a)", "P", "participation"),
        ("Acceptance under article XVIII (A), accession (a)", "a", "accession"),
        ("Provisional application under article 56 (n)", "n", "?"),
        ("Notification pursuant to article 16 (2)", None, "declaration"),
        ("Notification made under article 4 (b) of the instrument of accession", None, "declaration"),
        ("Ratification of the Convention, accession (a)", "a", "accession"),
        ("Ratification of the Convention, accession (a)", None, "ratification"),
        ("Acceptance, accession (a)", None, "acceptance"),
        ("Declarations", None, "declaration"),
        ("Withdrawal of reservation", None, "reservation_withdrawal"),
        ("Objections", None, "objection"),
        ("Accession to the Act, Accession limited to chapters I, II and IV", None, "accession"),
        ("Ratification, Adh\u00e9sion(a), Acceptation(A), Approbation(AA)", "a", "accession"),
        ("Signature d\u00e9finitive(s), Confirmation formelle(c)", "c", "formal_confirmation"),
        ("Acceptance(A)", None, "acceptance"),
        ("Acceptance(A), Accession(a)", None, "?"),
    ],
)
def test_a_heading_is_read_by_its_form(heading: str, letter: str | None, expected: str | None) -> None:
    assert kind(heading, letter) == expected


def test_a_table_of_many_forms_is_read(tmp_path: Path, states: States) -> None:
    path = write(
        tmp_path,
        "30-1.csv",
        'Participant 1,Signature,Provisional application(n),"Ratification, acceptance (A), accession (a)",Denunciation',
        '"China 1,2",4 May 1990,,"12 Jun 1990 a, 3 May 1995 A",',
        "Czech Republic5,4 May 1990 [3],11 Nov 1990 n 3,[ 3 Mar 1992 a] 4,4 May 1999",
        "Netherlands (Kingdom of the),5 juin 1990,,1 Sept 1991,",
        "European Union,4 May 1990,,1 Sep 1991,",
        "Chad,*,,[1],",
        "Newfoundland,4 May 1990,,\u2014,",
    )
    found = imported(path, states)
    assert found.acts == [
        ("CHN", "signature", "1990-05-04"),
        ("CHN", "accession", "1990-06-12"),
        ("CHN", "acceptance", "1995-05-03"),
        ("CZE", "signature", "1990-05-04"),
        ("CZE", "provisional_application", "1990-11-11"),
        ("CZE", "accession", "1992-03-03"),
        ("CZE", "withdrawal", "1999-05-04"),
        ("CZE", "cessation", "[1992-03-04..1999-05-03]"),
        ("NLD", "signature", "1990-06-05"),
        ("NLD", "ratification", "1991-09-01"),
    ]
    assert found.reasons == [
        ("4 May 1990", NOT_A_STATE),
        ("1 Sep 1991", NOT_A_STATE),
        ("*", NO_DATE),
        ("[1]", NO_DATE),
        ("4 May 1990", UNKNOWN_STATE),
    ]
    assert (found.tally.read, found.tally.rejected, found.tally.blank) == (8, 5, 11)


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Viet Nam (Republic of)", "RVN"),
        ("Viet Nam, Republic of 3", "RVN"),
        ("Yemen (Democratic)", "YMD"),
        ("Congo (Democratic Republic of the)", "COD"),
        ("Macedonia (former Yugoslav Republic of)", "MKD"),
        ("The former Yugoslav Republic of Macedonia 4", "MKD"),
        ("Yugoslavia (former)", "YUG"),
        ("Czechoslovakia (former) 2", "CSK"),
        ("T\u00fcrkiye", "TUR"),
        ("State of Palestine", "PSE"),
        ("Holy See", "VAT"),
        ("Niue", "NIU"),
        ("Zanzibar", "ZAN"),
    ],
)
def test_names_turned_round_for_the_alphabet_are_found(name: str, state: str, tmp_path: Path, states: States) -> None:
    found = imported(write(tmp_path, "30-1.csv", "Participant,Signature", f'"{name}",9 Feb 1967'), states)
    assert found.acts == [(state, "signature", "1967-02-09")]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Netherlands (for the Kingdom in Europe)", UNKNOWN_STATE),
        ("Denmark (Faroe Islands)", UNKNOWN_STATE),
        ("Namibia (United Nations Council for)", NOT_A_STATE),
        ("International Finance Corporation", NOT_A_STATE),
        ("Latin American Economic System", NOT_A_STATE),
        ("United Nations", NOT_A_STATE),
    ],
)
def test_a_part_of_a_state_or_a_body_is_taken_for_no_state(
    name: str, reason: str, tmp_path: Path, states: States
) -> None:
    found = imported(write(tmp_path, "30-1.csv", "Participant,Signature", f'"{name}",9 Feb 1987'), states)
    assert (found.acts, found.reasons) == ([], [("9 Feb 1987", reason)])
