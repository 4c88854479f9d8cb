"""Arguments and options that more than one command has; `name: Dataset = "register"` is all a command writes."""

from collections.abc import Callable
from typing import Annotated, Any, Literal

import typer

from .output.render import FormatName
from .output.text import visible


def complete(context: typer.Context, kind: str, prefix: str) -> list[tuple[str, str]]:
    """Return codes that start with the prefix, each with its name; whatever goes wrong, none."""
    try:
        from secdb.reports import complete as find

        pairs = find(context.find_root().params.get("database"), kind, prefix)
        # the shell keeps only what starts with the very letters typed; names are read in any case
        return [(code.lower() if prefix.islower() else code, visible(name)) for code, name in pairs]
    except Exception:  # noqa: BLE001 - a shell that waits for a name is no place for a message
        return []


def completer(kind: str) -> Callable[[typer.Context, str], list[tuple[str, str]]]:
    """Return the completion of codes of a kind."""

    def complete_kind(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        return complete(context, kind, incomplete)

    return complete_kind


# what is asked about
State = Annotated[
    str, typer.Argument(metavar="STATE", help="Code or any recorded name.", autocompletion=completer("state"))
]
Treaty = Annotated[
    str, typer.Argument(metavar="TREATY", help="Code or any recorded name.", autocompletion=completer("treaty"))
]
TreatiesOrAll = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[TREATY]...", help="Code or any recorded name; all if left out.", autocompletion=completer("treaty")
    ),
]
Person = Annotated[str, typer.Argument(metavar="PERSON", help="Any recorded name.", autocompletion=completer("person"))]
Organization = Annotated[
    str,
    typer.Argument(metavar="ORGANIZATION", help="Code or name.", autocompletion=completer("organization")),
]
Document = Annotated[
    str, typer.Argument(metavar="DOCUMENT", help="Code, symbol or title.", autocompletion=completer("document"))
]
Statement = Annotated[
    str, typer.Argument(metavar="STATEMENT", help="Code or title.", autocompletion=completer("statement"))
]
DatasetCode = Annotated[str, typer.Argument(metavar="CODE", help="Its code.", autocompletion=completer("dataset"))]
Dataset = Annotated[
    str,
    typer.Option("--dataset", metavar="CODE", help="Whose facts to read.", autocompletion=completer("dataset")),
]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day; today if left out.")]
Basis = Annotated[Literal["signed", "consented", "in-force"], typer.Option("--basis", help="What makes a State count.")]
AsRecorded = Annotated[
    int | None, typer.Option("--as-recorded", metavar="N", help="What the register said at revision N.")
]
Sources = Annotated[bool, typer.Option("--sources", help="Add the documents, places in them and quotations.")]


# which records a list holds
def _filter(option: str, metavar: str, text: str, kind: str | None = None) -> Any:  # noqa: ANN401 - what Typer gives
    return typer.Option(option, metavar=metavar, help=text, autocompletion=completer(kind) if kind else None)


OfState = Annotated[str | None, _filter("--state", "STATE", "Of this State only.", "state")]
OfTreaty = Annotated[str | None, _filter("--treaty", "TREATY", "Of this treaty only.", "treaty")]
OfPerson = Annotated[str | None, _filter("--person", "PERSON", "Of this person only.", "person")]
OfDocument = Annotated[str | None, _filter("--document", "DOCUMENT", "In this document only.", "document")]
OfDataset = Annotated[str | None, _filter("--dataset", "CODE", "Of this dataset only; all if left out.", "dataset")]
OfKind = Annotated[str | None, _filter("--kind", "KIND", "Of this kind only.")]
OnDay = Annotated[str | None, _filter("--on", "DATE", "Those of this day only.")]
Number = Annotated[str, typer.Argument(metavar="NUMBER", help="As the list prints it.")]

# how it is printed
Format = Annotated[FormatName, typer.Option("-f", "--format", help="How to print it.")]
Raw = Annotated[bool, typer.Option("--raw", help="Leave cells that a spreadsheet would run as a formula.")]

# how a change is written
Message = Annotated[str | None, typer.Option("-m", "--message", metavar="TEXT", help="Why this is changed.")]
Author = Annotated[str | None, typer.Option("--author", metavar="NAME", help="Who changes it.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show the effect and write nothing.")]
Yes = Annotated[bool, typer.Option("-y", "--yes", help="Do not ask.")]
Editor = Annotated[bool, typer.Option("--edit", help="Fill in a draft in your editor.")]
WriteFormat = Annotated[Literal["table", "json"], typer.Option("-f", "--format", help="How to print what was done.")]
Reason = Annotated[
    str | None, typer.Option("-m", "--message", "--reason", metavar="TEXT", help="Why; a correction needs a reason.")
]
