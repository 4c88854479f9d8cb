"""The whole schema in words: every table and view, its columns with their types on both engines, a query to start from.

It comes from the models and the meaning of the views, so it needs no database.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.errors import NotFoundError
from secdb.models.steps import STEPS
from secdb.models.views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import sqlalchemy as sa

# by its name, a column of a view that is no text; the views named are exceptions
_INTEGERS = {
    *("act", "acting", "characters", "citation", "closed_by_act", "complete", "contests", "end_char", "entry", "id"),
    *("level", "opened_by_act", "outside", "position", "received_size", "record_id", "resets", "revision", "roster"),
    *("roster_entry", "row_id", "seq", "signatory", "stands", "start_char", "state_succession", "tenure", "term_years"),
}
_DAYS = {"covers_from", "covers_to", "joined_on", "retrieved_on", "un_admission", "withdrew_on"}
_PARTICULAR = {
    ("changes", "change"): "integer",
    ("changes", "old"): "jsonb",
    ("changes", "new"): "jsonb",
    ("citations", "state_name"): "integer",
    ("revisions", "changes"): "bigint",
}
_ON_SQLITE = {"integer": "INTEGER", "bigint": "INTEGER", "bytea": "BLOB"}

FUNCTIONS = {
    "members_on(text, date, text, text)": (
        "The States with a standing under a treaty on a day, as `secdb members`: treaty or organization, day (default: "
        "today), dataset (default: register), basis signed, consented or in-force (default). Suspended States are rows "
        "too, and never counted. Bounds: since_* inclusive, until_* the first day no longer. A day that the dataset "
        "does not cover is an error: there is no data."
    ),
    "changes(text, date, date, text, text, boolean)": (
        "How the members of a treaty differ on two days, as `secdb changes`: treaty or organization, the two days, "
        "dataset, basis, and whether to list States without a change. `acts` are the numbers of the acts between that "
        "count. A day that the dataset does not cover is an error: there is no data."
    ),
}
"""What PostgreSQL answers as a function, by its name and the types of its arguments."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its meaning, its type on each engine; `refers` is `table.column`, `optional` None where not known."""

    name: str
    meaning: str
    sqlite: str
    postgresql: str
    is_key: bool = False
    optional: bool | None = None
    refers: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A table or a view: what a row is, its columns in order, a query to start from."""

    kind: str
    name: str
    row: str
    columns: tuple[Column, ...]
    example: str


def views() -> list[Relation]:
    """Return the public views, which are the contract with SQL clients, the authority list first."""
    return [
        Relation("view", name, view.row, tuple(_seen(name, view.columns)), view.example) for name, view in VIEWS.items()
    ]


def tables() -> list[Relation]:
    """Return the tables by name, which belong to the program."""
    from secdb.models import Base

    return [_table(table) for _, table in sorted(Base.metadata.tables.items())]


def find(names: Sequence[str]) -> list[Relation]:
    """Return the views and tables named, in that order; all of them, views first, where none is named.

    Raises NotFoundError for a name that is neither's.
    """
    known = {relation.name: relation for relation in (*views(), *tables())}
    for name in names:
        if name not in known:
            from difflib import get_close_matches

            near = ", ".join(get_close_matches(name, known)) or ", ".join(VIEWS)
            raise NotFoundError(f"there is no view or table {name!r}; nearest: {near}")
    return [known[name] for name in names or known]


def comments() -> dict[tuple[str, str | None], str]:
    """Return what the database says (COMMENT ON) of each table and view, and of each column, by name; None = itself."""
    said: dict[tuple[str, str | None], str] = {}
    for relation in (*tables(), *views()):
        said[relation.name, None] = relation.row
        said |= {(relation.name, column.name): column.meaning for column in relation.columns}
    for name, step in STEPS.items():
        said[name, None] = f"A step of the derivation: {step.row[0].lower()}{step.row[1:]}"
        said |= {(name, column): meaning for column, meaning in step.columns.items()}
    return said


def _seen(view: str, columns: dict[str, str]) -> Iterator[Column]:
    for name, meaning in columns.items():
        kind = _PARTICULAR.get((view, name)) or _kind(name)
        yield Column(name, meaning, _ON_SQLITE.get(kind, "TEXT"), kind)


def _kind(name: str) -> str:
    if name in _INTEGERS:
        return "integer"
    return "date" if name in _DAYS or name.endswith(("earliest", "latest")) else "text"


def _table(table: sa.Table) -> Relation:
    keys = ", ".join(column.name for column in table.primary_key)
    first = ", ".join(column.name for column in list(table.columns)[:4])
    example = f"SELECT {first} FROM {table.name} ORDER BY {keys} LIMIT 5"  # noqa: S608 - names of our own schema
    return Relation("table", table.name, table.comment or "", tuple(map(_column, table.columns)), example)


def _column(column: sa.Column[object]) -> Column:
    kinds = [_type(column, engine) for engine in ("sqlite", "postgresql")]
    target = next((key.target_fullname for key in column.foreign_keys), None)
    return Column(
        column.name, column.comment or "", kinds[0], kinds[1].lower(), column.primary_key, column.nullable, target
    )


def _type(column: sa.Column[object], engine: str) -> str:
    from sqlalchemy.dialects import registry

    return str(column.type.compile(dialect=registry.load(engine)()))
