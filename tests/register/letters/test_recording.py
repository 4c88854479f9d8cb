"""Drafts of letters recorded: every fact with its words, nothing twice, and nothing at all when something is wrong."""

from __future__ import annotations

import hashlib
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from secdb.register.desk.writing import carry_out
from secdb.register.letters.form import LetterDraft
from secdb.register.letters.recording import record_letter
from secdb.register.rows.problems import ProblemsError
from tests.register.samples import rows

if TYPE_CHECKING:
    import sqlalchemy as sa

    from secdb.register.desk.writing import Outcome

pytestmark = pytest.mark.server_later

TEXT = (
    "Letter dated 3 June 2003 from the Permanent Representative of Armenia\n"
    "\n"
    "I have the honour to transmit the statement adopted on 1 June 2003 in Riga.\n"
    "\n"
    "(Signed) Vahan Tatoyan\n"
    "\n"
    "Statement of the Ministers of Armenia and Belarus\n"
    "\n"
    "The parties to the Treaty on Collective Security, Armenia and Belarus, met.\n"
)


def at(words: str, start: int = 0) -> dict[str, int]:
    place = TEXT.index(words, start)
    return {"start_char": place, "end_char": place + len(words)}


def span(words: str, start: int = 0) -> list[int]:
    return list(at(words, start).values())


ANNEX = TEXT.index("Statement of")
LETTER: dict[str, Any] = {
    "file": "r-7.txt",
    "sha256": "0" * 64,
    "text_sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    "language": "en",
    "document": {"symbols": ["A/58/7"], "date": "2003-06-03", "title": "Letter dated 3 June 2003", "session": 58},
    "statements": [
        {
            "kind": "letter",
            "title": "Letter dated 3 June 2003 from the Permanent Representative of Armenia",
            "date": "2003-06-03",
            "addressee": "Secretary-General",
            "states": ["ARM"],
            "signatories": [
                {
                    "name": "Vahan Tatoyan",
                    "state": "ARM",
                    "capacity": "acting_permanent_representative",
                    "signed": True,
                    **at("Vahan Tatoyan"),
                    "spans": {
                        "signed": span("(Signed) Vahan Tatoyan"),
                        "state": span("Permanent Representative of Armenia"),
                        "capacity": span("Permanent Representative of Armenia"),
                    },
                }
            ],
            "start_char": 0,
            "end_char": TEXT.index("\n\nStatement"),
            "spans": {"title": [0, TEXT.index("\n")], "date": span("3 June 2003")},
        },
        {
            "kind": "statement",
            "title": "Statement of the Ministers of Armenia and Belarus",
            "date": "2003-06-01",
            "place": "Riga",
            "states": ["ARM", "BLR"],
            "signatories": [],
            "issuers": [
                {
                    "state": state,
                    "name": name,
                    "capacity": "minister_for_foreign_affairs",
                    **at(name, ANNEX),
                    "spans": {"capacity": span("Ministers", ANNEX)},
                }
                for state, name in (("ARM", "Armenia"), ("BLR", "Belarus"))
            ],
            "start_char": ANNEX,
            "end_char": len(TEXT) - 1,
            "spans": {
                "title": span("Statement of the Ministers of Armenia and Belarus"),
                "date": span("1 June 2003"),
                "place": span("Riga"),
            },
        },
    ],
    "rosters": [
        {
            "body": "Treaty on Collective Security",
            "on": "2003-06-01",
            "states": ["ARM", "BLR"],
            "complete": True,
            "quote": "parties to the Treaty on Collective Security, Armenia and Belarus",
            **at("parties to the Treaty on Collective Security, Armenia and Belarus"),
            "entries": [
                {"state": state, "name": name, **at(name, TEXT.index("Security, "))}
                for state, name in (("ARM", "Armenia"), ("BLR", "Belarus"))
            ],
        }
    ],
    "warnings": [],
}


def draft(**changes: object) -> LetterDraft:
    return LetterDraft("r-7.toml", {**deepcopy(LETTER), **changes})


