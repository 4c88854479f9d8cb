"""What documents say of a treaty: their lists of members, and the statements that concern it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.reports.citing import sources_of
from secdb.reports.dossier.asking import rows_of
from secdb.reports.members import standings
from secdb.reports.offices import signatories

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from secdb.database.reader import Register, Row
    from secdb.reports.base import Report, Source
    from secdb.reports.offices import Signature
    from secdb.reports.panels.named import NamesOfTime


@dataclass(frozen=True, slots=True)
class Listed:
    """A State on a list, by its name of the day, and the words that list it."""

    state: str
    name: str
    as_printed: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """A document's own list of members; `row` holds the columns of the view `rosters`.

    `parties`: the certain parties to the treaty of the dossier by the register, name by code, on the day of the list;
    None where that day is not known.
    """

    row: Row
    states: tuple[Listed, ...]
    sources: tuple[Source, ...]
    parties: Mapping[str, str] | None

    @property
    def cited(self) -> list[Source]:
        """Return the words behind the list and behind each State on it."""
        return [*self.sources, *(source for one in self.states for source in one.sources)]


@dataclass(frozen=True, slots=True)
class Concerned:
    """A statement that concerns the treaty, and who stands under it."""

    row: Row
    sources: tuple[Source, ...]
    signatories: Report[Signature]


def rosters_of(register: Register, treaty: str, dataset: str, names: NamesOfTime) -> tuple[Roster, ...]:
    """Return the lists of members of a treaty and of those that require it, in date order."""
    lists: dict[int, list[Row]] = {}
    for row in rows_of(register, "rosters", treaty=treaty, dataset=dataset):
        lists.setdefault(row["roster"], []).append(row)
    whole = sources_of(register, "roster", lists)
    single = sources_of(register, "roster_entry", (row["entry"] for rows in lists.values() for row in rows))
    return tuple(
        Roster(
            row=rows[0],
            states=tuple(_listed(row, names, single) for row in rows if row["state"]),
            sources=whole.get(number, ()),
            parties=_parties(register, treaty, dataset, rows[0]),
        )
        for number, rows in lists.items()
    )


def _parties(register: Register, treaty: str, dataset: str, row: Row) -> dict[str, str] | None:
    if row["on_earliest"] is None or row["on_earliest"] != row["on_latest"]:
        return None
    found = standings(register, treaty, row["on_latest"], "in-force", dataset)
    return {one["state"]: one["name"] for one in found if one["standing"] == "member" and one["status"] == "party"}


def _listed(row: Row, names: NamesOfTime, proofs: Mapping[int, tuple[Source, ...]]) -> Listed:
    when = row["on_latest"] or row["on_earliest"] or "9999-12-31"
    name = names.on(row["state"], when)
    return Listed(row["state"], name, row["as_printed"], proofs.get(row["entry"], ()))


def statements_of(register: Register, cited: Iterable[Source], rosters: Sequence[Roster]) -> tuple[Concerned, ...]:
    """Return the statements that list members of the treaty or hold words cited for it, and the letters with them.

    A statement whose place in its document is not known holds all that is cited from the document.
    """
    words = [*cited, *(source for roster in rosters for source in roster.cited)]
    named = {roster.row["statement"] for roster in rosters}
    found: list[Row] = []
    for document in dict.fromkeys(source.document for source in words):
        there = rows_of(register, "statements", document=document)
        own = [source for source in words if source.document == document]
        about = [row for row in there if row["statement"] in named or any(_holds(row, source) for source in own)]
        found += [row for row in there if row in about or (about and row["kind"] == "letter")]
    found += _elsewhere(register, named - {row["statement"] for row in found} - {None})
    proofs = sources_of(register, "statement", (row["statement"] for row in found))
    found.sort(key=lambda row: (row["date_earliest"] or "", row["statement"]))
    return tuple(
        Concerned(row, proofs.get(row["statement"], ()), signatories(register, row["statement"])) for row in found
    )


def _holds(row: Row, source: Source) -> bool:
    if row["start_char"] is None or source.start_char is None:
        return row["start_char"] is None
    inside: bool = row["start_char"] <= source.start_char < row["end_char"]
    return inside


def _elsewhere(register: Register, codes: Iterable[str]) -> list[Row]:
    """Return statements with a list of members, in documents that nothing else cites."""
    found = []
    for code in sorted(codes):
        where = register.rows("SELECT document FROM statements WHERE statement = :code", code=code)[0]["document"]
        found += [row for row in rows_of(register, "statements", document=where) if row["statement"] == code]
    return found
