"""`secdb verify`."""

from dataclasses import asdict

import typer

from ..options import Format, Raw
from ..output.render import render

COLUMNS = ["revision", "severity", "rule", "message"]
SHORT = 12  # characters of a hash that people compare


def verify(context: typer.Context, format: Format = "table", raw: Raw = False) -> None:
    """Check that the history is whole and nobody tampered with it.

    Recomputes the hash of every revision and compares every record with its last change. Looks for parts of the schema
    that are gone, and for records that could not have passed them. Writes by other programs are shown: they are no
    fault once a later revision has sealed them. Faults make the exit code 1.

    Example:
        secdb verify
        secdb verify -f json
    """
    from secdb.register.history.verifying import verify_register

    found = verify_register(context.obj.database)
    faults = len(found.problems)
    envelope = {
        "report": "verify",
        "revisions": found.revisions,
        "head": found.head,
        "whole": not faults,
        "rows": [asdict(finding) for finding in found.findings],
    }
    counted = f"{found.revisions} revision{'' if found.revisions == 1 else 's'}"
    last = f"; last {found.head[:SHORT]}" if found.head else ""
    title = f"{counted}, whole{last}" if not faults else f"{counted}, {faults} fault{'' if faults == 1 else 's'}{last}"
    if format == "table" and not found.findings:
        _say(title)
    else:
        render(envelope, format=format, raw=raw, columns=COLUMNS, title=title)
    if faults:
        raise typer.Exit(1)


def _say(line: str) -> None:
    from ..output.render import show

    show([line])
