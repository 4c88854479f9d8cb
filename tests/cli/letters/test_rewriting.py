"""The whole draft in an editor: taken over when its form is right, told and kept when not."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING, Any

from tests.cli.letters.fakes import heads

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from cli.letters.review import Reviewed


def test_the_whole_draft_is_edited(
    play: Callable[..., Reviewed], monkeypatch: pytest.MonkeyPatch, draft: dict[str, Any]
) -> None:
    monkeypatch.setenv("EDITOR", "sed -i s/Oslo/Bergen/")
    draft["statements"][1]["place"] = "Oslo"
    done = play("", "e", "q")
    assert done.tables["statements"][1]["place"] == "Bergen"
    assert done.tables is draft


def test_a_draft_edited_wrongly_is_told_and_can_be_discarded(
    play: Callable[..., Reviewed],
    monkeypatch: pytest.MonkeyPatch,
    read: dict[str, Any],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("EDITOR", "sed -i s/^addressee/adressee/")
    assert play("e", "d", "q").tables == read
    assert list(tmp_path.iterdir()) == []
    shown = capsys.readouterr().err
    assert "adressee: no key has this name here; did you mean addressee?" in shown
    assert "[e]dit again, [d]iscard what you typed: " in shown


def test_a_draft_edited_wrongly_can_be_edited_again(
    play: Callable[..., Reviewed], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("EDITOR", "sed -i -e s/^addressee/adressee/ -e t -e s/^adressee/place/")
    assert play("e", "e", "q").tables["statements"][0]["place"] == "Secretary-General"
    assert list(tmp_path.iterdir()) == []


def test_what_was_typed_in_the_editor_is_kept_when_the_input_ends(
    play: Callable[..., Reviewed],
    monkeypatch: pytest.MonkeyPatch,
    read: dict[str, Any],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("EDITOR", "sed -i s/^addressee/adressee/")
    done = play("e")
    assert (done.ended, done.tables) == ("input ended", read)
    [kept] = tmp_path.glob("*/letter.toml")
    assert "adressee" in kept.read_text("utf-8")
    assert f"what you typed is kept in {kept}\n" in capsys.readouterr().err


def test_remarks_go_when_the_parts_they_are_about_are_others(
    play: Callable[..., Reviewed], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {("statements", 0): ["of the first"]}
    monkeypatch.setenv("EDITOR", "sed -i s/2005-05-03/2005-05-04/")
    play("", "e", "q", remarks=said)
    assert capsys.readouterr().err.count("? of the first\n") == 2
    monkeypatch.setenv("EDITOR", "sed -i /^..statements.issuers/,$d")
    play("", "e", "q", remarks=said)
    assert capsys.readouterr().err.count("? of the first\n") == 1


def test_an_editor_that_is_missing_stops_nothing(
    play: Callable[..., Reviewed], monkeypatch: pytest.MonkeyPatch, read: dict[str, Any]
) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor")
    done = play("e", "q")
    assert (done.ended, done.tables) == ("stopped", read)


def test_a_statement_taken_away_in_the_editor_leaves_the_rest_to_review(
    play: Callable[..., Reviewed], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EDITOR", "sed -i /^..statements/,$d")
    done = play(*[""] * 6, "e", "")
    assert done.ended == "finished"
    assert heads(capsys.readouterr().err)[-1] == "Document"
