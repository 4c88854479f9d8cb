"""Codes of States in the schemes of other people's panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secdb.errors import UsageError
from secdb.reports.base import day, sql

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from secdb.database.reader import Register

SCHEMES = ("iso3", "cow", "gw", "m49", "iso2", "wikidata", "cowabb")


def codes(
    register: Register, schemes: Iterable[str], on: str | dt.date | None = None
) -> Mapping[str, Mapping[str, str]]:
    """Return by State, then by scheme, the code valid on a day (a year means its last day); the latest one for None.

    Where it is not certain which code was valid the likelier one counts: one certain to have begun, then the later.
    States and schemes without a code have no entry. Raises UsageError for a scheme that is none, DateError.
    """
    wanted = require_schemes(schemes)
    found: dict[str, dict[str, str]] = {}
    for row in register.rows(sql("codes"), on=day(on), every=int(on is None)):
        if row["scheme"] in wanted:
            found.setdefault(row["state"], {}).setdefault(row["scheme"], row["code"])
    return found


def require_schemes(names: Iterable[str]) -> list[str]:
    """Return the schemes, each once, in any case. Raises UsageError for one that is none."""
    schemes = list(dict.fromkeys(name.strip().casefold() for name in names if name.strip()))
    for scheme in schemes:
        if scheme not in SCHEMES:
            raise UsageError(f"there are no codes {scheme[:20]!r}; there are: {', '.join(SCHEMES)}")
    return schemes
