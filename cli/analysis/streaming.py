"""Long tables: written as they are made where the format lets that be, else gathered up to a limit."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from secdb.errors import UsageError

from ..output.cells import as_field, as_json
from ..output.progress import counted

# the parts of the one module that prints; a table as long as this is printed by nothing else
from ..output.render import FormatName, Lines, is_cited, is_unicode, print_line, render, target

if TYPE_CHECKING:
    from secdb.database.reader import Register
    from secdb.reports.panels.coded import CodesOfTime

AT_MOST = 200_000
"""Rows of a table that is held in memory: to be aligned, or as one object of JSON."""


class Table(NamedTuple):
    """Rows as they are made, and what they are about."""

    report: str
    title: str
    about: Mapping[str, object]
    keys: Sequence[str]
    rows: Iterator[Sequence[object]]


def codes_of_time(register: "Register", names: Sequence[str] | None) -> "CodesOfTime | None":
    """Return what knows the codes that `--codes` asks for, None for none; each row has those of its own day."""
    if not names:
        return None
    from secdb.reports.panels.coded import CodesOfTime

    return CodesOfTime(register, [part for name in names for part in name.split(",")])


def tabled(
    kind: type, rows: Iterable[Any], codes: "CodesOfTime | None", day: Callable[[Any], str]
) -> tuple[list[str], Iterator[Sequence[object]]]:
    """Return the keys and the values of rows of a kind, the codes on the day of the row after each name."""
    fields: list[str] = list(kind.__dataclass_fields__)  # type: ignore[attr-defined]
    if codes is None:
        return fields, map(attrgetter(*fields), rows)
    sides = [field.removeprefix("name") for field in fields if field.startswith("name")]
    keys: list[str] = []
    for field in fields:
        keys += [field, *(scheme + field[4:] for scheme in codes.schemes if field.startswith("name"))]

    def values(row: Any) -> list[object]:  # noqa: ANN401 - a row of the kind
        added = {f"name{side}": codes.of(getattr(row, f"state{side}"), day(row)) for side in sides}
        return [value for field in fields for value in (getattr(row, field), *added.get(field, ()))]

    return keys, map(values, rows)


@contextmanager
def shown_progress(label: str, total: int) -> Iterator[Callable[[], None]]:
    """Show how far it is, unless the table itself goes to a terminal."""
    with counted(label, 0 if target().isatty() else total) as step:
        yield step


def print_table(table: Table, *, format: FormatName, raw: bool) -> None:
    """Print a table, row by row as csv, tsv and jsonl. Raises UsageError where another format has too many rows."""
    if is_cited(table.title, table.about):
        return
    if format == "jsonl":
        ascii_only = not is_unicode()
        for row in table.rows:
            print_line(as_json(dict(zip(table.keys, row, strict=True)), ascii_only=ascii_only))
    elif format in {"csv", "tsv"}:
        _print_fields(table, "," if format == "csv" else "\t", raw=raw)
    else:
        rows = [dict(zip(table.keys, row, strict=True)) for row in islice(table.rows, AT_MOST + 1)]
        if len(rows) > AT_MOST:
            raise UsageError(f"there are more than {AT_MOST:,} rows; write them with -f csv -o FILE, or -f jsonl")
        envelope = {"report": table.report, **table.about, "rows": rows}
        render(envelope, format=format, raw=raw, columns=table.keys, title=table.title, about=table.about)


def _print_fields(table: Table, delimiter: str, *, raw: bool) -> None:
    import csv

    writer = csv.writer(Lines(), delimiter=delimiter)
    field = lru_cache(1 << 14)(partial(as_field, raw=raw))  # the same names and numbers come again and again
    writer.writerow(map(field, table.keys))
    for row in table.rows:
        writer.writerow(map(field, row))
