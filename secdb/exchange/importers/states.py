"""Which State a code meant on a day: the authority list, ready for as many questions as a source has rows.

A code of a scheme belongs to a State for a period; one without a period belongs to it for as long as the State exists.
Schemes are used for the past too (ISO 3166 begins in 1974, and sources write SUN in 1950). So where a code was nobody's
on the day, it means the State that had it at another time, if that State existed on the day. A State that another one
continues (succession of kind `continuation`: SUN by RUS, SCG by SRB) is meant by the code of the one that continues it:
they are one person of international law, and sources keep one row for both. Nothing else is taken for another: codes of
the heirs of a dissolved State mean nothing before them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from secdb.names import fold

if TYPE_CHECKING:
    from secdb.exchange.importers.messydates import MessyDate
    from secdb.lookup import Rows

_BOUNDS = "start_earliest, start_latest, end_earliest, end_latest"
_EXISTENCE = f"SELECT state, {_BOUNDS} FROM states"  # noqa: S608 - names of our own views
_CODES = f"SELECT state, scheme, code, valid, {_BOUNDS} FROM state_codes"  # noqa: S608 - names of our own views
_NAMES = f"SELECT state, name, {_BOUNDS} FROM state_names"  # noqa: S608 - names of our own views
_SCHEMES = ("state", "iso3", "cowabb")
_CONTINUED = "SELECT predecessor, successor, date_latest FROM state_successions WHERE kind = 'continuation'"


class Span(NamedTuple):
    """The days of a period as ISO text, half-open; None = without limit on that side (as in the views)."""

    start_earliest: str | None
    start_latest: str | None
    end_earliest: str | None
    end_latest: str | None

    def holds(self, day: str) -> bool:
        """Tell whether the period holds on that day, or may."""
        return (self.start_earliest is None or self.start_earliest <= day) and (
            self.end_latest is None or day < self.end_latest
        )

    def is_certain(self, day: str) -> bool:
        """Tell whether it certainly holds."""
        return (self.start_latest is None or self.start_latest <= day) and (
            self.end_earliest is None or day < self.end_earliest
        )


class States:
    """The States of a register by code or name, as of a day: ISO text of a whole day (`1991-12-25`)."""

    def __init__(self, register: Rows) -> None:
        self.register = register
        self._existence = {row["state"]: _span(row) for row in register.rows(_EXISTENCE)}
        continuations = register.rows(_CONTINUED)
        self._continued = {row["successor"]: row["predecessor"] for row in continuations}
        self._continuing = {row["predecessor"]: (row["successor"], row["date_latest"]) for row in continuations}
        self._holders: dict[tuple[str, str], list[tuple[str, Span]]] = {}
        for row in register.rows(_CODES):
            span = _span(row) if row["valid"] is not None else self._existence[row["state"]]
            self._holders.setdefault((row["scheme"], row["code"]), []).append((row["state"], span))
        self._named: dict[str, list[tuple[str, Span]]] | None = None

    def by_code(self, scheme: str, code: str, day: str) -> str | None:
        """Return the State that had the code in the scheme on that day; None when the authority list knows none.

        Schemes are those of the view `state_codes` (`cow`, `cowabb`, `iso3` ...), and `state`, the register's own.
        """
        if scheme == "state":
            return self.existing(code, day)
        held = self._holders.get((scheme, code), [])
        valid = [one for one in held if one[1].holds(day)]
        if valid:
            return max(valid, key=lambda one: one[1].is_certain(day))[0]
        at_other_times = {self.existing(state, day) for state, _ in held} - {None}
        return at_other_times.pop() if len(at_other_times) == 1 else None

    def by_name(self, name: str, day: str) -> str | None:
        """Return the State that a list drawn up today calls by that name; None when none, or more than one, has it.

        Names count as they do at the prompt: whatever their case, accents and articles, and the one a State has now
        before one it had. The day tells only which of several former bearers is meant (Yugoslavia: YUG, then SCG).
        """
        held = self._names().get(fold(name), [])
        now = {state for state, span in held if span.end_earliest is None}
        if not now and len({state for state, _ in held}) > 1:
            held = [one for one in held if one[1].holds(day)]
        found = now or {state for state, _ in held}
        return found.pop() if len(found) == 1 else None

    def is_code(self, scheme: str, code: str) -> bool:
        """Tell whether the code is a State's in the scheme on any day."""
        return code in self._existence if scheme == "state" else (scheme, code) in self._holders

    def existing(self, state: str, day: str) -> str | None:
        """Return the State itself if it existed on that day (or may have), else the one it continues that did."""
        found: str | None = state
        while found is not None and not self.existed(found, day):
            found = self._continued.get(found)
        return found

    def _names(self) -> dict[str, list[tuple[str, Span]]]:
        """Return the States by folded name, each with the days on which it had it; read when first asked for."""
        if self._named is None:
            self._named = {}
            for row in self.register.rows(_NAMES):
                self._named.setdefault(fold(row["name"]), []).append((row["state"], _span(row)))
        return self._named

    def existed(self, state: str, day: str) -> bool:
        """Tell whether the State existed on that day, or may have."""
        span = self._existence.get(state)
        return span is not None and span.holds(day)

    def began(self, state: str) -> str | None:
        """Return the first day on which the State may have existed; None where no limit is known."""
        return self._existence[state].start_earliest

    def beginning(self, state: str) -> str | None:
        """Return the first day of the State, or the days between which it lies, as EDTF; None where none is known."""
        first, last = self._existence[state].start_earliest, self._existence[state].start_latest
        return first if first == last else f"[{first or ''}..{last or ''}]"

    def first_days(self, scheme: str, code: str) -> set[str]:
        """Return the first days, as far as they are known, of the States of that code and of those they continue."""
        holders = [code] if scheme == "state" else [state for state, _ in self._holders.get((scheme, code), ())]
        found: set[str] = set()
        for state in holders:
            one: str | None = state
            while one is not None and one in self._existence:
                found.add(self.began(one) or "")
                one = self._continued.get(one)
        return found - {""}

    def continued_by(self, state: str) -> tuple[str, str] | None:
        """Return the State that continues this one, and its first day as such; None when none does."""
        return self._continuing.get(state)


