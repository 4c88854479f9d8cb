"""What a reviewer goes through in the draft of a letter, one thing after another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from secdb.register.letters.citing import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from secdb.register.drafts.toml_lines import Path
    from secdb.register.letters.citing import Span
    from secdb.register.letters.form import Table

FIELDS = {
    "document": ("symbols", "date", "title", "session", "agenda_items", "kind", "publisher", "code", "same_as"),
    "statements": ("kind", "title", "date", "place", "addressee", "states", "code"),
    "signatories": ("name", "person", "state", "capacity", "signed"),
    "issuers": ("name", "state", "capacity"),
    "rosters": ("body", "treaty", "on", "states", "complete", "datasets"),
    "warnings": (),
}
"""The keys that a reviewer sees and may correct, by the table they stand in."""
_ONE = {"signatories": "signatory", "issuers": "issuer"}
_REQUIRED = {
    "statements": {"kind": "of what kind?"},
    "signatories": {"state": "for which State?"},
    "issuers": {"state": "for which State?"},
    "rosters": {"treaty": "of which treaty or organization?", "on": "of which day?"},
}


@dataclass(frozen=True, slots=True)
class Field:
    """A value of the draft, None for one that is not known, and the words it was taken from."""

    key: str
    value: Any
    spans: tuple[Span, ...] = ()

    @property
    def span(self) -> Span | None:
        """The first of the words, None when the draft does not say."""
        return self.spans[0] if self.spans else None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at: `path` is its place in the draft, `span` the stretch of text to show.

    `asks`: what only a person can answer, the warnings about its words, and remarks, a line each. `marks`: where the
    words of such warnings stand. `is_open` tells that the draft cannot be recorded before an answer is given.
    """

    path: Path
    head: str
    fields: tuple[Field, ...] = ()
    span: Span | None = None
    asks: tuple[str, ...] = ()
    marks: tuple[Span, ...] = ()
    is_open: bool = False
    is_skipped: bool = False
    note: str | None = None

    @property
    def is_question(self) -> bool:
        """Tell whether a person should look twice."""
        return bool(self.asks)

    @property
    def table(self) -> str:
        """The name of the table in which it stands: `document`, `statements`, `signatories`, `rosters`, `warnings`."""
        return next(part for part in reversed(self.path) if isinstance(part, str))


def items(tables: Table, text: str, remarks: Mapping[Path, Sequence[str]] | None = None) -> list[Item]:
    """Return what a reviewer goes through: the document, each statement and who stands under it, the rosters.

    A warning comes with the item of whose words it speaks; any other is an item of its own, after the statement in
    whose text it stands, the rest at the end. `remarks`: hints by the path of an item, as `write_letter_draft` has
    them. Offsets beyond the end of the text are left out.
    """
    found = [replace(one, asks=(*one.asks, *(remarks or {}).get(one.path, ()))) for one in _facts(tables, len(text))]
    left = []
    for number, warning in enumerate(tables.get("warnings", ())):
        span = _within(place_of(warning), len(text))
        about = min(_speaking_of(span, found), key=lambda at: _length(found[at]), default=None) if span else None
        if about is None or span is None:
            left.append(Item(("warnings", number), "Warning", span=span, asks=(warning["message"],)))
        else:
            one = found[about]
            found[about] = replace(one, asks=(*one.asks, warning["message"]), marks=(*one.marks, span))
    return _placed(found, left)


def is_below(path: Path, other: Path) -> bool:
    """Tell whether what stands at a path is a part of what stands at the other."""
    return len(path) > len(other) and path[: len(other)] == other


def _facts(tables: Table, end: int) -> Iterator[Item]:
    """Yield all items but the warnings; `end` is the length of the text."""
    statements = tables.get("statements", ())
    if "document" in tables:
        yield _item(_with_words(tables["document"], statements), ("document",), "Document", end)
    for number, statement in enumerate(statements):
        head = f"Statement {number + 1} of {len(statements)}"
        kind = str(statement.get("kind") or "statement").replace("_", " ")
        yield _item(statement, ("statements", number), f"{head}: {kind}", end)
        for part, one in _ONE.items():
            inner = statement.get(part, ())
            for place, table in enumerate(inner):
                counted = f"{head}: {one} {place + 1} of {len(inner)}"
                yield _item(table, ("statements", number, part, place), counted, end)
    rosters = tables.get("rosters", ())
    for number, roster in enumerate(rosters):
        yield _item(roster, ("rosters", number), f"Roster {number + 1} of {len(rosters)}", end)


