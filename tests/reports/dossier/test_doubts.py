"""What contradicts the periods is told, and of very many days of change only the greatest are looked at."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import secdb
from secdb.database.reader import open_register
from secdb.reports.dossier import days
from secdb.reports.dossier.days import Step
from tests.reports.dossier.reading import read, said

if TYPE_CHECKING:
    from pathlib import Path

SIX = "'ARM', 'BLR', 'KAZ', 'KGZ', 'RUS', 'AZE'"
ROSTER = (
    "INSERT INTO roster (id, dataset_id, treaty_id, on_edtf, on_earliest, on_latest, complete) "
    "SELECT 9001, d.id, t.id, '2010-01-01', '2010-01-01', '2010-01-01', 1 "
    "FROM dataset AS d JOIN treaty AS t ON t.code = 'cst' WHERE d.code = 'register'"
)
LISTED = f"INSERT INTO roster_entry (roster_id, state_id) SELECT 9001, id FROM state WHERE code IN ({SIX})"
PROOF = (
    "INSERT INTO citation (roster_id, document_id, locator) "
    "SELECT 9001, id, 'page 7 of the notes' FROM document WHERE code = 'gibler-2009'"
)


def test_a_list_that_contradicts_the_periods_is_told_with_its_source(seeded_file: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    shutil.copy(seeded_file, own)
    with closing(sqlite3.connect(own)) as connection, connection:
        for statement in (ROSTER, LISTED, PROOF):
            connection.execute(statement)
    with open_register(str(own)) as register:
        page = read(secdb.dossier(register, "cst", on=["2010-01-01"]))
    doubts = page.rows("What the rules find doubtful")
    # the document is of 2009, the list of 2010
    assert {row[0] for row in doubts} == {"roster", "citation before fact"}
    named = " ".join(row[1] for row in doubts)
    assert "lacks Tajikistan (TJK)" in named
    assert "lacks Uzbekistan (UZB)" in named
    assert "names Azerbaijan (AZE)" in named
    [note] = [item for item in page.one("footnotes").iter("li") if "page 7 of the notes" in said(item)]
    number = (note.get("id") or "").removeprefix("note-")
    leading = [a.get("href") for a in page.one("contradictions").iter("a")]
    assert leading.count(f"#note-{number}") == len(doubts)
    compared = "on the list only: Azerbaijan; in the register only: Tajikistan, Uzbekistan."
    assert compared in said(page.one("statements"))


def test_of_very_many_days_the_greatest_changes_are_looked_at() -> None:
    # 1 more each year, but 5 more in 1950 and 3 fewer in 1960
    counts = [n + (5 if n >= 50 else 0) - (4 if n >= 60 else 0) for n in range(1, 81)]
    steps = [Step(f"{1900 + n}-01-01", count) for n, count in enumerate(counts, 1)]
    chosen = days._greatest(steps)
    assert len(chosen) == 12
    assert chosen[:2] == ["1950-01-01", "1960-01-01"]
    assert chosen[2:] == [f"{year}-01-01" for year in range(1901, 1911)]
