"""The first reading of a table of Manydata: what its rows say of the treaties, and which pairs come more than once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

from secdb.errors import DateError
from secdb.exchange.importers.messydates import is_open, read_messydate
from secdb.exchange.importers.source import read_source, require_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from secdb.exchange.importers.base import Record, Tally
    from secdb.exchange.importers.making import Maker, Values

TREATY = ("Title", "Signature", "Force")
"""The columns that speak of the treaty."""


@dataclass(slots=True)
class Survey:
    """What the first reading finds: treaties by their ID in the source, and the pairs that come more than once."""

    treaties: dict[str, list[str]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    repeated: set[int] = field(default_factory=set)
    differing: dict[str, set[str]] = field(default_factory=lambda: {column: set() for column in TREATY})


def surveyed(path: Path, columns: Sequence[str]) -> Survey:
    """Return what the first reading finds. Raises PackageError for a table that lacks one of the columns."""
    survey = Survey()
    seen: set[int] = set()
    with read_source(path) as (header, rows):
        require_columns(header, columns, path, "a parties table of Manydata")
        state, treaty = header.index("stateID"), header.index("treatyID")
        described = [header.index(column) for column in TREATY]
        for line, cells in rows:
            if len(cells) == len(header) and cells[treaty]:
                pair = hash((cells[state], cells[treaty]))
                (survey.repeated if pair in seen else seen).add(pair)
                survey.lines.setdefault(cells[treaty], line)
                _describe(survey, cells[treaty], [cells[index] for index in described])
    return survey


def _describe(survey: Survey, treaty: str, cells: list[str]) -> None:
    """Take what a row says of its treaty, where no row before did."""
    known = survey.treaties.setdefault(treaty, cells)
    if known == cells:
        return
    for index, cell in enumerate(cells):
        if cell and known[index] and cell != known[index]:
            survey.differing[TREATY[index]].add(treaty)
        known[index] = known[index] or cell


def code_of(treaty: str) -> str:
    """Return the code of a treaty: its ID in lower case, signs that a code should not have as `%` and two digits."""
    return quote(treaty.lower(), safe=":+").lower()


def treaties(make: Maker, survey: Survey, codes: Mapping[str, str], tally: Tally) -> Iterator[Record]:
    """Yield each treaty once, also where two IDs differ only in capitals; count what rows do not agree in."""
    for column, treaties in survey.differing.items():
        if treaties:
            tally.notes[f"treaties whose rows differ in {column}: the first one given stands"] += len(treaties)
    done: set[str] = set()
    for treaty, (title, signed, in_force) in survey.treaties.items():
        if codes[treaty] in done:
            tally.notes["treaty IDs that differ from another in capitals only: taken for the same"] += 1
            continue
        done.add(codes[treaty])
        values: Values = {"code": codes[treaty], "title": title or treaty}
        for name, text in (("signed", signed), ("in_force", in_force)):
            edtf = _date_of_treaty(text, tally)
            values |= {f"{name}_text": text if edtf else None, f"{name}_edtf": edtf}
        yield make.record("treaty", values, survey.lines[treaty])


def _date_of_treaty(text: str, tally: Tally) -> str | None:
    """Return the EDTF of a treaty's own date; None where there is none, or none yet."""
    if not text or is_open(text):
        return None
    try:
        return read_messydate(text).edtf
    except DateError:
        tally.notes[f"dates of treaties that could not be read, left out: {text}"] += 1
        return None
