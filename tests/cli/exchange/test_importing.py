"""`secdb import` of a dataset of the field: what it records, refuses and tells. The importer is made up."""

from __future__ import annotations

import csv
import json
import shutil
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from secdb.exchange import importing
from secdb.exchange.csvfile import PackageError, Row
from secdb.exchange.importers.base import Reject
from tests.inside import run

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

    from secdb.exchange.importers.base import Record, Tally
    from secdb.exchange.importers.states import States

FORM = "state,day"
REFUSED = (
    "Error: 3 rows of source.csv cannot be recorded as they are, so nothing is written; "
    "--rejects FILE records the others and writes these there"
)


class MadeUp(ModuleType):
    """An importer of lines `ARM,1992-05-15`: a State's accession to the one treaty."""

    TITLE = "Made up"
    DATASET = "made-up"

    @staticmethod
    def records(path: Path, states: States, dataset: str, tally: Tally) -> Iterator[Record | Reject]:
        header, *lines = path.read_text(encoding="utf-8").splitlines()
        if header != FORM:
            raise PackageError("is of another form", path.name, 1)
        yield "dataset", Row(path.name, 1, {"code": dataset, "title": "Made up"})
        yield "document", Row(path.name, 1, {"code": dataset, "kind": "dataset", "title": "Made up"})
        yield "treaty", Row(path.name, 1, {"code": "made-up", "title": "A treaty"})
        for number, line in enumerate(lines, 2):
            code, _, day = line.partition(",")
            if not day:
                tally.blank += 1
            elif state := states.by_code("state", code, day):
                tally.read += 1
                act = {"dataset": dataset, "treaty": "made-up", "state": state, "kind": "accession", "date_edtf": day}
                yield "act", Row(path.name, number, {"id": str(number), **act})
                citation: dict[str, str | None] = {"act": str(number), "document": dataset, "locator": line}
                yield "citation", Row(path.name, number, citation)
            else:
                tally.rejected += 1
                tally.unknown[code] += 1
                yield Reject(path.name, number, {"state": code, "day": day}, f"no State has the code {code} on {day}")


@pytest.fixture
def database(seeded_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a register of this test's own, with the made-up importer in place of that for ATOP."""
    name = "secdb.exchange.importers.made_up"
    monkeypatch.setitem(sys.modules, name, MadeUp(name))
    monkeypatch.setitem(importing.FORMS, "atop", "made_up")
    return Path(shutil.copy(seeded_file, tmp_path / "register.db"))


def imported(database: Path, content: str, *options: str) -> subprocess.CompletedProcess[str]:
    file = database.with_name("source.csv")
    file.write_text(f"{FORM}\n{content}", encoding="utf-8")
    return run("--database", str(database), "import", "atop", str(file), "--author", "tests", *options)


def acts(database: Path) -> int:
    done = run(
        "--database", str(database), "sql", "SELECT count(*) AS n FROM acts WHERE dataset = 'made-up'", "-f", "json"
    )
    number: int = json.loads(done.stdout)["rows"][0]["n"]
    return number


def test_the_summary_accounts_for_every_row(database: Path) -> None:
    done = imported(database, "ARM,1992\nUZB,1993-04-01\nUZB,\n", "-m", "First copy")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "Made up, into the dataset made-up",
        "3 rows: 2 read, 0 rejected, 1 blank",
        "dataset: 1 new",
        "document: 1 new",
        "treaty: 1 new",
        "act: 2 new",
        "citation: 2 new",
        "Memberships of 2 States under 1 treaty: 0 -> 2 periods in the dataset",
        "Revision 2.",
    ]
    assert "First copy" in run("--database", str(database), "log").stdout


def test_importing_again_changes_nothing(database: Path) -> None:
    imported(database, "ARM,1992\n")
    done = imported(database, "ARM,1992\n")
    assert done.stdout.splitlines()[-3:] == [
        "act: 1 on record already",
        "citation: 1 on record already",
        "Nothing to write: all of it is on record already.",
    ]
    assert run("--database", str(database), "log", "-f", "json").stdout.count('"revision":') == 3  # and the head


