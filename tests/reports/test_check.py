"""Each rule of `check` finds nothing on the seeds, and what it is for in a register that breaks it."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from secdb import database, law
from secdb.database.reader import open_register
from secdb.errors import NotFoundError, UsageError
from secdb.reports.check import RULES, SEVERITIES, check, documents, periods

pytestmark = pytest.mark.server_later

ROSTER = (
    "INSERT INTO roster (id, dataset_id, treaty_id, on_edtf, on_earliest, on_latest, complete) "
    "SELECT 9001, d.id, t.id, '{on}', '{on}', '{on}', {complete} "
    "FROM dataset AS d JOIN treaty AS t ON t.code = '{treaty}' WHERE d.code = 'register'"
)
LISTED = (
    "INSERT INTO roster_entry (id, roster_id, state_id) SELECT 9000 + id, 9001, id FROM state WHERE code IN ({codes})"
)
SIX = "'ARM', 'BLR', 'KAZ', 'KGZ', 'RUS', 'TJK'"
MOLDOVA = (
    "INSERT INTO act (id, dataset_id, treaty_id, state_id, kind, date_edtf, date_earliest, date_latest) "
    "SELECT 9002, d.id, t.id, s.id, 'accession', '[2009..2011]', '2009-01-01', '2011-12-31' "
    "FROM dataset AS d, treaty AS t, state AS s WHERE d.code = 'register' AND t.code = 'cst' AND s.code = 'MDA'"
)
ARMENIAN = "state_id = (SELECT id FROM state WHERE code = 'ARM')"
WAITING = (
    "INSERT INTO membership_refresh (dataset_id, treaty_id, state_id) SELECT MIN(dataset_id), MIN(treaty_id), 1 "
    "FROM act"
)
MISQUOTED = (
    "UPDATE citation SET start_char = start_char + 1, end_char = end_char + 1 "
    "WHERE id = (SELECT MIN(id) FROM citation WHERE start_char IS NOT NULL)"
)

NAMED = (
    "INSERT INTO state_name (id, state_id, name, language, form, valid, start_earliest, start_latest) "
    "SELECT 9010, n.state_id, n.name || ' II', n.language, n.form, n.valid, n.start_earliest, n.start_latest "
    "FROM state_name AS n WHERE n.id = (SELECT MIN(s.id) FROM state_name AS s WHERE s.form = 'short' "
    "AND s.language = 'en' AND s.end_earliest IS NULL)"
)

SHARED = (
    "INSERT INTO state_code (id, state_id, scheme, code) "
    "SELECT {number}, id, 'wikidata', 'Q0' FROM state WHERE code = '{state}'"
)

# rule, what breaks it, the records that are named
BROKEN = {
    "switched off": ("derivation", ["UPDATE derivation_switch SET enabled = 0"], ["derivation_switch:1"]),
    "waiting": ("derivation", [WAITING], ["membership_refresh"]),
    "another period": (
        "derivation",
        [f"UPDATE membership_period SET start_latest = '1994-04-21' WHERE {ARMENIAN} AND start_latest = '1994-04-20'"],
        ["membership:register/cst/ARM"],
    ),
    "a lost period": (
        "derivation",
        [f"DELETE FROM membership_period WHERE origin = 'rosters' AND {ARMENIAN}"],
        ["membership:documents/cst/ARM", "membership:documents/csto-charter/ARM"],
    ),
    "an act that came in unseen": ("derivation", [MOLDOVA], ["membership:register/cst/MDA"]),
    "a date": ("bounds", ["UPDATE act SET date_latest = '1992-05-16' WHERE id = 1"], ["act:1"]),
    "an unread date": ("bounds", ["UPDATE roster SET on_edtf = 'some day' WHERE id = 1"], ["roster:1"]),
    "a period": ("bounds", ["UPDATE state SET start_earliest = NULL WHERE id = 1"], ["state:1"]),
    "a period without its text": ("bounds", ["UPDATE state SET existence = NULL WHERE id = 1"], ["state:1"]),
    "a text": (
        "text",
        ["UPDATE document SET text = 'x' || substr(text, 2) WHERE code = 'cst-2002'"],
        ["document:cst-2002"],
    ),
    "a quotation": (
        "quotation",
        [MISQUOTED],
        ["citation:{quoting}"],
    ),
    "a name beside a name": ("overlap", [NAMED], ["state_name:{short}"]),
    "a code of two States": (
        "overlap",
        [
            SHARED.format(number=9007, state="DDR"),
            SHARED.format(number=9008, state="CSK"),
            "DELETE FROM state_code WHERE scheme = 'wikidata' AND id < 9000",
        ],
        ["state_code:9007"],
    ),
    "no days covered": (
        "value",
        ["UPDATE dataset SET covers_from = '2014-01-01', covers_to = '1816-01-01' WHERE id = 2"],
        ["dataset:2"],
    ),
    "blanks": (
        "value",
        ["UPDATE dataset SET title = ' ', code = ' ' WHERE id = 2", "UPDATE treaty SET title = '' WHERE id = 1"],
        ["dataset:2", "dataset:2", "treaty:1"],
    ),
    "other letters": (
        "value",
        ["INSERT INTO dataset (id, code, title) VALUES (9009, 'REGISTER', 'x')"],
        ["dataset:9009"],
    ),
    "a party left out": (
        "roster",
        [ROSTER.format(treaty="cst", on="2010-01-01", complete=1), LISTED.format(codes=SIX)],
        ["roster:9001"],
    ),
    "a stranger": (
        "roster",
        [ROSTER.format(treaty="cst", on="2010-01-01", complete=0), LISTED.format(codes="'AZE'")],
        ["roster:9001"],
    ),
    "a stranger to the treaty required too": (
        "roster",
        [ROSTER.format(treaty="csto-charter", on="2010-01-01", complete=0), LISTED.format(codes="'AZE'")],
        ["roster:9001"],  # of the Charter it makes a party, having no acts there
    ),
    "an act without a source": ("source", [MOLDOVA], ["act:9002"]),
    "a roster without a source": (
        "source",
        [ROSTER.format(treaty="cst", on="2010-01-01", complete=0), LISTED.format(codes=SIX)],
        ["roster:9001"],
    ),
    "nobody": (
        "orphan",
        ["INSERT INTO person (id, code, name) VALUES (9003, 'nobody-n', 'N. Nobody')"],
        ["person:nobody-n"],
    ),
    "nothing cited": (
        "orphan",
        ["INSERT INTO document (id, code, kind, title) VALUES (9004, 'uncited', 'other', 'Uncited')"],
        ["document:uncited"],
    ),
    "an empty roster": ("orphan", [ROSTER.format(treaty="cst", on="1980-01-01", complete=1)], ["roster:9001"]),
}

CHECKS = """
SELECT conrelid::regclass, conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace
"""

SOUND = {
    "a member that is only possible is left out": [
        MOLDOVA,
        ROSTER.format(treaty="cst", on="2010-01-01", complete=1),
        LISTED.format(codes=f"{SIX}, 'UZB'"),
    ],
    "a member that is only possible is listed": [
        MOLDOVA,
        ROSTER.format(treaty="cst", on="2010-01-01", complete=1),
        LISTED.format(codes=f"{SIX}, 'UZB', 'MDA'"),
    ],
    "a partial roster leaves parties out": [
        ROSTER.format(treaty="cst", on="2010-01-01", complete=0),
        LISTED.format(codes="'RUS'"),
    ],
    "a suspended State is listed": [
        ROSTER.format(treaty="cst", on="2013-06-01", complete=1),
        LISTED.format(codes=f"{SIX}, 'UZB'"),
    ],
    "a suspended State is left out": [
        ROSTER.format(treaty="cst", on="2013-06-01", complete=1),
        LISTED.format(codes=SIX),
    ],
    "a deprecated roster": [
        ROSTER.format(treaty="cst", on="2010-01-01", complete=1),
        "UPDATE roster SET rank = 'deprecated' WHERE id = 9001",
    ],
}


def write(url: str, statements: list[str], *, unseen: bool = False) -> None:
    """Run the statements; `unseen`: no trigger and no CHECK holds a rule, nothing logs or derives."""
    engine = database.engine(database.locate(url).url)
    with engine.begin() as connection:
        if unseen and connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            for table, name in connection.exec_driver_sql(CHECKS).all():
                connection.exec_driver_sql(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        elif unseen:
            connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
            for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").all():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(sa.text(statement))
    engine.dispose()


def test_on_the_seeds_contradicting_claims_are_all_there_is_to_say(seeded_url: str) -> None:
    with open_register(seeded_url) as register:
        found = check(register)
        alone = check(register, dataset="documents")
    # counted in seeds/act.csv: the rows with `contests`
    assert (found.count, {row.rule for row in found.rows}) == ({"error": 0, "warning": 0, "notice": 15}, {"claim"})
    assert "cst GEO: accession 1993-09-09 (normal) contests accession 1993-12-09 (preferred, act 8)" in {
        row.message for row in found.rows
    }
    assert alone.rows == ()


@pytest.mark.parametrize("case", BROKEN)
def test_what_breaks_a_rule_is_found(own_url: str, case: str) -> None:
    rule, statements, records = BROKEN[case]
    write(own_url, statements, unseen=rule in {"derivation", "bounds", "text", "quotation", "overlap", "value"})
    with open_register(own_url) as register:
        quoting = register.rows("SELECT MIN(citation) AS n FROM citations WHERE start_char IS NOT NULL")[0]["n"]
        short = register.rows(
            "SELECT MIN(id) AS n FROM state_names WHERE form = 'short' AND language = 'en' AND end_earliest IS NULL"
        )[0]["n"]
        found = check(register, rule=rule)
    named = [record.format(quoting=quoting, short=short) for record in records]
    assert [row.record for row in found.rows] == named
    assert {(row.rule, row.severity) for row in found.rows} == {(rule, RULES[rule].severity)}


@pytest.mark.parametrize("case", SOUND)
def test_what_is_no_contradiction_is_not_reported(own_url: str, case: str) -> None:
    write(own_url, SOUND[case])
    with open_register(own_url) as register:
        assert check(register, rule="roster").rows == ()


def test_every_rule_has_its_negative_control() -> None:
    # the seeds break "claim", tests/law breaks the rules of the law of treaties
    assert {rule for rule, _, _ in BROKEN.values()} | {"claim"} | set(law.RULES) == set(RULES)


def test_the_gravest_stand_first(own_url: str) -> None:
    write(own_url, [MOLDOVA, "UPDATE derivation_switch SET enabled = 0"])
    with open_register(own_url) as register:
        severities = [row.severity for row in check(register).rows]
    assert severities == sorted(severities, key=SEVERITIES.index)
    assert set(severities) == set(SEVERITIES)


def test_an_unknown_rule_or_dataset_is_named_with_those_there_are(seeded_url: str) -> None:
    with open_register(seeded_url) as register:
        with pytest.raises(UsageError, match="there is no rule 'rosters'; the rules are derivation, bounds"):
            check(register, rule="rosters")
        with pytest.raises(NotFoundError, match="there is no dataset 'cow'; there are: documents, register"):
            check(register, dataset="cow")


def test_a_hash_is_of_the_text_in_utf_8() -> None:
    # printf 'Ереван' | sha256sum
    digest = "ae17dc80c0dccbf02f2ae2269251a788205c392b1bb61e6badd4693a7d094a0c"
    row = {"document": "x", "text": "Ереван", "sha256": digest}
    assert [found.record for found in documents([row | {"sha256": "0"}])] == ["document:x"]
    assert list(documents([row])) == []


def test_an_interval_has_an_inclusive_last_day_and_its_period_does_not() -> None:
    row = {"record": "state", "id": 1, "field": "existence", "edtf": "1992-05-15/1999-04-02"}
    bounds = {"start_earliest": "1992-05-15", "start_latest": "1992-05-15", "end_earliest": "1999-04-03"}
    assert list(periods([row | bounds | {"end_latest": "1999-04-03"}])) == []
    assert len(list(periods([row | bounds | {"end_latest": "1999-04-02"}]))) == 1
