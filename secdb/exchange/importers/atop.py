"""Alliance Treaty Obligations and Provisions (ATOP), member-level file (`atop5_1m.csv` and earlier ones).

The form: one row per alliance, member and phase of its membership. `atopid` is the number of the alliance, `member` the
COW number of the State; `yrent`, `moent`, `dayent` the day it entered, `yrexit`, `moexit`, `dayexit` the day it left; 0
is an unknown month or day. Other columns (what is promised) are not read, but for `ineffect`.

- An exit in the year 0 is "still in effect" **or** unknown. Where there is a column `ineffect` (1 = in effect at the
  end of the coverage) and it is 0, and where no State has the number at the end of 2018 any more (the German Democratic
  Republic), the membership ended at an unknown day from its entry to the end of 2018: it is certain on no day. Else
  it is open, and nothing is said after 2018 (`covers_to`).
- A member has several rows where the alliance was changed: each phase ends on the day the next begins, or the day
  before. Such rows are one membership, if the State is the same or continues the first. Rows with time between them
  are several.
- An entry in the year 0 is rejected. Where the month is not known, neither is the day. `.`, `NA` and an empty cell are
  0; numbers may have a decimal (`1955.0`), except that an `atopid` such as `3180.1` is another alliance.
- 365 is the Soviet Union to 1991, then the Russian Federation, in one row. Where another State continues the one that
  entered before the exit, it enters on its first day, and the exit is its own. Where the exit may lie before or after
  that day, either may have left: both have it, the later from its first day on, and are possible members. Nobody
  continues Yugoslavia, which has the number of Serbia: an exit is of the State that entered.

ATOP tells neither how a State entered nor how it left: acts are `participation` and `cessation`. There are no names of
alliances in this file: the treaty is `atop-` + `atopid`. All rows are held (some thousands), in any order.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from secdb.errors import DateError
from secdb.exchange.importers.base import Reject
from secdb.exchange.importers.making import Act, Maker
from secdb.exchange.importers.source import read_source, require_columns
from secdb.period import RecordedDate, parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from secdb.exchange.importers.base import Record, Tally
    from secdb.exchange.importers.making import Values
    from secdb.exchange.importers.states import States

TITLE = "Alliance Treaty Obligations and Provisions (ATOP), members"
DATASET = "atop"

_ENTRY, _EXIT = ("yrent", "moent", "dayent"), ("yrexit", "moexit", "dayexit")
_COLUMNS = ("atopid", "member", *_ENTRY, *_EXIT)
_LAST_DAY = "2018-12-31"
_NOTHING = frozenset({"", ".", "NA"})
_ABOUT: Values = {
    "title": TITLE,
    "authority": "The ATOP project, Rice University (B. A. Leeds)",
    "licence": "Free to use with citation: Leeds, Ritter, Mitchell and Long (2002)",
    "covers_from": "1815-01-01",
    "covers_to": _LAST_DAY,
    "url": "http://www.atopdata.org/",
    "note": "How a State entered or left an alliance is not told. A membership without an exit was in effect at the "
    "end of the coverage, or its end is not known",
}
_DOCUMENT: Values = {
    "title": "Alliance Treaty Obligations and Provisions (International Interactions 28: 237-260); member-level file",
    "date_text": "2002",
    "date_edtf": "2002",
    "language": "en",
    "publisher": "The ATOP project",
    "url": "https://doi.org/10.1080/03050620213653",
}


class _Phase(NamedTuple):
    """A row that was read: the State that entered; `left` None = no exit."""

    state: str
    entered: RecordedDate
    left: RecordedDate | None
    line: int


class _Cells(NamedTuple):
    """The cells of a row by column."""

    line: int
    by_column: dict[str, str]


def records(path: Path, states: States, dataset: str, tally: Tally) -> Iterator[Record | Reject]:
    """Yield the dataset, its document, the alliances, then each member's acts; see `Importer`.

    Raises PackageError when the file is not of this form.
    """
    make = Maker(path.name, dataset)
    phases: dict[tuple[str, str], list[_Phase]] = {}
    lines: dict[str, int] = {}
    with read_source(path) as (header, rows):
        require_columns(header, _COLUMNS, path, "a member-level file of ATOP")
        yield from make.opening(_ABOUT, _DOCUMENT)
        for line, cells in rows:
            reason = f"{len(cells)} values under {len(header)} columns" if len(cells) != len(header) else ""
            row = _Cells(line, dict(zip(header, cells, strict=False)))
            reason = reason or _take(phases, row, states, tally)
            if reason:
                tally.rejected += 1
                yield Reject(path.name, line, row.by_column, reason)
            else:
                tally.read += 1
                lines.setdefault(_alliance(row), line)
    for alliance, line in lines.items():
        yield make.record("treaty", {"code": _treaty(alliance), "title": f"Alliance {alliance} of ATOP"}, line)
    for (alliance, member), found in phases.items():
        for phase in _joined(found, states, tally):
            yield from _acts(make, states, alliance, member, phase)


def _take(phases: dict[tuple[str, str], list[_Phase]], row: _Cells, states: States, tally: Tally) -> str:
    """Take a row in; return what is wrong with it, nothing when it is taken."""
    alliance, member = _alliance(row), _whole(row.by_column["member"])
    if not alliance or member is None:
        return "no atopid, or no COW number of a member"
    try:
        entered, left = _date(row, _ENTRY), _date(row, _EXIT)
    except DateError as error:
        return str(error)
    if entered is None:
        return "no year of entry"
    if left is None:
        has_lasted = states.by_code("cow", member, _LAST_DAY) is not None
        left = _unknown_exit(row, entered, tally, has_lasted=has_lasted)
    elif left.latest and entered.earliest and left.latest < entered.earliest:
        return f"left ({left.text}) before it entered ({entered.text})"
    held = {day: _state(states, member, day) for day in (entered, left) if day}
    for day, one in held.items():
        if one is None:
            (tally.elsewhen if states.is_code("cow", member) else tally.unknown)[member] += 1
            return f"the authority list has no State with the COW number {member} on {day.edtf}"
    phase = _Phase(held[entered] or "", entered, left, row.line)
    phases.setdefault((alliance, member), []).append(phase)
    return ""


def _unknown_exit(row: _Cells, entered: RecordedDate, tally: Tally, *, has_lasted: bool) -> RecordedDate | None:
    """Return the days between which a membership without an exit ended; None where it did not, or may not have.

    `has_lasted`: some State had the number at the end of the coverage.
    """
    in_effect = _whole(row.by_column.get("ineffect", ""))
    if (in_effect == "0" or not has_lasted) and entered.edtf <= _LAST_DAY:
        why = "not in effect" if in_effect == "0" else "no State of the number"
        tally.notes[f"no exit, and {why} at the end of 2018: ended at an unknown day"] += 1
        return parse_date(f"[{entered.edtf}..{_LAST_DAY}]")
    if in_effect is None:
        tally.notes["no exit, and no column ineffect: taken for still in effect"] += 1
    return None


def _alliance(row: _Cells) -> str:
    """Return the number of the alliance as text: `1005` for `1005.0`, `3180.1` as it is."""
    text = row.by_column["atopid"].strip().lower()
    whole, _, rest = text.partition(".")
    return whole if not rest.strip("0") else text


def _treaty(alliance: str) -> str:
    return f"atop-{alliance}"


def _whole(text: str) -> str | None:
    """Return the digits of a whole number (`200`, `200.0`); None for anything else."""
    digits = text.strip().removesuffix(".0")
    return str(int(digits)) if digits.isascii() and digits.isdigit() else None


def _date(row: _Cells, columns: tuple[str, str, str]) -> RecordedDate | None:
    """Return the date in three cells, None where the year is 0. Raises DateError."""
    parts: list[int] = []
    for column in columns:
        text = row.by_column[column].strip()
        digits = "0" if text in _NOTHING else _whole(text)
        if digits is None:
            raise DateError(f"{column}: {text!r} is no number; write 0 for what is not known")
        parts.append(int(digits))
    year, month, day = parts
    if not year:
        return None
    text = f"{year:04d}"
    if month:
        text += f"-{month:02d}" + (f"-{day:02d}" if day else "")
    return parse_date(text)


def _joined(phases: list[_Phase], states: States, tally: Tally) -> list[_Phase]:
    """Return the memberships: phases in order of entry, those that follow each other at once as one."""
    joined: list[_Phase] = []
    for phase in sorted(phases, key=lambda one: (one.entered.earliest or date.min, one.entered.latest or date.max)):
        last = joined[-1] if joined else None
        if last is None or not (_follows_at_once(last, phase) and _is_one(states, last.state, phase.state)):
            joined.append(phase)
            continue
        tally.notes["phases that follow each other at once: one membership"] += 1
        left = None if last.left is None or phase.left is None else max(last.left, phase.left, key=_latest)
        joined[-1] = last._replace(left=left)
    return joined


def _follows_at_once(last: _Phase, phase: _Phase) -> bool:
    """Tell whether a phase begins by the day after the last one may have ended."""
    if last.left is None or last.left.latest is None or phase.entered.earliest is None:
        return True
    return phase.entered.earliest <= last.left.latest + timedelta(days=1)


def _is_one(states: States, state: str, later: str) -> bool:
    """Tell whether a State is the same as a later one, or is continued by it."""
    while state != later and (continued := states.continued_by(state)):
        state = continued[0]
    return state == later


def _latest(day: RecordedDate) -> date:
    return day.latest or date.max


class _Holder(NamedTuple):
    """A State that had the number during a membership: from which day as the one that continues another, None = not."""

    state: str
    since: str | None


def _acts(make: Maker, states: States, alliance: str, member: str, phase: _Phase) -> Iterator[Record]:
    """Yield a membership's entry, that of each State which continues the first before the exit, and the exit."""
    locator = f"atopid {alliance}, member {member}, yrent"
    stated = (phase.entered.text, phase.entered.edtf, locator)
    holders = _holders(states, member, phase)
    entry = Act(phase.line, _treaty(alliance), holders[0].state, "participation", *stated)
    yield from make.act(entry)
    for (before, _), (state, day) in pairwise(holders):
        note = f"The source has one row for {before} and {state}, which continues it"
        yield from make.act(entry._replace(state=state, text=day or "", edtf=day or "", note=note))
    exit_ = entry._replace(kind="cessation", locator=locator.replace("yrent", "yrexit"))
    for one in _exits(exit_, holders, phase.left):
        yield from make.act(one)