def test_a_newer_copy_tells_what_it_has_no_more(database: Path) -> None:
    imported(database, "ARM,1992\nUZB,1993\n")
    done = imported(database, "UZB,1993\nKAZ,1994\n")
    assert "act: 1 stay that this copy has not: made-up ARM accession 1992" in done.stdout
    assert acts(database) == 3


def test_any_row_that_fails_keeps_all_out_and_unknown_states_are_told_together(database: Path) -> None:
    done = imported(database, "ARM,1992\nZZZ,1992\nZZZ,1993\nQQQ,1993\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "States that the authority list does not know: ZZZ (2 rows), QQQ (1 row)",
        "3 alike, such as source.csv:3: no State has the code ZZZ on 1992",
        REFUSED,
    ]
    assert acts(database) == 0


def test_with_a_file_for_rejects_the_others_are_recorded(database: Path) -> None:
    file = database.with_name("rejects.csv")
    done = imported(database, "ARM,1992\nZZZ,1992\nUZB,1992-02-30\n", "--rejects", str(file))
    assert done.returncode == 0
    assert done.stderr == f"2 rows not recorded, or only in part: see {file}.\n"
    with file.open(encoding="utf-8", newline="") as opened:
        rejected = list(csv.DictReader(opened))
    assert [(row["file"], row["line"], row["reason"]) for row in rejected[:1]] == [
        ("source.csv", "3", "no State has the code ZZZ on 1992")
    ]
    assert (rejected[0]["state"], rejected[0]["day"]) == ("ZZZ", "1992")
    assert rejected[1]["reason"].startswith("date_edtf '1992-02-30': ")
    assert acts(database) == 1


def test_a_dry_run_shows_the_effect_and_writes_nothing(database: Path) -> None:
    file = database.with_name("rejects.csv")
    done = imported(database, "ARM,1992\nZZZ,1992\n", "--dry-run", "--rejects", str(file))
    assert done.returncode == 0
    assert "act: 1 new" in done.stdout
    assert done.stdout.splitlines()[-1] == "Nothing was written (--dry-run)."
    assert done.stderr == f"1 row would go to {file}.\n"
    assert not file.exists()
    assert acts(database) == 0


def test_a_dry_run_fails_where_the_import_would(database: Path) -> None:
    done = imported(database, "ARM,1992\nZZZ,1992\n", "--dry-run")
    assert done.returncode == 1
    assert "act: 1 new" in done.stdout
    assert done.stderr.startswith("Error: 1 row of source.csv cannot be recorded")


def test_programs_get_the_same_as_json(database: Path) -> None:
    done = json.loads(imported(database, "ARM,1992\n", "-f", "json").stdout)
    assert (done["revision"], done["dry_run"]) == (2, False)
    assert done["source"] == {"unit": "row", "read": 1, "rejected": 0, "blank": 0}
    assert done["memberships"] == {"treaties": 1, "states": 1, "periods_before": 0, "periods_after": 1}
    assert done["rows"][3] == {
        "table": "act",
        "given": 1,
        "new": 1,
        "unchanged": 0,
        "different": 0,
        "repeated": 0,
        "refused": 0,
    }


def test_it_can_be_kept_under_another_code_but_not_in_the_register_itself(database: Path) -> None:
    assert "into the dataset mine" in imported(database, "ARM,1992\n", "--dataset", "mine").stdout
    for own in ("register", " Register"):
        done = imported(database, "ARM,1992\n", "--dataset", own)
        assert done.returncode == 2
        assert "the dataset 'register' is your own" in done.stderr


def test_the_day_up_to_which_it_speaks_can_be_given(database: Path) -> None:
    assert imported(database, "ARM,1992\n", "--covers-to", "2013-11").returncode == 0
    assert "Nothing to write: all of it is on record already." in imported(database, "ARM,1992\n").stdout
    for day, counted in (("2013-11-30", 1), ("2013-12-01", None)):
        options = ("made-up", "--dataset", "made-up", "--on", day, "--basis", "signed", "-f", "json")
        assert json.loads(run("--database", str(database), "members", *options).stdout)["count"]["member"] == counted


