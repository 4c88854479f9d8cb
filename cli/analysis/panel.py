"""`secdb panel`."""

import typer

from secdb.database.reader import open_register

from ..options import AsRecorded, Basis, Dataset, Format, Raw, Sources, TreatiesOrAll
from ..output.coding import Codes
from .options import FromYear, Rule, ToYear
from .streaming import Table, codes_of_time, print_table, shown_progress, tabled, tell_left_out


def panel(
    context: typer.Context,
    from_: FromYear,
    to: ToYear,
    treaties: TreatiesOrAll = None,
    rule: Rule = "dec31",
    basis: Basis = "in-force",
    dataset: Dataset = "register",
    codes: Codes = None,
    sources: Sources = False,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Count the days of membership by State, treaty and year.

    Example: secdb panel cst --from 1992 --to 2014 --rule any -f csv -o panel.csv
    """
    from secdb.reports.panels.panel import PanelRow, ask_panel, panel_rows
    from secdb.reports.panels.proofs import panel_proofs

    with open_register(context.obj.database, as_recorded) as register:
        asked = ask_panel(register, treaties or (), from_=from_, to=to, rule=rule, basis=basis, dataset=dataset)
        tell_left_out(asked)
        coded = codes_of_time(register, codes)
        proofs = panel_proofs(register, asked) if sources else None
        named = ", ".join(code for code, _ in asked.treaties) if treaties else "all treaties"
        title = f"Panel of {named}, {from_} to {to} ({rule}, {basis}, {asked.dataset}, revision {asked.revision})"
        with shown_progress("Counting days", len(asked.treaties)) as step:
            rows = panel_rows(register, asked, done=step)
            keys, values = tabled(PanelRow, rows, coded, lambda row: f"{row.year:04}-12-31", proofs)
            print_table(Table("panel", title, asked.about(), keys, values), format=format, raw=raw)
