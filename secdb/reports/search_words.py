r"""What a search asks for: words and phrases, as patterns for texts and as queries of the engines' indexes.

A word is found in any case and with or without accents: those of Latin letters, the dots of Ё, the accents of modern
Greek. Other marked letters are letters of their own (й is not и). Scripts that put no blanks between words (Chinese,
kana, Thai, Lao, Khmer, Burmese) are searched letter by letter: a run of letters is found wherever these follow one
another, over the end of a line too. Marks, symbols and numerals such as Ⅳ are no words without a letter or a digit.

The pattern decides what is found, so both engines give the same answers. An index only says which documents to read:
it may know more words as equal, never fewer (a test holds that).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from secdb.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_WORDS = 50  # of one query
LONGEST = 64  # letters of a word in PostgreSQL's index

# as migration 0006 has them: what stands between words, and the letters that are words by themselves
BETWEEN = (
    r"\u0000-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7"
    r"\u055A-\u055F\u0589\u058A\u05BE\u05C0\u05C3\u05C6\u05F3\u05F4\u0609-\u060D\u061B-\u061F\u066A-\u066D\u06D4"
    r"\u0964\u0965\u2000-\u206F\u20A0-\u20CF\u2116\u2117\u2122\u2190-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3008-\u3020"
    r"\u3030\u303D-\u303F\uE000-\uF8FF\uFE10-\uFE1F\uFE30-\uFE6F\uFEFF-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40"
    r"\uFF5B-\uFF65\uFFFC\uFFFD"
)
UNSPACED = (
    r"\u0E01-\u0E4E\u0E81-\u0ECD\u1000-\u103F\u1780-\u17D3\u2E80-\u2FD5\u3005-\u3007\u3041-\u30FF\u31F0-\u31FF"
    r"\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF66-\uFF9F\U00020000-\U0003FFFF"
)
# the combining accents that FTS5 drops within a word
MARKS = r"\u0300-\u0304\u0306-\u030C\u030F\u0311\u031B\u0323-\u0328\u032D\u032E\u0330\u0331"  # as of SQLite 3.40
_ACCENTS = dict(zip("ёάέήίϊΐόύϋΰώς", "еαεηιιιουυυωσ", strict=True))
_STRANGE = frozenset("ǠǡͿ")  # FTS5 does not know how they are related to others
# letters whose capitals every engine knows
_CASED = (range(0x528), range(0x531, 0x557), range(0x1E00, 0x2000))

_WORD = re.compile(f"[{UNSPACED}]|[^{BETWEEN}{UNSPACED}]+")
# behind the first letter of a word: none stands before it. (At the front it would make the pattern a slow one.)
_BEGINS = rf"(?<![^{BETWEEN}{UNSPACED}][\s\S])"
_LETTER = re.compile(f"[{UNSPACED}]")
_MARK = re.compile(f"[{MARKS}]")
_ASKED = re.compile(r'(?:(?<!\S)(?P<no>-))?(?:"(?P<phrase>[^"]*)"(?P<open>\*?)|(?P<word>[^\s"]+))')
_SOUNDED = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Nd"))
_SIGNS_OF_FTS5 = re.compile(r"[\u19B0-\u19C0\u19C8\u19C9\u1CF2\u1CF3]")  # letters by now, marks when it was made
_QUOTES = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'))


@dataclass(frozen=True)
class Term:
    """Words that stand one after another; with `is_open` the last one only begins so, `is_refused` = must not stand."""

    words: tuple[str, ...]
    is_open: bool = False
    is_refused: bool = False

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        parts = [_spelt(self.words[0], "" if _LETTER.match(self.words[0]) else _BEGINS)]
        for before, word in pairwise(self.words):
            loose = _LETTER.match(before) or _LETTER.match(word)
            parts += [f"[{BETWEEN}]{'*' if loose else '+'}", _spelt(word)]
        if not _LETTER.match(self.words[-1]):
            parts.append(f"[^{BETWEEN}{UNSPACED}]*" if self.is_open else f"(?![^{BETWEEN}{UNSPACED}])")
        return re.compile("".join(parts))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the words stand in a text: first character, and the one after the last."""
        return [found.span() for found in self._pattern.finditer(text)]

    @property
    def fts5(self) -> str:
        """Return the query of SQLite's index; the second way is that of texts that keep accents as own characters."""
        ways = dict.fromkeys((" ".join(self.words), _MARK.sub("", unicodedata.normalize("NFD", " ".join(self.words)))))
        return " OR ".join(f'"{way}" *' if self.is_open else f'"{way}"' for way in ways)

    @property
    def tsquery(self) -> str:
        """Return the query of PostgreSQL's index; the word `*` stands for a text with too many words."""
        bare = re.sub(r"[\u0300-\u036F]", "", unicodedata.normalize("NFD", " ".join(self.words).lower()))
        words = [f"'{word[:LONGEST]}'" for word in _WORD.findall(bare.replace("\u03c2", "\u03c3"))]
        return f"'*' | ({' & '.join(words)}{':*' if self.is_open else ''})"


