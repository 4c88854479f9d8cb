"""A package without some of its documents, and without what rests on them: to be taken in anew from their texts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from secdb.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from secdb.exchange.csvfile import Row

# each table after those it refers to, with the columns that refer to what may be left out
_REFERRING = {
    "document_symbol": ("document",),
    "statement": ("document",),
    "signatory": ("statement",),
    "roster": ("statement",),
    "roster_entry": ("roster",),
    "citation": ("document", "statement", "signatory", "roster", "roster_entry"),
}
_NAMING_PERSONS = ("signatory", "act", "tenure")


def without_documents(
    package: Iterable[tuple[str, Iterable[Row]]], documents: Collection[str]
) -> Iterator[tuple[str, list[Row]]]:
    """Yield the tables of a package without some documents (by code) and what rests on them.

    Left out with a document are its symbols, statements, signatories, the rosters that its statements give, citations
    of it, and persons who then stand nowhere. Raises NotFoundError for a code that is no document's.
    """
    tables = {name: list(rows) for name, rows in package}
    known = {row.values["code"] for row in tables["document"]}
    if unknown := sorted(set(documents) - known):
        raise NotFoundError(f"there is no document {unknown[0]!r} to leave out")
    before = _named(tables)
    gone: dict[str, set[str | None]] = {"document": set(documents)}
    _drop(tables, "document", lambda row: row.values["code"] in gone["document"])
    for name, columns in _REFERRING.items():
        dropped = _drop(tables, name, partial(_refers, columns=columns, gone=gone))
        gone[name] = {row.values.get("code") or row.values.get("id") for row in dropped}
    lost = before - _named(tables)
    lone = _drop(tables, "person", lambda row: row.values["code"] in lost)
    codes = {row.values["code"] for row in lone}
    _drop(tables, "person_name", lambda row: row.values["person"] in codes)
    yield from tables.items()


def _named(tables: dict[str, list[Row]]) -> set[str | None]:
    """Return the persons who stand somewhere."""
    rows = (row for name in _NAMING_PERSONS for row in tables.get(name, ()))
    return {row.values.get("person") or row.values.get("signer") for row in rows}


def _refers(row: Row, *, columns: tuple[str, ...], gone: Mapping[str, set[str | None]]) -> bool:
    """Tell whether a row refers to one that is left out."""
    return any(row.values.get(name) in gone[name] for name in columns)


def _drop(tables: dict[str, list[Row]], name: str, is_gone: Callable[[Row], bool]) -> list[Row]:
    """Take rows out of a table, and return them."""
    rows = tables.get(name, [])
    dropped = [row for row in rows if is_gone(row)]
    tables[name] = [row for row in rows if not is_gone(row)]
    return dropped
