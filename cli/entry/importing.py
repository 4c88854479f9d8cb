"""`secdb import csv`: many records from a table."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from secdb.errors import RefusedError, UsageError

from ..author import author as author_of
from ..options import Author, DryRun, Message, WriteFormat, Yes
from ..output.progress import progress
from ..output.text import note
from .flow import Writing, register, write

if TYPE_CHECKING:
    from secdb.exchange.csvfile import Row
    from secdb.exchange.rejects import RejectsFile
    from secdb.exchange.tolerant import Fault
    from secdb.register.entry.entries import Entry
    from secdb.register.rows.problems import Problem

FEW = 500  # records that are written without progress

Noun = Literal["act", "tenure", "state", "person", "signatory", "roster"]


def import_csv(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A table in UTF-8, its first line the names of columns.")
    ],
    as_: Annotated[Noun, typer.Option("--as", help="What each row is.")],
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=FIELD", help="What a column gives; COLUMN= leaves it out."),
    ] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=TEXT", help="What every row has, without a column for it."),
    ] = None,
    dataset: Annotated[str | None, typer.Option("--dataset", metavar="CODE", help="Whose records they are.")] = None,
    rejects: Annotated[
        Path | None,
        typer.Option("--rejects", metavar="FILE", help="Write rows that fail there, and record the others."),
    ] = None,
    message: Message = None,
    author: Author = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    format: WriteFormat = "table",
) -> None:
    """Record the rows of a table, all or none of them.

    Every problem is listed with its line, column and value. A row that is on record already is left as it is.

    Example:
        secdb import csv acts.csv --as act --map Country=state --dry-run
    """
    from secdb.exchange.rejects import open_rejects
    from secdb.register.rows.problems import ProblemsError

    if dataset is not None and as_ not in {"act", "tenure", "roster"}:
        raise UsageError(f"a {as_} belongs to no dataset; leave --dataset out")
    shared = _pairs("--set", set_) | ({"dataset": dataset} if dataset else {})
    table = _read(file, as_, _pairs("--map", map_), shared)
    if not table.rows:
        raise RefusedError(f"{file} has no rows below its header; nothing was written")
    writing = Writing(author, message, dry_run, yes, format)
    what = f"Import {as_} from {file.name}"
    with open_rejects(rejects, context.obj.database, file) if rejects else nullcontext() as kept:
        problems = _recorded(context, what, table, writing, kept)
    if problems and rejects is None:
        raise ProblemsError(sorted(problems, key=lambda one: one.line))
    if problems:
        count = len(_reasons(table, problems))
        done = "would go to" if dry_run else "not recorded: see"
        note(f"{count} row{'' if count == 1 else 's'} {done} {rejects}.")
        if not table.sound({problem.line for problem in problems}):
            raise RefusedError(f"no row of {file} could be recorded")


def _recorded(
    context: typer.Context, what: str, table: "Read", writing: Writing, file: "RejectsFile | None"
) -> "list[Problem]":
    """Record the rows that are sound, or with a problem and no file for rejects none; return every problem."""
    from secdb.register.rows.problems import Problem, ProblemsError

    problems = [Problem(fault.file, fault.line, None, None, fault.reason) for fault in table.faults]
    while True:
        sound = table.sound({problem.line for problem in problems})
        try:
            if problems and file is None:
                _try(context, what, sound, writing)
                return problems
            if problems and file and not writing.dry_run:
                _save(file, table, problems)  # before the commit: what is not recorded is kept
            if sound:
                _record(context, what, sound, writing)
        except ProblemsError as error:
            if not (new := _new(problems, error.problems)):
                raise
            problems += new
        except BrokenPipeError:  # what was recorded could not be told; the rest is kept all the same
            if file:
                file.place()
            raise
        else:
            return problems


@dataclass(frozen=True, slots=True)
class Read:
    """A table as read: the entries its rows make, and the rows and faults by line."""

    header: list[str]
    entries: "list[Entry]"
    rows: "dict[int, Row | Fault]"
    faults: "list[Fault]"

    def sound(self, refused: AbstractSet[int]) -> "list[Entry]":
        """Return the entries without a row of the lines refused."""
        return [entry for entry in self.entries if not refused & _lines(entry)]


def _read(file: Path, noun: str, mapping: Mapping[str, str], shared: Mapping[str, str]) -> Read:
    from secdb.exchange.csvfile import Row
    from secdb.exchange.tolerant import Fault, read_table
    from secdb.register.entry.batch import columns_of, entries_of

    with progress(f"Reading {file.name}"):
        table = read_table(file)
        columns = columns_of(noun, table.header, {**_added(table.header), **mapping}, str(file))
        found = {one.line: one for one in table.rows}
        rows = [one for one in found.values() if isinstance(one, Row)]
        faults = [one for one in found.values() if isinstance(one, Fault)]
        return Read(table.header, entries_of(noun, rows, columns, shared), found, faults)


def _added(header: Sequence[str]) -> dict[str, str]:
    """Return the columns that a rejects file has before those of its table, to be left out."""
    from secdb.exchange.rejects import OWN

    first = header[: len(OWN)]
    return dict.fromkeys(first, "") if tuple(one.removeprefix("reject_") for one in first) == OWN else {}


def _record(context: typer.Context, what: str, entries: "Sequence[Entry]", writing: Writing) -> None:
    from secdb.register.desk.adding import add

    with progress(f"Recording {len(entries):,} records") as stop:
        write(context, what, lambda desk: add(desk, entries), writing, bulk=len(entries) > FEW, before_asking=stop)


def _try(context: typer.Context, what: str, entries: "Sequence[Entry]", writing: Writing) -> None:
    """Look for what else is wrong, writing nothing. Raises ProblemsError."""
    from secdb.register.desk.adding import add
    from secdb.register.desk.writing import carry_out

    with progress(f"Checking {len(entries):,} records"), register(context) as bind:
        author = author_of(writing.author)
        carry_out(bind, lambda desk: add(desk, entries), author=author, message=what, dry_run=True, bulk=True)


def _new(known: "Sequence[Problem]", problems: "Sequence[Problem]") -> "list[Problem]":
    """Return the problems with lines that had none."""
    lines = {1, *(problem.line for problem in known)}
    return [problem for problem in problems if problem.line not in lines]


def _save(file: "RejectsFile", table: Read, problems: "Sequence[Problem]") -> None:
    """Bring the refused rows to the disk."""
    reasons = _reasons(table, problems)
    file.begin(table.header)
    for line in sorted(reasons):
        file.add(table.rows[line], reasons[line])
    file.save()


def _reasons(table: Read, problems: "Sequence[Problem]") -> dict[int, str]:
    """Return why each refused row is refused, by line; a row that stands with one of them is refused too."""
    texts: dict[int, list[str]] = {}
    for problem in problems:
        texts.setdefault(problem.line, []).append(str(replace(problem, file="")))  # the place has columns of its own
    reasons = {line: "; ".join(dict.fromkeys(of_line)) for line, of_line in texts.items()}
    for entry in table.entries:
        if lines := sorted(texts.keys() & _lines(entry)):
            reasons |= dict.fromkeys(_lines(entry) - reasons.keys(), f"stands with line {lines[0]}, which is refused")
    return reasons


def _lines(entry: "Entry") -> set[int]:
    return {entry.place.line, *(part.place.line for parts in entry.parts.values() for part in parts)}


def _pairs(option: str, given: Sequence[str] | None) -> dict[str, str]:
    pairs = [text.partition("=") for text in given or ()]
    if wrong := [column for column, equals, _ in pairs if not equals or not column]:
        raise UsageError(f"{option} takes two texts with = between them, not {wrong[0]!r}")
    return {column.strip(): field.strip() for column, _, field in pairs}
