"""Entries as a person gives them, and a small register to write them to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.register.desk.adding import add
from secdb.register.desk.editing import edit, remove
from secdb.register.desk.writing import Outcome, carry_out
from secdb.register.entry.entries import Entry
from secdb.register.rows.problems import ProblemsError
from tests.register.samples import rows

if TYPE_CHECKING:
    import sqlalchemy as sa

    from secdb.register.entry.entries import Given

LETTER = "Letter of 2 May 2002.\n\nThe Parties met in Moscow.\nThe Parties signed.\n"


def entry(noun: str, *, edits: str | None = None, seen: int | None = None, **values: Given) -> Entry:
    """Return an entry; a field whose name Python keeps for itself has a `_` behind it."""
    return Entry(noun, {name.rstrip("_"): text for name, text in values.items()}, edits=edits, seen=seen)


def part(noun: str, *, edits: str | None = None, remove: bool = False, **values: str) -> Entry:
    return Entry(noun, values, edits=edits, remove=remove)


def entered(engine: sa.Engine, *entries: Entry, dry_run: bool = False) -> Outcome:
    """Add entries in a revision of their own."""
    return carry_out(engine, lambda desk: add(desk, entries), author="archivist", message="Add", dry_run=dry_run)


def edited(engine: sa.Engine, one: Entry) -> Outcome:
    return carry_out(engine, lambda desk: [edit(desk, one)], author="archivist", message="Edit")


def removed(engine: sa.Engine, noun: str, name: str) -> Outcome:
    return carry_out(engine, lambda desk: [remove(desk, noun, name)], author="archivist", message="Remove")


def done(outcome: Outcome) -> list[str]:
    return [f"{one.done} {one.noun} {one.name}" for one in outcome.entered]


def problems_of(engine: sa.Engine, *entries: Entry) -> list[str]:
    """Return what is wrong with entries, after seeing that nothing of them was written."""
    before = rows(engine, "SELECT max(id) FROM revision")
    write = entered if entries[0].edits is None else edited
    with pytest.raises(ProblemsError) as caught:
        write(engine, *entries)
    assert rows(engine, "SELECT max(id) FROM revision") == before
    return [str(problem) for problem in caught.value.problems]


BASE = (
    entry("dataset", code="register", title="The register"),
    entry("state", code="ARM", name="Armenia"),
    entry("state", code="BLR", name="Belarus"),
    entry("state", code="RUS", name="Russian Federation", alias="Russia"),
    entry("treaty", code="cst", title="Treaty on Collective Security", in_force="20 April 1994"),
    entry("person", name="Ivan Petrov"),
    entry("document", code="letter", title="Letter", kind="un_document", date="2002-05-02", text=LETTER, symbol="A/1"),
    entry("document", code="volume", title="Volume 12", kind="book"),
    entry("statement", code="speech", document="letter", kind="statement", title="On the talks", date="2002-05-01"),
)


def base(engine: sa.Engine) -> sa.Engine:
    """Write the small register as revision 1."""
    assert entered(engine, *BASE).number == 1
    return engine
