"""Where the facts of a letter stand in its text: the words, their offsets, and the name of the part they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secdb.register.entry.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from secdb.register.letters.form import Table

    Span = tuple[int, int]

_NEAR = 120  # characters between day and place that are cited together


class Words:
    """The text of a letter with the extents of its statements."""

    def __init__(self, text: str, statements: Sequence[Table]) -> None:
        self.text = text
        self._extents = [(one.get("start_char", 0), one.get("end_char", 0)) for one in statements]
        self._titles = [span_of(one, "title") for one in statements]
        self._names = _names(statements)
        self._signatures = {span for one in statements for span in _signature(one)}

    def flat(self, span: Span | None) -> str | None:
        """Return the words in one line, None without any."""
        return " ".join(self.text[slice(*span)].split()) or None if span else None

    def citations(self, document: str, proofs: Iterable[tuple[Span | None, str]]) -> tuple[Entry, ...]:
        """Return a citation for each span, given with what it proves; words that prove two things are cited once."""
        proved: dict[Span, list[str]] = {}
        for span, what in proofs:
            if span and self.text[slice(*span)].strip():
                proved.setdefault(span, []).extend([what] if what else [])
        return tuple(self._citation(document, span, " and ".join(said)) for span, said in proved.items())

    def _citation(self, document: str, span: Span, note: str) -> Entry:
        values = {
            "document": document,
            "quotation": self.text[slice(*span)],
            "start_char": str(span[0]),
            "locator": self._locator(span),
            "note": note.capitalize(),
        }
        return Entry("citations", {key: value for key, value in values.items() if value})

    def _locator(self, span: Span) -> str:
        """Return the part that words stand in: `covering letter, title`, `annex, signature`, `annex`."""
        number = self.statement_at(span)
        if number is None:
            return ""
        where = "signature" if span in self._signatures else "title" if _contains(self._titles[number], span) else ""
        return ", ".join(filter(None, [self._names[number], where]))

    def statement_at(self, span: Span) -> int | None:
        """Return the place of the statement in whose text the words stand: the shortest of several."""
        around = [number for number, one in enumerate(self._extents) if _contains(one, span)]
        return min(around, key=lambda number: self._extents[number][1] - self._extents[number][0], default=None)


def day_and_place(statement: Table) -> list[tuple[Span, str]]:
    """Return where day and place of a statement stand, with which of the two: together when they stand near."""
    found = sorted((span, what) for what in ("date", "place") if (span := span_of(statement, what)))
    if len(found) == 2 and found[1][0][0] - found[0][0][1] <= _NEAR:  # noqa: PLR2004 - a day and a place
        return [((found[0][0][0], max(found[0][0][1], found[1][0][1])), "date and place")]
    return found


def place_of(table: Table) -> tuple[int, int] | None:
    """Return where an item of the draft stands."""
    return (table["start_char"], table["end_char"]) if {"start_char", "end_char"} <= table.keys() else None


def span_of(table: Table, key: str) -> tuple[int, int] | None:
    """Return where the words of a value stand, None when the draft does not say."""
    found = table.get("spans", {}).get(key)
    return (found[0], found[1]) if found and isinstance(found[0], int) else None


def _signature(statement: Table) -> Iterator[Span]:
    """Yield where the words of its signatures stand, in and around the names."""
    title = span_of(statement, "title")
    for one in statement.get("signatories", ()):
        for span in (span_of(one, "signed") or place_of(one), span_of(one, "state"), span_of(one, "capacity")):
            if one.get("signed") and span and not _contains(title, span):
                yield span


def _contains(outer: tuple[int, int] | None, inner: tuple[int, int]) -> bool:
    return outer is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def _names(statements: Sequence[Table]) -> list[str]:
    """Return what each statement is called in a locator: covering letter, annex, annex 2."""
    if not statements:
        return []
    covers = statements[0].get("kind") == "letter" and len(statements) > 1
    annexes = len(statements) - covers
    numbered = [f"annex {number}" if annexes > 1 else "annex" for number in range(1, annexes + 1)]
    if covers:
        return ["covering letter", *numbered]
    return [str(one.get("kind", "text")).replace("_", " ") for one in statements]
