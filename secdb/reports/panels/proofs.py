"""The words behind the rows of panels, dyads and networks: those of the periods that touch the days of a row."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from secdb.reports.base import Source, sql
from secdb.reports.citing import sources_of
from secdb.reports.members import behind, sources
from secdb.reports.panels.cosigning import cosignatures
from secdb.reports.panels.standing import COUNTED, treaties_with_periods

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from secdb.database.reader import Register
    from secdb.reports.panels.dyads import DyadRow, DyadsAsked
    from secdb.reports.panels.network import Edge
    from secdb.reports.panels.panel import PanelAsked, PanelRow

Proofs = tuple[tuple[str, tuple[Source, ...]], ...]
"""What proves a row: whom or what by name, and the sources."""


class _Proved(NamedTuple):
    """A period, certain or possible, from its first day to before `end` (None = without limit), and what proves it."""

    first: str
    end: str
    sources: tuple[Source, ...]

    def meets(self, other: _Proved) -> bool:
        return max(self.first, other.first) < min(self.end, other.end)


def panel_proofs(register: Register, asked: PanelAsked) -> Callable[[PanelRow], Proofs]:
    """Return what gives the sources of a row of a panel: of all periods of the State that touch the year."""
    treaties = dict(asked.treaties)
    of = lru_cache(maxsize=1)(lambda treaty: _proved(register, treaty, asked.dataset))  # rows come treaty by treaty

    def proofs(row: PanelRow) -> Proofs:
        about = row.name if len(treaties) == 1 else f"{row.name} ({row.treaty})"
        return ((about, _touching(of(treaties[row.treaty]).get(row.state, ()), row.year)),)

    return proofs


def dyad_proofs(register: Register, asked: DyadsAsked) -> Callable[[DyadRow], Proofs]:
    """Return what gives the sources of a row of dyads: of the periods of each that count and touch the year."""
    found = _proved(register, asked.found.treaty, asked.dataset, asked.basis)

    def proofs(row: DyadRow) -> Proofs:
        sides = ((row.name_a, row.state_a), (row.name_b, row.state_b))
        return tuple((name, _touching(found.get(state, ()), row.year)) for name, state in sides)

    return proofs


def network_proofs(register: Register, about: Mapping[str, Any]) -> Callable[[Edge], Proofs]:
    """Return what gives the sources of a tie: of the periods, or signatures, of each State that make it.

    `about` is the envelope of the network.
    """
    first, last = (about.get("on") or about.get(key) for key in ("from", "to"))
    if about["by"] == "signature":
        return _signed(register, first, last)
    looked_at = _Proved(first or "", _after(last), ())
    by_treaty = [
        {state: [one for one in periods if one.meets(looked_at)] for state, periods in found.items()}
        for treaty in treaties_with_periods(register, about["dataset"])
        for found in [_proved(register, treaty, about["dataset"], about["basis"])]
    ]

    def proofs(row: Edge) -> Proofs:
        pairs = [(found.get(row.state_a, []), found.get(row.state_b, [])) for found in by_treaty]
        return (
            (row.name_a, _united(one.sources for a, b in pairs for one in a if any(map(one.meets, b)))),
            (row.name_b, _united(one.sources for a, b in pairs for one in b if any(map(one.meets, a)))),
        )

    return proofs


def _signed(register: Register, first: str | None, last: str | None) -> Callable[[Edge], Proofs]:
    rows = register.rows("SELECT x.signatory, x.statement, x.state FROM signatories AS x ORDER BY x.signatory")
    cited = sources_of(register, "signatory", (row["signatory"] for row in rows))
    words: dict[tuple[str, str], list[Source]] = {}
    for row in rows:
        words.setdefault((row["statement"], row["state"]), []).extend(cited.get(row["signatory"], ()))
    stood = list(cosignatures(register))

    def proofs(row: Edge) -> Proofs:
        shared = [
            statement
            for statement, states in stood
            if row.state_a in states
            and row.state_b in states
            and states[row.state_a].together(states[row.state_b]).within(first, last)
        ]
        sides = ((row.name_a, row.state_a), (row.name_b, row.state_b))
        return tuple((name, _united(words[one, state] for one in shared)) for name, state in sides)

    return proofs


def _proved(register: Register, treaty: str, dataset: str, basis: str | None = None) -> dict[str, list[_Proved]]:
    """Return the periods under a treaty by State, those that count on the basis; None = all."""
    proofs = sources(register, treaty, dataset)
    found: dict[str, list[_Proved]] = {}
    for row in register.rows(sql("periods"), treaty=treaty, dataset=dataset):
        if basis is None or row["status"] in COUNTED[basis]:
            one = _Proved(row["start_earliest"] or "", row["end_latest"] or _after(None), behind(row, proofs))
            found.setdefault(row["state"], []).append(one)
    return found


def _touching(periods: Iterable[_Proved], year: int) -> tuple[Source, ...]:
    looked_at = _Proved(f"{year:04}-01-01", _after(f"{year:04}-12-31"), ())
    return _united(one.sources for one in periods if one.meets(looked_at))


def _united(found: Iterable[Iterable[Source]]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for several in found for source in several))


def _after(day: str | None) -> str:
    """Return what sorts after a day and before the next; None = after every day."""
    return "~" if day is None else f"{day}~"


def each(proofs: Proofs) -> Iterator[Source]:
    """Yield the sources of a row, each once."""
    yield from _united(several for _, several in proofs)
