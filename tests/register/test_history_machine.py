"""Any sequence of writes, outside writes and undos leaves a history that verifies, and undoing takes back exactly."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from secdb import database
from secdb.database.reader import open_register
from secdb.errors import RefusedError
from secdb.register import revise, verify
from secdb.register.history.undoing import obstacles, undo, undo_message
from tests.register.dumping import dump, periods
from tests.register.samples import table, write_outside, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAYS = st.sampled_from(["1992-05-15", "1994-04-20", "1999-04-02", "2006-08-16"])
KINDS = st.sampled_from(["ratification", "accession", "withdrawal", "suspension", "signature"])
NOTES = st.sampled_from(["", "x", 'a "b"\n', "é\u2028\u007f", "\\"])
STATES = st.integers(1, 4)
PICK = st.integers(0, 1_000)
START = (
    table("dataset", "code | title\nregister | The register"),
    table("state", "code\nARM\nBLR\nKAZ\nUZB"),
    table("treaty", "code | title | in_force_edtf\ncst | Collective Security | 1994-04-20"),
    table("document", "code | kind | title | text\nletter | un_document | A letter | Words of the letter."),
    table("roster", "dataset | treaty | on_edtf | complete\nregister | cst | 2002-05-14 | 0"),
    table("act", "dataset | treaty | state | kind | date_edtf\nregister | cst | ARM | ratification | 1994-03-01"),
)
MEMBERS = """
SELECT state, status, start_earliest, start_latest, end_earliest, end_latest FROM memberships
WHERE dataset = 'register' AND treaty = 'cst' ORDER BY state, start_earliest, status
"""


SHORT = 10  # steps
FOUND = (Phase.explicit, Phase.reuse, Phase.generate)  # making an example smaller takes minutes on a server


class History(RuleBasedStateMachine):
    """A small register, and what it said at each revision."""

    make: Callable[[], str]
    """Returns the URL of an empty register; set for each engine."""

    stride = 1
    """Of so many revisions one is asked what it said."""

    def __init__(self) -> None:
        super().__init__()
        self.engine = database.engine(type(self).make())
        self.said: list[tuple[dict[str, list[bytes]], list[bytes], list[dict[str, Any]]]] = []

    @initialize()
    def begin(self) -> None:
        self.remember()
        written(self.engine, *START)
        self.remember()

    @rule(state=STATES, kind=KINDS, day=DAYS, note=NOTES)
    def add_act(self, state: int, kind: str, day: str, note: str) -> None:
        self.write(
            "INSERT INTO act (dataset_id, treaty_id, state_id, kind, date_edtf, date_earliest, date_latest, note) "
            f"VALUES (1, 1, :state, :kind, '{day}', '{day}', '{day}', :note)",
            state=state, kind=kind, note=note,
        )  # fmt: skip

    @rule(pick=PICK, day=DAYS, note=NOTES)
    def edit_act(self, pick: int, day: str, note: str) -> None:
        changed = f"date_edtf = '{day}', date_earliest = '{day}', date_latest = '{day}', note = :note"
        self.write(f"UPDATE act SET {changed} WHERE id = :id", id=self.one("act", pick), note=note)

    @rule(pick=PICK)
    def remove_act(self, pick: int) -> None:
        act = self.one("act", pick)
        self.write("DELETE FROM citation WHERE act_id = :id", "DELETE FROM act WHERE id = :id", id=act)

    @rule(pick=PICK)
    def cite(self, pick: int) -> None:
        self.write(
            "INSERT INTO citation (act_id, document_id, quotation, start_char, end_char) "
            "VALUES (:id, 1, 'Words', 0, 5)",
            id=self.one("act", pick),
        )

    @rule(state=STATES)
    def list_state(self, state: int) -> None:
        self.write("INSERT INTO roster_entry (roster_id, state_id) VALUES (1, :state)", state=state)

    @rule(state=STATES)
    def strike_state(self, state: int) -> None:
        self.write("DELETE FROM roster_entry WHERE state_id = :state", state=state)

    @rule(state=STATES, code=st.sampled_from(["ARM", "BLR", "XXX", "YYY"]))
    def rename_state(self, state: int, code: str) -> None:
        self.write("UPDATE state SET code = :code WHERE id = :id", id=state, code=code)

    @rule()
    def add_treaty_and_act(self) -> None:
        self.write(
            "INSERT INTO treaty (code, title) SELECT 't' || COUNT(*), 'Another' FROM treaty",
            "INSERT INTO act (dataset_id, treaty_id, state_id, kind, date_edtf) "
            "SELECT 1, MAX(id), 1, 'signature', 'XXXX' FROM treaty",
        )

    @rule(pick=PICK, note=NOTES)
    def write_from_outside(self, pick: int, note: str) -> None:
        quoted = note.replace("'", "''")
        act = self.one("act", pick)
        write_outside(self.engine, f"UPDATE act SET note = '{quoted} outside' WHERE id = {act}")
        self.remember()

    @rule(pick=PICK)
    def undo_any(self, pick: int) -> None:
        self.undo(1 + pick % self.last())

    @rule()
    def undo_the_last(self) -> None:
        last = self.last()
        assert self.undo(last), "the last revision can always be undone"
        assert (dump(self.engine), periods(self.engine)) == self.said[last - 1][:2]

    @invariant()
    def verifies(self) -> None:
        with self.engine.connect() as connection:
            assert {problem.rule for problem in verify(connection)} <= {"outside"}

    def teardown(self) -> None:
        place = self.place()
        for number in range(0, len(self.said), type(self).stride):
            members = self.said[number][2]
            with open_register(place, number) as register:
                assert register.rows(MEMBERS) == members, f"as recorded at revision {number}"
        self.engine.dispose()

    def undo(self, number: int) -> bool:
        """Undo a revision unless something stands in the way; a refusal changes nothing."""
        before = dump(self.engine)
        try:
            with revise(self.engine, author="machine", message=undo_message(number, "test")) as writer:
                undo(writer.session, number)
        except RefusedError as error:
            is_nothing = "nothing" in str(error)
        else:
            self.remember()
            return True
        assert dump(self.engine) == before
        with revise(self.engine, author="machine", message="look", dry_run=True) as writer:
            assert is_nothing or obstacles(writer.session, number)
        return is_nothing

    def write(self, *statements: str, **values: object) -> None:
        """Write a revision; what a rule of the database refuses is not written."""
        with suppress(sa.exc.IntegrityError), revise(self.engine, author="machine", message="write") as writer:
            for statement in statements:
                writer.session.execute(sa.text(statement), values)
        self.remember()

    def remember(self) -> None:
        """Keep what is recorded for every number that is new."""
        with open_register(self.place()) as register:
            members = register.rows(MEMBERS)
        said = dump(self.engine), periods(self.engine), members
        self.said += [said] * (self.last() + 1 - len(self.said))

    def last(self) -> int:
        with self.engine.connect() as connection:
            return int(connection.scalar(sa.text("SELECT COALESCE(MAX(id), 0) FROM revision")) or 0)

    def one(self, name: str, pick: int) -> int:
        """Return the number of some row, 0 when there is none."""
        with self.engine.connect() as connection:
            numbers = connection.scalars(sa.text(f"SELECT id FROM {name} ORDER BY id")).all()
        return int(numbers[pick % len(numbers)]) if numbers else 0

    def place(self) -> str:
        url = self.engine.url
        if url.drivername == "sqlite":
            return str(url.database)
        return url.set(drivername="postgresql").render_as_string(hide_password=False)


def run(machine: type[History], *, examples: int, steps: int) -> None:
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    machine.stride = 1 if steps > SHORT else 5
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            suppress_health_check=checks,
            phases=FOUND,
        ),
    )


SIZES = [pytest.param(1, SHORT, id="short"), pytest.param(5, 30, id="long", marks=pytest.mark.slow)]


@pytest.mark.parametrize(("examples", "steps"), SIZES)
def test_any_history_on_sqlite(sqlite_template: Path, tmp_path: Path, examples: int, steps: int) -> None:
    count = iter(range(10_000))

    class OnSqlite(History):
        @staticmethod
        def make() -> str:
            return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / f'{next(count)}.db')}"

    run(OnSqlite, examples=examples, steps=steps)


@pytest.mark.parametrize(("examples", "steps"), SIZES)
def test_any_history_on_postgresql(
    postgres_template: str, new_postgres_database: Callable[..., str], examples: int, steps: int
) -> None:
    class OnPostgresql(History):
        @staticmethod
        def make() -> str:
            return database.locate(new_postgres_database(template=postgres_template)).url

    run(OnPostgresql, examples=examples, steps=steps)
