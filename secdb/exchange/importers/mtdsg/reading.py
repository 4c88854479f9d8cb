"""From a row of a status table to acts, and to the cells not read with the reason; every cell is counted once."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from secdb.exchange.importers.mtdsg.cells import is_blank, is_marks, read_cell, read_participant, spoken_names
from secdb.vocabulary import ActKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secdb.exchange.importers.base import Tally
    from secdb.exchange.importers.mtdsg.cells import Dated, Participant
    from secdb.exchange.importers.mtdsg.headings import Heading, Meaning
    from secdb.exchange.importers.mtdsg.tables import Line
    from secdb.exchange.importers.states import States

NOT_A_STATE = "the participant is not a State: an act needs one"
UNKNOWN_STATE = "the authority list has no State of this name, or more than one"
NO_NAME = "no participant stands beside it"
NOT_A_DATE = "not understood: a date, or several, with a letter and footnote marks was looked for"

NO_DATE = "a footnote mark without a date: what the footnote says is not in the table"

_IN_BRACKETS = "in brackets in the table: the participant had withdrawn when it was drawn up"
_CEASED = "the table has brackets around it; on which day it withdrew only a footnote says"
_CONTINUED = "dated before {1} began: done by {0}, which it continues"
_BEFORE = "dated before the State began: the act of a predecessor, which the table gives under this name"

# Words in the names of participants that are no States; asked only where no State has the name.
_BODIES = re.compile(
    r"\b(?:union|communit(?:y|ies)|organi[sz]ation|council|commission|agency|authority|bank|fund|market|association"
    r"|conference|committee|institute|league|centre|court|tribunal|programme|university|united nations|interpol"
    r"|corporation|secretariat|office|system|group)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Act:
    """An act as the table gives it: `text` is what is printed there, of the cell under `heading`, or of the name."""

    kind: ActKind
    state: str
    edtf: str
    text: str
    heading: str | None
    note: str | None


class Unread(NamedTuple):
    """A cell, or with `heading` None a whole row, that gave no act."""

    text: str
    heading: str | None
    reason: str


class _UnreadError(Exception):
    """Why a cell gives no act."""


class _Given(NamedTuple):
    """An act of a cell with the date it was read from."""

    act: Act
    dated: Dated
    is_bracketed: bool


class Reader:
    """Reads rows, of all tables of an import one after the other; counts in `tally`."""

    def __init__(self, states: States, tally: Tally) -> None:
        self._states = states
        self._tally = tally

    def read(self, line: Line, headings: Sequence[Heading], as_at: str | None) -> Iterator[Act | Unread]:
        """Yield the acts and the unread cells of a row, in its order; `as_at` is the day of the table, ISO text."""
        if line.fault:
            yield from self._faulty(line, len(headings))
            return
        if not headings:
            self._tally.notes["participants in a table without any column of acts: nothing there to read"] += 1
        participant = read_participant(line.participant)
        given: list[_Given] = []
        for heading, text in zip(headings, line.cells, strict=True):
            if is_blank(text):
                self._tally.blank += 1
                continue
            try:
                acts = [self._given(participant, heading, text, dated) for dated in _dates(text)]
            except _UnreadError as error:
                self._tally.rejected += 1
                yield Unread(text, heading.text, str(error))
                continue
            self._tally.read += 1
            given += acts
            yield from (one.act for one in acts)
        yield from self._ceased(line, given, as_at)

    def _faulty(self, line: Line, width: int) -> Iterator[Unread]:
        """Yield a row that has not as many cells as the table has columns; one of blanks alone is nothing."""
        if not all(is_blank(cell) for cell in (line.participant, *line.cells)):
            self._tally.rejected += width
            yield Unread("; ".join(line.cells), None, line.fault or "")

    def _given(self, participant: Participant, heading: Heading, text: str, dated: Dated) -> _Given:
        """Return the act of one date. Raises _UnreadError."""
        meaning, kind = _meaning(heading, dated)
        day = str(dated.date.earliest)
        state = self._state(participant.name, day)
        is_bracketed = dated.is_bracketed or participant.is_bracketed
        notes = [*_notes(meaning, participant, dated), *self._about_state(state, day)]
        if meaning.is_doubtful:
            self._tally.notes[f"dates recorded as {kind.value}: {meaning.label}"] += 1
        if is_bracketed:
            self._tally.notes["dates in brackets, or of a participant in brackets: it has withdrawn since"] += 1
            notes.insert(0, _IN_BRACKETS)
        return _Given(Act(kind, state, dated.date.edtf, text, heading.text, _sentences(notes)), dated, is_bracketed)

    def _state(self, name: str, day: str) -> str:
        """Return the State's code. Raises _UnreadError."""
        if not name:
            raise _UnreadError(NO_NAME)
        for spoken in spoken_names(name):
            if found := self._states.by_name(spoken, day):
                return found
        if _BODIES.search(name):
            self._tally.notes[f"cells of a participant that is not a State: {name}"] += 1
            raise _UnreadError(NOT_A_STATE)
        self._tally.unknown[name] += 1
        raise _UnreadError(UNKNOWN_STATE)

    def _about_state(self, state: str, day: str) -> list[str]:
        """Return a note where the State did not exist on the day."""
        existing = self._states.existing(state, day)
        if existing == state:
            return []
        if existing is None:
            self._tally.notes[f"acts dated before the State began, of a predecessor not named: {state}"] += 1
            return [_BEFORE]
        self._tally.notes[f"acts of {existing}, recorded for {state}, which continues it and is printed"] += 1
        return [_CONTINUED.format(existing, state)]

    def _ceased(self, line: Line, given: list[_Given], as_at: str | None) -> Iterator[Act]:
        """Yield the end that brackets tell of: after the acts in them, before the next one and the day of the table."""
        bracketed = [one for one in given if one.is_bracketed and one.act.kind is not ActKind.DECLARATION]
        if not bracketed:
            return
        last = max(bracketed, key=_day)
        first_day = _day(last) + dt.timedelta(days=1)
        ends = [_day(one) - dt.timedelta(days=1) for one in given if not one.is_bracketed]
        ends += [dt.date.fromisoformat(as_at)] if as_at else []
        last_day = min((day for day in ends if day >= first_day), default=None)
        edtf = f"[{first_day}..{last_day or ''}]"
        text = line.participant if "[" in line.participant else last.act.text
        heading = None if text == line.participant else last.act.heading
        yield Act(ActKind.CESSATION, last.act.state, edtf, text, heading, _sentences([_CEASED]))