def recorded(engine: sa.Engine, one: LetterDraft, text: str = TEXT) -> Outcome:
    return carry_out(engine, lambda desk: record_letter(desk, one, text), author="a", message="m")


def refused(engine: sa.Engine, one: LetterDraft, text: str = TEXT) -> list[str]:
    """Return what is wrong with a draft, after seeing that nothing of it was written."""
    before = rows(engine, "SELECT count(*) FROM change")
    with pytest.raises(ProblemsError) as caught:
        recorded(engine, one, text)
    assert rows(engine, "SELECT count(*) FROM change") == before
    return [str(problem) for problem in caught.value.problems]


def test_everything_a_draft_says_is_recorded_in_one_revision(small: sa.Engine) -> None:
    assert recorded(small, draft()).number == 2
    assert rows(small, "SELECT code, kind, title, date_text, publisher, note FROM document WHERE id = 3") == [
        ("a-58-7", "un_document", "Letter dated 3 June 2003", "3 June 2003", "United Nations", "Session 58")
    ]
    assert rows(small, "SELECT code, position, kind, date_text, date_edtf, place FROM statement WHERE id > 1") == [
        ("a-58-7-letter", 1, "letter", "3 June 2003", "2003-06-03", None),
        ("a-58-7-statement", 2, "statement", "1 June 2003", "2003-06-01", "Riga"),
    ]
    signatories = (
        "SELECT statement, position, state, person, capacity, acting, mode, as_printed FROM signatories ORDER BY 1, 2"
    )
    assert rows(small, signatories) == [
        ("a-58-7-letter", 1, "ARM", "tatoyan-v", "permanent_representative", 1, "signed", "Vahan Tatoyan"),
        ("a-58-7-statement", 1, "ARM", None, "minister_for_foreign_affairs", 0, "issued", None),
        ("a-58-7-statement", 2, "BLR", None, "minister_for_foreign_affairs", 0, "issued", None),
    ]
    rosters = 'SELECT dataset, treaty, statement, on_text, "on", complete, state, as_printed FROM rosters ORDER BY 1, 7'
    assert rows(small, rosters) == [
        (dataset, "cst", "a-58-7-statement", "1 June 2003", "2003-06-01", 1, state, name)
        for dataset in ("documents", "register")
        for state, name in (("ARM", "Armenia"), ("BLR", "Belarus"))
    ]


def test_every_fact_has_a_citation_of_its_words_with_offsets(small: sa.Engine) -> None:
    recorded(small, draft())
    cited = rows(small, "SELECT record, locator, quotation, start_char, end_char, note FROM citations ORDER BY 4, 1, 2")
    assert all(TEXT[int(str(start)) : int(str(end))] == words for _, _, words, start, end, _ in cited)
    assert {(record, locator, words, note) for record, locator, words, _, _, note in cited} == {
        ("statement", "covering letter, title", TEXT[: TEXT.index("\n")], None),
        ("signatory", "covering letter, title", "Permanent Representative of Armenia", "State and capacity"),
        ("statement", "covering letter", "1 June 2003 in Riga", "Date and place"),
        ("signatory", "covering letter, signature", "(Signed) Vahan Tatoyan", None),
        ("statement", "annex, title", "Statement of the Ministers of Armenia and Belarus", None),
        ("signatory", "annex, title", "Ministers", "Capacity"),
        ("signatory", "annex, title", "Armenia", "State"),
        ("signatory", "annex, title", "Belarus", "State"),
        ("roster", "annex", "parties to the Treaty on Collective Security, Armenia and Belarus", None),
        ("roster_entry", "annex", "Armenia", None),
        ("roster_entry", "annex", "Belarus", None),
    }


def test_the_effect_on_both_datasets_is_told(small: sa.Engine) -> None:
    told = [str(effect) for effect in recorded(small, draft()).effects]
    assert "cst in documents on 2003-06-01: 0 -> 2 (ARM Armenia, BLR Belarus: none -> member)" in told
    assert "cst on 2003-06-01: 0 -> 2 (ARM Armenia, BLR Belarus: none -> member)" in told


