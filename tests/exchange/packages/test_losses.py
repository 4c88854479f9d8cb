"""What another program wrote past secdb and a package cannot carry is told, value by value."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import secdb
from secdb.register import ProblemsError

if TYPE_CHECKING:
    from pathlib import Path

LOSSES = {
    "UPDATE act SET note = '' WHERE id = 1": "act 1: note an empty text comes back as no value",
    "UPDATE act SET note = char(65, 0, 66) WHERE id = 2": "act 2: note holds a NUL character, which no text may",
    "UPDATE act SET date_edtf = 'stated' WHERE id = 4": "act 4: date_edtf is not read back with the bounds on record",
    "UPDATE act SET date_latest = '1994-01-01' WHERE id = 4": (
        "act 4: date_edtf is not read back with the bounds on record"
    ),
    "UPDATE tenure SET end_earliest = '2001-01-01' WHERE id = 1": (
        "tenure 1: valid is not read back with the bounds on record"
    ),
    "UPDATE roster_entry SET position = -1 WHERE id = 2": (
        "roster_entry 2: position -1 is not a number from 0 to 999999999"
    ),
    "UPDATE signatory SET person_id = 77 WHERE id = 1": "signatory 1: person refers to a record that is not there",
    "UPDATE citation SET act_id = 78 WHERE act_id = 1": "citation 5: act refers to a record that is not there",
    "UPDATE document SET text = '', sha256 = printf('%064d', 0) WHERE code = 'con'": (
        "document con: text an empty text comes back as no value"
    ),
    "INSERT INTO tenure (dataset_id, person_id, state_id, office, valid, start_earliest, start_latest) "
    "SELECT dataset_id, person_id, state_id, office, valid, start_earliest, start_latest FROM tenure": (
        "tenure 2: is the same record as one before it; remove one of them"
    ),
}


@pytest.fixture(scope="module")
def lawless_file(nasty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of a register without the database's own rules, to copy."""
    path = tmp_path_factory.mktemp("lawless") / "register.db"
    path.write_bytes(nasty_file.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_master WHERE type = 'trigger'")
        connection.commit()
    return path


def spoiled(lawless_file: Path, path: Path, *statements: str) -> str:
    """Return the path of a copy on which another program has worked."""
    path.write_bytes(lawless_file.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return str(path)


@pytest.mark.parametrize("statement", LOSSES)
def test_what_a_package_cannot_carry_is_told(lawless_file: Path, tmp_path: Path, statement: str) -> None:
    done = secdb.export_package(spoiled(lawless_file, tmp_path / "register.db", statement), tmp_path / "package")
    assert ([str(loss) for loss in done.losses], done.lost) == ([LOSSES[statement]], 1)


def test_a_package_with_a_double_is_refused_by_the_line(lawless_file: Path, empty: str, tmp_path: Path) -> None:
    double = "INSERT INTO citation (state_id, document_id, locator) VALUES (2, 4, 'p. 7')"
    done = secdb.export_package(spoiled(lawless_file, tmp_path / "register.db", double, double), tmp_path / "package")
    assert [str(loss) for loss in done.losses] == [
        "citation 13: is the same record as one before it; remove one of them"
    ]
    # the quotation of the row before them stands on two lines
    with pytest.raises(ProblemsError, match=r"citation\.csv:15: the same record as in line 14"):
        secdb.import_package(empty, tmp_path / "package", author="tests")
