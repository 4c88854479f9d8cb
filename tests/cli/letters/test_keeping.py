"""A review kept: before the first question, where nothing can be written, and never over a reviewer's own comments."""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cli.letters.keeping import Keeping
from cli.letters.reviewing import _Asking
from cli.letters.taking import Taken
from secdb.intake.readers import Received
from secdb.register.letters.linking import persons
from tests.cli.fakes import ENVIRONMENT, ROOT
from tests.cli.letters.fakes import LETTER
from tests.inside import run
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

UNWRITABLE = Path("/proc")
needs_proc = pytest.mark.skipif(not UNWRITABLE.is_dir(), reason="needs a folder in which nobody can write")


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture
def taken(letter: Path, draft: dict[str, Any]) -> Taken:
    content = letter.read_bytes()
    received = Received("a.txt", "text/plain", content, hashlib.sha256(content).hexdigest(), LETTER)
    return Taken(letter, received, draft)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which temporary ones are made."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def at_terminal(seeded_file: Path, tmp_path: Path) -> Callable[..., Terminal]:
    """Run secdb at a terminal, on a register of its own."""
    database = shutil.copy(seeded_file, tmp_path / "register.db")

    def start(*arguments: object, folder: Path, **env: str) -> Terminal:
        program = [sys.executable, "-c", "from secdb.__main__ import app; app(prog_name='secdb')"]
        command = [*program, "--database", str(database), *map(str, arguments)]
        place = {"PYTHONPATH": str(ROOT), "NO_COLOR": "1", **env}
        return Terminal(command, {**ENVIRONMENT, **place}, cwd=folder, columns=300)

    return start


def test_a_draft_lies_in_the_present_folder_before_the_first_question(
    letter: Path, at_terminal: Callable[..., Terminal]
) -> None:
    folder = letter.parent / "here"
    folder.mkdir()
    with at_terminal("intake", letter, folder=folder) as program:
        program.expect("Document").expect("[?]: ")
        assert 'title = "' in (folder / "a.toml").read_text("utf-8")
        program.enter("a").expect("looked through")
        program.wait()
    assert list(folder.iterdir()) == []


@needs_proc
def test_a_review_in_a_folder_that_cannot_be_written_is_kept_in_one_that_is_named(
    letter: Path, temporary: Path, at_terminal: Callable[..., Terminal]
) -> None:
    with at_terminal("intake", letter, folder=UNWRITABLE, TMPDIR=str(temporary)) as program:
        program.expect("a.toml cannot be written").expect("the draft is kept in").expect("[?]: ")
        program.enter("n").expect(": ").enter("seen by me").expect("[?]: ").enter("q").expect("the draft is kept: ")
        assert program.wait() == 1
        named = re.findall(r"secdb record --review (\S+)", program.screen())[-1]
    [kept] = temporary.glob("*/a.toml")
    assert str(kept) == named
    assert 'note = "seen by me"' in kept.read_text("utf-8")
    assert run("--database", str(letter.parent / "register.db"), "record", str(kept)).returncode == 0


def test_what_cannot_be_written_at_the_end_is_kept_in_a_file_that_is_named(
    taken: Taken, tmp_path: Path, temporary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    keeping = Keeping(taken, folder / "mine.toml")
    folder.rmdir()
    taken.tables["document"]["note"] = "seen"
    path = keeping.save(taken, finished=False)
    assert path.parent.parent == temporary
    assert 'note = "seen"' in path.read_text("utf-8")
    assert f'source = "{Path("../../a.txt")}"' in path.read_text("utf-8")
    assert f"the draft is kept in {path}\n" in capsys.readouterr().err


@pytest.mark.parametrize(("filled_in", "finished", "is_written"), [(0, 1, 0), (0, 0, 0), (1, 1, 1), (1, 0, 0)])
def test_a_draft_in_which_nothing_was_changed_stays_as_it_is(
    taken: Taken, tmp_path: Path, *, filled_in: int, finished: int, is_written: int
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("# my own comment\n", encoding="utf-8")
    said = {**taken.tables, "document": {"title": "as it was"}} if filled_in else taken.tables
    Keeping(taken, path, said).save(taken, finished=bool(finished))
    assert ("# my own comment" not in path.read_text("utf-8")) == bool(is_written)


def test_comments_of_a_reviewer_stay_until_something_is_changed(
    letter: Path, at_terminal: Callable[..., Terminal]
) -> None:
    drafts = letter.parent / "drafts"
    run("--database", str(letter.parent / "register.db"), "intake", str(letter), "-o", str(drafts))
    draft = drafts / "a.toml"
    text = f"# my own comment\n{draft.read_text('utf-8')}"
    draft.write_text(text, encoding="utf-8")
    with at_terminal("record", "--review", draft, folder=drafts) as program:
        program.expect("[?]: ").enter("q").expect("the draft is kept")
        program.wait()
    assert draft.read_text("utf-8") == text
    with at_terminal("record", "--review", draft, folder=drafts) as program:
        program.expect("[?]: ").enter("n").expect(": ").enter("seen").expect("[?]: ").enter("q").expect("kept")
        program.wait()
    assert 'note = "seen"' in draft.read_text("utf-8")


def test_remarks_that_are_emptied_in_a_review_are_written_no_more(
    play: Callable[..., Any], taken: Taken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken.remarks[("statements", 0)] = ["of the first"]
    keeping = Keeping(taken, tmp_path / "mine.toml")
    monkeypatch.setenv("EDITOR", "sed -i /^..statements.issuers/,$d")
    play("", "e", "q", remarks=taken.remarks)
    assert "of the first" not in keeping.save(taken, finished=False).read_text("utf-8")


def test_persons_are_looked_for_once_for_each_question(
    taken: Taken, seeded_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def like(_: object, name: str, **rest: object) -> list[object]:
        asked.append((name, rest["state"]))
        return []

    monkeypatch.setattr(persons, "persons_like", like)
    asking = _Asking(str(seeded_file), taken)
    path = ("statements", 0, "signatories", 0)
    assert asking.offer(path) == asking.offer(path) == []
    assert asked == [("Ann Berg", "NOR")]
    taken.tables["statements"][0]["signatories"][0]["state"] = "TCD"
    asking.offer(path)
    assert asked == [("Ann Berg", "NOR"), ("Ann Berg", "TCD")]
