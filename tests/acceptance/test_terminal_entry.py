"""Entering records at a terminal when things go wrong: nothing typed is lost, and nothing is left behind."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.outside import ROOT, asked, held, inside
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LETTER = "Done at Chisinau on 7 October 2002 in one original.\nSigned by six States.\n"
TABLE = "code,name\nARM,Armenia\nBLR,Belarus\nKAZ,Kazakhstan\nRUS,Russian Federation\n"
PREPARED = (
    ("init", "--empty"),
    ("import", "csv", "states.csv", "--as", "state"),
    ("treaty", "add", "charter", "Charter of the Organization", "--in-force", "18 September 2003"),
    ("document", "add", "letter.txt", "--title", "The letter"),
    ("act", "add", "charter", "ARM", "signature", "--date", "7 October 2002", "--cite", "the-letter"),
    ("person", "add", "Sergey V. Lavrov"),
)
# what is typed when the program has written what stands before it, to record a signature
SIGNATURE = (
    *(("Treaty", "\r"), ("Kind", "\r"), ("State", "KAZ\r"), ("Date", "7 October 2002\r"), ("Cite", "\r")),
    *(("Quote", "Done at Chisinau\r"), ("More", "\r"), ("Record this?", "n\r"), ("Now:", "c\r")),
    ("Field", "date\r"),
)
ACTS = "SELECT state, kind, date FROM acts ORDER BY act"
RECORDED = [("ARM", "signature", "2002-10-07")]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small register, made once."""
    folder = tmp_path_factory.mktemp("prepared")
    (folder / "letter.txt").write_text(LETTER)
    (folder / "states.csv").write_text(TABLE)
    for command in PREPARED:
        done = inside("register.db", *command, folder=folder)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    """Return a folder with a register that the test may spoil, and one for temporary files."""
    shutil.copytree(prepared, tmp_path / "work")
    (tmp_path / "work" / "temporary").mkdir()
    return tmp_path / "work"


def at_terminal(folder: Path, *command: str, columns: int = 200, **env: str) -> Terminal:
    """Run a command at a terminal."""
    full = environment(folder) | env
    return Terminal([sys.executable, "-m", "secdb", *command], full, cwd=folder, columns=columns)


def environment(folder: Path) -> dict[str, str]:
    given = {"SECDB_DATABASE": "register.db", "PYTHONPATH": str(ROOT), "HOME": str(folder), "NO_COLOR": "1"}
    return {**given, "TMPDIR": str(folder / "temporary"), "PATH": os.environ["PATH"]}


def typed(terminal: Terminal, steps: Sequence[tuple[str, str]]) -> Terminal:
    for wait, keys in steps:
        terminal.expect(wait).type(keys)
    return terminal


def editor(folder: Path, program: str) -> str:
    """Return an editor that changes `text`, the draft, as a Python program says."""
    path = folder / "editor.py"
    path.write_text(
        f"import pathlib, subprocess, sys, time\npath = pathlib.Path(sys.argv[1])\ntext = path.read_text()\n{program}\n"
        "path.write_text(text)\n"
    )
    return f"{sys.executable} {path}"


def drafts(folder: Path) -> list[Path]:
    return [path for path in (folder / "temporary").rglob("*") if path.is_file()]


def acts(folder: Path) -> Sequence[tuple[object, ...]]:
    return asked(str(folder / "register.db"), ACTS)


@pytest.mark.parametrize("answered", [0, 5, 10, *(pytest.param(number, marks=pytest.mark.slow) for number in (7, 8))])
def test_ctrl_c_leaves_nothing_behind_at_any_question(folder: Path, answered: int) -> None:
    before, files = held(str(folder / "register.db")), sorted(folder.rglob("*"))
    questions = [*SIGNATURE, ("Date (date of the act) [7 October 2002]", "")]
    with at_terminal(folder, "act", "add") as terminal:
        typed(terminal, questions[:answered]).expect(questions[answered][0]).type("x").interrupt()
        assert terminal.wait() == 130
        assert terminal.screen().endswith("\nInterrupted.")
    assert held(str(folder / "register.db")) == before
    assert sorted(folder.rglob("*")) == files


