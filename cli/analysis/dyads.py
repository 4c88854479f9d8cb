"""`secdb dyads`."""

import typer

from secdb.database.reader import open_register

from ..options import AsRecorded, Basis, Dataset, Format, Raw, Sources, Treaty
from ..output.coding import Codes
from .options import FromYear, Rule, ToYear
from .streaming import Table, codes_of_time, print_table, shown_progress, tabled, tell_left_out


def dyads(
    context: typer.Context,
    treaty: Treaty,
    from_: FromYear,
    to: ToYear,
    rule: Rule = "dec31",
    basis: Basis = "in-force",
    dataset: Dataset = "register",
    codes: Codes = None,
    sources: Sources = False,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Count the days two States were members together, by year.

    Example: secdb dyads cst --from 1992 --to 2014 -f csv
    """
    from secdb.reports.panels.dyads import DyadRow, ask_dyads, dyad_rows
    from secdb.reports.panels.proofs import dyad_proofs

    with open_register(context.obj.database, as_recorded) as register:
        asked = ask_dyads(register, treaty, from_=from_, to=to, rule=rule, basis=basis, dataset=dataset)
        tell_left_out(asked)
        coded = codes_of_time(register, codes)
        proofs = dyad_proofs(register, asked) if sources else None
        about = asked.about()
        title = (
            f"Dyads of the {about['title']}, {from_} to {to} "
            f"({rule}, {basis}, {asked.dataset}, revision {asked.revision})"
        )
        with shown_progress("Counting days", len(asked.states) - 1) as step:
            rows = dyad_rows(register, asked, done=step)
            keys, values = tabled(DyadRow, rows, coded, lambda row: f"{row.year:04}-12-31", proofs)
            print_table(Table("dyads", title, about, keys, values), format=format, raw=raw)
