"""Reports: one SQL file each over the public views, plain frozen results."""

from __future__ import annotations


def complete(database: str | None, kind: str, prefix: str) -> list[tuple[str, str]]:
    """Return the codes of a kind that start with the prefix, each with its name; see `secdb.lookup`."""
    from secdb.lookup import complete as find

    return find(database, kind, prefix)
