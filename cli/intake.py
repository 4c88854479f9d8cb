"""`secdb intake`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from secdb.errors import RefusedError, SecdbError

from .render import print_json
from .text import note

if TYPE_CHECKING:
    from secdb.intake import Draft, StateNames


def intake(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Letters: txt, PDF with a text layer, DOCX, HTML or a WordPress post."),
    ],
    format: Annotated[Literal["json", "jsonl"], typer.Option("-f", "--format", help="How to print drafts.")] = "json",
) -> None:
    """Read letters and print a draft of each.

    The drafts stand in the order of the files; a file that cannot be read is told of and left out.

    Example: secdb intake letter.txt -f json
    """
    names = _names(context.obj.database)
    drafts, failed = [], 0
    for path in files:
        try:
            draft = _draft(path, names).to_dict()
        except SecdbError as error:
            failed += 1
            note(str(error))
            continue
        if format == "jsonl":
            print_json(draft)
        else:
            drafts.append(draft)
    if format == "json":
        print_json(drafts, indent=2)
    if failed:
        raise RefusedError(f"{failed} of {len(files)} files not read")


def _draft(path: Path, names: "StateNames") -> "Draft":
    from secdb.intake import read_letter
    from secdb.intake.readers import read_file

    received = read_file(path)
    for one in received.notes:
        note(f"{received.name}: {one}")
    return read_letter(received.text, received.name, names, sha256=received.sha256)


def _names(database: str | None) -> "StateNames":
    """Return the authority list of the register in use, that of the seeds when there is no register."""
    import secdb
    from secdb.database.location import locate
    from secdb.database.reader import open_register
    from secdb.intake.authority import names_of_register, names_of_seeds

    place = locate(database)
    if place.path is not None and not place.path.exists():
        note(f"There is no register at {place.shown}; States are read by the list that comes with secdb.")
        return names_of_seeds(secdb.seeds_folder())
    with open_register(database) as register:
        return names_of_register(register)
