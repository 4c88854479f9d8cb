"""Where commands write: never over the register in use, nor over what they read; one line says what is refused."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.inside import run

if TYPE_CHECKING:
    from collections.abc import Callable

COW = "ccode,year,state,csto\n371,2002,armenia,1\n371,2003,armenia,1\n999,2002,atlantis,1\n"
ACTS = "treaty,state,kind,date\ncst,ARM,declaration,2023-02-28\ncst,Atlantis,declaration,2023-02-28\n"
IMPORT = {"cow-igo": COW, "csv": ACTS}
ADDED = {"cow-igo": (), "csv": ("--as", "act")}
IN_USE = "Error: {} is the register in use; name another file\n"


@pytest.fixture
def register(seeded_file: Path, tmp_path: Path) -> Path:
    """Return a register with the seeds that a test may spoil, under a name that an export of tables has."""
    return Path(shutil.copy(seeded_file, tmp_path / "states.csv"))


def links(path: Path) -> dict[str, Path]:
    """Return the ways to name a file."""
    soft, hard = path.with_name("soft.csv"), path.with_name("hard.csv")
    soft.symlink_to(path)
    os.link(path, hard)
    return {"itself": path, "soft": soft, "hard": hard, "roundabout": path.parent / ".." / path.parent.name / path.name}


def imported(register: Path, form: str, rejects: Path, *options: str) -> tuple[int, str]:
    """Import a small table of which one row fails; return the exit code and stderr."""
    table = register.with_name("table.csv")
    table.write_text(IMPORT[form], encoding="utf-8")
    given = ("import", form, str(table), *ADDED[form], "--rejects", str(rejects), "--author", "tests", *options)
    done = run("--database", str(register), *given)
    return done.returncode, done.stderr


def revision(register: Path) -> str:
    return run("--database", str(register), "sql", "-f", "csv", "SELECT MAX(revision) AS n FROM revisions").stdout


WRITING: dict[str, Callable[[str], tuple[str, ...]]] = {
    "report": lambda path: ("members", "cst", "-o", path),
    "network": lambda path: ("network", "--on", "2009-09-26", "-o", path),
    "panel": lambda path: ("panel", "cst", "--from", "2000", "--to", "2001", "-f", "csv", "-o", path),
    "csv": lambda path: ("export", "csv", path, "--view", "states", "--force"),
    "popolo": lambda path: ("export", "popolo", path, "--force"),
}


@pytest.mark.parametrize("name", ["itself", "soft", "hard", "roundabout"])
@pytest.mark.parametrize("kind", WRITING)
def test_no_command_writes_over_the_register_in_use(register: Path, kind: str, name: str) -> None:
    path, before = links(register)[name], register.read_bytes()
    done = run("--database", str(register), *WRITING[kind](str(path)))
    assert (done.returncode, done.stdout, done.stderr) == (1, "", IN_USE.format(path))
    assert (register.read_bytes() == before, path.exists()) == (True, True)


@pytest.mark.parametrize("kind", ["report", "popolo"])
@pytest.mark.parametrize("ending", ["-journal", "-wal"])
def test_nor_over_its_journal_be_it_there_or_not(register: Path, kind: str, ending: str) -> None:
    path = register.with_name(register.name + ending)
    done = run("--database", str(register), *WRITING[kind](str(path)))
    assert (done.returncode, done.stderr, path.exists()) == (1, IN_USE.format(path), False)


def test_a_chart_is_not_drawn_over_it(seeded_file: Path, tmp_path: Path) -> None:
    register = Path(shutil.copy(seeded_file, tmp_path / "r.svg"))
    done = run("--database", str(register), "timeline", "cst", "--chart", str(register))
    assert (done.returncode, done.stderr) == (1, IN_USE.format(register))
    assert revision(register) == "n\n1\n"


def test_a_folder_of_tables_does_not_take_it_in(register: Path) -> None:
    done = run("--database", str(register), "export", "csv", str(register.parent), "--force")
    assert (done.returncode, done.stderr) == (1, IN_USE.format(register))


def test_a_package_does_not_take_the_place_of_the_folder_it_lies_in(register: Path, tmp_path: Path) -> None:
    run("--database", str(register), "export", "package", str(tmp_path / "package"))
    inside = register.rename(tmp_path / "package" / "r.db")
    done = run("--database", str(inside), "export", "package", str(tmp_path / "package"), "--force")
    said = f"Error: the register in use lies in {tmp_path / 'package'}; name another folder\n"
    assert (done.returncode, done.stderr, revision(inside)) == (1, said, "n\n1\n")


@pytest.mark.parametrize("form", IMPORT)
def test_rejects_go_neither_over_the_register_nor_over_their_source(register: Path, form: str) -> None:
    assert imported(register, form, register) == (1, IN_USE.format(register))
    table = register.with_name("table.csv")
    same = register.with_name("same.csv")
    same.symlink_to(table)
    for path in (table, same):
        code, said = imported(register, form, path)
        assert (code, said) == (1, f"Error: {path} is the file that is read; name another one\n")
    assert (table.read_text(encoding="utf-8"), revision(register)) == (IMPORT[form], "n\n1\n")


def test_rejects_of_a_folder_go_outside_it(register: Path, tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "1-1.csv").write_text("Participant,Signature\nArmenia,1 Jan 1999\n", encoding="utf-8")
    path = tmp_path / "tables" / "rejects.csv"
    done = run("--database", str(register), "import", "mtdsg", str(tmp_path / "tables"), "--rejects", str(path))
    said = f"Error: {path} lies in the folder that is read; name a file outside it\n"
    assert (done.returncode, done.stderr, path.exists()) == (1, said, False)


@pytest.mark.parametrize("form", IMPORT)
def test_rejects_take_the_place_of_earlier_ones_only(register: Path, form: str) -> None:
    path = register.with_name("rejects.csv")
    path.write_text("file,line\nmine,1\n", encoding="utf-8")
    said = f"Error: {path} is there already and holds no rows that were rejected; name another file\n"
    assert imported(register, form, path) == (1, said)
    assert (path.read_text(encoding="utf-8"), revision(register)) == ("file,line\nmine,1\n", "n\n1\n")
    path.unlink()
    codes = []
    for _ in range(2):
        codes.append(imported(register, form, path)[0])
        first = path.read_text(encoding="utf-8")
    assert (codes, revision(register)) == ([0, 0], "n\n2\n")
    assert first.startswith("file,line,reason,")
    assert "tlantis" in first
    assert len(first.splitlines()) == 2
    assert not [one for one in register.parent.iterdir() if one.name.startswith(".")]


@pytest.mark.parametrize("options", [(), ("--dry-run",)])
@pytest.mark.parametrize("form", IMPORT)
def test_nothing_is_recorded_where_rejects_cannot_be_written(
    register: Path, form: str, options: tuple[str, ...]
) -> None:
    path = register.parent / "none" / "rejects.csv"
    said = f"Error: {path}: cannot be written: No such file or directory\n"
    assert imported(register, form, path, *options) == (1, said)
    assert revision(register) == "n\n1\n"


@pytest.mark.parametrize("form", IMPORT)
def test_nothing_is_recorded_where_rejects_have_no_room(
    register: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, os.strerror(28))

    path = register.with_name("rejects.csv")
    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        found = imported(register, form, path)
    assert found == (1, f"Error: {path}: cannot be written: No space left on device\n")
    assert (revision(register), path.exists()) == ("n\n1\n", False)


@pytest.mark.parametrize("kind", ["csv", "popolo", "package", "report", "chart"])
def test_a_place_that_cannot_be_written_is_named_as_it_was_given(
    register: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(register.parent)
    (register.parent / "file").write_text("", encoding="utf-8")
    commands = {
        **{name: WRITING[name]("file/x.csv") for name in ("csv", "popolo", "report")},
        "package": ("export", "package", "file/x.csv"),
        "chart": ("timeline", "cst", "--chart", "file/x.svg"),
    }
    done = run("--database", str(register), *commands[kind], folder=register.parent)
    place = "file/x.svg" if kind == "chart" else "file/x.csv"
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith(f"Error: cannot write {place}: ") or done.stderr.startswith("Error: file is a file;")
    assert ".secdb-" not in done.stderr


def test_a_device_is_not_replaced(register: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    done = run("--database", str(register), "members", "cst", "-o", str(pipe))
    said = f"Error: {pipe} is no file that can be replaced; name another one\n"
    assert (done.returncode, done.stderr, pipe.is_fifo()) == (1, said, True)
