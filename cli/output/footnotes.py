"""The sources behind rows, as numbered lines under a table."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any


def named(row: Any) -> str:  # noqa: ANN401 - of any report
    """Return whom the sources of a row prove: its `name` or `state`."""
    return str(getattr(row, "name", None) or row.state)


def footnotes(rows: Iterable[Any]) -> list[str]:
    """Return the notes of rows that have a `name` or `state`."""
    return numbered((named(row), row.sources) for row in rows)[0]


def annotated(
    result: Any,  # noqa: ANN401 - any report
    about: Callable[[Any], str] = named,
) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the rows of a report as readers see them, `sources` being the numbers of notes, and the notes.

    `about` says whom or what the sources of a row prove.
    """
    notes, numbers = numbered((about(row), row.sources) for row in result.rows)
    rows = result.to_dict()["rows"]
    return [row | {"sources": text} for row, text in zip(rows, numbers, strict=True)], notes


def numbered(proofs: Iterable[tuple[str, Iterable[Any]]]) -> tuple[list[str], list[str]]:
    """Number the sources behind rows, given as who or what each row is about and its sources.

    Returns a line per distinct source (whom it proves, document, place, words), and for each row the numbers of its
    notes, as `1,2`.
    """
    notes: dict[tuple[Any, ...], tuple[Any, dict[str, None]]] = {}  # the source, and whom it proves in order
    numbers = []
    for who, sources in proofs:
        keys = []
        for source in sources:
            key = (source.document, source.locator, source.quotation, source.start_char, source.end_char)
            notes.setdefault(key, (source, {}))[1][who] = None
            keys.append(key)
        numbers.append(dict.fromkeys(keys))
    places = {key: str(number) for number, key in enumerate(notes, 1)}
    lines = [f"[{places[key]}] {', '.join(whom)}: {cited(source)}" for key, (source, whom) in notes.items()]
    return lines, [",".join(sorted((places[key] for key in keys), key=int)) for keys in numbers]


def numbered_by_row(proofs: Sequence[Sequence[tuple[str, Iterable[Any]]]]) -> tuple[list[str], list[str]]:
    """Return notes and numbers as `numbered` does, of rows that are each about several."""
    notes, numbers = numbered(pair for row in proofs for pair in row)
    left = iter(numbers)
    of_rows = [{number for _ in row for number in next(left).split(",") if number} for row in proofs]
    return notes, [",".join(sorted(row, key=int)) for row in of_rows]


def cited(source: Any) -> str:  # noqa: ANN401 - any report's source
    """Return a source as a line: title, place in it, quotation with its offsets, day it was read."""
    parts = [f"{source.title} ({source.document})", source.locator]
    if source.quotation:
        words = " ".join(source.quotation.split())
        where = "" if source.start_char is None else f" [{source.start_char}-{source.end_char}]"
        parts.append(f"\u201c{words}\u201d{where}")
    if source.retrieved_on:
        parts.append(f"read on {source.retrieved_on}")
    return ", ".join(part for part in parts if part)