class Beginning(NamedTuple):
    """A State and its first day, as EDTF."""

    state: str
    day: str


class Holders:
    """The States by the codes of the source: a State's own, else an ISO code of the time, else a COW abbreviation."""

    def __init__(self, states: States) -> None:
        self._states = states

    def is_known(self, code: str) -> bool:
        """Tell whether the code is a State's on any day."""
        return any(self._states.is_code(scheme, code) for scheme in _SCHEMES)

    def on(self, code: str, day: str) -> str | None:
        """Return the State of that code on a day."""
        states = self._states
        found = states.existing(code, day) or states.by_code("iso3", code, day)
        if found or states.is_code("state", code) or states.is_code("iso3", code):
            return found
        return states.by_code("cowabb", code, day)

    def within(self, code: str, date: MessyDate) -> str | None:
        """Return the State that had the code on the last day of the date, or on its first."""
        for day in (date.latest, date.earliest):
            if day and (found := self.on(code, day)):
                return found
        return None

    def next(self, code: str, date: MessyDate, until: str | None) -> Beginning | None:
        """Return the first State to have the code after a date; None when none has it before the day `until`."""
        days = {day for scheme in _SCHEMES for day in self._states.first_days(scheme, code)}
        for day in sorted(days):
            if date.latest and date.latest < day and (until is None or day < until) and (state := self.on(code, day)):
                return Beginning(state, self._states.beginning(state) or day)
        return None


def _span(row: dict[str, str | None]) -> Span:
    return Span(*(row[name] for name in Span._fields))
