"""What is wrong with the data given: all of it, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from secdb.errors import SecdbError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SHOWN = 20
_QUOTED_LENGTH = 60


class Row(Protocol):
    """A row as a reader gives it: values by column, None for an empty one, and where it stands."""

    @property
    def file(self) -> str:
        """The file, as messages name it."""

    @property
    def line(self) -> int:
        """The line the row begins on, from 1."""

    @property
    def values(self) -> Mapping[str, str | None]:
        """The texts by column."""


class Place(NamedTuple):
    """A line of a file."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong; `column` None = the whole row, `value` None = nothing was given."""

    file: str
    line: int
    column: str | None
    value: str | None
    message: str

    def __str__(self) -> str:
        """Return `file:line: column 'value': message`; without a file what was typed is meant."""
        where = f"{self.file}:{self.line}: " if self.file else ""
        if self.column is not None:
            where += self.column + ("" if self.value is None else f" {_quoted(self.value)}") + ": "
        return f"{where}{self.message}"


class ProblemsError(SecdbError):
    """The data given break rules, so nothing of them was written; `problems` holds every one."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(dict.fromkeys(problems))
        if len(self.problems) == 1 and not self.problems[0].file:
            super().__init__(str(self.problems[0]))
            return
        more = len(self.problems) - _SHOWN
        lines = [str(problem) for problem in self.problems[:_SHOWN]] + ([f"and {more} more"] if more > 0 else [])
        counted = "1 problem" if len(self.problems) == 1 else f"{len(self.problems)} problems"
        super().__init__("\n  ".join([f"{counted} in the data; nothing was written", *lines]))


def _quoted(value: str) -> str:
    """Return the value in quotes, control characters escaped, cut after 60 characters."""
    return repr(value) if len(value) <= _QUOTED_LENGTH else f"{value[:_QUOTED_LENGTH]!r}..."
