"""Migrations: one head, up and down, models equal to migrations."""

from __future__ import annotations

import sqlalchemy as sa

from secdb import database
from secdb.database import migrate


def test_the_program_names_the_newest_migration(register_url: str) -> None:
    assert migrate.current(register_url) == database.HEAD


def test_the_models_equal_the_migrations(register_url: str) -> None:
    assert migrate.differences(register_url) == []


def test_every_view_can_be_selected(register_url: str) -> None:
    engine = database.engine(register_url)
    with engine.connect() as connection:
        for view in sa.inspect(connection).get_view_names():
            connection.exec_driver_sql(f'SELECT * FROM "{view}"').all()


def test_a_downgrade_leaves_nothing_and_an_upgrade_brings_it_back(register_url: str) -> None:
    migrate.downgrade(register_url, "base")
    engine = database.engine(register_url)
    with engine.connect() as connection:
        assert sa.inspect(connection).get_table_names() == ["alembic_version"]
        assert sa.inspect(connection).get_view_names() == []
    migrate.upgrade(register_url)
    assert migrate.differences(register_url) == []
