"""The views as CSV and JSON Lines: whole, exact, the same bytes each time and on either engine."""

from __future__ import annotations

import csv
import json
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from secdb.database import engine, locate
from secdb.errors import NotFoundError, RefusedError, UsageError
from secdb.exchange.exporters.asking import _ORDERS, canonical, opened
from secdb.exchange.exporters.lines import CsvLines
from secdb.exchange.exporters.tables import Exported, Tables, export_tables
from secdb.models.views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from secdb.exchange.exporters.tables import Form

SEVEN = {"ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK", "UZB"}
OF_THE_REGISTER_ITSELF = {"revisions", "changes"}  # when, and what the moment of writing made
HOSTILE = ' "=1+1",\r\n\tline\rline\nline; \u202e \u2028 \x1b[31m \\N é 法 '


def printed(database: str | Path, form: Form, view: str, dataset: str | None = None) -> str:
    lines: list[str] = []
    export_tables(str(database), Tables(form, [view], dataset), lines.append)
    return "".join(lines)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_view_is_its_columns_and_its_rows(seeded_url: str) -> None:
    assert printed(seeded_url, "csv", "organizations") == (
        "organization,name,treaty,note\n"
        "csto,Collective Security Treaty Organization,csto-charter,Its members are the parties to its Charter\n"
    )
    assert printed(seeded_url, "jsonl", "treaty_relations") == (
        '{"treaty": "csto-charter", "kind": "requires", "related": "cst"}\n'
    )


def test_the_seven_members_of_2009_are_in_the_rows(seeded_url: str) -> None:
    rows = csv.DictReader(printed(seeded_url, "csv", "memberships", dataset="register").splitlines())
    day = "2009-09-26"
    members = [
        row["state"]
        for row in rows
        if (row["treaty"], row["status"]) == ("cst", "party")
        and row["start_latest"] <= day < (row["end_earliest"] or "9999")
    ]
    assert sorted(members) == sorted(SEVEN)


def test_every_view_is_a_file_with_all_its_columns(seeded_file: Path, tmp_path: Path) -> None:
    done = export_tables(str(seeded_file), Tables("csv"), tmp_path / "new" / "tables")
    files = contents(tmp_path / "new" / "tables")
    assert files.keys() == {f"{view}.csv" for view in VIEWS}
    for view, meaning in VIEWS.items():
        assert files[f"{view}.csv"].decode().partition("\n")[0].split(",") == list(meaning.columns)
    assert (done.rows["organizations"], done.rows["treaties"], done.rows["persons"], done.revision) == (1, 2, 13, 1)


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_both_engines_give_the_same_bytes_each_time(
    form: Form, seeded_file: Path, seeded_server: str, tmp_path: Path
) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="the extra `arrow` is not installed")
    views = [view for view in VIEWS if view not in OF_THE_REGISTER_ITSELF]
    if form != "csv":  # the rows are the same: a few show that the file is
        views = ["acts", "documents", "rosters", "states"]
    for name, database in (("file", str(seeded_file)), ("again", str(seeded_file)), ("server", seeded_server)):
        export_tables(database, Tables(form, views), tmp_path / name)
    assert contents(tmp_path / "file") == contents(tmp_path / "again") == contents(tmp_path / "server")


def test_no_two_different_rows_have_the_same_place(seeded_file: Path) -> None:
    assert _ORDERS.keys() == VIEWS.keys()
    with opened(str(seeded_file)) as asked:
        for view, order in _ORDERS.items():
            rows = [tuple(row.items()) for row in asked.dicts(view)]
            keys = {tuple(dict(row)[name] for name in order.split()) for row in rows}
            assert (view, len(keys)) == (view, len(set(rows)))


def test_texts_order_by_code_points_and_nothing_comes_first(seeded_url: str) -> None:
    states = [json.loads(line)["state"] for line in printed(seeded_url, "jsonl", "states").splitlines()]
    assert states == sorted(states)
    names = [
        (one["state"], one["language"], one["form"], one["name"])
        for one in map(json.loads, printed(seeded_url, "jsonl", "state_names").splitlines())
    ]
    assert names == sorted(names)
    offices = [json.loads(line) for line in printed(seeded_url, "jsonl", "tenures").splitlines()]
    armenian = [one["person"] for one in offices if one["state"] == "ARM"]
    assert armenian == ["kocharian-r", None, "abelian-m"]  # by office: head, minister, representative


