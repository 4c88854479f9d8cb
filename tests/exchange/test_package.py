"""Reading a package: what comes out of a good one, and where a bad one is bad."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from secdb.exchange.package import PackageError, Row, read_package

if TYPE_CHECKING:
    from pathlib import Path

DATASET = "code,title\nregister,The register\n"


def write(folder: Path, files: dict[str, str | bytes], resources: list[dict[str, Any]] | None = None) -> Path:
    """Write a package with a resource for each CSV file unless `resources` are given."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    if resources is None:
        resources = [{"name": name.removesuffix(".csv"), "path": name} for name in files if name.endswith(".csv")]
    (folder / "datapackage.json").write_text(json.dumps({"name": "example", "resources": resources}), "utf-8")
    return folder


def read_all(folder: Path) -> dict[str, list[Row]]:
    return {table: list(rows) for table, rows in read_package(folder)}


def fault(folder: Path) -> PackageError:
    with pytest.raises(PackageError) as caught:
        read_all(folder)
    return caught.value


def test_rows_come_with_their_file_and_line_and_empty_values_are_none(tmp_path: Path) -> None:
    content = 'code,title,note\nregister,"Of\ntwo lines",\n\ndocuments,"A ""b"", c",x\n'
    write(tmp_path, {"tables/dataset.csv": content}, [{"name": "dataset", "path": "tables/dataset.csv"}])
    assert read_all(tmp_path) == {
        "dataset": [
            Row("tables/dataset.csv", 2, {"code": "register", "title": "Of\ntwo lines", "note": None}),
            Row("tables/dataset.csv", 5, {"code": "documents", "title": 'A "b", c', "note": "x"}),
        ]
    }


def test_a_byte_order_mark_before_the_header_is_not_part_of_a_name(tmp_path: Path) -> None:
    write(tmp_path, {"dataset.csv": b"\xef\xbb\xbf" + DATASET.encode()})
    assert read_all(tmp_path)["dataset"][0].values == {"code": "register", "title": "The register"}


def test_rows_can_be_read_more_than_once_and_nothing_is_read_before(tmp_path: Path) -> None:
    package = read_package(write(tmp_path, {"dataset.csv": DATASET}))
    (tmp_path / "dataset.csv").write_text(DATASET + "late,Written late\n", "utf-8")
    [(_, rows)] = package
    assert [row.values["code"] for row in rows] == [row.values["code"] for row in rows] == ["register", "late"]


def test_a_document_comes_with_its_text_exactly_as_the_file_has_it(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "document.csv": "code,text_file\na,texts/a.txt\nb,\n",
        "texts/a.txt": "\ufeffone\r\ntwo\rthree\n\u2028 \xa0",
    }
    rows = read_all(write(tmp_path, files))["document"]
    assert [row.values for row in rows] == [
        {"code": "a", "text": "\ufeffone\r\ntwo\rthree\n\u2028 \xa0"},
        {"code": "b", "text": None},
    ]


def test_a_folder_without_a_descriptor_is_no_package(tmp_path: Path) -> None:
    assert "it holds no datapackage.json" in str(fault(tmp_path))
    assert "it holds no datapackage.json" in str(fault(tmp_path / "nowhere"))


@pytest.mark.parametrize(
    ("descriptor", "message"),
    [
        (b'{"resources":\n [,]}', "datapackage.json:2: broken JSON: Expecting value"),
        (b"\n\xff", "datapackage.json:2: not UTF-8"),
        (b"[" * 100_000, "datapackage.json: broken JSON: nested too deeply"),
        (b"[]", "datapackage.json: has no list of resources"),
        (b'{"resources": {}}', "datapackage.json: has no list of resources"),
        (b'{"resources": ["state"]}', "datapackage.json: a resource needs a name and a path, both texts"),
        (b'{"resources": [{"name": "state", "path": ["a", "b"]}]}', "datapackage.json: a resource needs"),
        (b'{"resources": [{"name": "planet", "path": "a.csv"}]}', "there is no table for the resource 'planet'"),
        (b'{"resources": [{"name": "revision", "path": "a.csv"}]}', "there is no table for the resource 'revision'"),
        (b'{"resources": [{"name": "state", "path": "state.csv"}]}', "datapackage.json: there is no file 'state.csv'"),
        (
            b'{"resources": [{"name": "state", "path": "datapackage.json", "schema": {"fields": ["code"]}}]}',
            "the schema of 'state' has no list of named fields",
        ),
    ],
)
def test_a_broken_descriptor_is_named(tmp_path: Path, descriptor: bytes, message: str) -> None:
    (tmp_path / "datapackage.json").write_bytes(descriptor)
    assert message in str(fault(tmp_path))


