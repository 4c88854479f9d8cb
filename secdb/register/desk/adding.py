"""Adding records from entries: one by one or ten thousand, all of them or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secdb.errors import DateError
from secdb.register.desk.attaching import attach, check_words, give_positions
from secdb.register.desk.contradicting import Claims
from secdb.register.desk.desk import Entered
from secdb.register.desk.placing import key_of, on_record
from secdb.register.entry.codes import MADE, give_code
from secdb.register.entry.forms import NOUNS, form_of
from secdb.register.entry.records import RecordReader, require_no_problems
from secdb.register.entry.shorthand import split
from secdb.register.loading.references import FAILED
from secdb.register.rows.inserting import insert, next_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from secdb.register.desk.desk import Desk
    from secdb.register.entry.entries import Entry
    from secdb.register.entry.records import Record
    from secdb.register.rows.problems import Problem


def add(desk: Desk, entries: Sequence[Entry]) -> list[Entered]:
    """Write entries as new records, a noun after those it may refer to; return what became of each.

    A record that is on record already with the same values is left as it is, and gets the parts and citations that it
    lacks. Raises ProblemsError with everything wrong; the transaction must then be rolled back.
    """
    problems: list[Problem] = []
    entered: list[Entered] = []
    spelled_out = [one for entry in entries for one in _split(entry, problems)]
    for noun in NOUNS:
        batch = [entry for entry in spelled_out if entry.noun == noun]
        # a treaty may amend one entered just before it
        for group in [[one] for one in batch] if noun == "treaty" else [batch] if batch else []:
            entered += _add_batch(desk, noun, group, problems)
    require_no_problems(problems)
    return entered


def _split(entry: Entry, problems: list[Problem]) -> tuple[Entry, ...]:
    """Return the entries that one stands for, none when that is a problem."""
    try:
        return split(entry)
    except DateError as error:
        problems.append(entry.problem(str(error), "to"))
        return ()


def _add_batch(desk: Desk, noun: str, batch: Sequence[Entry], problems: list[Problem]) -> list[Entered]:
    """Write the entries of one noun unless there has been a problem."""
    records = _distinct(_read(desk, batch, problems), problems)
    known = on_record(desk.connection, records)
    for place, row in known.items():
        _compare(records[place], row, problems)
        records[place].values["id"] = row.id
    new = [record for place, record in enumerate(records) if place not in known]
    _name(desk, noun, new, problems)
    if noun == "act":
        Claims(desk.connection, new).settle(problems)
    if problems:
        check_words(desk, records, problems)
    else:
        _touch(desk, noun, records)
        _write(desk, records, new, problems)
    return [_entered(noun, record, known.get(place)) for place, record in enumerate(records)]


def _read(desk: Desk, batch: Sequence[Entry], problems: list[Problem]) -> list[Record]:
    """Return the records of entries; one that has a problem can be referred to without another."""
    reader = RecordReader(desk.names)
    records = []
    for entry in batch:
        if record := reader.read(entry):
            records.append(record)
        elif isinstance(code := entry.values.get("code"), str) and code:
            desk.names.add(entry.noun, code, FAILED)
    problems += reader.problems
    return records


def _name(desk: Desk, noun: str, new: Sequence[Record], problems: list[Problem]) -> None:
    """Give new records their numbers, and a code to those that have none."""
    for number, record in enumerate(new, next_id(desk.connection, form_of(noun).layout.table) if new else 0):
        record.values["id"] = number
        code = record.values.get("code")
        if noun in MADE and not code and not problems:
            give_code(record, desk.names, lambda document: desk.code_of("document", document))
        elif code and "code" not in key_of(record)[0] and desk.names.known(noun, str(code)):
            message = f"is that of another {noun}; give another one, or change that {noun} with: "
            problems.append(record.entry.problem(f"{message}secdb {noun} edit {code!s}", "code"))
        if code := record.values.get("code"):
            desk.names.add(noun, str(code), number)


def _write(desk: Desk, records: Sequence[Record], new: Sequence[Record], problems: list[Problem]) -> None:
    if new:
        _give_positions(desk, new)
        table = new[0].form.layout.table
        problems += insert(desk.connection, table, [(record.entry.place, record.values) for record in new])
    if not problems:
        attach(desk, records, problems)


def _give_positions(desk: Desk, new: Sequence[Record]) -> None:
    if new[0].form.noun == "statement":
        give_positions(desk.connection, new, "document_id")
    if new[0].form.noun == "signatory":
        give_positions(desk.connection, new, "statement_id")


def _distinct(records: Sequence[Record], problems: list[Problem]) -> list[Record]:
    """Return the records but those that repeat an earlier one, which are problems."""
    first: dict[object, Record] = {}
    kept = []
    for record in records:
        earlier = first.setdefault(key_of(record), record)
        if earlier is record:
            kept.append(record)
        else:
            line = earlier.entry.place.line
            where = f"in line {line}" if line else "given before"
            # of what was typed at once only the States can be the same
            column = "state" if record.form.noun == "act" and not line else None
            problems.append(record.entry.problem(f"the same record as {where}", column))
    return kept


def _compare(record: Record, row: sa.Row[Any], problems: list[Problem]) -> None:
    """Note where an entry says otherwise than the record of the same key."""
    noun = record.form.noun
    if record.values.get("sha256") is not None and record.values["sha256"] == getattr(row, "sha256", None):
        return  # the same text is the same document, whatever it is called this time
    name = getattr(row, "code", None) or row.id
    for column in sorted(record.stated & set(row._mapping)):  # noqa: SLF001 - SQLAlchemy's name
        stored = getattr(row, column)
        if column not in {"code", "text"} and stored != record.values.get(column):
            field = column.removesuffix("_id").removesuffix("_edtf")
            has = "none" if stored is None else repr(str(stored))
            message = (
                f"{noun} {name} is on record with another {field} ({has}); change it with: secdb {noun} edit {name}"
            )
            problems.append(record.entry.problem(message, field))


def _touch(desk: Desk, noun: str, records: Sequence[Record]) -> None:
    """Let the desk look at what the records will change, before they do."""
    values = [record.values for record in records]
    if noun == "act":
        desk.touch((one["dataset_id"], one["treaty_id"], one.get("state_id")) for one in values)  # type: ignore[misc]
    elif noun == "roster":
        desk.touch((one["dataset_id"], one["treaty_id"], None) for one in values)  # type: ignore[misc]
    elif noun in {"statement", "signatory", "tenure"}:
        desk.doubt_about(*_office_scopes(desk, noun, values))


OFFICE_RULES = ("signatory-without-office", "overlapping-heads-of-state")
_FEW = 12  # parts of the register looked at one by one; of more the whole is


def _office_scopes(desk: Desk, noun: str, values: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return what new records can make doubtful: a tenure all of its State, a signature nothing but itself."""
    whole = {"dataset": "register", "rules": OFFICE_RULES}
    if noun == "tenure":
        parts = {("state", desk.known_code("state", one["state_id"])) for one in values}
    elif noun == "signatory":
        parts = {("statement", desk.known_code("statement", one["statement_id"])) for one in values}
    else:
        parts = {("statement", one.get("code") or desk.known_code("statement", one["id"])) for one in values}
    return [whole | {limit: code} for limit, code in sorted(parts)] if len(parts) <= _FEW else [whole]


def _entered(noun: str, record: Record, row: sa.Row[Any] | None) -> Entered:
    code = getattr(row, "code", None) or record.values.get("code")  # the same text may be on record by another code
    number = int(str(record.values.get("id", 0)))
    done = "added" if row is None else "changed" if record.has_grown else "unchanged"
    return Entered(noun, number, None if code is None else str(code), done)
