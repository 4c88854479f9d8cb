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

    "Côte d'Ivoire" is `cote d ivoire`, "The Gambia" `gambia`, "U.S." `us`; names that fold alike are the same name.
    Empty when nothing is left.
    """
    text = re.sub(rf"\b([ld])[{_APOSTROPHES}]", r"\1 ", name.casefold())
    text = re.sub(f"[{_APOSTROPHES}]", "", text)
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", text).casefold()
        text = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = _initials_joined(re.findall(r"[^\W_]+", text.translate(_LETTERS)))
    while len(words) > 1 and words[0] in _ARTICLES:
        del words[0]
    return " ".join(words)


def _initials_joined(words: Sequence[str]) -> list[str]:
    """Return the words, each run of single letters as one."""
    joined: list[str] = []
    in_run = False
    for word in words:
        is_letter = len(word) == 1 and word.isalpha()
        if is_letter and in_run:
            joined[-1] += word
        else:
            joined.append(word)
        in_run = is_letter
    return joined


def match(kind_label: str, name: str, candidates: Iterable[Candidate]) -> str:
    """Return the code of the one candidate that `name` means: its code in any case, else a name that folds alike.

    `kind_label` is the word for messages (`state`). Raises NotFoundError with the nearest candidates, and
    AmbiguousError with those that have the name.
    """
    return Directory(kind_label, candidates).find(name)


class Directory:
    """The records of a kind by name, made ready for many questions."""

    def __init__(self, kind_label: str, candidates: Iterable[Candidate]) -> None:
        self._label = kind_label
        self._listed = list(candidates)
        self._codes = {one.code.casefold(): one.code for one in reversed(self._listed)}
        self._now = _by_folded((one, one.names) for one in self._listed)
        self._formerly = _by_folded((one, one.formerly) for one in self._listed)

    def find(self, name: str) -> str:
        """Return the code of the one record that the name means; raises as `match`."""
        if exact := self._codes.get(name.strip().casefold()):
            return exact
        wanted = fold(name)
        found = list((self._now.get(wanted) or self._formerly.get(wanted, {})).values()) if wanted else []
        if not found:
            raise NotFoundError(_not_found(self._label, name, wanted, self._listed))
        if len(found) > 1:
            raise AmbiguousError(f"{_quoted(name)} may be {_listing(found)}; give the code of the {self._label} meant")
        return found[0].code


def _by_folded(named: Iterable[tuple[Candidate, Sequence[str]]]) -> dict[str, dict[str, Candidate]]:
    """Return, by folded name, the candidates that have it, each once."""
    found: dict[str, dict[str, Candidate]] = {}
    for one, names in named:
        for name in names:
            found.setdefault(fold(name), {})[one.code] = one
    return found


def _not_found(kind_label: str, name: str, wanted: str, candidates: Sequence[Candidate]) -> str:
    message = f"there is no {kind_label} {_quoted(name)}"
    near = _nearest(wanted, candidates)
    if candidates and len(candidates) <= NEAREST:
        others = [one for one in candidates if one not in near]
        return f"{message}; {'nearest' if near else 'there are'}: {_listing([*near, *others])}"
    if near:
        return f"{message}; nearest: {_listing(near)}"
    return f"{message}; list them all with: secdb {kind_label} list"


def _nearest(wanted: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return up to five candidates: those with a name of which the folded words begin words, then the likest."""
    from difflib import get_close_matches  # only when a name is wrong

    by_name: dict[str, list[Candidate]] = {}
    present = [(one, {one.code, *one.names}) for one in candidates]
    for one, names in present + [(one, set(one.formerly)) for one in candidates]:
        for name in sorted({fold(text) for text in names}):
            by_name.setdefault(name, []).append(one)
    if not wanted:
        return []
    having = [name for name in by_name if _has_words(name, wanted)]
    having.sort(key=lambda name: not name.startswith(wanted))
    near = [*having, *get_close_matches(wanted, by_name, 4 * NEAREST)]
    return list({one.code: one for name in near for one in by_name[name]}.values())[:NEAREST]


def _has_words(name: str, wanted: str) -> bool:
    """Tell whether each word wanted begins a word of the name; both are folded."""
    return all(f" {word}" in f" {name}" for word in wanted.split())


def _listing(candidates: Sequence[Candidate]) -> str:
    named = [_labelled(one) for one in candidates[:NEAREST]]
    more = len(candidates) - NEAREST
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")


def _labelled(one: Candidate) -> str:
    """Return the code with the first name that is neither it nor another code, a former one if need be."""
    names = (name for name in (*one.names, *one.formerly) if name.casefold() != one.code.casefold())
    name = next((name for name in names if not re.fullmatch(r"[A-Z]{0,3}[0-9]*", name)), None)
    return one.code if name is None else f"{one.code} ({name})"


def _quoted(name: str) -> str:
    """Return the name in quotes, control characters escaped, cut after 40 characters."""
    return repr(name) if len(name) <= 40 else f"{name[:40]!r}..."  # noqa: PLR2004 - as dates are quoted