def test_a_letter_recorded_again_is_left_as_it_is(small: sa.Engine) -> None:
    recorded(small, draft())
    again = recorded(small, draft())
    assert again.number is None
    assert {one.done for one in again.entered} == {"unchanged"}


def test_what_was_left_out_at_first_is_taken_in_later(small: sa.Engine) -> None:
    first = deepcopy(LETTER)
    first["statements"][1]["issuers"][0]["skip"] = True
    first["rosters"][0]["skip"] = True
    recorded(small, LetterDraft("r-7.toml", first))
    assert recorded(small, draft()).number == 3
    assert rows(small, "SELECT state, position FROM signatories WHERE person IS NULL ORDER BY position") == [
        ("ARM", 1),
        ("BLR", 2),
    ]
    assert rows(small, "SELECT count(*) FROM roster") == [(2,)]


def test_what_a_draft_says_otherwise_than_the_record_is_told(small: sa.Engine) -> None:
    recorded(small, draft())
    other = deepcopy(LETTER)
    other["statements"][1]["issuers"][0]["capacity"] = "head_of_state"
    assert (
        "is on record with another capacity ('minister_for_foreign_affairs')"
        in refused(small, LetterDraft("r-7.toml", other))[0]
    )


def test_states_may_be_named_as_anybody_names_them(small: sa.Engine) -> None:
    tables = deepcopy(LETTER)
    tables["statements"][0]["signatories"][0]["state"] = "armenia"
    tables["statements"][1]["issuers"][0]["state"] = "arm"
    tables["rosters"][0]["entries"][0]["state"] = "Armenia"
    recorded(small, LetterDraft("r-7.toml", tables))
    assert rows(small, "SELECT statement, state FROM signatories ORDER BY 1, 2") == [
        ("a-58-7-letter", "ARM"),
        ("a-58-7-statement", "ARM"),
        ("a-58-7-statement", "BLR"),
    ]
    assert rows(small, "SELECT count(*) FROM roster_entry") == [(4,)]


def test_two_officers_of_one_state_are_two_signatories(small: sa.Engine) -> None:
    tables = deepcopy(LETTER)
    issuers = tables["statements"][1]["issuers"]
    issuers[1] = issuers[0] | {"capacity": "head_of_state"}
    issuers.append(deepcopy(issuers[0]))
    tables["statements"][1]["states"] = ["ARM"]
    recorded(small, LetterDraft("r-7.toml", tables))
    assert rows(small, "SELECT position, state, capacity FROM signatories WHERE statement = 'a-58-7-statement'") == [
        (1, "ARM", "minister_for_foreign_affairs"),
        (2, "ARM", "head_of_state"),
        (3, "ARM", "minister_for_foreign_affairs"),
    ]


def test_a_state_of_whom_nobody_stands_under_a_statement_is_asked_about(small: sa.Engine) -> None:
    tables = deepcopy(LETTER)
    tables["statements"][1]["issuers"][1]["state"] = "RUS"
    assert refused(small, LetterDraft("r-7.toml", tables)) == [
        (
            "r-7.toml:0: states 'BLR': neither signs nor issues this; add it below as [[statements.issuers]], or take "
            "it out here"
        )
    ]


def test_states_alone_are_issuers(small: sa.Engine) -> None:
    tables = deepcopy(LETTER)
    del tables["statements"][1]["issuers"]
    recorded(small, LetterDraft("r-7.toml", tables))
    assert rows(small, "SELECT state, mode FROM signatories WHERE statement = 'a-58-7-statement'") == [
        ("ARM", "issued"),
        ("BLR", "issued"),
    ]


def test_the_same_roster_twice_is_one(small: sa.Engine) -> None:
    rosters = [LETTER["rosters"][0], {**LETTER["rosters"][0], "datasets": ["register", "register"]}]
    recorded(small, draft(rosters=rosters))
    assert rows(small, "SELECT count(*) FROM roster") == [(2,)]
    recorded(small, draft(rosters=[{**LETTER["rosters"][0], "datasets": ["register", "register"]}]))
    assert rows(small, "SELECT count(*) FROM roster") == [(2,)]


