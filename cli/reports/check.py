"""`secdb check`."""

from typing import Annotated

import typer

from secdb.database.reader import open_register

from ..options import AsRecorded, Dataset, Format, Raw
from ..output.render import render


def _rules(incomplete: str) -> list[str]:
    from secdb.reports.check import RULES

    return [name for name in RULES if name.startswith(incomplete)]


Rule = Annotated[str | None, typer.Option("--rule", metavar="NAME", help="Look for this alone.", autocompletion=_rules)]


def check(
    context: typer.Context,
    rule: Rule = None,
    dataset: Dataset = "register",
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Look for contradictions and missing sources.

    Errors and warnings make the exit code 1, notices do not. Errors are looked for in the whole register.

    The rules (docs/checks.md tells what each looks for):
        derivation, bounds, text, quotation, overlap, value, roster,
        ratification-before-signature, accession-by-signatory,
        act-before-opening, act-outside-existence, entry-before-treaty,
        second-consent, exit-without-membership, signatory-without-office,
        full-powers, overlapping-heads-of-state, citation-before-fact,
        source, claim, orphan

    Example:
        secdb check
        secdb check --rule roster --dataset documents
        secdb check --rule second-consent -f json
    """
    from secdb.reports.check import check as report

    with open_register(context.obj.database, as_recorded) as register:
        result = report(register, rule=rule, dataset=dataset)
    count = result.about["count"]
    counted = ", ".join(f"{number} {severity}{'' if number == 1 else 's'}" for severity, number in count.items())
    title = f"Checked revision {result.about['revision']} ({result.about['dataset']}): {counted}"
    columns = ["severity", "rule", "record", "message"]
    sources = [f"{rule}: {source}" for rule, source in {row.rule: row.source for row in result.rows}.items() if source]
    render(result, format=format, raw=raw, columns=columns, title=title, footer=sources, about=result.about)
    if count["error"] or count["warning"]:
        raise typer.Exit(1)
