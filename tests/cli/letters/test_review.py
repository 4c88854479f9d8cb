"""A draft reviewed: what each key does, what is seen, and that nothing done is ever lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from cli.letters.review import KEYS, Reviewed
from tests.cli.fakes import ENVIRONMENT, ROOT
from tests.cli.letters.fakes import COMMAND, LETTER, heads
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LAST = 50  # Enter pressed more often than there are items


def signatory(done: Reviewed, place: int = 0) -> dict[str, Any]:
    return done.tables["statements"][0]["signatories"][place]  # type: ignore[no-any-return]


def test_enter_accepts_one_after_another_and_changes_nothing(
    play: Callable[..., Reviewed], read: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    done = play(*[""] * LAST)
    assert (done.ended, done.finished, done.open) == ("finished", True, 0)
    assert done.tables == read
    out, err = capsys.readouterr()
    assert out == ""
    assert heads(err) == [
        "Document",
        "Statement 1 of 2: letter",
        "Statement 1 of 2: signatory 1 of 2",
        "Statement 1 of 2: signatory 2 of 2",
        "Statement 2 of 2: statement",
        "Statement 2 of 2: issuer 1 of 2",
        "Statement 2 of 2: issuer 2 of 2",
    ]
    assert err.endswith("7 looked through\n")


def test_values_stand_beside_their_words(play: Callable[..., Reviewed], capsys: pytest.CaptureFixture[str]) -> None:
    play("", "", "q")
    shown = capsys.readouterr().err
    assert shown[shown.index("3 of 7") :].splitlines() == [
        "3 of 7  Statement 1 of 2: signatory 1 of 2",
        "name      Ann Berg  (line 9)",
        "state     NOR  (line 10)",
        "capacity  permanent_representative  (line 10)",
        "signed    yes  (line 9)",
        "-" * 72,
        " 6  We have the honour to transmit the text of the joint statement",
        " 7  on fisheries, adopted at Oslo on 2 May 2005 (see annex).",
        " 8",
        " 9  [[(Signed) Ann Berg]]",
        "10  [[Permanent Representative of Norway]]",
        "11  [[to the United Nations]]",
        "12",
        "13  (Signed) Ali Deby",
        "14  Permanent Representative of Chad",
        "Enter accepts, [c]orrect [s]kip [n]ote [b]ack [a]ll [e]dit [q]uit [?]: ",
    ]


def test_a_value_is_corrected_and_shown_as_it_now_is(
    play: Callable[..., Reviewed], capsys: pytest.CaptureFixture[str]
) -> None:
    done = play("", "c", "date", "4 May 2005", "", "c", "cap", "charge", "q")
    statement = done.tables["statements"][0]
    assert (statement["date"], "date" in statement["spans"]) == ("2005-05-04", False)
    assert signatory(done)["capacity"] == "charge_daffaires"
    shown = capsys.readouterr().err
    assert "Date [2005-05-03]:   = 2005-05-04" in shown
    assert heads(shown)[1:] == [
        "Statement 1 of 2: letter",
        "Statement 1 of 2: letter",
        "Statement 1 of 2: signatory 1 of 2",
        "Statement 1 of 2: signatory 1 of 2",
    ]
    assert "date       2005-05-04\n" in shown


def test_states_are_asked_of_the_register_until_they_are_understood(
    play: Callable[..., Reviewed], capsys: pytest.CaptureFixture[str]
) -> None:
    done = play("", "", "c", "state", "Atlantis", "slovakia", "b", "c", "states", "Norway; Chad", "q")
    assert signatory(done)["state"] == "SVK"
    assert done.tables["statements"][0]["states"] == ["NOR", "TCD"]
    shown = capsys.readouterr().err
    assert "  there is no State 'Atlantis'\n" in shown
    assert "State [NOR]:   = SVK\n" in shown
    assert "States [SVK; TCD]:   = NOR\n" in shown


def test_enter_at_a_value_keeps_it_and_a_dash_clears_it(play: Callable[..., Reviewed], read: dict[str, Any]) -> None:
    assert play("c", "", "c", "title", "", "q").tables == read
    done = play("c", "session", "61", "c", "session", "-", "", "c", "addressee", "-", "q")
    assert done.tables["document"]["session"] is None
    assert done.tables["statements"][0]["addressee"] is None


def test_a_date_that_is_none_is_asked_again(play: Callable[..., Reviewed], capsys: pytest.CaptureFixture[str]) -> None:
    done = play("c", "date", "someday", "May 2005", "q")
    assert done.tables["document"]["date"] == "2005-05"
    assert "someday" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["1", "ann-berg"])
def test_a_person_on_record_is_linked_by_number_or_code(
    play: Callable[..., Reviewed], capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    done = play("", "", "c", "person", typed, "q")
    assert signatory(done)["person"] == "ann-berg"
    assert "  1  ann-berg  Ann Berg, permanent_representative 2001\n" in capsys.readouterr().err


def test_nobody_is_linked_unasked_and_a_link_can_be_taken_back(
    play: Callable[..., Reviewed], draft: dict[str, Any]
) -> None:
    assert "person" not in signatory(play(*[""] * LAST))
    draft["statements"][0]["signatories"][0]["person"] = "ann-berg"
    assert signatory(play("", "", "c", "person", "-", "q"))["person"] == "new"
    draft["statements"][0]["signatories"][0]["person"] = "ann-berg"
    done = play("", "", "c", "person", "nobody", "new", "q")
    assert (done.ended, signatory(done)["person"]) == ("stopped", "new")


def test_a_statement_left_out_takes_those_under_it_along(
    play: Callable[..., Reviewed], capsys: pytest.CaptureFixture[str]
) -> None:
    done = play("", "s", "b", "", "q")
    assert done.tables["statements"][0]["skip"] is True
    shown = heads(capsys.readouterr().err)
    assert shown[1:] == [
        "Statement 1 of 2: letter",
        "Statement 2 of 2: statement",
        "Statement 1 of 2: letter  (left out)",
        "Statement 2 of 2: statement",
    ]


def test_skipping_again_takes_back(play: Callable[..., Reviewed], read: dict[str, Any]) -> None:
    assert play("", "", "s", "b", "s", "q").tables == read


def test_a_document_cannot_be_skipped_nor_gone_back_from(
    play: Callable[..., Reviewed], read: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert play("s", "b", "q").tables == read
    shown = capsys.readouterr().err
    assert "  answer Enter, c, n, b, a, e, q or ?\n" in shown
    assert "  this is the first one\n" in shown


def test_a_note_is_kept_and_shown(play: Callable[..., Reviewed], capsys: pytest.CaptureFixture[str]) -> None:
    done = play("", "", "n", "hand \x1b[2Jwritten", "q")
    assert signatory(done)["note"] == "hand \x1b[2Jwritten"
    assert "note      hand \\x1b[2Jwritten\n" in capsys.readouterr().err
    assert "note" not in signatory(play("", "", "n", "-", "q"))


def test_accepting_all_tells_what_is_open(
    play: Callable[..., Reviewed], draft: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    draft["statements"][1]["issuers"][0]["state"] = None
    draft["statements"][1]["issuers"][1]["skip"] = True
    done = play("a")
    assert (done.ended, done.open) == ("finished", 1)
    assert capsys.readouterr().err.endswith("7 looked through, 1 left out, 1 still with a question\n")


def test_the_ways_out_keep_what_was_done(
    play: Callable[..., Reviewed], draft: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert play("n", "seen", "q").ended == "stopped"
    assert play("n", "seen twice").ended == "input ended"
    assert draft["document"]["note"] == "seen twice"

    def interrupted(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("cli.letters.review.read_line", interrupted)
    assert play().ended == "interrupted"


def test_remarks_and_warnings_are_shown_and_all_of_them_on_demand(
    play: Callable[..., Reviewed], draft: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    start = LETTER.index("Ann Berg")
    draft["warnings"] = [{"message": "a name \x07 of two words", "start_char": start, "end_char": start + 3}]
    said = [f"perhaps person {number}" for number in range(9)]
    play("", "", "?", "q", remarks={("statements", 0, "signatories", 0): said})
    shown = capsys.readouterr().err
    screens, explained = shown[shown.index("3 of 7") :].split("[?]: ", 1)
    assert screens.count("? perhaps person") == 6
    assert "(more: ? shows all)" in screens
    assert explained.count("? perhaps person") == 9
    assert "? a name \\x07 of two words" in explained
    for key, (_, help_) in KEYS.items():
        assert f"  {key}      {help_}\n" in explained


def test_a_warning_about_other_words_is_only_to_be_seen(
    play: Callable[..., Reviewed], draft: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    start = LETTER.index("met in")
    draft["warnings"] = [{"message": "is this all?", "start_char": start, "end_char": start + 3}]
    assert play(*[""] * 7, "c", "s", "").ended == "finished"
    shown = capsys.readouterr().err
    assert "8 of 8  Statement 2 of 2: warning\n? is this all?\n" in shown
    assert "Chad [[met]] in Oslo." in shown
    assert shown.count("  answer Enter, b, a, e, q or ?\n") == 2


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def terminal(letter: Path, columns: int = 80, **env: str) -> Terminal:
    command = [*COMMAND, str(letter), str(letter.with_suffix(".json"))]
    return Terminal(command, {**ENVIRONMENT, **env}, cwd=ROOT, columns=columns)


def outcome(letter: Path) -> list[Any]:
    return json.loads(letter.with_suffix(".json").read_text("utf-8"))  # type: ignore[no-any-return]


def test_at_a_terminal_tab_completes_states_and_ctrl_c_keeps_the_draft(letter: Path) -> None:
    with terminal(letter) as program:
        program.expect("[?]: ").enter().expect("[?]: ").enter().expect("signatory 1 of 2").expect("[?]: ").enter("c")
        program.expect("Which value (Enter for none): ").type("st\t").expect("ate").enter().expect(
            "State [NOR]: "
        ).type("slo\t")
        program.expect("vakia").enter().expect("= SVK").expect("state     SVK").expect("[?]: ").interrupt()
        program.wait()
        assert "[[" not in program.screen()
    ended, _, tables = outcome(letter)
    assert (ended, tables["statements"][0]["signatories"][0]["state"]) == ("interrupted", "SVK")


def test_without_colours_the_words_stand_in_brackets(letter: Path) -> None:
    with terminal(letter, 120, NO_COLOR="1") as program:
        program.expect("United Nations [[A/60/7001]]").expect("[?]: ").end()
        program.wait()
    assert outcome(letter)[0] == "input ended"
