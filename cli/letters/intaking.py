"""`secdb intake`."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from secdb.errors import RefusedError, SecdbError, UsageError

from ..entry.flow import Writing, at_terminal
from ..options import Author, DryRun, Message, Yes
from ..output.progress import counted
from ..output.render import show
from ..output.target import flush, print_json
from ..output.text import note
from .failures import Failures
from .folder import Folder, to_toml
from .taking import Taken, as_draft, desk, letters, require_utf8, source_of

if TYPE_CHECKING:
    from .taking import Desk

Printed = Literal["json", "jsonl", "toml"]


def intake(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Letters: txt, PDF with a text layer, DOCX, HTML or a WordPress post; or folders of them.",
        ),
    ],
    format: Annotated[Printed | None, typer.Option("-f", "--format", help="Print the drafts so.")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="Keep the drafts in this folder.")
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Record the drafts as they are.")] = False,
    edit: Annotated[
        bool, typer.Option("--edit", help="Look each draft through in your editor, and record it.")
    ] = False,
    message: Message = None,
    author: Author = None,
    dry_run: DryRun = False,
    yes: Yes = False,
) -> None:
    """Read letters into drafts, to be looked through and recorded.

    At a terminal each draft is shown beside its text; with -f it is printed, with -o kept in a folder, from which
    `secdb record` takes it. A letter that has its draft there is not read again. Nothing is recorded unasked: --accept
    asks for it. A file that cannot be read is told of and left out.

    Example:
        secdb intake letters/ -o drafts/
    """
    if format and (output or accept or edit):
        raise UsageError("-f prints drafts; without -o, --accept and --edit")
    paths = letters(files)
    writing = Writing(author, message, dry_run, yes)
    run = _Run(context, paths, Folder(output) if output else None, writing, Failures(debug=context.obj.debug))
    with desk(context.obj.database) as reader:
        if edit or not (format or output or accept or not (at_terminal() and sys.stdout.isatty())):
            run.look_through(reader, in_editor=edit)
        elif accept:
            run.accept(reader)
        elif output:
            run.keep(reader)
        else:
            run.print(reader, format or "json")
    if run.failures.count:
        done = "recorded" if accept else "read"
        raise RefusedError(f"{run.failures.count} of {len(paths)} files not {done}")


@dataclass(slots=True)
class _Run:
    """One call of the command: its files one after another; `failures` counts those that came to nothing."""

    context: typer.Context
    paths: Sequence[Path]
    folder: Folder | None
    writing: Writing
    failures: Failures

    def print(self, reader: "Desk", format: Printed) -> None:
        """Print the drafts."""
        drafts = []
        for taken in self._taken(reader, self.paths):
            if format == "toml":
                with self.failures.told(taken.path, "printed"):
                    show(to_toml(taken).splitlines())
            elif format == "jsonl":
                print_json(_as_dict(taken))
            else:
                drafts.append(_as_dict(taken))
        if format == "json":
            print_json(drafts, indent=2)

    def keep(self, reader: "Desk", *, accepted: bool = False) -> None:
        """Write the drafts that are not in the folder yet, and print their paths, unless they are to be recorded."""
        folder = self.folder or Folder(Path())
        new = [path for path in self.paths if not folder.has(path)]
        written, known = 0, len(self.paths) - len(new)
        for taken in self._taken(reader, new):
            folder.make()
            with self.failures.told(taken.path, "kept"):
                path, is_new = folder.keep(taken)
                written, known = written + is_new, known + (not is_new)
                if is_new and not accepted:
                    show([str(path)])
                    flush()
        there = f", {known} there before" if known else ""
        note(f"{written} draft{'' if written == 1 else 's'} written to {folder.path}{there}.")
        if written and not accepted:
            note(f"Look them through and record them: secdb record --review {folder.path / '*.toml'}")

    def accept(self, reader: "Desk") -> None:
        """Record the drafts as they are; with a folder they are kept there, and recorded as they stand there."""
        from .recording import read_text, record_draft, record_letter_text

        if self.folder:
            self.keep(reader, accepted=True)
            for draft in self.folder.drafts(self.paths):
                with self.failures.told(draft):
                    record_letter_text(self.context, read_text(draft), draft, self.writing)
            return
        for taken in self._taken(reader, self.paths):
            with self.failures.told(taken.path):
                record_draft(self.context, as_draft(taken), taken.received, self.writing)

    def look_through(self, reader: "Desk", *, in_editor: bool) -> None:
        """Review the drafts one after another, and record each; one that lies in the folder is left as it is."""
        from .reviewing import review_taken

        for taken in self._taken(reader, [path for path in self.paths if not self._is_there(path)]):
            if self.folder:
                self.folder.make()
            before, path = self.failures.count, None
            with self.failures.told(taken.path, "kept"):
                require_utf8(source_of(taken.path, Path()), taken.received.name)
                path = self.folder.keep(taken)[0] if self.folder else None
            if self.failures.count == before:
                review_taken(self.context, taken, path, self.writing, in_editor=in_editor)

    def _is_there(self, letter: Path) -> bool:
        """Tell whether a letter has its draft in the folder, and where."""
        if self.folder is None or not self.folder.has(letter):
            return False
        [draft] = self.folder.drafts([letter])
        note(f"{letter} has its draft: secdb record --review {draft}")
        return True

    def _taken(self, reader: "Desk", paths: Sequence[Path]) -> Iterator[Taken]:
        """Yield the letters that can be read, and tell of those that cannot."""
        with counted("Reading letters", len(paths) if self.folder else 0) as step:
            for path in paths:
                if (taken := self._read(reader, path)) is not None:
                    yield self._told(taken)
                step()

    def _read(self, reader: "Desk", path: Path) -> Taken | None:
        with self.failures.told(path, "read"):
            try:
                return reader.take(path)
            except SecdbError as error:  # which begins with the name of the file
                self.failures.count += 1
                note(str(error))
        return None

    def _told(self, taken: Taken) -> Taken:
        """Tell what is offered, and what is left out, where nobody is going to see the draft."""
        if self.folder is None:
            for lines in taken.remarks.values():
                note(f"{taken.received.name}: {' '.join(lines)}")
        return taken


def _as_dict(taken: Taken) -> dict[str, Any]:
    """Return the draft with what is offered: JSON of INTERFACE section 3."""
    offers = [{"path": ".".join(map(str, path)), "offers": lines} for path, lines in taken.remarks.items()]
    return {**taken.tables, "offers": offers}
