"""`secdb signed-not-ratified`."""

import typer

from secdb.database.reader import open_register

from ..options import AsRecorded, Dataset, Format, On, Raw, Sources, TreatiesOrAll
from ..output.footnotes import annotated
from ..output.render import render
from ..output.tables import LAYOUTS

COLUMNS = ["treaty", "state", "name", "status", "standing", "since", "opened_by"]


def signed_not_ratified(
    context: typer.Context,
    treaties: TreatiesOrAll = None,
    on: On = None,
    dataset: Dataset = "register",
    sources: Sources = False,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """List the States that had signed a treaty without consenting.

    Example: secdb signed-not-ratified cst --on 1993-12-31
    """
    from secdb.reports.coverage import no_data
    from secdb.reports.signed import signed_not_ratified as report

    with open_register(context.obj.database, as_recorded) as register:
        result = report(register, treaties or (), on, dataset=dataset)
    about = result.about
    certain, possible = about["count"]["certain"], about["count"]["possible"]
    counted = no_data(about) or (f"{certain} and {possible} possible" if possible else str(certain))
    title = f"Signed, not ratified on {about['on']} ({about['dataset']}, revision {about['revision']}): {counted}"
    if sources and format in LAYOUTS:
        rows, notes = annotated(result)
        columns = [*COLUMNS, "sources"]
        render({"rows": rows}, format=format, columns=columns, title=title, footer=notes, about=about)
        return
    render(result, format=format, raw=raw, columns=COLUMNS, title=title, about=about)
