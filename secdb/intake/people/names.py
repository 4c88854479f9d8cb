"""Names of persons, as they stand under texts and in them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from secdb.intake.clean.mapped import flat

if TYPE_CHECKING:
    from secdb.intake.language import Language
    from secdb.intake.reading import Reading

_LETTER = r"[A-ZÀ-ÞĀ-ŽА-ЯЁ]"
_PARTICLES = (
    r"(?:de|del|della|da|das|dos|do|du|di|la|las|los|le|van|von|der|den|ter|ten|bin|ben|bint|ibn|ould|al|el|ul|y|e"
    r"|zu|zur|vom|af|av|i|wa|wal|na|abu|bar)"
)
_NAME_WORD = re.compile(
    rf"(?:[ad]l[-'’]|el-|ez-|as-|ash-|d['’]|[Oo]['’])?{_LETTER}[^\W\d_]*(?:[-'’`.\"]{{1,2}}[^\W\d_]+)*['’]?\.?(?!\w)"
    rf"|{_PARTICLES}(?=[ \n])|[一-鿿·]{{2,12}}"
)
_GAP = re.compile(r"(?:[ ]{1,3}|[ ]?\n[ ]{0,20}(?=[ ]?\S{2,}[ ]?(?:\n|$))|(?<=[A-Z]\.)(?=[A-Z])|[\"'*]{1,2}[ ])")
# Words that no name has.
_OTHER_WORDS = (
    "the general assembly security council agenda annex article united nations original english russian french "
    "spanish page appendix states state republic on in at to for of we i our my it this these and no signed "
    "document international organization members parties government copy letter enclosure text item items distr "
    "limited joint final special having noting done being recognizing reaffirming believing considering treaty "
    "kingdom federation union"
)
_NO_NAME = frozenset(_OTHER_WORDS.split())
_PROSE_GAP = re.compile(r"[ ]|[ ]?\n(?!\n)[ ]?|(?<=[A-Z]\.)(?=[A-Z])")
_HAN = re.compile(r"[一-鿿]")
_SUFFIX = re.compile(r",?[ ]{1,2}(?:Jr|Sr)\.?(?![^\W_])")
_DATE_AFTER = re.compile(r",?\s{1,3}\d{1,2}\s+[^\W\d_]{3,9}\s+\d{4}")
_INITIAL = re.compile(r"[A-ZА-ЯЁ]\.")
_WITH_INITIALS = re.compile(r"(?:[A-ZА-ЯЁ]\.[ ]?)+[A-ZÀ-ÞА-ЯЁ][^\W\d_]+")
MOST = 8
"""Words of the longest name."""
SHORTEST = 2
"""Letters of the shortest."""
_LAST_PARTICLES = re.compile(rf"(?:\s[\s\"*“”«»]*{_PARTICLES})+[\s\"*“”«»]*$")
_MARKS = " \n\t\"'*,;:“”«»_-–"


class Name(NamedTuple):
    """A name at `start` to `end`, in the capitals people write names with."""

    start: int
    end: int
    name: str


def name_at(reading: Reading, start: int, end: int, *, lines: bool = True) -> Name | None:
    """Return the name that begins at a place, ranks and honorifics before it left out.

    It ends at a line break (with `lines`), at a rank or an office, at a State, or at a word that no name has.
    """
    text = reading.text
    start = after_ranks(reading, start, end)
    place, words = start, 0
    last = start
    while place < end and words < MOST:
        found = _NAME_WORD.match(text, place, end)
        if not found or _ends_name(reading, place, found[0], words) or _begins_another(text[start:last], found[0]):
            break
        words += 1
        last = found.end()
        gap = (_GAP if lines else _PROSE_GAP).match(text, last, end) or (
            words == 1 and _PROSE_GAP.match(text, last, end)
        )
        if not gap or (_HAN.match(found[0]) and "\n" in gap[0]):
            break
        if lines and "\n" in gap[0] and words > 1 and not _hangs(text, start, last):
            break
        place = gap.end()
    if suffix := _SUFFIX.match(text, last, end):
        last = suffix.end()
    elif words > 1 and _DATE_AFTER.match(text, last):
        last = text.rfind(" ", start, last)  # the place of a dateline
    return _named(text, start, last)


def _hangs(text: str, start: int, last: int) -> bool:
    """Tell whether a line ends inside a name: its last word is a particle or an initial."""
    return re.search(rf"(?<![^\W_])(?:{_PARTICLES}|[A-Z]\.)$", text[start:last]) is not None


def _begins_another(name: str, word: str) -> bool:
    """Tell whether an initial begins the next name: `A. ALPHA B. BETA`."""
    return _INITIAL.fullmatch(word) is not None and _WITH_INITIALS.match(name) is not None


def _ends_name(reading: Reading, place: int, word: str, words: int) -> bool:
    if word == "i":  # between two family names
        return not words
    if word.rstrip(".").lower() in _NO_NAME and not (word.endswith(".") and len(word) == 2):  # noqa: PLR2004 - an initial
        return True
    if words and (_rank(reading.words.language).match(reading.text, place) or is_office(reading, place)):
        return True
    if not words and is_office(reading, place):
        return True
    if words and reading.text[place].isupper() and _noun(reading.words.language).match(reading.text, place):
        return True
    return words > 1 and reading.at(place) is not None


def is_office(reading: Reading, place: int) -> bool:
    """Tell whether an office begins at a place."""
    return _offices(reading.words.language).match(reading.text, place) is not None


@cache
def _offices(language: Language) -> re.Pattern[str]:
    pattern = "|".join(f"(?:{pattern})" for pattern, _ in language.offices)
    edged = pattern if language.code == "zh" else rf"(?<![^\W_])(?:{pattern})(?![^\W_])"
    return re.compile(edged, re.IGNORECASE)


@cache
def _noun(language: Language) -> re.Pattern[str]:
    """Return the pattern of a title's first words, right at its noun."""
    nouns = "|".join(pattern for pattern, _ in language.kinds)
    edge = "" if language.code == "zh" else r"(?![^\W_])"
    return re.compile(rf"(?:(?:joint|final|press|special)\s+)?(?:{nouns}){edge}", re.IGNORECASE)


