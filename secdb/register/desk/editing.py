"""Changing and removing records: only what the entry states, and only if nobody else has changed the record since."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.errors import RefusedError
from secdb.models import TARGETS, Base, Change
from secdb.register.desk.adding import OFFICE_RULES
from secdb.register.desk.attaching import attach, extent, find_words
from secdb.register.desk.completing import completed
from secdb.register.desk.desk import Entered
from secdb.register.desk.using import require_unused
from secdb.register.entry.forms import form_of
from secdb.register.entry.records import RecordReader, require_no_problems
from secdb.register.rows.inserting import REFUSALS

if TYPE_CHECKING:
    from secdb.register.desk.desk import Desk
    from secdb.register.entry.entries import Entry
    from secdb.register.entry.forms import Form
    from secdb.register.entry.records import Record
    from secdb.register.rows.problems import Problem

_NUMBER = re.compile("[0-9]{1,9}")


def edit(desk: Desk, entry: Entry) -> Entered:
    """Change the record that an entry names; the fields it does not state stay as they are.

    Parts without a number are added, those with one changed or taken off. Raises ProblemsError; RefusedError with both
    versions when the record was changed after the revision the entry has `seen`; NotFoundError, AmbiguousError.
    """
    form = form_of(entry.noun)
    if form.noun != form.table:
        require_no_problems([entry.problem(f"a {form.noun} is not on record itself; edit its {form.table}s", "edit")])
    number = desk.names.id_of(entry.noun, entry.edits or "")
    _require_unchanged(desk, entry, form, number)
    entry = completed(desk, entry, number)
    reader = RecordReader(desk.names)
    record = reader.read(entry)
    require_no_problems(reader.problems)
    if record is None:
        raise AssertionError("an entry without problems is a record")
    touch(desk, form.noun, number)
    changed = _update(desk, record, number)
    record.values["id"] = number
    changed = _edit_parts(desk, record) or changed
    problems: list[Problem] = []
    before = _changes(desk)
    _keep_new_parts(record)
    attach(desk, [record], problems)
    require_no_problems(problems)
    changed = changed or _changes(desk) > before
    return Entered(entry.noun, number, _code(desk, form, number), "changed" if changed else "unchanged")


def remove(desk: Desk, noun: str, name: str) -> Entered:
    """Take a record off with its parts and citations.

    Raises RefusedError, naming what refers to it, when other records do; NotFoundError, AmbiguousError.
    """
    form = form_of(noun)
    number = desk.names.id_of(noun, name)
    code = _code(desk, form, number)
    require_unused(desk, form, number, code or str(number))
    touch(desk, noun, number)
    for part in form.parts.values():
        table = Base.metadata.tables[part.form.table]
        for child in desk.connection.scalars(sa.select(table.c.id).where(table.c[part.parent] == number)).all():
            delete(desk, part.form.table, child)
    delete(desk, form.table, number)
    return Entered(noun, number, code, "removed")


def delete(desk: Desk, table_name: str, number: int) -> None:
    """Delete a row and the citations that prove it."""
    tables = Base.metadata.tables
    if table_name in TARGETS:
        citation = tables["citation"]
        desk.connection.execute(sa.delete(citation).where(citation.c[f"{table_name}_id"] == number))
    table = tables[table_name]
    desk.connection.execute(sa.delete(table).where(table.c.id == number))


def touch(desk: Desk, noun: str, number: int) -> None:
    """Let the desk look at the memberships that a record bears on, before it changes."""
    connection, tables = desk.connection, Base.metadata.tables
    if noun in {"act", "roster"}:
        table = tables[noun]
        columns = (table.c.dataset_id, table.c.treaty_id, table.c.state_id if noun == "act" else sa.null())
        row = connection.execute(sa.select(*columns).where(table.c.id == number)).one()
        desk.touch([(row[0], row[1], row[2])])
    elif noun in {"treaty", "state"}:
        period = tables["membership_period"]
        keys = sa.select(period.c.dataset_id, period.c.treaty_id, period.c.state_id).distinct()
        found = connection.execute(keys.where(period.c[f"{noun}_id"] == number)).all()
        desk.touch((row[0], row[1], row[2] if noun == "state" else None) for row in found)
    elif noun in {"statement", "signatory", "tenure"}:
        desk.doubt_about({"dataset": "register", "rules": OFFICE_RULES})


def _update(desk: Desk, record: Record, number: int) -> bool:
    """Write values that differ; return whether any did. Raises ProblemsError for what the database refuses."""
    table, values = record.form.layout.table, record.values
    names = [name for name in values if name != "id" and name in table.c]
    if not names:
        return False
    row = desk.connection.execute(sa.select(*(table.c[name] for name in names)).where(table.c.id == number)).one()
    changed = {name: values[name] for name, stored in zip(names, row, strict=True) if values[name] != stored}
    if changed:
        try:
            with desk.connection.begin_nested():
                desk.connection.execute(sa.update(table).where(table.c.id == number).values(changed))
        except REFUSALS as error:
            require_no_problems([record.entry.problem(_refusal(error, changed), *_refused(record, changed))])
    return bool(changed)


def _refusal(error: sa.exc.DBAPIError, changed: dict[str, Any]) -> str:
    """Return why the database did not take a change, in words where the rule is one that people meet."""
    reason = str(error.orig).partition("\n")[0]
    if "code" in changed and "UNIQUE" in reason.upper():
        return "is the code of another record; give another one"
    if "dated" in reason:
        return "an act has a date, or a date of effect; give one of them"
    return f"refused by the database: {reason}"


def _refused(record: Record, changed: dict[str, Any]) -> tuple[str, ...]:
    """Return the field that was refused, if only one can have been."""
    names = {re.sub("_(id|text|edtf|earliest|latest)$", "", name) for name in changed}
    return tuple(names) if len(names) == 1 and names <= set(record.form.keys) else ()


def _edit_parts(desk: Desk, record: Record) -> bool:
    """Change or take off the parts and citations that the entry names by number."""
    changed = False
    groups = [(part.form.table, part.parent, record.parts.get(name, [])) for name, part in record.form.parts.items()]
    groups.append(("citation", f"{record.form.table}_id", record.citations))
    for table_name, parent, parts in groups:
        for part in parts:
            if part.entry.edits is None:
                continue
            number = _own_part(desk, table_name, parent, record, part)
            if part.entry.remove:
                delete(desk, table_name, number)
                changed = True
            else:
                if table_name == "citation":
                    _requote(desk, record, part, number)
                changed = _update(desk, part, number) or changed
    return changed


def _requote(desk: Desk, record: Record, citation: Record, number: int) -> None:
    """Look up the words of a citation whose document or quotation is to change. Raises ProblemsError."""
    table = citation.form.layout.table
    row = desk.connection.execute(sa.select(table.c.document_id, table.c.quotation).where(table.c.id == number)).one()
    stored = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's name
    wanted = {name: citation.values.get(name, value) for name, value in stored.items()}
    if wanted == stored and not citation.entry.values.get("occurrence"):
        return
    citation.values |= wanted
    problems: list[Problem] = []
    find_words(desk, citation, extent(desk, record), problems)
    require_no_problems(problems)


def _own_part(desk: Desk, table_name: str, parent: str, record: Record, part: Record) -> int:
    """Return the id of a part of this very record."""
    table = Base.metadata.tables[table_name]
    text = part.entry.edits or ""
    query = sa.select(table.c.id).where(table.c.id == (int(text) if _NUMBER.fullmatch(text) else 0))
    number = desk.connection.scalar(query.where(table.c[parent] == record.values["id"]))
    if number is None:
        require_no_problems([part.entry.problem(f"this {record.form.noun} has no such part", "number", text)])
    return int(number or 0)


def _keep_new_parts(record: Record) -> None:
    """Leave in the record what is still to be written: parts and citations without a number."""
    record.parts = {name: [one for one in parts if not one.entry.edits] for name, parts in record.parts.items()}
    record.citations = [one for one in record.citations if not one.entry.edits]


def _changes(desk: Desk) -> int:
    return desk.connection.scalar(sa.select(sa.func.max(Change.id))) or 0


def _code(desk: Desk, form: Form, number: int) -> str | None:
    return desk.code_of(form.table, number) if form.layout.has_code else None


def _require_unchanged(desk: Desk, entry: Entry, form: Form, number: int) -> None:
    """Refuse an entry made from values that somebody has changed since, showing both versions; parts included."""
    if entry.seen is None:
        return
    told = {entry.edits: _changed_since(desk, entry, form.table, number, entry.seen)}
    tables = {name: part.form.table for name, part in form.parts.items()} | {"citations": "citation"}
    for name, parts in entry.parts.items():
        for part in parts:
            if part.edits and _NUMBER.fullmatch(part.edits):
                told[f"{name} {part.edits}"] = _changed_since(desk, part, tables[name], int(part.edits), entry.seen)
    changes = [(name, *change) for name, change in told.items() if change]
    if changes:
        said = "; ".join(f"{name}: {differ}" if name != entry.edits else differ for name, _, differ in changes)
        latest = max(change[1] for change in changes)
        raise RefusedError(
            f"{entry.noun} {entry.edits} was changed in revision {latest} since you began ({said}); look at it with: "
            f"secdb {entry.noun} show {entry.edits}; to change it all the same, write seen = {latest} in the draft"
        )


def _changed_since(desk: Desk, entry: Entry, table_name: str, number: int, seen: int) -> tuple[int, str] | None:
    """Return the last revision that changed a row after another one, and how the versions differ; None if none did."""
    later = sa.select(Change.revision_id, Change.old, Change.new).where(
        Change.table_name == table_name, Change.row_id == number, Change.revision_id > seen
    )
    rows = desk.connection.execute(later.order_by(Change.id)).all()
    if not rows:
        return None
    old, new = _parsed(rows[0].old) or {}, _parsed(rows[-1].new) or {}
    unsaid = ("_earliest", "_latest", "received")  # bytes are told by their hash
    names = [one.name for one in Base.metadata.tables[table_name].columns if one.name in new and one.name in old]
    differ = [name for name in names if old[name] != new[name] and not name.endswith(unsaid)]
    if new and not differ:  # changed and changed back
        return None
    told = "; ".join(f"{name}: {old[name]!r} when you began, {new[name]!r} now{_yours(entry, name)}" for name in differ)
    return rows[-1].revision_id, told or "removed"


def _yours(entry: Entry, column: str) -> str:
    given = entry.values.get(column.removesuffix("_id").removesuffix("_text"))
    return "" if given is None else f", {given!r} in yours"


def _parsed(stored: Any) -> dict[str, Any] | None:  # noqa: ANN401 - JSON
    """Return what a JSON column holds: text on SQLite, read already on PostgreSQL."""
    parsed: dict[str, Any] | None = json.loads(stored) if isinstance(stored, str) else stored
    return parsed
