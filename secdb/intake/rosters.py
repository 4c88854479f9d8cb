"""Lists of members that a document gives: of which body, on which day, which States, and whether all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from secdb.intake.clean.mapped import flat
from secdb.intake.dates import han_number
from secdb.intake.language.numbers import SMALL_NUMBER, number_of
from secdb.intake.reading import codes, each
from secdb.intake.states import distance

if TYPE_CHECKING:
    from secdb.intake.language import Language
    from secdb.intake.reading import Named, Reading

_BODY = re.compile(
    r"[A-ZÀ-ÞА-ЯЁ][^\W_]*(?:[’'-][^\W_]+)*"
    r"(?:[ \n]{1,3}(?:(?:of|on|for|the|and|de|del|la|el|des|du|et|in|d['’]|о)[ \n]{1,3}){0,3}"
    r"[A-ZÀ-ÞА-ЯЁ][^\W_]*(?:[’'-][^\W_]+)*){0,9}"
)
_RUSSIAN_BODY = re.compile(
    r"[А-ЯЁ](?:[^\n(),:;.\u2013\u2014]|\n(?!\n)){2,110}?(?=\s*(?:[(),:;.\u2013\u2014]|\n\n|\Z)|"
    r"\s(?:\w+(?:ют|ются|лись)\b|(?:приня|заяви|подписа|вырази|реши|обсуди|рассмотре|провел|собра)\w+|от\s\d|по\s(?:вопрос|поводу|случаю)))"
)
# Bodies with names in small letters: Spanish and French, where a topic or a verb may follow.
_LONG_BODY = re.compile(r"[A-ZÀ-Þ](?:[^\n(),:;.\u2013\u2014]|\n(?!\n)){2,110}?(?=\s*(?:[(),:;.\u2013\u2014]|\n\n|\Z))")
_TREATY = re.compile(r"(?:Tratado|Acuerdo|Convenio|Convenci[oó]n|Pacto|Trait[ée]|Accord|Convention|Pacte)\b")
_HAN_MEMBERS = re.compile(
    r"(?P<body>[一-鿿]{2,24}?(?:组织|联盟|条约|共同体|论坛|联合体|集团|协定|盟约|联合会))(?P<all>全体|所有)?"
    r"(?:(?P<count>[两一二三四五六七八九十\d]{1,3})个?)?(?:成员国|缔约国|参加国)[ (\u2014:,，-]{0,3}(?:即)?"
)
_HAN_LEAD = re.compile(r".*(?:代表|转递|以及|根据|关于|[和的由在是为与及，])")
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
    r"(?<![^\W_])(?P<printed>(?P<one>[^\W_]{5,14})[\s-]+(?P<two>[^\W_]{5,14}))\s+(?:of|to|in)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"(?<![^\W_])(?:(?P<all>the|los|las|les|des|все|всех)\s+)?(?:(?P<count>{SMALL_NUMBER}|\d{{1,3}})\s+)?$",
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
_ISSUERS_IN = {
    "en": _ISSUERS,
    "es": re.compile(
        r"(?:los\s+)?(?:jefas?\s+y\s+)?(?:jefes(?:\s+de\s+estado(?:\s+y\s+de\s+gobierno)?)?|president[ae]s|ministr[ao]s\s+de\s+"
        r"(?:relaciones|asuntos)\s+exteriores|gobiernos)\s+de\s+los\s+(?:estados|pa[ií]ses)\s+(?:miembros|partes)\s+(?:del?|en)\s+(?:las?\s+|el\s+)?",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?:les\s+)?(?:chefs\s+d.[ée]tat(?:\s+et\s+de\s+gouvernement)?|pr[ée]sidents|ministres\s+des\s+affaires\s+[ée]trang[èe]res|"
        r"gouvernements)\s+des\s+(?:[ée]tats|pays)\s+(?:membres|parties)\s+(?:de\s+la\s+|de\s+l['’]|du\s+|à\s+la\s+|au\s+|de\s+)",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"(?:глав\w{0,2}(?:\s+государств\w{0,2}(?:\s+и\s+правительств\w{0,2})?)?|президент\w{1,3}|министр\w{1,3}\s+иностранных\s+дел|"
        r"руководител\w{1,3}|правительств\w?)\s+(?:государств|стран)\w{0,3}\s{0,3}[-—–]?\s{0,3}(?:член|участни)\w{1,3}\s+",
        re.IGNORECASE,
    ),
}
"""How a text is named that the leaders of all members of a body issue."""


_COMPRISING = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?,?\s*(?:comprising|consisting\s+of|composed\s+of|which\s+comprises|made\s+up\s+of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_BODY_LEAD = re.compile(r"(?:(?:Speaking|Acting)\s+for\s+the|The|A)\s+")
_WHOSE = re.compile(
    rf",?\s+(?:whose\s+(?:(?P<count>{SMALL_NUMBER}|\d{{1,3}})\s+)?(?:member\s+(?:states|countries)|(?:states\s+)?members|participants)"
    r"\s+are(?:\s+the\s+following)?|of\s+which\s+the\s+members\s+are)\s*:?\s+(?:the\s+)?",
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


class _Head(NamedTuple):
    """`the six States members of` at `start` to `end`: what is counted, if it has an article; a slip is `printed`."""

    start: int
    end: int
    counted: int | None
    every: bool
    printed: tuple[int, int] | None


def explicit(reading: Reading, start: int, end: int) -> list[Listed]:
    """Return the rosters that give the list themselves: `the six States members of BODY - A, B and C`."""
    found = []
    for members in _heads(reading, start, end):
        body = _body(reading, members.end, end)
        if not body:
            continue
        lead = _LIST_LEAD.match(reading.text, body.end(), end)
        states = _list_at(reading, lead.end(), end) if lead else []
        if len(states) < 2:  # noqa: PLR2004 - no list
            before = _list_before(reading, members, start)
            found += [Listed(flat(body[0]), each(before), ALL, before[0].start, body.end())] if before else []
            continue
        first = _start_of(reading, members.start, start)
        complete = _is_whole(reading, members.counted, states, members.start, every=members.every)
        last = states[-1].end
        last += "(" in lead[0] and reading.text[last : last + 1] == ")"  # type: ignore[index]
        found.append(Listed(flat(body[0]), each(states), complete, first, last))
        if members.printed:
            reading.warn("read as members of a body, though not printed so", *members.printed)
    return found + _comprising(reading, start, end) + _in_han(reading, start, end)


def _list_before(reading: Reading, members: _Head, start: int) -> list[Named]:
    """Return the States right before `, the five States members of BODY`, when they are as many as it counts."""
    count = members.counted or 0
    last = reading.states(max(start, members.start - 900), members.start)[-count:] if count > 1 else []
    if not last or len(last) != count or reading.text[last[-1].end : members.start].strip(" \n,-\u2013\u2014"):
        return []
    return last if len(reading.run(last[0].start, members.start)) == count else []


def _heads(reading: Reading, start: int, end: int) -> list[_Head]:
    """Return where `member States of` and the like stand, misprinted or not."""
    found = [_head(reading, one, start) for one in _members(reading.words.language).finditer(reading.text, start, end)]
    if reading.words.language.code != "en":
        return found
    slips = (one for one in _TWO_WORDS.finditer(reading.text, start, end) if _is_slip(one))
    return found + [_head(reading, one, start)._replace(printed=one.span("printed")) for one in slips]


def _head(reading: Reading, members: re.Match[str], least: int) -> _Head:
    """Return the words for members with the count and the article before them."""
    first = max(least, members.start() - 40)
    counted = _COUNTED.search(reading.text[first : members.start()])
    if not counted or not counted[0]:
        return _Head(*members.span(), None, False, None)  # noqa: FBT003 - no article
    count = number_of(counted["count"]) if counted["count"] else None
    return _Head(first + counted.start(), members.end(), count, bool(counted["all"]), None)


def _is_slip(two: re.Match[str]) -> bool:
    """Tell whether two words are those of a list of members with a letter wrong in one or both."""
    one, other = two["one"].lower(), two["two"].lower()
    return (one, other) not in _KEYS and any((a, b) in _KEYS for a in _near(one) for b in _near(other))


@lru_cache(maxsize=5_000)
def _near(word: str) -> tuple[str, ...]:
    """Return the key words that a word is, or is a slip of."""
    return tuple(key for key in _WORDS if distance(word, key, 1) is not None)


def _body(reading: Reading, place: int, end: int) -> re.Match[str] | None:
    """Return the name of a body; Russian, Spanish and French ones have small letters, and end at a mark."""
    code = reading.words.language.code
    if code not in {"es", "fr"}:
        return (_RUSSIAN_BODY if code == "ru" else _BODY).match(reading.text, place, end)
    body = _LONG_BODY.match(reading.text, place, end)
    if body is None or _TREATY.match(body[0]):
        return body
    topic = reading.words("topic").search(reading.text, place, body.end())
    return re.compile(r"(?s:.+)(?<!\s)").match(reading.text, place, topic.start()) if topic else body


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


def _is_whole(reading: Reading, count: int | None, states: list[Named], start: int, *, every: bool) -> bool:
    """Tell whether a list has all members: as many as are counted, else when it says so; another count is told."""
    listed = len(codes(states))
    if count is not None and count != listed:
        reading.warn(f"{count} are counted, {listed} are named", start, states[-1].end)
    return every if count is None else count == listed


def _comprising(reading: Reading, start: int, end: int) -> list[Listed]:
    """Return `BODY comprising A, B and C`, and `BODY, whose three members are A, B and C`."""
    found = []
    verbs = (*_COMPRISING.finditer(reading.text, start, end), *_WHOSE.finditer(reading.text, start, end))
    for verb in verbs:
        states = _list_at(reading, verb.end(), end)
        bodies = list(_BODY.finditer(reading.text, max(start, verb.start() - 150), verb.start()))
        if len(states) > 1 and bodies and bodies[-1].end() >= verb.start() - 1:
            first = bodies[-1].start() + (lead.end() if (lead := _BODY_LEAD.match(bodies[-1][0])) else 0)
            body = flat(reading.text[first : bodies[-1].end()])
            states = _until_again(states)
            count = number_of(verb["count"]) if verb.re is _WHOSE and verb["count"] else None
            complete = _is_whole(reading, count, states, verb.start(), every=ALL)
            found.append(Listed(body, each(states), complete, first, states[-1].end))
    return found


def _until_again(states: list[Named]) -> list[Named]:
    """Return the States before the one that is named again: with it the sentence goes on."""
    again = next((place for place, one in enumerate(states) if one.code in codes(states[:place])), None)
    return states[:again]


def _in_han(reading: Reading, start: int, end: int) -> list[Listed]:
    """Return the rosters of a Chinese text, where the body stands before its members."""
    found = []
    for members in _HAN_MEMBERS.finditer(reading.text, start, end) if reading.words.language.code == "zh" else ():
        states = _list_at(reading, members.end(), end)
        if len(states) > 1:
            body = _HAN_LEAD.sub("", members["body"])
            count = han_number(members["count"].replace("两", "二")) if members["count"] else None
            complete = _is_whole(reading, count, states, members.start("body"), every=bool(members["all"]))
            first = members.end("body") - len(body)
            last = states[-1].end + ("(" in members[0] and reading.text[states[-1].end : states[-1].end + 1] == ")")
            found.append(Listed(body, each(states), complete, first, last))
    return found


def issued(reading: Reading, start: int, end: int, states: list[Named]) -> Listed | None:
    """Return the roster that a text is when the leaders of all members of a body issued it."""
    pattern = _ISSUERS_IN.get(reading.words.language.code)
    if len(states) < 2 or pattern is None:  # noqa: PLR2004 - no list
        return None
    for issuers in pattern.finditer(reading.text, start, end):
        if body := _body(reading, issuers.end(), end):
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
