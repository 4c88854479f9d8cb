"""The text of a document with the quoted words marked, each mark leading back to its footnote."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from secdb.reports.dossier.markup import Html, tag, together, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from secdb.reports.dossier.footnotes import Note


@dataclass(frozen=True, slots=True)
class Span:
    """The words of a footnote: characters of the text from 0, `end` after the last."""

    number: int
    start: int
    end: int


def spans(text: str | None, notes: Iterable[Note]) -> list[Span]:
    """Return where the quotations stand in the text: only those that are exactly its words there."""
    found = []
    for note in notes:
        start, end, words = note.source.start_char, note.source.end_char, note.source.quotation
        if text and words and start is not None and end is not None and text[start:end] == words:
            found.append(Span(note.number, start, end))
    return found


def highlighted(text: str, marked: Sequence[Span]) -> Html:
    """Return the whole text in a `pre`, the words of each span in a `mark` with the id `words-NUMBER`.

    Where two quotations overlap without one holding the other, the mark of one is in pieces: all have its number as
    `data-note`, the first has the id. A text keeps its first line feed, which HTML drops after `<pre>`.
    """
    writer = _Writer()
    cuts = sorted({0, len(text), *(one.start for one in marked), *(one.end for one in marked)})
    for here, following in pairwise(cuts):
        writer.go_to(here, [one for one in marked if one.start <= here < one.end])
        writer.pieces.append(written(text[here:following]))
    writer.go_to(len(text), [])
    return tag("pre", Html("\n"), together(*writer.pieces))


@dataclass(slots=True)
class _Writer:
    """Marks that are open, the outermost first, and what was written."""

    pieces: list[Html] = field(default_factory=list)
    opened: list[Span] = field(default_factory=list)
    parts: Counter[int] = field(default_factory=Counter)

    def go_to(self, here: int, wanted: Sequence[Span]) -> None:
        """Close and open marks until those wanted are open; one that holds another is outside it."""
        kept = 0
        while kept < len(self.opened) and self.opened[kept] in wanted:
            kept += 1
        while len(self.opened) > kept:
            self._close(self.opened.pop(), here)
        for one in sorted(set(wanted) - set(self.opened), key=lambda one: (-one.end, one.number)):
            self._open(one)

    def _open(self, one: Span) -> None:
        self.parts[one.number] += 1
        part = self.parts[one.number]
        own = f"words-{one.number}" if part == 1 else f"words-{one.number}-{part}"
        self.pieces.append(Html(f'<mark id="{own}" data-note="{one.number}">'))
        self.opened.append(one)

    def _close(self, one: Span, here: int) -> None:
        self.pieces.append(Html("</mark>"))
        if here == one.end:
            # its number is drawn by the style sheet: the text is the document's and nothing else
            label = f"Back to footnote {one.number}"
            self.pieces.append(
                tag("a", href=f"#note-{one.number}", class_="to-note", data_note=one.number, aria_label=label)
            )
