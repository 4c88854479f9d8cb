"""`secdb dossier`."""

from pathlib import Path
from typing import Annotated

import typer

from secdb.database.reader import open_register
from secdb.errors import RefusedError

from ..options import AsRecorded, Basis, Dataset, Treaty
from ..output.text import note

PAGE = "index.html"
BEGINNING = 1000  # characters in which a dossier says that it is one


def dossier(
    context: typer.Context,
    treaty: Treaty,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help="The folder of the page: new, empty or a dossier's.")
    ],
    on: Annotated[
        list[str] | None,
        typer.Option("--on", metavar="DATE", help="A day to look at; again for more. [default: when members changed]"),
    ] = None,
    basis: Basis = "in-force",
    dataset: Dataset = "register",
    as_recorded: AsRecorded = None,
) -> None:
    """Write all that is recorded of a treaty as one page.

    DIR/index.html is the whole of it: history, timeline, members and changes, contradictions, statements, footnotes
    and the documents with the quoted words marked. It needs no network and prints well.

    Example: secdb dossier cst --on 2002-05-14 --on 2009-09-26 -o cst-dossier
    """
    from secdb.reports.dossier import dossier as report

    _require_room(output)
    with open_register(context.obj.database, as_recorded) as register:
        page = report(register, treaty, on=on or (), basis=basis, dataset=dataset)
    _write(output, page)
    note(f"Wrote {output / PAGE}")


def _require_room(folder: Path) -> None:
    """Refuse a folder that holds anything but a dossier."""
    if folder.exists() and not folder.is_dir():
        raise RefusedError(f"{folder} is not a folder; name one that is new or empty")
    if folder.exists() and any(folder.iterdir()) and not _is_dossier(folder / PAGE):
        raise RefusedError(f"{folder} holds something else than a dossier; name a folder that is new or empty")


def _is_dossier(page: Path) -> bool:
    from secdb.reports.dossier import MARK

    try:
        with page.open(encoding="utf-8") as file:
            return MARK in file.read(BEGINNING)
    except (OSError, UnicodeDecodeError):
        return False


def _write(folder: Path, page: str) -> None:
    """Write the page whole or not at all, and make the folder if it is not there."""
    part = folder / f".{PAGE}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            part.write_text(page, encoding="utf-8", newline="\n")
            part.replace(folder / PAGE)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise RefusedError(f"cannot write {folder / PAGE}: {error.strerror}") from error
