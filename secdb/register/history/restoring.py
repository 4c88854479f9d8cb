"""Steps back: rows put back from the log with raw SQL, so that they are exactly what they were."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa

from secdb.errors import RefusedError
from secdb.models import Base

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_DELETE = "DELETE FROM {table} WHERE id = :row_id"
_INSERT = "INSERT INTO {table} ({fields}) {source}"
_UPDATE = "UPDATE {table} SET ({fields}) = ({source}) WHERE id = :row_id"
# the inverse of to_jsonb, with which the triggers write the log
_POPULATED = "SELECT {fields} FROM jsonb_populate_record(CAST(NULL AS {table}), CAST(:row AS jsonb))"

State = dict[str, Any] | None
"""A row as the log has it; None = it is not there."""


class Step(NamedTuple):
    """What takes a row from what it is to what it was."""

    table: str
    row_id: int
    now: State
    wanted: State


def restore(connection: sa.Connection, steps: Sequence[Step]) -> None:
    """Take the steps in their order, or in another one where the database insists on that.

    Raises the IntegrityError of a step that no order makes possible, RefusedError when a row is not what the log says.
    """
    try:
        with connection.begin_nested():
            for step in steps:
                _take(connection, step)
    except sa.exc.IntegrityError:
        # PostgreSQL looks at references after a statement: what one statement removed it may have logged parent first
        _take_patiently(connection, steps)


def _take_patiently(connection: sa.Connection, steps: Sequence[Step]) -> None:
    """Take what can be taken, again and again; the steps of one row keep their order."""
    waiting = list(steps)
    while waiting:
        refused: list[Step] = []
        errors: list[sa.exc.IntegrityError] = []
        for step in waiting:
            if any(step.row_id == other.row_id and step.table == other.table for other in refused):
                refused.append(step)
            elif error := _refusal(connection, step):
                refused.append(step)
                errors.append(error)
        if len(refused) == len(waiting):
            raise errors[0]
        waiting = refused


def _refusal(connection: sa.Connection, step: Step) -> sa.exc.IntegrityError | None:
    try:
        with connection.begin_nested():
            _take(connection, step)
    except sa.exc.IntegrityError as error:
        return error
    return None


def _take(connection: sa.Connection, step: Step) -> None:
    statement, values = _statement(connection.dialect.name, step)
    if connection.execute(sa.text(statement), values).rowcount != 1:
        raise RefusedError(f"{step.table} {step.row_id} is not what the log says it is; see: secdb verify")


def _statement(dialect: str, step: Step) -> tuple[str, dict[str, Any]]:
    if step.wanted is None:
        return _DELETE.format(table=step.table), {"row_id": step.row_id}
    fields = _quoted(step.wanted)
    if dialect == "postgresql":
        values: dict[str, Any] = {"row": json.dumps(step.wanted)}
        source = _POPULATED.format(table=step.table, fields=fields)
    else:
        values = {f"value_{name}": _stored(step.table, name, value) for name, value in step.wanted.items()}
        source = f"SELECT {', '.join(_placeholder(step, name, values) for name in step.wanted)}"
    if step.now is not None:
        values["row_id"] = step.row_id
    statement = _INSERT if step.now is None else _UPDATE
    return statement.format(table=step.table, fields=fields, source=source), values


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _stored(table: str, name: str, value: object) -> object:
    """Return a value of the log as SQLite stores it; bytes stand in the log as PostgreSQL shows them."""
    if not isinstance(value, str):
        return value
    if _is_binary(table, name):
        return bytes.fromhex(value.removeprefix("\\x"))
    try:
        value.encode()
    except UnicodeEncodeError:  # an outside client stored what is no UTF-8
        return value.encode("utf-8", "surrogateescape")
    return value


def _placeholder(step: Step, name: str, values: Mapping[str, object]) -> str:
    bound = f"value_{name}"
    is_odd = isinstance(values[bound], bytes) and not _is_binary(step.table, name)
    return f"CAST(:{bound} AS TEXT)" if is_odd else f":{bound}"


def _is_binary(table: str, name: str) -> bool:
    return isinstance(Base.metadata.tables[table].columns[name].type, sa.LargeBinary)
