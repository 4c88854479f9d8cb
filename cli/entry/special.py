"""Entries under the names that users look for, and those that are more than one record."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from secdb.errors import RefusedError
from secdb.register.entry.entries import Entry, Given
from secdb.register.entry.forms import Form, form_of

from ..options import Author, DryRun, Editor, Message, Number, Person, Reason, State, WriteFormat, Yes
from ..output.text import note as tell
from .adding import add_entry
from .building import Command, command
from .flow import Writing, at_terminal, attempt, write
from .giving import reason

if TYPE_CHECKING:
    from secdb.lookup import Rows


def rank_act(
    context: typer.Context,
    act: Number,
    rank: Annotated[str, typer.Argument(metavar="RANK", help="preferred, normal or deprecated.")],
    message: Reason = None,
    author: Author = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    format: WriteFormat = "table",
) -> None:
    """Say how an act ranks among claims that contradict it.

    Example:
        secdb act rank 40 deprecated -m "The decision itself gives another day"
    """
    from secdb.register.desk.ranking import rank as rank_one

    given = Writing(author, message, dry_run, yes, format)
    writing = reason(
        given, "secdb act rank", lambda: attempt(context, lambda desk: [rank_one(desk, act, rank, "-")], given)
    )
    write(context, f"Rank act {act} {rank}", lambda desk: [rank_one(desk, act, rank, writing.message or "")], writing)


def merge_persons(
    context: typer.Context,
    gone: Person,
    kept: Annotated[str, typer.Argument(metavar="INTO", help="The person that remains.")],
    message: Reason = None,
    author: Author = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    format: WriteFormat = "table",
) -> None:
    """Make two records of a person one: PERSON goes, INTO remains.

    All that PERSON signed and held is INTO's then, and PERSON's names are names of INTO. `secdb undo` takes it back.

    Example:
        secdb person merge "S. Lavrov" lavrov-sergey -m "The same signature"
    """
    from secdb.register.desk.ranking import merge_persons as merge

    own = Writing(author, message, dry_run, yes, format)
    writing = reason(own, "secdb person merge", lambda: attempt(context, lambda desk: merge(desk, gone, kept), own))
    write(context, f"Merge person {gone} into {kept}", lambda desk: merge(desk, gone, kept), writing, ask=True)


def alias_state(
    context: typer.Context,
    state: State,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Another name it is known by.")],
    language: Annotated[str, typer.Option("--language", metavar="CODE", help="ISO 639-1 code.")] = "en",
    valid: Annotated[
        str | None,
        typer.Option("--valid", metavar="PERIOD", help="When it held, such as 1991/1994; always if left out."),
    ] = None,
    message: Message = None,
    author: Author = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    format: WriteFormat = "table",
) -> None:
    """Add a name under which a State is found.

    Example:
        secdb state alias TUR Türkiye --language tr
    """
    from secdb.register.desk.editing import edit

    if (other := _other_state(context, state, name)) and not (yes or dry_run):
        warning = f"{name!r} is a name of {other} already, and would mean either State"
        if not at_terminal():
            raise RefusedError(f"{warning}; give --yes to record it all the same")
        tell(f"Warning: {warning}.")
    values = {"name": name, "language": language, "form": "variant"} | ({"valid": valid} if valid else {})
    entry = Entry("state", {}, {"names": (Entry("names", values),)}, edits=state)
    writing = Writing(author, message, dry_run, yes, format)
    write(context, f"Add a name of {state}: {name}", lambda desk: [edit(desk, entry)], writing, ask=bool(other))


def _other_state(context: typer.Context, state: str, name: str) -> str | None:
    """Return the code of another State that the name means."""
    from secdb.database.reader import open_register
    from secdb.errors import AmbiguousError, NotFoundError
    from secdb.lookup import find_state

    with open_register(context.obj.database) as register:
        try:
            found = find_state(register, name)
        except AmbiguousError:
            return "several States"
        except NotFoundError:
            return None
        return None if found == find_state(register, state) else found


def _in_office(office: str, line: str, example: str, name: str) -> Command:
    """Return the command that adds a tenure in one office."""
    tenure = form_of("tenure")
    form: Form = replace(
        tenure, fields=tuple(field for field in tenure.fields if field.name != "office"), arguments=("state", "person")
    )

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
        writing = Writing(author, message, dry_run, yes, format)
        add_entry(context, "tenure", {"office": office, **_state_first(context, values)}, writing, editor=edit)

    return command(run, form, doc=f"{line}\n\n    Example:\n        secdb {example}\n    ", name=name)


def _state_first(context: typer.Context, values: Mapping[str, Given]) -> Mapping[str, Given]:
    """Return the values, State and person exchanged where the first is no State and the second is one."""
    from secdb.database.reader import open_register

    state, person = values.get("state"), values.get("person")
    if not (isinstance(state, str) and isinstance(person, str)):
        return values
    with open_register(context.obj.database) as register:
        if _is_state(register, state) or not _is_state(register, person):
            return values
    return {**values, "state": person, "person": state}


def _is_state(register: "Rows", name: str) -> bool:
    from secdb.errors import AmbiguousError, NotFoundError
    from secdb.lookup import find_state

    try:
        find_state(register, name)
    except NotFoundError:
        return False
    except AmbiguousError:
        return True
    return True


add_head_of_state = _in_office(
    "head_of_state",
    "Add a head of State.",
    'head-of-state add RUS "Vladimir Putin" --from 2012-05-07',
    "add_head_of_state",
)
add_representative = _in_office(
    "permanent_representative",
    "Add a permanent representative.",
    'representative add RUS "Sergey V. Lavrov" --from 1994-07-07 --to 2004-07-12',
    "add_representative",
)
