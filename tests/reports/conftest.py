"""The seeds, open for reading, and a register of random acts, on each engine in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb import database
from secdb.database.reader import open_register
from tests.derivation.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.database.reader import Register


@pytest.fixture
def seeds(seeded_url: str) -> Iterator[Register]:
    """Return a register with the seeds."""
    with open_register(seeded_url) as register:
        yield register


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def ledger(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Return a ledger over a register of one test file's own, on each engine in turn."""
    if request.param == "sqlite":
        path = tmp_path_factory.mktemp("ledger") / "register.db"
        path.write_bytes(request.getfixturevalue("sqlite_template").read_bytes())
        url = f"sqlite:///{path}"
    else:
        template = request.getfixturevalue("postgres_template")
        url = database.locate(request.getfixturevalue("new_postgres_template")(template=template)).url
    engine = database.engine(url)
    with engine.connect() as connection:
        yield Ledger.opened(connection)
    engine.dispose()
