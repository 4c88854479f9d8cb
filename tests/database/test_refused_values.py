"""Values no register can hold are refused whoever writes them, and nothing is changed."""

from __future__ import annotations

import pytest

from secdb.models import Base
from tests.database.outside import Outside, everything
from tests.database.samples import SAMPLES, Row, insert, literal, update

TABLES = {table: Base.metadata.tables[table] for table in SAMPLES}
DAYS = [
    (table, column.name) for table in SAMPLES for column in TABLES[table].columns if type(column.type).__name__ == "Day"
]
WORDS = [(table, column.name) for table in SAMPLES for column in TABLES[table].columns if "words" in column.info]
FLAGS = [("roster", "complete"), ("signatory", "acting"), ("tenure", "acting")]
RECORDED = [
    "act.date",
    "act.effect",
    "roster.on",
    "treaty.signed",
    "treaty.in_force",
    "treaty.expires",
    "document.date",
]
RECORDED += ["statement.date", "state_succession.date"]
PERIODS = ["state", "state_name", "state_code", "tenure"]

IMPOSSIBLE = ["2023-02-30", "2009-13-01", "0000-01-01", "10000-01-01", "infinity", "-infinity", "0044-03-15 BC", ""]
# PostgreSQL reads these as days, SQLite would keep the text
NO_ISO_DAY = ["2009-9-1", "20090901", "now", " 2009-09-01", "2009-09-01 00:00", "2455076"]


def refused(client: Outside, *statements: str) -> list[str]:
    """Run statements each of which must fail without a trace; return what the database said."""
    before = everything(client)
    said = client.failures(*statements)
    assert [statement for statement, message in zip(statements, said, strict=True) if not message] == []
    assert everything(client) == before
    return said


def test_no_day_column_takes_an_impossible_day(outside: Outside) -> None:
    assert len(DAYS) >= 40
    texts = IMPOSSIBLE + (NO_ISO_DAY if outside.engine == "sqlite" else [])
    refused(
        outside,
        *(update(table, {column: text}, outside.engine) for table, column in DAYS for text in texts),
    )


def test_postgresql_keeps_a_day_written_another_way_as_that_day(outside: Outside) -> None:
    if outside.engine == "postgresql":
        outside.write("UPDATE state SET un_admission = '2009-9-1' WHERE id = 1;")
        assert outside.rows("SELECT un_admission::text FROM state WHERE id = 1") == [("2009-09-01",)]


def test_bounds_in_the_wrong_order_are_refused(outside: Outside) -> None:
    wrong: list[tuple[str, Row, str]] = []
    for name in RECORDED:
        table, _, date = name.partition(".")
        wrong.append((table, {f"{date}_earliest": "2003-01-01", f"{date}_latest": "2002-12-31"}, f"{date}_ordered"))
        wrong.append((table, {f"{date}_edtf": None}, f"{date}_stated"))
    for table in PERIODS:
        wrong += [
            (table, {"start_earliest": "2000-01-02", "start_latest": "2000-01-01"}, "start_ordered"),
            (table, {"end_earliest": "2000-01-02", "end_latest": "2000-01-01"}, "end_ordered"),
            (table, {"end_earliest": "1950-01-01", "end_latest": "1991-08-30"}, "start_before_end"),
            (table, {"end_earliest": None}, "end_known_since"),
        ]
    said = refused(outside, *(update(table, row, outside.engine) for table, row, _ in wrong))
    for (table, _, name), message in zip(wrong, said, strict=True):
        assert f"ck_{table}__{name}" in message or (name == "on_stated" and "ck_roster__dated" in message)


def test_a_word_outside_its_closed_list_is_refused(outside: Outside) -> None:
    assert len(WORDS) >= 15
    said = refused(
        outside,
        *(
            update(table, {column: word}, outside.engine)
            for table, column in WORDS
            for word in ("nonsense", "", "Other")
        ),
    )
    for (table, column), message in zip([one for one in WORDS for _ in range(3)], said, strict=True):
        assert f"ck_{table}__{column}_known" in message