def _with_words(document: Table, statements: Sequence[Table]) -> Table:
    """Return the document with the words of its first statement for what it has from there: title and date."""
    first = statements[0] if statements else {}
    taken = {key: span for key, span in first.get("spans", {}).items() if first.get(key) == document.get(key)}
    return {**document, "spans": {**taken, **document.get("spans", {})}}


def _item(table: Table, path: Path, head: str, end: int) -> Item:
    name = next(part for part in reversed(path) if isinstance(part, str))
    fields = tuple(Field(key, table.get(key), tuple(_spans(table, name, key, end))) for key in FIELDS[name])
    is_skipped = bool(table.get("skip"))
    asks = () if is_skipped else tuple(ask for key, ask in _REQUIRED.get(name, {}).items() if not table.get(key))
    spans = [span for one in fields for span in one.spans]
    whole = _within(place_of(table), end) if name in {"statements", "rosters"} or not spans else _around(spans)
    return Item(
        path,
        head,
        fields,
        whole,
        asks,
        is_open=bool(asks),
        is_skipped=is_skipped,
        note=table.get("note") or None,
    )


def _spans(table: Table, name: str, key: str, end: int) -> Iterator[Span]:
    """Yield where the words of a value stand, as the draft says it of each kind of table."""
    found: list[Span | None] = []
    place = place_of(table)
    if key == "name" or (key == "body" and name == "rosters"):
        found = [place] if table.get(key) else []
    elif key == "states" and name == "rosters":
        found = [place_of(one) for one in table.get("entries", ()) if not one.get("skip")]
    elif given := table.get("spans", {}).get(key):
        pairs = [given] if isinstance(given[0], int) else given
        found = [(one[0], one[1]) for one in pairs]
    elif key == "state" and not table.get("name"):
        found = [place]  # of a signatory without a name, it is that of the State
    for span in found:
        if inside := _within(span, end):
            yield inside


def _within(span: Span | None, end: int) -> Span | None:
    """Return the part of a stretch that is in the text, None when there is none."""
    return (span[0], min(span[1], end)) if span and span[0] < min(span[1], end) else None


def _around(spans: Iterable[Span]) -> Span:
    starts, ends = zip(*spans, strict=True)
    return min(starts), max(ends)


def _speaking_of(span: Span, found: Sequence[Item]) -> Iterator[int]:
    """Yield the places of the items of whose words a stretch has some; of rosters and signatories any between."""
    for at, one in enumerate(found):
        spans = [mark for field in one.fields for mark in field.spans]
        whole = [one.span] if one.span and one.table not in {"document", "statements"} else []
        if any(start < span[1] and span[0] < end for start, end in [*spans, *whole]):
            yield at


def _length(item: Item) -> int:
    return item.span[1] - item.span[0] if item.span else 0


def _placed(found: Sequence[Item], warnings: Sequence[Item]) -> list[Item]:
    """Return the items with the warnings after what belongs to the statement in whose text they stand."""
    placed: list[Item] = []
    left = list(warnings)
    for number, one in enumerate(found):
        placed.append(one)
        following = found[number + 1].path if number + 1 < len(found) else ()
        if one.path[0] != "statements" or following[:2] == one.path[:2]:
            continue
        statement = next(item for item in found if item.path == one.path[:2])
        inside = [item for item in left if _contains(statement.span, item.span)]
        head = statement.head.partition(":")[0]
        placed += [replace(item, head=f"{head}: warning") for item in inside]
        left = [item for item in left if item not in inside]
    return placed + left


def _contains(outer: Span | None, inner: Span | None) -> bool:
    return bool(outer and inner and outer[0] <= inner[0] and inner[1] <= outer[1])