def test_statements_typed_by_hand_are_not_written_over(small: sa.Engine) -> None:
    with small.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO document_symbol (document_id, position, symbol) VALUES (2, 1, 'A/58/7')"
        )
        connection.exec_driver_sql(
            "INSERT INTO statement (code, document_id, position, kind, title, date_edtf, date_earliest, date_latest) "
            "VALUES ('by-hand', 2, 1, 'letter', 'Typed', '2003-06-03', '2003-06-03', '2003-06-03')"
        )
    assert "statement by-hand is on record with another title ('Typed')" in " ".join(refused(small, draft()))


def test_the_effect_on_a_treaty_that_is_required_is_told(small: sa.Engine) -> None:
    with small.begin() as connection:
        connection.exec_driver_sql("INSERT INTO treaty (code, title) VALUES ('charter', 'Charter of the Union')")
        connection.exec_driver_sql(
            "INSERT INTO treaty_relation (treaty_id, kind, related_id) "
            "SELECT a.id, 'requires', b.id FROM treaty AS a, treaty AS b WHERE a.code = 'charter' AND b.code = 'cst'"
        )
    told = [
        str(effect) for effect in recorded(small, draft(rosters=[LETTER["rosters"][0] | {"treaty": "charter"}])).effects
    ]
    assert any(one.startswith("charter on 2003-06-01: 0 -> 2") for one in told)
    assert any(one.startswith("cst on 2003-06-01: 0 -> 2") for one in told)


def test_another_copy_with_small_differences_is_the_same_letter(small: sa.Engine) -> None:
    recorded(small, draft())
    other = TEXT.replace("met.", "met .")
    again = recorded(small, draft(text_sha256=hashlib.sha256(other.encode()).hexdigest()), other)
    assert [(one.noun, one.code, one.done) for one in again.entered] == [("document", "a-58-7", "unchanged")]


def test_a_like_letter_without_symbol_is_a_question(small: sa.Engine) -> None:
    recorded(small, draft())
    other = TEXT.replace("met.", "met .")
    like = draft(text_sha256=None, document={**LETTER["document"], "symbols": []})
    assert refused(small, like, other) == [
        (
            "r-7.toml:0: document: is this a-58-7? 100% of the words are the same; under [document] say "
            'same_as = "a-58-7", or same_as = "" if it is not'
        )
    ]
    like.tables["document"]["same_as"] = ""
    assert recorded(small, like, other).number == 3


def test_a_document_known_by_its_symbol_alone_gets_its_text(small: sa.Engine) -> None:
    symbol = "INSERT INTO document_symbol (document_id, position, symbol) VALUES (2, 1, 'A/58/7')"
    with small.begin() as connection:
        connection.exec_driver_sql(symbol)
    recorded(small, draft())
    assert rows(small, "SELECT code, text FROM document WHERE id = 2") == [("volume", TEXT)]
    assert rows(small, "SELECT code FROM statement WHERE document_id = 2 ORDER BY 1") == [
        ("volume-letter",),
        ("volume-statement",),
    ]


def test_a_document_whose_text_alone_is_on_record_gets_its_statements(small: sa.Engine) -> None:
    with small.begin() as connection:
        digest = hashlib.sha256(TEXT.encode()).hexdigest()
        connection.exec_driver_sql(f"UPDATE document SET text = '{TEXT}', sha256 = '{digest}' WHERE id = 2")
    recorded(small, draft())
    assert rows(small, "SELECT count(*) FROM document") == [(2,)]
    assert rows(small, "SELECT count(*) FROM statement WHERE document_id = 2") == [(2,)]


def test_the_same_person_twice_in_a_letter_is_one(small: sa.Engine) -> None:
    tables = deepcopy(LETTER)
    tables["statements"][1]["signatories"] = deepcopy(tables["statements"][0]["signatories"])
    recorded(small, LetterDraft("r-7.toml", tables))
    assert rows(small, "SELECT person FROM signatories WHERE person IS NOT NULL") == [("tatoyan-v",)] * 2


