"""Where a package goes: all of it or nothing, one state of the register, nobody's files lost."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import secdb
from secdb.errors import DatabaseError, RefusedError
from secdb.exchange.packages.asking import Source
from secdb.exchange.packages.files import CsvFile, received_path, text_path
from tests.exchange.packages.registers import contents, record

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.postgres import NewDatabase

SEEDS = Path(__file__).parents[3] / "seeds"


class StopError(Exception):
    """What breaks an export off."""


def stop(*_: object) -> None:
    raise StopError


def names_of(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_name_says_the_code_where_it_can_and_tells_any_two_codes_apart() -> None:
    assert text_path("cst-2002") == "documents/cst-2002.txt"
    assert received_path("cst-2002", "application/pdf") == "documents/cst-2002.pdf"
    assert received_path("cst-2002", "image/odd") == "documents/cst-2002.bin"
    # the digits are the first of `printf A/57/88 | sha256sum`
    assert text_path("A/57/88") == "documents/a-57-88~8c4be2eb72390a1e.txt"


@pytest.mark.parametrize(
    "code", ["..", ".", "/etc/passwd", "a\\b", "c:x", "con", "nul.x", "-", "é", "x" * 500, "A", "a~b"]
)
def test_a_name_is_a_plain_one_whatever_the_code(code: str) -> None:
    name = text_path(code).removeprefix("documents/")
    assert name.isascii()
    assert name == name.lower()
    assert not set(name) & set('/\\:*?"<>| ')
    assert name[0] not in ".-"
    assert name.partition(".")[0] not in {"con", "nul"}
    assert len(name) <= 100
    assert name != f"{code}.txt"


def test_cells_are_quoted_where_a_reader_would_part_them(tmp_path: Path) -> None:
    with CsvFile(tmp_path / "x.csv", ["a", "b"]) as file:
        file.add(["x;y", None])
        file.add([1, 'say "a"'])
        file.add(["\r", "\n"])
        file.add(["a,b", " \t"])
    data = (tmp_path / "x.csv").read_bytes()
    assert data == b'a,b\nx;y,\n1,"say ""a"""\n"\r","\n"\n"a,b", \t\n'
    assert file.sum.bytes == len(data)


def test_an_export_broken_off_leaves_nothing(seeded_file: Path, tmp_path: Path) -> None:
    with pytest.raises(StopError):
        secdb.export_package(str(seeded_file), tmp_path / "package", told=stop)
    assert names_of(tmp_path) == []


def test_a_killed_export_leaves_what_was_there(seeded_file: Path, tmp_path: Path) -> None:
    secdb.export_package(str(seeded_file), tmp_path / "package")
    before = contents(tmp_path / "package")
    code = (
        "import os, secdb, sys; from pathlib import Path\n"
        "secdb.export_package(sys.argv[1], Path(sys.argv[2]), force=True, told=lambda done, _: os.kill(os.getpid(), 9))"
    )
    done = subprocess.run([sys.executable, "-c", code, seeded_file, tmp_path / "package"], check=False)
    assert done.returncode == -signal.SIGKILL
    assert contents(tmp_path / "package") == before


def test_an_import_broken_off_leaves_the_register_as_it_was(
    empty: str, package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # broken off in the last step, when every row is written
    monkeypatch.setattr("secdb.register.whole._described", stop)
    with pytest.raises(StopError):
        secdb.import_package(empty, package, author="tests")
    done = secdb.export_package(empty, tmp_path / "after")
    assert (done.rows, done.revision) == (1, 1)


def test_a_register_that_is_not_there_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError):
        secdb.export_package(str(tmp_path / "nowhere.db"), tmp_path / "package")
    assert names_of(tmp_path) == []


