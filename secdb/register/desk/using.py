"""What refers to a record, named so that it can be looked at and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa

from secdb.errors import RefusedError
from secdb.models import TARGETS, Base

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secdb.register.desk.desk import Desk
    from secdb.register.entry.forms import Form

SHOWN = 5
"""Records that a refusal names."""

_LOOKED_AT = 4 * SHOWN  # rows of each table, to find as many records

# the record that a row is a part of, where it has no command of its own; never the side that is looked up
_OWNERS = {
    "signatory": ("statement_id",),
    "roster_entry": ("roster_id",),
    "treaty_relation": ("treaty_id", "related_id"),
    "state_name": ("state_id",),
    "state_succession": ("successor_id", "predecessor_id"),
}


class User(NamedTuple):
    """A row that refers to a record: its table, the noun and name that commands take, and what messages call it."""

    table: str
    noun: str
    name: str
    label: str


def require_unused(desk: Desk, form: Form, number: int, name: str) -> None:
    """Raise RefusedError if other records than its own parts and citations refer to a record, naming them."""
    counts: list[str] = []
    users: list[User] = []
    total = 0
    for column in _references(form):
        found = desk.connection.scalar(sa.select(sa.func.count()).where(column == number)) or 0
        if found:
            total += found
            counts.append(f"{found} {_counted(column.table.name, found)}")
            users += _users(desk, column, number)
    if users:
        labels = list(dict.fromkeys(one.label for one in users))[:SHOWN]
        shown = [one for one in users if one.label in labels]  # several rows may be of one record
        more = f" and {total - len(shown)} more" if total > len(shown) else ""
        raise RefusedError(
            f"{form.noun} {name} is in use by {', '.join(counts)}: {', '.join(labels)}{more}; "
            f"remove or change those first ({_advice(shown)})"
        )


def _references(form: Form) -> Iterator[sa.Column[int]]:
    """Yield the columns that refer to records of a form, besides those of their own parts and citations."""
    own = {(part.form.table, part.parent) for part in form.parts.values()} | {("membership_period", "*")}
    if form.noun != "document":
        own.add(("citation", f"{form.table}_id"))
    for table in Base.metadata.sorted_tables:
        for column in table.c:
            refers = any(key.column.table.name == form.table for key in column.foreign_keys)
            if refers and not {(table.name, column.name), (table.name, "*")} & own:
                yield column


def _users(desk: Desk, column: sa.Column[int], number: int) -> list[User]:
    """Return the first rows that refer to a record by a column."""
    query = sa.select(column.table).where(column == number).order_by(column.table.c.id).limit(_LOOKED_AT)
    return [_user(desk, column, dict(row)) for row in desk.connection.execute(query).mappings()]


def _user(desk: Desk, column: sa.Column[int], row: dict[str, int]) -> User:
    table = column.table.name
    if table == "citation":
        target = next(target for target in TARGETS if row[f"{target}_id"] is not None)
        proved = Base.metadata.tables[target]
        query = sa.select(proved).where(proved.c.id == row[f"{target}_id"])
        row = dict(desk.connection.execute(query).mappings().one())
        return _user(desk, proved.c.id, row)._replace(table="citation")
    if table not in _OWNERS:
        name = str(row["code"] if "code" in column.table.c else row["id"])
        return User(table, table, name, f"{table} {name}")
    owner = next(one for one in _OWNERS[table] if one != column.name)
    noun = next(key.column.table.name for key in column.table.c[owner].foreign_keys)
    name = str(row[owner]) if noun == "roster" else desk.code_of(noun, row[owner])
    label = f"signatory {row['id']} of {name}" if table == "signatory" else f"{noun} {name}"
    return User(table, noun, name, label)


def _advice(users: Sequence[User]) -> str:
    """Return the commands that change the first citation, and show the first other record."""
    cited = next((one for one in users if one.table == "citation"), None)
    other = next((one for one in users if one.table != "citation"), None)
    change = f"a citation in a draft: secdb {cited.noun} edit {cited.name} --edit" if cited else ""
    look = f"look with: secdb {other.noun} show {other.name}" if other else ""
    return "; ".join(filter(None, (change, look)))


def _counted(table_name: str, count: int) -> str:
    word = table_name.replace("_", " ")
    if count == 1:
        return word
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
