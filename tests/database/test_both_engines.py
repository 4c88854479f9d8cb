"""The views have the same columns, types and answers on SQLite and PostgreSQL, whatever the register holds."""

from __future__ import annotations

import json
from contextlib import contextmanager
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secdb import database
from secdb.database.server import answered
from secdb.models import schema
from tests.database.random_register import RandomRegister
from tests.docs.questions import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import sqlalchemy as sa

    from tests.postgres import NewDatabase

Answers = dict[str, list[tuple[Any, ...]]]
VIEWS = {view.name: view for view in schema.views()}
ALL = {**QUESTIONS, **{name: f"SELECT * FROM {name}" for name in VIEWS}}
PYTHON = {"integer": int, "bigint": int, "text": str, "date": str}


@pytest.fixture(scope="module")
def engines(
    tmp_path_factory: pytest.TempPathFactory,
    sqlite_template: Path,
    postgres_template: str,
    new_postgres_template: NewDatabase,
) -> Iterator[list[sa.Connection]]:
    """Return a connection to an empty register on each engine."""
    path = tmp_path_factory.mktemp("both") / "register.db"
    path.write_bytes(sqlite_template.read_bytes())
    urls = [f"sqlite:///{path}", database.locate(new_postgres_template(template=postgres_template)).url]
    made = [database.engine(url) for url in urls]
    connections = [engine.connect() for engine in made]
    yield connections
    for connection, engine in zip(connections, made, strict=True):
        connection.close()
        engine.dispose()


@contextmanager
def holding(connection: sa.Connection, register: RandomRegister) -> Iterator[None]:
    """Write the register and take it back."""
    with connection.begin() as transaction:
        if connection.dialect.name == "postgresql":  # what was taken back has used up numbers
            connection.exec_driver_sql("ALTER SEQUENCE change_id_seq RESTART")
        register.write(connection)
        yield
        transaction.rollback()


def answers(connection: sa.Connection, register: RandomRegister) -> Answers:
    """Return what each question and each view gives, in one order; JSON read, for the engines write it differently."""
    with holding(connection, register):
        return {
            name: sorted((_row(name, row) for row in answered(connection, query, {})), key=repr)
            for name, query in ALL.items()
        }


def _row(name: str, row: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    if name == "changes":
        # SQLite keeps the JSON as text
        row |= {key: json.loads(row[key]) for key in ("old", "new") if isinstance(row[key], str)}
    return tuple(
        (key, json.dumps(value, sort_keys=True) if isinstance(value, dict) else value) for key, value in row.items()
    )


def check(engines: list[sa.Connection], seed: int) -> Answers:
    on_sqlite, on_server = (answers(connection, RandomRegister(Random(seed))) for connection in engines)  # noqa: S311
    for name in ALL:
        assert on_sqlite[name] == on_server[name], name
    return on_server


def test_what_a_register_of_the_seed_says_is_the_same(engines: list[sa.Connection]) -> None:
    found = check(engines, 7)
    for name, view in VIEWS.items():
        for row in found[name]:
            assert [column for column, _ in row] == [column.name for column in view.columns]


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 1 << 32))
def test_what_any_register_says_is_the_same(engines: list[sa.Connection], seed: int) -> None:
    check(engines, seed)


def test_values_have_the_type_that_is_said_of_their_column(engines: list[sa.Connection]) -> None:
    seen: set[tuple[str, str]] = set()
    for seed in range(3):
        register = RandomRegister(Random(seed))  # noqa: S311
        for connection in engines:
            for name, rows in answers(connection, register).items():
                for row in rows if name in VIEWS else ():
                    for column, (_, value) in zip(VIEWS[name].columns, row, strict=True):
                        if value is not None and column.postgresql != "jsonb":
                            assert type(value) is PYTHON[column.postgresql], (name, column)
                            seen.add((name, column.name))
    assert len({name for name, _ in seen}) == len(VIEWS)
