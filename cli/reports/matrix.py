"""`secdb matrix`."""

from collections.abc import Mapping
from typing import Any

import typer

from secdb.database.reader import open_register

from ..options import AsRecorded, Basis, Dataset, Format, On, Raw, Sources, TreatiesOrAll
from ..output.charting import Chart, Facts, Kind, charted
from ..output.footnotes import annotated
from ..output.render import render
from ..output.tables import LAYOUTS

TOLD = 4  # treaties whose members the title counts


def matrix(
    context: typer.Context,
    treaties: TreatiesOrAll = None,
    on: On = None,
    basis: Basis = "in-force",
    dataset: Dataset = "register",
    sources: Sources = False,
    chart: Chart = None,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Show which States are members of which treaties on a day.

    Example: secdb matrix cst csto --on 2009-09-26
    """
    from secdb.reports.counting import told
    from secdb.reports.coverage import no_data
    from secdb.reports.matrix import matrix as report

    with open_register(context.obj.database, as_recorded) as register:
        result = report(register, treaties or (), on, basis=basis, dataset=dataset)
        about = result.about
        counts = [
            f"{code} {told(register, code, about['on'], count, basis=basis, dataset=dataset)}"
            for code, count in list(about["counts"].items())[:TOLD]
            if len(about["counts"]) <= TOLD
        ]
    if chart is None and format in {"json", "jsonl"}:
        render(result, format=format, raw=raw)
        return
    counted = no_data(about) or "; ".join(counts) or f"{len(result.rows)} States, {len(about['treaties'])} treaties"
    title = f"Membership on {about['on']} ({basis}, {about['dataset']}, revision {about['revision']}): {counted}"
    rows, notes = annotated(result) if format in LAYOUTS else (result.to_dict()["rows"], [])
    keys = {code: f"{code} (treaty)" if code in {"state", "name", "sources"} else code for code in about["treaties"]}
    shown = [
        {"state": row["state"], "name": row["name"]}
        | {key: _word(row["cells"].get(code)) for code, key in keys.items()}
        | ({"sources": row["sources"]} if sources else {})
        for row in rows
    ]
    columns = {key: key for key in ["state", "name", *keys.values(), *(["sources"] if sources else [])]}
    if charted(context, chart, lambda kind: _drawn(result, kind), Facts(title, shown, columns, about)):
        return
    render(
        {"rows": shown},
        format=format,
        raw=raw,
        columns=columns,
        title=title,
        footer=notes if sources else [],
        about=about,
    )


def _drawn(result: Any, kind: Kind) -> bytes:  # noqa: ANN401 - the report
    from secdb.reports.charts.matrix import matrix_chart

    return matrix_chart(result, kind=kind)


def _word(cell: Mapping[str, Any] | None) -> str | None:
    """Return a cell as a reader sees it: the status, with a question mark where the standing is in doubt."""
    if cell is None:
        return None
    in_doubt = not cell["certain"] and cell["standing"] != "member"
    return f"{cell['status']}{'?' if in_doubt else ''}"
