"""What `datapackage.json` says is what the files are, and what other programs understand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from secdb.exchange.packages.columns import columns_of
from secdb.models.records import recorded_tables
from secdb.register.rows.layout import layout_of
from tests.exchange.packages.tables import faults

SEEDS = Path(__file__).parents[3] / "seeds"
FRICTIONLESS = Path(sys.executable).parent / "frictionless"


@pytest.mark.parametrize("table", recorded_tables())
def test_what_is_written_of_a_table_is_what_is_read(table: str) -> None:
    written = {column.name for column in columns_of(table)}
    files = {"text", "received"} if table == "document" else set()
    for name in files:
        written -= {f"{name}_{part}" for part in ("file", "bytes", "hash")}
    assert written | files == layout_of(table).columns


def test_the_columns_of_acts_and_documents_are_these() -> None:
    assert " ".join(column.name for column in columns_of("document")) == (
        "code kind title date_text date_edtf language publisher url retrieved_on text_file text_bytes text_hash "
        "received_file received_bytes received_hash received_type note"
    )
    kinds = {column.name: (column.kind, column.is_required, column.target) for column in columns_of("act")}
    assert (kinds["id"], kinds["state"], kinds["contests"], kinds["treaty"]) == (
        ("integer", True, None),
        ("string", False, "state"),
        ("integer", False, "act"),
        ("string", True, "treaty"),
    )
    [acting] = [column for column in columns_of("tenure") if column.name == "acting"]
    assert (acting.words, acting.is_required) == ((0, 1), True)
    [symbol] = [column for column in columns_of("document_symbol") if column.name == "symbol"]
    assert symbol.is_unique


def test_files_are_as_described(package: Path) -> None:
    assert faults(package) == []
    assert faults(SEEDS) == []


def test_what_is_not_as_described_is_seen(package: Path) -> None:
    acts = (package / "act.csv").read_text("utf-8").replace("accession", "access").replace(",2,", ",9,")
    (package / "act.csv").write_text(acts, "utf-8")
    assert faults(package) == [
        "act: other bytes",
        "act.kind: none of the words",
        "act.contests: no 9",
        "act.contests: no 9",
    ]


def test_nothing_in_it_depends_on_when_or_where_it_was_written(package: Path) -> None:
    described = json.loads((package / "datapackage.json").read_text("utf-8"))
    assert list(described) == ["profile", "name", "title", "description", "secdb", "resources"]
    assert (described["profile"], described["secdb"]) == ("tabular-data-package", {"format": 1})
    assert [one["name"] for one in described["resources"]] == list(recorded_tables())
    assert str(package.parent) not in json.dumps(described)


@pytest.mark.slow
def test_frictionless_finds_nothing_wrong_and_finds_what_is(package: Path) -> None:
    def validate(folder: Path) -> subprocess.CompletedProcess[str]:
        command = [str(FRICTIONLESS), "validate", "datapackage.json"]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)

    for folder in (package, SEEDS):
        assert validate(folder).returncode == 0, validate(folder).stdout
    for old, new in ((b"accession", b"access"), (b"1,register", b"2,register"), (b"t-1", b"t-2"), (b"1993", b"1994")):
        data = (package / "act.csv").read_bytes()
        (package / "act.csv").write_bytes(data.replace(old, new))
        assert validate(package).returncode == 1, (old, new)
        (package / "act.csv").write_bytes(data)
