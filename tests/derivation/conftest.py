"""A register with keys to write acts and rosters for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb import database
from tests.derivation.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def ledger(register_url: str) -> Iterator[Ledger]:
    """Return a ledger over an empty register, on each database engine in turn."""
    engine = database.engine(register_url)
    with engine.connect() as connection:
        yield Ledger.opened(connection)
    engine.dispose()
