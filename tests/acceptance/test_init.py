"""Making a register: nothing that is there is replaced, and what is made is whole."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

import secdb
from secdb.errors import RefusedError

if TYPE_CHECKING:
    from pathlib import Path


def test_an_empty_register_knows_the_users_own_dataset(tmp_path: Path) -> None:
    assert secdb.create(str(tmp_path / "empty.db"), author="tests", seeds=False) == 1
    with secdb.open(str(tmp_path / "empty.db")) as register:
        assert register.rows("SELECT dataset FROM datasets") == [{"dataset": "register"}]
        assert register.rows("SELECT author, message FROM revisions") == [
            {"author": "tests", "message": "Make an empty register"}
        ]


def test_a_folder_and_a_file_with_words_are_not_replaced(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("We have the honour")
    for place in (tmp_path, letter):
        with pytest.raises(RefusedError, match="is there already"):
            secdb.create(str(place), author="tests", seeds=False)
    assert letter.read_text() == "We have the honour"


def test_a_link_is_followed_and_an_empty_file_is_filled(tmp_path: Path) -> None:
    link, target = tmp_path / "link.db", tmp_path / "target.db"
    link.symlink_to(target)
    target.touch()
    secdb.create(str(link), author="tests", seeds=False)
    assert link.is_symlink()
    assert target.stat().st_size > 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.db", "target.db"]


def test_a_register_on_a_server_is_not_made_twice(seeded_server: str) -> None:
    with pytest.raises(RefusedError, match="tables"):
        secdb.create(seeded_server, author="tests")


def test_python_takes_a_date(seeded_url: str) -> None:
    with secdb.open(seeded_url) as register:
        assert secdb.members(register, "cst", on=dt.date(2002, 5, 14)).count["member"] == 6


@pytest.mark.parametrize(
    ("name", "code"), [("RU", "RUS"), ("643", "RUS"), ("Q159", "RUS"), ("YE", "YEM"), ("IN", "IND"), ("armenia", "ARM")]
)
def test_a_state_is_found_by_its_codes_in_other_schemes(seeded_url: str, name: str, code: str) -> None:
    from secdb.lookup import find_state

    with secdb.open(seeded_url) as register:
        assert find_state(register, name) == code


def test_nobody_holds_an_office_before_the_state_exists(seeded_url: str) -> None:
    from secdb.reports.offices import who

    with secdb.open(seeded_url) as register:
        assert who(register, "UZB", "1950-01-01").rows == ()
        assert who(register, "RUS", "2002-05-14").rows != ()
