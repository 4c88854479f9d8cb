"""The schema as a page to read (Markdown), as a picture of the tables (Mermaid), and as data (for JSON)."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from secdb.database import HEAD
from secdb.models.schema import FUNCTIONS, tables, views

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from secdb.models.schema import Column, Relation

HEAD_OF_PAGE = """\
# Tables and views

**Views** have plural names. They are the contract with SQL clients: the same columns and the same answers on SQLite and
PostgreSQL, days as ISO text or `date`. **Tables** have singular names and belong to the program; writing to them is
possible and safe: the database itself holds the rules and logs every change, but reports read the views.
"""


def data(relations: Iterable[Relation]) -> dict[str, Any]:
    """Return the views and tables given as plain values, and the functions of PostgreSQL."""
    found = [asdict(relation) for relation in relations]
    return {
        "report": "schema",
        "schema": HEAD,
        "views": [relation for relation in found if relation["kind"] == "view"],
        "tables": [relation for relation in found if relation["kind"] == "table"],
        "functions": [{"function": name, "meaning": said} for name, said in FUNCTIONS.items()],
    }


def markdown(head: str = HEAD_OF_PAGE) -> str:
    """Return the page: views, functions of PostgreSQL, tables."""
    functions = _rows(["function", "meaning"], ([f"`{name}`", said] for name, said in FUNCTIONS.items()))
    parts = [head, "## Views\n", *map(section, views())]
    parts += [f"## Functions\n\nOn PostgreSQL only.\n\n{functions}\n", "## Tables\n", *map(section, tables())]
    return "\n".join(parts)


def section(relation: Relation) -> str:
    """Return the part of the page about one view or table, with its example."""
    columns = _rows(["column", "SQLite", "PostgreSQL", "meaning"], (_cells(column) for column in relation.columns))
    return f"### `{relation.name}`\n\n{relation.row}\n\n{columns}\n\n```sql\n{relation.example};\n```\n"


def mermaid(relations: Iterable[Relation]) -> str:
    """Return an `erDiagram` of the tables among those given, with the columns that refer from one to another."""
    drawn = {relation.name: relation for relation in relations if relation.kind == "table"}
    return "\n".join(["erDiagram", *(line for table in drawn.values() for line in _entity(table, drawn))]) + "\n"


def _entity(table: Relation, drawn: Container[str]) -> Iterator[str]:
    yield f"    {table.name} {{"
    for column in table.columns:
        marks = ", ".join(mark for mark, is_so in (("PK", column.is_key), ("FK", column.refers)) if is_so)
        yield f"        {column.postgresql} {column.name} {marks}".rstrip()
    yield "    }"
    for column in table.columns:
        target = (column.refers or "").partition(".")[0]
        if target in drawn:
            one = "|o" if column.optional else "||"
            yield f'    {target} {one}--o{{ {table.name} : "{column.name}"'


def _cells(column: Column) -> list[str]:
    return [f"`{column.name}`", column.sqlite, column.postgresql, _meaning(column).replace("|", "\\|")]


def _meaning(column: Column) -> str:
    """Return what a column means; in a table, where every row has a value unless it says so, with that."""
    parts = [
        "key" if column.is_key and column.name == "id" else column.meaning,
        column.refers and f"-> `{column.refers}`",
        "may be NULL" if column.optional and "NULL" not in column.meaning else None,
    ]
    return "; ".join(part for part in parts if part)


def _rows(headings: list[str], rows: Iterable[list[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
