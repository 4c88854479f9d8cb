"""The words that headings have for acts, English and French, and what kind of act each is.

Two are acts by which a State consents to be bound and that have no kind of their own: `consent to be bound` (a
protocol says that a State may notify it in any form) and `simplified procedure` (consent by not objecting in time).
They are recorded as `acceptance`: it is what consent short of ratification is called (Vienna Convention on the Law of
Treaties, articles 11 and 14, paragraph 2), and it makes a contracting State until the treaty is in force.
`participation` would make a party before that. The words of the table stay in the note of the act.

`application` and `participation` are what a State does, by an act not named: it applies the treaty, or takes part, from
that day on (an annex on a specialized agency takes effect for a State as its notification is received). They are
`participation`, which makes a party at once.
"""

from __future__ import annotations

import re

from secdb.vocabulary import ActKind

_TREATY = r"(?:the |this )?(?:agreement|convention|protocol|treaty)"
_LATER = r"(?:ratification|acceptance|approval)"
# The first that fits counts: longer ones stand before those they begin with. Each may have a plural `s`.
_WORDS = (
    (
        rf"signature (?:without reservation as|not subject) to {_LATER}(?:(?:,| or|, or) {_LATER})*",
        ActKind.DEFINITIVE_SIGNATURE,
    ),
    (r"definitive signature|signature d[e\u00e9]finitive", ActKind.DEFINITIVE_SIGNATURE),
    (r"succession to (?:the )?signature", ActKind.SIGNATURE),
    (r"signature", ActKind.SIGNATURE),
    (r"provisional (?:application|acceptance|accession|approval|ratification)", ActKind.PROVISIONAL_APPLICATION),
    (r"application (?:provisoire|[a\u00e0] titre provisoire)", ActKind.PROVISIONAL_APPLICATION),
    (
        rf"(?:undertaking|intention) to apply (?:{_TREATY} )?provisionally",
        ActKind.PROVISIONAL_APPLICATION,
    ),
    (r"(?:act of )?formal confirmation|(?:acte de )?confirmation formelle", ActKind.FORMAL_CONFIRMATION),
    (r"(?:definitive )?ratification", ActKind.RATIFICATION),
    (r"(?:definitive )?acceptance|acceptation", ActKind.ACCEPTANCE),
    (r"consent to be bound|consentement [a\u00e0] [e\u00ea]tre li[e\u00e9]|simplified procedure", ActKind.ACCEPTANCE),
    (r"(?:definitive )?approval|approbation", ActKind.APPROVAL),
    (r"(?:definitive )?(?:accession|adherence|adhesion)|adh[e\u00e9]sion", ActKind.ACCESSION),
    (r"succession", ActKind.SUCCESSION),
    (r"participation", ActKind.PARTICIPATION),
    (r"application(?: of (?:the )?regulations?(?: no\.? ?[0-9]+)?)?", ActKind.PARTICIPATION),
    (r"entry into force|entr[e\u00e9]e en vigueur", ActKind.ENTRY_INTO_FORCE),
    (r"withdrawal of (?:the |an? )?reservation", ActKind.RESERVATION_WITHDRAWAL),
    (r"withdrawal|denunciation|d[e\u00e9]nonciation", ActKind.WITHDRAWAL),
    (r"reservation", ActKind.RESERVATION),
    (r"objection", ActKind.OBJECTION),
)
_PATTERNS = tuple((re.compile(rf"(?:{word})s?(?!\w)"), kind) for word, kind in _WORDS)

ACT = rf"(?i:(?:{'|'.join(word for word, _ in _WORDS)})s?(?!\w))"
"""A pattern of any of the words, in capital or small letters."""

PREFIX = (
    r"(?i:(?:of )?(?:the )?(?:dates? of )?(?:(?:receipt|deposit) of )?(?:the |an? )?"
    r"(?:(?:notification|notice|declaration|instrument)s? of (?:the |an? )?)?)"
)
"""A pattern of what may stand before: it is by an instrument or a notification that the act is done."""

_BEFORE = re.compile(PREFIX)
_UNNAMED = re.compile(r"consent|simplified")


def find_act(words: str) -> tuple[ActKind, str] | None:
    """Return the act that words, in small letters, begin with, and the rest of them."""
    for pattern, kind in _PATTERNS:
        if found := pattern.match(words):
            return kind, words[found.end() :]
    return None


def without_prefix(words: str) -> str:
    """Return the words without `date of`, `instrument of` and the like before the act."""
    found = _BEFORE.match(words)
    return words[found.end() :] if found else words


def is_unnamed(label: str) -> bool:
    """Tell whether a label is of an act of consent that has no kind of its own."""
    return _UNNAMED.match(without_prefix(label.casefold())) is not None
