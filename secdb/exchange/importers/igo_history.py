"""From the years of one State to its acts, with the bounds that `cow_igo` sets out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from secdb.exchange.importers.igo_years import ASSOCIATE, FULL, GONE, MISSING, OBSERVER, YearRow
from secdb.exchange.importers.making import Act

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from secdb.exchange.importers.base import Record, Tally
    from secdb.exchange.importers.making import Maker
    from secdb.exchange.importers.states import States

_KINDS = {FULL: "participation", ASSOCIATE: "associate_admission", OBSERVER: "observer_admission"}
_LEVELS = {OBSERVER: 1, ASSOCIATE: 2, FULL: 3}  # in the order of docs/derivation.md
_EXIT = "cessation"


class Target(NamedTuple):
    """A treaty to record acts under; `required`: only because the one that founds the organization requires it.

    `since` is the first day on which one can be a party to it; nothing = not known.
    """

    treaty: str
    required: bool
    since: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for all States: each column with its treaties, the last year of each and of the file."""

    make: Maker
    states: States
    tally: Tally
    columns: list[str]
    targets: list[list[Target]]
    existed_to: list[int]
    last_year: int


class _Known(NamedTuple):
    """What a column last said: the code, and the first and last year of it without a break but missing cells."""

    code: int
    first: int
    last: int

    @property
    def can_end_from(self) -> str:
        """Return the first day on which what was coded so may be over: never in the year in which it began."""
        return f"{self.last + 1:04d}-01-01" if self.first == self.last else f"{self.last:04d}-01-02"


class History:
    """Finds the acts in one State's rows."""

    def __init__(self, setting: Setting, state: str) -> None:
        self._setting = setting
        self._state = state
        self._known: dict[int, _Known] = {}
        self._row = YearRow(0, "", b"")
        self._year = 0

    def acts(self, history: Mapping[int, YearRow]) -> Iterator[Record]:
        """Yield the acts, year by year."""
        before = bytes([MISSING]) * len(self._setting.columns)
        for year in sorted(history):
            last, self._year, self._row = self._year, year, history[year]
            if self._row.codes != before:
                for index, (old, new) in enumerate(zip(before, self._row.codes, strict=True)):
                    if old != new:
                        yield from self._changed(index, old, new, last)
            before = self._row.codes
        yield from self._left_over(before)

    def _changed(self, index: int, old: int, new: int, last: int) -> Iterator[Record]:
        """Note that a column changed after the year `last`; yield the acts that follow."""
        if old != MISSING:
            self._known[index] = self._known[index]._replace(last=last)
        known = self._known.get(index)
        if new == MISSING or (known and known.code == new):
            return  # missing; or the same on both sides of missing cells
        self._known[index] = _Known(new, self._year, self._year)
        if known and known.code in _KINDS and self._is_over(index, known, new):
            yield from self._ends(index, known, new)
        if new in _KINDS:
            yield from self._begins(index, known, new)

    def _is_over(self, index: int, known: _Known, new: int) -> bool:
        """Tell whether the State's own end is to be recorded: not for a higher status, nor the organization's end.

        That is an end of the State's own too where it is not known to have been in until then.
        """
        if new in _KINDS:
            return _LEVELS[new] < _LEVELS[known.code]
        return new != GONE or known.last < self._setting.existed_to[index]

    def _ends(self, index: int, known: _Known, new: int) -> Iterator[Record]:
        date = between(known.can_end_from, f"{self._year:04d}-01-01")
        act = self._act(index, _EXIT, date, f"{known.last}-{self._year}")
        # at the end of the organization nothing is said of a treaty that it requires
        is_own = new != GONE or self._setting.existed_to[index] >= self._year
        yield from self._under_each(index, act, is_full=known.code == FULL and is_own)

    def _begins(self, index: int, known: _Known | None, new: int) -> Iterator[Record]:
        year = f"{self._year:04d}"
        if known and known.code in _KINDS and _LEVELS[new] < _LEVELS[known.code]:
            date = between(f"{year}-01-02", f"{year}-12-31")
        elif known:
            date = between(f"{known.last + 1:04d}", year)
        else:
            date = between(self._setting.states.began(self._state) or "", year)
        is_by_then = known is None or known.code == GONE
        act = self._act(index, _KINDS[new], date, year)
        yield from self._under_each(index, act, is_full=new == FULL, by=year if is_by_then else "")

    def _left_over(self, codes: bytes) -> Iterator[Record]:
        """Yield an end at an unknown day for what only missing cells follow, or no row though the State exists."""
        states, next_year = self._setting.states, f"{self._year + 1:04d}-12-31"
        has_stopped = self._year < self._setting.last_year and states.existed(self._state, next_year)
        for index, code in enumerate(codes):
            known = self._known.get(index)
            if not known or known.code not in _KINDS or not (has_stopped or code == MISSING):
                continue
            if code != MISSING:
                known = known._replace(last=self._year)
            self._setting.tally.notes["memberships of which nothing is said after a year: end unknown"] += 1
            act = self._act(index, _EXIT, f"[{known.can_end_from}..]", str(known.last))
            said = act._replace(note=f"Nothing is said after {known.last}")
            yield from self._under_each(index, said, is_full=known.code == FULL)

    def _act(self, index: int, kind: str, date: str, years: str) -> Act:
        row, column = self._row, self._setting.columns[index]
        return Act(row.line, "", self._state, kind, date, date, f"ccode {row.ccode}, {years}, {column}")

    def _under_each(self, index: int, act: Act, *, is_full: bool, by: str = "") -> Iterator[Record]:
        """Yield an act under each treaty of the column; under one that is required, not later than the year `by`.

        Observers and associates of an organization are nothing under a treaty that is required of its members.
        """
        for target in self._setting.targets[index]:
            if target.required and not is_full:
                continue
            edtf = act.edtf
            if target.required and by:
                edtf = between(target.since if target.since[:4] <= by else "", by)
            yield from self._setting.make.act(act._replace(treaty=target.treaty, text=edtf, edtf=edtf))


def between(earliest: str, latest: str) -> str:
    """Return the EDTF of a day from the one date to the other; nothing = no limit."""
    return latest if earliest == latest else f"[{earliest}..{latest}]"