TENURE = """
INSERT INTO tenure (dataset_id, person_id, state_id, office, acting, title, valid, start_earliest, start_latest, rank)
SELECT d.id, p.id, s.id, 'head_of_state', 0, {}, '2000-05-07/..', '2000-05-07', '2000-05-07', 'normal'
FROM dataset AS d, person AS p, state AS s WHERE d.code = 'register' AND p.code = 'putin-v' AND s.code = 'RUS'
"""


def test_what_is_not_there_comes_first_on_either_engine(own_url: str) -> None:
    bind = engine(locate(own_url).url)
    with bind.begin() as connection:
        for title in ("'President'", "NULL"):
            connection.exec_driver_sql(TENURE.format(title))
    bind.dispose()
    held = [json.loads(line) for line in printed(own_url, "jsonl", "heads_of_state").splitlines()]
    of_russia = [(one["title"], one["origin"]) for one in held if one["state"] == "RUS"]
    assert of_russia == [(None, "attested"), (None, "recorded"), ("President", "recorded")]


def test_what_a_row_was_is_the_same_text_on_either_engine(seeded_url: str) -> None:
    first = json.loads(printed(seeded_url, "jsonl", "changes").partition("\n")[0])
    row = json.loads(first["new"])
    assert first["new"] == json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert first["old"] is None


def test_json_of_either_engine_is_one_text() -> None:
    assert canonical('{"b": 1,"a":"é"}') == canonical({"a": "é", "b": 1}) == '{"a":"é","b":1}'
    assert canonical(None) is None