def test_a_new_folder_is_made_with_those_above_it_and_an_empty_one_is_taken(empty: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    secdb.export_package(empty, tmp_path / "empty")
    secdb.export_package(empty, tmp_path / "a" / "b")
    assert contents(tmp_path / "empty") == contents(tmp_path / "a" / "b")
    assert names_of(tmp_path) == ["a", "empty", "empty.db"]


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_with_other_files_is_refused(empty: str, tmp_path: Path, *, force: bool) -> None:
    others = tmp_path / "others"
    others.mkdir()
    (others / "datapackage.json").write_text('{"name": "of another program", "resources": []}', "utf-8")
    with pytest.raises(RefusedError, match="holds other files than a package of secdb"):
        secdb.export_package(empty, others, force=force)
    with pytest.raises(RefusedError, match="is a file"):
        secdb.export_package(empty, Path(empty), force=force)
    assert names_of(others) == ["datapackage.json"]


def test_a_package_is_replaced_by_force_alone_and_keeps_what_is_not_of_the_register(empty: str, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    record(empty, {"document": [{"code": "gone", "kind": "other", "title": "Gone", "text": "words"}]})
    secdb.export_package(empty, folder)
    with pytest.raises(RefusedError, match="--force"):
        secdb.export_package(empty, folder)
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))
    said = {"name": "ours", "title": "Ours", "licenses": [{"name": "MIT"}]}
    (folder / "datapackage.json").write_text(json.dumps(described | said))
    (folder / "notes").mkdir()
    (folder / "notes" / "a.md").write_text("kept", "utf-8")
    (folder / "README.md").symlink_to("notes/a.md")
    record(empty, {"document": [{"code": "new", "kind": "other", "title": "New", "text": "words!"}]})
    secdb.export_package(empty, folder, force=True)
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert (described["title"], described["licenses"]) == ("Ours", [{"name": "MIT"}])
    assert (folder / "README.md").is_symlink()
    assert names_of(folder / "documents") == ["gone.txt", "new.txt"]
    assert contents(folder)["notes/a.md"] == b"kept"
    assert names_of(tmp_path) == ["empty.db", "package"]


def test_a_package_written_over_another_has_the_bytes_of_a_new_one(empty: str, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    secdb.export_package(empty, folder)
    (folder / "extra.txt").write_text("kept", "utf-8")
    record(empty, {"dataset": [{"code": "other", "title": "Other", "url": "https://example.org/other"}]})
    secdb.export_package(empty, folder, force=True)
    secdb.export_package(empty, tmp_path / "new")
    over = contents(folder)
    assert over.pop("extra.txt") == b"kept"
    assert over == contents(tmp_path / "new")
    assert json.loads(over["datapackage.json"])["sources"] == [{"title": "Other", "path": "https://example.org/other"}]


def test_the_licence_of_a_package_stays_and_the_rest_is_written_anew(empty: str, tmp_path: Path) -> None:
    secdb.export_package(empty, tmp_path / "package")
    path = tmp_path / "package" / "datapackage.json"
    before = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(before | {"title": "Old", "licenses": [{"name": "MIT"}]}))
    secdb.export_package(empty, tmp_path / "package", force=True)
    assert json.loads(path.read_text("utf-8")) == before | {"licenses": [{"name": "MIT"}]}


def before_citations(monkeypatch: pytest.MonkeyPatch, write: Callable[[], object]) -> None:
    """Let something be written during the next export, when all tables but the last are done."""

    def csv_path(table: str) -> str:
        if table == "citation":
            write()
        return f"{table}.csv"

    monkeypatch.setattr("secdb.exchange.packages.writing.csv_path", csv_path)


def test_what_is_written_meanwhile_is_not_in_it(
    seeded_server: str, new_postgres_database: NewDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = new_postgres_database(template=seeded_server)
    late = {"citation": [{"id": "1", "treaty": "cst", "document": "untc", "locator": "late"}]}
    before_citations(monkeypatch, lambda: record(url, late))
    secdb.export_package(url, tmp_path / "then")
    assert contents(tmp_path / "then")["citation.csv"] == (SEEDS / "citation.csv").read_bytes()
    monkeypatch.undo()
    secdb.export_package(url, tmp_path / "now")
    assert contents(tmp_path / "now")["citation.csv"].endswith(b",untc,late,,,,\n")


def test_a_writer_waits_until_the_export_has_ended(
    seeded_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "register.db"
    path.write_bytes(seeded_file.read_bytes())
    refused: list[str] = []

    def write() -> None:
        with closing(sqlite3.connect(path, timeout=0)) as connection:
            try:
                connection.execute("DELETE FROM citation WHERE id = 1")
                connection.commit()
            except sqlite3.OperationalError as error:
                refused.append(str(error))

    before_citations(monkeypatch, write)
    secdb.export_package(str(path), tmp_path / "package")
    assert refused == ["database is locked"]
    assert contents(tmp_path / "package")["citation.csv"] == (SEEDS / "citation.csv").read_bytes()


def test_codes_are_ordered_by_their_code_points_whatever_the_server_thinks_of_letters() -> None:
    # the servers of these tests think nothing of them, others put a before B
    source = Source("postgresql", lambda sql, _: iter([{"sql": sql}]))
    [row] = source.rows("person", {})
    assert row["sql"].endswith(' ORDER BY t.code COLLATE "C"')
