"""Long tables: written as they are made where the format lets that be, else gathered up to a limit."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice, tee
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from secdb.errors import UsageError

from ..output.cells import as_field, as_json
from ..output.footnotes import numbered_by_row
from ..output.progress import counted

# the parts of the one module that prints; a table as long as this is printed by nothing else
from ..output.render import FormatName, is_cited, render
from ..output.tables import LAYOUTS
from ..output.target import Lines, is_unicode, print_line, target
from ..output.text import note

if TYPE_CHECKING:
    from secdb.database.reader import Register
    from secdb.reports.panels.coded import CodesOfTime
    from secdb.reports.panels.dyads import DyadsAsked
    from secdb.reports.panels.panel import PanelAsked
    from secdb.reports.panels.proofs import Proofs

SOURCES = "sources"
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
    kind: type,
    rows: Iterable[Any],
    codes: "CodesOfTime | None",
    day: Callable[[Any], str],
    proofs: "Callable[[Any], Proofs] | None" = None,
) -> tuple[list[str], Iterator[Sequence[object]]]:
    """Return the keys and the values of rows of a kind, the codes on the day of the row after each name.

    With `proofs` the last value is what they give of a row, under the key `sources`.
    """
    fields: list[str] = list(kind.__dataclass_fields__)  # type: ignore[attr-defined]
    if proofs is not None:
        rows, again = tee(rows)
        first, found = tabled(kind, rows, codes, day)
        return [*first, SOURCES], ((*values, proofs(row)) for values, row in zip(found, again, strict=True))
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


def tell_left_out(asked: "PanelAsked | DyadsAsked") -> None:
    """Say on stderr which years have no rows because the dataset does not cover them whole."""
    from secdb.reports.coverage import limits_in_words

    if years := asked.asked.without(asked.years):
        told = " and ".join(f"{first} to {last}" if first < last else f"{first}" for first, last in years)
        note(f"Left out: {told}; {limits_in_words(asked.about())}.")


def print_table(table: Table, *, format: FormatName, raw: bool) -> None:
    """Print a table, row by row as csv, tsv and jsonl. Raises UsageError where another format has too many rows."""
    if is_cited(table.title, table.about):
        return
    if format == "jsonl":
        ascii_only = not is_unicode()
        for row in table.rows:
            print_line(as_json(_record(table.keys, row), ascii_only=ascii_only))
    elif format in {"csv", "tsv"}:
        _print_fields(table, "," if format == "csv" else "\t", raw=raw)
    else:
        found = list(islice(table.rows, AT_MOST + 1))
        if len(found) > AT_MOST:
            raise UsageError(f"there are more than {AT_MOST:,} rows; write them with -f csv -o FILE, or -f jsonl")
        rows, notes = records(table.keys, found, format)
        envelope = {"report": table.report, **table.about, "rows": rows}
        render(envelope, format=format, raw=raw, columns=table.keys, title=table.title, footer=notes, about=table.about)


def records(
    keys: Sequence[str], rows: Iterable[Sequence[object]], format: FormatName
) -> tuple[list[dict[str, object]], list[str]]:
    """Return the rows by key, and notes: of what proves a row programs get the sources, readers the notes' numbers."""
    if SOURCES not in keys or format not in LAYOUTS:
        return [_record(keys, row) for row in rows], []
    found = [dict(zip(keys, row, strict=True)) for row in rows]
    notes, numbers = numbered_by_row([cast("Proofs", row[SOURCES]) for row in found])
    return [row | {SOURCES: text} for row, text in zip(found, numbers, strict=True)], notes


def _record(keys: Sequence[str], row: Sequence[object]) -> dict[str, object]:
    return dict(zip(keys, map(_plain, row) if keys[-1] == SOURCES else row, strict=True))


def _plain(value: object) -> object:
    """Return the sources of what proves a row, and any other value as it is."""
    if not isinstance(value, tuple):
        return value
    from secdb.reports.base import plain
    from secdb.reports.panels.proofs import each

    return [plain(source) for source in each(value)]


def _print_fields(table: Table, delimiter: str, *, raw: bool) -> None:
    import csv

    writer = csv.writer(Lines(), delimiter=delimiter)
    # the same names and numbers come again and again
    field = lru_cache(1 << 14)(lambda value: as_field(_plain(value), raw=raw))
    writer.writerow(map(field, table.keys))
    for row in table.rows:
        writer.writerow(map(field, row))
