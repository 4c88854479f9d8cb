"""Which of several claims counts, and which of two records of a person stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.errors import RefusedError, UsageError
from secdb.models import Act, Base, Person, PersonName, Signatory, Tenure
from secdb.names import fold
from secdb.register.desk.desk import Entered
from secdb.register.desk.editing import touch
from secdb.register.rows.inserting import next_id
from secdb.vocabulary import NameForm, Rank

if TYPE_CHECKING:
    from secdb.register.desk.desk import Desk


def rank(desk: Desk, act: str, rank: str, reason: str) -> Entered:
    """Rank an act among the claims that contradict it; the reason is added to its note.

    Raises UsageError for a rank that is none, NotFoundError.
    """
    if rank not in list(Rank):
        raise UsageError(f"the rank is one of {', '.join(Rank)}, not {rank[:40]!r}")
    number = desk.names.id_of("act", act)
    stored = desk.connection.execute(sa.select(Act.rank, Act.note).where(Act.id == number)).one()
    if stored.rank == rank:
        return Entered("act", number, None, "unchanged")
    touch(desk, "act", number)
    added = f"Ranked {rank}: {reason}"
    note = f"{stored.note}; {added}" if stored.note else added
    desk.connection.execute(sa.update(Act).where(Act.id == number).values(rank=rank, note=note))
    return Entered("act", number, None, "changed")


def merge_persons(desk: Desk, gone: str, kept: str) -> list[Entered]:
    """Give all that is recorded of the person `gone` to the person `kept`, the names included, and remove `gone`.

    Raises RefusedError when both are the same person, NotFoundError, AmbiguousError.
    """
    from_, to = desk.names.id_of("person", gone), desk.names.id_of("person", kept)
    codes = desk.code_of("person", from_), desk.code_of("person", to)
    if from_ == to:
        raise RefusedError(f"{gone!r} and {kept!r} are the same person already: {codes[1]}")
    desk.doubt_about({"dataset": "register"})
    connection = desk.connection
    for table, column in ((Signatory, Signatory.person_id), (Tenure, Tenure.person_id), (Act, Act.signer_id)):
        connection.execute(sa.update(table).where(column == from_).values({column: to}))
    _move_names(connection, from_, to)
    connection.execute(sa.delete(Person).where(Person.id == from_))
    return [Entered("person", from_, codes[0], "removed"), Entered("person", to, codes[1], "changed")]


def _move_names(connection: sa.Connection, from_: int, to: int) -> None:
    """Make the names of one person names of the other, each once."""
    kept = connection.scalars(sa.select(Person.name).where(Person.id == to)).all()
    others = connection.scalars(sa.select(PersonName.name).where(PersonName.person_id == to)).all()
    known = {fold(name) for name in (*kept, *others)}
    own = connection.execute(sa.select(Person.name, Person.note).where(Person.id == from_)).one()
    variants = connection.execute(
        sa.select(PersonName.name, PersonName.language, PersonName.form).where(PersonName.person_id == from_)
    ).all()
    names = [(own.name, "en", NameForm.VARIANT), *((row.name, row.language, row.form) for row in variants)]
    connection.execute(sa.delete(PersonName).where(PersonName.person_id == from_))
    table = Base.metadata.tables["person_name"]
    for name, language, form in names:
        if fold(name) not in known:
            known.add(fold(name))
            values = {"id": next_id(connection, table), "person_id": to, "name": name}
            connection.execute(sa.insert(table).values(values | {"language": language, "form": form}))
    if own.note:
        note = connection.scalar(sa.select(Person.note).where(Person.id == to))
        merged = f"{note}; {own.note}" if note else own.note
        connection.execute(sa.update(Person).where(Person.id == to).values(note=merged))
