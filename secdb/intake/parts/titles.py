"""Titles of annexed texts and of texts that stand alone: where they begin and end."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from secdb.intake.clean.mapped import flat
from secdb.intake.dates import find_dates
from secdb.intake.language.numbers import NUMBER_WORD
from secdb.intake.parts.headings import kind_of
from secdb.intake.parts.where import dateline
from secdb.intake.states import distance, folded

if TYPE_CHECKING:
    from secdb.intake.reading import Reading

LONGEST = 700
_FLAT = 500
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_HOLDS_ON = re.compile(
    r"(?:\b(?:of|on|the|and|for|in|by|to|at|with|between|from|or|de|la|el|los|las|del|y|en|sobre|por|les|des|du|et|à|sur|par|о|об|в|и|на|"
    r"по|от|member|United|Republic)|[,(\u2013-])\s*$"
)
_GOES_ON = re.compile(r"\s*(?:[^\W\dA-ZÀ-ÞА-ЯЁ_]|\d{1,2}\s+[A-Z][a-z]+\s+\d{4})")
_BODY = re.compile(
    rf"(?<=\s)(?:The\s+(?=[A-Z]|(?:{NUMBER_WORD}|undersigned)\s)|"
    r"We[,\s]|On\s+(?=\d|the|behalf)|At\s+(?=the|its|their|a)|In\s+(?=the|accordance|\d)|I\.\s|1\.\s|PREAMBLE|Preamble|Having\s|"
    r"Guided\s|Article\s+(?:1|I)\b|[\u201c\"](?=[A-Z])|A\s+(?=meeting|summit)|Following\s+(?=the|a)|Los\s|Nosotros|Les\s|Nous|Мы[,\s]|Главы\s|Министры\s)"
)
_DATELINE = re.compile(
    r"[A-ZÀ-ÞА-ЯЁ][^\n,\d]{2,40},?\s{1,3}(?:le\s|el\s|a\s)?\d{1,2}(?:er)?\s(?:de\s)?[^\W\d_]{3,10}\s(?:del?\s)?\d{4}(?:\sгода)?\.?"
)
_HAN = re.compile(r"[一-鿿]")
_ONE_LINE = 40
_RUN_ON = 120
_TOWN = re.compile(
    r"(?<=\s)(?:(?:New|San|Santa|Santo|Saint|St\.|Port|Buenos|Addis|La|El|Los|Abu|Kuala|Rio|Tel|Ulan|Phnom|Mexico|Panama|The)\s)?"
    r"[A-ZÀ-ÞА-ЯЁ][^\W\d_]+(?:-[^\W\d_]+)*,?\s{1,2}$"
)
_PARAGRAPH = re.compile(r"[ \t]*\n[ \t]*\n\s*")


def title_at(reading: Reading, start: int, end: int, known: str | None = None) -> tuple[int, int] | None:
    """Return where the title that begins at a place is; `known` is what the letter calls the text."""
    text = reading.text
    while start < end and text[start] in " \n:.-*":
        start += 1
    if start >= end:
        return None
    if known and (same := _as_known(text, start, end, known)):
        return start, same
    line = text.find("\n", start, end)
    if line == -1 or line - start > _FLAT or _runs_on(reading, start, line):
        return start, _flat_end(reading, start, end)
    return start, _lines_end(text, start, end)


def _as_known(text: str, start: int, end: int, known: str) -> int | None:
    """Return where the words end that are the known title, misprints aside."""
    words = _WORD.findall(known)
    if len(words) < 4:  # noqa: PLR2004 - too few to tell a title by
        return None
    place = start
    for number, found in enumerate(_WORD.finditer(text, start, end)):
        if number == len(words):
            break
        one, other = folded(found[0]), folded(words[number])
        if one != other and distance("".join(one), "".join(other), 1) is None:
            return None
        place = found.end()
    else:
        return None
    return _through_sentence(text, place, end)


def begins_as(reading: Reading, start: int, end: int, known: str) -> bool:
    """Tell whether a text begins with the first words of a known title, misprints aside."""
    words = _WORD.findall(known)[:4]
    printed = [found[0] for found in islice(_WORD.finditer(reading.text, start, end), 4)]
    return len(words) == len(printed) == 4 and all(  # noqa: PLR2004 - enough to tell a title by
        distance(one.lower(), other.lower(), 2 if len(one) > 7 else 1) is not None  # noqa: PLR2004 - longer, more slips
        for one, other in zip(words, printed, strict=True)
    )


def _through_sentence(text: str, place: int, end: int) -> int:
    """Return the end of the line's title when the line goes on after the known words: `X, issued at Y`."""
    line = text.find("\n", place, end)
    rest = text[place : line if line != -1 else place]
    if rest.startswith((",", " (")) and len(rest) < 160:  # noqa: PLR2004 - no body
        return _lines_end(text, place, end)
    return place


def _runs_on(reading: Reading, start: int, line: int) -> bool:
    """Tell whether a line is a title and what follows it: a short text without lines, that ends as sentences do."""
    if line - start < _RUN_ON or reading.text[line - 1] != ".":
        return False
    return any(not _holds(reading.text, start, one.start()) for one in _BODY.finditer(reading.text, start + 12, line))


