"""Which register is in use and what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.reports.base import Report, last_revision

if TYPE_CHECKING:
    from secdb.database.reader import Register

COUNTED = (
    "states",
    "persons",
    "treaties",
    "organizations",
    "acts",
    "memberships",
    "documents",
    "statements",
    "citations",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something to know about the register."""

    fact: str
    value: str | int | None


def info(register: Register, *, schema: str, program: str) -> Report[Fact]:
    """Return where the register is, its schema and program, counts by view, and the last revision."""
    last = register.rows("SELECT author, message, closed_at FROM revisions ORDER BY revision DESC LIMIT 1")
    facts = [
        Fact("database", register.location.shown),
        Fact("engine", "PostgreSQL" if register.location.path is None else "SQLite"),
        Fact("schema", schema),
        Fact("program", f"secdb {program}"),
        *(Fact(view, register.rows(f"SELECT COUNT(*) AS n FROM {view}")[0]["n"]) for view in COUNTED),  # noqa: S608 - names of views
        Fact("rosters", register.rows("SELECT COUNT(DISTINCT roster) AS n FROM rosters")[0]["n"]),
        Fact("revision", last_revision(register)),
        *(Fact(f"last {name.replace('_', ' ')}", last[0][name]) for name in ("author", "message", "closed_at") if last),
    ]
    return Report("info", {fact.fact.replace(" ", "_"): fact.value for fact in facts}, tuple(facts))
