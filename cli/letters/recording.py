"""`secdb record`: drafts of letters and of single records, each in one revision."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secdb.errors import NotFoundError, RefusedError

from ..entry.drafting import record_text
from ..entry.flow import Writing, write
from ..options import Author, DryRun, Message, WriteFormat, Yes
from .failures import Failures

if TYPE_CHECKING:
    from secdb.intake.readers import Received
    from secdb.register.letters.form import LetterDraft


def record_files(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Drafts, as intake -o or --edit write them.")],
    review: Annotated[bool, typer.Option("--review", help="Look each letter through first, beside its text.")] = False,
    message: Message = None,
    author: Author = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    format: WriteFormat = "table",
) -> None:
    """Record drafts, each in one revision.

    A draft that cannot be recorded stays as it is, and what is wrong with it is told; the others are recorded.

    Example:
        secdb record drafts/*.toml
    """
    writing = Writing(author, message, dry_run, yes, format)
    failures = Failures(debug=context.obj.debug)
    for path in files:
        try:
            with failures.told(path):
                _record(context, path, writing, review=review)
        except typer.Abort:
            raise RefusedError(f"the input ended; {path} was not recorded, nor any draft after it") from None
    if failures.count:
        raise RefusedError(f"{failures.count} of {len(files)} drafts not recorded; correct them and run this again")


def record_letter_text(context: typer.Context, text: str, path: Path, writing: Writing) -> None:
    """Record what the draft of a letter says; its letter is read again. Raises ProblemsError, RefusedError ..."""
    from secdb.register.letters.form import read_letter_draft

    draft = read_letter_draft(text, str(path))
    record_draft(context, draft, letter_of(draft, path), writing)


def record_draft(context: typer.Context, draft: "LetterDraft", received: "Received", writing: Writing) -> None:
    """Record the draft of a letter that has been read, in one revision; its effect is shown and agreed to first."""
    from secdb.register.entry.entries import received_beside
    from secdb.register.letters.recording import record_letter

    tables = draft.tables
    own = replace(
        writing,
        message=writing.message or tables.get("message") or None,
        author=writing.author or tables.get("author") or None,
    )
    named = [*tables.get("document", {}).get("symbols", ()), tables.get("file") or received.name]
    kept = received_beside(received.text, received.content, received.media_type)
    write(context, f"Record letter {named[0]}", lambda desk: record_letter(desk, draft, received.text, kept), own)


def letter_of(draft: "LetterDraft", path: Path) -> "Received":
    """Return the letter a draft was made of. Raises NotFoundError, RefusedError for one that has changed."""
    from secdb.intake.readers import read_file

    given = [name for name in (draft.tables.get("source"), draft.tables.get("file")) if name]
    places = [path.parent / name for name in given] + [Path(name) for name in given]
    found = next((one for one in places if one.is_file()), None)
    if found is None:
        where = f"{given[0]} is not there" if given else "it names none"
        raise NotFoundError(f'the letter of this draft is not found: {where}; say source = "path of the letter"')
    received = read_file(found)
    digest = draft.tables.get("sha256")
    if digest and received.sha256 != digest:
        raise RefusedError(f"{found} has changed since the draft was made; take it in again")
    return received


def _record(context: typer.Context, path: Path, writing: Writing, *, review: bool) -> None:
    from secdb.register.letters.form import is_letter

    text = read_text(path)
    if not is_letter(text):
        record_text(context, text, str(path), writing)
    elif review:
        from .reviewing import review_file

        review_file(context, path, text, writing)
    else:
        record_letter_text(context, text, path, writing)


def read_text(path: Path) -> str:
    """Return what a draft says. Raises RefusedError for one that cannot be read."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError(f"it is not in UTF-8 (byte {error.start}); save it so") from None
    except OSError as error:
        raise RefusedError(f"it cannot be read: {error.strerror}") from None
