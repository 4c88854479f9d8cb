"""What was read in a document, each value with the place of its words; `to_dict` is the JSON of INTERFACE section 3."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """Characters `start` to `end` (exclusive) of the text as it was given."""

    start: int
    end: int


def _places(spans: dict[str, Span]) -> dict[str, list[int]]:
    return {name: list(span) for name, span in spans.items()}


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who stands under a statement; `span` has the words of the name, or of the State when no person is named.

    `spans` has the words of `signed` (the mark with the name, only where there is a mark), `state` and `capacity`.
    """

    name: str | None
    state: str | None
    capacity: str | None
    signed: bool
    span: Span
    spans: dict[str, Span] = field(default_factory=dict)

    def to_dict(self) -> dict[str, object]:
        """Return the JSON object."""
        return {
            "name": self.name,
            "state": self.state,
            "capacity": self.capacity,
            "signed": self.signed,
            "start_char": self.span.start,
            "end_char": self.span.end,
            "spans": _places(self.spans),
        }


@dataclass(frozen=True, slots=True)
class Entry:
    """A State of a list: `name` as printed, `span` has these words and those that lead them (`the Republic of X`)."""

    state: str
    name: str
    span: Span

    def to_dict(self) -> dict[str, object]:
        """Return the JSON object."""
        return {"state": self.state, "name": self.name, "start_char": self.span.start, "end_char": self.span.end}


@dataclass(frozen=True, slots=True)
class Issuer:
    """A State whose text a statement is, and for which nobody stands under it; `spans` has the words of `capacity`."""

    state: str
    name: str
    capacity: str | None
    span: Span
    spans: dict[str, Span] = field(default_factory=dict)

    def to_dict(self) -> dict[str, object]:
        """Return the JSON object."""
        return {
            "state": self.state,
            "name": self.name,
            "capacity": self.capacity,
            "start_char": self.span.start,
            "end_char": self.span.end,
            "spans": _places(self.spans),
        }


@dataclass(frozen=True, slots=True)
class Statement:
    """One authored text. `span` is its extent, from the title to the last signature, whatever stands between.

    `spans` has the words of `title`, `date`, `place` and `addressee`; `issuers` are those of `states` that nobody of
    the `signatories` stands for.
    A statement that the covering letter only tells of has the span of the words that tell of it.
    """

    kind: str
    title: str | None
    date: str | None
    place: str | None
    addressee: str | None
    states: tuple[str, ...]
    signatories: tuple[Signatory, ...]
    span: Span
    spans: dict[str, Span] = field(default_factory=dict)
    issuers: tuple[Issuer, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return the JSON object."""
        return {
            "kind": self.kind,
            "title": self.title,
            "date": self.date,
            "place": self.place,
            "addressee": self.addressee,
            "states": list(self.states),
            "signatories": [one.to_dict() for one in self.signatories],
            "issuers": [one.to_dict() for one in self.issuers],
            "start_char": self.span.start,
            "end_char": self.span.end,
            "spans": _places(self.spans),
        }


@dataclass(frozen=True, slots=True)
class Roster:
    """A document's own list of the members of a body; `quote` is the text of `span`, as it stands.

    `entries` are the `states` with the words that name them, which may stand elsewhere: in title or signatures.
    """

    body: str
    on: str | None
    states: tuple[str, ...]
    complete: bool
    quote: str
    span: Span
    entries: tuple[Entry, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return the JSON object."""
        return {
            "body": self.body,
            "on": self.on,
            "states": list(self.states),
            "complete": self.complete,
            "quote": self.quote,
            "start_char": self.span.start,
            "end_char": self.span.end,
            "entries": [one.to_dict() for one in self.entries],
        }


@dataclass(frozen=True, slots=True)
class Warned:
    """Something a person should look at, and where."""

    message: str
    span: Span

    def to_dict(self) -> dict[str, object]:
        """Return the JSON object."""
        return {"message": self.message, "start_char": self.span.start, "end_char": self.span.end}


@dataclass(frozen=True, slots=True)
class Draft:
    """All that was read in one document; `sha256` is that of the file, `text_sha256` that of its text in UTF-8."""

    file: str
    sha256: str
    text_sha256: str
    language: str
    symbols: tuple[str, ...]
    date: str | None
    title: str | None
    session: int | None
    agenda_items: tuple[int | str, ...]
    statements: tuple[Statement, ...]
    rosters: tuple[Roster, ...]
    warnings: tuple[Warned, ...]
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)

    def to_dict(self) -> dict[str, object]:
        """Return the JSON object of INTERFACE section 3; `spans` are added."""
        return {
            "file": self.file,
            "sha256": self.sha256,
            "text_sha256": self.text_sha256,
            "language": self.language,
            "document": {
                "symbols": list(self.symbols),
                "date": self.date,
                "title": self.title,
                "session": self.session,
                "agenda_items": list(self.agenda_items),
                "spans": {name: [list(span) for span in spans] for name, spans in self.spans.items()},
            },
            "statements": [one.to_dict() for one in self.statements],
            "rosters": [one.to_dict() for one in self.rosters],
            "warnings": [one.to_dict() for one in self.warnings],
        }
