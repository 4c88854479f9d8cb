"""What a language's table holds: texts of patterns, and the patterns made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

YEAR = r"(?=[lIO]{0,3}\d)[12lI][\dlIO]{3}(?![\dlIO])"
"""A year, with letters that scanned pages have for figures."""


@dataclass(frozen=True, slots=True, eq=False)  # each is one of its kind, and quick to find a pattern by
class Language:
    """Words of a language. All but `code` and `common` are texts of patterns, read in any case unless said."""

    code: str
    common: frozenset[str]
    """Short words that only this language has so often."""
    signed: str
    """The word between brackets before a name."""
    headings: tuple[str, ...]
    """Titles of letters, up to the addressee; groups `kind`, `date`, `from`, and `to` where it stands inside."""
    addressees: tuple[tuple[str, str], ...]
    """Whom letters are addressed to, and the English words for it."""
    kinds: tuple[tuple[str, str], ...]
    """The noun that names a text, and the kind it is of."""
    title_start: str
    """How the title of an annexed text begins (capitals count)."""
    annex: str
    """The heading of an annex (capitals count); group `number`."""
    annex_to: str
    """What follows it when it names the letter."""
    see: str
    """`(see annex)`; group `number`."""
    transmit: str
    """What a letter says before it names what it transmits."""
    article: str
    """Words before the name of a transmitted text that are no part of it."""
    cut: str
    """Where the name of a transmitted text ends."""
    topic: str
    """Where the issuers in a title end and its topic begins."""
    offices: tuple[tuple[str, str], ...]
    """Offices, the ones that decide first first, and the capacity each is."""
    ranks: str
    """Ranks and honorifics before or after a name that are no office."""
    link: str
    """Words between an office and its State."""
    tail: str
    """Words after the State that belong to the office."""
    of_state: str
    """`For` before a State that signs."""
    place: str
    """The word before a place."""
    done: str
    """Verbs that tell where and when a text was made."""
    members: str
    """`member States of`, without what counts them."""
    agenda: str
    """The word before numbers of agenda items."""
    sessions: tuple[tuple[str, int], ...]
    """Ordinals, and what they count."""
    session: str
    """`{} session`, to be filled with the pattern of ordinals or figures."""
    ours: str
    """`our Ministers`: issuers that are those of the letter's senders."""
    lead: str
    """How a text begins that names its issuers."""
    together: str
    """How a text tells who took part."""
    towns: tuple[tuple[str, str], ...] = ()
    """Towns as they stand after `in` where that changes their ending, and their names."""
    above: str = r"(?!)"
    """How a text calls its issuers that are named in the letter over it."""
    letterlike: str = r"(?!)"
    """What only a letter says."""
    third_person: str = r"(?!)"
    """A note in the third person; groups `from`, `to`."""


class Words:
    """The patterns of a language, made when they are first asked for."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._made: dict[str, re.Pattern[str]] = {}

    def __call__(self, name: str, *, case: bool = False) -> re.Pattern[str]:
        """Return the pattern of a field."""
        if name not in self._made:
            flags = re.NOFLAG if case else re.IGNORECASE
            self._made[name] = re.compile(getattr(self.language, name), flags)
        return self._made[name]

    def listed(self, name: str) -> list[tuple[re.Pattern[str], str]]:
        """Return the patterns of a field that is a table, each with its meaning."""
        return _listed(getattr(self.language, name))


@cache
def _listed(table: tuple[tuple[str, str], ...]) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern, re.IGNORECASE), meaning) for pattern, meaning in table]


@cache
def words_of(language: Language) -> Words:
    """Return the patterns of a language."""
    return Words(language)
