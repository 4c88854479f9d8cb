"""The parts of records (names, signatories, symbols ...) and the citations that prove them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.errors import SecdbError
from secdb.models import TARGETS, Base
from secdb.register.desk.placing import key_of, on_record
from secdb.register.quoting.quoting import find_quotation
from secdb.register.rows.inserting import insert, next_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from secdb.register.desk.desk import Desk
    from secdb.register.entry.records import Record
    from secdb.register.rows.problems import Problem

    Extent = tuple[int, int, int]


def attach(desk: Desk, records: Sequence[Record], problems: list[Problem]) -> None:
    """Write the parts and citations of records that have their ids; what is on record already is left as it is."""
    form = records[0].form if records else None
    for name, part in form.parts.items() if form else ():
        parts = [one for record in records for one in _with_parent(record, name, part.parent)]
        if parts:
            _write_parts(desk, parts, part.parent, problems)
            cite(desk, parts, problems)
    cite(desk, records, problems)


def _with_parent(record: Record, name: str, parent: str) -> Iterable[Record]:
    for one in record.parts.get(name, ()):
        one.values[parent] = record.values["id"]
        yield one


def _write_parts(desk: Desk, parts: Sequence[Record], parent: str, problems: list[Problem]) -> None:
    known = on_record(desk.connection, parts)
    for place, row in known.items():
        parts[place].values["id"] = row.id
        if getattr(row, parent) != parts[place].values[parent]:  # a symbol is one document's
            noun = parent.removesuffix("_id")
            other = desk.code_of(noun, getattr(row, parent))
            problems.append(parts[place].entry.problem(f"is that of {noun} {other} already", "symbol"))
        _compare(desk, parts[place], row, parent, problems)
    new = _first_of_each((part for place, part in enumerate(parts) if place not in known), problems)
    table = parts[0].form.layout.table
    if new and "position" in table.c:
        give_positions(desk.connection, new, parent)
    for number, part in enumerate(new, next_id(desk.connection, table) if new else 0):
        part.values["id"] = number
        part.is_written = True
    if new and not problems:
        problems += insert(desk.connection, table, [(part.entry.place, part.values) for part in new])


def _compare(desk: Desk, part: Record, row: sa.Row[Any], parent: str, problems: list[Problem]) -> None:
    """Note where a State on a list is on record otherwise; other parts are nothing but their keys."""
    if part.form.table not in _LISTED:
        return
    noun = parent.removesuffix("_id")
    name = desk.code_of(noun, getattr(row, parent)) if noun == "statement" else getattr(row, parent)
    for column in sorted(part.stated):
        if (stored := getattr(row, column)) != part.values.get(column):
            field, has = column.removesuffix("_id"), "none" if stored is None else repr(str(stored))
            message = f"is on record with another {field} ({has}); change it with: secdb {noun} edit {name} --edit"
            problems.append(part.entry.problem(message, field))


_LISTED = frozenset({"signatory", "roster_entry"})


def _first_of_each(parts: Iterable[Record], problems: list[Problem]) -> list[Record]:
    """Return the parts without repetitions: an alias given twice is one name."""
    found: dict[object, Record] = {}
    for part in parts:
        first = found.setdefault(key_of(part), part)
        if part.form.table in _LISTED and part.values != first.values:
            problems.append(part.entry.problem("is given twice, not alike; give each its position in a draft", "state"))
    return list(found.values())


def give_positions(connection: sa.Connection, records: Sequence[Record], parent: str) -> None:
    """Number records that have no position, within each parent, after those on record."""
    table = records[0].form.layout.table
    parents = {record.values[parent] for record in records}
    column = table.c[parent]
    query = sa.select(column, sa.func.max(table.c.position)).where(column.in_(parents)).group_by(column)
    last = {row[0]: row[1] or 0 for row in connection.execute(query)}
    for record in records:
        position = record.values.get("position")
        last[record.values[parent]] = max(last.get(record.values[parent], 0), int(str(position or 0)))
    for record in records:
        if record.values.get("position") is None:
            last[record.values[parent]] += 1
            record.values["position"] = last[record.values[parent]]


def cite(desk: Desk, records: Sequence[Record], problems: list[Problem]) -> None:
    """Write the citations of records that have their ids; a quotation is looked up in the document's text."""
    citations = []
    for record in records:
        for one in record.citations:
            if "id" not in record.values:
                continue
            one.values.update(dict.fromkeys((f"{target}_id" for target in TARGETS), None))
            one.values[f"{record.form.table}_id"] = record.values["id"]
            find_words(desk, one, extent(desk, record), problems)
            citations.append(one)
    if not citations or problems:
        return
    known = on_record(desk.connection, citations)
    new = _first_of_each((one for place, one in enumerate(citations) if place not in known), problems)
    table = Base.metadata.tables["citation"]
    for number, one in enumerate(new, next_id(desk.connection, table)):
        one.values["id"] = number
        one.is_written = True
    problems += insert(desk.connection, table, [(one.entry.place, one.values) for one in new])


def check_words(desk: Desk, records: Sequence[Record], problems: list[Problem]) -> None:
    """Look the quotations up of records that will not be written: all that is wrong is told at once."""
    for record in records:
        for one in (record, *(part for parts in record.parts.values() for part in parts)):
            for citation in one.citations:
                speaker = record if record.form.table == "statement" else one
                find_words(desk, citation, extent(desk, speaker), problems)


def find_words(desk: Desk, citation: Record, within: Extent | None, problems: list[Problem]) -> None:
    """Put the offsets of a quotation, and its words exactly as the document has them, into its citation."""
    start = citation.values.get("start_char")
    citation.values |= {"start_char": None, "end_char": None}
    quotation = citation.values.get("quotation")
    document = int(str(citation.values["document_id"]))
    text = desk.text_of(document) if quotation else None
    if text is None or quotation is None:
        return
    if isinstance(start, int) and text.startswith(str(quotation), start):
        citation.values |= {"start_char": start, "end_char": start + len(str(quotation))}
        return
    occurrence = citation.entry.values.get("occurrence")
    try:
        number = int(str(occurrence)) if occurrence else None
        inside = within[1:] if within and within[0] == document else None
        code = desk.known_code("document", document)
        found = find_quotation(text, str(quotation), within=inside, occurrence=number, document=code)
    except ValueError:
        problems.append(citation.entry.problem("is not a whole number from 1", "occurrence"))
    except SecdbError as error:
        problems.append(citation.entry.problem(str(error), "quotation"))
    else:
        citation.values |= {"quotation": found.words, "start_char": found.start, "end_char": found.end}


def extent(desk: Desk, record: Record) -> Extent | None:
    """Return the document and offsets of the statement that a record is or belongs to, None if not known."""
    is_statement = record.form.table == "statement"
    number = record.values.get("id" if is_statement else "statement_id")
    if number is None:
        return None
    table = Base.metadata.tables["statement"]
    columns = (table.c.document_id, table.c.start_char, table.c.end_char)
    row = desk.connection.execute(sa.select(*columns).where(table.c.id == number)).one_or_none()
    found = tuple(row) if row else tuple(record.values.get(column.name) for column in columns)
    return None if None in found else found  # type: ignore[return-value]
