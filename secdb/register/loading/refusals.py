"""What becomes of rows that cannot be taken: each is told with its place, its values and the reason."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import TracebackType

    from secdb.register.rows.problems import Problem

_SPOOLED = 1 << 20  # bytes held before there is a file
_GROUPS = 1_000  # kinds of reasons told apart
_VARYING = re.compile(r"'[^']*'|\b[A-Z]{2,}\b|\S*\d\S*")  # what differs between rows that have the same fault
_LEFT_OUT = "…"


class Refusals(Protocol):
    """Where refused rows go."""

    @property
    def count(self) -> int:
        """How many problems there have been, those of rows that only follow from others left out."""

    def add(self, problem: Problem, cells: Mapping[str, str | None]) -> None:
        """Take a problem of a row."""

    def follow(self, problem: Problem, cells: Mapping[str, str | None]) -> None:
        """Take a row that is sound but refers to one that is refused."""


class Listed:
    """Problems in a list, for data of which none is written when there is one."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    @property
    def count(self) -> int:
        """How many problems there have been."""
        return len(self.problems)

    def add(self, problem: Problem, cells: Mapping[str, str | None]) -> None:  # noqa: ARG002
        """Keep a problem."""
        self.problems.append(problem)

    def follow(self, problem: Problem, cells: Mapping[str, str | None]) -> None:
        """Pass over what goes away with the problem it follows from."""


class Refused(NamedTuple):
    """A row that was refused: its place, all that is wrong with it, and its values by column."""

    file: str
    line: int
    reason: str
    cells: dict[str, str | None]


@dataclass(slots=True)
class Kind:
    """Rows refused for the same reason but for the values in it: how many, and the first of them."""

    count: int
    first: Refused


class Gathered:
    """Refused rows in a file of the program's own, and what kinds of them there are; a context manager."""

    def __init__(self) -> None:
        self.count = 0
        self.kinds: dict[str, Kind] = {}
        self.columns: dict[str, None] = {}
        """The columns that any of the rows has, in the order in which they were met."""
        self._places: set[int] = set()
        self._file: Any = SpooledTemporaryFile(_SPOOLED, "w+", encoding="utf-8")  # noqa: SIM115 - closed by `__exit__`
        self._last: Refused | None = None

    def add(self, problem: Problem, cells: Mapping[str, str | None]) -> None:
        """Take a problem of a row."""
        self.count += 1
        self._take(problem, cells)

    def follow(self, problem: Problem, cells: Mapping[str, str | None]) -> None:
        """Take a row that is sound but refers to one that is refused; what stands with that one is passed over."""
        if hash((problem.file, problem.line)) not in self._places:
            self._take(problem, cells)

    @property
    def rows(self) -> int:
        """How many rows were refused: places in files."""
        return len(self._places)

    def __iter__(self) -> Iterator[Refused]:
        """Yield the rows in the order in which they were refused."""
        self._keep()
        self._file.seek(0)
        for line in self._file:
            yield Refused(*json.loads(line))

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Forget the rows."""
        self._file.close()

    def _take(self, problem: Problem, cells: Mapping[str, str | None]) -> None:
        """Take a row, or another fault of the one taken last."""
        reason = str(replace(problem, file=""))  # the place has columns of its own
        last = self._last
        if last is not None and last[:2] == (problem.file, problem.line):
            reasons = dict.fromkeys([*last.reason.split("; "), reason])
            self._last = last._replace(reason="; ".join(reasons), cells={**cells, **last.cells})
        else:
            self._keep()
            self._last = Refused(problem.file, problem.line, reason, dict(cells))
        self._places.add(hash((problem.file, problem.line)))
        self.columns |= dict.fromkeys(cells)

    def _keep(self) -> None:
        """Write the row taken last."""
        if self._last is None:
            return
        self._file.write(json.dumps(self._last) + "\n")
        reason = _VARYING.sub(_LEFT_OUT, self._last.reason)
        if reason in self.kinds:
            self.kinds[reason].count += 1
        elif len(self.kinds) < _GROUPS:
            self.kinds[reason] = Kind(1, self._last)
        self._last = None

    def finish(self) -> None:
        """Count the row taken last too."""
        self._keep()
