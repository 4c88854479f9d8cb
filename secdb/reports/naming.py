"""Names for the rows of the log: codes for the numbers in them, and a label a person can read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from secdb.errors import SecdbError
from secdb.reports.base import sql

if TYPE_CHECKING:
    from collections.abc import Mapping

    from secdb.database.reader import Register

LABELS = {
    "state_name": "{name} ({state})",
    "state_code": "{scheme} {code} ({state})",
    "state_succession": "{predecessor} to {successor}",
    "person_name": "{name} ({person})",
    "treaty_name": "{name} ({treaty})",
    "treaty_relation": "{treaty} {kind} {related}",
    "roster": "roster of {treaty} on {on_edtf}",
    "roster_entry": "{state} on roster {roster}",
    "tenure": "{person}, {office} of {state}",
    "document_symbol": "{symbol} ({document})",
    "signatory": "{state} under {statement}",
}
"""How a row without a code of its own is called, from its fields; acts and citations have their own way."""

CODED = frozenset({"dataset", "document", "organization", "person", "state", "statement", "treaty"})
PARENTS = {
    "predecessor": "state",
    "successor": "state",
    "related": "treaty",
    "signer": "person",
    "contests": "act",
}
"""The tables that references refer to, where the name of the column does not say so."""

_TOWARDS = {"accession": "to", "succession": "to", "withdrawal": "from", "expulsion": "from"}

Fields = dict[str, Any]


class Names:
    """What the rows of a register are called at a revision; of rows that are gone, what they were called last."""

    def __init__(self, register: Register, last: int) -> None:
        self._register = register
        self._last = last
        self._codes: dict[tuple[str, int], str | int] = {}

    def record(self, table: str, row_id: int, row: Fields) -> str | int:
        """Return the code of a row, or its number where it has none."""
        return row["code"] if table in CODED else row_id

    def label(self, table: str, row: Fields) -> str:
        """Return what a person calls a row."""
        if table in CODED:
            return str(row["code"])
        named = self.named(row)
        if table == "act":
            return _act(named)
        if table == "citation":
            return _citation(named)
        return LABELS[table].format_map(named) if table in LABELS else str(row["id"])

    def named(self, row: Fields) -> Fields:
        """Return the fields of a row but its own number; references under the noun, by code where there is one."""
        return dict(self._field(name, value) for name, value in row.items() if name != "id")

    def _field(self, name: str, value: Any) -> tuple[str, Any]:  # noqa: ANN401 - of any column
        if not name.endswith("_id"):
            return name, value
        noun = name.removesuffix("_id")
        return noun, None if value is None else self._code(PARENTS.get(noun, noun), value)

    def _code(self, table: str, row_id: int) -> str | int:
        if table not in CODED:
            return row_id
        key = table, row_id
        if key not in self._codes:
            parameters = {"table_name": table, "row_id": row_id, "last": self._last}
            found = self._register.rows(sql("log/last_state"), **parameters)
            row = (parsed(found[0]["new"]) or parsed(found[0]["old"])) if found else None
            self._codes[key] = row["code"] if row else row_id
        return self._codes[key]


def parsed(stored: Any) -> Fields | None:  # noqa: ANN401 - as the engine gives it
    """Return a row of the log: JSON text on SQLite, read already on PostgreSQL. Raises SecdbError for what is none."""
    try:
        found = json.loads(stored) if isinstance(stored, str) else stored
    except ValueError as error:
        raise SecdbError("the log was tampered with and cannot be read; see: secdb verify") from error
    row: Fields | None = found
    return row


def _act(row: Mapping[str, Any]) -> str:
    kind = row["kind"].replace("_", " ")
    if row["state"] is None:
        return f"{kind} of {row['treaty']}"
    return f"{kind} of {row['state']} {_TOWARDS.get(row['kind'], 'under')} {row['treaty']}"


def _citation(row: Mapping[str, Any]) -> str:
    own = {"document", "locator", "quotation", "start_char", "end_char", "note"}
    proved = [
        f"{noun.replace('_', ' ')} {value}" for noun, value in row.items() if value is not None and noun not in own
    ]
    return f"{row['document']} for {', '.join(proved)}"
