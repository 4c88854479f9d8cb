"""Two archivists at once: the second waits and then sees the first's work; nobody writes over the other."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from secdb import database
from secdb.errors import RefusedError
from secdb.register.desk.adding import add
from secdb.register.desk.editing import edit
from secdb.register.desk.writing import carry_out
from secdb.register.entry.entries import Entry
from tests.register.dumping import dump
from tests.register.samples import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa

    from secdb.register.desk.desk import Desk, Entered

HELD = 0.5  # seconds the first writer keeps the second waiting


@pytest.fixture
def engines(own_url: str) -> Iterator[tuple[sa.Engine, sa.Engine]]:
    """Return two engines on one register, as two programs have them."""
    both = tuple(database.engine(database.locate(own_url).url) for _ in range(2))
    yield both  # type: ignore[misc]
    for engine in both:
        engine.dispose()


def act(state: str, date: str) -> Entry:
    return Entry("act", {"treaty": "cst", "state": state, "kind": "declaration", "date": date})


class Second(threading.Thread):
    """The second writer, who begins while the first one is writing."""

    def __init__(self, engine: sa.Engine, entry: Entry) -> None:
        super().__init__()
        self._engine, self._entry = engine, entry
        self.began = threading.Event()
        self.seen: list[tuple[object, ...]] = []
        self.number: int | None = None

    def run(self) -> None:
        self.began.set()
        self.number = carry_out(self._engine, self._work, author="second", message="Second").number

    def _work(self, desk: Desk) -> list[Entered]:
        names = [record["state"] for record in desk.rows.rows("SELECT state FROM acts WHERE kind = 'declaration'")]
        self.seen.append(tuple(sorted(names)))
        return add(desk, [self._entry])


def test_the_second_waits_and_sees_what_the_first_wrote(engines: tuple[sa.Engine, sa.Engine]) -> None:
    first, second = engines[0], Second(engines[1], act("BLR", "2001"))
    waited = []

    def work(desk: Desk) -> list[Entered]:
        done = add(desk, [act("ARM", "2000")])
        second.start()
        second.began.wait()
        second.join(HELD)
        waited.append(second.is_alive())
        return done

    number = carry_out(first, work, author="first", message="First").number
    second.join()
    assert waited == [True]
    assert second.seen == [("ARM",)]
    assert (number, second.number) == (2, 3)
    assert rows(first, "SELECT state FROM acts WHERE kind = 'declaration' ORDER BY act") == [("ARM",), ("BLR",)]
    assert rows(first, "SELECT id, author FROM revision WHERE id > 1 ORDER BY id") == [(2, "first"), (3, "second")]


def test_the_second_is_not_given_what_the_first_gave_up(engines: tuple[sa.Engine, sa.Engine]) -> None:
    first, second = engines[0], Second(engines[1], act("BLR", "2001"))

    def work(desk: Desk) -> list[Entered]:
        desk.connection.exec_driver_sql("UPDATE treaty SET title = 'Another'")
        second.start()
        second.began.wait()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        carry_out(first, work, author="first", message="First")
    second.join()
    assert (second.seen, second.number) == ([()], 2)
    assert rows(first, "SELECT count(*) FROM treaty WHERE title = 'Another'") == [(0,)]


def test_a_correction_of_what_was_changed_meanwhile_shows_both_versions(engines: tuple[sa.Engine, sa.Engine]) -> None:
    mine, theirs = (
        Entry("treaty", {"depositary": who}, edits="cst", seen=1) for who in ("The Russian Federation", "Kazakhstan")
    )
    carry_out(engines[1], lambda desk: [edit(desk, theirs)], author="second", message="Second")
    before = dump(engines[0])
    with pytest.raises(RefusedError) as caught:
        carry_out(engines[0], lambda desk: [edit(desk, mine)], author="first", message="First")
    assert "treaty cst was changed in revision 2 since you began" in str(caught.value)
    assert "'Kazakhstan' now, 'The Russian Federation' in yours" in str(caught.value)
    assert dump(engines[0]) == before


def test_corrections_of_two_records_do_not_meet(engines: tuple[sa.Engine, sa.Engine]) -> None:
    for engine, code in zip(engines, ("cst", "csto-charter"), strict=True):
        one = Entry("treaty", {"note": "Seen"}, edits=code, seen=1)
        carry_out(engine, lambda desk, one=one: [edit(desk, one)], author="a", message="m")  # type: ignore[misc]
    assert rows(engines[0], "SELECT count(*) FROM treaty WHERE note = 'Seen'") == [(2,)]
