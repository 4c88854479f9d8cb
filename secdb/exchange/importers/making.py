"""Making the records of a source that is one table: its dataset, the document that is cited, acts with citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from secdb.exchange.csvfile import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from secdb.exchange.importers.base import Record

Values = dict[str, str | None]


class Act(NamedTuple):
    """An act as read, without its number: `text` is the date as the source has it, `locator` its place there."""

    line: int
    treaty: str
    state: str | None
    kind: str
    text: str
    edtf: str
    locator: str
    note: str | None = None
    contests: str | None = None
    """The number of the act that it contradicts."""
    effect: str | None = None
    """The day of effect as EDTF, where it is not the date; the source does not print it."""


class Maker:
    """Makes the records read from one file for one dataset; the dataset's code is its document's too."""

    def __init__(self, file: str, dataset: str) -> None:
        self.file = file
        self.dataset = dataset
        self.acts = 0
        """How many acts have been made; the number of the last."""

    def record(self, table: str, values: Mapping[str, str | None], line: int = 1) -> Record:
        """Return a record of any table."""
        return table, Row(self.file, line, dict(values))

    def opening(self, dataset: Values, document: Values) -> Iterator[Record]:
        """Yield the dataset and the document, given without their codes."""
        yield self.record("dataset", {"code": self.dataset} | dataset)
        yield self.record("document", {"code": self.dataset, "kind": "dataset"} | document)

    def act(self, act: Act) -> Iterator[Record]:
        """Yield an act, numbered from 1, and its citation."""
        self.acts += 1
        number = str(self.acts)
        values: Values = {
            "id": number,
            "dataset": self.dataset,
            "treaty": act.treaty,
            "state": act.state,
            "kind": act.kind,
            "date_text": act.text,
            "date_edtf": act.edtf,
            "effect_edtf": act.effect,
            "contests": act.contests,
            "note": act.note,
        }
        yield "act", Row(self.file, act.line, values)
        yield "citation", Row(self.file, act.line, {"act": number, "document": self.dataset, "locator": act.locator})
