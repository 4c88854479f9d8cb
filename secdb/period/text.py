"""The way in and the way out of every date text: length, white space, safe quoting, one shape of refusal."""

from __future__ import annotations

import re
import unicodedata

from secdb.errors import DateError

MAX_LENGTH = 64
"""Characters a date or period may have, white space around it included; the longest canonical text has 53."""

WORDS = re.IGNORECASE | re.ASCII
"""How patterns of English words are matched: in any case, but not by look-alikes of other alphabets."""

DATE_HELP = "write 1993, 2006-08, 2006-08-16, 199X, 1993~, [1999..2006] or 16 August 2006"
PERIOD_HELP = "write 1992-05-15/1999-04-02, 1999/.., from 1992 to 1999, since 1999, until 1999 or 1999"

_QUOTED_LENGTH = 40
# Tab and line breaks come with text copied from a page; every other control character is refused.
_WHITE = " \t\r\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"


def refused(value: str, why: str, instead: str = DATE_HELP) -> DateError:
    """Return the error for `value`: what was wrong with it, and what to write instead."""
    return DateError(f"{quoted(value)} {why}; {instead}")


def quoted(value: str) -> str:
    """Return `value` in quotes, control and other unprintable characters escaped, cut after 40 characters."""
    return repr(value) if len(value) <= _QUOTED_LENGTH else repr(value[:_QUOTED_LENGTH]) + "..."


def stripped(text: str) -> str:
    """Return `text` as given, without the white space around it."""
    return re.sub(f"^[{_WHITE}]+|[{_WHITE}]+\\Z", "", text)


def folded(text: object) -> str:
    """Return `text` with single spaces and composed letters (NFC).

    Raises DateError for anything but a text, and for one that is empty or has more than 64 characters.
    """
    if not isinstance(text, str):
        raise refused(type(text).__name__, "is not a text")
    if len(text) > MAX_LENGTH:
        raise refused(text, f"has {len(text)} characters and a date has at most {MAX_LENGTH}")
    plain = re.sub(f"[{_WHITE}]+", " ", unicodedata.normalize("NFC", text)).strip(" ")
    if not plain:
        raise refused(text, "is empty")
    return plain
