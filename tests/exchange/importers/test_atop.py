"""ATOP, member level: entries and exits of alliances."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.exchange.csvfile import PackageError
from secdb.exchange.importers import atop
from tests.exchange.importers.importing import imported, write

if TYPE_CHECKING:
    from pathlib import Path

    from secdb.exchange.importers.states import States
    from tests.exchange.importers.importing import Imported

HEADER = "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit"
IN, OUT = "participation", "cessation"


def read(folder: Path, states: States, *lines: str, header: str = HEADER) -> Imported:
    return imported(atop, write(folder, header, *lines), states)


@pytest.mark.parametrize(
    ("row", "acts"),
    [
        ("1005,2,1950,3,4,1960,5,31", [(IN, "1950-03-04"), (OUT, "1960-05-31")]),
        ("1005,2,1950,3,0,1960,0,0", [(IN, "1950-03"), (OUT, "1960")]),
        ("1005,2,1950,0,4,0,0,0", [(IN, "1950")]),  # a day without its month says nothing
        ("1005.0,2.0,1950.0,3.0,4.0,.,NA,", [(IN, "1950-03-04")]),
        ("1005,2,1950,3,4,1950,3,4", [(IN, "1950-03-04"), (OUT, "1950-03-04")]),
    ],
)
def test_an_entry_and_an_exit_are_acts(tmp_path: Path, states: States, row: str, acts: list[tuple[str, str]]) -> None:
    found = read(tmp_path, states, row)
    assert found.acts("kind", "date_edtf") == acts
    assert found.acts("state", "treaty")[0] == ("USA", "atop-1005")
    assert found.rows("treaty") == [{"code": "atop-1005", "title": "Alliance 1005 of ATOP"}]
    assert found.counts == (1, 0, 0)


@pytest.mark.parametrize(
    ("in_effect", "acts", "note"),
    [
        ("1", [(IN, "1950-03-04")], None),
        ("0", [(IN, "1950-03-04"), (OUT, "[1950-03-04..2018-12-31]")], "no exit, and not in effect at the end of 2018"),
        ("", [(IN, "1950-03-04")], "no exit, and no column ineffect"),
    ],
)
def test_no_exit_is_open_unless_the_alliance_is_known_to_have_ended(
    tmp_path: Path, states: States, in_effect: str, acts: list[tuple[str, str]], note: str | None
) -> None:
    found = read(tmp_path, states, f"1005,2,1950,3,4,0,0,0,{in_effect}", header=f"{HEADER},ineffect")
    assert found.acts("kind", "date_edtf") == acts
    assert [text[: len(note or "")] for text in found.tally.notes] == ([note] if note else [])


def test_phases_that_follow_at_once_are_one_membership(tmp_path: Path, states: States) -> None:
    lines = [
        "1005,2,1960,1,1,1970,1,1",
        "1005,2,1950,1,1,1959,12,31",
        "1005,2,1970,1,1,0,0,0",
        "1005,20,1950,1,1,0,0,0",
    ]
    found = read(tmp_path, states, *lines)
    assert found.acts() == [("USA", IN, "1950-01-01"), ("CAN", IN, "1950-01-01")]
    assert found.tally.notes["phases that follow each other at once: one membership"] == 2
    assert found.counts == (4, 0, 0)


def test_phases_with_time_between_them_are_several_memberships(tmp_path: Path, states: States) -> None:
    found = read(tmp_path, states, "1005,2,1950,1,1,1959,12,31", "1005,2,1960,1,2,1961,1,1")
    dates = [("1950-01-01",), ("1959-12-31",), ("1960-01-02",), ("1961-01-01",)]
    assert found.acts("date_edtf") == dates


def test_alliances_with_a_decimal_are_others(tmp_path: Path, states: States) -> None:
    found = read(tmp_path, states, "3180.1,2,1950,1,1,0,0,0", "3180,2,1950,1,1,0,0,0")
    assert found.acts("treaty") == [("atop-3180.1",), ("atop-3180",)]


def test_a_state_that_continues_another_enters_on_its_first_day(tmp_path: Path, states: States) -> None:
    found = read(tmp_path, states, "1,365,1955,5,14,1995,1,1", "2,365,1955,5,14,1991,7,1", "3,345,1980,0,0,1990,0,0")
    assert found.acts("treaty", "state", "kind", "date_edtf") == [
        ("atop-1", "SUN", IN, "1955-05-14"),
        ("atop-1", "RUS", IN, "1991-12-26"),
        ("atop-1", "RUS", OUT, "1995-01-01"),
        ("atop-2", "SUN", IN, "1955-05-14"),
        ("atop-2", "SUN", OUT, "1991-07-01"),
        ("atop-3", "YUG", IN, "1980"),
        ("atop-3", "YUG", OUT, "1990"),
    ]


def test_an_exit_on_an_unknown_day_is_of_each_state_that_may_have_left(tmp_path: Path, states: States) -> None:
    lines = ["1,345,1955,5,14,0,0,0,0", "2,365,1955,5,14,0,0,0,0", "3,365,1955,5,14,1991,0,0,0", "4,2,1955,0,0,0,0,0,0"]
    found = read(tmp_path, states, *lines, header=f"{HEADER},ineffect")
    note = "The exit of one of SUN, RUS: its day is not known"
    assert found.acts("treaty", "state", "date_edtf", "note", kind=OUT) == [
        ("atop-1", "YUG", "[1955-05-14..2018-12-31]", None),
        ("atop-2", "SUN", "[1955-05-14..2018-12-31]", note),
        ("atop-2", "RUS", "[1991-12-26..2018-12-31]", note),
        ("atop-3", "SUN", "1991", note),
        ("atop-3", "RUS", "[1991-12-26..1991-12-31]", note),
        ("atop-4", "USA", "[1955..2018-12-31]", None),
    ]
    assert found.acts("treaty", state="RUS", kind=IN) == [("atop-2",), ("atop-3",)]


@pytest.mark.parametrize(
    ("row", "acts"),
    [
        ("1,345,1955,5,14,1995,1,1", [("YUG", IN, "1955-05-14"), ("YUG", OUT, "1995-01-01")]),
        ("1,345,1993,5,14,1995,1,1", [("SCG", IN, "1993-05-14"), ("SCG", OUT, "1995-01-01")]),
        (
            "1,365,1955,5,14,1991,12,26",
            [("SUN", IN, "1955-05-14"), ("RUS", IN, "1991-12-26"), ("RUS", OUT, "1991-12-26")],
        ),
    ],
)
def test_an_exit_is_of_the_state_that_was_in(
    tmp_path: Path, states: States, row: str, acts: list[tuple[str, str, str]]
) -> None:
    assert read(tmp_path, states, row).acts() == acts


@pytest.mark.parametrize("in_effect", ["", "0", "1"])
def test_no_exit_of_a_state_that_has_ended_is_an_unknown_day(tmp_path: Path, states: States, in_effect: str) -> None:
    found = read(tmp_path, states, f"1,265,1955,5,14,0,0,0,{in_effect}", header=f"{HEADER},ineffect")
    assert found.acts() == [("DDR", IN, "1955-05-14"), ("DDR", OUT, "[1955-05-14..2018-12-31]")]


def test_phases_of_two_states_are_two_memberships_unless_one_continues_the_other(
    tmp_path: Path, states: States
) -> None:
    lines = [
        "1,345,1955,5,14,1992,4,27",
        "1,345,1992,4,27,1995,1,1",
        "2,365,1955,5,14,1991,12,26",
        "2,365,1991,12,26,1995,1,1",
    ]
    assert read(tmp_path, states, *lines).acts("treaty", "state", "kind", "date_edtf") == [
        ("atop-1", "YUG", IN, "1955-05-14"),
        ("atop-1", "YUG", OUT, "1992-04-27"),
        ("atop-1", "SCG", IN, "1992-04-27"),
        ("atop-1", "SCG", OUT, "1995-01-01"),
        ("atop-2", "SUN", IN, "1955-05-14"),
        ("atop-2", "RUS", IN, "1991-12-26"),
        ("atop-2", "RUS", OUT, "1995-01-01"),
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1005,2,1950", "3 values under 8 columns"),
        (",2,1950,1,1,0,0,0", "no atopid, or no COW number of a member"),
        ("1005,USA,1950,1,1,0,0,0", "no atopid, or no COW number of a member"),
        ("1005,2,0,0,0,1960,0,0", "no year of entry"),
        ("1005,2,1950,2,30,0,0,0", "'1950-02-30' is not in the calendar"),
        ("1005,2,1950,1,1,x,0,0", "yrexit: 'x' is no number"),
        ("1005,2,1950,-9,1,0,0,0", "moent: '-9' is no number"),
        ("1005,2,1950,1,1,1949,1,1", "left (1949-01-01) before it entered (1950-01-01)"),
        ("1005,300,1900,1,1,0,0,0", "the authority list has no State with the COW number 300 on 1900-01-01"),
    ],
)
def test_a_row_that_cannot_be_read_is_rejected_alone(tmp_path: Path, states: States, row: str, reason: str) -> None:
    found = read(tmp_path, states, row, "1006,2,1950,1,1,0,0,0")
    [(line, told)] = found.reasons
    assert (line, told[: len(reason)]) == (2, reason)
    assert found.acts("treaty") == [("atop-1006",)]
    assert [one["code"] for one in found.rows("treaty")] == ["atop-1006"]
    assert found.counts == (1, 1, 0)


def test_a_file_of_another_form_is_refused(tmp_path: Path, states: States) -> None:
    with pytest.raises(PackageError, match="is not a member-level file of ATOP: it has no column member"):
        read(tmp_path, states, header=HEADER.replace("member", "cowcode"))
