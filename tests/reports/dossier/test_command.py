"""`secdb dossier` writes one file, whole, and only where nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import inside

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path


def dossier(database: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return inside.run("--database", str(database), "dossier", *arguments, "-o", str(folder))


def test_one_page_is_written_and_written_again_the_same(seeded_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "cst"
    done = dossier(seeded_file, "cst", "--on", "2009-09-26", folder=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"Wrote {folder}/index.html\n")
    assert [path.name for path in folder.iterdir()] == ["index.html"]
    first = (folder / "index.html").read_bytes()
    again = dossier(seeded_file, "cst", "--on", "2009-09-26", "--as-recorded", "1", folder=folder)
    assert again.returncode == 0
    assert (folder / "index.html").read_bytes() == first


@pytest.mark.parametrize("name", ["index.html", "letter.txt"])
def test_a_folder_with_something_else_is_refused_and_left_alone(seeded_file: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    done = dossier(seeded_file, "cst", folder=tmp_path)
    assert done.returncode == 1
    assert "holds something else than a dossier" in done.stderr
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {name: "mine"}


def test_a_file_is_no_folder(seeded_file: Path, tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("mine", encoding="utf-8")
    assert "is not a folder" in dossier(seeded_file, "cst", folder=place).stderr
    assert place.read_text(encoding="utf-8") == "mine"


def test_what_cannot_be_told_leaves_nothing_behind(seeded_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert dossier(seeded_file, "cst", "--on", "2009-02-30", folder=folder).returncode == 2
    assert dossier(seeded_file, "nothing of that name", folder=folder).returncode == 1
    assert not folder.exists()


def test_the_folder_must_be_named(seeded_file: Path) -> None:
    assert inside.run("--database", str(seeded_file), "dossier", "cst").returncode == 2
