"""What holds of every draft: each place lies in the text, and has the words that it is said to have."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.intake import Draft, Span, StateNames
    from secdb.intake.draft import Entry, Issuer, Signatory, Statement

MARK = re.compile(r"[(\[（]?\s*\S{2,12}\s?\S{0,2}\s*[)\]）:}：]|/?s/|sgd\.", re.IGNORECASE)
OFFICE = re.compile(
    r"repr[eé]s|perman|deputy|alternate|observ|president|pr[eé]sident|minist|secr[eé]ta|premier|\bheads?\b|chief|chef|jefe|chair|chancel|charg"
    r"|encargad|envoy|enviad|envoy[eé]|\bking|queen|emir|amir|sultan|emperor|duke|majesty|highness|\brey\b|reina|roi\b"
    r"|reine|commissar|director|counsel|consei|consej|advis|attach|plenipot|представ|поверен|наблюд|министр|премьер"
    r"|глав|правительств|посланник|президент|секретар|председат|советник"
    r"|代表|代办|观察员|部长|外长|总理|首相|首脑|特使|总统|元首|主席|国王|秘书长|使团",
    re.IGNORECASE,
)
MISPRINTED = re.compile(r"p[\w ]{7,9}\s+r[\w ]{11,14}", re.IGNORECASE)
"""`Permanent Representative` with letters lost."""
PARTED = 4
"""Letters that are left at least of a name that a page parts, and of each of its words before the ending."""


def check_places(text: str, draft: Draft, names: StateNames) -> None:
    """Assert that every place of the draft stands in the text, and that its words are those claimed."""
    assert draft.text_sha256 == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    for one in draft.warnings:
        assert 0 <= one.span.start <= one.span.end <= len(text)
    for span in _all_spans(draft):
        _check_stands(text, span)
    for symbol, span in zip(draft.symbols, draft.spans.get("symbols", ()), strict=True):
        assert _figures(symbol)[-2:] in _figures(text[slice(*span)])
    states = _States(text, draft, names)
    for statement in draft.statements:
        _check_statement(text, draft, statement, states)
    for roster in draft.rosters:
        assert text[slice(*roster.span)] == roster.quote
        assert [one.state for one in roster.entries] == list(roster.states)
        for entry in roster.entries:
            _check_named(text, entry, states)


def _all_spans(draft: Draft) -> Iterator[Span]:
    yield from chain.from_iterable(draft.spans.values())
    yield from (one.span for one in draft.rosters)
    for one in draft.statements:
        yield one.span
        yield from one.spans.values()
        people: list[Signatory | Issuer] = [*one.signatories, *one.issuers]
        for who in people:
            yield who.span
            yield from who.spans.values()


def _check_stands(text: str, span: Span) -> None:
    assert 0 <= span.start < span.end <= len(text)
    words = text[slice(*span)]
    assert words == words.strip()


def _check_statement(text: str, draft: Draft, statement: Statement, states: _States) -> None:
    for name in ("title", "place"):
        assert (name in statement.spans) == (getattr(statement, name) is not None)
        if name in statement.spans:
            ending = 2 if name == "place" and draft.language == "ru" else 0
            check_words(text, statement.spans[name], getattr(statement, name), ending=ending)
    if title := statement.spans.get("title"):
        extents = (statement.span, draft.statements[0].span)  # what the letter tells of stands in the letter
        assert any(one.start <= title.start and title.end <= one.end for one in extents)
    for who in statement.signatories:
        _check_signatory(text, who, statement, states)
    present = {who.state for who in statement.signatories}
    assert [one.state for one in statement.issuers] == [one for one in statement.states if one not in present]
    for issuer in statement.issuers:
        _check_named(text, issuer, states)
        assert ("capacity" in issuer.spans) == (issuer.capacity is not None)
        if issuer.capacity:
            assert OFFICE.search(plain(text[slice(*issuer.spans["capacity"])]))


def _check_signatory(text: str, who: Signatory, statement: Statement, states: _States) -> None:
    assert who.state is None or who.state in statement.states
    if who.name:
        check_words(text, who.span, who.name)
    if signed := who.spans.get("signed"):
        words = plain(text[slice(*signed)])
        assert MARK.search(words)
        inside = signed.start <= who.span.start and who.span.end <= signed.end
        assert inside or MARK.fullmatch(words)
    assert ("state" in who.spans) == (who.state is not None)
    if who.state:
        states.check(who.spans["state"], who.state)
    assert ("capacity" in who.spans) == (who.capacity is not None)
    if who.capacity:
        place = who.spans["capacity"]
        told = any(one.message.startswith("read as an office") and one.span == place for one in states.draft.warnings)
        assert OFFICE.search(plain(text[slice(*place)])) or told or MISPRINTED.search(plain(text[slice(*place)]))


def _check_named(text: str, one: Entry | Issuer, states: _States) -> None:
    words, name = letters_of(text[slice(*one.span)]), letters_of(one.name)
    assert words.endswith(name) or (len(words) >= PARTED and words in name)
    states.check(one.span, one.state)


def check_words(text: str, span: Span, value: str, *, ending: int = 0) -> None:
    """The words are the value, but for letters of its ending; of words that a page parted the first ones."""
    words = letters_of(text[slice(*span)])
    assert words
    assert letters_of(value).startswith(words[: len(words) - ending])


class _States:
    """Whether words name a State as of the day of the document, or as a warning tells."""

    def __init__(self, text: str, draft: Draft, names: StateNames) -> None:
        self.text, self.draft, self.names = text, draft, names

    def check(self, span: Span, state: str) -> None:
        """Assert that the words at `span` name the State, or that a person was told how they were read."""
        words = re.sub(r"(?<=of)(?=[A-Z])", " ", plain(self.text[slice(*span)]))
        found = (self.names.resolve(one.key, self.draft.date).code for one in self.names.find(words))
        assert state in found or self._told(span, state) or self._parted(words, state), (words, state)

    def _told(self, span: Span, state: str) -> bool:
        return any(
            (one.message.startswith(f"read as {state}") or "by adjectives" in one.message)
            and one.span.start < span.end
            and span.start < one.span.end
            for one in self.draft.warnings
        )

    def _parted(self, words: str, state: str) -> bool:
        """Tell whether these are the first words of a name that a page parts."""
        parts = [letters_of(word)[:PARTED] for word in words.split()]
        return len("".join(parts)) >= PARTED and any(
            all(part in name for part in parts) for name in self.names_of(state)
        )

    def names_of(self, state: str) -> list[str]:
        """Return the letters of all names of a State."""
        rows = (row for rows in self.names._rows.values() for row in rows)
        return [letters_of(f"for the {row.name}") for row in rows if row.state == state]


def plain(text: str) -> str:
    """Return the text without hyphens at line ends and unseen characters, in single blanks."""
    text = re.sub(r"(?<=[^\W\d_])[-\u2010¬][ \t]*\n[ \t]*(?=[^\W\d_])", "", text)
    text = re.sub("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]", "", text)
    return re.sub(r"[\s\x00-\x1f|]+", " ", text)


def letters_of(text: str) -> str:
    """Return the letters and figures of a text, without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold()).casefold()
    return "".join(letter for letter in decomposed if letter.isalnum())


def _figures(text: str) -> str:
    return re.sub(r"\W", "", text).translate(str.maketrans("lIO", "110"))