def test_ctrl_c_leaves_the_terminal_as_it_was(folder: Path) -> None:
    command = f"trap : INT; stty -g; {sys.executable} -m secdb act add; stty -g"
    with Terminal(["/bin/sh", "-c", command], environment(folder), cwd=folder) as terminal:
        terminal.expect("Treaty").type("x").interrupt().expect("Interrupted.")
        assert terminal.wait() == 0
        first, *_, last = terminal.screen().split("\n")
    assert last == first


def test_the_end_of_input_leaves_nothing_behind_either(folder: Path) -> None:
    before, files = held(str(folder / "register.db")), sorted(folder.rglob("*"))
    with at_terminal(folder, "act", "add") as terminal:
        typed(terminal, SIGNATURE[:7]).expect("Record this?").end()
        assert terminal.wait() == 1
    assert held(str(folder / "register.db")) == before
    assert sorted(folder.rglob("*")) == files


def test_problems_come_back_with_what_was_typed(folder: Path) -> None:
    with at_terminal(folder, "act", "add") as terminal:
        typed(terminal, [("Treaty", "\r"), ("Kind", "\r"), ("State", "ARM; BLR; BLR\r"), ("Date", "8 October 2002\r")])
        typed(terminal, [("Cite", "\r"), ("Quote", "Done in Chisinau on the 7 October\r")])
        terminal.expect('at 0-29: "Done at Chisinau on 7 October"').expect("[Done at Chisinau on 7 October]: ").enter()
        terminal.expect("More").enter()
        terminal.expect("state 'BLR': the same record as given before").expect(
            "rank: contradicts act 1 (signature, 2002"
        )
        typed(terminal, [("State [ARM; BLR; BLR]: ", "ARM\r"), ("Rank", "deprecated\r")])
        typed(terminal, [("Reason", "A slip of the pen\r"), ("Record this?", "\r")])
        assert terminal.wait() == 0
    assert acts(folder) == [*RECORDED, ("ARM", "signature", "2002-10-08")]
    quoted = asked(str(folder / "register.db"), "SELECT quotation FROM citation ORDER BY id")
    assert quoted[-1] == ("Done at Chisinau on 7 October",)


def test_a_name_not_on_record_can_be_added_meanwhile(folder: Path) -> None:
    with at_terminal(folder, "tenure", "add") as terminal:
        # completed once, and taken back, before the other is added
        terminal.expect("Person").type("Serg\t").expect("ey V. Lavrov").type("\x15").enter("Igor Ivanov")
        terminal.expect("there is no person 'Igor Ivanov'")
        terminal.expect("to add it, in another terminal: secdb person add 'Igor Ivanov'").expect("Person")
        assert inside("register.db", "person", "add", "Igor Ivanov", folder=folder).returncode == 0
        terminal.type("Ig\t").expect("or Ivanov").enter().expect("= ivanov-i Igor Ivanov")
        typed(terminal, [("State", "RUS\r"), ("Office", "minister\r"), ("From", "11 September 1998\r"), ("To", "\r")])
        typed(terminal, [("Cite", "\r"), ("More", "\r")])
        assert terminal.wait() == 0
    assert asked(str(folder / "register.db"), "SELECT person, state FROM tenures") == [("ivanov-i", "RUS")]


def test_a_contradicting_act_given_by_flags_is_asked_for_its_rank(folder: Path) -> None:
    command = ("act", "add", "charter", "ARM", "signature", "--date", "8 October 2002")
    with at_terminal(folder, *command) as terminal:
        typed(terminal, [("Rank", "normal\r"), ("Reason", "Another source\r"), ("Record this?", "\r")])
        assert terminal.wait() == 0
    refused = inside("register.db", *command[:-1], "9 October 2002", folder=folder)
    assert refused.stderr.endswith(", such as --rank normal --reason WHY\n")
    assert len(acts(folder)) == 2


