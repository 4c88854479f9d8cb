"""A register in which every text that people write begins with what breaks formats."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_TEXTS = [
    *(("state_name", "name", f"state_id = (SELECT id FROM state WHERE code = '{code}') AND language = 'en'")
      for code in ("ARM", "GEO", "UZB", "RUS")),
    *(("document", "title", f"id % 5 = {rest}") for rest in range(5)),
    ("treaty", "title", "1 = 1"),
    ("organization", "name", "1 = 1"),
    *(("statement", "title", f"id % 3 = {rest}") for rest in range(3)),
    *(("act", "note", f"id % 5 = {rest}") for rest in range(5)),
    *(("citation", "locator", f"id % 7 = {rest}") for rest in range(7)),
    ("person", "name", "1 = 1"),
    ("person_name", "name", "1 = 1"),
]  # fmt: skip


def hostile_register(small: Path, folder: Path, texts: Sequence[str]) -> Path:
    """Return the path of a copy of a register whose texts begin with these, each with another in turn."""
    path = Path(shutil.copy(small, folder / "hostile.db"))
    with closing(sqlite3.connect(path)) as connection, connection:
        for (table, column, which), text in zip(_TEXTS, cycle(texts), strict=False):
            query = f"UPDATE {table} SET {column} = ? || ' ' || COALESCE({column}, '') WHERE {which}"
            connection.execute(query, (text,))
    return path
