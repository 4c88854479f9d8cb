"""What users install: the wheel, built through the sdist from the files that git knows, in a new environment."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from secdb import __version__

pytestmark = pytest.mark.slow  # building and installing take a third of a minute

ROOT = Path(__file__).parents[2]
CONSTRAINTS = ROOT / "constraints.txt"
PLACES = {"secdb/": "secdb/", "alembic/": "secdb/_migrations/", "cli/": "secdb/cli/", "seeds/": "secdb/_seeds/"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = tmp_path_factory.mktemp("source")
    for name in _git_files():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, source / name)
    run([sys.executable, "-m", "build", "--outdir", "dist", "."], source)
    (built,) = (source / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of programs of a new environment, in which nothing but the wheel was asked for."""
    return install(wheel, tmp_path_factory.mktemp("installed"), CONSTRAINTS)


def install(wheel: Path, folder: Path, constraints: Path) -> Path:
    run([sys.executable, "-m", "venv", "venv"], folder)
    programs = folder / "venv" / "bin"
    run([f"{programs}/python", "-m", "pip", "install", "--quiet", str(wheel)], folder, constraints)
    return programs


def run(command: list[str], folder: Path, constraints: Path = CONSTRAINTS) -> str:
    """Run the command in the folder, outside any environment and with our pins; return what it printed."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SECDB_", "VIRTUAL_"))}
    pins = dict.fromkeys(("PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT"), constraints.as_uri())  # a path may have a blank
    done = subprocess.run(command, cwd=folder, env=ours | pins, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command} failed:\n{done.stdout}\n{done.stderr}"
    return done.stdout


def _git_files() -> list[str]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return sorted(name for name in listed if name and (ROOT / name).exists())


def _packed(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_the_wheel_holds_the_files_that_git_knows_and_no_others(wheel: Path) -> None:
    expected = {
        place + name.removeprefix(folder)
        for name in _git_files()
        for folder, place in PLACES.items()
        if name.startswith(folder)
    }
    assert {name for name in _packed(wheel) if ".dist-info/" not in name} == expected


def test_the_wheel_has_one_top_level_package(wheel: Path) -> None:
    top = {name.partition("/")[0] for name in _packed(wheel)}
    assert top == {"secdb", f"secdb-{__version__}.dist-info"}


def test_the_installed_program_helps_and_tells_its_version(installed: Path, tmp_path: Path) -> None:
    assert "Usage: secdb" in run([f"{installed}/secdb", "--help"], tmp_path)
    assert "Usage: python -m secdb" in run([f"{installed}/python", "-m", "secdb", "--help"], tmp_path)
    assert run([f"{installed}/secdb", "--version"], tmp_path) == f"secdb {__version__}\n"


def test_the_installed_program_has_its_command_line_inside(installed: Path, tmp_path: Path) -> None:
    ask = "import secdb.__main__, sys; print(secdb.__file__, sys.modules['secdb.cli.main'].__file__)"
    package, command_line = run([f"{installed}/python", "-c", ask], tmp_path).split()
    assert installed.parent in Path(package).parents
    assert Path(package).parent == Path(command_line).parents[1]


# From here on the life of a register in the installed program, in an empty folder.


def test_the_installed_program_makes_a_register_and_reports(installed: Path, tmp_path: Path) -> None:
    secdb = [f"{installed}/secdb", "--database", "treaties.db"]
    run([*secdb, "init", "--author", "tests"], tmp_path)
    run([*secdb, "db", "upgrade"], tmp_path)
    assert "7 members" in run([*secdb, "members", "cst", "--on", "2009-09-26"], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["treaties.db"]


def test_the_installed_program_migrates_down_and_up(installed: Path, tmp_path: Path) -> None:
    secdb = [f"{installed}/secdb", "--database", "treaties.db"]
    run([*secdb, "init", "--empty", "--author", "tests"], tmp_path)
    run([*secdb, "db", "downgrade", "0004", "--yes"], tmp_path)
    run([*secdb, "db", "upgrade"], tmp_path)
    assert run([*secdb, "db", "current"], tmp_path)


def test_the_program_starts_with_the_oldest_dependencies_it_admits(wheel: Path, tmp_path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    oldest = tmp_path / "oldest.txt"
    oldest.write_text("\n".join(re.sub(r">=([^,]+).*", r"==\1", name) for name in project["dependencies"]), "utf-8")
    programs = install(wheel, tmp_path, oldest)
    assert "Usage: secdb" in run([f"{programs}/secdb", "--help"], tmp_path)
