"""`secdb import mtdsg` and the other datasets of the field: many records, in one revision."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secdb.errors import RefusedError

from ..author import author as author_of
from ..options import Author, DryRun, Message, WriteFormat, completer
from ..output.text import note
from .telling import as_dict, lines_of, reasons
from .watching import Told, watched

if TYPE_CHECKING:
    from secdb.exchange.importing import Source
    from secdb.exchange.rejects import RejectsFile
    from secdb.register.loading.recording import Recorded
    from secdb.register.loading.refusals import Gathered

FilePath = Annotated[Path, typer.Argument(metavar="PATH", help="The file as it is published.")]
FolderPath = Annotated[Path, typer.Argument(metavar="PATH", help="A table, or a folder of tables.")]
DatasetCode = Annotated[
    str | None,
    typer.Option("--dataset", metavar="CODE", help="The dataset to keep it in.", autocompletion=completer("dataset")),
]
CoversTo = Annotated[
    str | None,
    typer.Option("--covers-to", metavar="DAY", help="Last day it speaks of, where the source does not say."),
]
Rejects = Annotated[
    Path | None, typer.Option("--rejects", metavar="FILE", help="Write rows that fail there, and record the others.")
]


def import_mtdsg(
    context: typer.Context,
    path: FolderPath,
    dataset: DatasetCode = None,
    covers_to: CoversTo = None,
    rejects: Rejects = None,
    message: Message = None,
    author: Author = None,
    dry_run: DryRun = False,
    format: WriteFormat = "table",
) -> None:
    """Record status tables of the UN Treaty Collection.

    CSV tables or the HTML page a browser saves. Importing again adds what is new; nothing is taken away.

    Example:
        secdb import mtdsg treaties/ --rejects rejects.csv
    """
    source = _source("mtdsg", path, dataset, covers_to)
    _import(context, source, rejects, message, author, format, dry_run=dry_run)


def import_cow_igo(
    context: typer.Context,
    path: FilePath,
    dataset: DatasetCode = None,
    covers_to: CoversTo = None,
    rejects: Rejects = None,
    message: Message = None,
    author: Author = None,
    dry_run: DryRun = False,
    format: WriteFormat = "table",
) -> None:
    """Record the Correlates of War data on organizations.

    The state-year form of version 3. Importing again adds what is new; nothing is taken away.

    Example:
        secdb import cow-igo state_year_format3.csv --rejects rejects.csv
    """
    source = _source("cow-igo", path, dataset, covers_to)
    _import(context, source, rejects, message, author, format, dry_run=dry_run)


def import_manydata(
    context: typer.Context,
    path: FilePath,
    dataset: DatasetCode = None,
    covers_to: CoversTo = None,
    rejects: Rejects = None,
    message: Message = None,
    author: Author = None,
    dry_run: DryRun = False,
    format: WriteFormat = "table",
) -> None:
    """Record a table of parties of the manydata packages.

    Importing again adds what is new; nothing is taken away.

    Example:
        secdb import manydata parties.csv --rejects rejects.csv
    """
    source = _source("manydata", path, dataset, covers_to)
    _import(context, source, rejects, message, author, format, dry_run=dry_run)


def import_atop(
    context: typer.Context,
    path: FilePath,
    dataset: DatasetCode = None,
    covers_to: CoversTo = None,
    rejects: Rejects = None,
    message: Message = None,
    author: Author = None,
    dry_run: DryRun = False,
    format: WriteFormat = "table",
) -> None:
    """Record the members of alliances of the ATOP data.

    The member-level file. Importing again adds what is new; nothing is taken away.

    Example:
        secdb import atop atop5_1m.csv --rejects rejects.csv
    """
    source = _source("atop", path, dataset, covers_to)
    _import(context, source, rejects, message, author, format, dry_run=dry_run)


def _source(form: str, path: Path, dataset: str | None, covers_to: str | None) -> "Source":
    from secdb.exchange.importing import Source

    return Source(form, path, dataset, covers_to)


def _import(
    context: typer.Context,
    source: "Source",
    rejects: Path | None,
    message: str | None,
    author: str | None,
    format: str,
    *,
    dry_run: bool,
) -> None:
    """Record a dataset, all or nothing unless there is a file for rejects, and print what came of it."""
    import secdb
    from secdb.exchange.rejects import open_rejects
    from secdb.register import Gathered, NotRecordedError

    database = context.obj.database
    in_part = rejects is not None or dry_run  # a dry run goes on, to show all of the effect
    with Gathered() as refused, open_rejects(rejects, database, source.path) if rejects else nullcontext() as file:
        try:
            with watched(source.path.name) as told:
                recorded = secdb.import_source(
                    database,
                    source,
                    refused,
                    author=author_of(author),
                    message=message,
                    in_part=in_part,
                    dry_run=dry_run,
                    told=_saving(told, refused, file) if file and not dry_run else told,
                )
        except NotRecordedError as error:
            refused.finish()
            for reason in reasons(source, refused):
                note(reason)
            raise _refusal(source, refused) from error
        if file:
            file.place()  # before anything is printed: a reader may be gone
        refused.finish()
        _print(source, recorded, refused, format, dry_run=dry_run)
        if refused.rows and rejects is None:
            raise _refusal(source, refused)
        if refused.rows:
            note(f"{_rows(refused)} {'would go to' if dry_run else 'not recorded, or only in part: see'} {rejects}.")


def _print(source: "Source", recorded: "Recorded", refused: "Gathered", format: str, *, dry_run: bool) -> None:
    from ..output.render import render, show
    from ..output.target import flush

    if format == "json":
        render(as_dict(source, recorded, refused, dry_run=dry_run), format="json")
    else:
        show(lines_of(source, recorded, refused, dry_run=dry_run))
    flush()


def _refusal(source: "Source", refused: "Gathered") -> RefusedError:
    return RefusedError(
        f"{_rows(refused)} of {source.path.name} cannot be recorded as they are, so nothing is written; "
        "--rejects FILE records the others and writes these there"
    )


def _rows(refused: "Gathered") -> str:
    return "1 row" if refused.rows == 1 else f"{refused.rows:,} rows"


def _saving(told: Told, refused: "Gathered", file: "RejectsFile") -> Told:
    """Return what also brings the rejects to the disk, when all is read and nothing committed yet."""
    from secdb.exchange.csvfile import Row
    from secdb.register.loading.recording import SEALING

    def tell(phase: str, count: int) -> None:
        told(phase, count)
        if phase == SEALING:
            file.begin(list(refused.columns))
            for one in refused:
                file.add(Row(one.file, one.line, one.cells), one.reason)
            file.save()

    return tell
