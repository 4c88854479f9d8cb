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
    return {name: _rows(engine, f"SELECT * FROM {name} ORDER BY id") for name in RECORDED}


def periods(engine: sa.Engine) -> list[bytes]:
    """Return what is derived: membership periods but for their ids."""
    columns = "dataset_id, treaty_id, state_id, status, start_earliest, start_latest, end_earliest, end_latest, origin"
    return sorted(_rows(engine, f"SELECT {columns} FROM membership_period"))


def _rows(engine: sa.Engine, query: str) -> list[bytes]:
    with engine.connect() as connection:
        return [repr(tuple(row)).encode() for row in connection.exec_driver_sql(query)]
