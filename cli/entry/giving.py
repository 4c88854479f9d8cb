"""How an entry is given when flags do not say it all: with a file, by answers, for a reason."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from secdb.errors import RefusedError, SecdbError, UsageError
from secdb.register.entry.entries import Entry, Given, received_beside
from secdb.register.entry.forms import Form

from ..errors import explain
from ..output.text import note
from .building import entry_of
from .flow import Writing, at_terminal, named, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa

    from secdb.register.rows.problems import Problem, ProblemsError

    from .checks import Checks

NEXT = {"c": "change an answer", "k": "keep it as a draft", "g": "give up"}
WITH = {"rank": ("rank", "reason"), "quotation": ("quote", "occurrence"), "document": ("cite",)}
"""Fields asked for again when there is a problem with one."""


def with_file(entry: Entry) -> Entry:
    """Return a document's entry with its file and the text of that; others as they are. Raises ReceivedError.

    The path is read from the folder of the draft that names it, else from the folder the program runs in.
    """
    file = entry.values.get("file")
    if entry.noun != "document" or not isinstance(file, str) or not file:
        return entry
    from secdb.intake.readers import read_file

    found = read_file(Path(entry.place.file).parent / file if entry.place.file else Path(file))
    for one in found.notes:
        note(f"{found.name}: {one}")
    received = received_beside(found.text, found.content, found.media_type)
    return replace(entry, values={**entry.values, "text": found.text}, received=received)


def reason(writing: Writing, command: str, attempt: Callable[[], object] = lambda: None) -> Writing:
    """Return the options with a reason, asked for at a terminal. Raises UsageError without one.

    `attempt` does the work and keeps nothing: nobody gives a reason for what cannot be done.
    """
    if writing.message or writing.dry_run:
        return writing
    if not at_terminal():
        raise UsageError(f"{command} needs a reason; give one with -m")
    from .ask import Question, ask

    attempt()
    help_ = "the reason of this change, as a reader of the log should know it"
    return replace(writing, message=ask(Question("Why", help_, required=True)))


def ask_for(context: typer.Context, form: Form, values: Mapping[str, Given], writing: Writing) -> None:
    """Ask for what is missing and record it; what has a problem is asked for again, with what was typed at hand.

    Raises RefusedError when the person gives up; a draft is kept if that is wanted.
    """
    from .ask import ask_form

    checks = _checks(context, values)
    defaults: Mapping[str, Given] = _last(context, form)
    answers = ask_form(form, values, defaults, check=checks.check, candidates=checks.candidates)
    _until_recorded(context, form, answers, writing, checks)


def ask_rank(
    context: typer.Context, form: Form, values: Mapping[str, Given], writing: Writing, error: "ProblemsError"
) -> None:
    """Ask how an act ranks that contradicts one on record, and record it; else as `ask_for`."""
    _until_recorded(context, form, values, writing, _checks(context, values), error)


def _until_recorded(
    context: typer.Context,
    form: Form,
    answers: Mapping[str, Given],
    writing: Writing,
    checks: "Checks",
    wrong: Exception | None = None,
) -> None:
    """Record answers, asking again for those that have a problem."""
    from sqlalchemy.exc import DBAPIError

    from secdb.register.desk.adding import add

    from .ask import ask_fields

    while True:
        if wrong:
            names = _wrong(form, wrong) or _next(form, answers, writing)
            answers = ask_fields(form, names, answers, check=checks.check, candidates=checks.candidates)
        try:
            entry = with_file(entry_of(form, answers))
            write(context, named("Add", form, answers), lambda desk, entry=entry: add(desk, [entry]), writing)  # type: ignore[misc]
        except (SecdbError, DBAPIError, OSError) as error:
            wrong = error
        else:
            return


def _wrong(form: Form, error: Exception) -> list[str]:
    """Tell what is wrong and return the fields to be asked for again."""
    problems: Sequence[Problem] = getattr(error, "problems", ())
    for line in [str(problem) for problem in problems] or [explain(error).message.removeprefix("Error: ")]:
        note(f"  {line}")
    columns = dict.fromkeys(problem.column for problem in problems if problem.column)
    return [name for column in columns for name in WITH.get(column, (column,)) if form.field(name)]


def _checks(context: typer.Context, values: Mapping[str, Given]) -> "Checks":
    from secdb.database.reader import open_register

    from .checks import Checks

    return Checks(lambda: open_register(context.obj.database), str(values.get("cite", "")))


def _next(form: Form, answers: Mapping[str, Given], writing: Writing) -> list[str]:
    """Ask what to do with an entry that was not recorded: return the fields to change. Raises RefusedError."""
    from .ask import Question, ask, choose

    chosen = choose("Now:", NEXT)
    if chosen == "c":
        return [ask(Question("Field", "the name of the field to change", required=True, words=form.keys))]
    if chosen == "k":
        raise RefusedError(f"nothing was written; record the draft with: secdb record {_kept(form, answers, writing)}")
    raise RefusedError("given up; nothing was written")


def _kept(form: Form, answers: Mapping[str, Given], writing: Writing) -> Path:
    """Write the answers as a draft into a new file of the present folder, and return its path."""
    from secdb.register.drafts.templates import write_draft

    number, path = 1, Path(f"{form.noun}.toml")
    while path.exists():
        number += 1
        path = Path(f"{form.noun}-{number}.toml")
    path.write_text(write_draft(form, answers, message=writing.message), encoding="utf-8")
    return path


def _last(context: typer.Context, form: Form) -> dict[str, str]:
    """Return what the record entered last suggests for the next one."""
    from secdb.register.entry.stored import last_entered

    with reading(context) as connection:
        return last_entered(connection, form.noun)


@contextmanager
def reading(context: typer.Context) -> "Iterator[sa.Connection]":
    """Open a connection for reading; nothing is open while a person types."""
    from secdb.database import engine, locate
    from secdb.database.health import require_current

    location = locate(context.obj.database)
    require_current(location)
    bind = engine(location.url)
    try:
        with bind.connect() as connection:
            yield connection
    finally:
        bind.dispose()
