"""Datasette over one register, which it can only read: no plugin of others, no table of the program, no other database.

Import this module only after `require_datasette`.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from datasette.app import Datasette
from datasette.database import Database
from datasette.plugins import DEFAULT_PLUGINS, pm

from secdb.database.health import WAIT_SECONDS, open_reader
from secdb.database.query import authorize, set_limits
from secdb.errors import RefusedError
from secdb.exchange.browsing.describing import NAME, describe
from secdb.models.views import VIEWS

if TYPE_CHECKING:
    from secdb.database.location import Location

SECONDS = 10  # that a query may take; a facet has a fifth of it
ROWS = 1_000  # that one page of a query's answer has at most
CHARACTERS = 300  # of a cell: a document has its whole text in one

SETTINGS = {
    "allow_download": False,  # the file has more in it than the views, such as the documents as received
    "default_cache_ttl": 0,  # others write meanwhile
    "default_facet_size": 10,  # values, and then a link to more
    "default_page_size": 100,
    "facet_time_limit_ms": SECONDS * 200,
    "max_returned_rows": ROWS,
    "sql_time_limit_ms": SECONDS * 1_000,
    "suggest_facets": False,  # a query for each column of each page, where ours are chosen already
    "truncate_cells_html": CHARACTERS,
}
_DATASETS = "SELECT dataset, title, authority, licence, covers_from, covers_to, url, note FROM datasets"
_TEMPLATES = Path(__file__).parent / "templates"


class ReadOnly(Database):  # type: ignore[misc] # Datasette has no types
    """The file of the register through a connection that cannot write; of its tables and views the public ones."""

    def connect(self, write: bool = False) -> sqlite3.Connection:  # noqa: FBT001, FBT002 - as the class above has it
        """Return a new connection to read by. Raises RefusedError where one is wanted to write by."""
        if write:
            raise RefusedError("the register is open for reading only")
        connection = sqlite3.connect(
            f"{Path(self.path).as_uri()}?mode=ro", uri=True, check_same_thread=False, timeout=WAIT_SECONDS
        )
        connection.execute("PRAGMA query_only = ON")
        set_limits(connection, in_memory=False)
        connection.set_authorizer(authorize)
        return connection

    async def execute(self, sql: str, params: Any = None, **options: Any) -> Any:  # noqa: ANN401 - Datasette's
        """Run a query; a mistake in it is told on the page and not on our stderr as well."""
        return await super().execute(sql, params, **options | {"log_sql_errors": False})

    async def table_names(self) -> list[str]:
        """Return no table: they belong to the program."""
        return []

    async def table_exists(self, table: str) -> bool:  # noqa: ARG002 - as the class above has it
        """Tell that a table has no page."""
        return False

    async def hidden_table_names(self) -> list[str]:
        """Return none: what is not shown is not counted either."""
        return []

    async def view_names(self) -> list[str]:
        """Return the public views in the order of the documentation."""
        return list(VIEWS)

    async def get_view_definition(self, view: str) -> str | None:
        """Return the SQL of a public view; None for any other, which then has no page."""
        definition: str | None = await super().get_view_definition(view) if view in VIEWS else None
        return definition


class Closing(Datasette):  # type: ignore[misc] # Datasette has no types
    """Datasette that lets go of every connection at its end."""

    def _prepare_connection(self, conn: sqlite3.Connection, database: str) -> None:
        super()._prepare_connection(conn, database)
        self.__dict__.setdefault("opened", []).append(conn)

    def close(self) -> None:
        """Let go of the file; queries that still run are waited for."""
        self.executor.shutdown()
        for connection in self.__dict__.pop("opened", []):
            connection.close()


def make_datasette(location: Location) -> Closing:
    """Return Datasette over an SQLite register, not started yet.

    Raises DatabaseError, as every command, for a register that is missing, of another schema, locked or damaged.
    """
    with closing(open_reader(location)) as connection:
        connection.row_factory = sqlite3.Row
        datasets = [dict(row) for row in connection.execute(f"{_DATASETS} ORDER BY dataset <> 'register', dataset")]
    from datasette import handle_exception  # not before datasette.app, which it would find half made

    _leave_plugins()
    handle_exception.rich = None  # or it prints, for every address that is wrong, a traceback with all variables
    made = Closing(
        metadata=describe(datasets, f"/{NAME}"), settings=SETTINGS, template_dir=str(_TEMPLATES), memory=True
    )
    made.remove_database("_memory")  # of a kind where anything can be written
    made.add_database(ReadOnly(made, str(location.path)), name=NAME)
    return made


def _leave_plugins() -> None:
    """Take out what other packages plug into Datasette: some of it writes, all of it changes the pages."""
    for plugin in pm.get_plugins():
        if plugin.__name__ not in DEFAULT_PLUGINS:
            pm.unregister(plugin)
