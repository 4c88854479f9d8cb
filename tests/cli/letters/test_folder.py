"""A folder of drafts: whose a draft is, odd names, and programs that write into it at the same time."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from cli.letters import saving
from cli.letters.folder import Folder
from cli.letters.taking import Taken
from secdb.intake.readers import Received
from tests.cli.fakes import ENVIRONMENT, ROOT
from tests.cli.letters.fakes import LETTER
from tests.inside import run
from tests.terminal import Terminal

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


def taken(letter: Path) -> Taken:
    """Return a letter as the desk gives it, with next to nothing in its draft."""
    content = letter.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    received = Received(letter.name, "text/plain", content, digest, content.decode())
    return Taken(letter, received, {"file": letter.name, "sha256": digest, "statements": []})


def intake(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Take letters in by the list of States that comes along."""
    return run("--database", "/no/register.db", "intake", *map(str, arguments))


def spoil(draft: Path, **changes: str) -> str:
    """Make a draft that is no TOML; return what it says."""
    text = draft.read_text(encoding="utf-8") + "\n[[statements\n"
    for old, new in changes.items():
        text = text.replace(f"{old} = ", new)
    draft.write_text(text, encoding="utf-8")
    return text


def test_a_draft_that_somebody_is_at_work_on_has_no_copy(letter: Path, drafts: Path) -> None:
    assert intake(letter, "-o", drafts).returncode == 0
    spoilt = spoil(drafts / "a.toml")
    done = intake(letter, "-o", drafts)
    assert (done.returncode, done.stdout) == (0, "")
    assert "0 drafts written" in done.stderr
    assert "1 there before" in done.stderr
    assert "has changed" not in done.stderr
    assert [path.name for path in drafts.iterdir()] == ["a.toml"]
    assert (drafts / "a.toml").read_text(encoding="utf-8") == spoilt


def test_a_change_of_the_letter_is_told_of_a_draft_that_is_no_toml(letter: Path, drafts: Path) -> None:
    intake(letter, "-o", drafts)
    spoil(drafts / "a.toml")
    letter.write_text(f"{LETTER}\nMore.\n", encoding="utf-8")
    assert "a.txt has changed since" in intake(letter, "-o", drafts).stderr


def test_a_draft_of_nobody_knows_whose_letter_is_told_of_and_has_no_copy(letter: Path, drafts: Path) -> None:
    other = letter.with_name("b.txt")
    other.write_text(LETTER, encoding="utf-8")
    intake(letter, "-o", drafts)
    spoil(drafts / "a.toml", source="sourc e = ")
    done = intake(letter, other, "-o", drafts)
    assert done.returncode == 1
    assert "a.toml is no TOML, and it cannot be told of which letter it is" in done.stderr
    assert "a.txt was not kept: " in done.stderr
    assert sorted(path.name for path in drafts.iterdir()) == ["a.toml", "b.toml"]


def test_what_is_no_draft_of_a_letter_is_in_nobodys_way(letter: Path, drafts: Path) -> None:
    drafts.mkdir()
    (drafts / "a.toml").write_text('[[person]]\nname = "Ann Berg"\n', encoding="utf-8")
    done = intake(letter, "-o", drafts)
    assert done.stdout == f"{drafts / 'a-2.toml'}\n"


def test_an_odd_file_is_told_of_and_the_others_are_kept(letter: Path, drafts: Path) -> None:
    folder = letter.parent
    long = folder / f"{'x' * 251}.txt"
    latin = folder / os.fsdecode(b"caf\xe9.txt")
    loop = folder / "loop.txt"
    loop.symlink_to(loop)
    for path in (long, latin):
        path.write_text(LETTER, encoding="utf-8")
    drafts.mkdir()
    (drafts / "zero.toml").write_text('source = "a\\u0000b"\n', encoding="utf-8")
    done = intake(long, latin, loop, folder / f"{'y' * 300}.txt", letter, "-o", drafts)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [str(drafts / f"{'x' * 200}.toml"), str(drafts / "a.toml")]
    lines = done.stderr.splitlines()
    assert f"{folder}/caf\\udce9.txt was not kept: its name is not in UTF-8; give it another name" in lines
    assert sum("loop.txt: it cannot be opened" in line for line in lines) == 1
    assert sum("it cannot be opened (File name too long)" in line for line in lines) == 1
    assert "internal error" not in done.stderr
    assert lines[-1] == "Error: 3 of 5 files not read"


