"""Markup from plain values: text is escaped unless it is markup already. The page is well-formed XML too."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

EMPTY = frozenset({"link", "meta", "rect", "line", "path", "br"})  # elements without content
_UNSEEN = re.compile("\r\n?|[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_PICTURES = 0x2400  # of Unicode's pictures of control characters
_DAY = re.compile(r"\b(\d{4}-\d\d-\d\d)\b")
_ACT = re.compile(r"\bact (\d+)\b")
_LINK = re.compile(r"https?://[^\s<>\"]+\Z", re.IGNORECASE)


class Html(str):
    """Markup, which is written as it is."""

    __slots__ = ()


Content = str | int | float | None


def harmless(text: str) -> str:
    r"""Return text that neither breaks the page nor hides or reorders what is read.

    Line ends become line feeds, controls their pictures (`\x1b` is `␛`), what reorders text its escape (`\u202e`).
    """
    return _UNSEEN.sub(lambda found: _shown(found[0]), text)


def _shown(unseen: str) -> str:
    if unseen[0] == "\r":
        return "\n"
    code = ord(unseen)
    if code < ord(" "):
        return chr(_PICTURES + code)
    return "\N{SYMBOL FOR DELETE}" if unseen == "\x7f" else f"\\u{code:04x}"


def written(content: Content) -> Html:
    """Return the content as markup: text escaped, nothing for None."""
    if isinstance(content, Html):
        return content
    return Html("" if content is None else escape(harmless(str(content))))


def together(*contents: Content, between: str = "") -> Html:
    """Return the contents one after the other."""
    return Html(written(between).join(map(written, contents)))


def tag(name: str, /, *contents: Content, **attributes: Content) -> Html:
    """Return an element. `class_` is the attribute `class`, `data_note` `data-note`; None leaves one out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{written(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{said} />" if name in EMPTY else f"<{name}{said}>{together(*contents)}</{name}>")


def link(url: str | None) -> Html:
    """Return an address as a link if it leads to the web, else as text: it may be `javascript:`."""
    if url is None or not _LINK.match(url):
        return written(url)
    return tag("a", url, href=url, rel="noreferrer", class_="out")


def section(key: str, title: str, *contents: Content) -> Html:
    """Return a section of the page with its heading."""
    heading = tag("h2", title, id=f"{key}-title")
    return Html(f"\n{tag('section', heading, *contents, id=key, aria_labelledby=f'{key}-title')}\n")


def scrolling(name: str, *contents: Content) -> Html:
    """Return what may be wider than the screen: it scrolls by itself, with the keyboard too."""
    return tag("div", *contents, class_="scroll", role="region", aria_label=name, tabindex="0")


def table(caption: str, headings: Sequence[str], rows: Iterable[Sequence[Content]]) -> Html:
    """Return a table; the first cell of each row is its heading."""
    body = [together("\n", tag("tr", cell(row[0], "row"), *map(cell, row[1:]))) for row in rows]
    return framed(caption, headings, tag("tbody", *body))


def framed(caption: str, headings: Sequence[str], *bodies: Html) -> Html:
    """Return a table of headings and bodies."""
    head = tag("thead", tag("tr", *(tag("th", heading, scope="col") for heading in headings)))
    whole = tag("table", tag("caption", caption), head, *bodies, class_=f"columns-{len(headings)}")
    return together("\n", scrolling(caption, whole))


def cell(content: Content, scope: str | None = None, *, rows: int | None = None) -> Html:
    """Return a cell, of `rows` rows; with a scope (`row`, `rowgroup`) it is the heading of those."""
    return tag("th" if scope else "td", days_marked(content), scope=scope, rowspan=rows)


def days_marked(content: Content) -> Html:
    """Return text with its ISO days as elements of their own, which are not broken into lines."""
    return content if isinstance(content, Html) else Html(_DAY.sub(r"<time>\1</time>", written(content)))


def acts_linked(text: str | None, known: Collection[int]) -> Html:
    """Return text in which `act 31` leads to that act, if it is one of those on the page."""

    def linked(found: re.Match[str]) -> str:
        return tag("a", found[0], href=f"#act-{found[1]}") if int(found[1]) in known else found[0]

    return Html(_ACT.sub(linked, days_marked(text)))


def paragraph(*contents: Content, class_: str | None = None) -> Html:
    """Return a paragraph."""
    return tag("p", *map(days_marked, contents), class_=class_)