def _holds(text: str, start: int, place: int) -> bool:
    """Tell whether words before a place go on behind it."""
    return _HOLDS_ON.search(text, max(start, place - 20), place) is not None


def _before_dateline(reading: Reading, start: int, end: int) -> int:
    """Return where a title ends that has run into `Place, day`: the town is the last word before the day."""
    text = reading.text
    last = find_dates(text, start, end)[-1:]
    if not last or text[last[0].end : end].strip(" .,\n"):
        return end
    town = _TOWN.search(text, start, last[0].start)
    return town.start() if town and not _holds(text, start, town.start()) else end


def _flat_end(reading: Reading, start: int, end: int) -> int:
    """Return where a title ends in a text without lines: at its dateline, or where a sentence begins."""
    text = reading.text
    until = min(end, start + LONGEST)
    line = text.find("\n", start, until)
    until = until if line == -1 else line
    when = dateline(reading, start, until)
    ends = [when.place[0]] if when.place and when.place[0] > start and not _holds(text, start, when.place[0]) else []
    for found in _BODY.finditer(text, start + 12, until):
        if not _holds(text, start, found.start()):
            ends.append(found.start())
            break
    final = _before_dateline(reading, start, min(ends, default=until))
    while final > start and text[final - 1] in " \n,":
        final -= 1
    return final


def _lines_end(text: str, start: int, end: int) -> int:
    """Return where a title ends that has lines of its own."""
    blank = _PARAGRAPH.search(text, start, end)
    final = blank.start() if blank else end
    if (
        final - start > LONGEST
        or re.search(r"[a-z)\u201d\"]\.\s*(?:\n|[A-Z]|$)", text[start:final])
        or (not blank and "\n" in text[start:final])
    ):
        final = _by_lines(text, start, final)
    while (blank := _PARAGRAPH.match(text, final, end)) and final - start < LONGEST:
        following = text[blank.end() : end].partition("\n\n")[0]
        holds = _HOLDS_ON.search(text, max(start, final - 20), final)
        if _DATELINE.fullmatch(following.strip()) or (len(following) > _ONE_LINE and _BODY.match(f" {following}", 1)):
            break
        goes_on = (
            holds
            or (_GOES_ON.match(following) and not _HAN.match(following))
            or _is_wrapped(text[start:final], following)
        )
        if len(following) > 200 or not goes_on or flat(following).endswith("."):  # noqa: PLR2004 - body
            break
        final = blank.end() + len(following.rstrip())
    return final


def _is_wrapped(title: str, following: str) -> bool:
    """Tell whether a line is so long that it was wrapped, in a text with an empty line after each line."""
    last = title.rpartition("\n")[2].strip()
    begins = following.strip()
    if not begins or "\n" in begins or not 50 <= len(last) <= 90 or last[-1] in ".:" or len(begins) > 90:  # noqa: PLR2004 - a printed line
        return False
    return not (
        _BODY.match(f" {begins}", 1) or begins.isupper() or begins[0] in "[(" or re.match(r"[IVX\d]+\.", begins)
    )


def _by_lines(text: str, start: int, end: int) -> int:
    """Return the end of the first line and of those that go on with it."""
    final = text.find("\n", start, end)
    while final != -1 and final - start < LONGEST:
        line_end = text.find("\n", final + 1, end)
        line = text[final + 1 : line_end if line_end != -1 else end]
        goes_on = _HOLDS_ON.search(text, max(start, final - 20), final) or _GOES_ON.match(line)
        full = text[text.rfind("\n", 0, final) + 1 : final]
        if not (goes_on or _is_wrapped(full, line)) or len(line) > _FLAT or _DATELINE.fullmatch(line.strip()):
            return final
        final = line_end if line_end != -1 else end
        if final == end:
            break
    return end if final == -1 else final


def lone_title(reading: Reading) -> tuple[int, int] | None:
    """Return the title of a text that comes without a letter: the first line that begins as titles do."""
    text = reading.text
    starts = reading.words("title_start", case=True)
    place = 0
    for line in text.splitlines(keepends=True)[:60]:
        words = line.strip()
        first = place + len(line) - len(line.lstrip())
        if words and (starts.match(text, first) or _in_capitals(reading, words)):
            return title_at(reading, first, len(text))
        place += len(line)
    if any(len(line) > _FLAT for line in text[:2_000].splitlines()):
        flat_title = _flat_title(reading)
        if flat_title is not None:
            return title_at(reading, flat_title, len(text))
    found = re.match(r"\s*(?=(?:of|on|from)\s+the\b)", text)
    return title_at(reading, found.end(), len(text)) if found else None


def _flat_title(reading: Reading) -> int | None:
    """Return where a title begins in a text that has lost its lines: behind a mark or a number."""
    starts = reading.words("title_start", case=True)
    for edge in re.finditer(r"[.:)\]#*\d-]\s+(?=[A-Z])", reading.text[:1_500]):
        if starts.match(reading.text, edge.end()):
            return edge.end()
    return None


def _in_capitals(reading: Reading, line: str) -> bool:
    return line.isupper() and len(line) > 10 and kind_of(reading.words, line) is not None  # noqa: PLR2004 - not a word
