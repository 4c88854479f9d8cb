"""`secdb check`."""

from typing import Annotated

import typer

from secdb.database.reader import open_register

from .options import Dataset, Format, Raw
from .render import render


def _rules(incomplete: str) -> list[str]:
    from secdb.reports.check import RULES

    return [name for name in RULES if name.startswith(incomplete)]


Rule = Annotated[str | None, typer.Option("--rule", metavar="NAME", help="Look for this alone.", autocompletion=_rules)]


def check(
    context: typer.Context,
    rule: Rule = None,
    dataset: Dataset = "register",
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Look for contradictions and missing sources.

    Errors and warnings make the exit code 1, notices do not. Errors are looked for in the whole register.

    Example:
        secdb check
        secdb check --rule roster --dataset documents
    """
    from secdb.reports.check import check as report

    with open_register(context.obj.database) as register:
        result = report(register, rule=rule, dataset=dataset)
    count = result.about["count"]
    counted = ", ".join(f"{number} {severity}{'' if number == 1 else 's'}" for severity, number in count.items())
    title = f"Checked revision {result.about['revision']} ({result.about['dataset']}): {counted}"
    render(result, format=format, raw=raw, columns=["severity", "rule", "record", "message"], title=title)
    if count["error"] or count["warning"]:
        raise typer.Exit(1)
