"""An entry: what a person gives for one record, as texts, whether by flags, answers, a draft or a row of a table."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from secdb.register.rows.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

TYPED = Place("", 0)
"""The place of what was given as flags or answers."""

Given = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Received:
    """A file as it was received: its bytes, untouched, and what they are, such as `application/pdf`."""

    content: bytes = field(repr=False)
    media_type: str

    def columns(self) -> dict[str, bytes | str]:
        """Return what the row of its document holds of it."""
        digest = hashlib.sha256(self.content).hexdigest()
        return {"received": self.content, "received_type": self.media_type, "received_sha256": digest}


NO_FILE = dict.fromkeys(("received", "received_type", "received_sha256"))
"""What the row of a document holds whose text is all that was received."""


def received_beside(text: str, content: bytes, media_type: str) -> Received | None:
    """Return the file to be kept beside its text; None where its bytes are the text itself in UTF-8."""
    return None if content == text.encode() else Received(content, media_type)


@dataclass(frozen=True, slots=True)
class Entry:
    """The texts given for one record of a noun, by field of its form (`secdb.register.entry.forms`).

    An empty text clears the field of a record that is edited. `edits`: code or number of the record to be changed,
    None for a new one; `seen`: the revision at which its present values were read; `remove`: it is to be taken off.
    `lines`: the line of each field in the file.
    """

    noun: str
    values: Mapping[str, Given]
    parts: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    place: Place = TYPED
    lines: Mapping[str, int] = field(default_factory=dict)
    edits: str | None = None
    seen: int | None = None
    remove: bool = False
    given_as: Mapping[str, str] = field(default_factory=dict)
    """For what was given in short: the field of the form that stands for each field of this entry."""
    received: Received | None = None
    """Of a document: the file in which its `text` came, where it is not that text in UTF-8 (`received_beside`)."""

    def problem(self, message: str, name: str | None = None, value: str | None = None) -> Problem:
        """Return a problem with this entry, or with one of its fields, at its line."""
        given = self.values.get(name, "") if name else ""
        shown = value if value is not None else (given if isinstance(given, str) else ", ".join(given))
        column = self.given_as.get(name, name) if name else None
        return Problem(self.place.file, self.lines.get(column or "", self.place.line), column, shown or None, message)
