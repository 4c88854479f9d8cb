"""Two rows for every table of records: the first with every column filled, the second with no more than it needs."""

from __future__ import annotations

import hashlib

Value = str | int | bytes | None
Row = dict[str, Value]

# characters: 0 a face outside the basic plane, 2 and 3 a letter and its combining accent, 6 to 16 the State's name
TEXT = "\N{GRINNING FACE} e\N{COMBINING ACUTE ACCENT}! Uzbekistan signed"


def digest(text: str) -> str:
    """Return the SHA-256 of a document's text."""
    return hashlib.sha256(text.encode()).hexdigest()


ALWAYS: Row = {
    "start_earliest": "1991-08-31",
    "start_latest": "1991-09-01",
    "end_earliest": "2100-01-01",
    "end_latest": "2100-12-31",
}
NAME: Row = {"language": "en", "form": "short"}


def date(name: str) -> Row:
    return {
        f"{name}_text": "May 2002",
        f"{name}_edtf": "2002-05",
        f"{name}_earliest": "2002-05-01",
        f"{name}_latest": "2002-05-31",
    }


# a table comes after those it refers to; ids are given by the database: 1 and 2
SAMPLES: dict[str, tuple[Row, Row]] = {
    "dataset": (
        {
            "code": "register",
            "title": "The register",
            "authority": "us",
            "licence": "CC0",
            "covers_from": "1945-01-01",
            "covers_to": "2025-12-31",
            "url": "https://example.org",
            "note": "ours",
        },
        {"code": "documents", "title": "Documents alone"},
    ),
    "state": (
        {"code": "UZB", "existence": "1991-08-31/..", **ALWAYS, "un_admission": "1992-03-02", "note": "100% \\ 'it'"},
        {"code": "ARM"},
    ),
    "state_name": (
        {
            "state_id": 1,
            "name": "O\N{MODIFIER LETTER TURNED COMMA}zbekiston",
            **NAME,
            "valid": "1991/..",
            **ALWAYS,
            "note": "own",
        },
        {"state_id": 2, "name": "Armenia", **NAME},
    ),
    "state_code": (
        {"state_id": 1, "scheme": "iso2", "code": "UZ", "valid": "1991/..", **ALWAYS},
        {"state_id": 2, "scheme": "iso2", "code": "AM"},
    ),
    "state_succession": (
        {"predecessor_id": 1, "successor_id": 2, "kind": "separation", **date("date"), "note": "invented"},
        {"predecessor_id": 2, "successor_id": 1, "kind": "cession"},
    ),
    "person": (
        {"code": "karimov-i", "name": "Islam Karimov", "note": "president"},
        {"code": "oskanian-v", "name": "V. O."},
    ),
    "person_name": (
        {
            "person_id": 1,
            "name": "\N{CYRILLIC CAPITAL LETTER KA}\N{CYRILLIC SMALL LETTER A}",
            "language": "ru",
            "form": "variant",
        },
        {"person_id": 2, "name": "Vartan Oskanian", **NAME},
    ),
    "treaty": (
        {
            "code": "cst",
            "title": "Collective Security",
            **date("signed"),
            "signed_at": "Tashkent",
            **date("in_force"),
            "term_years": 5,
            **date("expires"),
            "depositary": "Kazakhstan",
            "registration": "I-32307",
            "note": "first",
        },
        {"code": "charter", "title": "Charter"},
    ),
    "treaty_name": ({"treaty_id": 1, "name": "CST", **NAME}, {"treaty_id": 2, "name": "CSTO Charter", **NAME}),
    "treaty_relation": (
        {"treaty_id": 2, "related_id": 1, "kind": "requires"},
        {"treaty_id": 2, "related_id": 1, "kind": "supersedes"},
    ),
    "organization": (
        {"code": "csto", "name": "CSTO", "treaty_id": 2, "note": "since 2002"},
        {"code": "cis", "name": "CIS", "treaty_id": 1},
    ),
    "document": (
        {
            "code": "a-57-88",
            "kind": "un_document",
            "title": "Letter",
            **date("date"),
            "language": "en",
            "publisher": "UN",
            "url": "https://example.org/a",
            "retrieved_on": "2024-01-01",
            "text": TEXT,
            "sha256": digest(TEXT),
            "received": b"\x00\xffPDF",
            "received_type": "application/pdf",
            "received_sha256": "88f38ec2a37c7271dd8c03b3b5845507ccc5d8e7a47b9165199abf87ba83d9d7",
            "note": "scan",
        },
        {"code": "book", "kind": "book", "title": "A book"},
    ),
    "document_symbol": (
        {"document_id": 1, "position": 1, "symbol": "A/57/88"},
        {"document_id": 1, "position": 2, "symbol": "S/2002/672"},
    ),
    "statement": (
        {
            "code": "a-57-88-letter",
            "document_id": 1,
            "position": 1,
            "kind": "letter",
            "title": "Letter",
            **date("date"),
            "place": "New York",
            "addressee": "Secretary-General",
            "language": "en",
            "start_char": 0,
            "end_char": 23,
            "note": "covering",
        },
        {"code": "a-57-88-annex", "document_id": 1, "position": 2, "kind": "statement", "title": "Annex"},
    ),
    "signatory": (
        {
            "statement_id": 1,
            "position": 1,
            "state_id": 1,
            "person_id": 1,
            "capacity": "head_of_state",
            "acting": 1,
            "accredited_to": "UN",
            "mode": "signed",
            "as_printed": "I. Karimov",
            "joined_on": "2002-05-15",
            "withdrew_on": "2002-05-16",
            "note": "by hand",
        },
        {"statement_id": 1, "position": 2, "state_id": 2, "mode": "named"},
    ),
    "act": (
        {
            "dataset_id": 1,
            "treaty_id": 1,
            "state_id": 1,
            "kind": "ratification",
            **date("date"),
            **date("effect"),
            "organ": "parliament",
            "signer_id": 1,
            "signer_capacity": "head_of_state",
            "rank": "preferred",
            "note": "deposit",
        },
        {
            "dataset_id": 1,
            "treaty_id": 1,
            "state_id": 1,
            "kind": "ratification",
            "date_edtf": "2003",
            "date_earliest": "2003-01-01",
            "date_latest": "2003-12-31",
            "contests_id": 1,
        },
    ),
    "roster": (
        {
            "dataset_id": 1,
            "treaty_id": 1,
            "statement_id": 1,
            **date("on"),
            "body": "CST",
            "complete": 1,
            "note": "list",
        },
        {"dataset_id": 2, "treaty_id": 2, "on_edtf": "1999"},
    ),
    "roster_entry": (
        {"roster_id": 1, "state_id": 2, "position": 1, "as_printed": "Armenia"},
        {"roster_id": 2, "state_id": 2},
    ),
    "tenure": (
        {
            "dataset_id": 1,
            "person_id": 1,
            "state_id": 1,
            "office": "head_of_state",
            "acting": 1,
            "accredited_to": "UN",
            "title": "President",
            "valid": "1991/..",
            **ALWAYS,
            "rank": "preferred",
            "note": "first",
        },
        {"dataset_id": 1, "person_id": 2, "state_id": 2, "office": "minister_for_foreign_affairs"},
    ),
    "citation": (
        {
            "act_id": 1,
            "document_id": 1,
            "locator": "p. 1",
            "quotation": "Uzbekistan",
            "start_char": 6,
            "end_char": 16,
            "note": "sic",
        },
        {"roster_entry_id": 1, "document_id": 2, "quotation": "members"},
    ),
}


def literal(value: Value, engine: str) -> str:
    """Write a value as SQL."""
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"x'{value.hex()}'" if engine == "sqlite" else f"'\\x{value.hex()}'"
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


def insert(table: str, row: Row, engine: str, verb: str = "INSERT INTO") -> str:
    values = ", ".join(literal(value, engine) for value in row.values())
    return f"{verb} {table} ({', '.join(row)}) VALUES ({values});"


def update(table: str, row: Row, engine: str, which: int = 1, verb: str = "UPDATE") -> str:
    pairs = ", ".join(f"{column} = {literal(value, engine)}" for column, value in row.items())
    return f"{verb} {table} SET {pairs} WHERE id = {which};"
