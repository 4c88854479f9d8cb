"""Lists of members that a document gives: of which body, on which day, which States, and whether all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from secdb.intake.clean.mapped import flat
from secdb.intake.reading import codes, each
from secdb.intake.states import distance

if TYPE_CHECKING:
    from secdb.intake.language import Language
    from secdb.intake.reading import Named, Reading

_COUNTS = {
    word: number
    for words in (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
        "dos tres cuatro cinco seis siete ocho nueve diez",
        "deux trois quatre cinq six sept huit neuf dix",
        "дву трех четырех пяти шести семи восьми девяти десяти",
    )
    for number, word in enumerate(words.split(), 2)
}
_BODY = re.compile(
    r"[A-ZÀ-ÞА-ЯЁ][^\W_]*(?:[’'-][^\W_]+)*"
    r"(?:[ \n]{1,3}(?:(?:of|on|for|the|and|de|del|la|el|des|du|et|in|d['’]|о)[ \n]{1,3}){0,3}"
    r"[A-ZÀ-ÞА-ЯЁ][^\W_]*(?:[’'-][^\W_]+)*){0,9}"
)
_RUSSIAN_BODY = re.compile(r"[А-ЯЁ][^\n(),:;.\u2013\u2014]{2,90}(?<! )")
_KEYS = frozenset(
    (one, two)
    for ones, twos in (
        (("member", "participating"), ("states", "countries")),
        (("states", "countries"), ("members", "parties", "participants", "participating", "signatories")),
    )
    for one in ones
    for two in twos
)
_WORDS = sorted({word for keys in _KEYS for word in keys})
_TWO_WORDS = re.compile(
    r"(?<![^\W_])(?:(?P<all>the)\s+)?(?:(?P<count>[a-z]{3,8}|\d{1,3})\s+)?"
    r"(?P<printed>(?P<one>[^\W_]{5,14})[\s-]+(?P<two>[^\W_]{5,14}))\s+(?:of|to|in)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_LIST_LEAD = re.compile(
    r"(?:\s*\([A-ZА-ЯЁ]{2,12}\))?\s*(?:[\u2013\u2014(:,-]|--)\s*(?:namely,?\s+|that\s+is,?\s+)?(?:the\s+|la\s+|le\s+|el\s+)?",
    re.IGNORECASE,
)
_ISSUERS = re.compile(
    r"(?:[WMH]e,?\s+)?(?:the\s+)?(?:heads(?:\s+of\s+states?(?:\s+and\s+(?:of\s+)?governments?)?)?|presidents|leaders|"
    r"ministers\s+(?:for|of)\s+foreign\s+affairs|foreign\s+ministers|governments)\s+of\s+(?:the\s+)?"
    r"(?:states?\s+members\s+of|states?\s+parties\s+to|states?\s+participating\s+in|member\s+states\s+of|member\s+countries\s+of|members\s+of|parties\s+to)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_COMPRISING = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?,?\s*(?:comprising|consisting\s+of|composed\s+of|which\s+comprises|made\s+up\s+of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_FOUNDING = re.compile(
    r"\b(?:establish(?:ing|ment\s+of)|creat(?:ing|ion\s+of)|founding|formation\s+of)\s+(?:of\s+)?(?:the\s+|a\s+)?",
    re.IGNORECASE,
)
_WE = re.compile(r"\bWe,?\s+(?:the\s+)?")


ALL = True  # the list has all members


@dataclass(frozen=True, slots=True)
class Listed:
    """A roster as it stands at `start` to `end` of the cleaned text; its States may be named elsewhere."""

    body: str
    named: list[Named]
    complete: bool
    start: int
    end: int

    @property
    def states(self) -> tuple[str, ...]:
        """The codes of the States."""
        return codes(self.named)


def explicit(reading: Reading, start: int, end: int) -> list[Listed]:
    """Return the rosters that give the list themselves: `the six States members of BODY - A, B and C`."""
    found = []
    for members in _heads(reading, start, end):
        body = _body(reading, members.end(), end)
        if not body:
            continue
        lead = _LIST_LEAD.match(reading.text, body.end(), end)
        states = _list_at(reading, lead.end(), end) if lead else []
        if len(states) > 1:
            first = _start_of(reading, members.start(), start)
            complete = _is_complete(members, len(codes(states)))
            last = states[-1].end
            last += "(" in lead[0] and reading.text[last : last + 1] == ")"  # type: ignore[index]
            found.append(Listed(flat(body[0]), each(states), complete, first, last))
            if "printed" in members.groupdict():
                reading.warn("read as members of a body, though not printed so", *members.span("printed"))
    return found + _comprising(reading, start, end)


def _heads(reading: Reading, start: int, end: int) -> list[re.Match[str]]:
    """Return where `member States of` and the like stand, misprinted or not."""
    found = list(_members(reading.words.language).finditer(reading.text, start, end))
    if reading.words.language.code != "en":
        return found
    return found + [one for one in _TWO_WORDS.finditer(reading.text, start, end) if _is_slip(one)]


def _is_slip(two: re.Match[str]) -> bool:
    """Tell whether two words are those of a list of members with a letter wrong in one or both."""
    one, other = two["one"].lower(), two["two"].lower()
    return (one, other) not in _KEYS and any((a, b) in _KEYS for a in _near(one) for b in _near(other))


@lru_cache(maxsize=5_000)
def _near(word: str) -> tuple[str, ...]:
    """Return the key words that a word is, or is a slip of."""
    return tuple(key for key in _WORDS if distance(word, key, 1) is not None)


def _body(reading: Reading, place: int, end: int) -> re.Match[str] | None:
    """Return the name of a body; Russian ones have small letters, and end at a mark."""
    pattern = _RUSSIAN_BODY if reading.words.language.code == "ru" else _BODY
    return pattern.match(reading.text, place, end)


@cache
def _members(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){language.members}", re.IGNORECASE)


def _start_of(reading: Reading, place: int, least: int) -> int:
    """Return where the words begin that name the list: `On behalf of` belongs to it."""
    before = re.search(
        r"(?:On\s+behalf\s+of|En\s+nombre\s+de|Au\s+nom\s+des?)\s+$", reading.text[max(least, place - 30) : place]
    )
    return place - (before.end() - before.start()) if before else place


def _list_at(reading: Reading, place: int, end: int) -> list[Named]:
    named = reading.run(place, min(end, place + 900))
    return named if named and named[0].start - place < 12 else []  # noqa: PLR2004 - an article between


def _is_complete(members: re.Match[str], listed: int) -> bool:
    count = members["count"]
    if count:
        return (int(count) if count.isdigit() else _COUNTS.get(count.lower(), 0)) == listed
    return bool(members["all"])


def _comprising(reading: Reading, start: int, end: int) -> list[Listed]:
    """Return `BODY comprising A, B and C`."""
    found = []
    for verb in _COMPRISING.finditer(reading.text, start, end):
        if not verb[0].strip():
            continue
        states = _list_at(reading, verb.end(), end)
        bodies = list(_BODY.finditer(reading.text, max(start, verb.start() - 150), verb.start()))
        if len(states) > 1 and bodies and bodies[-1].end() >= verb.start() - 1:
            body = re.sub(r"^(?:The|A)\s+", "", flat(bodies[-1][0]))
            found.append(Listed(body, each(states), ALL, bodies[-1].start(), states[-1].end))
    return found


def issued(reading: Reading, start: int, end: int, states: list[Named]) -> Listed | None:
    """Return the roster that a text is when the leaders of all members of a body issued it."""
    if len(states) < 2:  # noqa: PLR2004 - no list
        return None
    for issuers in _ISSUERS.finditer(reading.text, start, end):
        if body := _BODY.match(reading.text, issuers.end(), end):
            name = re.sub(r"\bOrganisation\b", "Organization", flat(body[0]))
            return Listed(name, states, ALL, issuers.start(), body.end())
    return None


def founded(reading: Reading, title: tuple[int, int], end: int, states: list[Named]) -> Listed | None:
    """Return the roster that the parties to an agreement are which founds a body: `We, A, B and C`."""
    founding = _FOUNDING.search(reading.text, *title)
    if not founding or len(states) < 2:  # noqa: PLR2004 - no list
        return None
    body = _BODY.match(reading.text, founding.end(), title[1])
    we = _WE.search(reading.text, title[1], min(end, title[1] + 400))
    named = _list_at(reading, we.end(), end) if we else reading.run(title[1], min(end, title[1] + 900))
    if not body or len(named) < 2 or (not we and named[0].start > title[1] + 20):  # noqa: PLR2004 - no list
        return None
    first = we.start() if we else named[0].start
    words = flat(body[0])
    name = (
        " ".join(word if word.lower() in {"of", "the"} else word.capitalize() for word in words.lower().split())
        if words.isupper()
        else words
    )
    return Listed(name, each(named), ALL, first, named[-1].end)
