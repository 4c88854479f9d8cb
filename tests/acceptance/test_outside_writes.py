"""What an outside client writes wrongly is refused on both engines, or found by `verify` and `check`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.outside import inside
from tests.acceptance.wrong_writes import GUARDS_OFF, REFUSED, SERVER, SERVER_GUARDS_OFF, SQLITE, VALUES, Odd
from tests.database.outside import Outside, everything

if TYPE_CHECKING:
    from collections.abc import Sequence


@pytest.fixture
def client(request: pytest.FixtureRequest, own_url: str) -> Outside:
    """Return the shell of each engine in turn, foreign keys off on SQLite, on a register with the seeds of its own."""
    if own_url.startswith("postgresql"):
        return Outside(SERVER, own_url, request.getfixturevalue("psql"))
    return Outside(SQLITE, own_url)


@pytest.mark.server_later
def test_every_wrong_write_is_refused_by_its_rule_and_leaves_no_trace(client: Outside) -> None:
    wrong = [one for one in REFUSED if one.engine in {None, client.engine}]
    assert len(wrong) >= 60
    before = everything(client)
    said = client.failures(*(one.sql for one in wrong))
    unfit = [(one.sql, text) for one, text in zip(wrong, said, strict=True) if not re.search(one.said, text)]
    assert unfit == []
    assert everything(client) == before
    done = inside(client.place, "verify")
    assert (done.returncode, done.stdout.startswith("1 revision, whole")) == (0, True)


def told(client: Outside, command: str) -> list[str]:
    """Return what a command finds, a line each, its exit code being that of faults."""
    done = inside(client.place, command, "-f", "json")
    assert done.returncode == 1, done.stderr
    keys = ("rule", "record", "message")
    return [" ".join(str(row[key]) for key in keys if key in row) for row in json.loads(done.stdout)["rows"]]


def missing(odd: Sequence[Odd], lines: Sequence[str]) -> list[Odd]:
    """Return the writes of which no line tells."""
    return [one for one in odd if not any(one.line in line for line in lines)]


@pytest.mark.server_later
def test_what_is_taken_and_cannot_be_meant_is_found_by_check(client: Outside) -> None:
    odd = [one for one in VALUES if one.engine in {None, client.engine}]
    client.write(*(one.sql for one in odd))
    assert missing(odd, told(client, "check")) == []
    assert missing([Odd("", "outside")], told(client, "verify")) == []


@pytest.mark.server_later
def test_what_is_written_with_a_guard_away_is_found_by_verify(client: Outside) -> None:
    odd = GUARDS_OFF if client.engine == SQLITE else SERVER_GUARDS_OFF
    client.write(*(one.sql for one in odd))
    assert missing(odd, told(client, "verify")) == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE alembic_version SET version_num = '9999';",
        "DELETE FROM alembic_version;",
        "DROP TABLE change;",
        "PRAGMA writable_schema = ON; DELETE FROM sqlite_master WHERE name = 'citation';",
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = 'nonsense' WHERE name = 'act';",
    ],
)
def test_a_register_that_lost_its_schema_is_not_read_as_if_nothing_were(client: Outside, sql: str) -> None:
    if client.engine == SERVER and ("PRAGMA" in sql or "DROP TABLE" in sql):
        pytest.skip("SQLite alone lets its schema be edited; views stand in the way of the DROP")
    client.write(sql)
    for command in ("verify", "check"):
        done = inside(client.place, command)
        if command == "verify" or "change" not in sql:
            assert done.returncode not in {0, 1}, command
            assert done.stderr.count("\n") == 1


def test_what_is_no_text_is_told_and_not_a_traceback(client: Outside) -> None:
    if client.engine == SERVER:
        pytest.skip("PostgreSQL keeps no such text")
    client.write("UPDATE person SET name = CAST(x'ff' AS TEXT) WHERE id = 3;")
    done = inside(client.place, "check")
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
