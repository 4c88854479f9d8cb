"""Letters taken in many at a time: drafts kept in a folder, gone on with, recorded, and left where they fail."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from cli.letters import recording
from cli.letters.taking import Desk, Taken
from tests.acceptance.outside import asked
from tests.inside import run
from tests.intake.letters import LETTERS

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from secdb.register.letters.form import LetterDraft

ISLANDS = (
    "Letter dated 5 June 2003 from the Permanent Representative of Norway to the United Nations addressed to the "
    "Secretary-General\n\nI write on behalf of the two States members of the Union of Far Islands - Norway and Chad."
    "\n\n(Signed) Kari Nordmann\nPermanent Representative of Norway\n"
)


@pytest.fixture
def database(seeded_file: Path, tmp_path: Path) -> str:
    return str(shutil.copy(seeded_file, tmp_path / "register.db"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two letters, and what is none."""
    place = tmp_path / "letters"
    place.mkdir()
    for name in ("stacked", "russian"):
        (place / f"{name}.txt").write_text(LETTERS[name].text, encoding="utf-8")
    (place / "notes.xyz").write_text("no letter")
    (place / ".hidden.txt").write_text("no letter")
    return place


def secdb(database: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return run("--database", database, *map(str, arguments))


def revisions(database: str) -> object:
    return asked(database, "SELECT max(revision) FROM revisions")[0][0]


def test_a_folder_of_letters_becomes_a_folder_of_drafts(database: str, folder: Path, tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    done = secdb(database, "intake", folder, "-o", drafts)
    assert done.returncode == 0
    assert done.stdout.splitlines() == [str(drafts / "russian.toml"), str(drafts / "stacked.toml")]
    assert sorted(path.name for path in drafts.iterdir()) == ["russian.toml", "stacked.toml"]
    assert 'source = "../letters/stacked.txt"' in (drafts / "stacked.toml").read_text(encoding="utf-8")
    assert revisions(database) == 1


def test_a_run_goes_on_where_it_was_and_leaves_drafts_as_they_are(database: str, folder: Path, tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    secdb(database, "intake", folder / "stacked.txt", "-o", drafts)
    worked_on = (drafts / "stacked.toml").read_text(encoding="utf-8") + "# mine\n"
    (drafts / "stacked.toml").write_text(worked_on, encoding="utf-8")
    done = secdb(database, "intake", folder, "-o", drafts)
    assert done.stdout.splitlines() == [str(drafts / "russian.toml")]
    assert "1 draft written" in done.stderr
    assert "1 there before" in done.stderr
    assert (drafts / "stacked.toml").read_text(encoding="utf-8") == worked_on


def test_two_letters_of_one_name_have_a_draft_each(database: str, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(folder / "russian.txt", other / "stacked.txt")
    drafts = tmp_path / "drafts"
    done = secdb(database, "intake", folder / "stacked.txt", other / "stacked.txt", "-o", drafts)
    assert done.stdout.splitlines() == [str(drafts / "stacked.toml"), str(drafts / "stacked-2.toml")]


def test_a_letter_that_has_changed_is_told_of(database: str, folder: Path, tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    secdb(database, "intake", folder, "-o", drafts)
    (folder / "stacked.txt").write_text("Another text.", encoding="utf-8")
    assert "stacked.txt has changed since" in secdb(database, "intake", folder, "-o", drafts).stderr
    done = secdb(database, "record", drafts / "stacked.toml")
    assert done.returncode == 1
    assert "has changed since the draft was made; take it in again" in done.stderr


def test_each_draft_is_a_revision_and_those_that_fail_stay(database: str, folder: Path, tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    secdb(database, "intake", folder, "-o", drafts)
    text = (drafts / "russian.toml").read_text(encoding="utf-8")
    spoilt = text.replace('date = "', 'date = "X', 1)
    assert spoilt != text
    (drafts / "russian.toml").write_text(spoilt, encoding="utf-8")
    done = secdb(database, "record", drafts / "russian.toml", drafts / "stacked.toml")
    assert done.returncode == 1
    line = next(number for number, one in enumerate(spoilt.splitlines(), 1) if one.startswith('date = "X'))
    assert f"russian.toml:{line}: date " in done.stderr
    assert "1 of 2 drafts not recorded" in done.stderr
    assert (drafts / "russian.toml").read_text(encoding="utf-8") == spoilt
    assert asked(database, "SELECT message FROM revisions WHERE revision > 1") == [("Record letter A/50/9001",)]


def test_drafts_recorded_twice_write_nothing_the_second_time(database: str, folder: Path, tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    secdb(database, "intake", folder / "stacked.txt", "-o", drafts)
    assert secdb(database, "record", drafts / "stacked.toml").returncode == 0
    done = secdb(database, "record", drafts / "stacked.toml")
    assert done.returncode == 0
    assert "On record already" in done.stdout
    assert revisions(database) == 2


def test_accept_records_without_review_and_leaves_the_draft(database: str, folder: Path, tmp_path: Path) -> None:
    done = secdb(database, "intake", folder / "stacked.txt", "--accept", "-o", tmp_path / "drafts")
    assert done.returncode == 0
    assert "Revision 2." in done.stdout
    assert (tmp_path / "drafts" / "stacked.toml").exists()
    people = asked(database, "SELECT state, person_name FROM representatives WHERE state = 'NOR'")
    assert people == [("NOR", "Kari Nordmann-Berg")]


def test_a_letter_that_cannot_be_recorded_is_told_with_its_line(database: str, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    two = ISLANDS.replace("Representative of Norway to", "Representatives of Norway and Chad to")
    letter.write_text(two.replace("\nPermanent Representative of Norway", ""), encoding="utf-8")
    done = secdb(database, "intake", letter, "--accept")
    drafted = json.loads(secdb(database, "intake", letter, "-f", "json").stdout)[0]
    unknown = [one for one in drafted["statements"][0]["signatories"] if one["state"] is None]
    assert unknown
    line = letter.read_text(encoding="utf-8").count("\n", 0, unknown[0]["start_char"]) + 1
    assert done.returncode == 1
    assert f"letter.txt:{line}: state '{unknown[0]['name']}': for which State?" in done.stderr
    assert revisions(database) == 1


def test_a_roster_of_a_body_nobody_knows_is_left_out_and_told(database: str, tmp_path: Path) -> None:
    letter = tmp_path / "islands.txt"
    letter.write_text(ISLANDS, encoding="utf-8")
    done = secdb(database, "intake", letter, "--accept")
    assert done.returncode == 0
    assert "the roster of Union of Far Islands is left out: no treaty or organization is known of it" in done.stderr
    assert asked(database, "SELECT count(*) FROM rosters WHERE body = 'Union of Far Islands'") == [(0,)]


def test_with_a_dry_run_the_effect_is_shown_and_nothing_is_written(database: str, folder: Path) -> None:
    done = secdb(database, "intake", folder / "stacked.txt", "--accept", "--dry-run")
    assert done.returncode == 0
    assert "New document a-50-9001" in done.stdout
    assert revisions(database) == 1


def test_a_person_who_may_be_known_is_offered_and_not_linked(database: str, tmp_path: Path) -> None:
    letter = tmp_path / "later.txt"
    letter.write_text(
        ISLANDS.replace("Kari Nordmann", "Sergey V. Lavrov").replace("of Norway", "of the Russian Federation"),
        encoding="utf-8",
    )
    drafted = json.loads(secdb(database, "intake", letter, "-f", "json").stdout)[0]
    assert "person" not in drafted["statements"][0]["signatories"][0]
    offers = {one["path"]: " ".join(one["offers"]) for one in drafted["offers"]}
    assert 'person = "lavrov-s"' in offers["statements.0.signatories.0"]
    secdb(database, "intake", letter, "--accept")
    assert asked(database, "SELECT person FROM persons WHERE name = 'Sergey V. Lavrov'") == [("lavrov-s-2",)]


@pytest.mark.parametrize("options", [("-f", "json", "--accept"), ("-f", "toml", "-o", "x")])
def test_printing_and_keeping_are_two_things(database: str, folder: Path, options: tuple[str, ...]) -> None:
    assert secdb(database, "intake", folder, *options).returncode == 2


def test_a_folder_without_letters_is_an_error(database: str, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    done = secdb(database, "intake", tmp_path / "none", "-o", tmp_path / "drafts")
    assert done.returncode == 1
    assert "there is no letter in" in done.stderr


def test_a_printed_draft_can_be_recorded(database: str, folder: Path) -> None:
    printed = secdb(database, "intake", folder / "stacked.txt", "-f", "toml").stdout
    (folder / "draft.toml").write_text(printed, encoding="utf-8")
    assert secdb(database, "record", folder / "draft.toml").returncode == 0


@pytest.mark.parametrize("debug", [False, True])
def test_what_is_not_foreseen_with_one_draft_leaves_the_others(
    database: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, debug: bool
) -> None:
    drafts = tmp_path / "drafts"
    secdb(database, "intake", folder, "-o", drafts)
    record = recording.record_draft

    def fail(context: object, draft: LetterDraft, *rest: object) -> None:
        if "russian" in draft.tables["file"]:
            raise KeyError("x")
        record(context, draft, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(recording, "record_draft", fail)
    options = ("--debug",) if debug else ()
    done = secdb(database, *options, "record", drafts / "russian.toml", drafts / "stacked.toml")
    assert done.returncode == 1
    assert "russian.toml was not recorded: internal error: KeyError: 'x'" in done.stderr
    assert done.stderr.endswith("Error: 1 of 2 drafts not recorded; correct them and run this again\n") or debug
    assert ('raise KeyError("x")' in done.stderr) == debug
    assert revisions(database) == 2


def test_what_is_not_foreseen_with_one_letter_leaves_the_others_to_be_accepted(
    database: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = Desk.take

    def fail(self: Desk, path: Path) -> Taken:
        if "russian" in path.name:
            raise RecursionError
        return take(self, path)

    monkeypatch.setattr(Desk, "take", fail)
    done = secdb(database, "intake", folder, "--accept")
    assert done.returncode == 1
    assert "russian.txt was not read: internal error: RecursionError" in done.stderr
    assert "1 of 2 files not recorded" in done.stderr
    assert revisions(database) == 2
