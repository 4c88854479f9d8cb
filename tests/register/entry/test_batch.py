"""Rows of a table as entries."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from secdb.errors import UsageError
from secdb.register.entry.batch import columns_of, entries_of
from secdb.register.rows.problems import ProblemsError


@dataclass(frozen=True)
class Line:
    values: dict[str, str | None]
    line: int
    file: str = field(default="t.csv")


def test_columns_are_fields_by_name_or_as_told() -> None:
    header = ["Treaty", "date_text", "Date EDTF", "Land", "Seite", "signer-capacity"]
    assert columns_of("act", header, {"Land": "state", "Seite": ""}, "t.csv") == {
        "Treaty": "treaty",
        "date_text": "date",
        "Date EDTF": "date_edtf",
        "Land": "state",
        "signer-capacity": "signer_capacity",
    }


@pytest.mark.parametrize(
    ("noun", "mapping", "said"),
    [
        ("period", {}, "there is no 'period' to import; there are dataset, state"),
        ("act", {"Country": "state"}, "the file has no column 'Country'; it has treaty, land"),
        ("act", {"land": "stat"}, "act has no field 'stat'; it has treaty, state"),
    ],
)
def test_what_is_asked_wrongly_is_wrong_usage(noun: str, mapping: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        columns_of(noun, ["treaty", "land"], mapping, "t.csv")
    assert str(caught.value).startswith(said)


def test_columns_that_give_no_field_or_the_same_are_all_told() -> None:
    with pytest.raises(ProblemsError) as caught:
        columns_of("act", ["treaty", "stat", "Statement", "date", "Date"], {}, "t.csv")
    assert [str(problem) for problem in caught.value.problems] == [
        "t.csv:1: stat: act has no such field; say which it is with --map 'stat=state', or leave it out with 'stat='",
        "t.csv:1: Statement: act has no such field; say which it is with --map 'Statement=FIELD', or leave it out with 'Statement='",  # noqa: E501
        "t.csv:1: date: is given by more than one column",
    ]


def test_a_cell_may_hold_several_texts_and_a_column_beats_what_is_shared() -> None:
    rows = [Line({"state": "ARM;BLR", "dataset": "other", "note": None}, 2), Line({"state": "RUS"}, 3)]
    found = entries_of("act", rows, {"state": "state", "dataset": "dataset", "note": "note"}, {"dataset": "register"})
    assert [(one.values, one.place.line) for one in found] == [
        ({"dataset": "other", "state": ("ARM", "BLR")}, 2),
        ({"dataset": "register", "state": ("RUS",)}, 3),
    ]


def test_rows_that_agree_but_for_the_state_are_one_roster() -> None:
    names = ("treaty", "on", "state", "position", "as_printed")
    texts = [
        ("cst", "2001", "ARM", "2", "Armenia"),
        ("cst", "2001", "RUS", "1", None),
        ("cst", "2002", "RUS", "1", None),
    ]
    rows = [Line(dict(zip(names, row, strict=True)), line) for line, row in enumerate(texts, 2)]
    first, second = entries_of("roster", rows, {name: name for name in names}, {})
    assert (first.values, first.place.line, second.place.line) == ({"treaty": "cst", "on": "2001"}, 2, 4)
    assert [(one.values, one.place.line) for one in first.parts["entries"]] == [
        ({"state": "ARM", "position": "2", "as_printed": "Armenia"}, 2),
        ({"state": "RUS", "position": "1"}, 3),
    ]
