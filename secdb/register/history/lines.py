"""The lines that the hash of a revision is made of: one of canonical JSON for each change."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

_BYTES = "surrogateescape"  # an outside client can store on SQLite what is no UTF-8; it is read and hashed as it is
_LINE = b'{"change":%d,"id":%d,"new":%b,"old":%b,"operation":%b,"table":%b}\n'
# a value that is canonical as it stands: a whole number, or a text without escapes, which can be written in other ways
_VALUE = rb' ?(null|0|-?[1-9][0-9]{0,17}|"[^"\\\x00-\x1f]*")'


@dataclass(frozen=True, slots=True)
class _Form:
    """How the rows of a table are written: what finds their values, and the same row with its keys sorted."""

    pattern: re.Pattern[bytes]
    row: bytes
    places: tuple[int, ...]


class Lines:
    """Writes changes as canonical lines.

    The rows of a table are nearly all written alike, so their values are put in order without being understood. Any
    other row is read and written anew: the line is the same either way.
    """

    def __init__(self) -> None:
        self._forms: dict[Any, _Form | None] = {}
        self._words: dict[Any, bytes] = {}

    def line(self, change: tuple[Any, ...]) -> bytes:
        """Return the line of a change: number, table, row, operation, old and new, as `exact` selects them."""
        number, table, row, operation, old, new = change
        states = self._row(table, new), self._row(table, old)
        return _LINE % (number, row, *states, self._word(operation), self._word(table))

    def _row(self, table: Any, stored: bytes | str | None) -> bytes:  # noqa: ANN401 - as it is stored
        """Return a row as canonical JSON; a text that is none as a string."""
        if stored is None:
            return b"null"
        text = stored.encode() if isinstance(stored, str) else stored
        if table not in self._forms:
            self._forms[table] = _learned(text)
        form = self._forms[table]
        found = form.pattern.fullmatch(text) if form else None
        if form and found:
            return form.row % found.group(*form.places)
        return _canonical(_parsed(text.decode("utf-8", _BYTES)))

    def _word(self, stored: Any) -> bytes:  # noqa: ANN401 - as it is stored
        if stored not in self._words:
            self._words[stored] = _canonical(decoded(stored))
        return self._words[stored]


def decoded(value: Any) -> Any:  # noqa: ANN401 - of any column
    """Return the text of bytes, and anything else as it is."""
    return value.decode("utf-8", _BYTES) if isinstance(value, bytes) else value


def canonical(value: object) -> bytes:
    """Return a line of JSON: keys sorted, no spaces, nothing escaped that need not be."""
    return _canonical(value) + b"\n"


def _learned(text: bytes) -> _Form | None:
    """Return how a row is written, None when that is not as the triggers write."""
    row = _parsed(text.decode("utf-8", _BYTES))
    # `group` gives a tuple from two on
    if not isinstance(row, dict) or len(row) < 2 or not all(re.fullmatch("[a-z_]+", name) for name in row):  # noqa: PLR2004
        return None
    names = list(row)
    pattern = b", ?".join(b'"%b":%b' % (name.encode(), _VALUE) for name in names)
    ordered = b",".join(b'"%b":%%b' % name.encode() for name in sorted(names))
    places = tuple(names.index(name) + 1 for name in sorted(names))
    return _Form(re.compile(rb"\{" + pattern + rb"\}"), b"{" + ordered + b"}", places)


def _parsed(text: str) -> Any:  # noqa: ANN401 - of any JSON
    """Return what a JSON text says, the text itself where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _canonical(value: object) -> bytes:
    return _sorted(value).encode("utf-8", _BYTES)


# made once: `json.dumps` makes an encoder at each call that asks for more than its defaults
_sorted = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, sort_keys=True).encode
