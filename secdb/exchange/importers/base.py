"""What an importer is: it reads one source's form and gives records in the package format, one after the other.

Records come in an order in which all that a record refers to stands before it: the dataset, documents, treaties, then
acts, each followed by its citations. A record refers by code to what has one; a citation's `act` is the `id` of the act
just before it. So whoever writes them needs to hold only a few at a time.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from secdb.exchange.csvfile import Row
    from secdb.exchange.importers.states import States

Record = tuple[str, "Row"]
"""The name of a table and a row of it, as a package has them (`secdb.exchange.package`)."""


@dataclass(frozen=True, slots=True)
class Reject:
    """A cell or row that could not be read: where it is, its values by column as they stand there, and why."""

    file: str
    line: int
    cells: Mapping[str, str]
    reason: str


@dataclass(slots=True)
class Tally:
    """What became of all `unit`s (cells or rows) of a source: read + rejected + blank is all there are.

    `unknown` counts the rows of each State code or name that the authority list does not know, `elsewhen` those of each
    that it knows, but not on their days; `notes` counts what was met and dealt with by a rule, in words for a reader.
    """

    unit: str = "row"
    read: int = 0
    rejected: int = 0
    blank: int = 0
    unknown: Counter[str] = field(default_factory=Counter)
    elsewhen: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)


class Importer(Protocol):
    """A module of this folder, seen as an object: `mtdsg`, `cow_igo`, `manydata`, `atop`."""

    TITLE: str
    """What the source is called, for help and for the dataset."""
    DATASET: str
    """The dataset's code where the user gives none."""

    def records(self, path: Path, states: States, dataset: str, tally: Tally) -> Iterator[Record | Reject]:
        """Yield the records of a file or folder for the dataset of that code, its own row first, and what was not read.

        Counts in `tally` as it goes. Raises PackageError when the file is not of this form at all.
        """
        ...
