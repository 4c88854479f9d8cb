"""`secdb membership`: periods derived from acts and rosters, and why they are what they are."""

from typing import Annotated

import typer

from secdb.database.reader import open_register

from ..options import AsRecorded, Dataset, Format, OfState, Raw, State, Treaty
from ..output.footnotes import cited
from ..output.render import Section, render_sections
from .printing import covered, print_list

COLUMNS = ["treaty", "state", "name", "status", "since", "until", "opened_by", "closed_by", "origin"]
PERIODS = ["seq", "status", "since", "until", "opened_by", "closed_by", "origin"]
CLAIMS = {
    "record": "record",
    "number": "no.",
    "kind": "kind",
    "date": "effect from",
    "rank": "rank",
    "why": "what the rule makes of it",
}
TreatyOrAll = Annotated[
    str | None, typer.Argument(metavar="[TREATY]", help="Code or any recorded name; all if left out.")
]
OnDay = Annotated[str | None, typer.Option("--on", metavar="DATE", help="Tell what holds on that day, and why.")]


def list_memberships(
    context: typer.Context,
    treaty: TreatyOrAll = None,
    state: OfState = None,
    dataset: Dataset = "register",
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """List the membership periods.

    Example:
        secdb membership list cst --state uzbekistan
    """
    print_list(context, "membership", COLUMNS, format, raw, as_recorded, treaty=treaty, state=state, dataset=dataset)


def show_membership(
    context: typer.Context,
    treaty: Treaty,
    state: State,
    dataset: Dataset = "register",
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Show a membership period.

    Example:
        secdb membership show cst uzbekistan
    """
    from secdb.reports.membership import membership as report

    with open_register(context.obj.database, as_recorded) as register:
        result = report(register, treaty, state, dataset=dataset)
    rows = result.to_dict()["rows"]
    about = result.about
    proofs = [f"period {row.seq}: {cited(source)}" for row in result.rows for source in row.sources]
    footer = [*covered(about), *proofs]
    section = Section(f"{about['name']}, {about['title']} ({dataset})", rows, PERIODS, footer=footer)
    render_sections(result, [section], format=format, raw=raw, about=about)


def explain_membership(
    context: typer.Context,
    treaty: Treaty,
    state: State,
    on: OnDay = None,
    dataset: Dataset = "register",
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Tell which rule, acts and sources make a period.

    Example:
        secdb membership explain cst uzbekistan --on 2009-09-26
    """
    from secdb.reports.membership import explain as report

    with open_register(context.obj.database, as_recorded) as register:
        result = report(register, treaty, state, on, dataset=dataset)
    about, whole = result.about, result.to_dict()
    words = [f"{period.seq}. {period.words}" for period in about["periods"]]
    notes = [f"{claim.record} {claim.number}: {claim.note}" for claim in result.rows if claim.note]
    proofs = [f"{claim.record} {claim.number}: {cited(source)}" for claim in result.rows for source in claim.sources]
    answer = [about["because"]] if on is not None else []
    limits = covered(about) if about.get("covered", True) else []  # else the answer says it
    head = Section(
        f"{about['name']}, {about['title']} ({dataset})",
        whole["periods"],
        PERIODS,
        footer=[*words, *limits, *answer, about["in_force"], about["existence"]],
    )
    claims = Section("Claims, acts before rosters", whole["rows"], CLAIMS, footer=[*about["rule"], *notes, *proofs])
    render_sections(result, [head, claims], format=format, raw=raw, about=about)
