"""A dossier read back: as XML for its parts, as HTML for what a browser makes of it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from html.parser import HTMLParser


@dataclass(frozen=True)
class Page:
    """A page and its elements."""

    text: str
    root: ET.Element

    def all(self, name: str) -> list[ET.Element]:
        return list(self.root.iter(name))

    def one(self, key: str) -> ET.Element:
        found = [element for element in self.root.iter() if element.get("id") == key]
        assert len(found) == 1, key
        return found[0]

    def rows(self, caption: str) -> list[list[str]]:
        """Return the cells of the table with that caption, without its headings; footnotes are left out."""
        tables = [table for table in self.all("table") if said(table.find("caption")) == caption]
        assert len(tables) == 1, caption
        return [[said(cell, notes=False) for cell in row] for row in tables[0].findall("tbody/tr")]

    def marked(self, code: str) -> dict[str, str]:
        """Return the words marked in a document's text by the number of their footnote, pieces put together."""
        words: dict[str, str] = {}
        for mark in self.one(f"document-{code}").iter("mark"):
            number = mark.get("data-note") or ""
            words[number] = words.get(number, "") + said(mark)
        return words

    def of_document(self, code: str) -> str:
        text = self.one(f"document-{code}").find("div/pre")
        assert text is not None
        return said(text)[1:]  # the line feed after <pre>, which HTML drops


def read(text: str) -> Page:
    """Return the page, which is well-formed XML after its first line."""
    first, _, rest = text.partition("\n")
    assert first == "<!DOCTYPE html>"
    return Page(text, ET.fromstring(rest))  # noqa: S314 - of our own making


def said(element: ET.Element | None, *, notes: bool = True) -> str:
    """Return the text of an element and of all in it, but for the numbers of footnotes if those are not wanted."""
    assert element is not None
    if notes:
        return "".join(element.itertext())
    inner = "".join("" if part.tag == "sup" else said(part, notes=False) + (part.tail or "") for part in element)
    tails = "".join(part.tail or "" for part in element if part.tag == "sup")
    return re.sub(r"\s+", " ", (element.text or "") + inner + tails).strip()


class Tags(HTMLParser):
    """Every start tag with its attributes, as HTML has them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
