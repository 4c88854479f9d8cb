"""Full text search over documents and statements: SQLite through FTS5, PostgreSQL through tsvector."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from secdb.lookup import find_document
from secdb.reports.base import Report, last_revision, sql
from secdb.reports.search_words import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from secdb.database.reader import Register, Row
    from secdb.reports.search_words import Term

BATCH = 500  # documents in one query: SQLite takes 999 parameters and more
SNIPPET = 200  # characters
USUAL = 3000  # characters of a text in which a word counts as it is; a shorter one counts as one of these
TITLE = 3  # a word in a title counts so many times

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words were found; offsets count the characters of the document's text from 0, `end_char` is exclusive.

    `statement` is None where they stand in no statement, offsets are None where they stand in titles alone.
    """

    document: str
    statement: str | None
    snippet: str
    start_char: int | None
    end_char: int | None
    rank: float


class _Place(NamedTuple):
    """A statement, or what else a document holds; as rows are ordered. `whole` = wherever in the document."""

    negative_rank: float
    document: str
    order: int
    statement: str | None
    title: str
    whole: bool = False


def search(register: Register, words: str, *, document: str | None = None, limit: int | None = None) -> Report[Hit]:
    """Return where words stand in the documents' texts and in titles, the best first; of one document if named.

    All words must stand in the same statement (its title counts), or outside of every statement, or else somewhere in
    the document; a document is named for itself only by words that no row for its statements has. `"..."` asks for a
    phrase, `-word` for places without the word, `begin*` for words that begin so; see `search_words` for case, accents
    and scripts without blanks. JSON: `query`, `document`, `found` (how many there are), `revision`, `rows`: at most
    `limit`. `start_char` and `end_char` bound the first place where most of the words stand together; `rank` is high
    for words that stand often in a short text, and in titles: BM25's measure without its weight for rare words.

    Raises UsageError for a query without a word, NotFoundError for a document that does not exist.
    """
    terms = parse(words)
    code = None if document is None else find_document(register, document)
    codes = [code] if code else _candidates(register, terms)
    found = sorted(place for row, own in _documents(register, codes) for place in _places(terms, row, own))
    about = {"query": words, "document": code, "found": len(found), "revision": last_revision(register)}
    return Report("search", about, tuple(_hits(register, terms, found[:limit])))


def _candidates(register: Register, terms: Iterable[Term]) -> list[str]:
    """Return the documents that the index gives; all of them where there is none, as in what was recorded earlier."""
    if register.engine == "sqlite" and not register.rows("SELECT 1 FROM sqlite_master WHERE name = 'document_word'"):
        return [row["document"] for row in register.rows("SELECT document FROM documents")]
    query = sql(f"search/find.{register.engine}")
    wanted = [term.fts5 if register.engine == "sqlite" else term.tsquery for term in terms if not term.is_refused]
    found = [{row["document"] for row in register.stream(query, query=words)} for words in wanted]
    return sorted(set.intersection(*found))


def _documents(register: Register, codes: Iterable[str]) -> Iterator[tuple[Row, list[Row]]]:
    """Yield documents, each with its statements."""
    remaining = iter(codes)
    while batch := list(islice(remaining, BATCH)):
        rows = _rows(register, "statements", batch)
        statements = {code: list(own) for code, own in groupby(rows, key=itemgetter("document"))}
        for row in _rows(register, "texts", batch):
            yield row, statements.get(row["document"], [])


def _rows(register: Register, name: str, codes: Sequence[str]) -> Iterator[Row]:
    given = {f"code_{number}": code for number, code in enumerate(codes)}
    marks = ", ".join(f":{name}" for name in given)
    return register.stream(sql(f"search/{name}").replace("@CODES", marks), **given)


def _places(terms: Sequence[Term], row: Row, statements: list[Row]) -> Iterator[_Place]:
    """Yield each statement that has all words, what stands outside of them if it has, else the document if it has."""
    text, title, code, last = row["text"] or "", row["title"], row["document"], len(statements)
    extents = _extents(statements)
    counts = [_counted(term.spans(text), extents) for term in terms]
    titles = [_in_titles(term, [title, *map(itemgetter("title"), statements)]) for term in terms]
    any_statement = False
    for number, statement in enumerate(statements):
        length = (statement["end_char"] or 0) - (statement["start_char"] or 0)
        rank = _rank(terms, [c[number] + t[number + 1] for c, t in zip(counts, titles, strict=True)], length)
        if rank is not None:
            any_statement = True
            yield _Place(-rank, code, number, statement["statement"], statement["title"])
    rank = _rank(terms, [count[None] for count in counts], len(text))
    whole = rank is None and not any_statement
    if whole:
        rank = _rank(terms, [c.total() + sum(t) for c, t in zip(counts, titles, strict=True)], len(text))
    if rank is not None:
        yield _Place(-rank, code, last, None, title, whole)


