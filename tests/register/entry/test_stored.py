"""A record as texts is what a person would have typed: writing it again changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from secdb.errors import NotFoundError
from secdb.register.entry.entries import Entry
from secdb.register.entry.stored import last_entered, stored
from tests.register.entry.typed import edited, entered, entry

if TYPE_CHECKING:
    import sqlalchemy as sa

    from secdb.register.entry.stored import Stored

pytestmark = pytest.mark.server_later

EVERYTHING = (
    entry("act", treaty="cst", state="RUS", kind="signature", date="15 мая 1992", effect="c. 1993", cite="volume"),
    entry("roster", treaty="cst", on="2001", state=("ARM", "RUS"), complete="yes", statement="speech"),
    entry("tenure", person="Ivan Petrov", state="RUS", office="special_envoy", from_="2000", acting="1"),
    entry("signatory", statement="speech", state="RUS", person="Ivan Petrov", cite="letter", quote="signed"),
    entry("organization", code="org", name="Org", treaty="cst"),
    entry("act", treaty="cst", state="ARM", kind="signature", date="the day after", date_edtf="1992-05-16"),
    entry("treaty", code="two", title="Two", amends="cst", alias="II", in_force="[1999..2001]", term_years="5"),
)


def read(engine: sa.Engine, noun: str, name: str) -> Stored:
    with engine.connect() as connection:
        return stored(connection, noun, name)


def test_fields_and_parts_are_texts_as_typed(small: sa.Engine) -> None:
    entered(small, *EVERYTHING)
    found = read(small, "act", "1")
    assert found.values == {
        "treaty": "cst",
        "state": "RUS",
        "kind": "signature",
        "date": "15 мая 1992",
        "effect": "c. 1993",
        "rank": "normal",
        "dataset": "register",
    }
    assert [(one.noun, one.edits, one.values) for one in found.parts] == [("citations", "2", {"document": "volume"})]
    assert (found.name, found.seen) == ("1", 2)


def test_words_that_do_not_say_the_date_come_with_their_edtf(small: sa.Engine) -> None:
    entered(small, *EVERYTHING)
    values = read(small, "act", "2").values
    assert (values["date"], values["date_edtf"]) == ("the day after", "1992-05-16")


def test_a_record_is_found_by_any_name_and_called_by_its_code(small: sa.Engine) -> None:
    assert read(small, "state", "russia").name == "RUS"
    assert [one.values["name"] for one in read(small, "state", "RUS").parts] == ["Russian Federation", "Russia"]
    with pytest.raises(NotFoundError):
        read(small, "state", "Atlantis")


def test_what_is_read_written_again_changes_nothing(small: sa.Engine) -> None:
    entered(small, *EVERYTHING)
    for noun, name in (
        *(("act", "1"), ("act", "2"), ("roster", "1"), ("tenure", "1"), ("organization", "org"), ("treaty", "two")),
        *(("state", "RUS"), ("person", "petrov-i"), ("document", "letter"), ("statement", "speech")),
        *(("dataset", "register"), ("signatory", "1")),
    ):
        found = read(small, noun, name)
        parts: dict[str, tuple[Entry, ...]] = {}
        for one in found.parts:
            parts[one.noun] = (*parts.get(one.noun, ()), one)
        again = Entry(noun, found.values, parts, edits=found.name, seen=found.seen)
        assert edited(small, again).number is None
        noted = edited(small, replace(again, values={**again.values, "note": "Seen"}))
        assert noted.number == found.seen + 1


def test_the_next_record_begins_with_what_it_often_shares_with_the_last(small: sa.Engine) -> None:
    entered(small, *EVERYTHING)
    with small.connect() as connection:
        assert last_entered(connection, "act") == {
            "treaty": "cst",
            "kind": "signature",
            "date": "the day after",
            "dataset": "register",
        }
        assert last_entered(connection, "signatory")["cite"] == "letter"
        assert last_entered(connection, "person") == {}
