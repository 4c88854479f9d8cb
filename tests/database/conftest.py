"""Registers filled from outside, on each engine."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.database.outside import Outside
from tests.database.samples import SAMPLES, insert

if TYPE_CHECKING:
    from pathlib import Path

    from tests.postgres import NewDatabase


def fill(client: Outside) -> Outside:
    client.write(*(insert(table, row, client.engine) for table, rows in SAMPLES.items() for row in rows))
    return client


@pytest.fixture(scope="session")
def filled_sqlite(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "register.db"
    shutil.copy(sqlite_template, path)
    fill(Outside("sqlite", str(path)))
    return path


@pytest.fixture(scope="session")
def filled_postgres(postgres_template: str, new_postgres_template: NewDatabase, psql: str) -> str:
    return fill(Outside("postgresql", new_postgres_template(template=postgres_template), psql)).place


@pytest.fixture(params=["sqlite", "postgresql"])
def outside(request: pytest.FixtureRequest, tmp_path: Path) -> Outside:
    """Return the shell of each engine in turn, on a register of this test's own with two rows in every table."""
    if request.param == "sqlite":
        filled: Path = request.getfixturevalue("filled_sqlite")
        return Outside("sqlite", str(shutil.copy(filled, tmp_path / "register.db")))
    new = request.getfixturevalue("new_postgres_database")
    place = new(template=request.getfixturevalue("filled_postgres"))
    return Outside("postgresql", place, request.getfixturevalue("psql"))