@cache
def _rank(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{language.ranks})(?![^\W_])[.]?", re.IGNORECASE)


@cache
def _skipped(language: Language) -> re.Pattern[str]:
    return re.compile(
        rf"(?:[\s{re.escape(_MARKS)}]{{0,60}}(?:{language.ranks})(?![^\W_])\.?)*[\s{re.escape(_MARKS)}]{{0,200}}",
        re.IGNORECASE,
    )


def after_ranks(reading: Reading, start: int, end: int) -> int:
    """Return the place after blanks, ranks and honorifics."""
    found = _skipped(reading.words.language).match(reading.text, start, end)
    return found.end() if found else start


def _named(text: str, start: int, end: int) -> Name | None:
    words = text[start:end]
    end -= len(words) - len(words.rstrip(_MARKS))
    if re.search(r"[^\W\d_]{2,}\.$", text[start:end]) and not re.search(r"\b(?:Jr|Sr)\.$", text[start:end]):
        end -= 1
    plain = _plain(text[start:end])
    if particles := _LAST_PARTICLES.search(text[start:end]):
        end = start + particles.start()
        plain = _plain(text[start:end])
    letters = sum(letter.isalpha() for letter in plain)
    initials = re.fullmatch(r"(?:[A-Z]\.? ?){1,3}", plain)
    if letters < SHORTEST or initials or not re.search(rf"{_LETTER}|[一-鿿]", plain):
        return None
    return Name(start, end, capitalized(plain))


def _plain(words: str) -> str:
    return re.sub(r"[\"*“”«»]", "", flat(words))


def capitalized(name: str) -> str:
    """Return a name with words in capitals put into small letters but for the first, and initials apart."""
    name = re.sub(rf"(?<=\b{_LETTER}\.)(?={_LETTER})", " ", name)
    return re.sub(r"[^\W\d_]+", _small, name)


def _small(word: re.Match[str]) -> str:
    text = word[0]
    if len(text) < SHORTEST or not text.isupper() or re.fullmatch(r"I{1,3}|IV", text):
        return text
    return text[0] + text[1:].lower()


def is_name_line(reading: Reading, start: int, end: int) -> Name | None:
    """Return the name that a line is; None when it is anything else, or a single word."""
    name = name_at(reading, start, end)
    if not name or reading.text[name.end : end].strip(_MARKS + "."):
        return None
    if " " not in name.name and not re.search(r"[一-鿿]", name.name):
        return None
    return None if reading.states(name.start, name.end) else name
