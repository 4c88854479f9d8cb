"""Manydata, `parties` tables (such as `manytreaties`): one row per State and treaty, its dates in messydates.

The form: `stateID`, `treatyID`, `Title`; of the treaty `Begin`, `End`, `Signature` (its date), `Force` (its entry into
force), `Term`; of the State `StateSignature`, `StateRatification`, `StateForce`, `StateEnd`; `Coder` and `Comments`.
Dates are as in `messydates.py`; 9999-12-31 is "open": no end, or a step not taken.

What becomes of a row. Each dated cell of the State is an act: `signature`; `ratification` (the source's word: it does
not tell it from acceptance, approval or accession); `entry_into_force`; `StateEnd` a `cessation` (the source does not
tell withdrawal from the end of the treaty). A cell with 9999 is no act. `Begin`, `End` and `Term` repeat other
dates and are not read; nor is `Coder`. `Comments` is the note of the row's first act. A row without a date is blank.

Pitfalls:

- `treatyID` is a code here in lower case, with `%20` for a space and the like for other signs.
- `Title`, `Signature` and `Force` differ among the rows of some treaties; the first one given stands, and it is told.
- `stateID` is an ISO 3166 alpha-3 code of the present or the past, a few times a COW abbreviation (ALG for DZA), and at
  times no State (EUU, territories, organizations). It is read as of each act's date. A date on which the State did not
  exist (the Czech Republic in 1972; Fiji in 1925: acts of others that came to bind it) is rejected. The row counts as
  rejected then, but its other acts are taken: corrected and read again, it adds only what was missing.
- RUS stands for the Soviet Union too. The acts are the Soviet Union's then; where they bound it and no end lies before,
  the State that continues it has a `participation` on its first day (a `succession` after a ratification only).
- The same State and treaty come more than once (13,049 rows of 98,320), from several people and lists. A repeated
  claim is one act. Where one row ends before the other begins, they are successive memberships. Other dates of the
  same step contradict each other: the later in the file contest the first (`contests`), and the derivation puts the
  event anywhere between them.
- `StateEnd` is often the end of the treaty, even before the State joined it; it is kept, and has no effect then.

Read twice: for the treaties and which pairs come again, then for the acts. Rows of such pairs are held and come last, a
contesting act soon after the one it contests.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

from secdb.errors import DateError
from secdb.exchange.importers.base import Reject
from secdb.exchange.importers.claims import CESSATION, Claim, RowClaims, events
from secdb.exchange.importers.making import Act, Maker
from secdb.exchange.importers.messydates import MessyDate, is_open, read_messydate
from secdb.exchange.importers.source import read_source, require_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from secdb.exchange.importers.base import Record, Tally
    from secdb.exchange.importers.making import Values
    from secdb.exchange.importers.states import States

TITLE = "Manydata: parties to treaties (manytreaties)"
DATASET = "manydata"

_STEPS = {
    "StateSignature": "signature",
    "StateRatification": "ratification",
    "StateForce": "entry_into_force",
    "StateEnd": CESSATION,
}
_UNKNOWN = "the authority list has no State"
_BINDING = {"ratification": "succession", "entry_into_force": "participation"}
_TREATY = ("Title", "Signature", "Force")
_COLUMNS = ("stateID", "treatyID", *_TREATY, *_STEPS)
_PUBLISHER = "PANARCHIC project, Geneva Graduate Institute"
_URL = "https://github.com/globalgov/manytreaties"
_ABOUT: Values = {
    "title": TITLE,
    "authority": _PUBLISHER,
    "licence": "CC BY 4.0",
    "url": _URL,
    "note": "A `ratification` may be an acceptance, approval or accession, a `cessation` any end: it does not say",
}
_DOCUMENT: Values = {
    "title": "manytreaties: parties to treaties (R package)",
    "language": "en",
    "publisher": _PUBLISHER,
    "url": _URL,
}


@dataclass(slots=True)
class _Survey:
    """What the first reading finds: treaties by their ID in the source, and the pairs that come more than once."""

    treaties: dict[str, list[str]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    repeated: set[int] = field(default_factory=set)
    differing: dict[str, set[str]] = field(default_factory=lambda: {column: set() for column in _TREATY})


def records(path: Path, states: States, dataset: str, tally: Tally) -> Iterator[Record | Reject]:
    """Yield the dataset, its document, the treaties, then the acts of each row; see `Importer`.

    Raises PackageError when the file is not of this form.
    """
    survey = _surveyed(path)
    make = Maker(path.name, dataset)
    yield from make.opening(_ABOUT, _DOCUMENT)
    codes = {treaty: _code(treaty) for treaty in survey.treaties}
    yield from _treaties(make, survey, codes, tally)
    held: dict[tuple[str, str], list[RowClaims]] = {}
    with read_source(path) as (header, rows):
        reading = _Reading(states, tally, header)
        for line, cells in rows:
            claims, reason = reading.read(line, cells)
            if reason:
                yield Reject(path.name, line, dict(zip(header, cells, strict=False)), reason)
            if claims is None:
                continue
            if hash((claims.state_id, claims.treaty_id)) in survey.repeated:
                held.setdefault((claims.state_id, claims.treaty_id), []).append(claims)
            else:
                yield from _acts(make, [claims], codes[claims.treaty_id], tally)
    for (_, treaty), together in held.items():
        yield from _acts(make, together, codes[treaty], tally)


def _surveyed(path: Path) -> _Survey:
    """Return what the first reading finds."""
    survey = _Survey()
    seen: set[int] = set()
    with read_source(path) as (header, rows):
        require_columns(header, _COLUMNS, path, "a parties table of Manydata")
        state, treaty = header.index("stateID"), header.index("treatyID")
        described = [header.index(column) for column in _TREATY]
        for line, cells in rows:
            if len(cells) == len(header) and cells[treaty]:
                pair = hash((cells[state], cells[treaty]))
                (survey.repeated if pair in seen else seen).add(pair)
                survey.lines.setdefault(cells[treaty], line)
                _describe(survey, cells[treaty], [cells[index] for index in described])
    return survey


def _describe(survey: _Survey, treaty: str, cells: list[str]) -> None:
    """Take what a row says of its treaty, where no row before did."""
    known = survey.treaties.setdefault(treaty, cells)
    if known == cells:
        return
    for index, cell in enumerate(cells):
        if cell and known[index] and cell != known[index]:
            survey.differing[_TREATY[index]].add(treaty)
        known[index] = known[index] or cell


def _code(treaty: str) -> str:
    """Return the code of a treaty: its ID in lower case, signs that a code should not have as `%` and two digits."""
    return quote(treaty.lower(), safe=":+").lower()


def _treaties(make: Maker, survey: _Survey, codes: Mapping[str, str], tally: Tally) -> Iterator[Record]:
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


class _Reading:
    """Reads rows into claims, and counts them."""

    def __init__(self, states: States, tally: Tally, header: list[str]) -> None:
        self._states = states
        self._tally = tally
        self._width = len(header)
        self._state, self._treaty = header.index("stateID"), header.index("treatyID")
        self._steps = [(header.index(column), column, kind) for column, kind in _STEPS.items()]
        self._comments = header.index("Comments") if "Comments" in header else None

    def read(self, line: int, cells: list[str]) -> tuple[RowClaims | None, str]:
        """Return what a row claims, None for nothing, and what is wrong with it."""
        if len(cells) != self._width:
            self._tally.rejected += 1
            return None, f"{len(cells)} values under {self._width} columns"
        state_id, treaty_id = cells[self._state], cells[self._treaty]
        if not (state_id and treaty_id):
            self._tally.rejected += 1
            return None, "no stateID or no treatyID"
        claims, faults = self._claims(state_id, cells)
        self._count(claims, faults)
        if not claims:
            return None, "; ".join(faults)
        if self._comments is not None and cells[self._comments]:
            claims[0] = claims[0]._replace(note=cells[self._comments])
        found = self._dated(RowClaims(line, state_id, treaty_id, claims, None, None))
        return found, "; ".join([*faults, "its other acts are taken"] if faults else [])

    def _count(self, claims: list[Claim], faults: list[str]) -> None:
        """Count a row once."""
        if faults:
            self._tally.rejected += 1
        elif claims:
            self._tally.read += 1
        else:
            self._tally.blank += 1

    def _claims(self, state_id: str, cells: list[str]) -> tuple[list[Claim], list[str]]:
        """Return the claims of a row, and what is wrong with its other dates."""
        claims: list[Claim] = []
        faults: list[str] = []
        for index, column, kind in self._steps:
            text = cells[index]
            if not text or is_open(text):
                if text and kind != CESSATION:
                    self._tally.notes[f"{column} 9999: not so far, no act"] += 1
                continue
            try:
                date = read_messydate(text)
            except DateError as error:
                faults.append(f"{column}: {error}")
                continue
            if state := self._state_in(state_id, date):
                claims.append(Claim(kind, state, text, date, column))
            else:
                faults.append(f"{column}: {_UNKNOWN} {state_id} on {text}")
        if any(_UNKNOWN in fault for fault in faults):
            self._note_unknown(state_id)
        return claims, faults

    def _note_unknown(self, state_id: str) -> None:
        known = any(self._states.is_code(scheme, state_id) for scheme in ("state", "iso3", "cowabb"))
        self._tally.unknown[f"{state_id} (on a day without that State)" if known else state_id] += 1

    def _state_in(self, state_id: str, date: MessyDate) -> str | None:
        """Return the State that had the code on the last day of the date, or on its first."""
        for day in (date.latest, date.earliest):
            if day and (found := self._state_on(state_id, day)):
                return found
        return None

    def _state_on(self, state_id: str, day: str) -> str | None:
        """Return the State of that code on a day: its own, else an ISO code of the time, else a COW abbreviation."""
        states = self._states
        found = states.existing(state_id, day) or states.by_code("iso3", state_id, day)
        if found or states.is_code("state", state_id) or states.is_code("iso3", state_id):
            return found
        return states.by_code("cowabb", state_id, day)

    def _dated(self, row: RowClaims) -> RowClaims:
        """Return the row with the time it speaks of, and with what a State that continues another has from it."""
        ends = [claim.date for claim in row.claims if claim.kind == CESSATION]
        starts = [claim.date for claim in row.claims if claim.kind != CESSATION] or ends
        begins = min(date.earliest or "" for date in starts)
        last = ends[0].latest if ends else None
        if last and last < begins:
            self._tally.notes["StateEnd before all other dates of the row: kept, without effect"] += 1
            last = None
        claims = row.claims + self._continued(row, last)
        return row._replace(claims=claims, begins=begins or None, ends=last)

    def _continued(self, row: RowClaims, ends: str | None) -> list[Claim]:
        """Return what a State that continues another has from its acts, where the row does not end before."""
        binding = [claim for claim in row.claims if claim.kind in _BINDING]
        continued = self._states.continued_by(binding[-1].state) if binding else None
        if continued is None:
            return []
        last, (state, day) = binding[-1], continued
        if (ends and ends < day) or self._state_on(row.state_id, day) != state:
            return []
        kind = _BINDING[last.kind]
        self._tally.notes[f"{state} continues {last.state}: has a {kind} on {day}"] += 1
        note = f"The source has one row for {last.state} and {state}, which continues it"
        return [Claim(kind, state, day, MessyDate(day, day, day), last.column, note)]


def _acts(make: Maker, rows: list[RowClaims], treaty: str, tally: Tally) -> Iterator[Record]:
    """Yield the acts that the rows of a State and a treaty claim: each event, then the claims that contest it."""
    for event in events(rows, tally):
        yield from make.act(_act(event.row, event.claim, treaty))
        head = str(make.acts)
        for row, claim in event.others:
            yield from make.act(_act(row, claim, treaty, contests=head))


def _act(row: RowClaims, claim: Claim, treaty: str, contests: str | None = None) -> Act:
    place = f"{row.state_id}, {row.treaty_id}, {claim.column}"
    return Act(row.line, treaty, claim.state, claim.kind, claim.text, claim.date.edtf, place, claim.note, contests)
