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
  times no State (EUU, territories, organizations). It is read as of each act's date.
- Successors have dates of their predecessors (the Czech Republic a party since 1970), and many States those of acts
  that came to bind them. Where the code's State began after the date, but within the time of the row (from its first
  date to `StateEnd`), the source says that it is a member from its first day at the latest. So the act is of that
  State: its date is as printed, its day of effect the State's first day, and a note says so. Where the time of the row
  ends before the State began, or the date is after its end, the date is rejected. The row counts as rejected then, but
  its other acts are taken: corrected and read again, it adds only what was missing.
- RUS stands for the Soviet Union too. The acts are the Soviet Union's then; where they bound it and no end lies before,
  the State that continues it has a `participation` on its first day (a `succession` after a ratification only).
- The same State and treaty come more than once (13,049 rows of 98,320), from several people and lists. A repeated
  claim is one act. Where one row ends before the other begins, they are successive memberships. Other dates of the
  same step contradict each other: the later in the file contest the first (`contests`), and the derivation puts the
  event anywhere between them.
- `StateEnd` is often the end of the treaty, even before the State joined it; it is kept, and has no effect then.
- The table does not tell up to which day it was kept: `--covers-to` does.

Read twice: for the treaties and which pairs come again, then for the acts. Rows of such pairs are held and come last, a
contesting act soon after the one it contests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from secdb.errors import DateError
from secdb.exchange.importers.base import Reject
from secdb.exchange.importers.claims import CESSATION, Claim, RowClaims, events
from secdb.exchange.importers.making import Act, Maker
from secdb.exchange.importers.manydata_treaties import TREATY, code_of, surveyed, treaties
from secdb.exchange.importers.messydates import MessyDate, is_open, read_messydate
from secdb.exchange.importers.source import read_source
from secdb.exchange.importers.states import Holders

if TYPE_CHECKING:
    from collections.abc import Iterator
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
_COLUMNS = ("stateID", "treatyID", *TREATY, *_STEPS)
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


class _Dated(NamedTuple):
    """A cell with a date, before it is asked whose."""

    kind: str
    text: str
    date: MessyDate
    column: str


def records(path: Path, states: States, dataset: str, tally: Tally) -> Iterator[Record | Reject]:
    """Yield the dataset, its document, the treaties, then the acts of each row; see `Importer`.

    Raises PackageError when the file is not of this form.
    """
    survey = surveyed(path, _COLUMNS)
    make = Maker(path.name, dataset)
    yield from make.opening(_ABOUT, _DOCUMENT)
    codes = {treaty: code_of(treaty) for treaty in survey.treaties}
    yield from treaties(make, survey, codes, tally)
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


class _Reading:
    """Reads rows into claims, and counts them."""

    def __init__(self, states: States, tally: Tally, header: list[str]) -> None:
        self._states = states
        self._holders = Holders(states)
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
            notes = (cells[self._comments], claims[0].note)
            claims[0] = claims[0]._replace(note="; ".join(note for note in notes if note))
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
        dated, faults = self._dates(cells)
        until = _last_day(dated)
        claims: list[Claim] = []
        unknown: list[str] = []
        for one in dated:
            if claim := self._claim(state_id, one, until):
                claims.append(claim)
            else:
                unknown.append(f"{one.column}: {_UNKNOWN} {state_id} on {one.text}")
        if unknown:
            missed = self._tally.elsewhen if self._holders.is_known(state_id) else self._tally.unknown
            missed[state_id] += 1
        return claims, faults + unknown

    def _dates(self, cells: list[str]) -> tuple[list[_Dated], list[str]]:
        """Return the dates in a row's cells, and what is wrong with those that cannot be read."""
        found: list[_Dated] = []
        faults: list[str] = []
        for index, column, kind in self._steps:
            text = cells[index]
            if not text or is_open(text):
                if text and kind != CESSATION:
                    self._tally.notes[f"{column} 9999: not so far, no act"] += 1
                continue
            try:
                found.append(_Dated(kind, text, read_messydate(text), column))
            except DateError as error:
                faults.append(f"{column}: {error}")
        return found, faults

    def _claim(self, state_id: str, one: _Dated, until: str | None) -> Claim | None:
        """Return the claim of the State that had the code on the date, else of the first to have it before `until`."""
        if state := self._holders.within(state_id, one.date):
            return Claim(one.kind, state, one.text, one.date, one.column)
        later = None if one.kind == CESSATION else self._holders.next(state_id, one.date, until)
        if later is None:
            return None
        self._tally.notes["acts dated before the State of the code began: they have effect from its first day"] += 1
        note = f"Dated before {later.state} began: it is taken to have effect from the first day of {later.state}"
        return Claim(one.kind, later.state, one.text, one.date, one.column, note, later.day)

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
        if (ends and ends < day) or self._holders.on(row.state_id, day) != state:
            return []
        kind = _BINDING[last.kind]
        self._tally.notes[f"{state} continues {last.state}: has a {kind} on {day}"] += 1
        note = f"The source has one row for {last.state} and {state}, which continues it"
        return [Claim(kind, state, day, MessyDate(day, day, day), last.column, note)]


def _last_day(dated: list[_Dated]) -> str | None:
    """Return the day on which the time a row speaks of ends, None = no limit.

    It is that of `StateEnd`; where that lies before all else, the last of all.
    """
    ends = [one.date for one in dated if one.kind == CESSATION]
    if not ends or ends[0].latest is None:
        return None
    begins = min((one.date.earliest or "" for one in dated if one.kind != CESSATION), default="")
    return ends[0].latest if begins <= ends[0].latest else max(one.date.latest or "" for one in dated)


def _acts(make: Maker, rows: list[RowClaims], treaty: str, tally: Tally) -> Iterator[Record]:
    """Yield the acts that the rows of a State and a treaty claim: each event, then the claims that contest it."""
    for event in events(rows, tally):
        yield from make.act(_act(event.row, event.claim, treaty))
        head = str(make.acts)
        for row, claim in event.others:
            yield from make.act(_act(row, claim, treaty, contests=head))


def _act(row: RowClaims, claim: Claim, treaty: str, contests: str | None = None) -> Act:
    place = f"{row.state_id}, {row.treaty_id}, {claim.column}"
    stated = (claim.kind, claim.text, claim.date.edtf)
    return Act(row.line, treaty, claim.state, *stated, place, claim.note, contests, claim.effect)
