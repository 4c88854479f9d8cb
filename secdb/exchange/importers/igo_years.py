"""The rows of a COW IGO state-year file, held a byte for each cell: by State and year, whatever their order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from secdb.exchange.importers.base import Reject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.exchange.importers.base import Tally
    from secdb.exchange.importers.states import States

KEYS = ("ccode", "year", "state")
GONE, NO, FULL, ASSOCIATE, OBSERVER, MISSING = range(6)
"""The codes of cells as they are held: the organization does not exist, no member, three sorts of member, missing."""

_CODES = {"-1": GONE, "0": NO, "1": FULL, "2": ASSOCIATE, "3": OBSERVER, "-9": MISSING}
_CELLS = _CODES | {f"{text}.0": code for text, code in _CODES.items()}
_EXISTS = bytes([0]) + bytes([1]) * 255  # for bytes.translate: 0 for GONE alone
_LAST_YEAR = 9999


class YearRow(NamedTuple):
    """A row: where it stands, its COW number, its cells as one byte each."""

    line: int
    ccode: str
    codes: bytes


@dataclass(slots=True)
class Years:
    """The rows by State and year, and in which years which organizations existed (a number, a byte for each)."""

    file: str
    header: list[str]
    states: States
    histories: dict[str, dict[int, YearRow]] = field(default_factory=dict)
    existed: dict[int, int] = field(default_factory=dict)

    @property
    def columns(self) -> list[str]:
        """Return the names of the organizations' columns."""
        return self.header[len(KEYS) :]

    @property
    def last_year(self) -> int:
        """Return the last year with a row."""
        return max(self.existed, default=0)

    def existed_to(self) -> list[int]:
        """Return the last year of each organization: the last that any row does not code -1; 0 for one without."""
        last = [0] * len(self.columns)
        for year in sorted(self.existed):
            flags = self.existed[year].to_bytes(len(last))
            last = [year if flag else known for flag, known in zip(flags, last, strict=True)]
        return last

    def read(self, rows: Iterator[tuple[int, list[str]]], tally: Tally) -> Iterator[Reject]:
        """Take the rows in and count them; yield those that cannot be taken."""
        for line, cells in rows:
            reason = self._take(line, cells, tally)
            if reason:
                tally.rejected += 1
                yield Reject(self.file, line, dict(zip(self.header, cells, strict=False)), reason)
            else:
                tally.read += 1

    def _take(self, line: int, cells: list[str], tally: Tally) -> str:
        """Take a row in; return what is wrong with it, nothing when it is taken."""
        if len(cells) != len(self.header):
            return f"{len(cells)} values under {len(self.header)} columns"
        ccode, year = _number(cells[0]), _number(cells[1])
        if ccode is None or year is None or not 0 < year < _LAST_YEAR:
            return f"no COW number and year: {cells[0]!r}, {cells[1]!r}"
        try:
            codes = bytes([_CELLS[cell] for cell in cells[len(KEYS) :]])
        except KeyError as error:
            column = self.header[cells.index(error.args[0], len(KEYS))]
            return f"{column}: {error.args[0]!r} is none of the codes 0, 1, 2, 3, -9, -1"
        self.existed[year] = self.existed.get(year, 0) | int.from_bytes(codes.translate(_EXISTS))
        state = self._state(str(ccode), year)
        if state is None:
            missed = tally.elsewhen if self.states.is_code("cow", str(ccode)) else tally.unknown
            missed[f"{ccode} {cells[2]}"] += 1
            return f"the authority list has no State with the COW number {ccode} in {year}"
        row = YearRow(line, str(ccode), codes)
        first = self.histories.setdefault(state, {}).setdefault(year, row)
        return "" if first is row else f"a second row of {state} in {year}; the first is in line {first.line}"

    def _state(self, ccode: str, year: int) -> str | None:
        """Return the State that had the number at the end of the year, or else at its beginning."""
        for day in (f"{year:04d}-12-31", f"{year:04d}-01-01"):
            if found := self.states.by_code("cow", ccode, day):
                return found
        return None


def _number(text: str) -> int | None:
    """Return the whole number of a cell such as `704` or `704.0`; None for anything else."""
    whole = text.removesuffix(".0")
    return int(whole) if whole.isascii() and whole.isdigit() else None
