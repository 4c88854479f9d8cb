"""The words of each language as tables, and which language a text is in."""

from __future__ import annotations

import re

from secdb.intake.language.en import ENGLISH
from secdb.intake.language.es import SPANISH
from secdb.intake.language.fr import FRENCH
from secdb.intake.language.ru import RUSSIAN
from secdb.intake.language.table import Language, Words, words_of
from secdb.intake.language.zh import CHINESE

LANGUAGES = (ENGLISH, FRENCH, SPANISH, RUSSIAN, CHINESE)

_HAN = re.compile(r"[\u4e00-\u9fff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4_000

__all__ = ["LANGUAGES", "Language", "Words", "language_of", "words_of"]


def language_of(text: str) -> Language:
    """Return the language that a text is mostly in; English when nothing tells."""
    sample = text[:_SAMPLE]
    latin = len(_LATIN.findall(sample))
    if len(_HAN.findall(sample)) * 3 > latin:
        return CHINESE
    if len(_CYRILLIC.findall(sample)) > latin:
        return RUSSIAN
    words = [word.lower() for word in _WORD.findall(sample)]
    counted = {language.code: sum(word in language.common for word in words) for language in LANGUAGES[:3]}
    return max(LANGUAGES[:3], key=lambda language: counted[language.code])
