"""A report as recorded at a revision is the report that was given then: every report, both engines, whoever wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from secdb import database
from secdb.database.reader import open_register
from secdb.errors import SecdbError
from secdb.register import revise
from secdb.reports.base import Report, last_revision
from secdb.reports.changes import changes
from secdb.reports.check import check
from secdb.reports.codes import codes
from secdb.reports.comparing.compare import compare
from secdb.reports.history import history
from secdb.reports.info import info
from secdb.reports.listing import FILTERS, listing
from secdb.reports.matrix import matrix
from secdb.reports.members import members
from secdb.reports.membership import explain, membership
from secdb.reports.offices import held, signatories, who
from secdb.reports.panels.dyads import ask_dyads, dyad_rows, dyads
from secdb.reports.panels.network import network
from secdb.reports.panels.panel import ask_panel, panel, panel_rows
from secdb.reports.panels.proofs import dyad_proofs, network_proofs, panel_proofs
from secdb.reports.person import person
from secdb.reports.search import search
from secdb.reports.showing import show
from secdb.reports.signed import signed_not_ratified
from secdb.reports.timeline import timeline
from tests.register.samples import write_outside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from secdb.database.reader import Register

DAY = "2009-09-26"
SHOWN = {
    "state": ("UZB", "KAZ", "XXX"),
    "person": ("putin-v", "churkin-v", "somebody"),
    "treaty": ("cst", "new"),
    "organization": ("csto",),
    "act": ("34", "9", "9001"),
    "roster": ("1", "4"),
    "tenure": ("1",),
    "document": ("cst-2002", "received"),
    "statement": ("cst-2002-statement",),
    "dataset": ("register", "documents"),
}


def of(report: Callable[..., Report[Any]], *arguments: object, **options: object) -> Callable[[Register], Report[Any]]:
    return lambda register: report(register, *arguments, **options)


def _proved(register: Register, ask: Any, rows: Any, proofs: Any, treaty: str) -> Report[Any]:  # noqa: ANN401
    asked = ask(register, treaty, from_=2005, to=2007)
    prove = proofs(register, asked)
    return Report("sources", asked.about(), tuple(prove(row) for row in rows(register, asked)))


def _proved_ties(register: Register, **options: Any) -> Report[Any]:  # noqa: ANN401
    found = network(register, **options)
    prove = network_proofs(register, found.about)
    return Report("sources", {}, tuple(prove(row) for row in found.rows))


QUESTIONS = {
    **{
        f"members {treaty} {basis} {dataset}": of(members, treaty, DAY, basis=basis, dataset=dataset)
        for treaty in ("cst", "csto", "new")
        for basis in ("in-force", "signed")
        for dataset in ("register", "documents")
    },
    "changes": of(changes, "cst", "1994-12-31", DAY, unchanged=True),
    "changes of documents": of(changes, "cst", "2002-05-14", DAY, dataset="documents"),
    "timeline": of(timeline, "cst"),
    "timeline of documents": of(timeline, "csto", dataset="documents"),
    **{f"history {state}": of(history, state) for state in ("UZB", "KAZ", "XXX")},
    "who": of(who, "russia", "2009-09-30"),
    "heads of State": of(who, None, "2002-05-14", office="head_of_state"),
    "all heads of State": of(held, "head_of_state"),
    "representatives": of(held, "representative", state="russia"),
    "signatories": of(signatories, "cst-2002-statement"),
    **{f"list {noun}": of(listing, noun) for noun in FILTERS},
    "acts of a State": of(listing, "act", state="kazakhstan"),
    **{f"show {noun} {name}": of(show, noun, name) for noun in SHOWN for name in SHOWN[noun]},
    "the text": of(show, "document", "cst-2002", text=True),
    **{f"membership {state}": of(membership, "cst", state) for state in ("UZB", "KAZ")},
    "explain": of(explain, "cst", "UZB", DAY),
    "explain by rosters": of(explain, "csto", "UZB", DAY, dataset="documents"),
    "matrix": of(matrix, ["cst", "csto"], DAY),
    "matrix of all": of(matrix, on="1994-01-01", basis="signed"),
    "compare": of(compare, "cst", ["register", "documents"]),
    "signed, not ratified": of(signed_not_ratified, on="2003-01-01"),
    "panel": of(panel, ["cst", "csto"], from_=1992, to=2014, rule="any"),
    "panel of documents": of(panel, from_=2002, to=2009, dataset="documents"),
    "sources of a panel": lambda register: _proved(register, ask_panel, panel_rows, panel_proofs, "cst"),
    "dyads": of(dyads, "cst", from_=1998, to=2007, basis="signed"),
    "sources of dyads": lambda register: _proved(register, ask_dyads, dyad_rows, dyad_proofs, "cst"),
    "network": of(network, on=DAY),
    "network of documents": of(network, from_="2002", to=DAY, dataset="documents"),
    "network by signature": of(network, "signature", to="2002-05-20"),
    "sources of a network": lambda register: _proved_ties(register, on=DAY),
    "sources of a network by signature": lambda register: _proved_ties(register, by="signature"),
    "person": of(person, "putin-v", dataset="register"),
    "search": of(search, "uzbekistan membership"),
    "codes": lambda register: Report("codes", {}, (codes(register, ["cow"], DAY),)),
    "check": of(check),
    "check documents": of(check, dataset="documents"),
    "info": of(info, schema="", program=""),
}

# what is done, one revision each
INSERT = [
    "INSERT INTO treaty (id, code, title) VALUES (9001, 'new', 'A new treaty')",
    "INSERT INTO state (id, code, existence) VALUES (9001, 'XXX', '1991/..')",
    """