def set_note(path: Path, text: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE dataset SET note = ? WHERE code = 'register'", (text,))


def test_hostile_text_comes_back_as_it_is(seeded_file: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    own.write_bytes(seeded_file.read_bytes())
    set_note(own, HOSTILE)
    export_tables(str(own), Tables("csv", ["datasets"]), tmp_path / "of.csv")
    export_tables(str(own), Tables("jsonl", ["datasets"]), tmp_path / "of.jsonl")
    with (tmp_path / "of.csv").open(encoding="utf-8", newline="") as file:
        assert [row["note"] for row in csv.DictReader(file) if row["dataset"] == "register"] == [HOSTILE]
    lines = (tmp_path / "of.jsonl").read_bytes().split(b"\n")
    assert [len(lines), json.loads(lines[1])["note"]] == [3, HOSTILE]


def test_csv_counts_what_it_cannot_tell_and_what_it_changed() -> None:
    lines = CsvLines(lambda text: f"'{text}" if text.startswith("=") else text)
    made = list(lines.of(["a", "b"], [["", None], ["=1", "-x"], [0, "x=1"], ["", "\r"]]))
    assert made == ["a,b\n", ",\n", "'=1,-x\n", "0,x=1\n", ',"\r"\n']
    assert (lines.empty, lines.defused) == (2, 1)


def test_rows_of_one_dataset_alone(seeded_url: str) -> None:
    rows = list(csv.DictReader(printed(seeded_url, "csv", "memberships", dataset="documents").splitlines()))
    assert {row["dataset"] for row in rows} == {"documents"}
    assert {row["state"] for row in rows} == SEVEN
    with pytest.raises(NotFoundError, match="there is no dataset 'nobody'; there are documents, register"):
        printed(seeded_url, "csv", "states", dataset="nobody")


@pytest.mark.server_later
def test_what_was_recorded_before_anything_is_nothing(seeded_url: str, tmp_path: Path) -> None:
    done = export_tables(seeded_url, Tables("csv", ["states", "acts"]), tmp_path / "then", as_recorded=0)
    assert done == Exported({"states": 0, "acts": 0}, None, done.losses)


def nothing(_view: str, _count: int) -> None:
    pass


def export(
    database: Path,
    target: Path,
    views: Sequence[str] = (),
    *,
    force: bool = False,
    told: Callable[[str, int], None] = nothing,
) -> Exported:
    return export_tables(str(database), Tables("csv", views), target, force=force, told=told)


def test_what_is_there_is_not_written_over(seeded_file: Path, tmp_path: Path) -> None:
    (tmp_path / "acts.csv").write_text("mine")
    for target, views in ((tmp_path, ()), (tmp_path / "acts.csv", ["states"])):
        with pytest.raises(RefusedError, match=r"acts\.csv already; replace it with --force"):
            export(seeded_file, target, views)
    assert contents(tmp_path) == {"acts.csv": b"mine"}


def test_force_replaces_the_files_of_the_views_and_no_others(seeded_file: Path, tmp_path: Path) -> None:
    (tmp_path / "treaty_relations.csv").write_text("old")
    (tmp_path / "notes.csv").write_text("mine")
    export(seeded_file, tmp_path, ["treaty_relations"], force=True)
    relations = b"treaty,kind,related\ncsto-charter,requires,cst\n"
    assert contents(tmp_path) == {"notes.csv": b"mine", "treaty_relations.csv": relations}


@pytest.mark.parametrize("name", ["tables", "tables/new", "tables/all.csv"])
def test_who_stops_it_finds_nothing_changed(name: str, seeded_file: Path, tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "citations.csv").write_text("old")

    def stop(_view: str, _count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(seeded_file, tmp_path / name, ["citations"], force=True, told=stop)
    assert contents(tmp_path / "tables") == {"citations.csv": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


def test_a_place_that_cannot_be_written_is_told(seeded_file: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(RefusedError, match="is a file; name a folder"):
        export(seeded_file, tmp_path / "file")
    with pytest.raises(RefusedError, match="cannot write"):
        export(seeded_file, tmp_path / "file" / "folder")
    (tmp_path / "acts.csv").mkdir()
    with pytest.raises(RefusedError, match="is a folder"):
        export(seeded_file, tmp_path / "acts.csv", ["acts"], force=True)


def test_a_file_takes_one_view_and_views_have_their_names(seeded_file: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="a file takes one view"):
        export(seeded_file, tmp_path / "all.csv")
    with pytest.raises(NotFoundError, match="no view 'membership'; nearest: memberships"):
        export(seeded_file, tmp_path / "all.csv", ["membership"])


EXPORT = """
import sys
from pathlib import Path
from secdb.exchange.exporters.tables import Tables, export_tables
tables = Tables(sys.argv[2], ["persons", "changes"])
export_tables(sys.argv[1], tables, Path(sys.argv[3]))
print(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])  # KB; ru_maxrss begins with the parent's
"""
PERSONS = """
INSERT INTO person (code, name) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
SELECT 'person-' || i, 'A name of some length ' || i FROM n
"""


def with_persons(file: Path, path: Path, count: int) -> Path:
    path.write_bytes(file.read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(PERSONS, (count,))
    return path


@pytest.mark.slow
def test_memory_does_not_grow_with_the_register(seeded_file: Path, tmp_path: Path) -> None:
    peaks: dict[str, list[int]] = {"csv": [], "jsonl": [], "parquet": []}
    for count in (60_000, 240_000):
        register = with_persons(seeded_file, tmp_path / f"{count}.db", count)
        for form, found in peaks.items():
            program = [sys.executable, "-c", EXPORT, str(register), form, str(tmp_path / f"{form}-{count}")]
            found.append(int(subprocess.run(program, check=True, capture_output=True, text=True).stdout))
    grown = {form: large - small for form, (small, large) in peaks.items()}
    assert all(kibibytes < 16_000 for kibibytes in grown.values()), peaks  # the rows alone are 60 MB more


@pytest.mark.slow
def test_who_kills_it_finds_no_file_that_is_not_whole(seeded_file: Path, tmp_path: Path) -> None:
    register = with_persons(seeded_file, tmp_path / "register.db", 100_000)
    target = tmp_path / "tables"
    target.mkdir()
    program = [sys.executable, "-c", EXPORT, str(register), "jsonl", str(target)]
    with subprocess.Popen(program) as process:
        while not any(path.stat().st_size for path in target.glob(".secdb-*/made/*")):
            assert process.poll() is None
        process.send_signal(signal.SIGKILL)
    assert [path.name for path in target.iterdir() if not path.name.startswith(".")] == []
