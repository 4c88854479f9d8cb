"""Names as people type them: folding, and finding the one record that is meant; the same for reading and writing."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from secdb.errors import AmbiguousError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NEAREST = 5
"""How many records a message lists at most."""

_ARTICLES = frozenset({"the", "le", "la", "les", "l", "el", "los", "las"})
_APOSTROPHES = "'\u2018\u2019\u02bc`\u00b4"  # typed and printed for one another
# Letters that stay whole when accents are taken off.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "&": " and "}  # noqa: RUF001 - the Turkish letter
)


class Candidate(NamedTuple):
    """A record that may be meant: its code, its names, and names that it had `formerly`.

    A former name counts only when nothing has the name now: "Yemen" is the Republic of Yemen.
    """

    code: str
    names: Sequence[str]
    formerly: Sequence[str] = ()


def fold(name: str) -> str:
    """Return `name` without case, accents, punctuation and leading articles (English, French, Spanish).

    "Côte d'Ivoire" is `cote d ivoire`, "The Gambia" `gambia`; names that fold alike are the same name. Empty when
    nothing is left.
    """
    text = re.sub(rf"\b([ld])[{_APOSTROPHES}]", r"\1 ", name.casefold())
    text = re.sub(f"[{_APOSTROPHES}]", "", text)
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", text).casefold()
        text = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = re.findall(r"[^\W_]+", text.translate(_LETTERS))
    while len(words) > 1 and words[0] in _ARTICLES:
        del words[0]
    return " ".join(words)


def match(kind_label: str, name: str, candidates: Iterable[Candidate]) -> str:
    """Return the code of the one candidate that `name` means: its code in any case, else a name that folds alike.

    `kind_label` is the word for messages (`state`). Raises NotFoundError with the nearest candidates, and
    AmbiguousError with those that have the name.
    """
    listed = list(candidates)
    typed = name.strip().casefold()
    if exact := [one.code for one in listed if one.code.casefold() == typed]:
        return exact[0]
    wanted = fold(name)
    found = _named(wanted, listed) if wanted else []
    if not found:
        raise NotFoundError(_not_found(kind_label, name, wanted, listed))
    if len(found) > 1:
        raise AmbiguousError(f"{_quoted(name)} may be {_listing(found)}; give the code of the {kind_label} meant")
    return found[0].code


def _named(wanted: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with the folded name, those that have it now before those that had it."""
    now = [one for one in candidates if any(fold(name) == wanted for name in one.names)]
    return now or [one for one in candidates if any(fold(name) == wanted for name in one.formerly)]


def _not_found(kind_label: str, name: str, wanted: str, candidates: Sequence[Candidate]) -> str:
    message = f"there is no {kind_label} {_quoted(name)}"
    if near := _nearest(wanted, candidates):
        return f"{message}; nearest: {_listing(near)}"
    return f"{message}; list them all with: secdb {kind_label} list"


def _nearest(wanted: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return up to five candidates with a code or name like the folded one, the likest first."""
    from difflib import get_close_matches  # only when a name is wrong

    by_name: dict[str, list[Candidate]] = {}
    for one in candidates:
        for name in {fold(text) for text in (one.code, *one.names, *one.formerly)}:
            by_name.setdefault(name, []).append(one)
    close = get_close_matches(wanted, by_name, n=4 * NEAREST) if wanted else []
    return list({one.code: one for name in close for one in by_name[name]}.values())[:NEAREST]


def _listing(candidates: Sequence[Candidate]) -> str:
    named = [f"{one.code} ({one.names[0]})" if one.names else one.code for one in candidates[:NEAREST]]
    more = len(candidates) - NEAREST
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")


def _quoted(name: str) -> str:
    """Return the name in quotes, control characters escaped, cut after 40 characters."""
    return repr(name) if len(name) <= 40 else f"{name[:40]!r}..."  # noqa: PLR2004 - as dates are quoted