INSERT INTO act (id, dataset_id, treaty_id, state_id, kind, date_edtf, date_earliest, date_latest)
SELECT 9001, d.id, 9001, s.id, 'signature', '1999', '1999-01-01', '1999-12-31'
FROM dataset AS d, state AS s WHERE d.code = 'register' AND s.code = 'KAZ'
""",
    "INSERT INTO document (id, code, kind, title) VALUES (9001, 'received', 'other', 'Received')",
    "INSERT INTO citation (document_id, act_id, locator) VALUES (9001, 9001, 'page 3')",
]
UPDATE = ["UPDATE act SET rank = 'deprecated', note = 'wrong' WHERE id = 34 OR contests_id = 34"]
RENAME = [
    """
UPDATE state_name SET valid = '../2020', end_earliest = '2020-01-01', end_latest = '2020-12-31'
WHERE form = 'short' AND language = 'en' AND state_id = (SELECT id FROM state WHERE code = 'KAZ')
""",
    """
INSERT INTO state_name (state_id, name, language, form, valid, start_earliest, start_latest)
SELECT id, 'Qazaqstan', 'en', 'short', '2020/..', '2020-01-01', '2020-12-31' FROM state WHERE code = 'KAZ'
""",
]
OUTSIDE = ["UPDATE act SET note = 'from outside' WHERE id = 9"]
UNROSTERED = [
    "DELETE FROM citation WHERE roster_entry_id IN (SELECT id FROM roster_entry WHERE roster_id = 1)",
    "DELETE FROM citation WHERE roster_id = 1",
    "DELETE FROM roster_entry WHERE roster_id = 1",
    "DELETE FROM roster WHERE id = 1",
]
DELETE = [
    "DELETE FROM citation WHERE act_id = 9001",
    "DELETE FROM act WHERE id = 9001",
    "DELETE FROM state WHERE id = 9001",
]

EVERY = {1, 2, 3, 4, 5, 6, 7}  # revisions: that of the seeds, and those six


@pytest.fixture
def engine(own_url: str) -> Iterator[sa.Engine]:
    made = database.engine(database.locate(own_url).url)
    yield made
    made.dispose()


def answers(url: str, as_recorded: int | None = None) -> tuple[int, dict[str, Any]]:
    """Return the last revision and the answer to every question, the message where there is none."""
    with open_register(url, as_recorded) as register:
        return last_revision(register), {name: _answer(register, ask) for name, ask in QUESTIONS.items()}


def _answer(register: Register, ask: Callable[[Register], Report[Any]]) -> object:
    try:
        return ask(register).to_dict()
    except SecdbError as error:
        return str(error)


def written(engine: sa.Engine, statements: list[str]) -> None:
    with revise(engine, author="Ani", message="write") as writer:
        for statement in statements:
            writer.session.execute(sa.text(statement))


def assert_each_write_is_seen(then: dict[int, dict[str, Any]]) -> None:
    """Hold that there is something to compare: each write changes what some report answers, from its revision on."""

    def rows(number: int, question: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = then[number][question]["rows"]
        return found

    assert [len(rows(number, "members cst in-force register")) for number in then] == [7, 7, 6, 6, 6, 6, 6]
    assert [9001 in {row["act"] for row in rows(number, "list act")} for number in then] == [
        *(False, True, True, True, True, True, False)
    ]
    names = [row["name"] for number in then for row in rows(number, "list state") if row["state"] == "KAZ"]
    assert names == ["Kazakhstan"] * 3 + ["Qazaqstan"] * 4
    assert [then[number]["show act 9"]["record"]["note"] for number in (4, 5)] == [
        *("Probably a slip for 1993-12-09", "from outside")
    ]
    assert [len(rows(number, "list roster")) for number in then] == [5, 5, 5, 5, 5, 4, 4]


@pytest.mark.parametrize(
    ("own_url", "asked"),
    [
        pytest.param("sqlite", {1, 4}, id="sqlite-some"),
        pytest.param("sqlite", EVERY, id="sqlite-all", marks=pytest.mark.slow),
        pytest.param("postgresql", EVERY, id="postgresql-all", marks=pytest.mark.slow),
    ],
    indirect=["own_url"],
)
def test_every_report_at_every_revision_is_what_was_answered_then(
    engine: sa.Engine, own_url: str, asked: set[int]
) -> None:
    then = [answers(own_url)]
    for statements in (INSERT, UPDATE, RENAME, OUTSIDE, UNROSTERED, DELETE):
        if statements is OUTSIDE:
            write_outside(engine, *statements)
        else:
            written(engine, statements)
        then.append(answers(own_url))
    assert [number for number, _ in then] == sorted(EVERY)
    assert_each_write_is_seen(dict(then))
    for number, expected in [one for one in then if one[0] in asked]:
        last, found = answers(own_url, number)
        assert last == number
        for question in QUESTIONS:
            assert found[question] == expected[question], (number, question)


def test_before_the_first_revision_every_list_is_empty(own_url: str) -> None:
    with open_register(own_url, 0) as register:
        assert last_revision(register) == 0
        nouns = [noun for noun in FILTERS if noun != "membership"]  # that asks for the dataset
        assert {noun: listing(register, noun).rows for noun in nouns} == dict.fromkeys(nouns, ())
        with pytest.raises(SecdbError, match="'cst'"):
            members(register, "cst", DAY)


def test_a_report_names_the_revision_it_speaks_of(engine: sa.Engine, own_url: str) -> None:
    written(engine, UPDATE)
    with open_register(own_url, 1) as register:
        assert members(register, "cst", DAY).to_dict()["revision"] == 1
    with open_register(own_url) as register:
        assert members(register, "cst", DAY).to_dict()["revision"] == 2