def test_what_is_declined_is_kept_as_a_draft_and_recorded_later(folder: Path) -> None:
    with at_terminal(folder, "act", "add", columns=60) as terminal:
        typed(terminal, [*SIGNATURE[:8], ("Now:", "k\r")])
        assert terminal.wait() == 1
        shown = terminal.screen().replace("\n", "")
    assert shown.endswith("Error: nothing was written; record the draft with: secdb record act.toml")
    assert acts(folder) == RECORDED
    with at_terminal(folder, "record", "act.toml", columns=60, TERM="dumb") as terminal:
        terminal.expect("Record this?").enter("y")
        assert terminal.wait() == 0
    assert acts(folder) == [*RECORDED, ("KAZ", "signature", "2002-10-07")]


def test_the_end_of_input_names_the_draft_that_was_not_recorded(folder: Path) -> None:
    for number, state in enumerate(("KAZ", "BLR"), 1):
        text = f'[[act]]\ntreaty = "charter"\nstate = ["{state}"]\nkind = "signature"\ndate = "7 October 2002"\n'
        (folder / f"{number}.toml").write_text(text)
    with at_terminal(folder, "record", "1.toml", "2.toml") as terminal:
        terminal.expect("Record this?").enter("y").expect("Revision").expect("Record this?").end()
        assert terminal.wait() == 1
        assert terminal.screen().endswith("Error: the input ended; 2.toml was not recorded, nor any draft after it")
    assert acts(folder) == [*RECORDED, ("KAZ", "signature", "2002-10-07")]


def test_a_draft_comes_back_with_its_problems_marked_until_it_is_right(folder: Path) -> None:
    wrong = '[[act]]\ntreaty = "charter"\nstate = ["Nowhere"]\nkind = "signature"\ndate = "32 October 2002"\n'
    program = f"""
seen = pathlib.Path("seen.txt")
if seen.exists():
    seen.write_text(text)
    text = text.replace("Nowhere", "BLR").replace("32 October", "7 October")
else:
    seen.touch()
    text = {wrong!r}"""
    with at_terminal(folder, "act", "add", "--edit", EDITOR=editor(folder, program)) as terminal:
        terminal.expect("act.toml:3: state 'Nowhere': there is no state").expect("act.toml:5: date '32 October 2002'")
        typed(terminal, [("[e]dit again, [k]eep the draft, [d]iscard it:", "e\r"), ("Record this?", "y\r")])
        assert terminal.wait() == 0
    marked = (folder / "seen.txt").read_text().split("\n")
    assert [line[:28] for line in marked if line.startswith("# ^")] == [
        "# ^ PROBLEM: state: there is",
        "# ^ PROBLEM: date: '32 Octob",
    ]
    assert acts(folder) == [*RECORDED, ("BLR", "signature", "2002-10-07")]
    assert drafts(folder) == []


@pytest.mark.parametrize(("leave", "code"), [("k\r", 1), ("\x03", 130), ("\x04", 1), ("d\r", 1)])
def test_a_draft_that_is_not_recorded_is_named_unless_discarded(folder: Path, leave: str, code: int) -> None:
    program = 'text = \'[[person]]\\nname = "Petrov"\\nborn = "1950"\\n\''
    with at_terminal(folder, "person", "add", "--edit", EDITOR=editor(folder, program), columns=300) as terminal:
        terminal.expect("person.toml:3: born: no key has this name").expect("[d]iscard it:")
        _ = terminal.interrupt() if leave == "\x03" else terminal.type(leave)
        assert terminal.wait() == code
        screen = terminal.screen()
    if leave == "d\r":
        assert "the draft was discarded; nothing was written" in screen
        assert drafts(folder) == []
        return
    (draft,) = drafts(folder)
    assert f"nothing was written; the draft is kept, record it with: secdb record {draft}" in screen
    draft.write_text(draft.read_text().replace("born", "note"))
    assert inside("register.db", "record", str(draft), folder=folder).returncode == 0


