"""Small tables in the package format, and writing past secdb."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psycopg
import sqlalchemy as sa

from secdb.register import LoadResult, load, revise

if TYPE_CHECKING:
    from collections.abc import Iterator

    Table = tuple[str, list["Line"]]


@dataclass(frozen=True)
class Line:
    """A row as any reader may give it."""

    file: str
    line: int
    values: dict[str, str | None]


def table(name: str, content: str) -> Table:
    """Return the table written as lines of `|`-separated values under a header; an empty value is None."""
    header, *lines = ([cell.strip() for cell in line.split("|")] for line in content.strip().splitlines())
    return name, [
        Line(f"{name}.csv", number, {column: cell or None for column, cell in zip(header, cells, strict=True)})
        for number, cells in enumerate(lines, 2)
    ]


DATASET = table("dataset", "code | title\nregister | The register")
STATES = table(
    "state",
    """
    code | existence      | un_admission
    ARM  | 1991-09-21/..  | 1992-03-02
    UZB  | 1991-08-31/..  | 1992-03-02
    """,
)
TREATY = table("treaty", "code | title | in_force_text | in_force_edtf\ncst | Collective Security | 20 April 1994 |")
ACTS = table(
    "act",
    """
    id | dataset  | treaty | state | kind         | date_text    | date_edtf  | rank       | contests | note
    1  | register | cst    | ARM   | ratification | 1 March 1994 | 1994-03-01 |            |          |
    2  | register | cst    | UZB   | ratification | March 1994   |            | deprecated | 3        | later said
    3  | register | cst    | UZB   | ratification |              | 1994-03-30 |            |          |
    4  | register | cst    | UZB   | non_renewal  | 1999         |            |            |          |
    """,
)
TREATY_TABLES = (DATASET, STATES, TREATY, ACTS)


def written(engine: sa.Engine, *tables: Table, message: str = "load") -> LoadResult:
    """Load tables in a revision of their own."""
    with revise(engine, author="archivist", message=message) as writer:
        return load(writer.session, tables)


def rows(engine: sa.Engine, query: str) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text(query))]


def write_outside(engine: sa.Engine, *statements: str) -> None:
    """Run statements in one transaction over the bare driver, as another program would."""
    if engine.dialect.name == "sqlite":
        assert engine.url.database
        with closing(sqlite3.connect(engine.url.database)) as plain, plain:
            for statement in statements:
                plain.execute(statement)
    else:
        url = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(url) as connection:
            for statement in statements:
                connection.execute(statement.encode())


def write_history(engine: sa.Engine, *statements: str) -> None:
    """Run statements on the history with its guards taken away, as only an owner of the database could."""
    write_outside(engine, *_without_guards(engine), *statements)


def _without_guards(engine: sa.Engine) -> Iterator[str]:
    if engine.dialect.name == "postgresql":
        yield from (f"ALTER TABLE {name} DISABLE TRIGGER USER" for name in ("change", "revision"))
        return
    guards = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('change', 'revision')"
    yield from (f"DROP TRIGGER {name}" for (name,) in rows(engine, guards))
