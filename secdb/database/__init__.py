"""The database: where it is, how it is reached, which schema it has. Importing this loads no library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secdb.database.location import Location, locate

if TYPE_CHECKING:
    import sqlalchemy as sa

__all__ = ["HEAD", "Location", "engine", "locate", "upgrade"]

HEAD = "0015"
"""The schema revision this program works with (a test holds it equal to the newest migration)."""


def engine(url: str) -> sa.Engine:
    """Return a SQLAlchemy engine for writing; see `secdb.database.connect`."""
    from secdb.database.connect import make_engine

    return make_engine(url)


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database to the revision, creating an SQLite file that is not there; all of it or nothing."""
    from secdb.database.migrate import upgrade as run

    run(url, revision)
