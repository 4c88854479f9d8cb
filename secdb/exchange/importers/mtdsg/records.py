"""The records of a status table in the package format, in the order in which they can be loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secdb.exchange.csvfile import Row
from secdb.exchange.importers.base import Reject
from secdb.exchange.importers.mtdsg.headings import read_heading
from secdb.exchange.importers.mtdsg.reading import Reader, Unread
from secdb.law.acts import CONSENTS
from secdb.vocabulary import ActKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from secdb.exchange.importers.base import Record, Tally
    from secdb.exchange.importers.mtdsg.reading import Act
    from secdb.exchange.importers.mtdsg.tables import Line, StatusTable
    from secdb.exchange.importers.states import States

    Values = dict[str, str | None]

COLLECTION = "Multilateral Treaties Deposited with the Secretary-General"
_DEPOSITARY = "Secretary-General of the United Nations"
_URL = "https://treaties.un.org/Pages/ParticipationStatus.aspx?clang=_en"
_LICENCE = (
    "Terms of use of the United Nations (https://www.un.org/en/about-us/terms-of-use): personal, non-commercial use, "
    f"not to be passed on; to be cited as {COLLECTION}, United Nations, New York (ST/LEG/SER.E), with the day of access"
)

_NO_DAY = "no day stated"
_NOT_STATED = (
    "No day of its entry into force is stated: if it is in force, it is from a day not known, "
    "not before the first consent in the table"
)
_BINDING = CONSENTS | {ActKind.PARTICIPATION, ActKind.ENTRY_INTO_FORCE}


def dataset_row(path: Path, dataset: str, title: str) -> Record:
    """Return the record of the dataset itself."""
    values: Values = {
        "code": dataset,
        "title": title,
        "authority": "Treaty Section, Office of Legal Affairs, United Nations",
        "licence": _LICENCE,
        "url": _URL,
        "note": "Acts as the status tables list them: no withdrawals, no entry into force for single States. A table "
        "read from CSV does not tell as of which day it is; a saved page does, as the date of its document",
    }
    return "dataset", Row(path.name, 1, values)


class Recorder:
    """Makes the records of one table after the other, numbering acts and citations through."""

    def __init__(self, states: States, dataset: str, tally: Tally) -> None:
        self._reader = Reader(states, tally)
        self._dataset = dataset
        self._acts = 0
        self._citations = 0

    def records(self, table: StatusTable) -> Iterator[Record | Reject]:
        """Yield the document, the treaty and the acts of a table, each with its citation, and what was not read."""
        treaty, document = f"mtdsg-{table.about.number}", self._document_code(table)
        rows = list(self._read(table))  # the treaty stands before its acts, and needs to know when the first was
        yield "document", Row(table.file, 1, _document(table, document))
        yield "treaty", Row(table.file, 1, _treaty(table, treaty, _first_consent(rows)))
        yield self._citation(table, 1, {"treaty": treaty, "document": document, "locator": "title"})
        for line, found in rows:
            if isinstance(found, Unread):
                yield _reject(table, line, found)
            else:
                yield self._act(table, line, treaty, found)
                yield self._citation(table, line.number, _cited(line, document, found, str(self._acts)))

    def _read(self, table: StatusTable) -> Iterator[tuple[Line, Act | Unread]]:
        """Yield what each row of the table gives."""
        for part in table.parts:
            headings = [read_heading(text) for text in part.headings]
            for line in part.lines:
                for found in self._reader.read(line, headings, table.about.as_at):
                    yield line, found

    def _document_code(self, table: StatusTable) -> str:
        """Return a code of its own for each day as of which a page is; tables of one CSV collection have no day."""
        as_at = table.about.as_at
        return f"{self._dataset}-{table.about.number}" + (f"-{as_at}" if as_at else "")

    def _act(self, table: StatusTable, line: Line, treaty: str, act: Act) -> Record:
        self._acts += 1
        values: Values = {
            "id": str(self._acts),
            "dataset": self._dataset,
            "treaty": treaty,
            "state": act.state,
            "kind": act.kind.value,
            "date_text": None if act.kind is ActKind.CESSATION else " ".join(act.text.split()),
            "date_edtf": act.edtf,
            "rank": "normal",
            "note": act.note,
        }
        return "act", Row(table.file, line.number, values)

    def _citation(self, table: StatusTable, line: int, values: Values) -> Record:
        self._citations += 1
        return "citation", Row(table.file, line, {"id": str(self._citations), **values})


def _cited(line: Line, document: str, act: Act, act_id: str) -> Values:
    """Return where the act stands, and the words: those of the cell, brackets and marks included."""
    where = f"row {' '.join(line.participant.split())}"
    if act.heading:
        where += f", column {act.heading}"
    return {"act": act_id, "document": document, "locator": where, "quotation": " ".join(act.text.split())}


def _document(table: StatusTable, code: str) -> Values:
    about = table.about
    as_at = f", status as at {about.as_at}" if about.as_at else ""
    return {
        "code": code,
        "kind": "web_page" if table.is_page else "dataset",
        "title": f"{COLLECTION}: {about.title}{as_at}",
        "date_text": about.as_at,
        "date_edtf": about.as_at,
        "language": "en",
        "publisher": "United Nations",
        "url": about.url,
        "note": f"Read from {table.file.rpartition('/')[2]}",
    }


def _first_consent(rows: Iterable[tuple[Line, Act | Unread]]) -> str | None:
    """Return the first date on which a State became bound or consented to be, as EDTF; None where none did."""
    days = [found.edtf for _, found in rows if not isinstance(found, Unread) and found.kind in _BINDING]
    return min(days, default=None)


def _treaty(table: StatusTable, code: str, first_consent: str | None) -> Values:
    about = table.about
    is_elsewhere = "(deposited" in about.title.casefold()
    # a treaty without a day would be one that is not in force, which the source does not say
    is_unknown = about.in_force is None and first_consent is not None and not about.is_not_in_force
    return {
        "code": code,
        "title": about.title,
        "signed_text": about.concluded,
        "signed_at": about.place,
        "in_force_text": _NO_DAY if is_unknown else about.in_force,
        "in_force_edtf": f"[{first_consent}..]" if is_unknown else None,
        "depositary": None if is_elsewhere else _DEPOSITARY,
        "registration": about.registration,
        "note": "; ".join([*about.notes, *([_NOT_STATED] if is_unknown else [])]) or None,
    }


def _reject(table: StatusTable, line: Line, unread: Unread) -> Reject:
    cells = {"participant": line.participant, "heading": unread.heading or "", "cell": unread.text}
    return Reject(table.file, line.number, cells, unread.reason)
