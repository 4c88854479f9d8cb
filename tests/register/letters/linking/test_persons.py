"""Persons that a letter may name: who is offered, in which order, and who is linked without asking."""
# ruff: noqa: RUF001 - Russian names are meant

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.database.reader import open_register
from secdb.register.letters.linking.alike import FamilyNames, names_agree, spelling
from secdb.register.letters.linking.persons import MOST, Candidate, People, persons_like
from tests.register.letters.linking.known import asked, persons
from tests.register.samples import table

if TYPE_CHECKING:
    import sqlalchemy as sa

    from secdb.lookup import Rows

pytestmark = pytest.mark.server_later

LAVROV = "permanent representative of RUS, 2002-05-21"


def offered(
    rows: Rows, name: str, state: str | None = "ARM", capacity: str | None = "head_of_state", day: str | None = "2002"
) -> list[str]:
    return [one.code for one in persons_like(rows, name, state=state, capacity=capacity, day=day)]


def linked(
    rows: Rows,
    name: str,
    state: str | None = "ARM",
    capacity: str | None = "permanent_representative",
    day: str | None = "2003-01-02",
) -> list[str]:
    found = persons_like(rows, name, state=state, capacity=capacity, day=day)
    return [one.code for one in found if one.is_same]


@pytest.mark.parametrize(
    ("other", "is_same"), [("S. Lavrov", True), ("Sergey V. Lavrov", False), ("Сергей Лавров", False)]
)
def test_a_person_is_linked_by_the_name_in_reports_and_offered_by_other_names(
    seeded_url: str,
    other: str,
    is_same: bool,  # noqa: FBT001
) -> None:
    with open_register(seeded_url) as register:
        assert persons_like(register, other, state="RUS", capacity="permanent_representative", day="2003-02-01") == [
            Candidate("lavrov-s", "S. Lavrov", other, LAVROV, is_same=is_same)
        ]


@pytest.mark.parametrize(
    ("name", "known_as"),
    [
        ("LAVROV Sergey", "Sergey Lavrov"),
        ("С. Лавров", "Сергей Лавров"),
        ("Sergey Viktorovich Lavrov", "Sergey Lavrov"),
        ("S. Lavorv", "S. Lavrov"),
    ],
)
def test_names_that_only_agree_are_offered_and_not_linked(seeded_url: str, name: str, known_as: str) -> None:
    with open_register(seeded_url) as register:
        assert persons_like(register, name, state="RUS", capacity="permanent_representative", day="2003-02-01") == [
            Candidate("lavrov-s", "S. Lavrov", known_as, LAVROV, is_same=False)
        ]


def test_another_given_name_or_another_state_is_somebody_else(seeded_url: str) -> None:
    with open_register(seeded_url) as register:
        assert offered(register, "A. Lavrov", "RUS") == []
        assert offered(register, "S. Lavrov", "KAZ") == []
        assert offered(register, "S. Lavrov", None) == ["lavrov-s"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O. Varonin", "Oleg Varonin"),
        ("O.P. Varonin", "Oleg Pavel Varonin"),
        ("VARONIN Oleg", "Oleg P. Varonin"),
        ("Yu. Varonin", "Yuri Varonin"),
        ("Varonin", "Oleg Varonin"),
        ("O. Varonin Jr.", "Oleg Varonin"),
        ("Oleg Varonim", "Oleg Varonin"),
        ("Oleg Varoni", "Oleg Varonin"),
        ("Oleg Vraonin", "Oleg Varonin"),
        ("Oleg Akayev", "Oleg Akaev"),
        ("Zoë Ñandú-Öst", "Zoe Nandu Ost"),
        ("王毅德", "王毅德"),
        ("王 毅", "毅 王"),
    ],
)
def test_names_that_may_be_one_persons(one: str, other: str) -> None:
    assert names_agree(spelling(one).words, spelling(other).words)
    assert names_agree(spelling(other).words, spelling(one).words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A. Varonin", "Oleg Varonin"),
        ("O. A. Varonin", "Oleg Pavel Varonin"),
        ("Ya. Varonin", "Yuri Varonin"),
        ("O. Varonov", "Oleg Varonin"),
        ("Oleg Bano", "Oleg Bana"),
        ("С. Ивлев", "А. Ивлев"),
        ("王毅德", "王毅"),
        ("", "Oleg Varonin"),
    ],
)
def test_names_that_are_not(one: str, other: str) -> None:
    assert not names_agree(spelling(one).words, spelling(other).words)
    assert not names_agree(spelling(other).words, spelling(one).words)


