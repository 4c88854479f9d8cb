"""The codes of States in other schemes on many days, each day asked for once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secdb.reports.codes import codes, require_schemes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from secdb.database.reader import Register

Codes = tuple[str | None, ...]


class CodesOfTime:
    """The codes of States in the schemes, in the order asked for. Raises UsageError for a scheme that is none."""

    def __init__(self, register: Register, schemes: Iterable[str]) -> None:
        self.schemes = tuple(require_schemes(schemes))
        self._register = register
        self._none = (None,) * len(self.schemes)
        self._by_day: dict[str, dict[str, Codes]] = {}
        self._once: dict[Codes, Codes] = {}  # codes rarely change: two hundred years share what they can

    def of(self, state: str, day: str) -> Codes:
        """Return a State's codes on an ISO day, None where it has none."""
        if day not in self._by_day:
            self._by_day[day] = {one: self._row(held) for one, held in codes(self._register, self.schemes, day).items()}
        return self._by_day[day].get(state, self._none)

    def _row(self, held: Mapping[str, str]) -> Codes:
        found = tuple(held.get(scheme) for scheme in self.schemes)
        return self._once.setdefault(found, found)
