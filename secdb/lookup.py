"""Names in, codes out: States, treaties, organizations, persons, documents, statements as people name them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from secdb.errors import NotFoundError
from secdb.names import Candidate, Directory

if TYPE_CHECKING:
    from secdb.database.reader import Row


class Rows(Protocol):
    """Anything that answers a SELECT: an open register, or the writer's own session."""

    def rows(self, sql: str, **parameters: object) -> list[Row]:
        """Return the rows as dicts; days as ISO text."""


# English short names first: messages name a State by the first one
STATE_NAMES = """
SELECT state AS code, name, CASE WHEN end_earliest IS NULL THEN 1 ELSE 0 END AS held,
  CASE WHEN language <> 'en' THEN 2 WHEN form <> 'short' THEN 1 ELSE 0 END AS place
FROM state_names
UNION ALL SELECT state, state, 1, 3 FROM states
UNION ALL SELECT state, code, CASE WHEN end_earliest IS NULL THEN 1 ELSE 0 END, 4 FROM state_codes
WHERE scheme IN ('iso2', 'm49', 'wikidata')
ORDER BY place
"""
TREATY_NAMES = """
SELECT treaty AS code, title AS name, 1 AS held FROM treaties
UNION ALL SELECT treaty, name, 1 FROM treaty_names
UNION ALL SELECT organization, name, 1 FROM organizations
"""
ORGANIZATION_NAMES = "SELECT organization AS code, name, 1 AS held FROM organizations"
DOCUMENT_NAMES = """
SELECT document AS code, title AS name, 1 AS held FROM documents WHERE title IS NOT NULL
UNION ALL SELECT document, document, 1 FROM documents
"""
STATEMENT_NAMES = "SELECT statement AS code, COALESCE(title, statement) AS name, 1 AS held FROM statements"
PERSON_NAMES = """
SELECT person AS code, name, 1 AS held FROM persons UNION ALL SELECT person, name, 1 FROM person_names
"""

NAMES = {
    "state": STATE_NAMES,
    "treaty": TREATY_NAMES,
    "organization": ORGANIZATION_NAMES,
    "document": DOCUMENT_NAMES,
    "statement": STATEMENT_NAMES,
    "person": PERSON_NAMES,
}


@dataclass(frozen=True, slots=True)
class FoundTreaty:
    """A treaty as it was asked for: `asked` is the code given back, an organization's where that was named."""

    asked: str
    treaty: str
    title: str


def find_state(register: Rows, name: str) -> str:
    """Return the code of a State named by code or any recorded name. Raises NotFoundError, AmbiguousError."""
    if found := register.rows("SELECT state FROM states WHERE state = :code", code=name.strip().upper()):
        code: str = found[0]["state"]
        return code
    return directory(register, "state").find(name)


def find_treaty(register: Rows, name: str) -> FoundTreaty:
    """Return the treaty named by code or name, or the one that founds the organization named.

    Raises NotFoundError, AmbiguousError.
    """
    code = name.strip().lower()
    found = _treaty(register, code)
    if found is None:
        found = _treaty(register, _distinct(register, name))
    if found is None:
        raise AssertionError("a name was matched that leads to no treaty")
    return found


def _treaty(register: Rows, code: str) -> FoundTreaty | None:
    rows = register.rows(
        "SELECT treaty AS asked, treaty, title FROM treaties WHERE treaty = :code "
        "UNION ALL SELECT o.organization, o.treaty, o.name FROM organizations AS o WHERE o.organization = :code",
        code=code,
    )
    return FoundTreaty(**rows[0]) if rows else None


def _distinct(register: Rows, name: str) -> str:
    """Match a name; a treaty and the organization it founds are no two meanings."""
    return directory(register, "treaty").find(name)


def find_person(register: Rows, name: str) -> str:
    """Return the code of a person named by code or any recorded name. Raises NotFoundError, AmbiguousError."""
    return directory(register, "person").find(name)


def find_organization(register: Rows, name: str) -> str:
    """Return the code of an organization named by code or name. Raises NotFoundError, AmbiguousError."""
    return directory(register, "organization").find(name)


def find_document(register: Rows, name: str) -> str:
    """Return the code of a document by code, symbol (`A/74/896`) or title. Raises NotFoundError, AmbiguousError."""
    return directory(register, "document").find(name)


def find_statement(register: Rows, name: str) -> str:
    """Return the code of a statement named by code or title. Raises NotFoundError, AmbiguousError."""
    return directory(register, "statement").find(name)


def find_dataset(register: Rows, name: str) -> str:
    """Return the code of a dataset as recorded. Raises NotFoundError, naming the datasets there are."""
    known = [row["dataset"] for row in register.rows("SELECT dataset FROM datasets ORDER BY dataset")]
    for dataset in known:
        if dataset.casefold() == name.strip().casefold():
            found: str = dataset
            return found
    raise NotFoundError(f"there is no dataset {name!r}; there are: {', '.join(known) or 'none'}")


def directory(register: Rows, kind: str) -> Directory:
    """Return all records of a kind by name, for many questions; the kinds are the keys of `NAMES`.

    Treaties are found under the code of the organization they found, where there is one.
    """
    rows = register.rows(NAMES[kind])
    if kind == "treaty":
        founded = {row["treaty"]: row["organization"] for row in register.rows("SELECT * FROM organizations")}
        rows = [row | {"code": founded.get(row["code"], row["code"])} for row in rows]
    if kind == "document":
        symbols = register.rows("SELECT document AS code, symbols FROM documents WHERE symbols IS NOT NULL")
        rows += [{"code": row["code"], "name": one, "held": 1} for row in symbols for one in row["symbols"].split("; ")]
    return Directory(kind, candidates(rows))


def candidates(rows: list[Row]) -> list[Candidate]:
    """Group rows of code, name, held (0 = a former name) into candidates."""
    now: dict[str, list[str]] = {}
    formerly: dict[str, list[str]] = {}
    for row in rows:
        now.setdefault(row["code"], [])
        (now if row["held"] else formerly).setdefault(row["code"], []).append(row["name"])
    return [Candidate(code, names, formerly.get(code, [])) for code, names in now.items()]


COMPLETIONS = {
    "state": "SELECT state AS code, state_name AS name FROM states ORDER BY 1",
    "treaty": "SELECT treaty AS code, title AS name FROM treaties "
    "UNION ALL SELECT organization, name FROM organizations ORDER BY 1",
    "person": "SELECT person AS code, name FROM persons ORDER BY 1",
    "dataset": "SELECT dataset AS code, title AS name FROM datasets ORDER BY 1",
    "document": "SELECT document AS code, title AS name FROM documents ORDER BY 1",
    "statement": "SELECT statement AS code, title AS name FROM statements ORDER BY 1",
    "organization": "SELECT organization AS code, name FROM organizations ORDER BY 1",
}


def complete(database: str | None, kind: str, prefix: str) -> list[tuple[str, str]]:
    """Return the codes of a kind that start with the prefix (in any case), each with its name."""
    from secdb.database.reader import open_register

    with open_register(database) as register:
        rows = register.rows(COMPLETIONS[kind])
    return [(row["code"], row["name"]) for row in rows if row["code"].casefold().startswith(prefix.casefold())]