def test_persons_of_the_state_or_of_none_are_offered_those_in_the_office_and_near_in_time_first(
    register: sa.Engine,
) -> None:
    tables = persons(
        """
        early | Oleg Varonin
        late  | Oskar Varonin
        envoy | O. Varonin
        uzbek | Orlan Varonin
        none  | Odo Varonin
        """,
        signatories="""
        letter | 1 | ARM | envoy | signed | special_envoy
        letter | 2 | ARM | early | signed | head_of_state
        late   | 1 | ARM | late  | signed | head_of_state
        late   | 2 | UZB | uzbek | signed | head_of_state
        """,
    )
    with asked(register, *tables) as rows:
        assert offered(rows, "O. Varonin", day="2003") == ["early", "late", "envoy", "none"]
        assert offered(rows, "O. Varonin", day="2012-05-01") == ["late", "early", "envoy", "none"]
        assert offered(rows, "O. Varonin", state=None, day="2012-05-22") == ["late", "uzbek", "early", "envoy", "none"]
        assert offered(rows, "O. Varonin", capacity=None, day=None) == ["envoy", "early", "late", "none"]


def test_a_person_is_known_by_tenures_and_acts_too_and_told_with_days(register: sa.Engine) -> None:
    tables = persons(
        "minister | Ada Belmont\nqueen | Bea Belmont\nsigner | Cyd Belmont\nobserver | Dee Belmont",
        signatories="letter | 1 | ARM | minister | signed | \nlate | 1 | ARM | minister | signed | ",
        tenures="""
        register | minister | ARM | minister_for_foreign_affairs | 0 |      | 1995-01-01/1999-12-31
        register | queen    | ARM | head_of_state                | 1 |      | 2001-03-04/..
        register | observer | UZB | permanent_observer           | 0 | OSCE | 2001/2002
        """,
        acts="register | pact | UZB | signature | 1996-02-03 | signer | head_of_government",
    )
    with asked(register, *tables) as rows:
        people = People(rows)

        def told(name: str, state: str) -> list[str]:
            found = people.like(name, state=state, capacity="head_of_state", day="1997-01-01")
            return [one.offices for one in found]

        assert told("A. Belmont", "ARM") == [
            "minister for foreign affairs of ARM, 1995-01-01 to 1999-12-31; signatory for ARM, 2002-05-21 to 2012-05-22"
        ]
        assert told("B. Belmont", "ARM") == ["acting head of State of ARM, since 2001-03-04"]
        assert told("C. Belmont", "UZB") == ["head of government of UZB, 1996-02-03"]
        assert told("D. Belmont", "UZB") == ["permanent observer of UZB to OSCE, 2001-01-01 to 2002-12-31"]
        assert told("C. Belmont", "ARM") == told("D. Belmont", "ARM") == []


def test_who_joined_a_statement_later_is_known_on_that_day(register: sa.Engine) -> None:
    signatory = """
        id | statement | position | state | person | mode   | capacity      | joined_on
        1  | letter    | 1        | ARM   | one    | signed | head_of_state | 2010-02-03
    """
    with asked(register, *persons("one | Oleg Varonin"), table("signatory", signatory)) as rows:
        [one] = persons_like(rows, "O. Varonin", state="ARM", capacity="head_of_state", day="2002")
        assert one.offices == "head of State of ARM, 2010-02-03"


def test_only_the_very_name_in_the_very_office_within_ten_years_is_linked(register: sa.Engine) -> None:
    tables = persons(
        "one | Oleg Varonin\nother | Ada Belmont",
        names="one | Олег Варонин | ru | short",
        signatories="letter | 1 | ARM | one | signed | permanent_representative",
    )
    with asked(register, *tables) as rows:
        assert linked(rows, "OLEG VARONIN") == ["one"]
        assert linked(rows, "Олег Варонин") == []
        assert linked(rows, "Oleg Varonin", capacity="acting_permanent_representative") == ["one"]
        assert linked(rows, "Oleg Varonin", day="2012-05-21") == linked(rows, "Oleg Varonin", day="1993") == ["one"]
        assert linked(rows, "Oleg Varonin", day="2012-05-23") == linked(rows, "Oleg Varonin", day="1992-05-19") == []
        assert linked(rows, "O. Varonin") == linked(rows, "Oleg Varonim") == linked(rows, "Varonin Oleg") == []
        assert linked(rows, "Oleg Varonin", capacity="head_of_state") == []
        assert linked(rows, "Oleg Varonin", capacity=None) == linked(rows, "Oleg Varonin", day=None) == []
        assert linked(rows, "Oleg Varonin", day="one day") == []
        assert linked(rows, "Oleg Varonin", state=None) == linked(rows, "Oleg Varonin", state="UZB") == []
        assert linked(rows, "Ada Belmont") == []