def parse(query: str) -> tuple[Term, ...]:
    """Return what a query asks for: every word, `"a phrase"`, `begin*`, and `-word` which must not stand there.

    Every other sign is nothing but a sign between words, an unpaired quotation mark too. Raises UsageError when there
    is no word that must stand there, or there are more than 50.
    """
    asked = _ASKED.finditer(query.translate(_QUOTES))
    terms = tuple(dict.fromkeys(term for found in asked for term in _term(found)))
    if all(term.is_refused for term in terms):
        raise UsageError('name a word to look for: secdb search "collective security"')
    if sum(len(term.words) for term in terms) > MOST_WORDS:
        raise UsageError(f"a search takes {MOST_WORDS} words at most")
    return terms


def _term(found: re.Match[str]) -> Iterable[Term]:
    text = found["word"] or found["phrase"] or ""
    words = tuple(filter(None, map(fold, _WORD.findall(text))))
    if not any(map(_is_sounded, "".join(words))):
        return []
    is_open = bool(found["open"]) or (found["word"] is not None and text.endswith("*"))
    return [Term(words, is_open, bool(found["no"]))]


def _is_sounded(sign: str) -> bool:
    """Return whether a sign is a letter or a digit; FTS5 has no place for marks, symbols and other numbers alone."""
    return unicodedata.category(sign) in _SOUNDED and not _SIGNS_OF_FTS5.match(sign)


def fold(word: str) -> str:
    """Return a word as it is compared: without the case and the accents that do not count."""
    return _MARK.sub("", "".join(map(fold_letter, unicodedata.normalize("NFC", word))))


@cache
def fold_letter(letter: str) -> str:
    """Return a letter as it is compared."""
    if letter in _STRANGE or not any(ord(letter) in cased for cased in _CASED):
        return letter
    base = unicodedata.normalize("NFD", letter)[0].lower()
    lower = letter.lower()
    return base if "a" <= base <= "z" else _ACCENTS.get(lower, lower if len(lower) == 1 else letter)


def _spelt(word: str, guard: str = "") -> str:
    """Return the pattern of a word in every spelling that is compared as equal; the guard follows its first letter."""
    first = _letter(word[0], guard)
    return "".join(f"{letter}[{MARKS}]*" for letter in (first, *map(_letter, word[1:])))


def _letter(letter: str, guard: str = "") -> str:
    base, *marks = list(unicodedata.normalize("NFD", letter))
    whole = f"{_one_of(letter)}{guard}"
    return f"(?:{whole}|{_one_of(base)}{guard}{re.escape(''.join(marks))})" if marks else whole


def _one_of(letter: str) -> str:
    return f"[{''.join(map(re.escape, _spellings().get(letter, letter)))}]"


@cache
def _spellings() -> dict[str, str]:
    """Return the letters that are compared as one, by the one that stands for them."""
    found: dict[str, str] = {}
    for code in (code for cased in _CASED for code in cased):
        letter = chr(code)
        found[fold_letter(letter)] = found.get(fold_letter(letter), "") + letter
    return found
