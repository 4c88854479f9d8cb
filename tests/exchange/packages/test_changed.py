"""A package that is not as it was written is refused in one line, with the file."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

import secdb
from secdb.exchange.package import PackageError, read_package
from secdb.register import ProblemsError
from tests.exchange.packages.registers import contents

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CHANGED = "was changed after the package was written"


def read_all(folder: Path, *, is_trusted: bool = False) -> None:
    for _, rows in read_package(folder, is_trusted=is_trusted):
        list(rows)


def describe(folder: Path, change: Callable[[dict[str, object]], object]) -> None:
    """Change what the descriptor says of the table of acts."""
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))
    [act] = [one for one in described["resources"] if one["name"] == "act"]
    change(act)
    (folder / "datapackage.json").write_text(json.dumps(described), "utf-8")


def test_a_package_as_written_is_read(package: Path) -> None:
    read_all(package)


@pytest.mark.parametrize("name", ["act.csv", "tenure.csv", "documents/cst.txt", "documents/cst.pdf"])
def test_a_file_that_was_changed_is_named(package: Path, name: str) -> None:
    data = contents(package)[name]
    for changed in (data + b"\n", data[:-1], data[:-1] + bytes([data[-1] ^ 1])):
        (package / name).write_bytes(changed)
        with pytest.raises(PackageError, match=CHANGED) as caught:
            read_all(package)
        assert (caught.value.file, "\n" in str(caught.value)) == (name, False)


def test_changed_files_are_taken_when_that_is_wanted(package: Path) -> None:
    path = package / "person.csv"
    path.write_bytes(path.read_bytes() + b"new,New,\n")
    (package / "documents" / "cst.txt").write_bytes(b"other words")
    read_all(package, is_trusted=True)


def test_what_is_not_stated_is_not_compared(package: Path) -> None:
    describe(package, lambda act: [act.pop("hash"), act.pop("bytes")])
    with (package / "act.csv").open("ab") as file:
        file.write(b"5,register,t-1,ARM,accession,,1993,,,,,,normal,,\n")
    read_all(package)


def test_a_hash_without_the_name_of_its_kind_is_an_md5(package: Path) -> None:
    digest = hashlib.md5((package / "act.csv").read_bytes(), usedforsecurity=False).hexdigest()
    describe(package, lambda act: act.update(hash=digest))
    read_all(package)
    describe(package, lambda act: act.update(hash="0" + digest[1:] if digest[0] != "0" else "1" + digest[1:]))
    with pytest.raises(PackageError, match=CHANGED):
        read_all(package)


@pytest.mark.parametrize(
    ("said", "message"), [({"hash": "rot13:00"}, "not known: 'rot13'"), ({"bytes": "many"}, "no number of bytes")]
)
def test_what_cannot_be_compared_is_refused(package: Path, said: dict[str, object], message: str) -> None:
    describe(package, lambda act: act.update(said))
    with pytest.raises(PackageError, match=message):
        read_all(package)


@pytest.mark.parametrize("name", ["../outside.pdf", "/etc/hostname", "documents/../../outside.pdf", "a\\b.pdf"])
def test_a_received_file_outside_the_folder_is_refused_with_its_line(package: Path, name: str) -> None:
    (package.parent / "outside.pdf").write_bytes(b"secret")
    path = package / "document.csv"
    path.write_bytes(path.read_bytes().replace(b"documents/cst.pdf", name.encode()))
    with pytest.raises(PackageError, match=r"^document\.csv:\d+: the path .* leads out of the folder"):
        read_all(package, is_trusted=True)


def test_a_received_file_without_its_type_is_a_problem_of_its_line(package: Path, empty: str) -> None:
    path = package / "document.csv"
    path.write_bytes(path.read_bytes().replace(b",application/pdf,", b",,"))
    with pytest.raises(ProblemsError, match=r"document\.csv:\d+: received_type: is required"):
        secdb.import_package(empty, package, author="tests", changed=True)


def test_a_package_of_a_newer_secdb_is_refused(package: Path) -> None:
    path = package / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace('"format": 1', '"format": 2'), "utf-8")
    with pytest.raises(PackageError, match="is of format 2; this secdb reads up to 1"):
        read_package(package)
