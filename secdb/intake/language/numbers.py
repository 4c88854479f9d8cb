"""Numbers in words, in English, Spanish, French and Russian: counts of members, days and years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secdb.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen",
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho"
    " diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho"
    " veintinueve",
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "одного двух трех четырех пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати четырнадцати",
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать",
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth",
    "primero segundo tercero",
    "premier deuxieme troisieme",
)
_TENS = (
    "ten twenty thirty forty fifty sixty seventy eighty ninety",
    "diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "dix vingt trente quarante cinquante soixante",
    "tenth twentieth thirtieth",
)
_HUNDREDS = "cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
_VALUES = {
    **{word: number for words in _ONES for number, word in enumerate(words.split(), 1)},
    **{word: 10 * number for words in _TENS for number, word in enumerate(words.split(), 1)},
    **{word: 100 * number for number, word in enumerate(_HUNDREDS.split(), 1)},
    "ciento": 100,
    "vingts": 20,
    "дву": 2,
}
_TIMES = {"hundred": 100, "cent": 100, "cents": 100, "thousand": 1000, "mil": 1000, "mille": 1000}
_AND = frozenset(("and", "y", "et"))
_CENTURIES = frozenset((18, 19, 20))
_WORD = re.compile(r"[^\W\d_]+")


def number_of(text: str) -> int | None:
    """Return what figures or words count, as in `nineteen hundred and ninety-two`; None when they are no number."""
    if text.isascii() and text.isdigit():
        return int(text)
    words = [fold(word) for word in _WORD.findall(text)]
    known = [word for word in words if word not in _AND]
    if not known or any(word not in _VALUES and word not in _TIMES for word in known):
        return None
    return _counted(known)


def _counted(words: Iterable[str]) -> int:
    """Return what words count; `nineteen ninety-two` has its hundreds unsaid, `quatre-vingt` its twenties."""
    done, last = 0, 0
    for word in words:
        if word in _TIMES:
            last = max(last, 1) * _TIMES[word]
        elif last in _CENTURIES and _VALUES[word] >= 10:  # noqa: PLR2004 - two figures of the year
            last = last * 100 + _VALUES[word]
        elif last % 100 == 4 and word in {"vingt", "vingts"}:  # noqa: PLR2004 - quatre-vingt
            last += 76
        else:
            last += _VALUES[word]
        if last >= 1000:  # noqa: PLR2004 - the hundreds count anew
            done, last = done + last, 0
    return done + last


def _printed(word: str) -> str:
    """Return the pattern of a word that may stand with the accents that folding takes off."""
    return word.replace("e", "[eéè]").replace("o", "[oó]")


NUMBER_WORD = "(?:" + "|".join(sorted(map(_printed, (*_VALUES, *_TIMES)), key=len, reverse=True)) + ")"
_AND_WORD = rf"[\s-]{{1,3}}(?:(?:and|y|et)[\s-]{{1,3}})?{NUMBER_WORD}"
NUMBER = rf"{NUMBER_WORD}(?:{_AND_WORD}){{0,7}}(?![^\W_])"
"""Words that together are a number, in any of the languages."""
SMALL_NUMBER = rf"{NUMBER_WORD}(?:{_AND_WORD}){{0,2}}(?![^\W_])"
"""Words that together may be a number under 100."""
