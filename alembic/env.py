"""Run the migrations: one transaction for all of them, on the database secdb would use."""

from __future__ import annotations

from alembic import context

from secdb import database
from secdb.database.connect import make_engine
from secdb.database.migrate import is_modelled
from secdb.models import Base

config = context.config


def run() -> None:
    """Migrate over the connection given in `attributes`, else over a new one to the database in use."""
    connection = config.attributes.get("connection")
    if connection is not None:
        _migrate(connection)
        return
    url = config.attributes.get("url") or database.locate(None).url
    engine = make_engine(url, foreign_keys=False)
    with engine.begin() as opened:
        _migrate(opened)
    engine.dispose()


def _migrate(connection: object) -> None:
    context.configure(
        connection=connection,  # type: ignore[arg-type]
        target_metadata=Base.metadata,
        transactional_ddl=True,
        transaction_per_migration=False,
        compare_type=True,
        compare_server_default=True,
        include_name=is_modelled,
    )
    context.run_migrations()


if context.is_offline_mode():
    raise SystemExit("secdb migrates over a connection; there is no offline mode")
run()
