"""The unit of work: all or nothing, numbered, sealed, one after the other."""

from __future__ import annotations

import hashlib
import threading
from itertools import count
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from secdb import __version__
from secdb.errors import RefusedError
from secdb.models import State
from secdb.register import Writer, revise, verify
from secdb.register import revision as revision_module
from tests.register.samples import rows, table, write_history, write_outside, written

if TYPE_CHECKING:
    from secdb.register import HistoryProblem

pytestmark = pytest.mark.server_later

ARMENIA = table("state", "code\nARM")


def add_state(writer: Writer, code: str) -> None:
    writer.session.add(State(code=code))


def faults(engine: sa.Engine) -> list[tuple[int | None, str]]:
    return [(problem.revision, problem.rule) for problem in found(engine)]


def found(engine: sa.Engine) -> list[HistoryProblem]:
    with engine.connect() as connection:
        return verify(connection)


def test_a_revision_has_a_number_and_says_who_why_and_when(register: sa.Engine) -> None:
    with revise(register, author="Ani", message="add Armenia") as writer:
        add_state(writer, "ARM")
    assert writer.number == 1
    [(author, message, program, opened, closed)] = rows(
        register, "SELECT author, message, program, opened_at, closed_at FROM revision"
    )
    assert (author, message, program) == ("Ani", "add Armenia", f"secdb {__version__}")
    assert str(opened) <= str(closed)
    assert len(str(opened)) == len("2026-11-22T07:15:03.123Z")
    assert found(register) == []


def test_the_number_is_known_inside_the_block(register: sa.Engine) -> None:
    with revise(register, author="Ani", message="add Armenia") as writer:
        assert writer.number == 1


def test_an_exception_undoes_everything(register: sa.Engine) -> None:
    seen: list[Writer] = []

    def write_and_fail() -> None:
        with revise(register, author="Ani", message="add Armenia") as writer:
            seen.append(writer)
            add_state(writer, "ARM")
            writer.session.commit()
            raise KeyError("wrong")

    with pytest.raises(KeyError):
        write_and_fail()
    assert seen[0].number is None
    assert rows(register, "SELECT count(*) FROM state UNION ALL SELECT count(*) FROM revision") == [(0,), (0,)]


def test_a_revision_without_changes_is_not_kept(register: sa.Engine) -> None:
    with revise(register, author="Ani", message="nothing") as writer:
        writer.session.execute(sa.update(State).values(note="x"))
    assert writer.number is None
    with revise(register, author="Ani", message="something") as writer:
        add_state(writer, "ARM")
    assert writer.number == 1


def test_a_dry_run_sees_its_effect_and_keeps_nothing(register: sa.Engine) -> None:
    with revise(register, author="Ani", message="try", dry_run=True) as writer:
        add_state(writer, "ARM")
        assert writer.session.scalar(sa.select(sa.func.count(State.id))) == 1
    assert writer.number is None
    assert rows(register, "SELECT count(*) FROM state UNION ALL SELECT count(*) FROM revision") == [(0,), (0,)]


def test_a_rollback_inside_the_block_undoes_what_came_before_it(register: sa.Engine) -> None:
    with revise(register, author="Ani", message="twice") as writer:
        add_state(writer, "ARM")
        writer.session.rollback()
        add_state(writer, "BLR")
    assert writer.number == 1
    assert rows(register, "SELECT code FROM state") == [("BLR",)]


def test_a_connection_serves_as_well_as_an_engine(register: sa.Engine) -> None:
    with register.connect() as connection:
        with revise(connection, author="Ani", message="add Armenia") as writer:
            add_state(writer, "ARM")
        assert connection.scalar(sa.select(sa.func.count(State.id))) == 1


@pytest.mark.parametrize(("author", "message"), [("", "why"), ("Ani", " \n")])
def test_a_revision_is_signed_and_says_why(author: str, message: str) -> None:
    nowhere = sa.create_engine("sqlite://")
    with (
        pytest.raises(RefusedError, match="needs an author and a message"),
        revise(nowhere, author=author, message=message),
    ):
        pass