def test_a_flag_is_0_or_1(outside: Outside) -> None:
    for table, column in FLAGS:
        for message in refused(
            outside, *(update(table, {column: value}, outside.engine) for value in (2, -1, None, "yes"))
        ):
            assert f"ck_{table}__{column}_flag" in message or "null" in message.lower() or "integer" in message.lower()


@pytest.mark.parametrize(
    ("table", "row", "name"),
    [
        ("state", {"code": "uzb"}, "ck_state__code_upper"),
        ("state", {"code": ""}, "ck_state__code_upper"),
        ("treaty", {"code": "CST"}, "ck_treaty__code_lower"),
        ("treaty", {"term_years": 0}, "ck_treaty__term_positive"),
        ("treaty_relation", {"related_id": 2}, "ck_treaty_relation__two_treaties"),
        ("state_succession", {"successor_id": 1}, "ck_state_succession__two_states"),
        ("act", {"state_id": None}, "ck_act__state_named"),
        ("act", {"date_edtf": None, "date_earliest": None, "date_latest": None, "effect_edtf": None,
                 "effect_earliest": None, "effect_latest": None}, "ck_act__dated"),
        ("document", {"received_type": None}, "ck_document__received_with_type"),
        ("document", {"sha256": None}, "ck_document__text_with_hash"),
        ("document", {"received_sha256": None}, "ck_document__received_with_hash"),
        ("document", {"received_sha256": "88f38ec2"}, "ck_document__received_hash_"),
        ("document", {"received_sha256": "A" * 64}, "ck_document__received_hash_"),
        ("citation", {"roster_id": 1}, "ck_citation__one_target"),
        ("citation", {"act_id": None}, "ck_citation__one_target"),
    ],
)  # fmt: skip
def test_a_row_that_contradicts_itself_is_refused(outside: Outside, table: str, row: Row, name: str) -> None:
    [message] = refused(outside, update(table, row, outside.engine))
    assert name in message or (table == "act" and "contests" in message)


def test_an_act_contests_a_standing_act_of_the_same_dataset_treaty_and_state(outside: Outside) -> None:
    act = SAMPLES["act"][1]
    third = {**act, "contests_id": None}
    outside.write(insert("act", third, outside.engine))  # 3
    wrong = [
        insert("act", {**act, "state_id": 2}, outside.engine),
        insert("act", {**act, "treaty_id": 2}, outside.engine),
        insert("act", {**act, "dataset_id": 2}, outside.engine),
        insert("act", {**act, "contests_id": 2}, outside.engine),  # that one contests itself
        insert(
            "act",
            {"kind": "termination", **{k: v for k, v in act.items() if k not in {"state_id", "kind"}}},
            outside.engine,
        ),
        update("act", {"contests_id": 3}, outside.engine),  # is contested
        update("act", {"state_id": 2}, outside.engine),
        update("act", {"treaty_id": 2}, outside.engine),
        update("act", {"dataset_id": 2}, outside.engine),
        update("act", {"state_id": 2}, outside.engine, which=2),
        update("act", {"contests_id": 3}, outside.engine, which=3),  # itself
    ]
    for message in refused(outside, *wrong):
        assert "an act contests an uncontesting act" in message or "ck_act__contests_another" in message


def test_membership_periods_are_not_typed(outside: Outside) -> None:
    assert outside.rows("SELECT COUNT(*) FROM membership_period WHERE treaty_id = 1 AND state_id = 1") != [(0,)]
    columns = "dataset_id, treaty_id, state_id, seq, status, start_earliest, start_latest, origin"
    values = ", ".join(literal(v, outside.engine) for v in (1, 2, 2, 9, "party", "2000-01-01", "2000-01-01", "acts"))
    said = refused(
        outside,
        f"INSERT INTO membership_period ({columns}) VALUES ({values});",
        "UPDATE membership_period SET status = 'suspended';",
        "DELETE FROM membership_period;",
        "DELETE FROM membership_event;",
        "UPDATE membership_event SET status = 'none';",
    )
    assert all("derived; write the acts" in message for message in said)
    said = refused(
        outside,
        "UPDATE act_effect SET status = 'none';",
        "DELETE FROM act_effect;",
        "INSERT INTO act_effect (kind, level, resets) VALUES ('accession', 9, 2);",
    )
    assert all("changes only by migration" in message for message in said)
