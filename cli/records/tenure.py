"""`secdb tenure`, `secdb head-of-state`, `secdb representative`: tenures, recorded and attested."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from secdb.database.reader import open_register

from ..options import AsRecorded, Format, Number, OfDataset, OfPerson, OfState, OnDay, Raw, Sources, State
from ..output.footnotes import annotated
from ..output.render import FormatName, render
from ..output.tables import LAYOUTS
from .printing import print_list, print_record

if TYPE_CHECKING:
    from secdb.reports.base import Report
    from secdb.reports.offices import Held, Holder

COLUMNS = ["tenure", "state", "name", "office", "person", "acting", "since", "until", "origin", "statement"]
HOLDERS = ["state", "name", "office", "person", "standing", "acting", "since", "until", "origin", "statement"]
PARTS = {"rows": ("Signatures that attest it", ["date", "statement", "capacity", "acting", "mode"])}
OfOffice = Annotated[str | None, typer.Option("--office", metavar="OFFICE", help="Of this office only.")]
StateOrAll = Annotated[
    str | None, typer.Argument(metavar="[STATE]", help="Code or any recorded name; all if left out.")
]


def list_tenures(
    context: typer.Context,
    state: OfState = None,
    person: OfPerson = None,
    office: OfOffice = None,
    dataset: OfDataset = None,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """List the tenures.

    Example:
        secdb tenure list --office head_of_state
    """
    print_list(
        context, "tenure", COLUMNS, format, raw, as_recorded, state=state, person=person, office=office, dataset=dataset
    )


def show_tenure(
    context: typer.Context, tenure: Number, as_recorded: AsRecorded = None, format: Format = "table", raw: Raw = False
) -> None:
    """Show a tenure and its sources.

    Example:
        secdb tenure show 1
    """
    print_record(context, "tenure", tenure, PARTS, format, raw, as_recorded)


def list_heads_of_state(
    context: typer.Context,
    state: StateOrAll = None,
    on: OnDay = None,
    dataset: OfDataset = None,
    sources: Sources = False,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """List the heads of State.

    Example:
        secdb head-of-state list --on 2002-05-14
    """
    _print_holders(context, "head_of_state", state, on, dataset, as_recorded, sources, format, raw)


def list_representatives(
    context: typer.Context,
    state: StateOrAll = None,
    on: OnDay = None,
    dataset: OfDataset = None,
    sources: Sources = False,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """List the permanent representatives.

    Example:
        secdb representative list russia
    """
    _print_holders(context, "representative", state, on, dataset, as_recorded, sources, format, raw)


def who(
    context: typer.Context,
    state: State,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day; today if left out.")] = None,
    dataset: Annotated[str, typer.Option("--dataset", metavar="CODE", help="Whose facts to read.")] = "register",
    sources: Sources = False,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Tell who held the offices of a State on a day.

    Example:
        secdb who russia --on 2009-09-26
    """
    from secdb.reports.offices import who as report

    with open_register(context.obj.database, as_recorded) as register:
        result = report(register, state, on, dataset=dataset)
    title = f"{result.about['state']} on {result.about['on']} ({dataset})"
    _print(result, HOLDERS[2:], title, sources, format, raw)


def _print_holders(
    context: typer.Context,
    office: Literal["head_of_state", "representative"],
    state: str | None,
    on: str | None,
    dataset: str | None,
    as_recorded: int | None,
    sources: bool,
    format: FormatName,
    raw: bool,
) -> None:
    """Print the tenures in an office: all, or those of a day with how certain they are."""
    from secdb.reports.offices import held
    from secdb.reports.offices import who as report

    result: Report[Held] | Report[Holder]
    with open_register(context.obj.database, as_recorded) as register:
        if on is None:
            result = held(register, office, state=state, dataset=dataset)
        else:
            result = report(register, state, on, office=office, dataset=dataset or "register")
    columns = [column for column in HOLDERS if on is not None or column != "standing"]
    _print(result, columns, None, sources, format, raw)


def _print(
    result: "Report[Held] | Report[Holder]",
    columns: list[str],
    title: str | None,
    sources: bool,
    format: FormatName,
    raw: bool,
) -> None:
    """Print tenures, for readers with the numbers of their sources if these are asked for."""
    if sources and format in LAYOUTS:
        rows, notes = annotated(result)
        columns = [*columns, "sources"]
        render({"rows": rows}, format=format, columns=columns, title=title, footer=notes, about=result.about)
        return
    render(result, format=format, raw=raw, columns=columns, title=title, about=result.about)