def test_a_namesake_of_another_state_or_office_does_not_hinder(register: sa.Engine) -> None:
    tables = persons(
        "one | Oleg Varonin\nabroad | Oleg Varonin\nunknown | Oleg Varonin\nelsewhere | Oleg Varonin\nbare | O. Var",
        names="bare | Oleg Varonin | en | variant",
        signatories="""
        letter | 1 | ARM | one       | signed | permanent_representative
        letter | 2 | UZB | abroad    | signed | permanent_representative
        letter | 3 | ARM | unknown   | signed |
        letter | 4 | ARM | elsewhere | signed | head_of_state
        """,
    )
    with asked(register, *tables) as rows:
        assert linked(rows, "Oleg Varonin") == ["one"]
        assert linked(rows, "Oleg Varonin", state="UZB") == ["abroad"]
        assert linked(rows, "Oleg Varonin", capacity="head_of_state") == ["elsewhere"]


def test_two_of_the_very_name_in_the_office_are_both_only_offered(register: sa.Engine) -> None:
    tables = persons(
        "one | Oleg Varonin\nnamesake | O. P. Varonin",
        names="namesake | Oleg Vàronin | fr | variant",
        signatories="""
        letter | 1 | ARM | one      | signed | permanent_representative
        late   | 1 | ARM | namesake | signed | permanent_representative
        """,
    )
    with asked(register, *tables) as rows:
        assert offered(rows, "Oleg Varonin", capacity="permanent_representative") == ["one", "namesake"]
        assert linked(rows, "Oleg Varonin", day="2003") == linked(rows, "Oleg Varonin", day="2012") == []
        assert linked(rows, "Oleg Varonin", day="2001") == ["one"]  # the namesake is eleven years away


def test_one_of_another_name_in_the_office_does_not_hinder(register: sa.Engine) -> None:
    tables = persons(
        "one | O. Varonin\nrival | Oskar Varonin",
        signatories="""
        letter | 1 | ARM | one   | signed | permanent_representative
        late   | 1 | ARM | rival | signed | permanent_representative
        """,
    )
    with asked(register, *tables) as rows:
        assert offered(rows, "O. Varonin", capacity="permanent_representative", day="2003") == ["one", "rival"]
        assert linked(rows, "O. Varonin", day="2003") == ["one"]
        assert linked(rows, "O. Varonin", day="2013") == []


def test_one_in_the_office_is_not_linked_for_a_name_that_somebody_else_has(register: sa.Engine) -> None:
    signatory = "letter | 1 | ARM | holder | signed | permanent_representative"
    with asked(register, *persons("holder | Oskar Varonin\nunknown | O. Varonin", signatories=signatory)) as rows:
        assert offered(rows, "O. Varonin", capacity="permanent_representative") == ["holder", "unknown"]
        assert linked(rows, "O. Varonin") == []


def test_no_more_than_some_are_offered_and_nobody_for_no_name(register: sa.Engine) -> None:
    lines = "\n".join(f"p{number:02} | Oleg {'abcdefghijkl'[number] * 2} Varonin" for number in range(12))
    with asked(register, *persons(lines)) as rows:
        assert offered(rows, "Oleg Varonin") == [f"p{number:02}" for number in range(MOST)]
        assert offered(rows, "") == offered(rows, " . ") == offered(rows, "O. P.") == []


@pytest.mark.parametrize(
    ("name", "asked_for"),
    [
        ("Oleg d'Varonin", "Varonin"),
        ("Oleg O’Varonin", "Oleg OVaronin"),
        ("VARÓNIN-BELMONT Oleg", "Oleg Belmont"),
        ("Oleg Varonin Jr.", "O. Varonin"),
        ("Ada (Varonin)", "Ada Varonin"),
        ("Oleg\n Varonin", "Oleg Varonin"),
        ("Đỗ Văn", "Do Van"),
        ("Oleg Akaev", "Oleg Akeav"),
    ],
)
def test_a_family_name_is_found_however_it_is_written(name: str, asked_for: str) -> None:
    names = ["Ada Belmond", "Oleg Vara", name, "Bea Ivanova"]
    assert 2 in FamilyNames(names).near(asked_for)  # the third
    assert FamilyNames(names).near("Cyd Ivanova") == {3}
    assert FamilyNames([]).near("Cyd Ivanova") == set()


def test_no_part_of_a_word_is_a_family_name() -> None:
    assert FamilyNames(["Kim Lee", "Akim Leer", "Lee Akimov", "Ada Kim"]).near("Kim") == {0, 3}


def test_people_ask_for_the_names_once_and_for_all_candidates_at_once(register: sa.Engine) -> None:
    others = "\n".join(f"p{number} | O{number} Varonin" for number in range(4))
    with asked(register, *persons(f"one | Oleg Varonin\nother | Ada Belmont\n{others}")) as rows:
        queries: list[str] = []

        class Counted:
            def rows(self, sql: str, **parameters: object) -> list[dict[str, object]]:
                queries.append(sql)
                return rows.rows(sql, **parameters)

        people = People(Counted())
        for name in ("Varonin", "A. Belmont", "O. Varonin", "B. Nobody"):
            people.like(name, state="ARM", capacity=None, day=None)
        # which engine it is, two of names, and for each new name what is known of the persons found
        assert len(queries) == 5
