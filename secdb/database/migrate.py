"""Schema changes: Alembic over secdb's own engine, everything in one transaction."""

from __future__ import annotations

import re
import sqlite3
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from secdb.database.connect import make_engine
from secdb.errors import DatabaseError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OLDEST_SQLITE = (3, 37)
SEARCH_MODULE = "fts5"
MARKER = "script.py.mako"  # tells the migrations' folder from the Alembic library, which can lie at ../alembic


def scripts() -> Path:
    """Return the folder of the migrations: inside the installed package, else in the checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "_migrations", package.parent / "alembic"):
        if (folder / MARKER).is_file():
            return folder
    raise DatabaseError("this installation of secdb has no migrations; install it again")


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database up to the revision. Raises UsageError for one that does not exist."""
    _run(url, revision, command.upgrade)


def downgrade(url: str, revision: str) -> None:
    """Bring the database down to the revision (`base` = nothing left). Raises UsageError for an unknown one."""
    _run(url, revision, command.downgrade)


def revisions() -> list[str]:
    """Return the revisions there are, the oldest first."""
    return [script.revision for script in reversed(list(ScriptDirectory.from_config(_config()).walk_revisions()))]


def current(url: str) -> str | None:
    """Return the database's schema revision; None when it has none."""
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()


@cache
def sqlite_objects() -> dict[tuple[str, str], str]:
    """Return how SQLite keeps each table, index, trigger and view that the migrations make, by sort and name."""
    config = _config()
    engine = make_engine("sqlite://", foreign_keys=False)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        return dict(stored_objects(connection))


def stored_objects(connection: sa.Connection) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield sort and name of each part of an SQLite register's schema, and its text, but for what SQLite made."""
    for kind, name, text in connection.exec_driver_sql(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    ):
        if is_modelled(name, kind) and name != "alembic_version" and not name.startswith("sqlite_"):
            yield (kind, name), " ".join(text.split())


def differences(url: str) -> list[str]:
    """Return in what the database's tables differ from the models; empty when they agree."""
    from secdb.models import Base

    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            options = {"compare_server_default": True, "include_name": is_modelled}
            context = MigrationContext.configure(connection, opts=options)
            return [str(difference) for difference in compare_metadata(context, Base.metadata)]
    finally:
        engine.dispose()


def is_modelled(name: str | None, kind: str, _parents: object = None) -> bool:
    """Return whether the models say what the table or index of that name is: of search's indexes they say nothing."""
    search = {"table": r"(document|statement)_word(_\w+)?", "index": r"ix_(document|statement)__words"}
    return name is None or kind not in search or re.fullmatch(search[kind], name) is None


def _run(url: str, revision: str, work: Callable[[Config, str], None]) -> None:
    config = _config()
    engine = make_engine(url, foreign_keys=False)
    try:
        with engine.begin() as connection:
            _require_engine(connection)
            config.attributes["connection"] = connection
            work(config, revision)
    except CommandError as error:
        known = ", ".join(revisions())
        raise UsageError(f"the schema cannot be brought to revision {revision!r}; the revisions are {known}") from error
    finally:
        engine.dispose()


def _require_engine(connection: sa.Connection) -> None:
    """Refuse an engine on which the schema cannot hold its promises, and wait for other writers."""
    if connection.dialect.name == "sqlite":
        if sqlite3.sqlite_version_info < OLDEST_SQLITE:
            raise DatabaseError(f"SQLite {sqlite3.sqlite_version} is too old; secdb needs 3.37, for STRICT tables")
        module = sa.text("SELECT 1 FROM pragma_module_list WHERE name = :name")
        if not connection.scalar(module, {"name": SEARCH_MODULE}):
            raise DatabaseError(
                f"this Python's SQLite {sqlite3.sqlite_version} was built without FTS5, which search needs; use another"
            )
        return
    encoding = connection.scalar(sa.text("SHOW server_encoding"))
    if encoding != "UTF8":
        raise DatabaseError(f"the database keeps text in {encoding}; make one in UTF8, for offsets count characters")
    connection.execute(sa.text("SELECT pg_advisory_xact_lock(5032002)"))


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(scripts()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
