"""The views as Parquet: typed, described, and read by DuckDB and pandas."""

from __future__ import annotations

import datetime as dt
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import secdb
from secdb.exchange.exporters import parquet
from secdb.exchange.exporters.asking import relation_of
from secdb.exchange.exporters.parquet import HINT, MissingArrowError, ParquetFile
from secdb.exchange.exporters.tables import Tables, export_tables

if TYPE_CHECKING:
    from pathlib import Path

    from secdb.exchange.exporters.tables import Form

pq = pytest.importorskip("pyarrow.parquet", reason="the extra `arrow` is not installed")
SEVEN = ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK", "UZB"]
ON_THE_DAY = """
SELECT state FROM '{}' WHERE dataset = 'register' AND treaty = 'cst' AND status = 'party'
  AND start_latest <= DATE '2009-09-26' AND (end_earliest IS NULL OR DATE '2009-09-26' < end_earliest) ORDER BY state
"""


@pytest.fixture
def memberships(seeded_file: Path, tmp_path: Path) -> Path:
    """Return the file of the seeds' memberships."""
    path = tmp_path / "memberships.parquet"
    export_tables(str(seeded_file), Tables("parquet", ["memberships"]), path)
    return path


def test_duckdb_counts_the_seven_members_of_2009(memberships: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    assert duckdb.sql(ON_THE_DAY.format(memberships)).fetchall() == [(state,) for state in SEVEN]


def test_pandas_counts_the_seven_members_of_2009(memberships: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    found = pandas.read_parquet(memberships)
    day = dt.date(2009, 9, 26)
    rows = found[(found["dataset"] == "register") & (found["treaty"] == "cst") & (found["status"] == "party")]
    rows = rows[(rows["start_latest"] <= day) & ~(rows["end_earliest"] <= day)]
    assert sorted(rows["state"]) == SEVEN


def test_a_column_has_its_type_and_says_what_it_means(seeded_file: Path, tmp_path: Path) -> None:
    export_tables(str(seeded_file), Tables("parquet", ["acts", "changes", "documents"]), tmp_path)
    schema = pq.read_schema(tmp_path / "acts.parquet")
    names = ("act", "treaty", "date", "date_earliest", "stands", "contests", "note")
    kinds = ["int64", "string", "string", "date32[day]", "bool", "int64", "string"]
    assert [str(schema.field(name).type) for name in names] == kinds
    meaning = "1 = membership follows from it; 0 = it has no effect, or a better-ranked claim stands"
    assert schema.field("stands").metadata == {b"description": meaning.encode()}
    assert str(pq.read_schema(tmp_path / "changes.parquet").field("new").type) == "string"
    documents = pq.read_schema(tmp_path / "documents.parquet")
    assert [str(documents.field(name).type) for name in ("text", "received_size")] == ["string", "int64"]


def test_the_file_says_where_it_is_from(seeded_url: str, tmp_path: Path) -> None:
    export_tables(seeded_url, Tables("parquet", ["acts"], dataset="register"), tmp_path / "a.parquet")
    about = {key: value for key, value in pq.read_schema(tmp_path / "a.parquet").metadata.items() if b"secdb" in key}
    assert about == {
        b"secdb.view": b"acts",
        b"secdb.row": relation_of("acts").row.encode(),
        b"secdb.version": secdb.__version__.encode(),
        b"secdb.revision": b"1",
        b"secdb.dataset": b"register",
    }


def test_codes_are_kept_as_a_dictionary_and_long_texts_are_not(memberships: Path, seeded_file: Path) -> None:
    columns = pq.ParquetFile(memberships).metadata.row_group(0)
    encodings = {columns.column(at).path_in_schema: columns.column(at).encodings for at in range(columns.num_columns)}
    assert all(any("DICTIONARY" in one for one in encodings[name]) for name in ("treaty", "state", "status"))
    path = memberships.with_name("documents.parquet")
    export_tables(str(seeded_file), Tables("parquet", ["documents"]), path)
    group = pq.ParquetFile(path).metadata.row_group(0)
    [text] = [group.column(at) for at in range(group.num_columns) if group.column(at).path_in_schema == "text"]
    assert not any("DICTIONARY" in one for one in text.encodings)


def write(path: Path, view: str, rows: list[list[object]]) -> list[int]:
    """Write rows of a view, and return how many are in each group."""
    with ParquetFile(path, relation_of(view), None, None) as file:
        for row in rows:
            file.add(row)
    found = pq.ParquetFile(path).metadata
    return [found.row_group(at).num_rows for at in range(found.num_row_groups)]


def test_rows_come_in_groups_of_a_number_or_a_length(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    persons: list[list[object]] = [[f"p{number}", "A", None, None] for number in range(25)]
    monkeypatch.setattr(parquet, "ROWS", 10)
    assert write(tmp_path / "number.parquet", "persons", persons) == [10, 10, 5]
    assert write(tmp_path / "none.parquet", "persons", []) == []
    monkeypatch.setattr(parquet, "CHARACTERS", 100)
    long: list[list[object]] = [[f"p{number}", "A", None, "x" * 60] for number in range(5)]
    assert write(tmp_path / "length.parquet", "persons", long) == [2, 2, 1]


def test_days_of_any_year_and_flags_that_are_not_known(tmp_path: Path) -> None:
    names = list(relation_of("rosters").columns)
    row: list[object] = [None] * len(names)
    places = {column.name: at for at, column in enumerate(names)}
    row[places["on_earliest"]], row[places["on_latest"]] = "0001-01-01", "9999-12-31"
    write(tmp_path / "a.parquet", "rosters", [row])
    [found] = pq.read_table(tmp_path / "a.parquet").to_pylist()
    assert (found["on_earliest"], found["on_latest"]) == (dt.date.min, dt.date.max)
    assert (found["complete"], found["state"], found["position"]) == (None, None, None)


def test_hostile_text_comes_back_as_it_is(seeded_file: Path, tmp_path: Path) -> None:
    note = ' "=1+1",\r\n\tline\rline; \u202e \u2028 \x1b[31m é 法 \U0001f1fa'
    own = tmp_path / "own.db"
    own.write_bytes(seeded_file.read_bytes())
    with closing(sqlite3.connect(own)) as connection, connection:
        connection.execute("UPDATE dataset SET note = ? WHERE code = 'documents'", (note,))
    export_tables(str(own), Tables("parquet", ["datasets"]), tmp_path / "d.parquet")
    assert pq.read_table(tmp_path / "d.parquet").column("note")[0].as_py() == note


@pytest.mark.parametrize("form", ["parquet"])
def test_without_pyarrow_it_says_what_to_install(
    form: Form, seeded_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingArrowError, match=r"pip install 'secdb\[arrow\]'"):
        export_tables(str(seeded_file), Tables(form), tmp_path / "tables")
    assert "arrow" in HINT
    assert not (tmp_path / "tables").exists()
