"""The public views as tables: CSV, JSON Lines or Parquet, each view a file.

For reading in other programs. What goes back into a register is a package (`secdb.exchange.packages`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from secdb.errors import UsageError
from secdb.exchange.exporters.asking import chosen, opened, relation_of
from secdb.exchange.exporters.lines import CsvLines, json_lines
from secdb.exchange.exporters.placing import placed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from secdb.exchange.exporters.asking import Asked, Values

    Form = Literal["csv", "jsonl", "parquet"]
    Told = Callable[[str, int], None]

ENDINGS = {"csv": (".csv",), "jsonl": (".jsonl", ".ndjson"), "parquet": (".parquet", ".pq")}
"""How the name of a file of each form ends; a name that ends otherwise is a folder's."""
_TOLD = 1_000  # rows between two words about how far it is


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: rows by view, as of which revision (None = there is none), and what the form cannot carry."""

    rows: Mapping[str, int]
    revision: int | None
    losses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """What to export: views by name (none = all of them), of one dataset, in which form.

    `defuse` returns what stands in CSV for a text that a spreadsheet would run as a formula; None = texts as they are.
    """

    form: Form
    views: Sequence[str] = ()
    dataset: str | None = None
    defuse: Callable[[str], str] | None = None


def export_tables(  # noqa: PLR0913 - what an export is
    database: str | None,
    tables: Tables,
    target: Path | Callable[[str], object],
    *,
    as_recorded: int | None = None,
    force: bool = False,
    told: Told = lambda _view, _count: None,
) -> Exported:
    """Write views of the register at a URL or path to files in a folder, `memberships.csv`, or one view to one file.

    The target is a file where its name ends like the form's, else a folder; one view as text may also go to a function
    that takes each line. Rows come in the order of their keys, so the same register gives the same bytes on either
    engine (`current_members` is of the day). With `--dataset` rows of views that name a dataset are of that one. `told`
    hears the view and how many of its rows are written. Files are whole or not there. Raises UsageError, RefusedError
    for a place that is not free, NotFoundError for a view or dataset, MissingArrowError, and what `secdb.open` raises.
    """
    views = chosen(tables.views)
    if tables.form == "parquet":
        from secdb.exchange.exporters.parquet import require_arrow

        require_arrow()
    if not isinstance(target, Path):
        with opened(database, tables.dataset, as_recorded) as asked:
            return _Writing(asked, tables, told).printed(_only(views), target)
    folder, names = _files(target, views, tables.form)
    with (
        opened(database, tables.dataset, as_recorded) as asked,
        placed(folder, [*names.values()], database, force=force) as made,
    ):
        writing = _Writing(asked, tables, told)
        for view, name in names.items():
            writing.write(view, made / name)
        return writing.done()


def is_file(target: Path, form: Form) -> bool:
    """Tell whether the target is the name of one file, not of a folder."""
    return target.suffix.lower() in ENDINGS[form]


def _files(target: Path, views: Sequence[str], form: Form) -> tuple[Path, dict[str, str]]:
    """Return the folder and the name of each view's file in it."""
    if is_file(target, form):
        return target.parent, {_only(views): target.name}
    return target, {view: f"{view}{ENDINGS[form][0]}" for view in views}


def _only(views: Sequence[str]) -> str:
    if len(views) > 1:
        raise UsageError("a file takes one view: name it with --view, or name a folder for several")
    return views[0]


class _Writing:
    """Views being written."""

    def __init__(self, asked: Asked, tables: Tables, told: Told) -> None:
        self._asked = asked
        self._form = tables.form
        self._csv = CsvLines(tables.defuse)
        self._told = told
        self._revision = asked.revision()
        self._rows: dict[str, int] = {}

    def write(self, view: str, path: Path) -> None:
        """Write a view to a new file."""
        if self._form == "parquet":
            self._write_parquet(view, path)
            return
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(self._lines(view))

    def printed(self, view: str, line: Callable[[str], object]) -> Exported:
        """Give the lines of a view to a function."""
        if self._form == "parquet":
            raise UsageError("Parquet is no text: name a file")
        for one in self._lines(view):
            line(one)
        return self.done()

    def done(self) -> Exported:
        """Return what was written."""
        return Exported(self._rows, self._revision, tuple(self._losses()))

    def _lines(self, view: str) -> Iterator[str]:
        names = [column.name for column in relation_of(view).columns]
        make = self._csv.of if self._form == "csv" else json_lines
        return make(names, self._counted(view))

    def _write_parquet(self, view: str, path: Path) -> None:
        from secdb.exchange.exporters.parquet import ParquetFile

        with ParquetFile(path, relation_of(view), self._revision, self._asked.dataset) as file:
            for values in self._counted(view):
                file.add(values)

    def _counted(self, view: str) -> Iterable[Values]:
        count = 0
        for count, values in enumerate(self._asked.rows(view), 1):
            yield values
            if count % _TOLD == 0:
                self._told(view, count)
        self._rows[view] = count

    def _losses(self) -> Iterator[str]:
        if self._form == "csv":
            empty = f"{self._csv.empty:,} empty text{'' if self._csv.empty == 1 else 's'}"
            yield f"CSV cannot tell an empty text from no value ({empty} here), nor of what type a column is"
        if self._form == "jsonl":
            yield "JSON Lines cannot tell of what type a column is: days are text, flags 0 and 1"
        if count := self._csv.defused:
            cells = "1 cell has" if count == 1 else f"{count:,} cells have"
            yield f"{cells} an apostrophe before what a spreadsheet would run as a formula (--raw leaves it out)"
        if "documents" in self._rows:
            count = self._asked.count("documents", "received_sha256 IS NOT NULL")
            files = "1 file" if count == 1 else f"{count:,} files"
            yield f"the bytes of documents as received are not in a view ({files}); a package has them"
