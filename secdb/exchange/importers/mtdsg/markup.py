"""The tables and marked texts of an HTML page, with no more of HTML's rules than tables need.

Ends left out are understood: a row ends the row before it, a cell the cell. An end tag that fits nothing open in its
cell or table is passed over, so that a stray one loses no cells.
"""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from secdb.exchange.csvfile import PackageError

if TYPE_CHECKING:
    from collections.abc import Sequence

# never closed, or of no matter where they end
_LONE = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
    | {"p", "li", "dt", "dd", "option", "body", "html", "head"}
)
_UNSEEN = frozenset({"script", "style", "noscript", "template"})
_SPACED = frozenset({"br", "p", "div", "li", "sup"})
_CELLS = frozenset({"td", "th"})
_PARTS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th"})
_ENDED_BY = {"td": _CELLS, "th": _CELLS, "tr": _CELLS | {"tr"}}
_MAX_DEPTH = 1_000


class Grid:
    """A table: its id in small letters, and its rows, each with the line it begins on and the texts of its cells."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: list[tuple[int, list[str]]] = []
        self.cell: list[str] | None = None

    def close_cell(self) -> None:
        """Put the text of the cell under way into the row."""
        if self.cell is not None and self.rows:
            self.rows[-1][1].append(_spaced(self.cell))
        self.cell = None


@dataclass(frozen=True, slots=True)
class Markup:
    """What was looked for in a page: its tables (rows without cells left out), texts by end of id, all text seen."""

    grids: list[Grid]
    fields: dict[str, str]
    text: str


def read_markup(text: str, fields: Sequence[str], name: str) -> Markup:
    """Return the tables of a page, and the texts of the elements with ids that end so. Raises PackageError."""
    parser = _Parser(fields)
    try:
        parser.feed(text)
        parser.close()
    except AssertionError as error:  # how html.parser gives up a declaration
        raise PackageError(f"broken HTML: {error}", name, parser.getpos()[0]) from error
    except _TooDeepError as error:
        raise PackageError("broken HTML: nested too deeply", name, parser.getpos()[0]) from error
    for grid in parser.grids:
        grid.close_cell()
        grid.rows = [row for row in grid.rows if row[1]]
    return Markup(parser.grids, {field: _spaced(texts) for field, texts in parser.found.items()}, "".join(parser.seen))


class _TooDeepError(Exception):
    """More elements are open than any page has."""


class _Parser(HTMLParser):
    """Collects tables, the texts of the fields, and all text that is seen."""

    def __init__(self, fields: Sequence[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.grids: list[Grid] = []
        self.found: dict[str, list[str]] = {}
        self.seen: list[str] = []
        self._fields = fields
        self._open_grids: list[Grid] = []
        self._open: list[tuple[str, str | None]] = []  # tag, and the field that the element is

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, row, cell or field."""
        if tag in _SPACED:
            self.handle_data(" ")
        name = (dict(attrs).get("id") or "").casefold()
        field = next((end for end in self._fields if name.endswith(end)), None)
        if tag in _LONE and field is None:
            return
        if tag in _ENDED_BY:
            self._close_from(self._first_since_table(_ENDED_BY[tag]))
        if len(self._open) >= _MAX_DEPTH:
            raise _TooDeepError
        self._open.append((tag, field))
        self._open_part(tag, name)

    def _open_part(self, tag: str, name: str) -> None:
        """Open what a tag opens of a table."""
        if tag == "table":
            self._open_grids.append(Grid(name))
            self.grids.append(self._open_grids[-1])
        elif self._open_grids and tag == "tr":
            self._open_grids[-1].rows.append((self.getpos()[0], []))
        elif self._open_grids and tag in _CELLS:
            self._open_grids[-1].cell = []

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag closes, and what was left open inside it."""
        if tag in _SPACED:
            self.handle_data(" ")
        self._close_from(self._closed_by(tag))

    def _closed_by(self, tag: str) -> int | None:
        """Return the place of the open element that an end tag closes; None when there is none inside its bounds."""
        bounds = {"table"} if tag in _PARTS else {"table"} | _CELLS
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == tag:
                return at
            if self._open[at][0] in bounds:
                return None
        return None

    def _first_since_table(self, tags: frozenset[str]) -> int | None:
        """Return the place of the outermost open element of these that is inside the innermost table."""
        found = None
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == "table":
                break
            if self._open[at][0] in tags:
                found = at
        return found

    def _close_from(self, at: int | None) -> None:
        """Close the element at a place and all inside it."""
        while at is not None and len(self._open) > at:
            tag, _ = self._open.pop()
            if self._open_grids and tag in _CELLS:
                self._open_grids[-1].close_cell()
            elif self._open_grids and tag == "table":
                self._open_grids.pop()

    def handle_data(self, data: str) -> None:
        """Add a text to where it stands."""
        if any(tag in _UNSEEN for tag, _ in self._open):
            return
        self.seen.append(data)
        for field in {field for _, field in self._open if field}:
            self.found.setdefault(field, []).append(data)
        for grid in self._open_grids:
            if grid.cell is not None:
                grid.cell.append(data)


def _spaced(texts: Sequence[str]) -> str:
    """Return the texts as one, with single spaces."""
    return " ".join("".join(texts).split())
