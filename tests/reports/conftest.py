"""The seeds, open for reading, on each engine in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.database.reader import open_register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.database.reader import Register


@pytest.fixture
def seeds(seeded_url: str) -> Iterator[Register]:
    """Return a register with the seeds."""
    with open_register(seeded_url) as register:
        yield register
