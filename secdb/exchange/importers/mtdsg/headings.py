"""The grammar of headings: which act a date means, by the letter after it, under one column of one table.

A heading is a list of labels, each an act with or without a letter in parentheses:

    Ratification, Acceptance(A), Accession to the Convention as amended(a), Succession(d)

A comma or semicolon, after a letter also `or` and `and`, parts labels where a capital follows and no parenthesis is
open. `(b)` after `article 7 (1)` is a paragraph and no letter. A label is an act's word (`_ACTS`), or several joined by
`or`, `and` or `/`, and then nothing or a phrase that leaves it the same act. What is worded otherwise is no act known
here: its cells are rejected.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from secdb.vocabulary import ActKind

_LABELS = re.compile(r"(?:,\s+|;\s*|(?<=\))\s+(?:or|and)\s+)(?=[A-Z])")
_LETTER = re.compile(r"(?P<label>.*\S)\s*\((?P<letter>[A-Za-z]{1,2})\)")
_NUMBERED = r"(?:articles?|art\.|sections?|paragraphs?|paras?\.|rules?|regulations?|chapters?|parts?|annex(?:es)?)"
_PARAGRAPH = re.compile(rf"{_NUMBERED}\s+[0-9IVXLC]+(?:\s*\(\w+\))*", re.IGNORECASE)
_MARKS = re.compile(r"(?:\s*\*+|\s+[0-9]{1,2}(?:\s*,\s*[0-9]{1,2})*)$")

# Each act's word as headings have it; the first that fits. Longer ones stand before those they begin with.
_ACTS = (
    (r"signature without reservation as to (?:ratification|acceptance|approval)", ActKind.DEFINITIVE_SIGNATURE),
    (r"definitive signature", ActKind.DEFINITIVE_SIGNATURE),
    (r"succession to (?:the )?signature", ActKind.SIGNATURE),
    (r"signature", ActKind.SIGNATURE),
    (r"provisional (?:application|acceptance|accession|approval|ratification)", ActKind.PROVISIONAL_APPLICATION),
    (r"(?:act of )?formal confirmation", ActKind.FORMAL_CONFIRMATION),
    (r"(?:definitive )?ratification", ActKind.RATIFICATION),
    (r"(?:definitive )?acceptance", ActKind.ACCEPTANCE),
    (r"(?:definitive )?approval", ActKind.APPROVAL),
    (r"(?:definitive )?(?:accession|adherence|adhesion)", ActKind.ACCESSION),
    (r"succession", ActKind.SUCCESSION),
    (r"consent to be bound|participation|simplified procedure", ActKind.PARTICIPATION),
    (r"application(?: of (?:the )?regulations?(?: no\.? ?[0-9]+)?)?", ActKind.PARTICIPATION),
    (r"entry into force", ActKind.ENTRY_INTO_FORCE),
    (r"withdrawal|denunciation", ActKind.WITHDRAWAL),
)
_INSTRUMENT = re.compile(r"(?:dates? of )?(?:(?:receipt|deposit) of )?(?:the )?(?:notification|instrument)s? of ")
_DATE_OF = re.compile(r"dates? of ")
# Statements about the treaty that change nobody's status.
_STATEMENTS = re.compile(
    r"notifications? (?:under|of non-provisional application|made under|in accordance with) .*"
    r"|notification of non-provisional application"
    r"|declarations? (?:under|recogni[sz]ing|made under|in accordance with|pursuant to) .*"
)
_TREATIES = "convention|agreement|protocol|treaty|charter|constitution|statute|covenant|act|articles of association"
_ADJECTIVES = "(?:[0-9]{4}|amended|unamended|revised|original|present)"
# What may follow the word without making another act of it; "of the amendment", "of article 41" and their like do.
_PHRASE = re.compile(
    rf" (?:(?:of|to|in|from) (?:the )?(?:{_ADJECTIVES} )*(?:{_TREATIES})\b.*"
    r"|(?:by|under|pursuant to|in accordance with|in respect of|with respect to|extending to|subject to|ipso facto"
    r"|without|ad referendum|as amended|through)\b.*)"
)
_MAX = 2_000  # characters; nothing longer is a heading
_JOINED = re.compile(r"(?: or | and | and/or | ?/ ?)")

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
    for label, letter in map(_label_and_letter, _labels(text)):
        meaning = Meaning(_kind(label), label)
        (lettered.setdefault(letter, []) if letter else plain).append(meaning)
    letters = {letter: _joined(meanings) for letter, meanings in lettered.items()}
    return Heading(text, _joined(plain) if plain else None, letters)


def _labels(text: str) -> list[str]:
    """Return the labels of a heading; a comma inside parentheses parts none."""
    plain = " ".join(text.split())
    breaks = [found for found in _LABELS.finditer(plain) if _depth(plain[: found.start()]) == 0]
    begins = [0, *(found.end() for found in breaks)]
    ends = [*(found.start() for found in breaks), len(plain)]
    return [plain[begin:end] for begin, end in zip(begins, ends, strict=True) if begin < end]


def _depth(text: str) -> int:
    return text.count("(") - text.count(")")


def _label_and_letter(label: str) -> tuple[str, str | None]:
    """Return the label without footnote marks and letter, and the letter."""
    plain = label if _PARAGRAPH.search(label) else _MARKS.sub("", label)
    found = _LETTER.fullmatch(plain)
    if found is None or _ends_in_paragraph(found["label"]):
        return plain, None
    return found["label"], found["letter"]


def _ends_in_paragraph(text: str) -> bool:
    return any(found.end() == len(text) for found in _PARAGRAPH.finditer(text))


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
    words = _DATE_OF.sub("", _INSTRUMENT.sub("", words, count=1), count=1)
    kinds: set[ActKind | None] = set()
    while found := _act(words):
        kinds.add(found[0])
        words = found[1]
        joint = _JOINED.match(words)
        if joint is None or not (following := _following(words[joint.end() :], found[0])):
            return _one_kind(kinds) if not words or _PHRASE.fullmatch(words) else None
        words = following
    return None


def _following(words: str, kind: ActKind) -> str:
    """Return the words after `or`, `provisional` carried over to the second act of two; empty when no act follows."""
    if kind is ActKind.PROVISIONAL_APPLICATION and _act(f"provisional {words}"):
        return f"provisional {words}"
    return words if _act(words) else ""


def _act(words: str) -> tuple[ActKind, str] | None:
    """Return the act that the words begin with, and the rest of them."""
    for word, kind in _ACTS:
        if found := re.match(word, words):
            return kind, words[found.end() :]
    return None
