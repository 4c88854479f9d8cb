"""The option `--codes`: columns with the codes of States in other schemes, beside every State that a report names."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Annotated

import typer

from secdb.errors import UsageError

from .cells import Columns, Row
from .text import note

Codes = Annotated[
    list[str] | None,
    typer.Option(
        "--codes",
        metavar="SCHEME",
        help="Add the codes of the day: iso3, cow, gw, m49, iso2, wikidata; more than one with commas.",
    ),
]
STATES = {"state": "", "state_a": "_a", "state_b": "_b"}  # columns of States, and how those of their codes end
_BY_PERIOD = ("start_latest", "start_earliest", "since_latest", "since_earliest", "date_latest", "date_earliest")
_OF_REPORT = ("to", "date_latest")


@dataclass
class _Asked:
    """The schemes asked for, and the register to ask."""

    schemes: list[str]
    database: str | None
    as_recorded: int | None
    known: dict[str | None, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)

    def on(self, days: Sequence[str | None]) -> None:
        """Look up the codes of the days."""
        from secdb.database.reader import open_register
        from secdb.reports.codes import codes

        with open_register(self.database, self.as_recorded) as register:
            for scheme in [] if self.known else self.schemes:
                if not register.rows("SELECT 1 FROM state_codes WHERE scheme = :scheme LIMIT 1", scheme=scheme):
                    note(f"The register has no codes of the scheme {scheme}.")
            for day in dict.fromkeys(days):
                if day not in self.known:
                    self.known[day] = codes(register, self.schemes, day)


_ASKED: ContextVar[_Asked | None] = ContextVar("_ASKED", default=None)


@contextmanager
def coding(names: Sequence[str] | None, database: str | None, as_recorded: int | None) -> Iterator[None]:
    """Add codes to the reports printed within; None = none. Raises UsageError for a scheme that is none."""
    asked = None
    if names:
        from secdb.reports.codes import require_schemes

        schemes = require_schemes(part for name in names for part in name.split(","))
        asked = _Asked(schemes, database, as_recorded) if schemes else None
    before = _ASKED.set(asked)
    try:
        yield
    finally:
        _ASKED.reset(before)


def refuse_codes() -> None:
    """Raise UsageError if codes are asked for: of what is no table."""
    if _ASKED.get() is not None:
        raise UsageError("a drawing has no columns for codes; ask for a table (--table, or -f csv)")


def coded(rows: Sequence[Row], about: Mapping[str, object]) -> Sequence[Row]:
    """Return the rows with the codes asked for after each State and its name. Raises UsageError where no State stands.

    The codes are those of the last day of the row's year, else of the report's day, else of the row's own beginning or
    date, else of the report's last day; where there is none of these, the latest.
    """
    asked = _ASKED.get()
    if asked is None or not rows:
        return rows
    if not any(key in row for row in rows for key in STATES):
        raise UsageError("no State stands in the rows of this report, so there are no codes to add; leave out --codes")
    days = [_day(row, about) for row in rows]
    asked.on(days)
    return [_with_codes(row, asked.schemes, asked.known[day]) for row, day in zip(rows, days, strict=True)]


def coded_columns(columns: Columns | None) -> Columns | None:
    """Return the columns a reader wants with those of the codes, and the State's before them if it is not there."""
    asked = _ASKED.get()
    if asked is None or columns is None:
        return columns
    headed = dict(columns) if isinstance(columns, Mapping) else {column: column for column in columns}
    if not headed.keys() & STATES.keys():
        headed = {"state": "state", **headed}
    wanted = _with_codes(headed, asked.schemes, {})
    return {key: headed.get(key, key) for key in wanted} if isinstance(columns, Mapping) else list(wanted)


def _with_codes(row: Row, schemes: Sequence[str], known: Mapping[str, Mapping[str, str]]) -> dict[str, object]:
    """Return the row with the codes of each State after its name, where it has one."""
    found: dict[str, object] = {}
    waiting: dict[str, object] = {}
    for key, value in row.items():
        if key in STATES:
            found |= waiting
            waiting = {f"{scheme}{STATES[key]}": known.get(str(value), {}).get(scheme) for scheme in schemes}
        elif not key.startswith("name"):
            found |= waiting
            waiting = {}
        found[key] = value
    return found | waiting


def _day(row: Row, about: Mapping[str, object]) -> str | None:
    if row.get("year") is not None:
        return f"{row['year']:04}-12-31"
    said = [about.get("on"), *(row.get(key) for key in _BY_PERIOD), *(about.get(key) for key in _OF_REPORT)]
    return next((str(day) for day in said if day), None)
