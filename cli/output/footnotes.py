"""The sources behind rows, as numbered lines under a table."""

from collections.abc import Iterable
from typing import Any


def footnotes(rows: Iterable[Any]) -> list[str]:
    """Return the notes of rows that have a `name` or `state`."""
    return numbered((getattr(row, "name", None) or row.state, row.sources) for row in rows)[0]


def annotated(result: Any) -> tuple[list[dict[str, Any]], list[str]]:  # noqa: ANN401 - any report
    """Return the rows of a report as readers see them, `sources` being the numbers of notes, and the notes."""
    notes, numbers = numbered((getattr(row, "name", None) or row.state, row.sources) for row in result.rows)
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
