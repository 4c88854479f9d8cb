"""A table of acts made by a tired person: faults of every kind among rows that are right."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.register.entry.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Callable

HEADER = "treaty,state,kind,date,effect,signer,signer_capacity,rank,reason,contests,dataset,cite,quote"
COLUMNS = HEADER.split(",")
STATES = (  # noqa: SIM905 - a list of 98 lines says no more
    "ARM AZE BLR GEO KAZ KGZ MDA RUS TJK TKM UKR UZB FRA GBR CHN USA TUR IRN IND PAK AFG MNG POL ROU BGR SRB HUN CZE "
    "SVK LTU LVA EST FIN SWE NOR DNK DEU ITA ESP PRT GRC CYP MLT IRL ISL CHE AUT BEL NLD LUX EGY DZA TUN MAR LBY SDN "
    "ETH KEN TZA UGA RWA BDI ZMB ZWE MOZ AGO NAM BWA ZAF LSO MDG NGA GHA SEN MLI NER TCD CMR GAB COG BRA ARG CHL PER "
    "BOL ECU COL VEN GUY SUR MEX GTM HND SLV NIC CRI PAN CUB"
).split()
TREATIES = tuple(f"treaty-{number:03}" for number in range(110))
MONTHS = ("January", "March", "April", "June", "August", "October")

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """A way to spoil a row, and words of what is to be said of it."""

    spoil: Callable[[Row, Row], str]
    says: str


def line(row: Row) -> str:
    return ",".join(row.get(column, "") for column in COLUMNS)


def clean(number: int) -> Row:
    """Return the accession of one State to one treaty, each pair once; every tenth is cited."""
    treaty, state = TREATIES[number // len(STATES)], STATES[number % len(STATES)]
    date = f"{1 + number % 28} {MONTHS[number % 6]} {2000 + number % 10}"
    cited = {"cite": "cst-2009", "quote": "a system of unified"} if number % 10 == 0 else {}
    return {"treaty": treaty, "state": state, "kind": "accession", "date": date, **cited}


def _with(says: str, **values: str) -> Fault:
    return Fault(lambda row, _: line({**row, **values}), says)


FAULTS = (
    _with("there is no state 'Atlantis'", state="Atlantis"),
    _with("may be FRA (France), GBR", state="Ruritania"),
    _with("state: is required", state=""),
    _with("there is no treaty 'treaty-999'", treaty="treaty-999"),
    _with("treaty: is required", treaty=""),
    _with("is none of: signature,", kind="acession"),
    _with("kind: is required", kind=""),
    _with("'2023-02-30' is not in the calendar", date="2023-02-30"),
    _with("'2023-13-01' is not in the calendar", date="2023-13-01"),
    _with("date: is required", date=""),
    _with("a date has at most 64", date="2" * 65),
    _with("ends before it begins", date="[2004..2001]"),
    _with("'0000-01-01' is not in the calendar", date="0000-01-01"),
    _with("there is no person 'Nobody Atall'", signer="Nobody Atall"),
    _with("is none of: head_of_state,", signer_capacity="emperor"),
    _with("is none of: preferred,", rank="best"),
    _with("there is no act '999999'", contests="999999"),
    _with("there is no dataset 'corelates'", dataset="corelates"),
    _with("there is no document 'a-letter'", cite="a-letter", quote=""),
    _with("the words are not in", cite="cst-2009", quote="the words of another letter altogether"),
    Fault(lambda _, earlier: line({**earlier, "date": f"5 May {earlier['date'][-4:]}"}), "contradicts line "),
    Fault(lambda _, earlier: line(earlier), "the same record as in line"),
    Fault(lambda row, _: line(row) + ",and more", "14 values under 13 columns"),
    Fault(lambda row, _: line(row).rpartition(",")[0], "12 values under 13 columns"),
    Fault(lambda row, _: line({**row, "signer": "M\udce9ller"}), "not UTF-8"),
    Fault(lambda row, _: line({**row, "organ": ""}).replace("accession", "acc\0ession"), "NUL"),
    Fault(lambda row, _: line(row).replace("accession", 'x"accession"', 1).replace(row["state"], f'"{row["state"]}"x'),
          "a cell goes on after its closing quote"),
    Fault(lambda row, _: '"' + line(row), "a quote is opened and never closed"),
)  # fmt: skip


def table(size: int, planted: int) -> tuple[bytes, dict[int, str]]:
    """Return a table of so many rows, and what is to be said of each planted fault, by line of the file."""
    choice = random.Random(1992)  # noqa: S311 - the same table every time
    places = set(choice.sample(range(30, size), planted))
    lines, said = [HEADER], dict[int, str]()
    for number in range(size):
        row = clean(number)
        if number in places:
            fault = FAULTS[len(said) % len(FAULTS)]
            earlier = clean(next(one for one in range(number - 1, 0, -1) if one not in places and one % 10))
            said[number + 2] = fault.says
            lines.append(fault.spoil(row, earlier))
        else:
            lines.append(line(row))
    return ("\n".join(lines) + "\n").encode("utf-8", "surrogateescape"), said


def needed() -> tuple[Entry, ...]:
    """Return what the table names and the seeds lack: the treaties, and a name that two States have."""
    treaties = (Entry("treaty", {"code": code, "title": f"Treaty {code}"}) for code in TREATIES)
    return (*treaties, *(Entry("state", {"alias": ("Ruritania",)}, edits=state) for state in ("FRA", "GBR")))
