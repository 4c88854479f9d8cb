"""The grammar of headings, second half: which act a date means, by the letter after it, under one column of one table.

A label (`labels`) is an act's word (`acts`), or several joined by `or`, `and`, a comma or a stroke, and then nothing or
a phrase that leaves it the same act of the same treaty. What is worded otherwise is no act known here: its cells are
rejected.

A date without a letter means what the labels without one say. Where the column has one label only, it means that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from secdb.exchange.importers.mtdsg.acts import find_act, is_unnamed, without_prefix
from secdb.exchange.importers.mtdsg.labels import labels
from secdb.vocabulary import ActKind

# Statements about the treaty that change nobody's status.
_ABOUT = r"(?:made )?(?:under|pursuant to|in accordance with|in terms of)"
_STATEMENTS = re.compile(
    rf"notifications? {_ABOUT} .*|notifications? of non-provisional application.*"
    rf"|declarations?(?: (?:{_ABOUT}|recogni[sz]ing) .*)?"
)
_TREATIES = "convention|agreement|protocol|treaty|charter|constitution|statute|covenant|act|articles of association"
_ADJECTIVES = "(?:[0-9]{4}|amended|unamended|revised|original|present)"
# What may follow the word without making another act of it; "of the amendment", "of article 41" and their like do.
_PHRASE = re.compile(
    rf" (?:(?:of|to|in|from) (?:the )?(?:{_ADJECTIVES} )*(?:{_TREATIES})\b.*"
    r"|(?:by|under|pursuant to|in accordance with|in respect of|with respect to|extending to|limited to|subject to"
    r"|ipso facto|without|ad referendum|as amended|through)\b.*"
    r"|for (?:the |each |that )?(?:states?|participants?|part(?:y|ies))\b.*)"
)
# One protocol of several to a treaty is another treaty than that of the table.
_ANOTHER = re.compile(
    r" (?:by|to|of|in respect of) (?:the )?(?:[\w-]+ )?(?:protocols?|annex(?:es)?) "
    r"(?:nos?\. ?)?(?:[0-9]{1,2}|[ivx]+)\b.*"
)
_MAX = 2_000  # characters; nothing longer is a heading
_JOINED = re.compile(r" (?:or|and|and/or|et|ou) | ?/ ?|, (?:(?:or|and) )?")

_CONSENTS = frozenset(
    {
        ActKind.DEFINITIVE_SIGNATURE,
        ActKind.RATIFICATION,
        ActKind.ACCEPTANCE,
        ActKind.APPROVAL,
        ActKind.ACCESSION,
        ActKind.SUCCESSION,
        ActKind.FORMAL_CONFIRMATION,
        ActKind.PARTICIPATION,
    }
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a date under a heading means: the act, and the label or labels that say so; `kind` None = not known."""

    kind: ActKind | None
    label: str

    @property
    def is_plain(self) -> bool:
        """Tell whether the label is the name of the act and no more."""
        return self.kind is not None and self.label.casefold() == self.kind.value.replace("_", " ")

    @property
    def is_doubtful(self) -> bool:
        """Tell whether the kind is the nearest there is, and says less, or no more, than the label."""
        return self.kind in {ActKind.PARTICIPATION, ActKind.DECLARATION} or is_unnamed(self.label)


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading as printed, and what dates with each letter and without one mean under it."""

    text: str
    without: Meaning | None
    letters: dict[str, Meaning] = field(default_factory=dict)

    def meaning(self, letter: str | None) -> Meaning | None:
        """Return what a date followed by the letter means, by none for None; None = the heading does not say."""
        return self.letters.get(letter) if letter else self.without


@lru_cache(maxsize=256)
def read_heading(text: str) -> Heading:
    """Return the meanings that a heading gives to letters and to dates without one."""
    if len(text) > _MAX:
        return Heading(text, None)
    plain: list[Meaning] = []
    lettered: dict[str, list[Meaning]] = {}
    for label, letter in labels(text):
        meaning = Meaning(_kind(label), label)
        (lettered.setdefault(letter, []) if letter else plain).append(meaning)
    letters = {letter: _joined(meanings) for letter, meanings in lettered.items()}
    if not plain and len(letters) == 1:
        plain = next(iter(lettered.values()))
    return Heading(text, _joined(plain) if plain else None, letters)


def _joined(meanings: list[Meaning]) -> Meaning:
    """Return the one meaning of labels that share a letter, or the lack of one.

    Labels of different acts by all of which a State becomes bound say that it is, not by which: participation.
    """
    label = ", ".join(one.label for one in meanings)
    return Meaning(_one_kind({one.kind for one in meanings}), label)


def _one_kind(kinds: set[ActKind | None]) -> ActKind | None:
    if len(kinds) == 1:
        return next(iter(kinds))
    return ActKind.PARTICIPATION if kinds <= _CONSENTS else None


def _kind(label: str) -> ActKind | None:
    """Return the act that a label names; None when it is none known here."""
    words = label.casefold()
    if _STATEMENTS.fullmatch(words):
        return ActKind.DECLARATION
    words = without_prefix(words)
    kinds: set[ActKind | None] = set()
    while found := find_act(words):
        kinds.add(found[0])
        words = found[1]
        joint = _JOINED.match(words)
        if joint is None or not (following := _following(words[joint.end() :], found[0])):
            return _one_kind(kinds) if not words or _is_phrase(words) else None
        words = following
    return None


def _is_phrase(words: str) -> bool:
    if words.startswith(" (") and words.endswith(")"):
        words = f" {words[2:-1]}"
    return _PHRASE.fullmatch(words) is not None and _ANOTHER.fullmatch(words) is None


def _following(words: str, kind: ActKind) -> str:
    """Return the words after `or`, `provisional` carried over to the second act of two; empty when no act follows."""
    words = without_prefix(words)
    if kind is ActKind.PROVISIONAL_APPLICATION and find_act(f"provisional {words}"):
        return f"provisional {words}"
    return words if find_act(words) else ""
