"""What stands on pages and is no part of the text: job numbers, bar codes, page marks, footnotes, web pages' lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from secdb.intake.clean.mapped import Mapped

_MISREAD = r"(?=[lIO]{0,4}\d)[\dlIO]{1,5}(?![A-Za-z]{2})"
"""Figures as scanned pages have them: `9l7` is 917, `3O6` is 306."""
SYMBOL = (
    r"(?:A|S|E|T|ST|DC|CD|TD|NPT|HRI|UNEP|CERD|CCPR|CAT|CRC|CEDAW)(?:/[A-Z][A-Za-z.0-9-]{0,12}){0,3}"
    rf"(?:/(?:(?:19|20)?\d{{1,3}}(?:st|nd|rd|th)?|{_MISREAD}))?/(?:{_MISREAD}|\d{{1,5}})"
    r"(?:/(?:Add|Rev|Corr)\.\s?\d{1,3}|/L\.\d{1,4}|/PV\.\d{1,5})*"
)
_LANGUAGES = (
    r"(?:English|French|Spanish|Russian|Chinese|Arabic|ENGLISH|FRENCH|SPANISH|RUSSIAN|Español|Français|Русский)"
)

_JOB_NUMBER = (
    rf"\b\d{{2}}-\d{{5}}[ \t]{{0,3}}(?:\d{{3,4}}[a-z]?[ \t]{{1,3}})?[(<]\w[)>](?:\s{{1,3}}\d{{5,6}}){{0,3}}"
    rf"(?:\s{{0,3}}\*\d{{5,9}}\*)?(?:\s{{1,4}}(?:{SYMBOL}\s{{0,4}})+)?"
)

# kind, pattern; a kind `page` may hold the document's own symbols
PATTERNS = (
    (
        "page",
        rf"(?:/\.\s?[.•]{{1,3}}\s*)?(?:{SYMBOL}\s{{1,4}}){{1,3}}(?:{_LANGUAGES}\s{{1,4}})?(?:Page|page|Página)\s{{1,3}}\d{{1,3}}\b",
    ),
    (
        "page",
        _JOB_NUMBER,
    ),
    ("page", r"\*\d{6,9}\*"),
    ("page", r"/\s?\.[.•\s]{1,6}\\?"),
    ("page", r"\[Page \d{1,4}\]"),
    ("page", r"(?m:^[ \t]*(?:Page|page)[ \t]+\d{1,3}(?:[ \t]+of[ \t]+\d{1,3})?[ \t]*$)"),
    ("page", r"(?m:^[ \t]*-?[ \t]?\d{1,3}[ \t]?-?[ \t]*$)"),
    ("page", r"(?m:^[ \t]*\d{1,3}/\d{1,3}[ \t]*$)"),
    ("page", r"\b\d{2}-\d{5}[ \t]*$"),
    ("note", rf"(?m:^[ \t]*\*{{1,3}}[ \t]*(?:{SYMBOL}[^\n]{{0,60}})$)"),
    ("note", rf"\*{{1,3}}\s{{0,4}}{SYMBOL}\.(?=\s|$)"),
    ("web", r"(?m:^[^\n]{0,200}\|\|[^\n]{0,300}$)"),
    (
        "web",
        r"(?m:^[ \t]*(?:Total Page:\d+|File Type:[^\n]{0,80}|Follow \w+[^\n]{0,80}|Back to (?:the|top)[^\n]{0,80})$)",
    ),
    ("web", r"(?m:^[ \t]*_{5,}[ \t]*$|^[ \t]*-{5,}[ \t]*$|^[ \t]*={5,}[ \t]*$)"),
    ("web", r"\]\(https?://[^)\s]{0,300}\)"),
    ("mark", r"(?m:^[ \t]*#{1,6}[ \t]+)"),
    ("mark", r"(?m:^[ \t]*\*{1,2}(?=[A-ZÀ-Þ(][^*\n]{1,200}\*{1,2}[ \t]*$))"),
    ("mark", r"(?m:(?<=[^\s*])\*{1,2}[ \t]*$)"),
    ("mark", r"\|"),
)
# Nothing of a page begins elsewhere than a line, or with another letter: most places are passed over at once.
_BEGINS = r"(?:(?<![^\n])|(?=[/\d*\[\]|ACDEHNSTU]))"
_EACH = "|".join(f"(?P<{kind}{number}>{pattern})" for number, (kind, pattern) in enumerate(PATTERNS))
_FURNITURE = re.compile(f"{_BEGINS}(?:{_EACH})")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010¬][ \t]*\n[ \t]*(?=[^\W\d_])")
_BLANKS = re.compile(r" {2,}|\n[ \n]*")
# Words that keep their hyphen when a line breaks after it.
_COMPOUND = re.compile(
    r"(?i:(?:\A|\W)(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|anti|non|self|co|vice|post|inter|counter|well"
    r"|good|secretary|semi|pan))\Z"
)


class Mark(NamedTuple):
    """What was taken out, where it stood in the text before, and what kind of thing it is."""

    kind: str
    start: int
    end: int


def without_furniture(plain: Mapped) -> tuple[Mapped, list[Mark]]:
    """Return the text without page furniture, a line break in the place of each, and what was taken out."""
    marks = []
    edits = []
    for found in _FURNITURE.finditer(plain.text):
        kind = (found.lastgroup or "").rstrip("0123456789")
        marks.append(Mark(kind, found.start(), found.end()))
        edits.append((found.start(), found.end(), "" if kind == "mark" and found[0] != "|" else "\n"))
    return plain.edited(edits), marks


def without_hyphens(plain: Mapped) -> Mapped:
    """Return the text with words put together that a line break parts; compounds keep their hyphen."""
    edits = []
    for found in _HYPHEN.finditer(plain.text):
        before, after = plain.text[max(0, found.start() - 12) : found.start()], plain.text[found.end()]
        keeps = after.isupper() or _COMPOUND.search(before) is not None
        edits.append((found.start() + keeps, found.end(), ""))
    return plain.edited(edits)


def tidied(plain: Mapped) -> Mapped:
    """Return the text with single blanks and at most one empty line in a row: no pattern meets a long run of them."""
    single = plain.edited((one.start(), one.end(), _tidy(one[0])) for one in _BLANKS.finditer(plain.text))
    return single.edited((one.start(), one.end(), "") for one in re.finditer(r" (?=\n)", single.text))


def _tidy(blanks: str) -> str:
    lines = blanks.count("\n")
    return " " if not lines else "\n" if lines == 1 else "\n\n"
