"""`secdb import package`: the whole of a package into the register."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..author import author as author_of
from ..options import Author, DryRun, Message
from ..output.progress import progress
from ..output.text import note

if TYPE_CHECKING:
    from secdb.register.loading.comparing import Difference
    from secdb.register.whole import Imported

SHOWN = 20  # differences that are listed


def import_package(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder with datapackage.json.")],
    changed: Annotated[
        bool, typer.Option("--changed", help="Take files that were changed after the package was written.")
    ] = False,
    message: Message = None,
    author: Author = None,
    dry_run: DryRun = False,
) -> None:
    """Record a data package, all of it or nothing.

    What is on record stays as it is, and differences are listed. Into a register made with `secdb init --empty` it
    brings exactly what was exported.

    Example:
        secdb import package register-2026 --dry-run
    """
    import secdb

    with progress(f"Recording {folder.name}"):
        done = secdb.import_package(
            context.obj.database, folder, author=author_of(author), message=message, dry_run=dry_run, changed=changed
        )
    _tell(done, dry_run=dry_run)


def _tell(done: "Imported", *, dry_run: bool) -> None:
    result = done.result
    for one in result.kept[:SHOWN]:
        note(_difference(one))
    if len(result.kept) > SHOWN:
        note(f"and {len(result.kept) - SHOWN:,} more")
    if result.kept:
        counted = "1 value differs" if len(result.kept) == 1 else f"{len(result.kept):,} values differ"
        note(f"{counted} from what is on record, which stays.")
    counts = f"{result.inserted:,} new, {result.unchanged:,} on record already"
    if dry_run:
        note(f"{counts}. Nothing was written (--dry-run).")
    elif done.number is None:
        note(f"{counts}. Nothing to write.")
    else:
        note(f"{counts}. Revision {done.number}.")


def _difference(one: "Difference") -> str:
    return f"{one.file}:{one.line}: {one.column} {_short(one.in_package)}, on record {_short(one.on_record)}"


def _short(value: object) -> str:
    """Return a value in quotes, cut after 60 characters."""
    if value is None:
        return "empty"
    text = str(value)
    return repr(text) if len(text) <= 60 else f"{text[:60]!r}..."  # noqa: PLR2004 - as problems of data are cut