def test_the_hash_is_the_same_on_both_engines(register: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = count()
    monkeypatch.setattr(revision_module, "utc_now", lambda: f"2026-11-22T00:00:{next(seconds):02}.000Z")
    with revise(register, author="Ani", message="die Bürgschaft «1»") as writer:
        add_state(writer, "ARM")
    with revise(register, author="Ani", message="admission") as writer:
        writer.session.execute(sa.update(State).values(existence="1991-09-21/..", note='a "b"\n'))
    hashes = [hashed for (hashed,) in rows(register, "SELECT hash FROM revision ORDER BY id")]
    assert hashes == expected_hashes()


def expected_hashes() -> list[str]:
    """Put together from the description in `secdb.register.history.chain`, by hand and not by its code."""
    new = (
        '{"code":"ARM","end_earliest":null,"end_latest":null,"existence":null,"id":1,"note":null,"start_earliest":null,'
        '"start_latest":null,"un_admission":null}'
    )
    admitted = new.replace('"existence":null', '"existence":"1991-09-21/.."').replace(
        '"note":null', r'"note":"a \"b\"\n"'
    )
    first = (
        f"\n{head(1, 'die Bürgschaft «1»', opened=1, closed=2)}\n"
        f'{{"change":1,"id":1,"new":{new},"old":null,"operation":"insert","table":"state"}}\n'
    )
    one = hashlib.sha256(first.encode()).hexdigest()
    second = (
        f"{one}\n{head(2, 'admission', opened=4, closed=5)}\n"
        f'{{"change":2,"id":1,"new":{admitted},"old":{new},"operation":"update","table":"state"}}\n'
    )
    return [one, hashlib.sha256(second.encode()).hexdigest()]


def head(number: int, message: str, *, opened: int, closed: int) -> str:
    return (
        f'{{"author":"Ani","closed_at":"2026-11-22T00:00:0{closed}.000Z","message":"{message}","number":{number},'
        f'"opened_at":"2026-11-22T00:00:0{opened}.000Z","program":"secdb {__version__}"}}'
    )


def three_revisions(register: sa.Engine) -> None:
    for code in ("ARM", "BLR", "KAZ"):
        written(register, table("state", f"code\n{code}"), message=f"add {code}")


def test_a_whole_history_verifies(register: sa.Engine) -> None:
    three_revisions(register)
    assert found(register) == []
    chain = rows(register, "SELECT previous_hash, hash FROM revision ORDER BY id")
    assert [previous for previous, _ in chain] == [None, chain[0][1], chain[1][1]]


@pytest.mark.parametrize(
    ("tampering", "fault"),
    [
        ("UPDATE change SET row_id = 7 WHERE revision_id = 2", (2, "hash")),
        ("UPDATE change SET revision_id = 3 WHERE revision_id = 2", (2, "hash")),
        ("DELETE FROM change WHERE revision_id = 3", (3, "hash")),
        ("UPDATE revision SET author = 'Bob' WHERE id = 2", (2, "hash")),
        ("UPDATE revision SET closed_at = '2020-01-01T00:00:00.000Z' WHERE id = 1", (1, "hash")),
        ("UPDATE revision SET hash = 'f00' WHERE id = 1", (1, "hash")),
        ("UPDATE revision SET previous_hash = NULL WHERE id = 2", (2, "previous")),
        ("UPDATE revision SET hash = NULL WHERE id = 2", (2, "unsealed")),
    ],
)
def test_a_tampered_history_names_the_first_bad_revision(
    register: sa.Engine, tampering: str, fault: tuple[int, str]
) -> None:
    three_revisions(register)
    write_history(register, tampering)
    assert faults(register)[0] == fault


def test_a_missing_revision_is_named(register: sa.Engine) -> None:
    three_revisions(register)
    write_history(register, "DELETE FROM change WHERE revision_id = 2", "DELETE FROM revision WHERE id = 2")
    assert faults(register) == [(2, "missing"), (3, "previous"), (None, "row")]  # Belarus stands in no revision


def test_a_change_in_what_a_row_was_is_seen(register: sa.Engine) -> None:
    three_revisions(register)
    [(new,)] = rows(register, "SELECT CAST(new AS text) FROM change WHERE revision_id = 2")
    forged = str(new).replace("BLR", "BEL")
    write_history(register, f"UPDATE change SET new = '{forged}' WHERE revision_id = 2")
    assert faults(register) == [(2, "hash"), (2, "row")]


def test_a_write_by_another_program_is_reported_until_the_next_writer_seals_it(register: sa.Engine) -> None:
    three_revisions(register)
    write_outside(register, "INSERT INTO state (code) VALUES ('KGZ')", "UPDATE state SET note = 'x' WHERE code = 'KGZ'")
    assert rows(register, "SELECT author, hash FROM revision WHERE id = 4") == [(None, None)]
    # SQLite makes a revision per statement, PostgreSQL one per transaction
    assert set(faults(register)) <= {(4, "outside"), (5, "outside")}
    assert (4, "outside") in faults(register)
    written(register, table("state", "code\nRUS"))
    assert found(register) == []
    assert rows(register, "SELECT author IS NULL, hash IS NULL FROM revision WHERE id = 4") in (
        [(1, 0)],
        [(True, False)],
    )
    assert rows(
        register,
        "SELECT count(*) FROM change WHERE revision_id IN (4, 5) AND table_name = 'state' "
        "AND (SELECT author FROM revision WHERE id = revision_id) IS NULL",
    ) == [(2,)]


def test_a_writer_that_keeps_nothing_seals_nothing(register: sa.Engine) -> None:
    write_outside(register, "INSERT INTO state (code) VALUES ('KGZ')")
    with revise(register, author="Ani", message="nothing"):
        pass
    assert faults(register) == [(1, "outside")]


def test_a_revision_that_another_program_left_open_is_closed_and_sealed(register: sa.Engine) -> None:
    write_outside(
        register,
        "INSERT INTO revision (id, author, opened_at) VALUES (1, 'Bob', '2026-11-22T00:00:00.000Z')",
        "INSERT INTO state (code) VALUES ('KGZ')",
    )
    assert faults(register) == [(1, "open")]
    written(register, ARMENIA)
    assert found(register) == []
    assert rows(register, "SELECT id, author FROM revision ORDER BY id") == [(1, "Bob"), (2, "archivist")]


def test_writers_queue_and_no_number_is_lost(register: sa.Engine) -> None:
    numbers: list[int | None] = []

    def write(code: str) -> None:
        with revise(register, author="Ani", message=code) as writer:
            add_state(writer, code)
        numbers.append(writer.number)

    threads = [threading.Thread(target=write, args=(f"S{number}",)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(filter(None, numbers)) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert found(register) == []
