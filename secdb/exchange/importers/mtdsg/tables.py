"""A status table as read from either form, before its words are understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTICIPANT = "Participant"


@dataclass(frozen=True, slots=True)
class Line:
    """A row: where it begins, the participant and the cells as printed; `fault` = why it is none, `cells` then raw."""

    number: int
    participant: str
    cells: tuple[str, ...]
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What a source says of the treaty: `number` is chapter-treaty (`4-11-c`), the rest as printed, None = not said."""

    number: str
    title: str
    concluded: str | None = None
    place: str | None = None
    in_force: str | None = None
    registration: str | None = None
    url: str | None = None
    as_at: str | None = None
    """The day as of which the table is, ISO text."""
    notes: tuple[str, ...] = field(default=())
    is_not_in_force: bool = False
    """Whether it says that the treaty is not, or not yet, in force."""


@dataclass(frozen=True, slots=True)
class Part:
    """A table of participants: headings of the columns after theirs, and rows."""

    headings: tuple[str, ...]
    lines: Iterator[Line]


@dataclass(frozen=True, slots=True)
class StatusTable:
    """The status of one treaty: `file` as messages name it; a page may have more tables than one."""

    file: str
    about: About
    is_page: bool
    parts: tuple[Part, ...]


def is_participant(heading: str) -> bool:
    """Tell whether a first column is that of participants, footnote marks aside."""
    return heading.strip().rstrip(" ,*[]0123456789").casefold() in {"participant", "participants"}


def parted(number: int, cells: list[str], width: int) -> Line:
    """Return the row that begins on a line, at fault when it has not as many cells as the header."""
    values = "1 value" if len(cells) == 1 else f"{len(cells)} values"
    fault = None if len(cells) == width else f"{values} under {width} column{'s' if width > 1 else ''}"
    return Line(number, cells[0], tuple(cells[1:]), fault)
