"""A stream of records in one revision: what is written, passed over, refused."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from secdb.register import Gathered, NotRecordedError, Recorded, record, verify
from tests.register.samples import DATASET, STATES, Line, rows, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa

    Stream = list[tuple[str, Line]]

pytestmark = pytest.mark.server_later

OPENING = [
    ("dataset", {"code": "made-up", "title": "Made up"}),
    ("document", {"code": "made-up", "kind": "dataset", "title": "Made up"}),
    ("treaty", {"code": "t", "title": "A treaty"}),
]
ACTS = "SELECT s.code, a.kind, a.date_edtf FROM act AS a JOIN state AS s ON s.id = a.state_id ORDER BY a.id"
CITED = "SELECT a.date_edtf, c.locator FROM citation AS c JOIN act AS a ON a.id = c.act_id ORDER BY c.id"
NUMBERS = "SELECT (SELECT count(*) FROM act), (SELECT count(*) FROM citation), (SELECT count(*) FROM revision)"


def opening() -> Stream:
    return [(table, Line("source.csv", 1, dict(values))) for table, values in OPENING]


def act(line: int, state: str, kind: str, day: str, **others: str) -> Stream:
    """Return an act of the source's line, and the citation of that line."""
    values: dict[str, str | None] = {
        "id": str(line),
        "dataset": "made-up",
        "treaty": "t",
        "state": state,
        "kind": kind,
        "date_edtf": day,
        **others,
    }
    citation: dict[str, str | None] = {"act": str(line), "document": "made-up", "locator": f"{state} {kind} {day}"}
    return [("act", Line("source.csv", line, values)), ("citation", Line("source.csv", line, citation))]


SOURCE = [*opening(), *act(2, "ARM", "signature", "1992"), *act(3, "UZB", "accession", "1993-04-01")]


def recorded(engine: sa.Engine, stream: Any, refused: Gathered | None = None, **options: Any) -> Recorded:  # noqa: ANN401
    with Gathered() as own:
        return record(engine, lambda _: stream, refused or own, author="archivist", message="import", **options)


@pytest.fixture
def states(register: sa.Engine) -> sa.Engine:
    """Return a register with two States and a dataset, in one revision."""
    written(register, DATASET, STATES)
    return register


def test_a_stream_becomes_one_revision_with_its_memberships(states: sa.Engine) -> None:
    done = recorded(states, SOURCE)
    assert done.number == 2
    assert {table: counts.new for table, counts in done.tables.items()} == {
        "dataset": 1,
        "document": 1,
        "treaty": 1,
        "act": 2,
        "citation": 2,
    }
    assert (done.reach.treaties, done.reach.states, done.reach.before, done.reach.after) == (1, 2, 0, 2)
    assert rows(states, ACTS) == [("ARM", "signature", "1992"), ("UZB", "accession", "1993-04-01")]
    assert rows(states, CITED) == [("1992", "ARM signature 1992"), ("1993-04-01", "UZB accession 1993-04-01")]
    assert rows(states, "SELECT count(*) FROM membership_period") == [(2,)]
    with states.connect() as connection:
        assert verify(connection) == []


def test_the_same_stream_again_makes_no_revision(states: sa.Engine) -> None:
    recorded(states, SOURCE)
    again = recorded(states, SOURCE)
    assert again.number is None
    assert (again.tables["act"].new, again.tables["act"].unchanged, again.tables["citation"].unchanged) == (0, 2, 2)
    assert again.missing == ()
    assert rows(states, NUMBERS) == [(2, 2, 2)]


def test_a_newer_copy_adds_what_is_new_and_what_it_lacks_stays_and_is_told(states: sa.Engine) -> None:
    recorded(states, SOURCE)
    newer = [*opening(), *act(2, "UZB", "accession", "1993-04-01"), *act(3, "ARM", "ratification", "1994")]
    done = recorded(states, newer)
    assert (done.tables["act"].new, done.tables["act"].unchanged, done.tables["citation"].new) == (1, 1, 1)
    [missing] = done.missing
    assert (missing.table, missing.count, missing.some) == ("act", 1, ("t ARM signature 1992",))
    assert rows(states, ACTS)[2] == ("ARM", "ratification", "1994")
    assert rows(states, "SELECT id FROM act ORDER BY id") == [(1,), (2,), (3,)]


