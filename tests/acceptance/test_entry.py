"""Every command that writes, as a program: what it says, what it leaves, and its exit code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.outside import asked, held, inside, run

if TYPE_CHECKING:
    from pathlib import Path

LETTER = "Letter of 7 October 2002.\nThe Parties signed the Charter in Chisinau.\n"
# in this order each finds what it needs; the words stand in what is printed
ADDED = [
    (("state", "add", "XAA", "Ruritania", "--existence", "1894/.."), "Added state XAA: Ruritania"),
    (("state", "alias", "XAA", "Ruritanie", "--language", "fr"), "Changed state XAA: Ruritania"),
    (("person", "add", "Rudolf Elphberg", "--alias", "Rudolf V"), "Added person elphberg-r: Rudolf Elphberg"),
    (("person", "add", "R. Elphberg"), "Added person elphberg-r-2: R. Elphberg"),
    (("treaty", "add", "amity", "Treaty on Amity", "--signed", "15 May 1992"), "Added treaty amity: Treaty on Amity"),
    (
        ("organization", "add", "abco", "Organization of Amity", "amity"),
        "Added organization abco: Organization of Amity",
    ),
    (("dataset", "add", "cow-igo", "COW"), "Added dataset cow-igo: COW"),
    (("document", "add", "letter.txt", "--title", "The letter", "--symbol", "A/1"), "Added document a-1: The letter"),
    (
        ("statement", "add", "a-1", "letter", "On the Charter", "--signatory", "XAA:Rudolf V:head_of_state"),
        "Added statement a-1-letter: On the Charter",
    ),
    (
        ("act", "add", "amity", "XAA;RUS", "signature", "--date", "15 May 1992", "--cite", "A/1", "--quote", "signed"),
        "Added act 65: signature, RUS, amity, 1992-05-15",
    ),
    (
        ("roster", "add", "amity", "--on", "2001", "--state", "XAA;RUS", "--complete"),
        "Added roster 6: amity, 2001, 2 States",
    ),
    (
        ("tenure", "add", "Rudolf V", "XAA", "head_of_state", "--from", "1894"),
        "Added tenure 1: Rudolf Elphberg, head_of_state, XAA, 1894/..",
    ),
    (
        ("head-of-state", "add", "RUS", "Vladimir Putin", "--from", "2012-05-07"),
        "Added tenure 2: Vladimir Putin, head_of_state, RUS, 2012-05-07/..",
    ),
    (
        ("representative", "add", "RUS", "lavrov-s", "--from", "1994-07-07", "--to", "2004-07-12"),
        "Added tenure 3: S. Lavrov, permanent_representative, RUS, 1994-07-07/2004-07-12",
    ),
    (
        ("membership", "add", "amity", "BLR", "--from", "1995-03-01", "--to", "1999-01-01", "--by", "accession"),
        "amity on 1995-03-01, consented: 0 -> 1 (BLR Belarus: none -> counted)",
    ),
    (("record", "draft.toml"), "Added person draft-a: A. Draft"),
    (("import", "csv", "rows.csv", "--as", "person"), "Added person table-a: A. Table"),
    (
        ("head-of-state", "add", "Vladimir Putin", "Russia", "--from", "2000-05-07", "--to", "2008-05-07"),
        "Added tenure 4: Vladimir Putin, head_of_state, RUS, 2000-05-07/2008-05-07",
    ),
]
CHANGED = [
    (("state", "edit", "XAA", "--name", "Kingdom of Ruritania"), "Changed state XAA: Kingdom of Ruritania"),
    (("person", "edit", "elphberg-r", "--note", "The Fifth"), "Changed person elphberg-r"),
    (("treaty", "edit", "amity", "--depositary", "RUS"), "Changed treaty amity"),
    (("organization", "edit", "abco", "--name", "ABCO"), "Changed organization abco: ABCO"),
    (("dataset", "edit", "cow-igo", "--authority", "COW"), "Changed dataset cow-igo"),
    (("document", "edit", "a-1", "--title", "A letter"), "Changed document a-1: A letter"),
    (("statement", "edit", "a-1-letter", "--place", "Streslau"), "Changed statement a-1-letter"),
    (("act", "edit", "64", "--date", "16 May 1992"), "Changed act 64: signature, XAA, amity, 1992-05-16"),
    (("act", "rank", "65", "deprecated"), "Changed act 65: signature, RUS, amity, 1992-05-15, deprecated"),
    (("roster", "edit", "6", "--no-complete"), "Changed roster 6"),
    (("tenure", "edit", "1", "--to", "1911"), "Changed tenure 1: Rudolf Elphberg, head_of_state, XAA, 1894/1911"),
    (("person", "merge", "R. Elphberg", "elphberg-r"), "Removed person elphberg-r-2"),
    (("roster", "remove", "6"), "Removed roster 6"),
    (("act", "remove", "64"), "Removed act 64"),
    (("tenure", "remove", "1"), "Removed tenure 1"),
    (("statement", "remove", "a-1-letter"), "Removed statement a-1-letter"),
    (("dataset", "remove", "cow-igo"), "Removed dataset cow-igo"),
    (("organization", "remove", "abco"), "Removed organization abco"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a letter, a draft and a table."""
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "draft.toml").write_text('message = "From a draft"\n[[person]]\nname = "A. Draft"\n', encoding="utf-8")
    (tmp_path / "rows.csv").write_text("name\nA. Table\n", encoding="utf-8")
    return tmp_path


