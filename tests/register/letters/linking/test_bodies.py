"""Which treaty is the body of a roster."""
# ruff: noqa: RUF001 - Russian names are meant

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.database.reader import open_register
from secdb.register.letters.linking.bodies import Body, Offer, bodies_like
from tests.register.letters.linking.known import asked
from tests.register.samples import table

if TYPE_CHECKING:
    import sqlalchemy as sa

pytestmark = pytest.mark.server_later

LAKES = (
    table(
        "treaty",
        """
        code      | title                              | signed_edtf
        lakes     | Treaty on the Common Use of Lakes  | 1992-05-15
        charter   | Charter of the Lakes Organization  | 2002-10-07
        rivers    | Convention on Rivers               |
        rivers-2  | Second Convention on Rivers        | 2010
        """,
    ),
    table("organization", "code | name | treaty\nlo | Lakes Organization | charter"),
    table(
        "treaty_name",
        """
        id | treaty   | name                | language | form
        1  | lakes    | Lakes Pact          | en       | variant
        2  | lakes    | Договор об озерах   | ru       | short
        3  | rivers   | Rivers Pact         | en       | variant
        4  | rivers-2 | Rivers Pact         | en       | variant
        5  | charter  | LO                  | en       | variant
        6  | lakes    | Organization for Dunes and Winds | en | variant
        7  | rivers   | Organisation for Dunes and Winds | en | variant
        """,
    ),
)


def treaty(engine: sa.Engine, body: str, day: str | None = "2009-09-26") -> Body:
    with asked(engine, *LAKES) as rows:
        return bodies_like(rows, body, day=day)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Collective Security Treaty Organization", "csto-charter"),
        ("the Collective Security Treaty Organisation (CSTO)", "csto-charter"),
        ("ОДКБ", "csto-charter"),
        ("Treaty on Collective Security", "cst"),
        ("The Collective Security Treaty", "cst"),
        ("CST", "cst"),
    ],
)
def test_bodies_of_the_seeds_are_the_treaties(seeded_url: str, body: str, code: str) -> None:
    with open_register(seeded_url) as register:
        assert bodies_like(register, body, day="2009-09-26") == Body(code)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Treaty on the Common Use of Lakes", "lakes"),
        ("TREATY ON COMMON USE OF THE LAKES", "lakes"),
        ("Lakes Pact", "lakes"),
        ("Договор об озерах", "lakes"),
        ("LAKES", "lakes"),
        ("Lakes Organization", "charter"),
        ("Organisation of Lakes", None),
        ("lo", "charter"),
        ("Organization for Dunes and Winds", "lakes"),
        ("the Organisation for Dunes and Winds", "rivers"),
        ("Organisation for the Dunes and Winds", None),
        ("The Lakes Organisation [L.O.]", "charter"),
        ("Charter of the Lakes Organization", "charter"),
        ("Convention on Rivers", "rivers"),
        ("Third Convention on Rivers", None),
        ("Lake Pact", None),
        ("", None),
        ("the", None),
    ],
)
def test_a_treaty_is_named_for_its_very_name_or_a_trivial_difference(
    register: sa.Engine, body: str, code: str | None
) -> None:
    assert treaty(register, body).treaty == code


def test_near_names_are_offered_the_nearest_first(register: sa.Engine) -> None:
    # words in common: 2 x 3 of 3 + 4, of 4 + 4; of 4 + 2 only rivers
    assert treaty(register, "Third Convention on Rivers") == Body(
        None, (Offer("rivers", "Convention on Rivers"), Offer("rivers-2", "Second Convention on Rivers"))
    )
    assert treaty(register, "Laks Pakt").offered[0] == Offer("lakes", "Lakes Pact")
    assert treaty(register, "League of Deserts and Dunes") == Body(None)


def test_a_name_that_two_have_is_offered_as_both(register: sa.Engine) -> None:
    found = treaty(register, "Rivers Pact")
    assert found.treaty is None
    assert found.offered[:2] == (Offer("rivers", "Rivers Pact"), Offer("rivers-2", "Rivers Pact"))


def test_a_treaty_not_signed_by_the_day_is_only_offered(register: sa.Engine) -> None:
    assert treaty(register, "Lakes Organization", "2002-10-06") == Body(
        None, (Offer("charter", "Lakes Organization"), Offer("lakes", "Lakes Pact"))
    )


@pytest.mark.parametrize("day", ["2002-10-07", "2002", "some day", None])
def test_a_treaty_that_may_have_been_signed_by_the_day_is_named(register: sa.Engine, day: str | None) -> None:
    assert treaty(register, "Lakes Organization", day) == Body("charter")