@pytest.mark.parametrize("is_apart", [False, True])
@pytest.mark.parametrize("before", [0, 3])
def test_each_citation_is_of_its_act_however_far_that_is(states: sa.Engine, before: int, *, is_apart: bool) -> None:
    # more acts than are remembered by name; those on record before give the others ids that they were not read with
    pairs = [act(line, "ARM", "declaration", str(1000 + line)) for line in range(1, 1_101)]
    if before:
        recorded(states, [*opening(), *(one for pair in pairs[10 : 10 + before] for one in pair)])
    apart = [*(acting for acting, _ in pairs), *(citation for _, citation in reversed(pairs))]
    recorded(states, [*opening(), *(apart if is_apart else (one for pair in pairs for one in pair))])
    found = rows(states, CITED)
    assert sorted(str(day) for day, _ in found) == [str(1000 + line) for line in range(1, 1_101)]
    assert [locator for day, locator in found if locator != f"ARM declaration {day}"] == []


def test_ctrl_c_waits_until_rows_are_copied_to_a_server(states: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    if states.dialect.name == "sqlite":
        pytest.skip("has no server")
    copied: list[object] = []
    write_row = psycopg.Copy.write_row

    def interrupted(copy: Any, row: Any) -> None:  # noqa: ANN401 - as it comes
        if len(copied) == len(OPENING):
            signal.raise_signal(signal.SIGINT)
        write_row(copy, row)
        copied.append(row)

    monkeypatch.setattr(psycopg.Copy, "write_row", interrupted)
    ten = [one for line in range(10) for one in act(line, "ARM", "declaration", str(1990 + line))]
    with pytest.raises(KeyboardInterrupt):
        recorded(states, [*opening(), *ten])
    assert len(copied) == len(OPENING) + 10  # all the acts, and no citation
    assert rows(states, NUMBERS) == [(0, 0, 1)]


def test_of_equal_acts_the_nth_is_the_nth_on_record(states: sa.Engine) -> None:
    one, two, three = (act(line, "ARM", "declaration", "1994", note=f"on article {line}") for line in (2, 3, 4))
    recorded(states, [*opening(), *one, *two])
    again = recorded(states, [*opening(), *one, *two, *three])
    assert (again.tables["act"].unchanged, again.tables["act"].new) == (2, 1)
    assert rows(states, "SELECT note FROM act ORDER BY id") == [("on article 2",), ("on article 3",), ("on article 4",)]


def test_a_record_that_comes_twice_is_taken_once_and_counted(states: sa.Engine) -> None:
    arm = act(2, "ARM", "signature", "1992")
    done = recorded(states, [*opening(), opening()[2], *arm, arm[1]])
    assert (done.tables["treaty"].new, done.tables["treaty"].repeated) == (1, 1)
    assert (done.tables["citation"].new, done.tables["citation"].repeated) == (1, 1)


def test_a_code_that_comes_twice_with_other_values_is_refused(states: sa.Engine) -> None:
    other = ("treaty", Line("source.csv", 9, {"code": "t", "title": "Another treaty"}))
    with Gathered() as refused:
        with pytest.raises(NotRecordedError):
            recorded(states, [*opening(), other], refused)
        assert [(one.line, one.reason) for one in refused] == [(9, "code 't': stands in line 1 as well")]


def test_one_wrong_row_keeps_all_others_out(states: sa.Engine) -> None:
    with Gathered() as refused:
        with pytest.raises(NotRecordedError):
            recorded(states, [*SOURCE, *act(4, "ZZZ", "signature", "1992")], refused)
        assert [(one.file, one.line, one.reason) for one in refused] == [
            ("source.csv", 4, "state 'ZZZ': there is no such state")
        ]
    assert rows(states, NUMBERS) == [(0, 0, 1)]
    assert rows(states, "SELECT enabled FROM derivation_switch") == [(1,)]


def test_in_part_the_sound_rows_are_recorded_and_the_others_refused_with_their_values(states: sa.Engine) -> None:
    wrong = act(4, "UZB", "accession", "1994-02-30")
    with Gathered() as refused:
        done = recorded(states, [*SOURCE, *wrong], refused, in_part=True)
        [one] = refused
    assert (one.line, one.cells["date_edtf"], one.cells["state"]) == (4, "1994-02-30", "UZB")
    assert (done.number, done.tables["act"].new, done.tables["act"].refused) == (2, 2, 1)
    assert (done.tables["citation"].new, done.tables["citation"].refused) == (2, 1)


def test_what_the_database_refuses_is_found_by_its_line_among_many(states: sa.Engine) -> None:
    many = [one for line in range(2, 400) for one in act(line, "ARM", "declaration", f"19{line % 90 + 10}")]
    # an act contests one of the same State, says a trigger; no reader of rows knows
    wrong = act(400, "UZB", "declaration", "1994", contests="7")
    with Gathered() as refused:
        done = recorded(
            states, [*opening(), *many, *wrong, *act(401, "UZB", "signature", "1992")], refused, in_part=True
        )
        [found, *_] = refused
    assert (found.line, refused.count) == (400, 1)
    assert "refused by the database" in found.reason
    assert "an act contests" in found.reason
    assert (done.tables["act"].new, done.tables["act"].refused, done.tables["citation"].new) == (399, 1, 399)
    assert rows(states, "SELECT count(*) FROM act WHERE date_edtf = '1994' AND contests_id IS NOT NULL") == [(0,)]


def test_acts_may_contest_acts_that_come_later(states: sa.Engine) -> None:
    stream = [*act(2, "ARM", "accession", "1992", contests="3"), *act(3, "ARM", "accession", "1993")]
    recorded(states, [*opening(), *stream])
    contested = "SELECT a.date_edtf, b.date_edtf FROM act AS a JOIN act AS b ON b.id = a.contests_id"
    assert rows(states, contested) == [("1992", "1993")]
    assert recorded(states, [*opening(), *stream]).tables["act"].unchanged == 2


def test_a_stream_that_breaks_off_leaves_nothing(states: sa.Engine) -> None:
    def broken() -> Iterator[tuple[str, Line]]:
        yield from SOURCE
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        recorded(states, broken())
    assert rows(states, NUMBERS) == [(0, 0, 1)]
    assert recorded(states, SOURCE).number == 2


def test_a_dry_run_tells_the_effect_and_writes_nothing(states: sa.Engine) -> None:
    done = recorded(states, SOURCE, dry_run=True)
    assert (done.number, done.tables["act"].new, done.reach.after) == (None, 2, 2)
    assert rows(states, NUMBERS) == [(0, 0, 1)]


def test_the_source_can_ask_the_register_in_the_same_transaction(states: sa.Engine) -> None:
    def source(register: Any) -> Stream:  # noqa: ANN401
        codes = [row["state"] for row in register.rows("SELECT state FROM states ORDER BY state")]
        return [
            *opening(),
            *(one for line, code in enumerate(codes, 2) for one in act(line, code, "signature", "1992")),
        ]

    with Gathered() as refused:
        done = record(states, source, refused, author="archivist", message="import")
    assert done.tables["act"].new == 2


def test_rows_may_have_more_columns_later_on(states: sa.Engine) -> None:
    stream = [*act(2, "ARM", "signature", "1992"), *act(3, "UZB", "signature", "1992", rank="deprecated", note="late")]
    recorded(states, [*opening(), *stream, *act(4, "UZB", "accession", "1993")])
    assert rows(states, "SELECT rank, note FROM act ORDER BY id") == [
        ("normal", None),
        ("deprecated", "late"),
        ("normal", None),
    ]


def test_what_is_on_record_with_other_values_stays(states: sa.Engine) -> None:
    recorded(states, SOURCE)
    renamed = ("treaty", Line("source.csv", 1, {"code": "t", "title": "Another title"}))
    done = recorded(states, [*opening()[:2], renamed, *SOURCE[3:]])
    assert (done.number, done.tables["treaty"].different) == (None, 1)
    assert rows(states, "SELECT title FROM treaty") == [("A treaty",)]


def test_phases_are_told_with_the_rows_they_have_done(states: sa.Engine) -> None:
    told: list[tuple[str, int]] = []
    recorded(states, SOURCE, told=lambda phase, count: told.append((phase, count)))
    assert list(dict(told)) == ["reading", "matching", "writing", "deriving", "sealing"]
    assert sum(count for phase, count in told if phase == "writing") == 7
    assert ("deriving", 2) in told


def test_reasons_that_differ_in_values_only_are_of_one_kind(states: sa.Engine) -> None:
    strangers = [one for line in range(2, 52) for one in act(line, f"X{line}", "signature", "1992")]
    with Gathered() as refused:
        with pytest.raises(NotRecordedError):
            recorded(states, [*opening(), *strangers], refused)
        refused.finish()
        [kind] = refused.kinds.values()
    assert (kind.count, kind.first.line, refused.rows) == (50, 2, 50)