def test_a_person_of_another_name_is_never_taken_for_one_on_record(small: sa.Engine) -> None:
    recorded(small, draft())
    later = deepcopy(LETTER)
    later["document"] |= {"symbols": ["A/58/8"], "title": "Another", "date": "2003-07-07", "same_as": ""}
    later["statements"][0]["signatories"][0]["name"] = "V. Tatoyan"
    recorded(small, LetterDraft("r-8.toml", later | {"text_sha256": None}), TEXT + "More words.\n")
    assert rows(small, "SELECT code, name FROM person WHERE id > 1 ORDER BY id") == [
        ("tatoyan-v", "Vahan Tatoyan"),
        ("tatoyan-v-2", "V. Tatoyan"),
    ]


@pytest.mark.parametrize(("person", "codes"), [("tatoyan-v", ["tatoyan-v"]), ("new", ["tatoyan-v", "tatoyan-v-2"])])
def test_a_reviewer_says_who_it_is(small: sa.Engine, person: str, codes: list[str]) -> None:
    recorded(small, draft())
    later = deepcopy(LETTER)
    later["document"] |= {"symbols": ["A/58/8"], "same_as": ""}
    later["statements"][0]["signatories"][0]["person"] = person
    recorded(small, LetterDraft("r-8.toml", later | {"text_sha256": None}), TEXT + "More words.\n")
    assert [row[0] for row in rows(small, "SELECT code FROM person WHERE id > 1 ORDER BY id")] == codes


def test_a_corrected_date_stands_for_itself(small: sa.Engine) -> None:
    tables = deepcopy(LETTER)
    tables["statements"][1]["date"] = tables["rosters"][0]["on"] = "2003-06-02"
    recorded(small, LetterDraft("r-7.toml", tables))
    assert rows(small, "SELECT date_text, date_edtf FROM statement WHERE code = 'a-58-7-statement'") == [
        ("2003-06-02", "2003-06-02")
    ]


def test_what_is_to_be_skipped_is_left_out(small: sa.Engine) -> None:
    tables = deepcopy(LETTER)
    tables["statements"][0]["signatories"][0]["skip"] = True
    tables["statements"][1]["issuers"][0]["skip"] = True
    tables["rosters"][0]["skip"] = True
    recorded(small, LetterDraft("r-7.toml", tables))
    assert rows(small, "SELECT statement, state FROM signatories") == [("a-58-7-statement", "BLR")]
    assert rows(small, "SELECT count(*) FROM roster") == [(0,)]


def test_questions_are_told_together_and_nothing_is_written(small: sa.Engine) -> None:
    tables = deepcopy(LETTER)
    tables["statements"][0]["signatories"][0]["state"] = None
    tables["statements"][0]["states"] = []
    tables["rosters"][0]["body"] = "Pact of the Islands"
    assert refused(small, LetterDraft("r-7.toml", tables)) == [
        "r-7.toml:0: state 'Vahan Tatoyan': for which State? give its code, or skip = true",
        "r-7.toml:0: treaty 'Pact of the Islands': of which treaty or organization? give its code, or skip = true",
    ]


def test_an_unknown_state_is_told_with_its_line(small: sa.Engine) -> None:
    tables = deepcopy(LETTER)
    tables["statements"][1]["issuers"][1]["state"] = "ZZZ"
    tables["statements"][1]["states"] = ["ARM", "ZZZ"]
    path = ("statements", 1, "issuers", 1)
    lines = {path: 40, (*path, "state"): 42}
    assert refused(small, LetterDraft("r-7.toml", tables, lines))[0].startswith("r-7.toml:42: state 'ZZZ': ")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"text_sha256": "1" * 64}, "the text is not the one that was read; take the letter in again"),
        (
            {"rosters": [{**LETTER["rosters"][0], "end_char": 9_999}]},
            f"are not in the text, which has {len(TEXT)}",
        ),
    ],
)
def test_a_draft_of_another_text_is_refused(small: sa.Engine, changes: dict[str, Any], said: str) -> None:
    assert said in refused(small, draft(**changes))[0]
