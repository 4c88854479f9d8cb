"""Where things stand in a TOML text: the line of each table and key, which `tomllib` does not tell, and its strings."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]
"""Keys from the top, with places in arrays: `("act", 0, "citations", 1, "quote")`."""

# a closing run of five quotes is two quotes and the close
_LONG = r'"""(?:\\.|[^\\])*?"{3,5}' + r"|'''.*?'{3,5}"
_SHORT = r'"(?:\\[^\n]|[^"\\\n])*"' + r"|'[^'\n]*'"
_COMMENT = r"#[^\n]*"
_STRING = re.compile(f"{_LONG}|{_SHORT}", re.DOTALL)
_SPACE = re.compile(rf"(?:[ \t\r\n]|{_COMMENT})*")
_PLAIN = re.compile(r"[^,\]}#\n]*")  # a number, a boolean or a date
_KEY = re.compile(rf"[ \t]*({_SHORT}|[A-Za-z0-9_-]+)[ \t]*")
_LEXEME = re.compile(rf"(?P<long>{_LONG})|(?P<open>\"\"\"|''')|{_SHORT}|{_COMMENT}|.", re.DOTALL)


class Span(NamedTuple):
    """A string over several lines: the line it begins on and the one it ends on; None when it is not closed."""

    first: int
    last: int | None


def long_strings(text: str) -> list[Span]:
    """Return the strings over several lines of a text, valid or not: nothing may be put between their lines."""
    spans: list[Span] = []
    line = 1
    for lexeme in _LEXEME.finditer(text):
        if lexeme["open"]:
            return [*spans, Span(line, None)]
        lines = lexeme[0].count("\n")
        if lexeme["long"] and lines:
            spans.append(Span(line, line + lines))
        line += lines
    return spans


def lines_of(text: str) -> Mapping[Path, int]:
    """Return the line, from 1, on which each table, key and element of a valid TOML text first stands."""
    return _Scanner(text).lines


class _Scanner:
    """Reads a text that `tomllib` has accepted, so it need not be careful."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._counted = (0, 1)  # a place in the text and its line
        self._sizes: dict[Path, int] = {}  # of the arrays of tables
        self.lines: dict[Path, int] = {}
        self._scan()

    def _scan(self) -> None:
        table: Path = ()
        while self._skip_space():
            if self._peek("["):
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> Path:
        """Read `[a.b]` or `[[a.b]]` and return where its keys belong."""
        line, is_array = self._line(), self._text.startswith("[[", self._at)
        self._at += 2 if is_array else 1
        *parents, last = self._keys()
        path: Path = ()
        for key in parents:
            path = self._inside((*path, key))
        path = (*path, last)
        if is_array:
            self._sizes[path] = self._sizes.get(path, 0) + 1
            path = self._inside(path)
        self._at += 2 if is_array else 1
        self._note(path, line)
        return path

    def _inside(self, path: Path) -> Path:
        """Return the table meant by a name on the way to another: of an array, its latest."""
        return (*path, self._sizes[path] - 1) if path in self._sizes else path

    def _pair(self, table: Path) -> None:
        line = self._line()
        path = (*table, *self._keys())
        self._at += 1  # the equals sign
        self._note(path, line)
        self._value(path)

    def _value(self, path: Path) -> None:
        self._skip_space()
        if self._peek("["):
            for index, _ in enumerate(self._members("]")):
                self._note((*path, index), self._line())
                self._value((*path, index))
        elif self._peek("{"):
            for _ in self._members("}"):
                self._pair(path)
        else:
            found = _STRING.match(self._text, self._at) or _PLAIN.match(self._text, self._at)
            self._at = found.end() if found else len(self._text)

    def _members(self, close: str) -> Iterator[None]:
        """Stop at each member of an array or inline table, which the caller reads; end after its bracket."""
        self._at += 1
        while self._skip_space() and not self._peek(close):
            yield
            self._skip_space()
            if self._peek(","):
                self._at += 1
        self._at += 1

    def _keys(self) -> list[str]:
        """Read a key, dotted or not."""
        keys = []
        while found := _KEY.match(self._text, self._at):
            self._at = found.end()
            keys.append(_unquoted(found[1]))
            if not self._peek("."):
                break
            self._at += 1
        return keys

    def _note(self, path: Path, line: int) -> None:
        for length in range(1, len(path) + 1):
            self.lines.setdefault(path[:length], line)

    def _skip_space(self) -> bool:
        """Go past blanks, line ends and comments; tell whether anything is left."""
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._at < len(self._text)

    def _peek(self, character: str) -> bool:
        return self._text.startswith(character, self._at)

    def _line(self) -> int:
        place, line = self._counted
        self._counted = (self._at, line + self._text.count("\n", place, self._at))
        return self._counted[1]


def _unquoted(key: str) -> str:
    return str(tomllib.loads(f"key = {key}")["key"]) if key[0] in "\"'" else key
