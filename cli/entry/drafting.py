"""Drafts of single records: filled in with an editor, and recorded."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from secdb.errors import RefusedError, SecdbError
from secdb.register.entry.entries import Given
from secdb.register.entry.forms import Form

from ..output.text import note
from .flow import Writing, at_terminal, write
from .giving import reading, with_file

if TYPE_CHECKING:
    from secdb.register.rows.problems import Problem

    from .editor import Edited

FAILED = {"e": "edit again", "k": "keep the draft", "d": "discard it"}


def draft(context: typer.Context, form: Form, values: Mapping[str, Given], writing: Writing) -> None:
    """Let a person fill in a draft of a new record, and record it."""
    from secdb.register.drafts.templates import write_draft
    from secdb.register.entry.stored import last_entered

    with reading(context) as connection:
        known = {**last_entered(connection, form.noun), **values}
    _fill_in(context, form.noun, write_draft(form, known, message=writing.message), writing)


def draft_of_record(
    context: typer.Context, form: Form, record: str, values: Mapping[str, Given], writing: Writing
) -> None:
    """Let a person change a record in a draft that has it as it stands, and record the changes."""
    from secdb.register.drafts.templates import write_draft
    from secdb.register.entry.stored import stored

    with reading(context) as connection:
        found = stored(connection, form.noun, record)
    text = write_draft(
        form,
        {**found.values, **values},
        parts=found.parts,
        edits=found.name,
        seen=found.seen,
        message=writing.message,
    )
    _fill_in(context, form.noun, text, writing)


def record_text(context: typer.Context, text: str, file: str, writing: Writing) -> None:
    """Record what a draft says in one revision. Raises ProblemsError, RefusedError and their like."""
    from secdb.register.desk.writing import enter
    from secdb.register.drafts.drafts import read_draft
    from secdb.register.rows.problems import Problem, ProblemsError

    said = read_draft(text, file)
    entries = [with_file(entry) for entry in said.entries]
    if not entries:
        raise ProblemsError([Problem(file, 1, None, None, "there is no record in it, such as [[act]]")])
    own = replace(writing, message=writing.message or said.message, author=writing.author or said.author)
    if own.message is None and not own.dry_run and any(entry.edits for entry in entries):
        where = next(entry.place.line for entry in entries if entry.edits)
        raise ProblemsError(
            [Problem(file, where, None, None, 'a correction needs a reason: message = "..." at the top')]
        )
    write(context, f"Record {Path(file).name}", lambda desk: enter(desk, entries), own)


def _fill_in(context: typer.Context, name: str, text: str, writing: Writing) -> None:
    """Open a draft in the editor until it is recorded or given up; nothing typed is lost unless that is wanted."""
    from secdb.register.drafts.marks import mark

    from .editor import edit_text

    edited = None
    while True:
        again = edit_text(text, name, edited)
        if again is None:
            place = f"; the draft is kept in {edited.path}" if edited else ""
            raise RefusedError(f"the draft was left as it was; nothing was written{place}")
        edited = again
        with _named_if_left(edited):
            try:
                record_text(context, edited.text, str(edited.path), writing)
            except SecdbError as error:
                text = mark(edited.text, _placed(error))
                _ask_again(edited, error, text)
            else:
                edited.discard()
                return


@contextmanager
def _named_if_left(edited: "Edited") -> "Iterator[None]":
    """Say where the draft is when the command ends without a word about it: interrupted, or the database failed."""
    try:
        yield
    except SecdbError:
        raise
    except BaseException:
        note(f"nothing was written; the draft is kept, record it with: secdb record {edited.path}")
        raise


def _ask_again(edited: "Edited", error: SecdbError, marked: str) -> None:
    """Tell what is wrong and ask whether to edit again; else raise what ends the command."""
    from .ask import choose

    for line in problems_of(error) or [str(error)]:
        note(line)
    chosen = choose("", FAILED) if at_terminal() else "k"
    if chosen == "e":
        return
    if chosen == "d":
        edited.discard()
        raise RefusedError("the draft was discarded; nothing was written")
    edited.path.write_text(marked, encoding="utf-8")
    raise RefusedError(f"nothing was written; the draft is kept, record it with: secdb record {edited.path}")


def problems_of(error: Exception) -> list[str]:
    """Return a line for each problem, in the order of the draft, which is named by its last part alone."""
    problems = sorted(_placed(error) if hasattr(error, "problems") else (), key=lambda problem: problem.line)
    return [f"  {replace(problem, file=Path(problem.file).name)}" for problem in problems]


def _placed(error: Exception) -> "list[Problem]":
    """Return the problems of an error, one at the top of the draft for an error that has none."""
    from secdb.register.rows.problems import Problem

    return list(getattr(error, "problems", ())) or [Problem("", 0, None, None, str(error))]