def _dates(text: str) -> tuple[Dated, ...]:
    dates = read_cell(text)
    if not dates and is_marks(text):
        raise _UnreadError(NO_DATE)
    if not dates:
        raise _UnreadError(NOT_A_DATE)
    return dates


def _meaning(heading: Heading, dated: Dated) -> tuple[Meaning, ActKind]:
    """Return what the heading makes of the date, and the act. Raises _UnreadError."""
    found = heading.meaning(dated.letter)
    if found is None:
        what = f"the letter {dated.letter!r}" if dated.letter else "a date without a letter"
        raise _UnreadError(f"the heading does not say what {what} means")
    if found.kind is None:
        raise _UnreadError(f"what the heading names is no act known here, or one of several: {found.label}")
    return found, found.kind


def _notes(meaning: Meaning, participant: Participant, dated: Dated) -> list[str]:
    """Return what a reader should know of the words and footnote marks."""
    notes = [] if meaning.is_plain else [f"in the words of the table: {meaning.label}"]
    if participant.marks:
        notes.append(f"footnote marks at the name: {', '.join(participant.marks)}")
    if dated.marks:
        notes.append(f"footnote marks at the date: {', '.join(dated.marks)}")
    return notes


def _sentences(notes: list[str]) -> str | None:
    return "; ".join(notes) or None


def _day(given: _Given) -> dt.date:
    """Return the last day a date may be."""
    return given.dated.date.latest or dt.date.max
