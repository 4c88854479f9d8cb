"""Codes made for records that were given none: short, readable, taken by no other record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secdb.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from secdb.register.entry.names import Names
    from secdb.register.entry.records import Record

_WORDS = 6  # of a title
_LONGEST = 48  # letters: a statement's code is that of its document and its kind, 64 letters at most
MADE = frozenset({"person", "document", "statement"})
"""Nouns whose records need no code given."""


def give_code(record: Record, names: Names, code_of_document: Callable[[int], str]) -> None:
    """Put a code into the record of a new person, document or statement that has none."""
    noun = record.form.noun
    if noun == "person":
        wanted = person_code(str(record.values["name"]))
    elif noun == "document":
        wanted = document_code(record)
    else:
        wanted = f"{code_of_document(int(str(record.values['document_id'])))}-{record.values['kind']!s}"
    record.values["code"] = free(wanted, lambda code: names.known(noun, code) is not None)


def person_code(name: str) -> str:
    """Return family name and first initial: `lavrov-s`; a word in capitals is the family name, else the last one."""
    words = [word for word in re.split(r"[\s,]+", name.strip()) if fold(word)]
    capitals = [word for word in words if len(fold(word)) > 1 and word.isupper()]
    family = capitals[0] if capitals and len(capitals) < len(words) else words[-1] if words else name
    others = [word for word in words if word is not family]
    parts = [fold(family) or "person", *(fold(others[0])[:1] if others else "")]
    return "-".join(parts).replace(" ", "-")


def document_code(record: Record) -> str:
    """Return the first symbol, else the first words of the title, as a code: `a-57-88`."""
    symbols = [str(part.values["symbol"]) for part in record.parts.get("symbols", ())]
    return code_of_title(symbols[0] if symbols else str(record.values["title"]))


def code_of_title(title: str) -> str:
    """Return the first words of a title, symbol or file name as a code."""
    return "-".join(fold(title).split()[:_WORDS])[:_LONGEST].strip("-") or "document"


def free(wanted: str, taken: Callable[[str], bool]) -> str:
    """Return the code wanted, with a number when it is taken."""
    code, number = wanted, 1
    while taken(code):
        number += 1
        code = f"{wanted}-{number}"
    return code
