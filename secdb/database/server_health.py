"""Can this register on PostgreSQL be reached, and what schema has it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.database.connect import make_engine
from secdb.errors import DatabaseError

if TYPE_CHECKING:
    from secdb.database.location import Location


def find_revision(location: Location) -> str | None:
    """Return the revision of the schema; None when there is none. Raises DatabaseError, the password left out."""
    try:
        engine = make_engine(location.url)
    except ModuleNotFoundError as error:
        raise DatabaseError("PostgreSQL needs its driver; install it with: pip install 'secdb[postgres]'") from error
    except (sa.exc.ArgumentError, ValueError) as error:
        raise DatabaseError(f"{location.shown} is not a URL that PostgreSQL understands") from error
    try:
        with engine.connect() as connection:
            return _revision(connection, location)
    except sa.exc.DBAPIError as error:
        reason = str(error.orig).strip().splitlines()[0]
        advice = "; start the server, or name another with --database" if _is_unreachable(error, reason) else ""
        raise DatabaseError(f"{location.shown} cannot be used: {reason}{advice}") from error
    finally:
        engine.dispose()


def _is_unreachable(error: sa.exc.DBAPIError, reason: str) -> bool:
    """Return whether no server answered: one that refuses says FATAL, one that was connected to gives a SQLSTATE."""
    return getattr(error.orig, "sqlstate", None) is None and "FATAL" not in reason


def _revision(connection: sa.Connection, location: Location) -> str | None:
    tables = sa.inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise DatabaseError(f"{location.shown} holds other tables than a register's; name another database")
    revision: str | None = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    return revision
