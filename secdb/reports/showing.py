"""`show` of every noun: the record itself, what proves it, and what belongs to it; the SQL is sql/show/NOUN.sql."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from secdb import lookup
from secdb.errors import NotFoundError
from secdb.lookup import find_dataset
from secdb.reports.base import Report, last_revision, plain, sql
from secdb.reports.citing import KINDS, sources_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from secdb.database.reader import Register, Row

_PART = r"^-- part (\w+)(?:, cited as (\w+))?\n([^;]*);"
_DIGITS = 18  # of the largest number that fits 64 bits, at least

_FIND: dict[str, Callable[[Register, str], Any]] = {
    "state": lookup.find_state,
    "person": lookup.find_person,
    "treaty": lambda register, name: lookup.find_treaty(register, name).treaty,
    "organization": lookup.find_organization,
    "document": lookup.find_document,
    "statement": lookup.find_statement,
    "dataset": find_dataset,
}


def show(register: Register, noun: str, name: str, *, text: bool = False, dataset: str | None = None) -> Report[Row]:
    """Return one record: `record` (the columns of its view), its `sources`, and what belongs to it.

    `name` as people write it; of an act, roster or tenure its number. JSON: `report` (the noun), the noun's own key
    (code or number), `revision`, `record`, `sources`, then by noun:

    * state: `codes`, `successions`, `memberships`; rows are the names
    * person: `names`, `offices` (recorded and attested); rows are what was signed
    * treaty: `relations`, `organizations`, `rosters`; rows are the names
    * organization: `names` of its treaty; rows are the rosters
    * act: rows are the other claims about the same event
    * roster: rows are the States listed
    * tenure: rows are the signatures that attest it
    * document: `cited_by`; rows are the statements; `record` has the `text` if asked for
    * statement: rows are the signatories
    * dataset: rows are the treaties it speaks of

    Parts that can be cited have `sources` too. `dataset`: of what belongs to a dataset, only that of this one.

    Raises NotFoundError, AmbiguousError.
    """
    key = _FIND[noun](register, name) if noun in _FIND else _number(noun, name)
    parts = {part: _rows(register, query, kind, key) for part, kind, query in _parts(noun)}
    if not parts["record"]:
        raise _unknown(noun, name)
    record = parts.pop("record")[0]
    if text:
        record["text"] = register.rows("SELECT text FROM documents WHERE document = :key", key=key)[0]["text"]
    if dataset is not None:
        dataset = find_dataset(register, dataset)
        parts = {
            part: tuple(row for row in found if row.get("dataset", dataset) == dataset) for part, found in parts.items()
        }
    rows = parts.pop("rows")
    about = {
        noun: key,
        **({"dataset": dataset} if dataset else {}),
        "revision": last_revision(register),
        "record": record,
        "sources": sources_of(register, noun, [key]).get(key, ()) if noun in KINDS else (),
        **parts,
    }
    return Report(noun, about, rows)


def received(register: Register, name: str) -> bytes:
    """Return the file received with a document, byte for byte.

    Raises NotFoundError where none is kept: a text in UTF-8 is all that was received; AmbiguousError.
    """
    code = lookup.find_document(register, name)
    # the bytes stand in no view
    rows = register.rows("SELECT received FROM document WHERE code = :key", key=code)
    content: bytes | None = rows[0]["received"]
    if content is None:
        raise NotFoundError(f"no file is kept beside document {code}; for its text: secdb document show {code} --text")
    return content


def _parts(noun: str) -> Iterator[tuple[str, str, str]]:
    """Yield name, kind of record for citations ("" for none) and query of each part of a noun's SQL file."""
    for found in re.finditer(_PART, sql(f"show/{noun}"), re.MULTILINE):
        yield found[1], found[2] or "", found[3]


def _rows(register: Register, query: str, kind: str, key: object) -> tuple[Row, ...]:
    rows = register.rows(query, key=key)
    if not kind:
        return tuple(rows)
    proofs = sources_of(register, kind, (row[kind] for row in rows))
    return tuple(row | {"sources": plain(proofs.get(row[kind], ()))} for row in rows)


def _number(noun: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS):
        raise _unknown(noun, text)
    return int(text)


def _unknown(noun: str, name: str) -> NotFoundError:
    return NotFoundError(f"there is no {noun} {name[:40]!r}; list them all with: secdb {noun} list")
