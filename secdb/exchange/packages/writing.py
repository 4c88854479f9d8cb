"""Writing the whole register as a Tabular Data Package: few rows in memory, one state of it, all or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.exchange.package import DESCRIPTOR
from secdb.exchange.packages.asking import opened
from secdb.exchange.packages.columns import columns_of, has_code
from secdb.exchange.packages.describing import csv_path, describe, kept_of
from secdb.exchange.packages.files import DOCUMENTS, CsvFile, received_path, sum_of, text_path
from secdb.exchange.packages.losses import Loss, Losses, text_fault
from secdb.exchange.packages.placing import find_replaced, placed
from secdb.models.records import recorded_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from secdb.exchange.packages.asking import Numbers, Row, Source
    from secdb.exchange.packages.files import Sum

__all__ = ["Exported", "Loss", "export_package"]

_TOLD = 1_000  # rows between two words about how far it is
_LISTED = 1_000  # losses kept; the others are counted


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: rows by table, `files` of documents, the `hash` of the descriptor, which tells all of it.

    `revision` is the last one the package has in it, None for a register without any. `losses` are the first thousand
    of the `lost` values that do not come back as they are.
    """

    folder: Path
    tables: Mapping[str, int]
    files: int
    hash: str
    revision: int | None
    losses: tuple[Loss, ...]
    lost: int

    @property
    def rows(self) -> int:
        """How many records were written."""
        return sum(self.tables.values())


def export_package(
    database: str | None,
    folder: Path,
    *,
    as_recorded: int | None = None,
    force: bool = False,
    told: Callable[[int, int], None] = lambda _done, _all: None,
) -> Exported:
    """Write every record of the register at a URL or path into a new folder, as `read_package` reads it.

    The same records give the same bytes, on either engine and after a round trip: rows are numbered anew in the order
    of their ids, so ids need not be kept, and what depends on history (revisions, times) is left out. With `force` a
    package of secdb is replaced; files in the folder that are not part of it stay, and what its user said of it in the
    descriptor (see `kept_of`).
    `told` hears how many rows of how many are written. Raises RefusedError for a folder that is not free, and what
    `secdb.open` raises.
    """
    replaced = find_replaced(folder, database, force=force)
    with opened(database, as_recorded) as source, placed(folder, replaced) as made:
        writing = _Writing(source, made, told)
        sums = {table: writing.write(table) for table in recorded_tables()}
        descriptor = describe(sums, writing.sources, kept_of(replaced))
        (made / DESCRIPTOR).write_bytes(descriptor)
        tables = {table: found.count for table, found in writing.numbers.items()}
        number = source.revision()
    found = sum_of(descriptor).hash
    return Exported(folder, tables, writing.files, found, number, tuple(writing.losses), writing.lost)


class _Writing:
    """A package being written, table by table."""

    def __init__(self, source: Source, folder: Path, told: Callable[[int, int], None]) -> None:
        self.numbers: dict[str, Numbers] = source.counts(recorded_tables())
        self.sources: list[dict[str, str]] = []
        self.files = 0
        self.losses: list[Loss] = []
        self.lost = 0
        self._source = source
        self._folder = folder
        self._told = told
        self._all = sum(one.count for one in self.numbers.values())
        self._done = 0

    def write(self, table: str) -> Sum:
        """Write the rows of a table, and the files of documents; return size and checksum of the table's file."""
        names = [one.name for one in columns_of(table)]
        with CsvFile(self._folder / csv_path(table), names) as file:
            for row in self._rows(table):
                file.add([row[name] for name in names])
        for record_id in self._source.doubles(table):
            self._lose(Loss(table, str(record_id), None, "is the same record as one before it; remove one of them"))
        return file.sum

    def _rows(self, table: str) -> Iterator[Row]:
        losses = Losses(table, self.numbers)
        is_numbered = not has_code(table)
        for number, row in enumerate(self._source.rows(table, self.numbers), 1):
            if is_numbered:
                row["id"] = number
            elif table == "document":
                self._add_files(row)
            elif table == "dataset":
                self._add_source(row)
            for loss in losses.of(row):
                self._lose(loss)
            self._tell()
            yield row

    def _add_files(self, row: Row) -> None:
        """Write what a document has in files, and into its row what they are."""
        text, received = self._source.content(row["row_id"])
        code = row["code"]
        self._add_file(row, "text", text_path(code), None if text is None else text.encode())
        self._add_file(row, "received", received_path(code, row["received_type"] or ""), received)
        if text is not None and (reason := text_fault(text)):
            self._lose(Loss("document", code, "text", reason))

    def _add_file(self, row: Row, name: str, path: str, content: bytes | None) -> None:
        row |= dict.fromkeys((f"{name}_file", f"{name}_bytes", f"{name}_hash"))
        if content is None:
            return
        (self._folder / DOCUMENTS).mkdir(exist_ok=True)
        (self._folder / path).write_bytes(content)
        found = sum_of(content)
        row |= {f"{name}_file": path, f"{name}_bytes": found.bytes, f"{name}_hash": found.hash}
        self.files += 1

    def _add_source(self, row: Row) -> None:
        """Note where a dataset is published."""
        if str(row["url"] or "").startswith(("http://", "https://")):
            self.sources.append({"title": row["title"], "path": row["url"]})

    def _lose(self, loss: Loss) -> None:
        self.lost += 1
        if len(self.losses) < _LISTED:
            self.losses.append(loss)

    def _tell(self) -> None:
        self._done += 1
        if self._done % _TOLD == 0:
            self._told(self._done, self._all)
