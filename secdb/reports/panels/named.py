"""The names of States on many days, asked for once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secdb.database.reader import Register, Row

NAMES = """
SELECT state, name, start_earliest, start_latest, end_earliest, end_latest FROM state_names
WHERE language = 'en' AND form = 'short'
"""
LATEST = "SELECT state, state_name AS name FROM states"


class NamesOfTime:
    """The short names of States in English, each for the days on which it was borne; the rule is that of members.sql.

    A name that certainly holds goes before one that may, a later one before an earlier one; where none holds, the
    latest name there is stands in.
    """

    def __init__(self, register: Register) -> None:
        self._latest: dict[str, str] = {row["state"]: row["name"] for row in register.rows(LATEST)}
        self._borne: dict[str, list[Row]] = {}
        for row in sorted(register.rows(NAMES), key=lambda row: str(row["name"])):
            self._borne.setdefault(row["state"], []).append(row)

    def on(self, state: str, day: str) -> str:
        """Return the name on an ISO day."""
        held = [(standing, row) for row in self._borne.get(state, ()) if (standing := _holds(row, day))]
        if not held:
            return self._latest.get(state) or state
        best: str = max(held, key=lambda one: (one[0], one[1]["start_latest"] or ""))[1]["name"]
        return best

    def throughout(self, state: str, days: Sequence[str]) -> tuple[str, ...]:
        """Return the name on each of the days."""
        return tuple(self.on(state, day) for day in days)


def _holds(row: Row, day: str) -> int:
    """Return 2 if a name certainly holds on the day, 1 if it may, else 0."""
    start, end = row["start_latest"], row["end_earliest"]
    if start is not None and start <= day and (end is None or day < end):
        return 2
    start, end = row["start_earliest"], row["end_latest"]
    return int((start is None or start <= day) and (end is None or day < end))
