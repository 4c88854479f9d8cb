"""All that a dossier tells, asked of the register through its reports."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from secdb import law
from secdb.lookup import FoundTreaty, find_dataset, find_treaty
from secdb.reports.base import Source, last_revision
from secdb.reports.changes import changes
from secdb.reports.citing import sources_of
from secdb.reports.dossier.asking import rows_of
from secdb.reports.dossier.days import Days, choose
from secdb.reports.dossier.statements import Concerned, Roster, rosters_of, statements_of
from secdb.reports.members import members, require_basis
from secdb.reports.membership import explain
from secdb.reports.panels.named import NamesOfTime
from secdb.reports.showing import show
from secdb.reports.timeline import Spell, timeline

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from secdb.database.reader import Register, Row
    from secdb.law.rules import Doubt
    from secdb.reports.base import Report
    from secdb.reports.changes import Change
    from secdb.reports.members import Member


@dataclass(frozen=True, slots=True)
class Claim:
    """An act as recorded, what the rule of derivation makes of it (None for one that nothing contradicts)."""

    row: Row
    name: str
    why: str | None
    sources: tuple[Source, ...]

    @property
    def event(self) -> int:
        """Return the number of the act that claims about the same event contest."""
        number: int = self.row["contests"] or self.row["act"]
        return number


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a dossier tells, and of what register."""

    found: FoundTreaty
    dataset: str
    basis: str
    revision: int
    hash: str | None
    treaty: Report[Row]
    relations: tuple[Row, ...]
    days: Days
    spells: tuple[Spell, ...]
    members: tuple[Report[Member], ...]
    changes: tuple[Report[Change], ...]
    claims: tuple[Claim, ...]
    doubts: tuple[Doubt, ...]
    doubted: Mapping[str, tuple[Source, ...]]
    rosters: tuple[Roster, ...]
    statements: tuple[Concerned, ...]
    names: NamesOfTime


def gather(register: Register, treaty: str, *, on: Iterable[str | dt.date], basis: str, dataset: str) -> Gathered:
    """Return all that a dossier tells. Raises DateError, NotFoundError, AmbiguousError, UsageError."""
    basis = require_basis(basis)
    found = find_treaty(register, treaty)
    dataset = find_dataset(register, dataset)
    days = choose(register, found.treaty, dataset, basis, on)
    names = NamesOfTime(register)
    own = show(register, "treaty", found.treaty)
    claims = _claims(register, found.treaty, dataset, names)
    rosters = rosters_of(register, found.treaty, dataset, names)
    cited = [*own.about["sources"], *(source for claim in claims for source in claim.sources)]
    doubts = tuple(law.doubts(register, dataset=dataset, treaty=found.treaty))
    revision = last_revision(register)
    return Gathered(
        found=found,
        dataset=dataset,
        basis=basis,
        revision=revision,
        hash=_hash(register, revision),
        treaty=own,
        relations=tuple(rows_of(register, "relations", treaty=found.treaty)),
        days=days,
        spells=timeline(register, found.asked, dataset=dataset).rows,
        members=tuple(members(register, found.asked, one, basis=basis, dataset=dataset) for one in days.chosen),
        changes=tuple(
            changes(register, found.asked, *pair, basis=basis, dataset=dataset) for pair in pairwise(days.chosen)
        ),
        claims=claims,
        doubts=doubts,
        doubted=_doubted(register, doubts),
        rosters=rosters,
        statements=statements_of(register, cited, rosters),
        names=names,
    )


def _hash(register: Register, revision: int) -> str | None:
    rows = register.rows("SELECT hash FROM revisions WHERE revision = :revision", revision=revision)
    return rows[0]["hash"] if rows else None


def _claims(register: Register, treaty: str, dataset: str, names: NamesOfTime) -> tuple[Claim, ...]:
    rows = sorted(rows_of(register, "acts", treaty=treaty, dataset=dataset), key=_begins)
    proofs = sources_of(register, "act", (row["act"] for row in rows))
    contested = {row["contests"] for row in rows}
    doubtful = {
        row["state"] for row in rows if row["contests"] or row["act"] in contested or row["rank"] == "deprecated"
    }
    why: dict[int, str] = {}
    for state in sorted(doubtful - {None}):
        told = explain(register, treaty, state, dataset=dataset).rows
        why |= {claim.number: claim.why for claim in told if claim.record == "act"}
    return tuple(Claim(row, _named(row, names), why.get(row["act"]), proofs.get(row["act"], ())) for row in rows)


def _named(row: Row, names: NamesOfTime) -> str:
    if row["state"] is None:
        return "All parties"
    return names.on(row["state"], _begins(row) or "9999-12-31")


def _begins(row: Row) -> str:
    """Return the first day on which an act may have effect, the last one where that is not known, else nothing."""
    found = (row[name] for name in ("effect_earliest", "date_earliest", "effect_latest", "date_latest") if row[name])
    return next(found, "")


def _doubted(register: Register, doubts: Iterable[Doubt]) -> dict[str, tuple[Source, ...]]:
    """Return the sources of the records that are in doubt, as `act:12` or `roster:3`; a citation is its own."""
    keys: dict[str, list[int]] = {}
    for doubt in doubts:
        kind, _, key = doubt.record.partition(":")
        keys.setdefault(kind, []).append(int(key))
    found: dict[str, tuple[Source, ...]] = {}
    for one in keys.pop("citation", ()):
        found[f"citation:{one}"] = tuple(Source(**row) for row in rows_of(register, "citation", citation=one))
    for kind, numbers in keys.items():
        found |= {f"{kind}:{number}": sources for number, sources in sources_of(register, kind, numbers).items()}
    return found
