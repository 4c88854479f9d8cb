"""Importing small tables: files of the form, and what came of them in short."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from secdb.exchange.importers import mtdsg
from secdb.exchange.importers.base import Importer, Reject, Tally

if TYPE_CHECKING:
    from pathlib import Path

    from secdb.exchange.csvfile import Row
    from secdb.exchange.importers.states import States

IMPORTER: Importer = mtdsg  # the type checker holds the module against the protocol

NO_DAY = "no day stated"
NOT_STATED = (
    "No day of its entry into force is stated: if it is in force, it is from a day not known, "
    "not before the first consent in the table"
)


@dataclass
class Imported:
    """What an import gave: rows by table, rejects, and the tally."""

    tally: Tally
    tables: dict[str, list[Row]] = field(default_factory=dict)
    rejects: list[Reject] = field(default_factory=list)

    @property
    def acts(self) -> list[tuple[str | None, ...]]:
        """State, kind and EDTF of each act."""
        return [tuple(row.values[name] for name in ("state", "kind", "date_edtf")) for row in self.rows("act")]

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """The cell and the reason of each reject."""
        return [(one.cells["cell"], one.reason) for one in self.rejects]

    def rows(self, table: str) -> list[Row]:
        """Return the rows of a table."""
        return self.tables.get(table, [])

    def values(self, table: str, at: int = 0) -> dict[str, str | None]:
        """Return the values of one row."""
        return self.rows(table)[at].values


def imported(path: Path, states: States, dataset: str = "mtdsg") -> Imported:
    """Import a file or folder."""
    found = Imported(Tally())
    for one in IMPORTER.records(path, states, dataset, found.tally):
        if isinstance(one, Reject):
            found.rejects.append(one)
        else:
            found.tables.setdefault(one[0], []).append(one[1])
    return found


def write(folder: Path, name: str, *lines: str) -> Path:
    """Write a table as CSV."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path
