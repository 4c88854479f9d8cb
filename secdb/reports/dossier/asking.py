"""The queries that only a dossier asks: `sql/NAME.sql`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from secdb.database.reader import Register, Row

FOLDER = Path(__file__).parent / "sql"


def rows_of(register: Register, name: str, **parameters: object) -> list[Row]:
    """Return the rows of a query."""
    return register.rows((FOLDER / f"{name}.sql").read_text(encoding="utf-8"), **parameters)
