"""The SELECTs of reports, asked within the transaction of a writer: they see what it has written."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import sqlalchemy as sa


class SessionRows:
    """A connection that answers SELECTs as an open register does (`secdb.lookup.Rows`)."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    def rows(self, sql: str, **parameters: object) -> list[dict[str, Any]]:
        """Return the rows as dicts; days as ISO text."""
        # given at execution, a text stays untyped and PostgreSQL takes its type from the column it is compared with;
        # a parameter named in a comment would be bound as well
        found = self.connection.execute(sa.text(re.sub(r"--.*", "", sql)), parameters).mappings()
        return [{name: _plain(value) for name, value in row.items()} for row in found]


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value
