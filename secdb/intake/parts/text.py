"""One text of a document: its title, kind, day, place, and the States that issue it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from secdb.intake.clean.mapped import flat
from secdb.intake.parts.described import title_of
from secdb.intake.parts.headings import kind_of
from secdb.intake.parts.titles import title_at
from secdb.intake.parts.where import When, dated_as_told, dateline, letterhead_date, line_date, made
from secdb.intake.reading import ONLY_ADJECTIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.intake.dates import Dated
    from secdb.intake.parts.described import Described
    from secdb.intake.reading import Named, Reading

LEAD = 1_800
NEAR = 40
_SELF = re.compile(
    r"\b(?:this|present|the\s+following)\s+(?=(?:Joint\s+)?(?:Decision|Agreement|Treaty|Protocol|Declaration|Statement|Communiqu|Convention|Charter)"
    r"\w{0,2}\b)"
)
_TRUNCATED = 12
_CAPITAL_LINE = re.compile(r"[A-ZÀ-Þ]{4,20}\s+")
NOWHERE = When()
# Between the verb and `by` may stand where and when.
_BY = re.compile(
    r"\b(?:signed|issued|adopted|made)\b(?:\s+(?:at|in|on)\s[^.;:]{3,60}?)?\s+by\b|"
    r"\b(?:firmad|suscrit|emitid|adoptad|formulad)\w+\b(?:\s+(?:en|el)\s[^.;:]{3,60}?)?\s+por\b|"
    r"\b(?:sign|publi|adopt|diffus|fait)[ée]?\w*\b(?:\s+(?:[àa]|le)\s[^.;:]{3,60}?)?\s+par\b|\bподписан\w*",
    re.IGNORECASE,
)
_AUTHORS = re.compile(
    r"\bby\s+(?:the\s+)?(?=presidents|heads|prime\s+ministers|ministers|foreign\s+ministers|leaders)|"
    r"\bpor\s+(?:l[oa]s\s+)?(?=president[ae]s|jefes|primer[oa]s|ministr[oa]s|cancilleres)|"
    r"\bpar\s+(?:les\s+)?(?=pr[ée]sidents|chefs|premiers|ministres)",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\b(?:at|in|on|during|with|en|el|à|lors|в|на)\b")


@dataclass(frozen=True, slots=True)
class Text:
    """A text at `start` to `end`; its body begins at `body`. Places are those of the cleaned text.

    `head` is the day over a text that stands alone; `senders` tells that the letter's senders issue the text.
    """

    start: int
    body: int
    end: int
    title: str | None
    title_at: tuple[int, int] | None
    kind: str
    when: When = NOWHERE
    told: Described | None = None
    only_told: bool = False
    head: Dated | None = None
    senders: bool = False


def annexed(reading: Reading, start: int, end: int, told: Described | None) -> Text | None:
    """Return the text that begins at a place, by its own title or else by what the letter calls it."""
    known = title_of(reading, told) if told else None
    at = title_at(reading, start, end, known)
    title = flat(reading.text[slice(*at)]) if at else None
    if told and (not title or _is_cut(reading, at, title, known)):
        return replace(only_told(reading, told), start=start, body=at[1] if at else end, end=end, only_told=False)
    if at is None or title is None or not re.search(r"[^\W\d_]{3}", title):
        return None
    kind = _kind(reading, at, end, title, known)
    text = Text(at[0], at[1], end, title, at, kind, told=told)
    return replace(text, when=when_of(reading, text))


def _is_cut(reading: Reading, at: tuple[int, int] | None, title: str | None, known: str | None) -> bool:
    """Tell whether the text ends inside its title, which the letter has whole."""
    if not at or not title or not known or len(reading.text) - at[1] > _TRUNCATED:
        return False
    return len(title) < len(known) and known.casefold().startswith(title.casefold()[:-1])


def only_told(reading: Reading, told: Described) -> Text:
    """Return a text that is known from the letter alone."""
    title = title_of(reading, told)
    kind = kind_of(reading.words, title) or kind_of(
        reading.words, reading.text[max(0, told.start - 60) : told.said_end]
    )
    text = Text(
        told.start,
        told.said_end,
        told.said_end,
        title,
        (told.start, told.end),
        kind[0] if kind else "other",
        told=told,
        only_told=True,
    )
    return replace(text, when=made(reading, told.start, told.said_end))


def _kind(reading: Reading, at: tuple[int, int], end: int, title: str, known: str | None) -> str:
    """Return the kind by the title, by what the text calls itself, by what the letter calls it."""
    found = kind_of(reading.words, title)
    if found and not title.startswith("About"):
        return found[0]
    if itself := _SELF.search(reading.text, at[1], end):
        named = kind_of(reading.words, reading.text[itself.end() : itself.end() + 40])
        if named:
            return named[0]
    if known and (found := kind_of(reading.words, known)):
        return found[0]
    lead = reading.text[at[1] : min(end, at[1] + LEAD)]
    if re.search(r"\b(?:meeting|session|summit)\b", title, re.IGNORECASE) and reading.words("together").search(lead):
        reading.warn("the title does not say what kind of text this is; it tells of a meeting", *at)
        return "communique"
    reading.warn("the title does not say what kind of text this is", *at)
    return found[0] if found else "other"


def alone(reading: Reading, at: tuple[int, int]) -> Text:
    """Return a text that comes without a letter."""
    title = flat(reading.text[slice(*at)])
    kind = _kind(reading, at, len(reading.text), title, None)
    text = Text(at[0], at[1], len(reading.text), title, at, kind, head=letterhead_date(reading, at[0] + 1))
    return replace(text, when=when_of(reading, text))


def when_of(reading: Reading, text: Text) -> When:
    """Return the first day told; its place from the first that tells one of the same day."""
    date, place = None, None
    for one in _sought(reading, text):
        date = date or one.date
        if date and one.date and one.date.iso == date.iso and one.place:
            place = one.place
            break
    return When(date, place)


def _sought(reading: Reading, text: Text) -> Iterator[When]:
    """Yield day and place: of the end, the title, the line under it, the letter, the lines around, the sentences."""
    title = text.title_at or (text.start, text.start)
    yield _done(reading, max(text.body, text.end - 2_500), text.end)
    yield made(reading, *title)
    yield _title_end(reading, title)
    yield dateline(reading, text.body, min(text.end, text.body + 160))
    yield dateline(reading, max(text.body, text.end - 400), text.end)
    if text.told:
        yield made(reading, text.told.start, text.told.said_end)
        yield When(dated_as_told(reading, text.told.start, text.told.said_end))
    yield When(line_date(reading, text.body, min(text.end, text.body + 60)))
    yield When(line_date(reading, max(text.body, text.end - 160), text.end))
    yield When(text.head)
    yield _lead(reading, text)


def _title_end(reading: Reading, title: tuple[int, int]) -> When:
    """Return the day that a title ends with, as in `Declaration ... in Dushanbe, 28 August 2008`."""
    found = made(reading, *title, verb=False)
    return found if found.date and (found.place or title[1] - found.date.end < 3) else When()  # noqa: PLR2004 - a mark


def _done(reading: Reading, start: int, end: int) -> When:
    """Return `Done at X on DAY`."""
    for word in re.finditer(
        r"\b(?:D[Oo][Nn][Ee]|[Ii]t\s+is\s+made|Made|Hecho|Fait|Совершено|Учинено)\b", reading.text[start:end]
    ):
        found = made(reading, start + word.start(), min(end, start + word.start() + 160), verb=False)
        if found.date:
            return found
    return When()


def _lead(reading: Reading, text: Text) -> When:
    """Return the day of the first sentences, where they tell when and where the text was made."""
    found = made(reading, text.body, min(text.end, text.body + 600))
    return found if found.place else When()


def issuers(reading: Reading, text: Text) -> list[Named]:
    """Return the States whose text it is: by the title before its topic, else by the first words of the text."""
    if text.title_at is None:
        return []
    start, end = text.title_at
    topic = reading.words("topic").search(reading.text, start + 1, end)
    named = reading.states(start, topic.start() if topic else end)
    if named:
        return reading.run(start, topic.start() if topic else end) + named
    return (
        signed_by(reading, start, end)
        or _authors(reading, start, end)
        or _in_lead(reading, text)
        or _by_adjectives(reading, start, topic.start() if topic else end)
    )


def _authors(reading: Reading, start: int, end: int) -> list[Named]:
    """Return the States whose leaders a title names behind its topic: `... on water by the Presidents of A and B`."""
    found = _AUTHORS.search(reading.text, start, end)
    named = reading.run(found.end(), end) if found else []
    return named if len(named) > 1 else []


def _by_adjectives(reading: Reading, start: int, end: int) -> list[Named]:
    """Return the two States and more that adjectives in a title name, of which a person should be told."""
    named = reading.by_adjectives(start, end)
    if len(named) < 2:  # noqa: PLR2004 - one adjective may be anything
        return []
    reading.warn(ONLY_ADJECTIVES, named[0].start, named[-1].end)
    return named


def _in_lead(reading: Reading, text: Text) -> list[Named]:
    """Return the States that the first words name as the issuers: `We, the Presidents of A, B and C`."""
    if text.only_told:
        return []
    body = text.body
    if when := dateline(reading, body, min(text.end, body + 2 * NEAR)).date:
        body = when.end
    while body < text.end and not reading.text[body].isalpha():
        body += 1
    if heading := _CAPITAL_LINE.match(reading.text, body, text.end):
        body = heading.end()
    lead = reading.words("lead").match(reading.text, body, text.end)
    place = lead.end() if lead else body
    named = reading.run(place, min(text.end, place + 700))
    if (
        len(named) > 1
        and named[0].start - place < NEAR
        and not re.search(r"[.;]\s", reading.text[place : named[0].start])
    ):
        return named
    return []


def signed_by(reading: Reading, start: int, end: int) -> list[Named]:
    """Return the States that signed, as a title or the letter says: `signed by the Presidents of A, B and C`."""
    found = _BY.search(reading.text, start, end)
    if found is None:
        return []
    where = _WHERE.search(reading.text, found.end(), end)
    return reading.run(found.end(), where.start() if where else end)


def with_when(text: Text, other: When) -> Text:
    """Return the text with the day and place told beside it where it has none; the place only for the same day."""
    if text.when.date is None:
        return replace(text, when=other)
    if text.when.place is None and other.date and other.date.iso == text.when.date.iso:
        return replace(text, when=When(text.when.date, other.place))
    return text
