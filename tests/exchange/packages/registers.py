"""Registers to write down: one with everything that may go wrong, and what to do with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import secdb
from secdb import database
from secdb.register import load, revise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    Values = Mapping[str, str | None]
    Tables = Mapping[str, Sequence[Values]]

LONG = "x" * 200_000
"""Longer than the standard library's readers of CSV take a cell to be."""

NASTY = {
    "quotes": 'The "so-called"\nRepublic, of "A"',
    "breaks": "one\rtwo\r\nthree\nfour",
    "spaces": " \t\xa0\u2028\ufeff ",
    "letters": "Ўзжекистон 烏茲別克 \N{GRINNING FACE} e\N{COMBINING ACUTE ACCENT}",
    "formula": "=1+1",
    "comma": ",",
    "quote": '"',
    "long": LONG,
}
TEXT = '\ufeffFirst line,\r\n"second" line\rthird\n\n\u2028 end'
BYTES = bytes(range(256)) + b"\r\n\0\xff"
TARGETS = ("state", "state_name", "state_succession", "treaty", "act", "roster", "roster_entry", "tenure", "statement")
PDF = "application/pdf"


@dataclass(frozen=True)
class Line:
    """A row as any reader may give it."""

    file: str
    line: int
    values: Values


def lines(tables: Tables) -> list[tuple[str, list[Line]]]:
    """Return tables as a loader takes them."""
    return [
        (name, [Line(f"{name}.csv", number, values) for number, values in enumerate(rows, 2)])
        for name, rows in tables.items()
    ]


def record(url: str, tables: Tables) -> str:
    """Record tables in one revision."""
    engine = database.engine(database.locate(url).url)
    with revise(engine, author="tests", message="tables") as writer:
        load(writer.session, lines(tables))
    engine.dispose()
    return url


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def moved(package: Path, target: str, again: Path) -> dict[str, bytes]:
    """Return what comes out of a register into which a package has been imported."""
    secdb.import_package(target, package, author="tests")
    secdb.export_package(target, again)
    return contents(again)


def nasty() -> Tables:
    """Return a small register with everything that may go wrong."""
    names: list[Values] = [
        {"id": f"n{number}", "state": "UZB", "language": "en", "form": "variant", "name": name}
        for number, name in enumerate(NASTY.values())
    ]
    tables: dict[str, Sequence[Values]] = {
        "dataset": [{"code": code, "title": code, "note": note} for code, note in _DATASETS.items()],
        "state": [{"code": code} for code in ("SUN", "ARM", "UZB")],
        "state_name": [*names, {"id": "dated", "state": "SUN", "language": "en", "form": "short", "name": "Union",
                                "valid": "[..1922-12-30]/1991-12-25"}],
        "state_code": [{"id": "1", "state": "UZB", "scheme": "cow", "code": "704"}],
        "state_succession": [{"id": "s", "predecessor": "SUN", "successor": "UZB", "kind": "dissolution",
                              "date_text": "late in 1991", "date_edtf": "1991-12"}],
        "person": [{"code": code, "name": code} for code in ("ж", "a", "B")],
        "person_name": [{"id": "1", "person": "a", "name": "A", "language": "en", "form": "short"}],
        "treaty": [{"code": code, "title": code} for code in ("t/1", "t-1")],
        "treaty_name": [{"id": "1", "treaty": "t-1", "name": "T", "language": "en", "form": "short"}],
        "treaty_relation": [{"id": "1", "treaty": "t-1", "related": "t/1", "kind": "requires"}],
        "organization": [{"code": "o", "name": "O", "treaty": "t-1"}],
        "document": [
            {"code": code, "kind": "other", "title": code, "text": TEXT + code, "received": BYTES.decode("latin-1"),
             "received_type": PDF}
            for code in ("a/../b", "..", "CST", "cst", "con", "документ", "a b", "x" * 300, "a.txt", "a")
        ] + [{"code": "bare", "kind": "other", "title": "bare"},
             {"code": "empty", "kind": "other", "title": "empty", "received": "", "received_type": "text/x-odd"}],
        "document_symbol": [{"id": "1", "document": "cst", "position": "1", "symbol": "A/1"}],
        "statement": [{"code": "s/1", "document": "cst", "position": "1", "kind": "letter", "title": "S",
                       "start_char": "0", "end_char": "5"}],
        "signatory": [{"id": "1", "statement": "s/1", "position": "1", "state": "ARM", "person": "ж",
                       "mode": "signed"}],
        "act": _ACTS,
        "roster": [
            {"id": "full", "dataset": "register", "treaty": "t-1", "on_edtf": "2002", "complete": "1"},
            {"id": "none", "dataset": "a,b", "treaty": "t/1", "on_edtf": "[2002..2003]", "statement": "s/1"},
        ],
        "roster_entry": [{"id": "1", "roster": "full", "state": "UZB"}, {"id": "2", "roster": "full", "state": "ARM"}],
        "tenure": [{"id": "1", "dataset": "register", "person": "B", "state": "ARM", "office": "head_of_state",
                    "valid": "1991/.."}],
    }  # fmt: skip
    cited = {"state": "ARM", "state_name": "n0", "state_succession": "s", "treaty": "t/1", "act": "early",
             "roster": "none", "roster_entry": "2", "tenure": "1", "statement": "s/1", "signatory": "1"}  # fmt: skip
    tables["citation"] = [
        {"id": str(number), target: name, "document": "cst", "locator": "p. 1"}
        for number, (target, name) in enumerate(cited.items())
    ] + [{"id": "q", "act": "late", "document": "cst", "quotation": '"second" line\rthird', "start_char": "14",
          "end_char": "33"}]  # fmt: skip
    return tables


_DATASETS = {"ü": None, "a,b": NASTY["quotes"], "register": None}
_ACTS: list[Values] = [
    # the first contests one that stands after it, the last one that stands before it
    {"id": "early", "dataset": "register", "treaty": "t-1", "state": "UZB", "kind": "accession", "date_edtf": "1993",
     "contests": "late"},
    {"id": "late", "dataset": "register", "treaty": "t-1", "state": "UZB", "kind": "accession",
     "date_text": "some day in 1994", "date_edtf": "1994~", "rank": "preferred", "signer": "ж"},
    {"id": "all", "dataset": "ü", "treaty": "t/1", "kind": "termination", "effect_text": "1 May 1999"},
    {"id": "last", "dataset": "register", "treaty": "t-1", "state": "UZB", "kind": "accession", "date_edtf": "1993",
     "note": "=1+1", "contests": "late"},
]  # fmt: skip

ACT_CSV = """\
id,dataset,treaty,state,kind,date_text,date_edtf,effect_text,effect_edtf,organ,signer,signer_capacity,rank,contests,note
1,register,t-1,UZB,accession,,1993,,,,,,normal,2,
2,register,t-1,UZB,accession,some day in 1994,1994~,,,,ж,,preferred,,
3,ü,t/1,,termination,,,1 May 1999,1999-05-01,,,,normal,,
4,register,t-1,UZB,accession,,1993,,,,,,normal,2,=1+1
"""
"""Those acts in a package, written down by hand."""