def test_what_is_not_foreseen_with_one_letter_leaves_the_others(
    letter: Path, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = letter.with_name("b.txt")
    other.write_text(LETTER, encoding="utf-8")
    keep = Folder.keep

    def fail(self: Folder, one: Taken) -> tuple[Path, bool]:
        if one.path == letter:
            raise KeyError("x")
        return keep(self, one)

    monkeypatch.setattr(Folder, "keep", fail)
    done = intake(letter, other, "-o", drafts)
    assert done.returncode == 1
    assert done.stdout == f"{drafts / 'b.toml'}\n"
    assert "a.txt was not kept: internal error: KeyError: 'x'" in done.stderr


def test_a_path_is_printed_when_its_draft_is_written(
    letter: Path, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = Folder.keep

    def fail(self: Folder, one: Taken) -> tuple[Path, bool]:
        if one.path != letter:
            raise KeyboardInterrupt
        return keep(self, one)

    other = letter.with_name("b.txt")
    other.write_text(LETTER, encoding="utf-8")
    monkeypatch.setattr(Folder, "keep", fail)
    done = intake(letter, other, "-o", drafts)
    assert (done.returncode, done.stdout) == (130, f"{drafts / 'a.toml'}\n")


def test_two_programs_make_one_draft_of_a_letter(letter: Path, drafts: Path) -> None:
    first, second = Folder(drafts), Folder(drafts)
    first.make()
    assert not second.has(letter)  # looks into the folder before the first one writes
    assert first.keep(taken(letter)) == (drafts / "a.toml", True)
    (drafts / "a.toml").write_text((drafts / "a.toml").read_text("utf-8") + "# mine\n", encoding="utf-8")
    assert second.keep(taken(letter)) == (drafts / "a.toml", False)
    assert second.drafts([letter]) == [drafts / "a.toml"]
    assert (drafts / "a.toml").read_text("utf-8").endswith("# mine\n")


def test_a_draft_of_another_letter_of_the_same_name_is_not_written_over(letter: Path, drafts: Path) -> None:
    (letter.parent / "other").mkdir()
    other = letter.parent / "other" / "a.txt"
    other.write_text(LETTER, encoding="utf-8")
    first, second = Folder(drafts), Folder(drafts)
    first.make()
    assert not second.has(letter)
    first.keep(taken(other))
    assert second.keep(taken(letter)) == (drafts / "a-2.toml", True)
    assert 'source = "../other/a.txt"' in (drafts / "a.toml").read_text("utf-8")


def test_two_programs_write_the_same_file_and_neither_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.toml"
    replace = type(path).replace

    def meanwhile(part: Path, target: Path) -> Path:
        monkeypatch.setattr(type(path), "replace", replace)
        saving.save(path, "the other's")
        return replace(part, target)

    monkeypatch.setattr(type(path), "replace", meanwhile)
    saving.save(path, "mine")
    assert path.read_text("utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("has_links", [True, False])
def test_a_new_draft_has_the_permissions_of_the_umask_and_a_name_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(95, os.strerror(95))

    if not has_links:
        monkeypatch.setattr(os, "link", refuse)
    before = os.umask(0o027)
    try:
        assert saving.create(tmp_path / "a.toml", "first")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.toml").stat().st_mode) == 0o640
    assert not saving.create(tmp_path / "a.toml", "second")
    assert saving.create_free(tmp_path, "a", "third") == tmp_path / "a-2.toml"
    assert (tmp_path / "a.toml").read_text("utf-8") == "first"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-2.toml", "a.toml"]


def test_a_draft_that_is_changed_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.touch()
    path.chmod(0o600)
    saving.save(path, "mine")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_letter_that_has_its_draft_is_not_edited_anew(letter: Path, drafts: Path) -> None:
    intake(letter, "-o", drafts)
    mine = (drafts / "a.toml").read_text("utf-8") + "# mine\n"
    (drafts / "a.toml").write_text(mine, encoding="utf-8")
    done = intake(letter, "--edit", "-o", drafts)
    assert done.returncode == 0
    assert f"a.txt has its draft: secdb record --review {drafts / 'a.toml'}" in done.stderr
    assert (drafts / "a.toml").read_text("utf-8") == mine


def test_paths_go_where_stdout_goes_while_a_bar_is_shown(letter: Path, drafts: Path) -> None:
    other = letter.with_name("b.txt")
    other.write_text(LETTER, encoding="utf-8")
    program = [sys.executable, "-m", "secdb", "--database", "/no/x.db", "intake", str(letter), str(other)]
    command = ["sh", "-c", 'exec "$@" > printed', "sh", *program, "-o", str(drafts)]
    with Terminal(command, {**ENVIRONMENT, "PYTHONPATH": str(ROOT)}, cwd=letter.parent) as terminal:
        terminal.expect("2 drafts written").wait()
    assert (letter.parent / "printed").read_text("utf-8") == f"{drafts / 'a.toml'}\n{drafts / 'b.toml'}\n"
