"""Bad input gets one clear line and the documented exit code, and nothing is written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def secdb(*arguments: str, folder: Path = ROOT) -> tuple[int, str]:
    """Return the exit code and stderr; nothing may come on stdout."""
    done = subprocess.run(
        [sys.executable, "-m", "secdb", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
    )
    assert done.stdout == ""
    return done.returncode, done.stderr.strip()


def one_line(text: str) -> bool:
    return "\n" not in text and "Traceback" not in text


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("members", "csr", "--on", "2009-09-26"), 1, "cst"),
        (("changes", "cst", "2009", "2002"), 2, "2009-12-31 is after 2002-12-31"),
        (("members", "cst", "--on", "2023-02-30"), 2, "2023-02-30"),
        (("members", "cst", "--on", "2009-13"), 2, "2009-13"),
        (("members", "cst", "--on", "1" * 65), 2, "64"),
        (("members", "cst", "--dataset", "cow"), 1, "documents, register"),
        (("timeline", "cst", "--from", "2010", "--to", "2001"), 2, "is after"),
        (("history", "Atlantis"), 1, "Atlantis"),
        (("who", "Congoo", "--on", "2002"), 1, "COG"),
    ],
)
def test_what_cannot_be_understood_or_found(
    seeded_file: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    before = seeded_file.read_bytes()
    found, text = secdb("--database", str(seeded_file), *arguments)
    assert (found, words in text, one_line(text)) == (code, True, True), text
    assert seeded_file.read_bytes() == before


def test_a_missing_register_names_init_and_is_not_made(tmp_path: Path) -> None:
    code, text = secdb("--database", str(tmp_path / "none.db"), "members", "cst")
    assert (code, "secdb init" in text, one_line(text)) == (3, True, True)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("We have the honour to transmit herewith\n" * 100)
    code, text = secdb("--database", str(path), "members", "cst")
    assert (code, one_line(text)) == (3, True)
    assert path.read_text().startswith("We have the honour")


def test_an_older_and_a_newer_schema_name_what_to_do(seeded_file: Path, tmp_path: Path) -> None:
    for revision, words in (("0004", "secdb db upgrade"), ("9999", "newer")):
        path = Path(shutil.copy(seeded_file, tmp_path / f"{revision}.db"))
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        connection.close()
        code, text = secdb("--database", str(path), "members", "cst")
        assert (code, words in text, one_line(text)) == (3, True, True), text


def test_a_damaged_register(seeded_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "damaged.db"
    data = bytearray(seeded_file.read_bytes())
    data[4096 : len(data) // 2] = os.urandom(len(data) // 2 - 4096)
    path.write_bytes(data)
    code, text = secdb("--database", str(path), "members", "cst", "--on", "2009-09-26")
    assert (code, one_line(text)) == (3, True), text


def test_a_register_is_not_made_over_another(seeded_file: Path) -> None:
    before = seeded_file.read_bytes()
    code, text = secdb("--database", str(seeded_file), "init")
    assert (code, "is there already" in text, one_line(text)) == (1, True, True), text
    assert seeded_file.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_under_the_output(seeded_file: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "secdb", "--database", str(seeded_file), "members", "cst"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=ROOT,
        )
    assert (done.returncode, one_line(done.stderr.strip())) == (3, True), done.stderr


LIMITED = """
import resource, runpy, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
sys.argv = ["secdb", *sys.argv[1:]]
runpy.run_module("secdb", run_name="__main__")
"""


def test_a_disk_that_fills_while_a_register_is_made_leaves_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, "--database", str(tmp_path / "register.db"), "init"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (done.returncode, one_line(done.stderr.strip())) == (3, True), done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_does_not_answer(tmp_path: Path) -> None:
    url = f"postgresql://reader:secret@/treaties?host={tmp_path}"
    code, text = secdb("--database", url, "members", "cst")
    assert (code, one_line(text), "secret" in text) == (3, True, False), text


def test_a_stored_escape_sequence_comes_out_harmless(seeded_file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(seeded_file, tmp_path / "escape.db"))
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE state_name SET name = char(27) || '[31mArmenia' || char(8238) "
            "WHERE name = 'Armenia' AND language = 'en'"
        )
    connection.close()
    done = subprocess.run(
        [sys.executable, "-m", "secdb", "--database", str(path), "members", "cst", "--on", "2009-09-26"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert "\\x1b[31mArmenia\\u202e" in done.stdout
    assert "\x1b" not in done.stdout
