"""The authority list that names are looked up in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import secdb
from secdb.exchange.importers.states import States

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def states(seeded_file: Path) -> Iterator[States]:
    """Return the States of the seeds."""
    with secdb.open(str(seeded_file)) as register:
        yield States(register)
