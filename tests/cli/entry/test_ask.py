"""Questions at a real terminal: completion, defaults, wrong answers asked again, and ways out that leave nothing."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from cli.entry.ask import word_of
from cli.entry.checks import understood
from cli.entry.prompt import matching
from secdb.errors import SecdbError
from tests.cli.entry.fakes import COMMAND
from tests.cli.fakes import ENVIRONMENT, ROOT
from tests.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path


def terminal(*arguments: str, register: Path | None = None, columns: int = 300) -> Terminal:
    env = {**ENVIRONMENT, "SECDB_DATABASE": str(register or "nowhere.db")}
    return Terminal([*COMMAND, *arguments], env, cwd=ROOT, columns=columns)


def asked(**fields: object) -> Terminal:
    return terminal("question", json.dumps(fields))


def answer(program: Terminal) -> Any:  # noqa: ANN401 - JSON
    """Return what the program printed at last."""
    assert program.wait() == 0, program.screen()
    return json.loads(program.screen().splitlines()[-1])


def test_an_act_is_asked_for_and_shown_back_as_understood(seeded_file: Path) -> None:
    with terminal("form", "act", register=seeded_file) as program:
        program.expect("Treaty: ").enter("CSTO").expect("Kind (what was done): ").enter("acces")
        program.expect("State: ").enter("UZB").expect("Date (date of the act): ").enter("August 2006")
        program.expect("Cite").enter("").expect("More fields").enter("not").expect("Note").enter("deposited in Moscow")
        program.expect("More fields").enter()
        assert program.wait() == 0
        assert program.screen() == (
            "Enter takes what stands in [brackets], ? explains a question, Ctrl-C gives up.\n"
            "Treaty: CSTO\n"
            "  = csto Collective Security Treaty Organization\n"
            "Kind (what was done): acces\n"
            "  = accession\n"
            "State: UZB\n"
            "  = UZB Uzbekistan\n"
            "Date (date of the act): August 2006\n"
            "  = 2006-08 (between 2006-08-01 and 2006-08-31)\n"
            "Cite (the document that proves it):\n"
            "More fields (a name, or Enter to go on): not\n"
            "  = note\n"
            "Note (anything a reader should know): deposited in Moscow\n"
            "More fields (a name, or Enter to go on):\n"
            '{"treaty": "CSTO", "kind": "accession", "state": ["UZB"], "date": "August 2006", '
            '"note": "deposited in Moscow"}'
        )


def test_what_is_wrong_is_told_and_asked_again(seeded_file: Path) -> None:
    with terminal("form", "act", register=seeded_file) as program:
        program.expect("Treaty").enter().expect("treaty is required").expect("Treaty").enter("nato")
        program.expect("there is no treaty 'nato'").expect("Treaty").enter("cst")
        program.expect("Kind").enter("acc").expect("'acc' may be acceptance or accession; type more of it")
        program.expect("Kind").enter("xyz").expect("there is no 'xyz'").expect("Kind").enter("withdrawal")
        program.expect("State").enter("uzbek; ARM; nowhere").expect("nearest: UZB (Uzbekistan)").expect("'nowhere'")
        program.expect("State").enter("UZB;ARM").expect("= UZB Uzbekistan").expect("= ARM Armenia")
        program.expect("Date").enter("30 February 2006").expect("30 February 2006").expect("Date").enter("2006-08-16")
        program.expect("= 2006-08-16").expect("Cite").enter().expect("More fields").enter()
        assert answer(program) == {
            "treaty": "cst",
            "kind": "withdrawal",
            "state": ["UZB", "ARM"],
            "date": "2006-08-16",
        }


def test_an_act_for_all_parties_asks_for_no_state_and_one_without_a_date_for_its_effect(seeded_file: Path) -> None:
    with terminal("form", "act", register=seeded_file) as program:
        program.expect("Treaty").enter("cst").expect("Kind").enter("prolongation")
        program.expect("Date").enter().expect("Effect").enter().expect("effect is required")
        program.expect("Effect").enter("1999").expect("= 1999").expect("Cite").enter().expect("More").enter()
        assert answer(program) == {"treaty": "cst", "kind": "prolongation", "effect": "1999"}
        assert "State: " not in program.screen()


def test_what_is_given_is_not_asked_and_defaults_are_offered(seeded_file: Path) -> None:
    given = {"treaty": "cst", "cite": "x"}
    defaults = {"kind": "withdrawal", "state": ["ARM", "KAZ"], "date": "1993", "quote": "who"}
    with terminal("form", "act", json.dumps(given), json.dumps(defaults), register=seeded_file) as program:
        program.expect("Kind (what was done) [withdrawal]: ").enter()
        program.expect("State [ARM; KAZ]: ").enter().expect("Date (date of the act) [1993]: ").enter("-")
        program.expect("Effect").enter("2001").expect("Quote").expect("[who]: ").enter().expect("More fields").enter()
        assert answer(program) == {
            "treaty": "cst",
            "cite": "x",
            "kind": "withdrawal",
            "state": ["ARM", "KAZ"],
            "effect": "2001",
            "quote": "who",
        }


def test_tab_completes_codes_names_and_words(seeded_file: Path) -> None:
    with terminal("form", "act", register=seeded_file) as program:
        program.expect("Treaty: ").type("csto-\t").expect("csto-charter").enter().expect("= csto-charter")
        program.expect("Kind").type("acces\t").expect("accession").enter()
        program.expect("State").type("uzbeki\t").expect("Uzbekistan").type("; kazakh\t").expect("Kazakhstan").enter()
        program.expect("= UZB Uzbekistan").expect("= KAZ Kazakhstan")
        program.expect("Date").type("\t2006\t").enter().expect("= 2006 (between").expect("Cite").enter()
        program.expect("More fields").type("signer_\t").expect("signer_capacity").enter()
        program.expect("Signer capacity").type("head_of_\t").expect("head_of_government").expect("head_of_state")
        program.type("st\t").enter().expect("More fields").enter()
        found = answer(program)
    assert found["treaty"] == "csto-charter"
    assert (found["kind"], found["state"], found["date"]) == ("accession", ["Uzbekistan", "Kazakhstan"], "2006")
    assert found["signer_capacity"] == "head_of_state"


def test_tab_keeps_what_is_typed_where_several_begin_so() -> None:
    with asked(name="State", candidates=["UZB", "Uzbekistan", "ARM", "Côte d'Ivoire", "Cotentin"]) as program:
        program.expect("State: ").type("uz\t").expect("uzb").expect("uzbekistan").type("e\t").enter()
        assert answer(program) == "Uzbekistan"


def test_tab_completes_the_path_of_a_file(tmp_path: Path, seeded_file: Path) -> None:
    letter = tmp_path / "letter with blanks.txt"
    letter.touch()
    (tmp_path / "folder").mkdir()
    given = json.dumps({"title": "Letter", "kind": "book"})
    with terminal("form", "document", given, register=seeded_file) as program:
        program.expect("File").type(f"{tmp_path}/fo\t").expect("folder/").type("\x7f" * 7).type("le\t")
        program.expect("blanks.txt").enter()
        program.expect("Date").enter().expect("Symbol").enter("A/57/88; S/2002/542").expect("More fields").enter()
        assert answer(program) == {
            "title": "Letter",
            "kind": "book",
            "file": str(letter),
            "symbol": ["A/57/88", "S/2002/542"],
        }


def test_a_flag_is_yes_or_no_and_a_form_may_offer_its_own_default(seeded_file: Path) -> None:
    given = json.dumps({"treaty": "cst", "on": "2002", "state": ["ARM"], "cite": "", "quote": "", "locator": ""})
    with terminal("form", "roster", given, register=seeded_file) as program:
        program.expect("Complete").enter("maybe").expect("there is no 'maybe' among these words; there are: yes, no")
        program.expect("Complete").enter("n").expect("= no").expect("More").enter("dataset")
        program.expect("[register]: ").enter("nowhere").expect("there is no dataset 'nowhere'")
        program.expect("[register]: ").enter().expect("More").enter()
        found = answer(program)
    assert (found["complete"], found["dataset"]) == ("0", "register")


def test_a_question_mark_explains(seeded_file: Path) -> None:
    with terminal("form", "tenure", json.dumps({"person": "x", "state": "RUS"}), register=seeded_file) as program:
        program.expect("Office").enter("?").expect("which office").expect("one of: head_of_state, head_of_government")
        program.expect("it is required").expect("Office").enter("head_of_state").expect("From").enter("1999-12-31")
        program.expect("To").enter().expect("Cite").enter().expect("More").enter("?")
        program.expect("valid: the period as recorded").expect("More").enter()
        assert answer(program)["from"] == "1999-12-31"


def test_ctrl_d_at_the_last_question_goes_on(seeded_file: Path) -> None:
    with terminal("form", "tenure", json.dumps({"person": "x", "state": "RUS"}), register=seeded_file) as program:
        program.expect("Office").enter("head_of_state").expect("From").enter("1999-12-31")
        program.expect("To").enter().expect("Cite").enter().expect("More").end()
        assert answer(program)["from"] == "1999-12-31"


def test_ctrl_c_and_ctrl_d_leave_at_once(seeded_file: Path) -> None:
    with terminal("form", "act", register=seeded_file) as program:
        program.expect("Treaty").type("cs").interrupt()
        assert program.wait() == 130
        assert program.screen().endswith("\nInterrupted.")
        assert "{" not in program.screen()
    with terminal("form", "act", register=seeded_file) as program:
        program.expect("Treaty").end()
        assert program.wait() == 1
        assert program.screen().endswith("\nError: the input ended; nothing was written")


def test_what_is_typed_may_have_any_letters() -> None:
    with asked(name="Title", default="\x1b[2J\u202eold") as program:
        program.expect("Title [\\x1b[2J\\u202eold]: ").enter("Договор ≠ «\u4e2d\u56fd»")
        assert answer(program) == "Договор ≠ «\u4e2d\u56fd»"


def test_yes_no_and_one_of_several() -> None:
    with terminal("agree") as program:
        program.expect("Record this? [y/N] ").enter("what").expect("answer y for yes or n for no")
        program.expect("[y/N] ").enter("y").expect("Sure? [Y/n] ").enter()
        program.expect("[e]dit again, [k]eep the draft, [d]iscard: ").enter().expect("answer e or k or d")
        program.expect("[d]iscard: ").enter("keep")
        assert answer(program) == [True, True, "k"]
    with terminal("agree") as program:
        program.expect("[y/N] ").enter().expect("[Y/n] ").enter("No").expect("[d]iscard: ").interrupt()
        assert program.wait() == 130


def test_prompts_keep_out_of_what_is_piped_on(seeded_file: Path) -> None:
    """Answers may come from a pipe, and stdout has the data alone."""
    env = {**ENVIRONMENT, "SECDB_DATABASE": str(seeded_file)}
    given = json.dumps({"code": "xyz", "name": "X"})
    command = [*COMMAND, "form", "organization", given]
    found = subprocess.run(
        command, input="nato\ncst\n\n", capture_output=True, text=True, check=False, cwd=ROOT, env=env, timeout=60
    )
    assert json.loads(found.stdout) == {"code": "xyz", "name": "X", "treaty": "cst"}
    assert "Treaty (its constituent instrument): " in found.stderr
    ended = subprocess.run(command, input="nato\n", capture_output=True, text=True, check=False, cwd=ROOT, env=env)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.endswith("\nError: the input ended; nothing was written\n")


CANDIDATES = ["UZB", "ARM", "Uzbekistan", "Côte d'Ivoire", "Cotentin", "the Kyrgyz Republic", "United Kingdom", "UK"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("UZ", ["UZB"]),
        ("uzb", ["uzb", "uzbekistan"]),
        ("uzbe", ["Uzbekistan"]),
        ("cote", ["cote d'ivoire", "cotentin"]),
        ("côte d", ["Côte d'Ivoire"]),
        ("kyr", ["the Kyrgyz Republic"]),
        ("united k", ["United Kingdom"]),
        ("", CANDIDATES),
        ("x", []),
    ],
)
def test_names_are_completed_in_any_case_and_without_accents(typed: str, found: list[str]) -> None:
    assert matching(CANDIDATES, typed) == found


WORDS = ("accession", "acceptance", "observer", "observer_admission", "definitive_signature")


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("acces", "accession"),
        ("Observer", "observer"),
        ("observer_", "observer_admission"),
        ("definitive sig", WORDS[4]),
    ],
)
def test_a_word_may_be_cut_where_it_is_clear(typed: str, word: str) -> None:
    assert word_of(WORDS, typed) == word


@pytest.mark.parametrize(
    ("typed", "message"),
    [("acc", "accession or acceptance"), ("acession", "nearest: accession"), ("zzz", "there are: accession")],
)
def test_a_word_that_is_not_clear_is_refused(typed: str, message: str) -> None:
    with pytest.raises(SecdbError, match=message):
        word_of(WORDS, typed)


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("date", "16 August 2006", "2006-08-16"),
        ("date", "c. 1994", "1994~ (between 1993-01-01 and 1995-12-31)"),
        ("date", "before 2002-05-14", "[..2002-05-13] (not after 2002-05-13)"),
        ("date", "after 1999", "[2000..] (not before 2000-01-01)"),
        ("period", "1999-05-07 to 2004-03-02", "1999-05-07/2004-03-02 (from 1999-05-07 to 2004-03-02)"),
        ("period", "since 1999", "1999/.. (since 1999-01-01..1999-12-31, not ended)"),
        ("period", "until 2004-03-02", "/2004-03-02 (from ..2004-03-02 to 2004-03-02)"),
        ("day", "2002-05-14", None),
        ("number", "5", None),
        ("text", "anything", None),
    ],
)
def test_texts_are_shown_as_they_are_understood(kind: str, text: str, shown: str | None) -> None:
    assert understood(kind, text) == shown


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        ("day", "14 May 2002", "write 2002-05-14"),
        ("day", "May 2002", "is not a day as YYYY-MM-DD$"),
        ("day", "soon", "is not a day as YYYY-MM-DD$"),
        ("day", "2002-02-30", "is not in the calendar"),
        ("number", "five", "is not a whole number"),
        ("date", "2002/2003", "is a period, not a date"),
    ],
)
def test_texts_that_are_not_understood_say_what_to_write(kind: str, text: str, message: str) -> None:
    with pytest.raises(SecdbError, match=message):
        understood(kind, text)
