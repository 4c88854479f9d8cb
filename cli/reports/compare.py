"""`secdb compare`."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from secdb.database.reader import open_register

from ..options import AsRecorded, Basis, Format, Raw, Sources, Treaty
from ..output.footnotes import annotated
from ..output.render import render
from ..output.tables import LAYOUTS

Datasets = Annotated[
    list[str], typer.Option("--datasets", metavar="A,B", help="Two datasets or more, their codes with commas.")
]
NAMED = 12  # States in a line on counts that differ


def compare(
    context: typer.Context,
    treaty: Treaty,
    datasets: Datasets,
    basis: Basis = "in-force",
    sources: Sources = False,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Tell where datasets differ on the members of a treaty.

    Also on which days their counts differ, and for which States both are certain that they do. An end is the first day
    no longer. Days apart are the fewest there can be, 0 where both may mean one day. What lies outside the days that
    both datasets cover is not compared.

    Example:
        secdb compare cst --datasets register,documents
    """
    from secdb.reports.comparing.compare import compare as report

    names = [name.strip() for given in datasets for name in given.split(",") if name.strip()]
    with open_register(context.obj.database, as_recorded) as register:
        result = report(register, treaty, names, basis=basis)
    if format not in LAYOUTS:
        render(result, format=format, raw=raw)
        return
    about = result.about
    listed = " and ".join(about["datasets"])
    differences = f"{len(result.rows)} difference{'' if len(result.rows) == 1 else 's'}"
    title = f"{about['title']}: {listed} ({basis}, revision {about['revision']}): {differences}"
    rows, notes = annotated(result)
    lines = [*map(_compared, about["compared"]), *map(_counts, about["counts_differ"]), *(notes if sources else ())]
    pair = about["datasets"] if len(about["datasets"]) == len("ab") else ["a", "b"]
    columns = {"state": "state", "name": "name", "field": "field", "a": pair[0], "b": pair[1]}
    columns |= {"days_apart": "days apart"}
    if pair == ["a", "b"]:
        columns |= {"dataset_a": "dataset a", "dataset_b": "dataset b"}
    columns |= {"sources": "sources"} if sources else {}
    about = {**about, "dataset": listed}
    render({"rows": rows}, format=format, columns=columns, title=title, footer=lines, about=about)


def _compared(pair: Mapping[str, Any]) -> str:
    named = f"{pair['dataset_a']} and {pair['dataset_b']}"
    if pair["from"] and pair["to"] and pair["from"] >= pair["to"]:
        return f"{named} have no day in common."
    return f"{named} are compared {_days(pair)}."


def _counts(stretch: Mapping[str, Any]) -> str:
    from secdb.reports.counting import count_in_words

    said = [f"{stretch[f'dataset_{side}']} {count_in_words(stretch[side])}" for side in "ab"]
    alone = [f"{_listed(stretch[f'only_{side}'])} in {stretch[f'dataset_{side}']} only" for side in "ab"]
    named = [text for text, side in zip(alone, "ab", strict=True) if stretch[f"only_{side}"]]
    return f"Counts differ {_days(stretch)}: {'; '.join([', '.join(said), *named])}"


def _listed(states: Sequence[str]) -> str:
    """Return States in a line that can be read: of many the first, and how many more."""
    more = len(states) - NAMED
    return ", ".join(states) if more <= 1 else f"{', '.join(states[:NAMED])} and {more} more"


def _days(stretch: Mapping[str, Any]) -> str:
    """Return the days of a stretch as a reader says them, the last one included."""
    first = f"from {stretch['from']} " if stretch["from"] else ""
    if stretch["to"]:
        return f"{first}to {dt.date.fromisoformat(stretch['to']) - dt.timedelta(days=1)}"
    return f"{first}on" if first else "on every day"
