"""`secdb export package` and `secdb import package`."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import secdb
from tests.inside import run

if TYPE_CHECKING:
    import subprocess

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small package: nothing but the dataset `register`."""
    folder = tmp_path_factory.mktemp("small")
    secdb.create(str(folder / "register.db"), author="tests", seeds=False)
    secdb.export_package(str(folder / "register.db"), folder / "package")
    return folder


def said(done: subprocess.CompletedProcess[str]) -> tuple[int, str, list[str]]:
    return done.returncode, done.stdout, done.stderr.splitlines()


def test_export_says_what_it_wrote(seeded_file: Path, tmp_path: Path) -> None:
    code, out, err = said(run("--database", str(seeded_file), "export", "package", "out", folder=tmp_path))
    assert (code, out) == (0, "")
    assert err[0] == "Wrote 8,770 records of 19 tables and 2 files of documents to out as of revision 1."
    assert err[1].startswith("Its datapackage.json is sha256:")
    assert (tmp_path / "out" / "act.csv").read_bytes() == (SEEDS / "act.csv").read_bytes()


def test_export_into_a_folder_that_is_not_free_is_refused(package: Path, tmp_path: Path) -> None:
    export = ("--database", str(package / "register.db"), "export", "package")
    (tmp_path / "file").write_text("", "utf-8")
    code, out, err = said(run(*export, str(tmp_path)))
    assert (code, out, len(err)) == (1, "", 1)
    assert "holds other files than a package of secdb; name a new folder" in err[0]
    assert said(run(*export, str(tmp_path / "out")))[0] == 0
    code, _, err = said(run(*export, str(tmp_path / "out")))
    assert (code, "replace it with --force" in err[0]) == (1, True)
    assert said(run(*export, str(tmp_path / "out"), "--force"))[0] == 0


def test_export_of_no_register_names_init(tmp_path: Path) -> None:
    code, _, err = said(run("--database", str(tmp_path / "none.db"), "export", "package", str(tmp_path / "out")))
    assert (code, "secdb init" in err[0]) == (3, True)


def test_import_tells_what_is_new_and_what_is_not(package: Path, tmp_path: Path) -> None:
    register = str(shutil.copy(package / "register.db", tmp_path / "register.db"))
    folder = Path(shutil.copytree(package / "package", tmp_path / "package"))
    with (folder / "person.csv").open("a", encoding="utf-8") as file:
        file.write("a,A. Person,\n")
    command = ("--database", register, "import", "package", str(folder), "--author", "A. Archivist")
    code, out, err = said(run(*command))
    assert (code, out, len(err)) == (1, "", 1)
    assert err[0].startswith("Error: person.csv: was changed after the package was written")
    assert said(run(*command, "--changed", "--dry-run")) == (
        0,
        "",
        ["1 new, 1 on record already. Nothing was written (--dry-run)."],
    )
    assert said(run(*command, "--changed")) == (0, "", ["1 new, 1 on record already. Revision 2."])
    assert said(run(*command, "--changed")) == (0, "", ["0 new, 2 on record already. Nothing to write."])
    assert "Import the package secdb-register" in run("--database", register, "log").stdout


def test_import_lists_differences_and_leaves_what_is_on_record(package: Path, tmp_path: Path) -> None:
    register = str(shutil.copy(package / "register.db", tmp_path / "register.db"))
    folder = Path(shutil.copytree(package / "package", tmp_path / "package"))
    (folder / "person.csv").write_text("code,name,note\na,A. Person,\n", "utf-8")
    command = ("--database", register, "import", "package", str(folder), "--author", "A. Archivist", "--changed")
    assert run(*command).returncode == 0
    (folder / "person.csv").write_text("code,name,note\na,Another,\nb,B.,\n", "utf-8")
    assert said(run(*command)) == (
        0,
        "",
        [
            "person.csv:2: name 'Another', on record 'A. Person'",
            "1 value differs from what is on record, which stays.",
            "1 new, 1 on record already. Revision 3.",
        ],
    )


def test_import_lists_every_problem_with_file_and_line(package: Path, tmp_path: Path) -> None:
    register = str(shutil.copy(package / "register.db", tmp_path / "register.db"))
    folder = Path(shutil.copytree(package / "package", tmp_path / "package"))
    (folder / "person.csv").write_text("code,name,note\na,,\nb,,\n", "utf-8")
    done = said(run("--database", register, "import", "package", str(folder), "--author", "A", "--changed"))
    assert done == (
        1,
        "",
        [
            "Error: 2 problems in the data; nothing was written",
            "  person.csv:2: name: is required",
            "  person.csv:3: name: is required",
        ],
    )


def test_import_of_what_is_no_package_says_so(package: Path, tmp_path: Path) -> None:
    code, _, err = said(run("--database", str(package / "register.db"), "import", "package", str(tmp_path)))
    assert (code, len(err), "is no package: it holds no datapackage.json" in err[0]) == (1, 1, True)


@pytest.mark.parametrize("command", ["export", "import"])
def test_help_has_an_example(command: str) -> None:
    shown = run(command, "package", "--help").stdout
    assert f"secdb {command} package register-2026" in shown