@pytest.mark.server_later
def test_each_command_writes_one_revision_and_says_what(own_url: str, folder: Path) -> None:
    for number, (command, said) in enumerate(ADDED, 2):
        done = inside(own_url, *command, "--author", "M. Archivist", folder=folder)
        assert (done.returncode, said in done.stdout) == (0, True), (command, done.stdout, done.stderr)
        assert done.stdout.endswith(f"Revision {number}.\n"), done.stdout
    for number, (command, said) in enumerate(CHANGED, 2 + len(ADDED)):
        done = inside(own_url, *command, "-m", "Why not", folder=folder)
        assert (done.returncode, said in done.stdout) == (0, True), (command, done.stdout, done.stderr)
        assert done.stdout.endswith(f"Revision {number}.\n"), done.stdout
    last = asked(own_url, "SELECT author, message FROM revision WHERE id IN (2, 17, 20) ORDER BY id")
    assert [row[0] for row in last[:2]] == ["M. Archivist"] * 2
    assert [row[1] for row in last] == ["Add state XAA Ruritania", "From a draft", "Why not"]
    assert inside(own_url, "verify").returncode == 0


@pytest.mark.slow
def test_a_program_of_its_own_says_and_does_the_same(own_url: str) -> None:
    for number, (command, said) in enumerate(
        (
            (("person", "add", "Rudolf Elphberg"), "Added person elphberg-r"),
            (("person", "edit", "elphberg-r", "--alias", "Rudolf V", "-m", "Signs so"), "Changed person elphberg-r"),
            (("person", "merge", "Rudolf V", "S. Lavrov", "-m", "Not so"), "Removed person elphberg-r"),
            (("undo", "4", "-m", "Two men"), "Revision 5"),
        ),
        2,
    ):
        done = run(own_url, *command)
        assert (done.returncode, said in done.stdout) == (0, True), done.stdout + done.stderr
        assert asked(own_url, "SELECT max(id) FROM revision") == [(number,)]
    assert asked(own_url, "SELECT code FROM person WHERE name = 'Rudolf Elphberg'") == [("elphberg-r",)]


@pytest.mark.parametrize(
    "command",
    [
        *(("act", "edit", "1", "--note", "x"), ("act", "remove", "1"), ("act", "rank", "9", "preferred")),
        *(("person", "merge", "lavrov-s", "putin-v"), ("state", "edit", "ARM", "--note", "x")),
    ],
)
def test_a_correction_needs_a_reason(seeded_copy: str, command: tuple[str, ...]) -> None:
    refused = inside(seeded_copy, *command)
    name = " ".join(command[:2])
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == f"Error: secdb {name} needs a reason; give one with -m\n"
    assert asked(seeded_copy, "SELECT max(id) FROM revision") == [(1,)]


def test_a_dry_run_says_the_effect_and_writes_nothing(own_url: str, folder: Path) -> None:
    before = held(own_url), asked(own_url, "SELECT count(*) FROM revision")
    for command, said in (
        (("act", "add", "csto-charter", "AZE", "accession", "--date", "2010-01-01"), "New act 64"),
        (("act", "edit", "1", "--date", "1992-05-14"), "Change to act 1"),
        (("statement", "remove", "cst-2002-letter"), "Removal of statement cst-2002-letter"),
        (("import", "csv", "rows.csv", "--as", "person"), "New person table-a"),
        (("record", "draft.toml"), "New person draft-a"),
        (("membership", "add", "csto", "AZE", "--from", "2010"), "csto-charter on 2010-"),
    ):
        done = inside(own_url, *command, "--dry-run", folder=folder)
        assert (done.returncode, said in done.stdout) == (0, True), (command, done.stdout, done.stderr)
        assert done.stdout.endswith("Nothing was written (--dry-run).\n")
    assert (held(own_url), asked(own_url, "SELECT count(*) FROM revision")) == before


