"""Dates as recorded: the text of the source, its EDTF form, and the days between which the true date lies.

Forms read, besides the stated dates of `stated.py`: sets `[1999..2006]`, `[..2006]`, `[1999..]`, the same without
brackets (as Manydata writes them), "between A and B", "before X", "after X", "by X", "since X" and their like.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.period.stated import Stated, parse_stated
from secdb.period.text import WORDS, folded, refused, stripped

if TYPE_CHECKING:
    from datetime import date

_BETWEEN = r"between (.+) and (.+)"
_NOT_LATER = r"(?:by|not later than|no later than|on or before) (.+)"
_NOT_EARLIER = r"(?:since|not earlier than|no earlier than|on or after) (.+)"
_BESIDE = r"(before|after) (.+)"
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class RecordedDate:
    """A date that may not be known: `earliest` and `latest` are inclusive days, None = unbounded on that side.

    `text` is what was given, without the white space around it; `edtf` is canonical and reads back to the same days.
    """

    text: str
    edtf: str
    earliest: date | None
    latest: date | None


def parse_date(text: str) -> RecordedDate:
    """Return the date that `text` states in any form read here (see the module), at most 64 characters.

    "before X" reaches to the day before X begins and "after X" starts on the day after X ends; "by X", "since X" and
    their like include X. Raises DateError for everything else, with what to write instead.
    """
    plain = folded(text)
    first, last = _limits(plain)
    if first == last and first is not None:
        edtf = first.edtf
    else:
        edtf = f"[{first.edtf if first else ''}..{last.edtf if last else ''}]"
    earliest = first.begins()[0] if first else None
    latest = last.finishes()[1] if last else None
    if earliest and latest and earliest > latest:
        raise refused(text, "ends before it begins", "write the earlier date first")
    return RecordedDate(stripped(text), edtf, earliest, latest)


def last_day(text: str) -> date:
    """Return the day that a report on `text` means: the last one (inclusive) the date may be.

    `2002` is 2002-12-31, `2002-05` is 2002-05-31, a day is itself. A date without a last day is a DateError.
    """
    recorded = parse_date(text)
    if recorded.latest is None:
        raise refused(text, "has no last day", "write the day meant, as 2009-09-26")
    return recorded.latest


def _limits(plain: str) -> tuple[Stated | None, Stated | None]:
    """Return the stated dates that a folded text lies between, None = unbounded; twice the same for a lone date."""
    if found := re.fullmatch("([0-9]{1,2})/([0-9]{1,2})/[0-9]{4}", plain):
        if int(found[1]) <= _MONTHS and int(found[2]) <= _MONTHS:
            raise refused(plain, "may have the day or the month first", "write the month in letters, as 7 October 2002")
    elif "/" in plain:
        raise refused(plain, "is a period, not a date", "write [1999..2006] for a date somewhere between")
    if ".." in plain:
        return _set_limits(plain)
    if found := re.fullmatch(_BETWEEN, plain, WORDS):
        return parse_stated(found[1]), parse_stated(found[2])
    return _open_limits(plain)


def _set_limits(plain: str) -> tuple[Stated | None, Stated | None]:
    """Return the limits of `[A..B]`, `[A..]`, `[..B]`, with or without brackets."""
    inner = plain[1:-1] if plain.startswith("[") and plain.endswith("]") else plain
    # The last two of three dots: the first closes an abbreviated Russian "year".
    first, last = (side.strip(" ") for side in re.split(r"\.\.(?!\.)", inner, maxsplit=1))
    if not first and not last:
        raise refused(plain, "is not a date")
    return parse_stated(first) if first else None, parse_stated(last) if last else None


def _open_limits(plain: str) -> tuple[Stated | None, Stated | None]:
    """Return the limits of a date with a word in front, or of a lone date."""
    if found := re.fullmatch(_NOT_LATER, plain, WORDS):
        return None, parse_stated(found[1])
    if found := re.fullmatch(_NOT_EARLIER, plain, WORDS):
        return parse_stated(found[1]), None
    if found := re.fullmatch(_BESIDE, plain, WORDS):
        date = parse_stated(found[2])
        if not date.is_whole:
            raise refused(plain, "has no certain edge", "write before 1990 or after 1999")
        return (None, date.before()) if found[1].lower() == "before" else (date.after(), None)
    lone = parse_stated(plain)
    return lone, lone
