"""The draft of a letter recorded: all of it in one revision, or nothing."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.errors import SecdbError
from secdb.models import Document, Person, Signatory, Statement
from secdb.register.desk.adding import add
from secdb.register.desk.desk import Entered
from secdb.register.letters.entries import LetterEntries, OnRecord
from secdb.register.letters.form import kept
from secdb.register.letters.linking.linking import link
from secdb.register.letters.making import Making
from secdb.register.letters.texts import give_text
from secdb.register.rows.problems import ProblemsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.register.desk.desk import Desk
    from secdb.register.entry.entries import Received
    from secdb.register.letters.form import LetterDraft, Table
    from secdb.register.letters.linking.linking import Linked
    from secdb.register.rows.problems import Problem

    _Known = tuple[int, str, str | None]

_KNOWN = sa.select(Document.id, Document.code, Document.sha256)


def record_letter(desk: Desk, draft: LetterDraft, text: str, received: Received | None = None) -> list[Entered]:
    """Write what a draft says, and return what became of each record.

    `text` is the letter's, `received` the file when it is not plain text. What of the letter is on record already is
    left as it is; another copy of a letter on record writes nothing; a document on record by its symbol alone gets the
    text. Raises ProblemsError with everything that keeps the draft from being recorded; the transaction must then be
    rolled back.
    """
    if problems := list(_misplaced(draft, text)):
        raise ProblemsError(problems)
    linked = link(desk.rows, _with_codes(desk, draft.tables), text)
    draft = replace(draft, tables=linked.tables)
    row = _same_text(desk, text) or _same_as(desk, draft)
    if row and row.sha256 not in {None, _digest(text)}:
        return [Entered("document", row.id, row.code, "unchanged")]
    if problems := [*(() if row else _likeness(draft, linked)), *_questions(draft)]:
        raise ProblemsError(sorted(problems, key=lambda problem: problem.line))
    making = Making(draft, text, lambda noun, code: desk.names.known(noun, code) is not None)
    made = LetterEntries(making, received, _on_record(desk, row.id, row.code) if row else None).entries()
    given: list[Entered] = []
    if row:
        if row.sha256 is None:
            give_text(desk, row.id, making, received)
        given = [Entered("document", row.id, row.code, "unchanged" if row.sha256 else "changed")]
    return [*given, *add(desk, made)]


def _with_codes(desk: Desk, tables: Table) -> Table:
    """Return the draft with the codes of States that are named otherwise; a name that is none stays to be told of."""
    tables = deepcopy(tables)

    def code(name: str | None) -> str | None:
        with suppress(SecdbError):
            return desk.known_code("state", desk.names.id_of("state", name)) if name else name
        return name

    parts = [one for key in ("statements", "rosters") for one in tables.get(key, ())]
    for part in parts:
        if "states" in part:
            part["states"] = [code(state) for state in part["states"]]
        for one in (one for key in ("signatories", "issuers", "entries") for one in part.get(key, ())):
            if "state" in one:
                one["state"] = code(one["state"])
    return tables


def _on_record(desk: Desk, number: int, code: str) -> OnRecord:
    """Return what a document has on record."""
    rows = (Statement.code, Statement.kind, Statement.start_char, Statement.date_edtf)
    statements = desk.connection.execute(sa.select(*rows).where(Statement.document_id == number).order_by(Statement.id))
    signed = (
        sa.select(Statement.code, Signatory.position, Person.code)
        .join(Statement, Statement.id == Signatory.statement_id)
        .join(Person, Person.id == Signatory.person_id)
        .where(Statement.document_id == number)
    )
    persons = {(row[0], row[1]): row[2] for row in desk.connection.execute(signed)}
    return OnRecord(code, tuple(tuple(row) for row in statements), persons)


def _same_text(desk: Desk, text: str) -> sa.Row[_Known] | None:
    """Return the document with the same text."""
    return desk.connection.execute(_KNOWN.where(Document.sha256 == _digest(text))).one_or_none()


def _same_as(desk: Desk, draft: LetterDraft) -> sa.Row[_Known] | None:
    """Return the document that the draft says to be the same letter. Raises NotFoundError, AmbiguousError."""
    said = draft.tables.get("document", {}).get("same_as")
    if not said:
        return None
    return desk.connection.execute(_KNOWN.where(Document.id == desk.names.id_of("document", said))).one()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _likeness(draft: LetterDraft, linked: Linked) -> Iterator[Problem]:
    """Yield the question whether the letter is another copy of one on record."""
    for copy in linked.copies[:1]:
        question = f"is this {copy.document}? {copy.shared:.0%} of the words are the same"
        yield draft.problem(
            ("document",), f'{question}; under [document] say same_as = "{copy.document}", or same_as = "" if it is not'
        )


def _questions(draft: LetterDraft) -> Iterator[Problem]:
    """Yield what only a person can answer: of which State, of which treaty."""
    for number, statement in kept(draft.tables, "statements"):
        if not statement.get("kind"):
            yield draft.problem(("statements", number, "kind"), "is required")
        yield from _unplaced(draft, number, statement)
        for part in ("signatories", "issuers"):
            for place, one in kept(statement, part):
                if not one.get("state"):
                    path = ("statements", number, part, place, "state")
                    yield draft.problem(path, "for which State? give its code, or skip = true", one.get("name"))
    for number, roster in kept(draft.tables, "rosters"):
        for key, question in (("treaty", "of which treaty or organization? give its code"), ("on", "of which day?")):
            if not roster.get(key):
                yield draft.problem(("rosters", number, key), f"{question}, or skip = true", roster.get("body"))


def _unplaced(draft: LetterDraft, number: int, statement: Table) -> Iterator[Problem]:
    """Yield the States of a statement under which others stand, and these do not."""
    told = {one.get("state") for part in ("signatories", "issuers") for one in statement.get(part, ())}
    for state in statement.get("states", ()) if told else ():
        if state not in told:
            question = "neither signs nor issues this; add it below as [[statements.issuers]], or take it out here"
            yield draft.problem(("statements", number, "states"), question, state)


def _misplaced(draft: LetterDraft, text: str) -> Iterator[Problem]:
    """Yield where the draft is not of this text: another hash, or offsets beyond its end."""
    said = draft.tables.get("text_sha256")
    if said and said != _digest(text):
        yield draft.problem(("text_sha256",), "the text is not the one that was read; take the letter in again")
        return
    for path, (start, end) in _offsets(draft.tables, ()):
        if not start < end <= len(text):
            yield draft.problem(path, f"characters {start} to {end} are not in the text, which has {len(text)}")


def _offsets(table: Table, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], tuple[int, int]]]:
    """Yield every stretch of text that a draft names, but for warnings, with its path."""
    if {"start_char", "end_char"} <= table.keys():
        yield (*path, "start_char"), (table["start_char"], table["end_char"])
    for name, span in table.get("spans", {}).items():
        for one in [span] if span and isinstance(span[0], int) else span:
            yield (*path, "spans", name), (one[0], one[1])
    for name in ("document", "statements", "signatories", "issuers", "rosters", "entries"):
        inner = table.get(name, ())
        for number, one in enumerate([inner] if isinstance(inner, dict) else inner):
            yield from _offsets(one, (*path, name, number))
