"""Reports with as many States as a test wants, in all sorts of doubt."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from secdb.reports.base import Report
from secdb.reports.charts.background import Background, Name, opening_acts
from secdb.reports.charts.style import STATUSES
from secdb.reports.timeline import Spell

LAND = ("Abland", "Borduria", "Ruritania and Greater Strackenz with all its Dependencies beyond the Sea", "San Marcos")
STATUS = [*STATUSES, None]


def spell(  # noqa: PLR0913 - a period
    state: str,
    status: str,
    bounds: str,
    opened: str = "accession",
    closed: str | None = None,
    *,
    acts: tuple[int | None, int | None] = (None, None),
) -> Spell:
    """Return a period; `bounds` are the four days with blanks between, `-` for none, `acts` the numbers of the two."""
    a, b, c, d = (None if day == "-" else day for day in bounds.split())
    return Spell(state, f"State {state}", status, a, b, c, d, opened, closed, "acts", (), *acts)


def timeline_of(spells: list[Spell], **about: Any) -> Report[Spell]:  # noqa: ANN401
    envelope = {"treaty": "x", "title": "A Treaty", "from": None, "to": None, "dataset": "register", "revision": 3}
    return Report("timeline", envelope | about, tuple(spells))


Period = tuple[str, tuple[str, str, str, str], str, str | None]


def timeline(states: int) -> tuple[Report[Spell], Background]:
    """Return a timeline whose periods begin, end, are suspended, renamed and doubted in turn."""
    spells, names = [], {}
    for number in range(states):
        code, year = f"S{number:03d}", 1950 + number * 7 % 60
        name = f"Republic of {LAND[number % 4]} {number}"
        for status, bounds, opened, closed in _periods(number % 4, year):
            a, b, c, d = (day or None for day in bounds)
            spells.append(Spell(code, name, status, a, b, c, d, opened, closed, "acts", ()))
        if number % 3 == 0:
            names[code] = [
                Name(f"Kingdom of {LAND[(number + 1) % 4]}", None, "1980-01-01"),
                Name(name, "1980-01-01", None),
            ]
    title = "Convention on a Great Many Things Agreed Between a Great Many States, and on Some that Were Not Agreed"
    report = timeline_of(spells, title=title)
    return report, Background(opening_acts(report).acts, names)


def _periods(sort: int, year: int) -> list[Period]:
    day = f"{year}-03-01"
    later, last = f"{year + 1}-02-01", f"{year + 9}-12-31"
    sorts: list[list[Period]] = [
        [("signatory", (day, day, later, later), "signature", "ratification"),
         ("party", (later, later, "", ""), "ratification", None)],
        [("party", (f"{year}-01-01", f"{year + 3}-12-31", last, last), "accession", "withdrawal")],
        [("party", (day, day, last, last), "accession", "suspension"),
         ("suspended", (last, last, "", ""), "suspension", None)],
        [("contracting", ("", day, later, last), "ratification", "entry_into_force"),
         ("party", (later, last, last, ""), "entry_into_force", None)],
    ]  # fmt: skip
    return sorts[sort]


def matrix(states: int, treaties: int) -> Report[Any]:
    """Return a matrix with every status, certain and not, and cells without any."""
    codes = [
        f"treaty-{number}" if number % 5 else f"convention-on-the-conservation-of-all-things-{number}"
        for number in range(treaties)
    ]
    rows = tuple(
        SimpleNamespace(
            state=f"S{row:03d}",
            name=f"Republic of {LAND[row % 4]} {row}",
            cells={
                code: SimpleNamespace(status=status, certain=bool((row + column) % 3))
                for column, code in enumerate(codes)
                if (status := STATUS[(row * 3 + column) % len(STATUS)])
            },
        )
        for row in range(states)
    )
    return Report("matrix", {"treaties": codes, "on": "2015-12-31", "basis": "signed", "revision": 3}, rows)


def network(states: int) -> Report[Any]:
    """Return ties of each State to the four after it, one of them only possible."""
    rows = tuple(
        SimpleNamespace(
            state_a=f"S{one:03d}",
            state_b=f"S{(one + step) % states:03d}",
            name_a=f"Republic of {LAND[one % 4]} {one}",
            name_b=f"Republic of {LAND[(one + step) % states % 4]} {(one + step) % states}",
            weight=(4 - step) * (1 + one % 3),
            possible=1,
        )
        for one in range(states)
        for step in range(1, 5)
    )
    return Report("network", {"by": "membership", "on": "2015-12-31", "revision": 3}, rows)
