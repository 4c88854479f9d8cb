"""The sources behind rows, as numbered lines under a table."""

from collections.abc import Iterable, Iterator
from typing import Any


def footnotes(rows: Iterable[Any]) -> Iterator[str]:
    """Yield a line per source of each row that has a `name` or `state`: who, document, place, words."""
    number = 0
    for row in rows:
        for source in row.sources:
            number += 1
            yield f"[{number}] {getattr(row, 'name', None) or row.state}: {cited(source)}"


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
