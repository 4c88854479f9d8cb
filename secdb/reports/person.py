"""A person's offices and all they signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secdb.reports.showing import show

if TYPE_CHECKING:
    from secdb.database.reader import Register, Row
    from secdb.reports.base import Report


def person(register: Register, name: str, *, dataset: str | None = None) -> Report[Row]:
    """Return what a person signed; `about` has the record, `names` and `offices` (recorded and attested).

    `name` is any recorded one; `dataset`: whose offices, None = of all. As `secdb person show`.

    Raises NotFoundError, AmbiguousError.
    """
    return show(register, "person", name, dataset=dataset)
