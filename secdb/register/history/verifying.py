"""Verifying a register that is only read: one moment of it, without hindering writers."""

from __future__ import annotations

import re
from dataclasses import replace

import sqlalchemy as sa

from secdb.database.connect import make_engine
from secdb.database.health import open_reader, require_current
from secdb.database.location import locate
from secdb.errors import DatabaseError
from secdb.register.history.chain import HistoryProblem, Verification, examine
from secdb.register.history.guards import guard_faults, stored_faults

_GONE = re.compile("no such (table|column)|does not exist|malformed database schema")


def verify_register(database: str | None = None) -> Verification:
    """Return what is found in the history of the register at a URL or path; see `secdb.register.history.chain.examine`.

    What is wrong with the schema and the records themselves is found too: see `secdb.register.history.guards`. Raises
    DatabaseError when there is none, or it is of another schema, locked, damaged or without one of its tables.
    """
    location = locate(database)
    require_current(location)
    engine: sa.Engine
    if location.path is None:
        engine = make_engine(location.url).execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
    else:
        engine = sa.create_engine("sqlite://", creator=lambda: open_reader(location), poolclass=sa.pool.NullPool)
        sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    try:
        with engine.connect() as connection:
            found = examine(connection)
            faults = [*guard_faults(connection), *(stored_faults(location.path) if location.path else ())]
    except sa.exc.DBAPIError as error:
        reason = str(error.orig).splitlines()[0]
        if not _GONE.search(reason):
            raise
        raise DatabaseError(f"a part of the schema of {location.shown} is gone ({reason}); put back a copy") from error
    else:
        return replace(found, findings=(*found.findings, *(HistoryProblem(None, *fault) for fault in faults)))
    finally:
        engine.dispose()