def test_the_outcome_as_json(seeded_copy: str) -> None:
    command = ("membership", "add", "csto", "AZE", "--from", "2010-01-01", "--by", "accession", "-f", "json")
    tried = json.loads(inside(seeded_copy, *command, "--dry-run").stdout)
    done = json.loads(inside(seeded_copy, *command).stdout)
    again = json.loads(inside(seeded_copy, *command).stdout)
    assert [(one["revision"], one["dry_run"]) for one in (tried, done, again)] == [
        (None, True),
        (2, False),
        (None, False),
    ]
    assert done["report"] == "Add membership csto AZE"
    row = {
        "noun": "act",
        "name": "64",
        "number": 64,
        "done": "added",
        "label": "accession, AZE, csto-charter, 2010-01-01",
    }
    assert done["rows"] == [row]
    assert again["rows"] == [{**row, "done": "unchanged"}]
    first = done["effects"][0]
    assert (first["treaty"], first["on"], first["states"][0]["state"]) == ("csto-charter", "2010-01-01", "AZE")
    assert first["after"]["member"] == first["before"]["member"] + 1
    assert tried["effects"] == done["effects"]


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (("act", "add"), 2, "secdb act add needs --treaty, --state, --kind, --date (see secdb act add --help)"),
        (("statement", "add", "cst-2002"), 2, "secdb statement add needs --kind, --title (see"),
        (("membership", "add", "cst", "AZE"), 2, "secdb membership add needs --from (see secdb membership add --help)"),
        (("person", "edit", "lavrov-s"), 2, "name what to change, such as --name, or give --edit to open an editor"),
        (("act", "rank", "1", "best", "-m", "x"), 2, "the rank is one of preferred, normal, deprecated, not 'best'"),
        (
            ("act", "add", "cst", "Atlantis", "accession", "--date", "2001"),
            1,
            "there is no state 'Atlantis'; nearest: ",
        ),
        (("act", "add", "cst", "MNG", "accession", "--date", "2023-02-30"), 1, "'2023-02-30' is not in the calendar"),
        (
            ("act", "add", "cst", "GEO", "accession", "--date", "1994"),
            1,
            "contradicts act 8 (accession, 1993-12-09); say",
        ),
        (
            ("act", "edit", "999", "--note", "x", "-m", "y"),
            1,
            "there is no act '999'; list them all with: secdb act list",
        ),
        (("treaty", "remove", "cst", "-m", "x"), 1, "treaty cst is in use by 43 acts, "),
        (("person", "merge", "lavrov-s", "S. Lavrov", "-m", "x"), 1, "are the same person already: lavrov-s"),
        (("document", "add", "none.txt", "--title", "x"), 1, "none.txt"),
        (("treaty", "add", "cst", "Another"), 1, "change it with: secdb treaty edit cst"),
        (("state", "alias", "Atlantis", "Atl"), 1, "there is no state 'Atlantis'"),
        (("record", "none.toml"), 1, "none.toml was not recorded: it cannot be read: No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_told_with_what_to_do(
    seeded_copy: str, command: tuple[str, ...], code: int, said: str
) -> None:
    before = held(seeded_copy)
    refused = inside(seeded_copy, *command)
    assert (refused.returncode, said in refused.stderr) == (code, True), refused.stderr
    assert (refused.stdout, "Traceback" in refused.stderr) == ("", False)
    assert held(seeded_copy) == before


def test_a_register_that_is_not_there_is_told_and_not_made(tmp_path: Path) -> None:
    for command in (
        ("person", "add", "Somebody"),
        ("person", "remove", "x", "-m", "y"),
        ("act", "rank", "1", "normal", "-m", "x"),
    ):
        refused = inside(str(tmp_path / "none.db"), *command)
        assert (refused.returncode, "secdb init" in refused.stderr) == (3, True), refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_of_a_draft_with_one_fault_nothing_is_written(own_url: str, tmp_path: Path) -> None:
    draft = '[[person]]\nname = "First Person"\n[[document]]\ntitle = "D"\n[[act]]\ntreaty = "cst"\nstate = "ARM"\n'
    draft += 'kind = "declaration"\ndate = 2001-02-03\ncite = "cst-2002"\nquote = "words that stand nowhere in it"\n'
    (tmp_path / "d.toml").write_text(draft, encoding="utf-8")
    before = held(own_url)
    refused = inside(own_url, "record", "d.toml", folder=tmp_path)
    assert refused.returncode == 1
    assert "  d.toml:11: quote 'words that stand nowhere in it': neither the words nor any like them" in refused.stderr
    assert held(own_url) == before
    right = draft.replace("words that stand nowhere in it", "tenth anniversary of the signing")
    (tmp_path / "d.toml").write_text(right, encoding="utf-8")
    assert inside(own_url, "record", "d.toml", folder=tmp_path).stdout.endswith("Revision 2.\n")


