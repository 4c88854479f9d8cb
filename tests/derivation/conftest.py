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


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def shared_ledger(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Return a ledger over a register that all tests here share, on each database engine in turn."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        url = f"sqlite:///{shutil.copy(template, tmp_path_factory.mktemp('derivation') / 'register.db')}"
    else:
        template_url = request.getfixturevalue("postgres_template")
        url = database.locate(request.getfixturevalue("new_postgres_template")(template=template_url)).url
    engine = database.engine(url)
    with engine.connect() as connection:
        yield Ledger.opened(connection)
    engine.dispose()


@pytest.fixture
def ledger(shared_ledger: Ledger) -> Iterator[Ledger]:
    """Return the shared ledger; what a test writes is taken back."""
    yield shared_ledger
    shared_ledger.connection.rollback()
