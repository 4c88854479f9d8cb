"""Manydata, parties tables: dated cells become acts, repeated rows one membership."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from secdb.exchange.csvfile import PackageError
from secdb.exchange.importers import manydata
from tests.exchange.importers.importing import imported, write

if TYPE_CHECKING:
    from pathlib import Path

    from secdb.exchange.importers.states import States
    from tests.exchange.importers.importing import Imported

COLUMNS = [
    "stateID",
    "treatyID",
    "Title",
    "Begin",
    "End",
    "Signature",
    "StateSignature",
    "StateRatification",
    "Force",
    "StateForce",
    "Term",
    "StateEnd",
    "Coder",
    "Comments",
]
SIGNED, RATIFIED, ENTERED, ENDED = (
    "StateSignature",
    "StateRatification",
    "StateForce",
    "StateEnd",
)


def row(state: str, treaty: str = "ABC_1950A", **cells: str) -> str:
    """Return a line with these cells; `Title` where none is given."""
    text = io.StringIO()
    values = {"Title": "A Treaty", **cells, "stateID": state, "treatyID": treaty}
    csv.DictWriter(text, COLUMNS, restval="", lineterminator="").writerow(values)
    return text.getvalue()


def read(folder: Path, states: States, *lines: str) -> Imported:
    return imported(manydata, write(folder, ",".join(COLUMNS), *lines), states)


def test_each_dated_cell_of_the_state_is_an_act(tmp_path: Path, states: States) -> None:
    cells = {SIGNED: "1950-03-01", RATIFIED: "1951-02", ENTERED: "1952", ENDED: "1960-05-31?"}
    found = read(tmp_path, states, row("FRA", **cells, Comments="Seen in the archive", Coder="A"))
    assert found.acts("state", "kind", "date_text", "date_edtf", "note") == [
        ("FRA", "signature", "1950-03-01", "1950-03-01", "Seen in the archive"),
        ("FRA", "ratification", "1951-02", "1951-02", None),
        ("FRA", "entry_into_force", "1952", "1952", None),
        ("FRA", "cessation", "1960-05-31?", "1960-05-31?", None),
    ]
    assert [one["locator"] for one in found.rows("citation")] == [f"FRA, ABC_1950A, {column}" for column in cells]
    assert [one["act"] for one in found.rows("citation")] == [one["id"] for one in found.rows("act")]
    assert found.counts == (1, 0, 0)


def test_the_year_9999_is_no_act(tmp_path: Path, states: States) -> None:
    cells = {SIGNED: "1950-03-01", RATIFIED: "9999-12-31", ENTERED: "9999-12-31", ENDED: "9999-12-31"}
    found = read(tmp_path, states, row("FRA", **cells))
    assert found.acts() == [("FRA", "signature", "1950-03-01")]
    assert found.tally.notes == {
        "StateRatification 9999: not so far, no act": 1,
        "StateForce 9999: not so far, no act": 1,
    }


def test_a_row_without_a_date_is_blank(tmp_path: Path, states: States) -> None:
    found = read(tmp_path, states, row("FRA"), row("ITA", StateEnd="9999-12-31"), row("EUU", Begin="1950-01-01"))
    assert found.counts == (0, 0, 3)
    assert not found.rejects
    assert len(found.rows("treaty")) == 1


def test_a_treaty_takes_the_first_of_what_its_rows_say(tmp_path: Path, states: States) -> None:
    found = read(
        tmp_path,
        states,
        row("FRA", Signature="1950-03", StateForce="1951-01-01"),
        row("FRA", "D PTA_2006O:B", Force="9999-12-31", StateForce="2006-01-01"),
        row("ITA", Title="Another Title", Signature="1950-04-01", Force="1951-01-01", StateForce="1951-01-01"),
    )
    assert found.rows("treaty") == [
        {
            "code": "abc_1950a",
            "title": "A Treaty",
            "signed_text": "1950-03",
            "signed_edtf": "1950-03",
            "in_force_text": "1951-01-01",
            "in_force_edtf": "1951-01-01",
        },
        {
            "code": "d%20pta_2006o:b",
            "title": "A Treaty",
            "signed_text": None,
            "signed_edtf": None,
            "in_force_text": None,
            "in_force_edtf": None,
        },
    ]
    assert found.tally.notes == {
        "treaties whose rows differ in Title: the first one given stands": 1,
        "treaties whose rows differ in Signature: the first one given stands": 1,
    }
    assert found.order == ["dataset", "document", "treaty", "act", "citation"]


def test_a_treaty_without_a_title_has_its_id_and_ids_in_other_capitals_are_one(tmp_path: Path, states: States) -> None:
    lines = [row("FRA", "X_1A", Title="", StateForce="1950"), row("ITA", "x_1a", StateForce="1951")]
    found = read(tmp_path, states, *lines)
    assert [(one["code"], one["title"]) for one in found.rows("treaty")] == [("x_1a", "X_1A")]
    assert found.acts("treaty", "state") == [("x_1a", "FRA"), ("x_1a", "ITA")]


def test_a_code_is_read_as_of_the_day_of_each_act(tmp_path: Path, states: States) -> None:
    found = read(
        tmp_path,
        states,
        row("RUS", StateSignature="1990-01-01", StateForce="1995-01-01"),
        row("YUG", StateSignature="1991", StateForce="1993-01-01"),
        row("ROM", StateForce="1948-12-31"),
        row("ALG", StateForce="1970-01-01"),
        row("AUS", StateForce="1970-01-01"),  # Australia: Austria's COW abbreviation does not come into it
    )
    assert found.acts() == [
        ("SUN", "signature", "1990-01-01"),
        ("RUS", "entry_into_force", "1995-01-01"),
        ("YUG", "signature", "1991"),
        ("SCG", "entry_into_force", "1993-01-01"),
        ("ROU", "entry_into_force", "1948-12-31"),
        ("DZA", "entry_into_force", "1970-01-01"),
        ("AUS", "entry_into_force", "1970-01-01"),
    ]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({SIGNED: "1970-01-01", ENTERED: "1971-01-01", ENDED: "9999-12-31"}, "participation"),
        ({ENTERED: "1971-01-01", ENDED: "2001-01-01"}, "participation"),
        ({RATIFIED: "1971-01-01"}, "succession"),
        ({SIGNED: "1970-01-01"}, None),
        ({ENTERED: "1971-01-01", ENDED: "1980-01-01"}, None),
        ({RATIFIED: "1971-01-01", ENTERED: "1995-01-01"}, None),
    ],
)
def test_a_state_that_continues_another_goes_on_with_what_bound_it(
    tmp_path: Path, states: States, cells: dict[str, str], kind: str | None
) -> None:
    found = read(tmp_path, states, row("RUS", **cells))
    note = "The source has one row for SUN and RUS, which continues it"
    expected = [("RUS", kind, "1991-12-26", note)] if kind else []
    made = [act for act in found.acts("state", "kind", "date_edtf", "note") if act[3]]
    assert made == expected


LATE = "acts dated before the State of the code began: they have effect from its first day"


@pytest.mark.parametrize(
    ("code", "cells", "acts"),
    [
        (  # the date of its predecessor
            "CZE",
            {SIGNED: "1968-07-01", ENTERED: "1970-03-05", ENDED: "9999-12-31"},
            [("CZE", "1968-07-01", "1993-01-01"), ("CZE", "1970-03-05", "1993-01-01")],
        ),
        ("CZE", {ENTERED: "1970-03-05"}, [("CZE", "1970-03-05", "1993-01-01")]),
        ("FJI", {SIGNED: "1925", ENTERED: "1973"}, [("FJI", "1925", "1970-10-10"), ("FJI", "1973", None)]),
        (
            "CZE",
            {ENTERED: "1970-03-05", ENDED: "1993-01-02"},
            [("CZE", "1970-03-05", "1993-01-01"), ("CZE", "1993-01-02", None)],
        ),
        # the code means the State that its own continues before it
        ("RUS", {ENTERED: "1825", ENDED: "1950"}, [("SUN", "1825", "1922-12-30"), ("SUN", "1950", None)]),
        (
            "SRB",
            {ENTERED: "1950-10-21"},
            [("SCG", "1950-10-21", "1992-04-27"), ("SRB", "2006-06-03", None)],
        ),
        ("CZE", {ENTERED: "1993"}, [("CZE", "1993", None)]),
    ],
)
def test_a_date_before_the_state_has_effect_from_its_first_day(
    tmp_path: Path, states: States, code: str, cells: dict[str, str], acts: list[tuple[str, str, str | None]]
) -> None:
    found = read(tmp_path, states, row(code, **cells))
    assert found.acts("state", "date_edtf", "effect_edtf") == acts
    noted = [act[0] for act in found.acts("state", "note") if "it is taken to have effect" in (act[1] or "")]
    assert noted == [state for state, _, effect in acts if effect]
    assert found.tally.notes[LATE] == len(noted)
    assert found.counts == (1, 0, 0)


def test_an_act_before_the_state_has_the_comments_and_says_why_its_effect_is_later(
    tmp_path: Path, states: States
) -> None:
    found = read(tmp_path, states, row("CZE", StateForce="1970-03-05", Comments="Seen in the archive"))
    assert found.acts("note") == [
        ("Seen in the archive; Dated before CZE began: it is taken to have effect from the first day of CZE",)
    ]


@pytest.mark.parametrize(
    ("cells", "columns", "acts"),
    [
        ({ENTERED: "1970-03-05", ENDED: "1992-12-31"}, [ENTERED, ENDED], []),
        ({ENTERED: "1970-03-05", ENDED: "1993-01-01"}, [ENTERED], [("cessation", "1993-01-01")]),
        ({ENTERED: "1970-03-05", ENDED: "1960-01-01"}, [ENTERED, ENDED], []),
        ({SIGNED: "1970-03-05", ENTERED: "1995-01-01", ENDED: "1980-01-01"}, [SIGNED, ENDED], ["1995-01-01"]),
        ({ENDED: "1980-01-01"}, [ENDED], []),
    ],
)
def test_a_spell_that_ends_before_the_state_began_is_rejected(
    tmp_path: Path, states: States, cells: dict[str, str], columns: list[str], acts: list[tuple[str, str] | str]
) -> None:
    found = read(tmp_path, states, row("CZE", **cells))
    [(line, told)] = found.reasons
    reasons = [f"{column}: the authority list has no State CZE on {cells[column]}" for column in columns]
    assert (line, told) == (2, "; ".join([*reasons, "its other acts are taken"] if acts else reasons))
    expected = [("entry_into_force", one) if isinstance(one, str) else one for one in acts]
    assert found.acts("kind", "date_edtf") == expected
    assert found.counts == (0, 1, 0)
    assert (found.tally.elsewhen, found.tally.unknown) == ({"CZE": 1}, {})


def test_a_date_after_the_state_is_rejected_and_the_rest_of_the_row_taken(tmp_path: Path, states: States) -> None:
    found = read(tmp_path, states, row("CSK", StateSignature="1980-06-17", StateForce="1994-03-21"))
    reason = "StateForce: the authority list has no State CSK on 1994-03-21; its other acts are taken"
    assert found.reasons == [(2, reason)]
    assert found.acts() == [("CSK", "signature", "1980-06-17")]
    assert found.counts == (0, 1, 0)
    assert (found.tally.elsewhen, found.tally.unknown) == ({"CSK": 1}, {})


def test_a_code_of_no_state_is_rejected_once_and_counted_with_its_rows(tmp_path: Path, states: States) -> None:
    lines = [row("EUU", StateSignature="2000-01-01", StateForce="2001-01-01"), row("EUU", "X_1A", StateForce="2002")]
    found = read(tmp_path, states, *lines)
    assert found.tally.unknown == {"EUU": 2}
    assert [line for line, _ in found.reasons] == [2, 3]
    assert found.counts == (0, 2, 0)
    assert found.rejects[0].cells["stateID"] == "EUU"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("FRA,ABC_1950A", "2 values under 14 columns"),
        (row("", StateForce="1950"), "no stateID or no treatyID"),
        (row("FRA", "", StateForce="1950"), "no stateID or no treatyID"),
        (row("FRA", StateForce="1950-13-01"), "StateForce: '1950-13-01' is not in the calendar"),
        (row("FRA", StateForce="in 1950?!"), "StateForce: 'in 1950?!' is not a date"),
    ],
)
def test_a_row_that_cannot_be_read_is_rejected_alone(tmp_path: Path, states: States, line: str, reason: str) -> None:
    found = read(tmp_path, states, line, row("ITA", StateForce="1950-01-01"))
    [(at, told)] = found.reasons
    assert (at, told[: len(reason)]) == (2, reason)
    assert found.acts() == [("ITA", "entry_into_force", "1950-01-01")]
    assert found.counts == (1, 1, 0)


def test_a_repeated_claim_is_one_act(tmp_path: Path, states: States) -> None:
    lines = [row("FRA", StateForce="1951-01-01", Coder=name) for name in "AB"]
    found = read(tmp_path, states, *lines)
    assert found.acts() == [("FRA", "entry_into_force", "1951-01-01")]
    assert found.counts == (2, 0, 0)
    assert found.tally.notes == {"claims that repeat one of the same State and treaty: one act": 1}


def test_another_date_for_the_same_step_contests_the_first(tmp_path: Path, states: States) -> None:
    found = read(
        tmp_path,
        states,
        row("FRA", StateSignature="1950-01-01", StateForce="1951-01-01"),
        row("ITA", StateForce="1951-01-01"),
        row("FRA", StateSignature="1950-01-01", StateForce="1951-06-01"),
        row("FRA", StateForce="1952"),
    )
    assert found.acts("id", "state", "kind", "date_edtf", "contests") == [
        ("1", "ITA", "entry_into_force", "1951-01-01", None),
        ("2", "FRA", "signature", "1950-01-01", None),
        ("3", "FRA", "entry_into_force", "1951-01-01", None),
        ("4", "FRA", "entry_into_force", "1951-06-01", "3"),
        ("5", "FRA", "entry_into_force", "1952", "3"),
    ]
    assert found.counts == (4, 0, 0)


@pytest.mark.parametrize("order", [1, -1])
def test_rows_one_of_which_ends_before_the_other_are_two_memberships(
    tmp_path: Path, states: States, order: int
) -> None:
    lines = [row("FRA", StateForce="1951-01-01", StateEnd="1960-12-31"), row("FRA", StateForce="1961-01-01")]
    found = read(tmp_path, states, *lines[::order])
    assert sorted(found.acts("date_edtf", "kind", "contests")) == [
        ("1951-01-01", "entry_into_force", None),
        ("1960-12-31", "cessation", None),
        ("1961-01-01", "entry_into_force", None),
    ]


def test_an_end_before_the_beginning_is_kept_and_does_not_part_rows(tmp_path: Path, states: States) -> None:
    lines = [row("FRA", StateForce="1980-01-01", StateEnd="1970-06-30"), row("FRA", StateForce="1982-01-01")]
    found = read(tmp_path, states, *lines)
    assert found.acts("kind", "date_edtf", "contests") == [
        ("entry_into_force", "1980-01-01", None),
        ("entry_into_force", "1982-01-01", "1"),
        ("cessation", "1970-06-30", None),
    ]
    assert found.tally.notes["StateEnd before all other dates of the row: kept, without effect"] == 1


def test_a_file_of_another_form_is_refused(tmp_path: Path, states: States) -> None:
    with pytest.raises(PackageError, match="is not a parties table of Manydata: it has no column StateForce, StateEnd"):
        imported(manydata, write(tmp_path, ",".join(COLUMNS[:9]) + ",Term"), states)
