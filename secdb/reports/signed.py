"""The States that had signed a treaty and not consented to be bound by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.lookup import find_dataset
from secdb.reports.base import Report, Source, day, last_revision
from secdb.reports.coverage import coverage_of
from secdb.reports.matrix import asked_for, of_treaties, proofs_of
from secdb.reports.members import behind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from secdb.database.reader import Register


@dataclass(frozen=True, slots=True)
class Signed:
    """A State (name of the day) that had signed; `since` bounds its status, ISO days, inclusive.

    `status`: `signatory`, or `provisional` where it applied the treaty before consenting. `standing`: `certain`, or
    `possible` where it may not have signed yet or may have consented already.
    """

    state: str
    name: str
    treaty: str
    status: str
    standing: str
    since_earliest: str | None
    since_latest: str | None
    opened_by: str | None
    sources: tuple[Source, ...]


def signed_not_ratified(
    register: Register,
    treaties: Iterable[str] = (),
    on: str | dt.date | None = None,
    *,
    dataset: str = "register",
) -> Report[Signed]:
    """Return who had signed and not consented on a day, treaty by treaty; none named = all treaties of the dataset.

    Those count on the basis `signed` and not on the basis `consented` (`members`). `treaty` in a row is the code asked
    for. A day that the dataset does not cover has no rows, and None for counts. Raises DateError, NotFoundError,
    AmbiguousError.
    """
    on = day(on)
    dataset = find_dataset(register, dataset)
    asked = asked_for(register, treaties, dataset)
    coverage = coverage_of(register, dataset)
    is_covered = coverage.has(on)
    found = of_treaties(register, "signed_not_ratified", asked if is_covered else (), on=on, dataset=dataset)
    proofs = proofs_of(register, found, dataset)
    kept = [name for name in Signed.__dataclass_fields__ if name not in {"treaty", "sources"}]
    rows = tuple(
        Signed(
            **{name: row[name] for name in kept},
            treaty=asked[row["treaty"]][0],
            sources=behind(row | {"closed_by_act": None}, proofs[row["treaty"]]),
        )
        for row in found
    )
    standing = [row.standing for row in rows]
    about = {
        "treaties": [code for code, _ in asked.values()],
        "titles": dict(asked.values()),
        "on": on,
        "dataset": dataset,
        "revision": last_revision(register),
        "count": {word: standing.count(word) if is_covered else None for word in ("certain", "possible")},
        **coverage.about(on),
    }
    return Report("signed-not-ratified", about, rows)
