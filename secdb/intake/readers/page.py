"""Text of an HTML page: as many lines as a browser shows blocks, rows of tables as lines."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from secdb.intake.readers.encoding import decoded
from secdb.intake.readers.errors import BombError, EmptyError
from secdb.intake.readers.table import laid_out
from secdb.intake.readers.worker import Parsed

if TYPE_CHECKING:
    from secdb.intake.readers.limits import Limits

_SKIPPED = {"script", "style", "template", "noscript", "head", "svg", "iframe", "object", "select", "textarea"}
_APART = {
    *("p", "table", "ul", "ol", "dl", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "address"),
    *("article", "section", "header", "footer", "main", "aside", "nav", "figure", "form", "fieldset", "center", "body"),
}
_LINES = {"div", "li", "dt", "dd", "tr", "caption", "figcaption", "legend", "details", "summary", "option"}
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{1,40})", re.IGNORECASE)
# what browsers make of these names (WHATWG Encoding Standard, section 4.2)
_MEANT = {"iso-8859-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030",
          "gbk": "gb18030", "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8", "big5": "big5hkscs",
          "iso-8859-9": "cp1254", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "x-sjis": "cp932"}  # fmt: skip
_DEEPEST = 200  # tables within tables


def parse(content: bytes, limits: Limits) -> Parsed:
    """Return the text of a page, without scripts, styles and its head."""
    del limits  # a page's text is shorter than the page
    source, notes = _decoded(content)
    return Parsed(text_of(source), notes)


def text_of(source: str) -> str:
    """Return the text of HTML; raises EmptyError where it shows none."""
    page = _Page()
    page.feed(source)
    page.close()
    text = page.text()
    if not text:
        raise EmptyError("it shows no text, only scripts or pictures: open it in a browser and save its text")
    return text


def _decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the source in the encoding that it names, where that fits, else in the one that is found."""
    named = _CHARSET.search(content[:4_096]) or _XML_CHARSET.match(content)
    marked = content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    if named and not marked and b"\0" not in content:
        name = named[1].decode("ascii").lower()
        try:
            return content.decode(_MEANT.get(name, name)), ()
        except (LookupError, UnicodeError):
            text, notes = decoded(content)
            return text, (*notes, f"It names the encoding {name}, which does not fit.")
    return decoded(content)


class _Page(HTMLParser):
    """Collects text; a table is collected in a part of its own, and its cells in parts of theirs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[list[str]] = [[]]
        self._tables: list[list[list[str]]] = []
        self._cell_open: list[bool] = []
        self._skipped: list[str] = []
        self._pre = 0

    def text(self) -> str:
        while self._tables:
            self._end_table()
        return _tidied("".join(self._parts[0]))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "body":
            self._skipped.clear()  # a head that nobody closed
        if tag in _SKIPPED and (tag != "head" or not self._skipped):
            self._skipped.append(tag)
        if self._skipped:
            return
        if tag == "table":
            self._start_table()
        elif self._tables and tag in {"tr", "td", "th"}:
            self._start_cell(tag)
        elif tag == "br":
            self._add("\n")
        else:
            self._pre += tag == "pre"
            self._break(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SKIPPED:  # `<script/>` ends nothing and holds nothing
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            if tag in self._skipped:
                del self._skipped[self._skipped.index(tag) :]
        elif tag == "table" and self._tables:
            self._end_table()
        elif self._tables and tag in {"tr", "td", "th"}:
            self._end_cell()
        else:
            self._pre = max(0, self._pre - (tag == "pre"))
            self._break(tag)

    def handle_data(self, data: str) -> None:
        data = _CONTROLS.sub("", data)
        if not self._skipped:
            self._add(_marked(data) if self._pre else re.sub(r"[ \t\r\n\f]+", " ", data))

    def _add(self, text: str) -> None:
        self._parts[-1].append(text)

    def _break(self, tag: str) -> None:
        if tag in _APART:
            self._add("\n\n")
        elif tag in _LINES:
            self._add(_NEW_LINE)

    def _start_table(self) -> None:
        if len(self._tables) >= _DEEPEST:
            raise BombError(f"its tables lie more than {_DEEPEST} deep in one another: save its text")
        self._tables.append([])
        self._cell_open.append(False)
        self._parts.append([])

    def _start_cell(self, tag: str) -> None:
        self._end_cell()
        rows = self._tables[-1]
        if tag == "tr" or not rows:
            rows.append([])
        if tag != "tr":
            self._cell_open[-1] = True

    def _end_cell(self) -> None:
        """Put what was collected into a cell; words between cells stand in a row of their own."""
        text = _tidied("".join(self._parts[-1]))
        self._parts[-1] = []
        if self._cell_open[-1]:
            self._tables[-1][-1].append(text)
        elif text:
            self._tables[-1] += [[text], []]
        self._cell_open[-1] = False

    def _end_table(self) -> None:
        self._end_cell()
        rows = self._tables.pop()
        self._cell_open.pop()
        self._parts.pop()
        self._add("\n\n" + _marked(laid_out(rows)) + "\n\n")


_NEW_LINE = "\x01"  # a line ends here unless one has just ended
_BLANK = "\x02"  # a blank that stays
_CONTROLS = re.compile(f"[{_NEW_LINE}{_BLANK}]")


def _marked(text: str) -> str:
    """Return the text with its blanks kept from being taken together."""
    return _CONTROLS.sub("", text).replace("\r\n", "\n").replace("\t", "    ").replace(" ", _BLANK)


def _tidied(text: str) -> str:
    """Return the text with single blanks, no blanks at the ends of lines, and at most one empty line in a row."""
    text = re.sub(f"[ \n]*{_NEW_LINE}[ \n{_NEW_LINE}]*", _one_break, text)
    text = re.sub(" *\n *", "\n", re.sub("  +", " ", text))
    text = re.sub("\n{3,}", "\n\n", text).strip(" \n")
    return re.sub(" +\n", "\n", text.replace(_BLANK, " ")).rstrip().lstrip("\n")


def _one_break(found: re.Match[str]) -> str:
    return "\n" * max(1, found[0].count("\n"))