def test_a_table_cannot_be_there_twice(tmp_path: Path) -> None:
    resources = [{"name": "dataset", "path": "dataset.csv"}] * 2
    assert "the resource 'dataset' is there twice" in str(fault(write(tmp_path, {"dataset.csv": DATASET}, resources)))


@pytest.mark.parametrize("path", ["../outside.csv", "a/../../outside.csv", "/etc/passwd", "C:\\x", "file:x", "a\0b"])
def test_a_path_out_of_the_folder_is_refused(tmp_path: Path, path: str) -> None:
    (tmp_path / "outside.csv").write_text(DATASET, "utf-8")
    (tmp_path / "package").mkdir()
    found = fault(write(tmp_path / "package", {}, [{"name": "dataset", "path": path}]))
    assert "leads out of the folder" in str(found)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside.csv").write_text(DATASET, "utf-8")
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "dataset.csv").symlink_to(tmp_path / "outside.csv")
    found = fault(write(tmp_path / "package", {}, [{"name": "dataset", "path": "dataset.csv"}]))
    assert "leads out of the folder" in str(found)


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/passwd"])
def test_a_text_out_of_the_folder_is_refused_with_its_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (tmp_path / "package").mkdir()
    found = fault(write(tmp_path / "package", {"document.csv": f"code,text_file\na,\nb,{name}\n"}))
    assert (found.file, found.line) == ("document.csv", 3)


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"", 1, "has no header"),
        (b"code,\n", 1, "a column without a name"),
        (b"code,code\n", 1, "the column 'code' twice"),
        (b"code,title\na,b\nc\n", 3, "1 values under 2 columns"),
        (b"code,title\na,b,c\n", 2, "3 values under 2 columns"),
        (b'code,title\n"a\nb",c\nd,"e\n', 4, "broken CSV"),
        (b'code,title\n"a"b,c\n', 2, "broken CSV"),
        (b"code,title\na,b\nc,\xe9\n", 3, "not UTF-8"),
    ],
)
def test_a_broken_table_is_named_with_its_line(tmp_path: Path, content: bytes, line: int, message: str) -> None:
    found = fault(write(tmp_path, {"dataset.csv": content}))
    assert (found.file, found.line) == ("dataset.csv", line)
    assert message in str(found)


def test_a_header_other_than_the_one_described_is_refused(tmp_path: Path) -> None:
    schema = {"fields": [{"name": "title"}, {"name": "code"}]}
    write(tmp_path, {"dataset.csv": DATASET}, [{"name": "dataset", "path": "dataset.csv", "schema": schema}])
    assert "dataset.csv:1: the header is not that of datapackage.json, which is: title, code" in str(fault(tmp_path))


def test_a_missing_text_is_named_with_the_line_that_wants_it(tmp_path: Path) -> None:
    found = fault(write(tmp_path, {"document.csv": "code,text_file\na,\nb,b.txt\n"}))
    assert str(found).startswith("document.csv:3: there is no file 'b.txt'")


def test_a_text_that_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    found = fault(write(tmp_path, {"document.csv": "code,text_file\na,a.txt\n", "a.txt": b"one\ntwo\nd\xe9cembre"}))
    assert str(found).startswith("a.txt:3: the text is not UTF-8")