def _extents(statements: list[Row]) -> list[tuple[int, int, int]]:
    """Return where each statement stands, with its number; the shortest first, should one lie within another."""
    placed = [
        (statement["start_char"], statement["end_char"], number)
        for number, statement in enumerate(statements)
        if statement["start_char"] is not None
    ]
    return sorted(placed, key=lambda extent: extent[1] - extent[0])


def _owner(span: Span, extents: list[tuple[int, int, int]]) -> int | None:
    """Return the number of the statement that words stand in."""
    for start, end, number in extents:
        if start <= span[0] and span[1] <= end:
            return number
    return None


def _counted(spans: Iterable[Span], extents: list[tuple[int, int, int]]) -> Counter[int | None]:
    return Counter([_owner(span, extents) for span in spans])


def _in_titles(term: Term, titles: list[str]) -> list[int]:
    """Return what a term counts for standing in each title."""
    if not term.spans("\n".join(titles)):  # most often, and one look is quicker than many
        return [0] * len(titles)
    return [TITLE * len(term.spans(title)) for title in titles]


def _rank(terms: Sequence[Term], counts: Sequence[int], length: int) -> float | None:
    """Return how well words stand that count so much in so long a text; None if one is missing, or refused."""
    if any(term.is_refused == bool(count) for term, count in zip(terms, counts, strict=True)):
        return None
    weights = [_weight(count, length) for count in counts if count]
    return round(sum(weights) / len(weights), 4)


def _weight(count: int, length: int) -> float:
    """Return what a word counts that stands so often in so long a text: BM25 with k1 = 1.2, b = 0.75; 2.2 at most."""
    return 2.2 * count / (count + 1.2 * (0.25 + 0.75 * max(1, length / USUAL)))


def _hits(register: Register, terms: Sequence[Term], places: Sequence[_Place]) -> Iterator[Hit]:
    texts: dict[str, str] = {}
    statements: dict[str, list[Row]] = {}
    for row, own in _documents(register, sorted({place.document for place in places})):
        texts[row["document"]], statements[row["document"]] = row["text"] or "", own
    for place in places:
        text = texts[place.document]
        extents = _extents(statements[place.document])
        owner = None if place.statement is None else place.order
        spans = [
            [span for span in term.spans(text) if place.whole or _owner(span, extents) == owner]
            for term in terms
            if not term.is_refused
        ]
        found = _stretch(text, spans)
        snippet = _snippet(text, *found) if found else _snippet(place.title, 0, 0)
        start, end = found or (None, None)
        yield Hit(place.document, place.statement, snippet, start, end, -place.negative_rank)


def _stretch(text: str, spans: list[list[Span]]) -> Span | None:
    """Return the first stretch of most words that stand side by side; None when there are none."""
    placed = sorted((*span, number) for number, found in enumerate(spans) for span in found)
    best, most = None, 0
    start, end, among = 0, 0, set[int]()
    for first, last, number in placed:
        if not among or any(map(str.isalnum, text[end:first])):
            start, among = first, set()
        end, among = max(end, last), among | {number}
        if len(among) > most:
            best, most = (start, end), len(among)
    return best


def _snippet(text: str, start: int, end: int) -> str:
    """Return some 200 characters round the words, whole words on one line, nothing in them that cannot be seen."""
    end = min(end, start + SNIPPET)
    room = SNIPPET - (end - start)
    left = max(0, start - max(room // 2, room - (len(text) - end)))
    right = min(len(text), left + SNIPPET)
    head, tail = text[left:start], text[end:right]
    if left > 0:
        head = "…" + re.sub(r"^\S*\s+", "", head)
    if right < len(text):
        tail = re.sub(r"\s+\S*$", "", tail) + "…"
    seen = (sign if sign.isprintable() or sign in "\u200c\u200d" else " " for sign in head + text[start:end] + tail)
    return " ".join("".join(seen).split())
