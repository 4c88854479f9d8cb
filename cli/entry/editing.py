"""`edit` and `remove` of every noun: a correction has a reason."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from secdb.errors import UsageError
from secdb.register.entry.entries import Given
from secdb.register.entry.forms import Form, form_of

from ..options import Author, DryRun, Editor, Reason, WriteFormat, Yes, completer
from .building import Command, command, entry_of
from .drafting import draft_of_record
from .flow import Writing, at_terminal, attempt, write
from .giving import reason, with_file

if TYPE_CHECKING:
    from secdb.register.desk.desk import Desk, Entered

NUMBERED = {"act", "roster", "tenure"}
EXAMPLES = {
    "state": 'state edit TUR --alias Türkiye -m "The name it asked for"',
    "person": 'person edit lavrov-s --name "Sergey Lavrov" -m "Full name"',
    "treaty": 'treaty edit cst --depositary Russia -m "Art. 11"',
    "organization": 'organization edit csto --name CSTO -m "Short name"',
    "act": 'act edit 12 --date "16 August 2006" -m "The decision gives the day"',
    "roster": "roster edit 2 --no-complete -m \"Says 'including'\"",
    "tenure": 'tenure edit 1 --to 2008-05-07 -m "Inauguration of the successor"',
    "document": 'document edit cst-2002 --symbol A/57/88 -m "Symbol found"',
    "statement": 'statement edit cst-2009-statement --place "New York" -m "Given in the letter"',
    "dataset": 'dataset edit register --authority "The archive" -m "Named"',
}


def editor(noun: str, line: str) -> Command:
    """Return the command `NOUN edit`."""
    form = without_reason(form_of(noun))

    def run(
        context: typer.Context,
        values: Mapping[str, Given],
        *,
        record: str,
        edit: Editor = False,
        message: Reason = None,
        author: Author = None,
        dry_run: DryRun = False,
        yes: Yes = False,
        format: WriteFormat = "table",
    ) -> None:
        _edit(context, noun, record, values, Writing(author, message, dry_run, yes, format), in_editor=edit)

    doc = f"{line}\n\n    What is not given stays as it is; an empty text clears a field.\n\n"
    doc += f"    Example:\n        secdb {EXAMPLES[noun]}\n    "
    return command(run, form, doc=doc, name=f"edit_{noun}", lead={"record": _named(noun)}, by_place=False)


def remover(noun: str, line: str) -> Command:
    """Return the command `NOUN remove`."""

    def run(
        context: typer.Context,
        record: str,
        message: Reason = None,
        author: Author = None,
        dry_run: DryRun = False,
        yes: Yes = False,
        format: WriteFormat = "table",
    ) -> None:
        from secdb.register.desk.editing import remove

        def work(desk: "Desk") -> "list[Entered]":
            return [remove(desk, noun, record)]

        given = Writing(author, message, dry_run, yes, format)
        writing = reason(given, f"secdb {noun} remove", lambda: attempt(context, work, given))
        write(context, f"Remove {noun} {record}", work, writing, ask=True)

    run.__annotations__["record"] = _named(noun)
    run.__name__ = f"remove_{noun}"
    named = "12" if noun in NUMBERED else "CODE"
    run.__doc__ = (
        f"{line}\n\n    Its parts and citations go with it; what other records refer to stays.\n\n"
        f'    Example:\n        secdb {noun} remove {named} -m "Entered twice"\n    '
    )
    return run


def without_reason(form: Form) -> Form:
    """Return the form of a correction, whose reason is that of the revision."""
    return replace(form, fields=tuple(field for field in form.fields if field.name != "reason"))


def _named(noun: str) -> object:
    metavar, text = ("NUMBER", "As the list prints it.") if noun in NUMBERED else (noun.upper(), "Code or name.")
    complete = None if noun in NUMBERED else completer(noun)
    return Annotated[str, typer.Argument(metavar=metavar, help=text, autocompletion=complete)]


def _edit(
    context: typer.Context,
    noun: str,
    record: str,
    values: Mapping[str, Given],
    writing: Writing,
    *,
    in_editor: bool,
) -> None:
    from secdb.register.desk.editing import edit

    form = form_of(noun)
    if in_editor or (not values and at_terminal()):
        draft_of_record(context, form, record, values, writing)
        return
    if not values:
        raise UsageError(f"name what to change, such as --{form.fields[0].name}, or give --edit to open an editor")
    entry = with_file(entry_of(form, values, edits=record))

    def work(desk: "Desk") -> "list[Entered]":
        return [edit(desk, entry)]

    writing = reason(writing, f"secdb {noun} edit", lambda: attempt(context, work, writing))
    write(context, f"Edit {noun} {record}", work, writing)


edit_state = editor("state", "Change what is recorded of a State.")
edit_person = editor("person", "Change what is recorded of a person.")
edit_treaty = editor("treaty", "Change what is recorded of a treaty.")
edit_organization = editor("organization", "Change what is recorded of an organization.")
edit_act = editor("act", "Correct an act.")
edit_roster = editor("roster", "Correct a roster.")
edit_tenure = editor("tenure", "Correct a tenure.")
edit_document = editor("document", "Change what is recorded of a document.")
edit_statement = editor("statement", "Change what is recorded of a statement.")
edit_dataset = editor("dataset", "Change what is recorded of a dataset.")

remove_state = remover("state", "Remove a State.")
remove_person = remover("person", "Remove a person.")
remove_treaty = remover("treaty", "Remove a treaty.")
remove_organization = remover("organization", "Remove an organization.")
remove_act = remover("act", "Remove an act.")
remove_roster = remover("roster", "Remove a roster and its list.")
remove_tenure = remover("tenure", "Remove a tenure.")
remove_document = remover("document", "Remove a document that nothing cites.")
remove_statement = remover("statement", "Remove a statement with its signatories.")
remove_dataset = remover("dataset", "Remove a dataset that holds nothing.")
