"""`add` of every noun."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from secdb.errors import UsageError
from secdb.register.entry.entries import Given
from secdb.register.entry.forms import form_of

from ..options import Author, DryRun, Editor, Message, WriteFormat, Yes
from .building import Command, command, entry_of
from .drafting import draft
from .flow import Writing, at_terminal, named, write
from .giving import ask_for, ask_rank, with_file

if TYPE_CHECKING:
    from secdb.register.rows.problems import ProblemsError

EXAMPLES = {
    "state": "state add XAA Ruritania --existence 1894/..",
    "person": 'person add "Sergey V. Lavrov" --alias "S. Lavrov"',
    "treaty": 'treaty add abc "Treaty on Amity" --signed "15 May 1992"',
    "organization": 'organization add abco "Organization of Amity" abc',
    "act": "act add cst UZB withdrawal --date 2012-06-28 --cite cst-2009",
    "roster": 'roster add cst --on 2002-05-14 --state "ARM;BLR;KAZ" --complete',
    "tenure": 'tenure add "Vladimir Putin" RUS head_of_state --from 2012-05-07',
    "membership": "membership add csto-charter UZB --from 2008-03-28 --to 2012-12-19 --by accession",
    "document": 'document add letter.txt --title "Letter dated 21 May 2002"',
    "statement": 'statement add cst-2009 communique "On the talks" --signatory "RUS::minister_for_foreign_affairs"',
    "dataset": 'dataset add cow-igo "COW Intergovernmental Organizations"',
}


def adder(noun: str, line: str) -> Command:
    """Return the command `NOUN add`."""
    form = form_of(noun)

    def run(
        context: typer.Context,
        values: Mapping[str, Given],
        *,
        edit: Editor = False,
        message: Message = None,
        author: Author = None,
        dry_run: DryRun = False,
        yes: Yes = False,
        format: WriteFormat = "table",
    ) -> None:
        add_entry(context, noun, values, Writing(author, message, dry_run, yes, format), editor=edit)

    return command(run, form, doc=f"{line}\n\n    Example:\n        secdb {EXAMPLES[noun]}\n    ", name=f"add_{noun}")


def add_entry(
    context: typer.Context, noun: str, values: Mapping[str, Given], writing: Writing, *, editor: bool
) -> None:
    """Record what was given, after asking for what is missing; or fill in a draft."""
    from secdb.register.desk.adding import add
    from secdb.register.entry.records import missing
    from secdb.register.rows.problems import ProblemsError

    form = form_of(noun)
    if editor:
        draft(context, form, values, writing)
        return
    entry = with_file(entry_of(form, values))
    if lacking := missing(entry, form, entry.values):
        if not at_terminal():
            flags = ", ".join(f"--{name.replace('_', '-')}" for name in lacking)
            raise UsageError(f"secdb {noun} add needs {flags} (see secdb {noun} add --help)")
        ask_for(context, form, values, writing)
        return
    try:
        write(context, named("Add", form, values), lambda desk: add(desk, [entry]), writing)
    except ProblemsError as error:
        if any(problem.column != "rank" for problem in error.problems):
            raise
        if writing.yes or writing.dry_run or not at_terminal():
            raise _with_flags(error) from None
        ask_rank(context, form, values, writing, error)


def _with_flags(error: "ProblemsError") -> "ProblemsError":
    """Return the problems of acts that do not say how they rank, with the flags that say it."""
    example = "such as --rank normal --reason WHY"
    told = [replace(problem, message=f"{problem.message}, {example}") for problem in error.problems]
    return type(error)(told)


add_state = adder("state", "Add a State.")
add_person = adder("person", "Add a person.")
add_treaty = adder("treaty", "Add a treaty.")
add_organization = adder("organization", "Add an organization.")
add_act = adder("act", "Add an act, or the same act of several States.")
add_membership = adder("membership", "Record the acts that make a membership.")
add_roster = adder("roster", "Add a roster with the States on it.")
add_tenure = adder("tenure", "Add a person's time in an office.")
add_document = adder("document", "Add a document, with its text if there is a file.")
add_statement = adder("statement", "Add a statement and who stands under it.")
add_dataset = adder("dataset", "Add a dataset.")
