"""Opening a register to read it (being written)."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from secdb.database.location import Location


def open_reader(location: Location) -> sqlite3.Connection:
    """Open read-only."""
    assert location.path
    return sqlite3.connect(f"{location.path.as_uri()}?mode=ro", uri=True)


def require_current(location: Location) -> None:
    """Check the schema."""
