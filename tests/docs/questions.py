"""The questions of docs/sql.md, and every client that can be asked them."""

from __future__ import annotations

import csv
import io
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from secdb.models import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PAGE = (Path(__file__).parents[2] / "docs" / "sql.md").read_text(encoding="utf-8")
QUESTIONS: dict[str, str] = dict(
    re.findall(r"### (.*?)\n.*?```sql\n(.*?)```", PAGE.partition("## Twenty-two questions")[2], re.DOTALL)
)
MARK = "=== "

Answer = list[tuple[str, ...]]


def plain(rows: Iterable[Iterable[Any]]) -> Answer:
    """Return the rows as text, NULL empty, in one order: the engines' collations differ."""
    return sorted(tuple("" if value is None else str(value) for value in row) for row in rows)


def by_python(file: Path) -> dict[str, Answer]:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        return {name: plain(connection.execute(question)) for name, question in QUESTIONS.items()}


def by_sqlite3(file: Path) -> dict[str, Answer]:
    shell = shutil.which("sqlite3")
    if shell is None:
        pytest.skip("the sqlite3 shell is not installed")
    script = "".join(f".print {MARK}{name}\n{question}" for name, question in QUESTIONS.items())
    return _sections(_run([shell, "-readonly", "-batch", "-csv", str(file)], script))


def by_psql(url: str, psql: str) -> dict[str, Answer]:
    script = "".join(f"\\echo '{MARK}{name}'\n{question}" for name, question in QUESTIONS.items())
    return _sections(_run([psql, "-Xq", "-t", "--csv", "-v", "ON_ERROR_STOP=1", url], script))


def _run(command: list[str], script: str) -> str:
    return subprocess.run(command, input=script, check=True, capture_output=True, text=True).stdout


def _sections(text: str) -> dict[str, Answer]:
    parts = (part.partition("\n") for part in text.replace("\r\n", "\n").split(MARK)[1:])
    return {name: plain(csv.reader(io.StringIO(rows))) for name, _, rows in parts}


def by_pandas(file: Path) -> dict[str, Answer]:
    pandas = pytest.importorskip("pandas")
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        return {
            name: _of_frame(pandas.read_sql(question, connection, dtype=object)) for name, question in QUESTIONS.items()
        }


def _of_frame(frame: Any) -> Answer:  # noqa: ANN401 - pandas is optional
    return plain(frame.astype(object).where(frame.notna(), None).itertuples(index=False, name=None))


def by_duckdb(file: Path) -> dict[str, Answer]:
    """Ask DuckDB over copies of the views, with the types that they are said to have on SQLite."""
    duckdb, pandas = pytest.importorskip("duckdb"), pytest.importorskip("pandas")
    kinds = {"TEXT": "string", "INTEGER": "Int64"}
    with closing(duckdb.connect()) as copies, closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as register:
        for view in schema.views():
            types: Mapping[str, str] = {column.name: kinds[column.sqlite] for column in view.columns}
            frame = pandas.read_sql(f"SELECT * FROM {view.name}", register, dtype=types)
            copies.register(view.name, frame)
        return {name: plain(copies.sql(question).fetchall()) for name, question in QUESTIONS.items()}
