"""Registers to write to."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from secdb import database
from tests.register.entry.typed import base

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import sqlalchemy as sa

    from tests.postgres import NewDatabase


@pytest.fixture
def register(register_url: str) -> Iterator[sa.Engine]:
    """Return an engine on an empty register, on each database engine in turn."""
    engine = database.engine(register_url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def small_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of the small register, to copy."""
    path = tmp_path_factory.mktemp("small") / "register.db"
    shutil.copy(sqlite_template, path)
    _write(str(path))
    return path


@pytest.fixture(scope="session")
def small_server(new_postgres_template: NewDatabase) -> str:
    """Return the libpq URL of the small register, to copy."""
    url = new_postgres_template()
    database.upgrade(database.locate(url).url)
    _write(url)
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def small(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Engine]:
    """Return an engine on a register with three States, a treaty, a person, two documents and a statement."""
    if request.param == "sqlite":
        url = str(shutil.copy(request.getfixturevalue("small_file"), tmp_path / "register.db"))
    else:
        template = request.getfixturevalue("small_server")
        url = request.getfixturevalue("new_postgres_database")(template=template)
    engine = database.engine(database.locate(url).url)
    yield engine
    engine.dispose()


def _write(url: str) -> None:
    engine = database.engine(database.locate(url).url)
    base(engine)
    engine.dispose()