def test_a_draft_declined_and_interrupted_is_named(folder: Path) -> None:
    program = 'text = text.replace("7 October 2002", "8 October 2002").replace(\'# message = ""\', \'message = "Why"\')'
    with at_terminal(folder, "act", "edit", "1", EDITOR=editor(folder, program), columns=300) as terminal:
        terminal.expect("Record this?").interrupt()
        assert terminal.wait() == 130
        screen = terminal.screen()
    (draft,) = drafts(folder)
    assert f"the draft is kept, record it with: secdb record {draft}\nInterrupted." in screen
    assert acts(folder) == RECORDED


def test_a_record_changed_while_the_editor_was_open_is_refused_with_both_versions(folder: Path) -> None:
    other = [sys.executable, "-m", "secdb", "act", "edit", "1", "--date", "10 October 2002", "-m", "Theirs"]
    program = f"""
if "8 October" in text:
    text = text.replace("seen = 6", "seen = 7")
else:
    subprocess.run({other!r}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    text = text.replace("7 October 2002", "8 October 2002").replace('# message = ""', 'message = "Mine"')"""
    with at_terminal(folder, "act", "edit", "1", EDITOR=editor(folder, program), columns=400) as terminal:
        terminal.expect(
            "act 1 was changed in revision 7 since you began (date_text: '7 October 2002' when you began, "
            "'10 October 2002' now, '8 October 2002' in yours"
        ).expect("look at it with: secdb act show 1; to change it all the same, write seen = 7 in the draft")
        assert acts(folder) == [("ARM", "signature", "2002-10-10")]
        typed(terminal, [("[d]iscard it:", "e\r"), ("Record this?", "y\r")])
        assert terminal.wait() == 0
    assert acts(folder) == [("ARM", "signature", "2002-10-08")]
    assert drafts(folder) == []


def test_a_reason_is_asked_only_for_what_can_be_done(folder: Path) -> None:
    for command in (("undo", "77"), ("act", "edit", "77", "--note", "x")):
        with at_terminal(folder, *command) as terminal:
            assert terminal.wait() == 1
            assert "Why" not in terminal.screen()
            assert "list" in terminal.screen()


def test_a_table_is_shown_before_it_is_recorded_and_one_problem_has_a_line(folder: Path) -> None:
    (folder / "acts.csv").write_text("treaty,state,kind,date\ncharter,BLR,signature,7 October 2002\n")
    with at_terminal(folder, "import", "csv", "acts.csv", "--as", "act") as terminal:
        terminal.expect("New act 2: signature, BLR, charter, 2002-10-07").expect("signed: 1 -> 2 ").expect(
            "Record this?"
        )
        terminal.enter("n")
        assert terminal.wait() == 1
    assert acts(folder) == RECORDED
    (folder / "acts.csv").write_text("treaty,state,kind,date\ncharter,BLX,signature,7 October 2002\n")
    with at_terminal(folder, "import", "csv", "acts.csv", "--as", "act") as terminal:
        assert terminal.wait() == 1
        first, second = terminal.screen().split("\n")
    assert first == "Error: 1 problem in the data; nothing was written"
    assert second.startswith("  acts.csv:2: state 'BLX': there is no state 'BLX'; nearest: BLR (Belarus)")


@pytest.mark.parametrize(("options", "end"), [("", "\nRevision 7.\n"), (" -f json", "\n}\n")])
def test_what_is_asked_and_agreed_to_is_on_the_terminal_when_the_output_is_not(
    folder: Path, options: str, end: str
) -> None:
    command = f"{sys.executable} -m secdb act add{options} > out.txt"
    with Terminal(["/bin/sh", "-c", command], environment(folder), cwd=folder) as terminal:
        typed(terminal, SIGNATURE[:7]).expect("New act 2: signature, KAZ").expect("signed: 1 -> 2 ")
        terminal.expect("Record this?").type("y\r")
        assert terminal.wait() == 0
    printed = (folder / "out.txt").read_text()
    assert printed.endswith(end)
    assert printed.startswith("{" if options else "Added act 2: signature, KAZ")
    assert "Treaty" not in printed
