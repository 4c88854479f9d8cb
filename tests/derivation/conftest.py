"""A register with keys to write acts and rosters for."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from secdb import database
from tests.derivation.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the SQLAlchemy URL of a register that the tests of a file share, on each database engine in turn."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        return f"sqlite:///{shutil.copy(template, tmp_path_factory.mktemp('derivation') / 'register.db')}"
    template_url = request.getfixturevalue("postgres_template")
    return database.locate(request.getfixturevalue("new_postgres_template")(template=template_url)).url


@pytest.fixture(scope="module")
def shared_ledger(shared_url: str) -> Iterator[Ledger]:
    """Return a ledger over a register that the tests of a file share."""
    engine = database.engine(shared_url)
    with engine.connect() as connection:
        yield Ledger.opened(connection)
    engine.dispose()


@pytest.fixture
def ledger(shared_ledger: Ledger) -> Iterator[Ledger]:
    """Return the shared ledger; what a test writes is taken back."""
    yield shared_ledger
    shared_ledger.connection.rollback()
