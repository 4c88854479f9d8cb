"""The authority list of States for reading letters: from an open register, or from the seeds."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

from secdb.intake.states import StateName, StateNames
from secdb.period import parse_period

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from secdb.lookup import Rows

_NAMES = "SELECT state, name, start_earliest, end_latest FROM state_names ORDER BY id"


def names_of_register(register: Rows) -> StateNames:
    """Return the list that a register holds."""
    return StateNames(
        StateName(row["state"], row["name"], _text(row["start_earliest"]), _text(row["end_latest"]))
        for row in register.rows(_NAMES)
    )


def names_of_seeds(folder: Path) -> StateNames:
    """Return the list of a seed package, for reading letters where there is no register."""
    with (folder / "state_name.csv").open(encoding="utf-8", newline="") as file:
        return StateNames(list(_from_table(csv.DictReader(file))))


def _from_table(rows: Iterable[dict[str, str]]) -> Iterable[StateName]:
    for row in rows:
        earliest, latest = _bounds(row["valid"])
        yield StateName(row["state"], row["name"], earliest, latest)


@cache
def _bounds(valid: str) -> tuple[str | None, str | None]:
    if not valid:
        return None, None
    period = parse_period(valid)
    return _text(period.start_earliest), _text(period.end_latest)


def _text(day: object) -> str | None:
    return None if day is None else str(day)
