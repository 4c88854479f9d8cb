"""Treaties side by side on a day, and who had signed only: by hand from the acts of the seeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.errors import NotFoundError, UsageError
from secdb.reports.matrix import Cell, matrix
from secdb.reports.signed import signed_not_ratified

if TYPE_CHECKING:
    from secdb.database.reader import Register

PARTY = Cell("party", "member", certain=True)
SIGNATORY = Cell("signatory", "member", certain=True)
DOUBTFUL = Cell("party", "possible", certain=False)
SUSPENDED = Cell("suspended", "none", certain=True)
SIX = ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"]


def test_each_state_has_a_cell_for_each_treaty_it_stands_under(seeds: Register) -> None:
    report = matrix(seeds, ["cst", "csto"], "2003-01-01", basis="signed")
    assert {row.state: row.cells for row in report.rows} == {state: {"cst": PARTY, "csto": SIGNATORY} for state in SIX}
    assert report.about["titles"]["csto"] == "Collective Security Treaty Organization"
    assert report.about["treaties"] == ["cst", "csto"]


def test_a_cell_of_a_basis_that_does_not_count_is_empty(seeds: Register) -> None:
    report = matrix(seeds, ["cst", "csto"], "2003-01-01")
    assert {row.state: row.cells for row in report.rows} == {state: {"cst": PARTY} for state in SIX}


def test_a_suspended_state_is_shown_and_not_counted(seeds: Register) -> None:
    report = matrix(seeds, ["cst", "csto"], "2013-01-01")
    assert {row.state: row.cells for row in report.rows}["UZB"] == {"cst": SUSPENDED, "csto": SUSPENDED}
    assert report.about["counts"]["cst"] == {"member": 6, "possible": 0}


def test_doubt_is_told_cell_by_cell(seeds: Register) -> None:
    report = matrix(seeds, on="2006-01-01", dataset="documents")
    cells = {row.state: row.cells for row in report.rows}
    assert cells["UZB"] == {"cst": DOUBTFUL, "csto-charter": DOUBTFUL}
    assert cells["ARM"] == {"cst": PARTY, "csto-charter": DOUBTFUL}
    assert report.about["counts"]["csto-charter"] == {"member": 0, "possible": 7}


def test_without_a_name_all_treaties_of_the_dataset_are_shown(seeds: Register) -> None:
    assert matrix(seeds, on="1990").about["treaties"] == ["cst", "csto-charter"]
    assert matrix(seeds, on="1990").rows == ()


def test_a_treaty_and_its_organization_are_one_column_under_the_first_name(seeds: Register) -> None:
    assert matrix(seeds, ["csto", "csto-charter", "CSTO"], "2009").about["treaties"] == ["csto"]


def test_the_words_behind_each_cell_are_cited(seeds: Register) -> None:
    of_acts = matrix(seeds, ["cst"], "2013-01-01").rows[-1]
    assert (of_acts.state, [source.document for source in of_acts.sources]) == ("UZB", ["tass-2012-12-19"])
    of_rosters = matrix(seeds, ["cst"], "2009-09-26", dataset="documents").rows[-1]
    assert {source.document for source in of_rosters.sources} == {"cst-2009"}


@pytest.mark.parametrize(
    ("arguments", "error"), [({"treaties": ["nato"]}, NotFoundError), ({"basis": "law"}, UsageError)]
)
def test_what_is_not_there_is_refused(seeds: Register, arguments: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        matrix(seeds, on="2009", **arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("on", "states"),
    [
        ("1992-05-14", []),
        ("1992-05-15", ["ARM", "KAZ", "KGZ", "RUS", "TJK", "UZB"]),
        ("1994-04-19", ["ARM", "KAZ", "KGZ", "RUS", "TJK", "UZB"]),
        ("1994-04-20", []),
    ],
)
def test_six_had_signed_the_treaty_and_not_ratified_until_it_was_in_force(
    seeds: Register, on: str, states: list[str]
) -> None:
    report = signed_not_ratified(seeds, ["cst"], on)
    assert [row.state for row in report.rows] == states
    assert report.count == {"certain": len(states), "possible": 0}
    assert {(row.since_earliest, row.since_latest, row.status) for row in report.rows} <= {
        ("1992-05-15", "1992-05-15", "signatory")
    }
    assert all(row.sources for row in report.rows)


def test_every_treaty_is_looked_at_where_none_is_named(seeds: Register) -> None:
    rows = signed_not_ratified(seeds, on="2003-09-17").rows
    assert [(row.treaty, row.state) for row in rows] == [("csto-charter", state) for state in SIX]
    assert signed_not_ratified(seeds, on="2003-09-18").rows == ()
