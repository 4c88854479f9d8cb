"""Names as people type them: what folds alike, and which record is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secdb.errors import AmbiguousError, NotFoundError
from secdb.names import Candidate, fold, match

STATES = [
    Candidate("ARM", ["Armenia", "Republic of Armenia", "Армения"]),
    Candidate("CIV", ["Côte d'Ivoire"], ["Ivory Coast"]),
    Candidate("COD", ["Democratic Republic of the Congo"], ["Zaire"]),
    Candidate("COG", ["Congo"]),
    Candidate("GMB", ["Gambia"]),
    Candidate("PRK", ["Democratic People's Republic of Korea", "Korea"]),
    Candidate("KOR", ["Republic of Korea", "Korea"]),
    Candidate("YAR", ["Yemen Arab Republic"], ["Yemen"]),
    Candidate("YEM", ["Yemen"]),
    Candidate("NIC", ["Nicaragua"]),
    Candidate("NGA", ["Nigeria"]),
    Candidate("NER", ["Niger"]),
]


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Côte d’Ivoire", "cote d ivoire"),  # noqa: RUF001 - the printed apostrophe
        ("COTE D'IVOIRE", "cote d ivoire"),
        ("The Gambia", "gambia"),
        ("L'Arabie saoudite", "arabie saoudite"),
        ("  los   Estados-Unidos ", "estados unidos"),
        ("Lao People's Democratic Republic", "lao peoples democratic republic"),
        ("Türkiye", "turkiye"),
        ("Iran (Islamic Republic of)", "iran islamic republic of"),
        ("Antigua & Barbuda", "antigua and barbuda"),
        ("Straße", "strasse"),
        ("Армения", "армения"),
        ("中国", "中国"),
        ("U.S.", "us"),
        ("The U. S. S. R.", "ussr"),
        ("Korea, D.P.R. of", "korea dpr of"),
        ("L.A. Confidential", "confidential"),
        ("A/74/896", "a 74 896"),
        ("The", "the"),
        ("-'-", ""),
    ],
)
def test_case_accents_punctuation_and_articles_do_not_matter(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("arm", "ARM"),
        (" ARM ", "ARM"),
        ("republic of armenia", "ARM"),
        ("АРМЕНИЯ", "ARM"),
        ("cote d'ivoire", "CIV"),
        ("Zaire", "COD"),
        ("the Gambia", "GMB"),
    ],
)
def test_a_code_or_any_name_finds_the_state(typed: str, code: str) -> None:
    assert match("state", typed, STATES) == code


def test_a_present_name_comes_before_a_former_one() -> None:
    assert match("state", "Yemen", STATES) == "YEM"


def test_a_code_comes_before_a_name() -> None:
    assert match("treaty", "cst", [Candidate("other", ["CST"]), Candidate("cst", ["Treaty"])]) == "cst"


def test_a_name_of_two_states_is_refused_with_both() -> None:
    with pytest.raises(AmbiguousError, match=r"'korea' may be PRK \(Demo.*\), KOR \(Repu.*\); give the code"):
        match("state", "korea", STATES)


def test_an_unknown_name_lists_the_nearest() -> None:
    with pytest.raises(NotFoundError, match=r"no state 'Nigerria'; nearest: NGA \(Nigeria\), NER \(Niger\)"):
        match("state", "Nigerria", STATES)


def test_a_message_names_what_has_only_former_names_by_the_first() -> None:
    ended = [
        Candidate("SCG", ["SCG", "891", "Q37024"], ["Serbia", "Yugoslavia"]),
        Candidate("YUG", ["yug"], ["Yugoslavia"]),
    ]
    with pytest.raises(AmbiguousError, match=r"may be SCG \(Serbia\), YUG \(Yugoslavia\); give"):
        match("state", "yugoslavia", ended)
    with pytest.raises(NotFoundError, match=r"there are: x$"):
        match("state", "atlantis", [Candidate("x", ["X"])])


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("republic", "ARM (Armenia), PRK (Democratic People's Republic of Korea), KOR (Republic of Korea)"),
        ("people's korea", "PRK (Democratic People's Republic of Korea)"),
        ("ivory", "CIV (Côte d'Ivoire)"),
        ("nicar", "NIC (Nicaragua)"),
    ],
)
def test_words_of_a_name_list_those_that_have_them(typed: str, listed: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        match("state", typed, STATES)
    assert all(one in str(caught.value) for one in listed.split(", "))


def test_few_are_listed_all() -> None:
    few = [Candidate("cst", ["Treaty on Collective Security"]), Candidate("csto-charter", ["Charter"])]
    with pytest.raises(NotFoundError) as caught:
        match("treaty", "nato", few)
    assert str(caught.value) == (
        "there is no treaty 'nato'; there are: cst (Treaty on Collective Security), csto-charter (Charter)"
    )
    with pytest.raises(NotFoundError) as caught:
        match("treaty", "charter of", few)
    assert str(caught.value) == (
        "there is no treaty 'charter of'; nearest: csto-charter (Charter), cst (Treaty on Collective Security)"
    )


@pytest.mark.parametrize("typed", ["", "   ", "''", "xyzzy-plugh"])
def test_a_name_like_no_other_says_how_to_list_them(typed: str) -> None:
    with pytest.raises(NotFoundError, match=r"; list them all with: secdb state list$"):
        match("state", typed, STATES)


def test_no_more_than_five_are_listed() -> None:
    many = [Candidate(f"GR{number}", ["Guinea"]) for number in range(7)]
    with pytest.raises(AmbiguousError, match=r"GR4 \(Guinea\) and 2 more;"):
        match("state", "guinea", many)
    with pytest.raises(NotFoundError) as caught:
        match("state", "guinee", many)
    assert str(caught.value).count("(Guinea)") == 5


def test_a_hostile_name_comes_back_harmless_and_short() -> None:
    with pytest.raises(NotFoundError) as caught:
        match("state", "\x1b[31m" + "x" * 5000, STATES)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 200