def _holders(states: States, member: str, phase: _Phase) -> list[_Holder]:
    """Return the State that entered, then those which continue it before the exit, or before it may have been."""
    holders = [_Holder(phase.state, None)]
    until = phase.left.latest.isoformat() if phase.left and phase.left.latest else None
    while continued := states.continued_by(holders[-1].state):
        successor, day = continued
        if (until and until < day) or states.by_code("cow", member, day) != successor:
            break
        holders.append(_Holder(successor, day))
    return holders


def _exits(exit_: Act, holders: list[_Holder], left: RecordedDate | None) -> Iterator[Act]:
    """Yield the exit of each State that may have been the one to leave, from its first day as that."""
    if left is None:
        return
    first, last = (day.isoformat() if day else "" for day in (left.earliest, left.latest))
    following = [*(one.since for one in holders[1:]), None]
    leaving = [one for one, next_ in zip(holders, following, strict=True) if next_ is None or first < next_]
    note = f"The exit of one of {', '.join(one.state for one in leaving)}: its day is not known"
    for state, since in leaving:
        edtf = left.edtf if since is None or since <= first else since if since == last else f"[{since}..{last}]"
        yield exit_._replace(state=state, text=left.text, edtf=edtf, note=note if len(leaving) > 1 else None)


def _state(states: States, member: str, day: RecordedDate) -> str | None:
    """Return the State that had the number on the last day of a date, or on its first."""
    for one in (day.latest, day.earliest):
        if one and (found := states.by_code("cow", member, one.isoformat())):
            return found
    return None
