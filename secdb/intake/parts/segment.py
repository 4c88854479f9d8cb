"""Where the letter ends and each annex begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from secdb.intake.parts.headings import heading_at

if TYPE_CHECKING:
    from secdb.intake.reading import Reading

_ROMAN = {"I": 1, "V": 5, "X": 10}
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_NOTE = re.compile(
    r"\s*(?:[\[(](?:Original|English|Unofficial|Translated|Traduit|原件|Подлинный|Only)[^\])]{0,120}[\])]|\*{1,3}(?=\s))",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"[^\W\d_]+[\s,('’]*$")
_RUNS_INTO = re.compile(
    r"\b(?:the|this|an|its|of|in|to|see|and|as|with|el|la|del?|su|al|y|le|les|une|à|voir|et|présente|к|в|и|см)\W*$",
    re.IGNORECASE,
)
APPENDIX = re.compile(r"(?m:^[ \t]*(?:Appendix|APPENDIX|Disclaimer)\b)")


MOST = 60
"""Annexes that are read."""


class Part(NamedTuple):
    """A part that begins at `start` with its marker, and whose text is at `body` to `end`."""

    number: int | None
    start: int
    body: int
    end: int


def annexes(reading: Reading, start: int) -> list[Part]:
    """Return the annexes after a place, in order; each ends where the next begins."""
    text = reading.text
    parts: list[Part] = []
    for found in reading.words("annex", case=True).finditer(text, start):
        if parts and found.start() < parts[-1].body:
            continue
        named = re.compile(reading.words.language.annex_to, re.IGNORECASE).match(text, found.end())
        if not (named or _stands_alone(text, *found.span()) or _is_over_title(reading, *found.span())):
            continue
        body = _body(reading, named.end()) if named else found.end()
        number = _number(found["number"])
        if named and parts and parts[-1].number == number and number is not None:
            continue  # the running title of a page
        parts.append(Part(number, found.start(), after_notes(text, body), len(text)))
        if len(parts) == MOST:
            break
    ends = [part.start for part in parts[1:]] + [len(text)]
    return [part._replace(end=end) for part, end in zip(parts, ends, strict=False)]


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a word for annex is a heading: alone on its line, or in capitals with no sentence around it."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    rest = text[end : end + 80].partition("\n")[0]
    if not line.strip():
        return not rest.strip() or text[start:end].isupper() or rest.lstrip(" :.").lstrip()[:1] in {"[", "("}
    before = _BEFORE.search(line[-30:])
    return text[start + 1 : start + 3].isupper() and (before is None or not before[0][0].islower())


def _is_over_title(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a word for annex has a title right behind it, in a text that has lost its lines."""
    line = reading.text[reading.text.rfind("\n", 0, start) + 1 : start].rstrip()
    if line.endswith(("(", ",", "[")) or _RUNS_INTO.search(line):
        return False
    title = reading.words("title_start", case=True).match(reading.text, after_notes(reading.text, end))
    return title is not None and reading.text[end : end + 1] == " "


def _body(reading: Reading, end: int) -> int:
    """Return where the text begins after `Annex to the letter ...`; a heading cut short takes the paragraph."""
    start = reading.text.rfind(" ", 0, end)
    for place in (start + 1, reading.text.rfind("\n", 0, end) + 1):
        if heading := heading_at(reading, place):
            return heading.end
    blank = _BLANK_LINE.search(reading.text, end)
    return blank.end() if blank else len(reading.text)


def after_notes(text: str, place: int) -> int:
    """Return the place after notes such as `[Original: Russian]`."""
    while found := _NOTE.match(text, place):
        place = found.end()
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _number(text: str | None) -> int | None:
    if not text:
        return None
    if text.isdigit():
        return int(text)
    if text[0] in "一二三四五六七八九十":
        return "一二三四五六七八九十".index(text[0]) + 1
    if set(text) <= set("IVX1l"):
        values = [_ROMAN[letter] for letter in re.sub("[1l]", "I", text)]
        return sum(-one if one < max(values[i:]) else one for i, one in enumerate(values))
    return ord(text[0]) - ord("A") + 1