@pytest.mark.parametrize("day", ["2013-02-30", "some time", "2013-11-30/2014"])
def test_a_day_that_is_none_is_refused_before_anything_is_read(database: Path, day: str) -> None:
    done = imported(database, "ARM,1992\n", "--covers-to", day)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert acts(database) == 0


def test_its_code_is_kept_in_small_letters_and_has_the_form_of_codes(database: Path) -> None:
    assert "into the dataset mine" in imported(database, "ARM,1992\n", "--dataset", " Mine").stdout
    for odd in ("my own", " ", "Bad Code!", "bad!", "a/b", "x" * 65):
        done = imported(database, "ARM,1992\n", "--dataset", odd)
        form = "it is one word of at most 64 letters, figures, hyphens and dots, as cow-igo"
        said = f"Error: {odd!r} is no code of a dataset; {form}\n"
        assert (done.returncode, done.stderr) == (2, said)


def test_a_file_of_another_form_is_refused_with_its_name(database: Path) -> None:
    other = database.with_name("other.csv")
    other.write_text("country;date\n", encoding="utf-8")
    done = run("--database", str(database), "import", "atop", str(other), "--author", "tests")
    assert (done.returncode, done.stderr) == (1, "Error: other.csv:1: is of another form\n")


HEADERS = {
    "mtdsg": "Participant,Signature",
    "cow-igo": "ccode,year,state,csto,un",
    "manydata": "stateID,treatyID,Title,Begin,End,Signature,Force,Term,StateSignature,StateRatification,StateForce,"
    "StateEnd,Coder,Comments",
    "atop": "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,ineffect",
    "csv": "treaty,state,kind,date",
}


@pytest.mark.parametrize("content", ["header", "", "\n"])
@pytest.mark.parametrize("form", HEADERS)
def test_a_file_without_a_row_is_refused_and_nothing_written(
    seeded_file: Path, tmp_path: Path, form: str, content: str
) -> None:
    register = Path(shutil.copy(seeded_file, tmp_path / "register.db"))
    file = tmp_path / "4-1.csv"
    file.write_text(f"{HEADERS[form]}\n" if content == "header" else content, encoding="utf-8")
    before = register.read_bytes()
    as_ = ("--as", "act") if form == "csv" else ()
    done = run("--database", str(register), "import", form, str(file), *as_, "--author", "tests")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    words = "s below its header; nothing was written\n" if content == "header" else ""
    assert done.stderr.startswith("Error: ")
    assert done.stderr.endswith(words)
    assert register.read_bytes() == before


def test_all_states_that_are_not_known_are_told_the_most_rows_first(database: Path) -> None:
    codes = [f"{one}{two}Q" for one in "ABCDE" for two in "ABCDEFGHIJ"]  # none of them is a State's
    done = imported(database, "ARM,1992\n" + "".join(f"{code},1992\n" for code in [*codes, "EJQ"]))
    lines = done.stderr.splitlines()
    assert lines[0].startswith("States that the authority list does not know: EJQ (2 rows), AAQ (1 row), ABQ (1 row),")
    assert max(map(len, lines[:-2])) <= 120
    listed = " ".join(line.strip() for line in lines[:-2]).partition(": ")[2]
    assert listed.split(", ") == ["EJQ (2 rows)", *(f"{code} (1 row)" for code in codes[:-1])]
    assert lines[-2] == "51 alike, such as source.csv:3: no State has the code AAQ on 1992"


def test_a_code_that_is_known_but_not_on_the_day_is_told_apart(seeded_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "made.csv"
    file.write_text("ccode,year,state,csto\n371,1850,armenia,1\n371,1851,armenia,1\n999,2002,atlantis,1\n", "utf-8")
    register = shutil.copy(seeded_file, tmp_path / "register.db")
    done = run("--database", str(register), "import", "cow-igo", str(file), "--author", "tests")
    assert done.stderr.splitlines()[:3] == [
        "States that the authority list does not know: 999 atlantis (1 row)",
        "No State of the authority list had this code then: 371 armenia (2 rows)",
        "3 alike, such as made.csv:2: the authority list has no State with the COW number 371 in 1850",
    ]
