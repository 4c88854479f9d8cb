"""Which record a name in an entry means, asked once for each name."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb import lookup
from secdb.errors import NotFoundError
from secdb.models import Base

if TYPE_CHECKING:
    from secdb.names import Directory
    from secdb.register.rows.asking import SessionRows

_LARGEST = 2**31 - 1  # of PostgreSQL's integer, which ids are


_TO_ADD = {
    "person": "secdb person add {name}",
    "document": "secdb document add FILE --title {name}",
    "treaty": "secdb treaty add CODE {name}",
    "organization": "secdb organization add CODE {name} TREATY",
}
_LONGEST_NAME = 100


def how_to_add(noun: str, name: str) -> str:
    """Return the end of a message about a name that is not on record: the command that adds it; empty without one."""
    if noun not in _TO_ADD or len(name) > _LONGEST_NAME or not name.isprintable():
        return ""
    quoted = quote(name) if set(name) & set('"$`\\!') else f'"{name}"'
    return f"; to add it: {_TO_ADD[noun].format(name=quoted)}"


class Names:
    """Ids of records by what people call them: code, any recorded name, symbol or number."""

    def __init__(self, rows: SessionRows) -> None:
        self._rows = rows
        self._codes: dict[str, dict[str, int]] = {}
        self._directories: dict[str, Directory] = {}
        self._asked: dict[tuple[str, str], int] = {}

    def id_of(self, noun: str, name: str) -> int:
        """Return the id of the record that the name means. Raises NotFoundError, AmbiguousError."""
        key = (noun, name)
        if key not in self._asked:
            self._asked[key] = self._found(noun, name.strip())
        return self._asked[key]

    def known(self, noun: str, code: str) -> int | None:
        """Return the id of the record with exactly that code, in any case; None when there is none."""
        return self._ids(noun).get(code.casefold())

    def add(self, noun: str, code: str, record_id: int) -> None:
        """Note a record just written: its names are asked for anew."""
        self._ids(noun)[code.casefold()] = record_id
        self._directories.pop(noun, None)
        if noun == "organization":
            self._codes.pop("treaty", None)
            self._directories.pop("treaty", None)

    def _found(self, noun: str, name: str) -> int:
        if noun not in lookup.NAMES and noun != "dataset":
            return self._numbered(noun, name)
        exact = self.known(noun, name)
        if exact is not None:
            return exact
        if noun == "dataset":
            return self._ids(noun)[lookup.find_dataset(self._rows, name).casefold()]
        if noun not in self._directories:
            self._directories[noun] = lookup.directory(self._rows, noun)
        return self._ids(noun)[self._directories[noun].find(name).casefold()]

    def _numbered(self, noun: str, name: str) -> int:
        table = Base.metadata.tables[noun]
        number = int(name) if name.isascii() and name.isdigit() else 0
        if 0 < number <= _LARGEST:
            found = self._rows.connection.scalar(sa.select(table.c.id).where(table.c.id == number))
            if found is not None:
                return int(found)
        raise NotFoundError(f"there is no {noun} {name[:40]!r}; list them all with: secdb {noun} list")

    def _ids(self, noun: str) -> dict[str, int]:
        """Return ids by code; a treaty is found under the code of the organization it founds, too."""
        if noun not in self._codes:
            tables = Base.metadata.tables
            table = tables[noun]
            rows = self._rows.connection.execute(sa.select(table.c.code, table.c.id)).all()
            self._codes[noun] = {code.casefold(): record_id for code, record_id in rows}
            if noun == "treaty":
                founded = tables["organization"]
                for code, treaty in self._rows.connection.execute(sa.select(founded.c.code, founded.c.treaty_id)):
                    self._codes[noun].setdefault(code.casefold(), treaty)
        return self._codes[noun]
