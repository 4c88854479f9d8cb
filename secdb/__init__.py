"""A register of treaty membership: who was bound on a given day, and which sentence of which document says so.

    with secdb.open() as register:                     # read-only
        report = secdb.members(register, "cst", on="2009-09-26")
        report.count, report.rows, report.to_dict()

Importing this loads nothing; each call imports what it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from secdb.database.reader import Register
    from secdb.exchange.csvfile import Row
    from secdb.exchange.importers.base import Reject
    from secdb.exchange.importing import Source
    from secdb.exchange.packages.writing import Exported
    from secdb.register.loading.recording import Recorded, Told
    from secdb.register.loading.refusals import Refusals
    from secdb.register.opened import WritableRegister
    from secdb.register.whole import Imported
    from secdb.reports.changes import changes as changes
    from secdb.reports.check import check as check
    from secdb.reports.codes import codes as codes
    from secdb.reports.comparing.compare import compare as compare
    from secdb.reports.dossier.page import dossier as dossier
    from secdb.reports.history import history as history
    from secdb.reports.listing import listing as listing
    from secdb.reports.matrix import matrix as matrix
    from secdb.reports.members import members as members
    from secdb.reports.membership import explain as explain
    from secdb.reports.membership import membership as membership
    from secdb.reports.offices import signatories as signatories
    from secdb.reports.offices import who as who
    from secdb.reports.panels.dyads import dyads as dyads
    from secdb.reports.panels.network import network as network
    from secdb.reports.panels.panel import panel as panel
    from secdb.reports.person import person as person
    from secdb.reports.search import search as search
    from secdb.reports.showing import show as show
    from secdb.reports.signed import signed_not_ratified as signed_not_ratified
    from secdb.reports.timeline import timeline as timeline

    Package = Iterable[tuple[str, Iterable[Row]]]

__version__ = "0.1.0"

# every report, and the module of secdb.reports that it stands in
_REPORTS = {
    **{name: name for name in ("changes", "check", "codes", "history", "listing", "matrix", "members", "membership")},
    **{name: name for name in ("person", "search", "timeline")},
    "compare": "comparing.compare",
    "dossier": "dossier.page",
    "dyads": "panels.dyads",
    "explain": "membership",
    "network": "panels.network",
    "panel": "panels.panel",
    "show": "showing",
    "signatories": "offices",
    "signed_not_ratified": "signed",
    "who": "offices",
}


def open(  # noqa: A001 - secdb.open()
    database: str | None = None, *, writable: bool = False, as_recorded: int | None = None
) -> Register | WritableRegister:
    """Return the register at a URL or path (default: SECDB_DATABASE, then the user's data folder); a context manager.

    `writable=True` adds `.revise(author=..., message=...)`. With `as_recorded` it answers what it said at that
    revision, 0 = before anything, and cannot be writable (UsageError). Raises DatabaseError when there is no register,
    or it is of another schema, locked or damaged, NotFoundError when there is no such revision; nothing is created.
    """
    if writable and as_recorded is not None:
        from secdb.errors import UsageError

        raise UsageError("what was recorded at a revision cannot be changed; open it without as_recorded to write")
    if writable:
        from secdb.register.opened import open_writable

        return open_writable(database)
    from secdb.database.reader import open_register

    return open_register(database, as_recorded)


def create(
    database: str | None = None, *, author: str, seeds: bool | Literal["states"] = True, without: Sequence[str] = ()
) -> int | None:
    """Make a register, with the seeds unless told otherwise, and return the number of its first revision.

    `seeds="states"` loads the authority list of States alone; `without`: codes of documents of the seeds that are left
    out with all that rests on them, to be taken in from their texts. An SQLite file appears only when it is whole.
    Raises RefusedError when there is a register already, DatabaseError when there is something else in its place,
    NotFoundError for a document that is not in the seeds.
    """
    from secdb.exchange.package import read_package
    from secdb.exchange.states import only_states
    from secdb.exchange.without import without_documents
    from secdb.register.creating import create as make

    package: Package | None = read_package(seeds_folder()) if seeds else None
    if package and without:
        package = without_documents(package, without)
    return make(database, author=author, package=only_states(package) if package and seeds == "states" else package)


def import_source(  # noqa: PLR0913 - what a revision is
    database: str | None,
    source: Source,
    refusals: Refusals,
    *,
    author: str,
    message: str | None = None,
    in_part: bool = False,
    dry_run: bool = False,
    told: Told | None = None,
) -> Recorded:
    """Record another project's dataset in one revision; return what came of it, and count in `source.tally`.

        source = secdb.exchange.importing.Source("cow-igo", Path("state_year_format3.csv"))
        with secdb.register.Gathered() as refused:
            secdb.import_source(None, source, refused, author="A. Analyst")

    What cannot be read or recorded goes to `refusals`; then nothing is written (NotRecordedError) unless `in_part`. Nor
    is anything in a `dry_run`, or when the file is not of the form (PackageError). `told` hears of the phases.
    """
    from secdb.database import engine, locate
    from secdb.database.health import require_current
    from secdb.register.loading.recording import record
    from secdb.register.rows.problems import Problem

    location = locate(database)
    require_current(location)

    def reject(one: Reject) -> None:
        refusals.add(Problem(one.file, one.line, None, None, one.reason), one.cells)

    bind = engine(location.url)
    try:
        return record(
            bind,
            lambda register: source.records(register, reject),
            refusals,
            author=author,
            message=message or f"Import {source.title} from {source.path.name}",
            in_part=in_part,
            dry_run=dry_run,
            told=told or (lambda _phase, _count: None),
        )
    finally:
        bind.dispose()


def export_package(
    database: str | None,
    folder: Path,
    *,
    as_recorded: int | None = None,
    force: bool = False,
    told: Callable[[int, int], None] = lambda _done, _all: None,
) -> Exported:
    """Write the whole register as a Tabular Data Package into a new folder; return what was written.

    See `secdb.exchange.packages.writing.export_package`.
    """
    from secdb.exchange.packages.writing import export_package as write

    return write(database, folder, as_recorded=as_recorded, force=force, told=told)


def import_package(  # noqa: PLR0913 - what a revision is
    database: str | None,
    folder: Path,
    *,
    author: str,
    message: str | None = None,
    dry_run: bool = False,
    changed: bool = False,
) -> Imported:
    """Record a package in one revision, all of it or nothing; return what came of it.

    What is on record stays as it is. With `changed` files are taken that were changed after the package was written.
    Raises PackageError for a file that cannot be read or was changed, ProblemsError with all that is wrong with rows.
    """
    from secdb.database import engine, locate
    from secdb.database.health import require_current
    from secdb.exchange.package import read_package
    from secdb.register.whole import import_package as record

    location = locate(database)
    require_current(location)
    package = read_package(folder, is_trusted=changed)
    why = message or f"Import the package {package.name or folder.resolve().name}"
    bind = engine(location.url)
    try:
        return record(bind, package, author=author, message=why, dry_run=dry_run)
    finally:
        bind.dispose()


def seeds_folder() -> Path:
    """Return the folder of the seed package: inside the installed package, else in the checkout."""
    from pathlib import Path

    from secdb.errors import DatabaseError

    here = Path(__file__).resolve().parent
    for folder in (here / "_seeds", here.parent / "seeds"):
        if (folder / "datapackage.json").is_file():
            return folder
    raise DatabaseError("this installation of secdb has no seeds; install it again")


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a function of the module of that name
    """Import a report when it is first asked for."""
    if name in _REPORTS:
        from importlib import import_module

        return getattr(import_module(f"secdb.reports.{_REPORTS[name]}"), name)
    raise AttributeError(f"module 'secdb' has no attribute {name!r}")
