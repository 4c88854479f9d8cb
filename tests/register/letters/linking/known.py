"""Small registers of invented persons, treaties and documents to look things up in."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from secdb.register.rows.asking import SessionRows
from tests.register.samples import STATES, table, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa

    from tests.register.samples import Table

BASE = (table("dataset", "code | title\nregister | The register"), STATES)
LETTERS = (
    table(
        "document",
        """
        code   | kind        | title    | date_edtf
        letter | un_document | A letter | 2002-05-21
        late   | un_document | Another  | 2012-05-22
        """,
    ),
    table(
        "statement",
        """
        code   | document | position | kind   | title    | date_edtf
        letter | letter   | 1        | letter | A letter | 2002-05-21
        late   | late     | 1        | letter | Another  | 2012-05-22
        """,
    ),
)


@contextmanager
def asked(engine: sa.Engine, *tables: Table) -> Iterator[SessionRows]:
    """Write the tables to an empty register beside two States, and give its rows."""
    written(engine, *BASE, *tables)
    with engine.connect() as connection:
        yield SessionRows(connection)


def persons(lines: str, names: str = "", signatories: str = "", tenures: str = "", acts: str = "") -> list[Table]:
    """Return tables of persons (`code | name`) and of what is known of them."""
    tables = [*LETTERS, table("person", "code | name\n" + lines.strip())]
    if names:
        tables.append(table("person_name", "id | person | name | language | form\n" + _numbered(names)))
    if signatories:
        heading = "id | statement | position | state | person | mode | capacity\n"
        tables.append(table("signatory", heading + _numbered(signatories)))
    if tenures:
        heading = "id | dataset | person | state | office | acting | accredited_to | valid\n"
        tables.append(table("tenure", heading + _numbered(tenures)))
    if acts:
        heading = "id | dataset | treaty | state | kind | date_edtf | signer | signer_capacity\n"
        tables += [
            table("treaty", "code | title\npact | Pact of the Lakes"),
            table("act", heading + _numbered(acts)),
        ]
    return tables


def _numbered(lines: str) -> str:
    return "\n".join(f"{number} | {line}" for number, line in enumerate(lines.strip().splitlines(), 1))


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
