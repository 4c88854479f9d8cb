"""Running an importer over a small file, or one of the source, and what came of it in short."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from secdb.exchange.importers.base import Reject, Tally

if TYPE_CHECKING:
    from secdb.exchange.csvfile import Row
    from secdb.exchange.importers.base import Importer
    from secdb.exchange.importers.states import States

DATA = Path(os.environ.get("SECDB_TEST_DATA") or Path(__file__).parents[3].parent / "shared" / "data")
"""Where the files of the sources are: they may not be passed on, so they stand nowhere in the project."""


@dataclass
class Imported:
    """What an import gave: rows by table, the tables in their order, rejects, and the tally."""

    tally: Tally
    tables: dict[str, list[Row]] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)

    def acts(self, *columns: str, **of: str | None) -> list[tuple[str | None, ...]]:
        """Return columns of the acts (State, kind and EDTF unless others are named) that have those values."""
        wanted = columns or ("state", "kind", "date_edtf")
        rows = [row.values for row in self.tables.get("act", [])]
        return [tuple(row[name] for name in wanted) for row in rows if all(row[key] == of[key] for key in of)]

    def rows(self, table: str) -> list[dict[str, str | None]]:
        """Return the values of a table's rows."""
        return [row.values for row in self.tables.get(table, [])]

    @property
    def reasons(self) -> list[tuple[int, str]]:
        """The line and the reason of each reject."""
        return [(one.line, one.reason) for one in self.rejects]

    @property
    def counts(self) -> tuple[int, int, int]:
        """Rows read, rejected, blank."""
        return self.tally.read, self.tally.rejected, self.tally.blank


def imported(importer: Importer, path: Path, states: States, dataset: str = "d") -> Imported:
    """Import a file."""
    found = Imported(Tally())
    for one in importer.records(path, states, dataset, found.tally):
        if isinstance(one, Reject):
            found.rejects.append(one)
            continue
        if one[0] not in found.tables:
            found.order.append(one[0])
        found.tables.setdefault(one[0], []).append(one[1])
    return found


def write(folder: Path, *lines: str, name: str = "source.csv") -> Path:
    """Write a file of these lines."""
    path = folder / name
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path
