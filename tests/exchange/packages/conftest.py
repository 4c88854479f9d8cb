"""Registers to export and to import into."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import secdb
from tests.exchange.packages.registers import nasty, record


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of a register as `secdb init --empty` makes it, to copy."""
    path = tmp_path_factory.mktemp("empty") / "register.db"
    secdb.create(str(path), author="tests", seeds=False)
    return path


@pytest.fixture
def empty(empty_file: Path, tmp_path: Path) -> str:
    """Return the path of an empty register of this test's own."""
    return str(shutil.copy(empty_file, tmp_path / "empty.db"))


@pytest.fixture(scope="session")
def nasty_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of an SQLite register with everything that may go wrong, to copy."""
    path = shutil.copy(sqlite_template, tmp_path_factory.mktemp("nasty") / "register.db")
    return Path(record(str(path), nasty()))


@pytest.fixture(scope="session")
def nasty_package(nasty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the package of that register, to copy."""
    folder = tmp_path_factory.mktemp("package") / "nasty"
    secdb.export_package(str(nasty_file), folder)
    return folder


@pytest.fixture
def package(nasty_package: Path, tmp_path: Path) -> Path:
    """Return the folder of such a package of this test's own."""
    return Path(shutil.copytree(nasty_package, tmp_path / "package"))
