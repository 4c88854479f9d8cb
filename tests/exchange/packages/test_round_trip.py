"""Export, import into an empty register, export again: the same bytes, on whichever engine."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

import secdb
from secdb import database
from secdb.exchange.package import read_package
from secdb.models.records import recorded_tables
from secdb.register import ProblemsError
from tests.exchange.packages.registers import (
    ACT_CSV,
    BYTES,
    LONG,
    NASTY,
    TARGETS,
    TEXT,
    contents,
    moved,
    nasty,
    record,
)

pytestmark = pytest.mark.server_later

SEEDS = Path(__file__).parents[3] / "seeds"


def test_the_seeds_are_what_is_exported_of_a_new_register(seeded_url: str, tmp_path: Path) -> None:
    done = secdb.export_package(seeded_url, tmp_path / "package")
    written, seeds = contents(tmp_path / "package"), contents(SEEDS)
    described, of_seeds = json.loads(written.pop("datapackage.json")), json.loads(seeds.pop("datapackage.json"))
    del seeds["README.md"]
    assert written == seeds
    own = {"name", "title", "description", "licenses", "sources"}
    assert {name: described[name] for name in described.keys() - own} == {
        name: of_seeds[name] for name in of_seeds.keys() - own
    }
    assert (done.rows, done.lost, done.revision) == (sum(1 for _, rows in read_package(SEEDS) for _ in rows), 0, 1)


def test_every_table_of_the_nasty_register_holds_something() -> None:
    assert nasty().keys() == set(recorded_tables())
    assert all(nasty().values())
    cited = {name for row in nasty()["citation"] for name in row}
    assert {*TARGETS, "signatory"} <= cited


def test_a_register_with_everything_in_it_comes_back_to_the_byte(package: Path, empty: str, tmp_path: Path) -> None:
    first = contents(package)
    assert moved(package, empty, tmp_path / "second") == first
    assert first["act.csv"].decode() == ACT_CSV
    again = secdb.import_package(empty, package, author="tests")
    assert (again.number, again.result.inserted, again.result.kept) == (None, 0, [])


@pytest.mark.server_later
def test_nothing_of_it_is_lost_on_either_engine(register_url: str, package: Path, tmp_path: Path) -> None:
    done = secdb.export_package(record(register_url, nasty()), tmp_path / "again")
    assert (done.lost, done.files) == (0, 21)
    assert contents(tmp_path / "again") == contents(package)


@pytest.mark.server_later
def test_both_engines_take_it_in_and_give_the_same(register_url: str, package: Path, tmp_path: Path) -> None:
    assert moved(package, register_url, tmp_path / "again") == contents(package)


def test_texts_and_received_files_lie_beside_the_tables_byte_for_byte(package: Path) -> None:
    rows = {row.values["code"]: row.values for row in dict(read_package(package))["document"]}
    assert rows["cst"]["text"] == TEXT + "cst"
    files = contents(package)
    assert (files["documents/cst.txt"], files["documents/cst.pdf"]) == ((TEXT + "cst").encode(), BYTES)
    assert files["documents/empty.bin"] == b""
    assert (rows["bare"]["text"], rows["bare"]["received"], rows["empty"]["received"]) == (None, None, "")


def test_cells_come_back_as_they_are(package: Path, empty: str) -> None:
    secdb.import_package(empty, package, author="tests")
    with closing(sqlite3.connect(empty)) as connection:
        names = [
            name for (name,) in connection.execute("SELECT name FROM state_name WHERE form = 'variant' ORDER BY id")
        ]
        [received] = connection.execute("SELECT received FROM document WHERE code = 'cst'").fetchone()
    assert (names, received) == (list(NASTY.values()), BYTES)
    assert LONG in names


@pytest.mark.server_later
def test_the_order_in_which_coded_records_came_does_not_show(register_url: str, empty: str, tmp_path: Path) -> None:
    one = {"dataset": [{"code": code, "title": "T"} for code in ("register", "ab", "z", "é", "a-c")]}
    other = {"dataset": [one["dataset"][0], *reversed(one["dataset"][1:])]}
    secdb.export_package(record(register_url, one), tmp_path / "one")
    secdb.import_package(empty, tmp_path / "one", author="tests")
    secdb.export_package(record(empty, other), tmp_path / "other")
    assert contents(tmp_path / "one") == contents(tmp_path / "other")
    codes = [line.partition(b",")[0].decode() for line in contents(tmp_path / "one")["dataset.csv"].splitlines()]
    assert codes == ["code", "register", "a-c", "ab", "z", "é"]


@pytest.mark.server_later
def test_numbers_have_no_gaps_and_what_refers_to_them_follows(own_url: str, tmp_path: Path) -> None:
    location = database.locate(own_url)
    with database.engine(location.url).begin() as connection:
        connection.execute(text("DELETE FROM citation WHERE state_succession_id <= 2"))
        connection.execute(text("DELETE FROM state_succession WHERE id <= 2"))
    secdb.export_package(own_url, tmp_path / "package")
    before, after = (
        {name: [row.values for row in dict(read_package(folder))[name]] for name in ("state_succession", "citation")}
        for folder in (SEEDS, tmp_path / "package")
    )
    assert [row["id"] for row in after["state_succession"]][:2] == ["1", "2"]
    assert after["state_succession"][0] | {"id": "3"} == before["state_succession"][2]
    cited = [row["state_succession"] for row in before["citation"] if row["state_succession"] not in {None, "1", "2"}]
    assert [row["state_succession"] for row in after["citation"] if row["state_succession"]] == [
        str(int(number or "") - 2) for number in cited
    ]


@pytest.mark.server_later
def test_what_was_recorded_at_a_revision_is_exported_as_it_was(own_url: str, tmp_path: Path) -> None:
    record(own_url, {"person": [{"code": "late-one", "name": "Late"}]})
    secdb.export_package(own_url, tmp_path / "then", as_recorded=1)
    secdb.export_package(own_url, tmp_path / "now")
    assert b"late-one" in contents(tmp_path / "now")["person.csv"]
    assert contents(tmp_path / "then")["person.csv"] == (SEEDS / "person.csv").read_bytes()


def test_a_register_in_use_keeps_what_it_says_of_its_dataset(empty: str, package: Path) -> None:
    record(empty, {"person": [{"code": "mine", "name": "Mine"}]})
    [kept] = secdb.import_package(empty, package, author="tests").result.kept
    assert (kept.file, kept.line, kept.column) == ("dataset.csv", 2, "title")
    assert (kept.on_record, kept.in_package) == ("Register", "register")


def test_an_empty_register_takes_over_what_the_package_says(empty: str, package: Path) -> None:
    for path in package.glob("*.csv"):
        if path.name != "dataset.csv":
            path.write_bytes(path.read_bytes().partition(b"\n")[0] + b"\n")
    done = secdb.import_package(empty, package, author="tests", changed=True, dry_run=True)
    assert (done.number, done.result.inserted, done.result.kept) == (None, 2, [])
    done = secdb.import_package(empty, package, author="tests", changed=True)
    assert (done.number, done.result.kept) == (2, [])
    with closing(sqlite3.connect(empty)) as connection:
        assert connection.execute("SELECT title FROM dataset WHERE id = 1").fetchall() == [("register",)]


def test_a_package_with_problems_is_refused_whole(empty: str, package: Path) -> None:
    for name in ("act.csv", "citation.csv"):
        (package / name).write_bytes((package / name).read_bytes().replace(b"cst", b"tsc").replace(b"accession", b"a"))
    with pytest.raises(ProblemsError) as caught:
        secdb.import_package(empty, package, author="tests", changed=True)
    found = [(problem.file, problem.line) for problem in caught.value.problems]
    assert found[:4] == [("act.csv", 2), ("act.csv", 3), ("act.csv", 5), ("citation.csv", 2)]
    with secdb.open(empty) as register:
        assert register.rows("SELECT max(revision) AS last FROM revisions") == [{"last": 1}]
