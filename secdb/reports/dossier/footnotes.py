"""The numbered sources of a page: what stands behind a fact is a number that leads to its note, and back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from secdb.reports.dossier.markup import Html, tag, together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secdb.reports.base import Source

BACK = 12  # ways back that a footnote gives, however often it is referred to

Key = tuple[str, str | None, str | None, int | None, int | None]


@dataclass(slots=True)
class Note:
    """A footnote: the words in a document, and how often the page refers to them."""

    number: int
    source: Source
    uses: int = 0


@dataclass(slots=True)
class Footnotes:
    """The footnotes of a page, numbered as they are first referred to: one per document, locator and quotation."""

    notes: dict[Key, Note] = field(default_factory=dict)

    def refer(self, sources: Iterable[Source]) -> Html:
        """Return the numbers of the sources, each a link to its footnote."""
        referred = [self._note(source) for source in sources]
        links = [self._link(note) for note in sorted({note.number: note for note in referred}.values(), key=_number)]
        return tag("sup", together(*links, between=" ")) if links else Html("")

    def of_document(self, code: str) -> list[Note]:
        """Return the footnotes that lead to a document."""
        return [note for note in self.notes.values() if note.source.document == code]

    def _note(self, source: Source) -> Note:
        key = (source.document, source.locator, source.quotation, source.start_char, source.end_char)
        return self.notes.setdefault(key, Note(len(self.notes) + 1, source))

    def _link(self, note: Note) -> Html:
        note.uses += 1
        own = f"ref-{note.number}-{note.uses}" if note.uses <= BACK else None
        return tag("a", note.number, id=own, href=f"#note-{note.number}", aria_label=f"Footnote {note.number}")


def _number(note: Note) -> int:
    return note.number


def listed(notes: Footnotes, found: Iterable[int]) -> Html:
    """Return the list of all footnotes; `found` are the numbers of those whose words are marked in a text."""
    marked = set(found)
    items = [together("\n", _item(note, is_marked=note.number in marked)) for note in notes.notes.values()]
    return tag("ol", *items, class_="notes")


def _item(note: Note, *, is_marked: bool) -> Html:
    source = note.source
    document = tag("a", source.title or source.document, href=f"#{document_id(source.document)}")
    parts = [document, source.locator, _quoted(note, is_marked=is_marked)]
    if source.retrieved_on:
        parts.append(f"read on {source.retrieved_on}")
    said = together(*(part for part in parts if part), between=", ")
    return tag("li", said, ". ", _ways_back(note), id=f"note-{note.number}")


def _quoted(note: Note, *, is_marked: bool) -> Html | None:
    words = note.source.quotation
    if not words:
        return None
    quoted = tag("q", " ".join(words.split()))
    return tag("a", quoted, href=f"#words-{note.number}") if is_marked else quoted


def _ways_back(note: Note) -> Html:
    shown = range(1, min(note.uses, BACK) + 1)
    links = (
        tag(
            "a",
            f"↑{use}",
            href=f"#ref-{note.number}-{use}",
            aria_label=f"Back to reference {use} to footnote {note.number}",
        )
        for use in shown
    )
    more = f" and {note.uses - BACK} more" if note.uses > BACK else ""
    return tag("span", together(*links, between=" "), more, class_="back")


def document_id(code: str) -> str:
    """Return the id of a document's part of the page."""
    return f"document-{code}"
