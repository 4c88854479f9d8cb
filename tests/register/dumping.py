"""Everything that is recorded, as bytes, read past secdb."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlalchemy as sa

RECORDED = (
    *(
        "dataset",
        "document",
        "person",
        "state",
        "treaty",
        "document_symbol",
        "organization",
        "person_name",
        "state_code",
    ),
    *("state_name", "state_succession", "statement", "tenure", "treaty_name", "treaty_relation", "act", "roster"),
    *("signatory", "roster_entry", "citation"),
)


def dump(engine: sa.Engine) -> dict[str, list[bytes]]:
    """Return each table's rows in the order of their ids, each row as the bytes of its values."""
    with engine.connect() as connection:  # one for all: SQLite reads the whole schema anew for each
        return {name: _rows(connection, f"SELECT * FROM {name} ORDER BY id") for name in RECORDED}


def periods(engine: sa.Engine) -> list[bytes]:
    """Return what is derived: membership periods but for their ids."""
    columns = "dataset_id, treaty_id, state_id, status, start_earliest, start_latest, end_earliest, end_latest, origin"
    with engine.connect() as connection:
        return sorted(_rows(connection, f"SELECT {columns} FROM membership_period"))


def _rows(connection: sa.Connection, query: str) -> list[bytes]:
    return [repr(tuple(row)).encode() for row in connection.exec_driver_sql(query)]