def test_more_than_four_treaties_are_told_in_a_line_each(seeded_copy: str, tmp_path: Path) -> None:
    codes = [f"treaty-{number}" for number in range(5)]
    draft = "".join(f'[[treaty]]\ncode = "{code}"\ntitle = "{code}"\nin_force = "1990"\n' for code in codes)
    for code in codes:
        for state, day in (("ARM", "1995-01-01"), ("BLR", "1996-01-01"), ("KAZ", "1997-01-01")):
            draft += f'[[act]]\ntreaty = "{code}"\nstate = "{state}"\nkind = "participation"\neffect = "{day}"\n'
    (tmp_path / "d.toml").write_text(draft, encoding="utf-8")
    done = inside(seeded_copy, "record", "d.toml", folder=tmp_path)
    lines = [line for line in done.stdout.splitlines() if " -> " in line]
    assert [line.partition(" ")[0] for line in lines] == codes, done.stdout + done.stderr
    assert all(" 0 -> 3 (" in line and line.endswith("; and on 3 more days") for line in lines), lines


def test_a_membership_does_not_end_before_it_begins(seeded_copy: str) -> None:
    before = held(seeded_copy)
    done = inside(seeded_copy, "membership", "add", "cst", "FRA", "--from", "1999", "--to", "1998")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: to '1998': is not after '1999': the membership ends before it begins")
    assert held(seeded_copy) == before


def test_a_name_of_another_state_is_no_alias_unasked(seeded_copy: str) -> None:
    done = inside(seeded_copy, "state", "alias", "KAZ", "uzbekistan")
    assert (done.returncode, done.stdout) == (1, "")
    assert "'uzbekistan' is a name of UZB already" in done.stderr
    assert inside(seeded_copy, "state", "alias", "KAZ", "uzbekistan", "--yes").returncode == 0


def test_the_same_name_in_other_letters_is_no_second_person(seeded_copy: str) -> None:
    done = inside(seeded_copy, "person", "add", "vladimir PUTIN")
    assert (done.returncode, done.stdout) == (1, "")
    assert "person putin-v is on record with another name ('Vladimir Putin')" in done.stderr


def test_words_need_the_document_they_stand_in(seeded_copy: str) -> None:
    done = inside(seeded_copy, "act", "add", "cst", "KAZ", "accession", "--date", "1996", "--quote", "The")
    assert (done.returncode, done.stderr) == (2, "Error: secdb act add needs --cite (see secdb act add --help)\n")


@pytest.mark.parametrize(
    ("noun", "code"), [("state", "ZZ"), ("treaty", "a b"), ("treaty", "x" * 65), ("dataset", "a/b")]
)
def test_a_code_has_a_form(seeded_copy: str, noun: str, code: str) -> None:
    done = inside(seeded_copy, noun, "add", code, "Name")
    assert (done.returncode, done.stdout) == (1, "")
    assert "is no code" in done.stderr


def test_a_table_without_a_row_to_record_says_so(seeded_copy: str, tmp_path: Path) -> None:
    table, rejects = tmp_path / "t.csv", tmp_path / "r.csv"
    table.write_text("state,kind,date,treaty\n")
    done = inside(seeded_copy, "import", "csv", str(table), "--as", "act")
    assert (done.returncode, done.stderr) == (1, f"Error: {table} has no rows below its header; nothing was written\n")
    table.write_text("state,kind,date,treaty\nNowhere,signature,1999,cst\n")
    done = inside(seeded_copy, "import", "csv", str(table), "--as", "act", "--rejects", str(rejects))
    assert (done.returncode, done.stderr.splitlines()[-1]) == (1, f"Error: no row of {table} could be recorded")
    assert "Nowhere" in rejects.read_text()


def test_a_membership_is_recorded_from_a_draft_and_its_acts_are_edited_by_themselves(
    seeded_copy: str, tmp_path: Path
) -> None:
    draft = tmp_path / "france.toml"
    draft.write_text(
        '[[membership]]\ntreaty = "cst"\nstate = "France"\nfrom = "May 1999"\nto = "2001"\nby = "accession"\n'
    )
    assert inside(seeded_copy, "record", str(draft)).returncode == 0
    wanted = "SELECT kind, effect_text, effect_edtf FROM act WHERE id > 63 ORDER BY id"
    assert asked(seeded_copy, wanted) == [("accession", "May 1999", "1999-05"), ("withdrawal", "2001", "2001")]
    draft.write_text('message = "x"\n[[membership]]\nedit = 64\nto = "2002"\n')
    done = inside(seeded_copy, "record", str(draft))
    assert done.returncode == 1
    assert "a membership is not on record itself; edit its acts" in done.stderr
