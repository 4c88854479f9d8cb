"""Verifying a register that is only read: one moment of it, without hindering writers."""

from __future__ import annotations

import sqlalchemy as sa

from secdb.database.connect import make_engine
from secdb.database.health import open_reader, require_current
from secdb.database.location import locate
from secdb.register.history.chain import Verification, examine


def verify_register(database: str | None = None) -> Verification:
    """Return what is found in the history of the register at a URL or path; see `secdb.register.history.chain.examine`.

    Raises DatabaseError when there is none, or it is of another schema, locked or damaged.
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
            return examine(connection)
    finally:
        engine.dispose()
