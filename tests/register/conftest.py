"""A register to write to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb import database

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa


@pytest.fixture
def register(register_url: str) -> Iterator[sa.Engine]:
    """Return an engine on an empty register, on each database engine in turn."""
    engine = database.engine(register_url)
    yield engine
    engine.dispose()
