"""Tables made by people: what cannot be read is a fault on its own line, and the rest is read."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secdb.exchange import lines as lines_module
from secdb.exchange import tolerant
from secdb.exchange.csvfile import PackageError, Row
from secdb.exchange.rejects import RejectsFile
from secdb.exchange.tolerant import Fault, Table, read_table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEADER = "state,date,note"


def table(path: Path, content: str | bytes) -> Table:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_table(path, name=path.name)


@pytest.fixture
def csv_path(tmp_path: Path) -> Path:
    return tmp_path / "acts.csv"


def read(path: Path, content: str | bytes) -> list[tuple[int, str | list[str | None]]]:
    """Return the line of each row with its values, of each fault with its reason."""
    return [
        (one.line, one.reason if isinstance(one, Fault) else list(one.values.values()))
        for one in table(path, content).rows
    ]


def test_rows_come_with_their_lines_and_columns(csv_path: Path) -> None:
    found = table(csv_path, f"{HEADER}\nARM,1994-04-20,\nUZB,2006-08-16,return\n")
    assert found.header == ["state", "date", "note"]
    assert list(found.rows) == [
        Row("acts.csv", 2, {"state": "ARM", "date": "1994-04-20", "note": None}),
        Row("acts.csv", 3, {"state": "UZB", "date": "2006-08-16", "note": "return"}),
    ]


def test_a_file_is_called_by_its_path_where_it_has_no_name(csv_path: Path) -> None:
    csv_path.write_text("a\n1\n", encoding="utf-8")
    assert [one.file for one in read_table(csv_path).rows] == [str(csv_path)]


def test_a_mark_at_the_start_and_both_line_breaks_are_read(csv_path: Path) -> None:
    content = "\ufeffa,b\r\n1,2\r\n3,4\n5,6"
    assert table(csv_path, content).header == ["a", "b"]
    assert read(csv_path, content) == [(2, ["1", "2"]), (3, ["3", "4"]), (4, ["5", "6"])]


def test_empty_lines_are_passed_over_and_counted(csv_path: Path) -> None:
    assert read(csv_path, "a,b\n\n1,2\n\r\n\n3,4\n\n") == [(3, ["1", "2"]), (6, ["3", "4"])]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.csv", "a;b;c\n1;2,5;3\n"),
        ("t.csv", "a\tb\tc\n1\t2,5\t3\n"),
        ("t.txt", 'a,b,c\n1,"2,5",3\n'),
        ("t.tsv", "a\tb\tc\n1\t2,5\t3\n"),
        ("t.TAB", "a\tb\tc\n1\t2,5\t3\n"),
    ],
)
def test_the_delimiter_is_found(tmp_path: Path, name: str, content: str) -> None:
    assert read(tmp_path / name, content) == [(2, ["1", "2,5", "3"])]


def test_a_tsv_is_parted_at_tabs_only(tmp_path: Path) -> None:
    assert table(tmp_path / "t.tsv", "a,b\n").header == ["a,b"]


def test_cells_hold_line_breaks_and_quotes(csv_path: Path) -> None:
    assert read(csv_path, 'a,b\n"one\ntwo\n\nfour","say ""yes"""\n5" pipe,x\n') == [
        (2, ["one\ntwo\n\nfour", 'say "yes"']),
        (6, ['5" pipe', "x"]),
    ]


def test_names_of_columns_lose_the_blanks_around_them(csv_path: Path) -> None:
    assert table(csv_path, " a , b\n1, 2\n").header == ["a", "b"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("1", "1 value under 3 columns"),
        ("1,2,3,4,5", "5 values under 3 columns"),
        ('1,"2,3', "a quote is opened and never closed"),
        ('"1,2,3', "a quote is opened and never closed"),
        ('1,2,"', "a quote is opened and never closed"),
        ('1,"2"x,3', "a cell goes on after its closing quote; double the quotes inside it"),
        ("1,2\0,3", "a NUL character; take it out"),
        ("1,2\r,3", "a line break outside quotes; put the cell in quotes"),
    ],
)
def test_a_line_that_cannot_be_read_is_one_fault(csv_path: Path, line: str, reason: str) -> None:
    after = [(4, ["7", "8", "9"]), (5, ["10", "11\n12", "13"]), (7, ["14", 'a "b"', "15"])]
    content = f'a,b,c\n4,5,6\n{line}\n7,8,9\n10,"11\n12",13\n14,"a ""b""",15\n'
    assert read(csv_path, content) == [(2, ["4", "5", "6"]), (3, reason), *after]


def test_a_fault_keeps_its_cells_or_its_text(csv_path: Path) -> None:
    narrow, broken = table(csv_path, b'a,b,c\n1,2\n1,"2,\xe9\n').rows
    assert narrow == Fault("acts.csv", 2, "2 values under 3 columns", ("1", "2"), "1,2")
    assert broken == Fault("acts.csv", 3, "not UTF-8 (byte 6 of the line); save it as UTF-8", None, '1,"2,\\xe9')


def test_a_quote_never_closed_does_not_swallow_what_follows(csv_path: Path) -> None:
    rows = "".join(f"{number},x\n" for number in range(3, 5_000))
    found = read(csv_path, f'a,b\n2,"x\n{rows}')
    assert found[0] == (2, "a quote is opened and never closed")
    assert [line for line, _ in found] == list(range(2, 5_000))
    assert all(isinstance(values, list) for _, values in found[1:])


def test_many_quotes_never_closed_are_as_many_faults(csv_path: Path) -> None:
    content = "a,b\n" + "".join(f'{number},"x\n' if number % 3 == 0 else f"{number},x\n" for number in range(2, 3_000))
    faults = [line for line, what in read(csv_path, content) if isinstance(what, str)]
    assert faults == list(range(3, 3_000, 3))


def test_a_record_of_many_lines_that_does_not_fit_is_given_up_at_its_first(csv_path: Path) -> None:
    assert read(csv_path, 'a,b\n1,"2\n3,4",5\n6,7\n') == [
        (2, "3 values under 2 columns"),
        (3, "3 values under 2 columns"),
        (4, ["6", "7"]),
    ]


def test_a_record_given_up_keeps_the_text_of_its_first_line(csv_path: Path) -> None:
    first, _ = table(csv_path, 'a,b\n1,"2\n3",4\n').rows
    assert first == Fault("acts.csv", 2, "3 values under 2 columns", None, '1,"2')


def test_a_bad_byte_inside_a_long_cell_is_a_fault_of_its_lines(csv_path: Path) -> None:
    found = read(csv_path, b'a,b\n1,"2\n\xff\n3"\n6,7\n')
    assert [line for line, what in found if isinstance(what, str)] == [2, 3, 4]
    assert found[-1] == (5, ["6", "7"])


def test_a_cell_of_a_megabyte_is_read_and_a_longer_one_is_a_fault(csv_path: Path) -> None:
    size = 1 << 20
    found = read(csv_path, f"a,b\n1,{'x' * size}\n2,{'x' * (size + 1)}\n3,x\n")
    assert found[0] == (2, ["1", "x" * size])
    assert found[1:] == [(3, "a cell of more than 1,048,576 characters"), (4, ["3", "x"])]


def test_the_longest_cell_is_the_same_where_the_program_allows_csv_longer_ones(csv_path: Path) -> None:
    earlier = csv.field_size_limit(1 << 24)
    try:
        assert read(csv_path, f"a,b\n2,{'x' * ((1 << 20) + 1)}\n") == [(2, "a cell of more than 1,048,576 characters")]
    finally:
        csv.field_size_limit(earlier)


def test_a_long_cell_of_many_lines_is_a_fault_of_its_first(csv_path: Path) -> None:
    earlier = csv.field_size_limit(1 << 17)  # what Python begins with, before something in the program allows more
    try:
        found = read(csv_path, 'a,b\n1,"' + f"{'x' * 99}\n" * 11_000 + '"\n3,x\n')
    finally:
        csv.field_size_limit(earlier)
    assert found[0] == (2, "a quote is opened and never closed or the cell is longer than can be read")
    assert found[-1] == (11_003, ["3", "x"])


def test_two_bad_lines_of_many_are_not_another_encoding(csv_path: Path) -> None:
    assert [type(what) for _, what in read(csv_path, b"a,b\n\xe9,1\n2,2\n3,3\n\xe9,4\n")] == [str, list, list, str]


def test_a_line_longer_than_a_record_is_a_fault_and_not_kept_whole(
    csv_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines_module, "MAX_RECORD", 100)
    fault, row = table(csv_path, f"a,b\n1,{'x' * 1_000}\n3,x\n").rows
    assert isinstance(fault, Fault)
    assert (fault.line, fault.reason, len(fault.raw)) == (2, "a record of more than 100 bytes", 101)
    assert isinstance(row, Row)
    assert row.line == 3


def test_an_open_quote_makes_the_reader_hold_no_more_than_a_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines_module, "MAX_RECORD", 100)
    lines = lines_module.Lines(io.BytesIO(b'1,"x\n' + b"2,y\n" * 100))
    assert lines.begin()
    with pytest.raises(lines_module.LineError, match="more than 100 bytes"):
        next(csv.reader(lines, strict=True))
    assert lines.taken == 25  # 5 + 24 * 4 = 101 bytes
    assert lines.give_up() == '1,"x'
    numbers = []
    while lines.begin():
        numbers.append(lines.number)
        next(csv.reader(lines, strict=True))
    assert numbers == list(range(2, 102))


def test_reading_does_not_wait_for_the_end_of_the_file(csv_path: Path) -> None:
    with csv_path.open("w", encoding="utf-8") as file:
        file.write("a,b\n")
        file.writelines(f"{number},x\n" for number in range(200_000))
    rows = read_table(csv_path).rows
    assert next(rows).line == 2
    with csv_path.open("a", encoding="utf-8") as file:
        file.write("late,x\n")
    assert [one.values["a"] for one in rows if isinstance(one, Row)][-1] == "late"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "acts.csv:1: has no header; name the columns in the first line"),
        ("\n1,2\n", "acts.csv:1: has no header; name the columns in the first line"),
        (",,\n1,2,3\n", "acts.csv:1: has no header; name the columns in the first line"),
        ("a,,c\n", "acts.csv:1: column 2 of the header has no name"),
        ("a,b,a \n", "acts.csv:1: the header has the column 'a' twice"),
        ('a,"b\n1,2\n', "acts.csv:1: the header cannot be read: a quote is opened and never closed"),
        ("a,b\r1,2\r", "acts.csv:1: the header cannot be read: a line break outside quotes; put the cell in quotes"),
        ("a,b\n".encode("utf-16"), "acts.csv:1: is not UTF-8 (UTF-16, it seems); save it as UTF-8"),
        ("a,b\n".encode("utf-16-le"), "acts.csv:1: is not UTF-8 (UTF-16, it seems); save it as UTF-8"),
        ("имя,дата\nимя,1\n".encode("cp1251"), "acts.csv:1: is not UTF-8; save it as UTF-8"),
        ("a,b\nимя,1\nдя,2\n".encode("cp1251"), "acts.csv:2: is not UTF-8; save it as UTF-8"),
    ],
)
def test_a_file_without_a_header_or_in_another_encoding_is_refused(
    csv_path: Path, content: str | bytes, message: str
) -> None:
    with pytest.raises(PackageError) as caught:
        table(csv_path, content)
    assert str(caught.value) == message
    assert caught.value.line == int(message.split(":")[1])


def test_a_file_that_is_not_there_is_refused(csv_path: Path) -> None:
    with pytest.raises(PackageError, match="cannot be opened: No such file"):
        read_table(csv_path)


def test_a_bad_line_among_good_ones_is_only_its_own_fault(csv_path: Path) -> None:
    content = "a,b\n" + "имя,1\n" * 5
    found = read(csv_path, content.encode() + "дя,2\n".encode("cp1251") * 9)
    assert [line for line, what in found if isinstance(what, str)] == list(range(7, 16))


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
NAMES = st.text('abcXYZ _;,\n"é', min_size=1, max_size=5).map(str.strip).filter(bool)


def written(header: list[str], rows: list[list[str]], delimiter: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([header, *rows])
    return text.getvalue()


@given(st.data())
def test_what_a_writer_wrote_is_read_back(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    header = data.draw(st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=5, unique=True))
    rows = data.draw(st.lists(st.lists(CELLS, min_size=len(header), max_size=len(header)), max_size=6))
    delimiter = data.draw(st.sampled_from(tolerant.DELIMITERS))
    path = tmp_path_factory.getbasetemp() / "written.csv"
    found = list(table(path, written(header, rows, delimiter)).rows)
    assert [list(one.values.values()) for one in found if isinstance(one, Row)] == [
        [cell or None for cell in row] for row in rows
    ]
    assert len(found) == len(rows)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "a cell too few": lambda line: line.rpartition(b",")[0],
    "two cells too few": lambda line: line.split(b",")[0],
    "a cell too many": lambda line: line + b",x",
    "many cells too many": lambda line: line + b"," * 40,
    "a quote before the line": lambda line: b'"' + line,
    "a quote before the second cell": lambda line: line.replace(b",", b',"', 1),
    "a quote before the last cell": lambda line: b',"'.join(line.rsplit(b",", 1)),
    "an empty open quote at the end": lambda line: line.rpartition(b",")[0] + b',"',
    "three quotes before the line": lambda line: b'"""' + line,
    "text after a closing quote": lambda line: b'"x"y' + line[line.index(b",") :],
    "a blank after a closing quote": lambda line: b'"x" ' + line[line.index(b",") :],
    "a NUL": lambda line: b"\0" + line,
    "a NUL at the end": lambda line: line + b"\0",
    "a byte of Latin-1": lambda line: b"\xe9" + line,
    "half a character": lambda line: line + "é".encode()[:1],
    "a surrogate": lambda line: b"\xed\xa0\x80" + line,
    "a byte that never is": lambda line: line.replace(b",", b"\xff,", 1),
    "a carriage return in it": lambda line: line.replace(b",", b"\rx,", 1),
    "another delimiter": lambda line: line.replace(b",", b";"),
    "a cell without end": lambda line: line + b"x" * (tolerant.MAX_CELL + 1),
}


@pytest.mark.parametrize("name", DAMAGES)
@settings(max_examples=25)
@given(data=st.data())
def test_one_damaged_line_is_one_fault(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject
) -> None:
    check_damage(tmp_path_factory, name, data)


@pytest.mark.slow
@pytest.mark.parametrize("name", DAMAGES)
@given(data=st.data())
def test_one_damaged_line_of_many_tables_is_one_fault(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject
) -> None:
    check_damage(tmp_path_factory, name, data)


def check_damage(tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject) -> None:
    plain = st.text("abcé .", min_size=1, max_size=6)
    rows = data.draw(st.lists(st.lists(plain, min_size=3, max_size=3), min_size=1, max_size=8))
    quoted = data.draw(st.booleans())
    lines = [",".join(f'"{cell}"' if quoted else cell for cell in row).encode() for row in rows]
    number = data.draw(st.integers(0, len(rows) - 1))
    lines[number] = DAMAGES[name](",".join(rows[number]).encode())
    path = tmp_path_factory.getbasetemp() / "damaged.csv"
    found = list(table(path, b"\n".join([b"a,b,c", *lines]) + b"\n").rows)
    assert [one.line for one in found] == list(range(2, len(rows) + 2))
    assert [one.line for one in found if isinstance(one, Fault)] == [number + 2]
    kept = [list(one.values.values()) for one in found if isinstance(one, Row)]
    assert kept == [row for index, row in enumerate(rows) if index != number]


def test_rejects_hold_faults_and_rows_with_their_reasons(csv_path: Path, tmp_path: Path) -> None:
    found = table(csv_path, 'state,date\nARM,1994\nARM\nUZB,"199\nXXX,\n')
    rejects = tmp_path / "rejects.csv"
    with RejectsFile(rejects, found.header) as file:
        for one in found.rows:
            if isinstance(one, Fault):
                file.add(one, one.reason)
            elif one.values["state"] == "XXX":
                file.add(one, "there is no such State")
        assert file.count == 3
        assert not rejects.exists()
    assert rejects.read_bytes().decode() == (
        "file,line,reason,state,date\r\n"
        "acts.csv,3,1 value under 2 columns,ARM\r\n"
        'acts.csv,4,a quote is opened and never closed,"UZB,""199"\r\n'
        "acts.csv,5,there is no such State,XXX,\r\n"
    )


def test_without_rejects_there_is_no_file(tmp_path: Path) -> None:
    with RejectsFile(tmp_path / "rejects.csv", ["a"]):
        pass
    assert list(tmp_path.iterdir()) == []


def test_an_exception_leaves_the_earlier_rejects(tmp_path: Path) -> None:
    rejects = tmp_path / "rejects.csv"
    rejects.write_text("earlier", encoding="utf-8")

    def fail() -> None:
        with RejectsFile(rejects, ["a"]) as file:
            file.add(Row("t.csv", 2, {"a": "1"}), "wrong")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["earlier"]


def test_surplus_cells_follow_the_others_as_cells(tmp_path: Path, csv_path: Path) -> None:
    (fault,) = table(csv_path, 'a;b\n1;"2,5";3\n').rows
    with RejectsFile(tmp_path / "rejects.csv", ["a", "b"]) as file:
        file.add(fault, "3 values under 2 columns")
    assert (tmp_path / "rejects.csv").read_text(encoding="utf-8").splitlines()[1] == (
        'acts.csv,2,3 values under 2 columns,1,"2,5",3'
    )


def test_columns_called_as_those_of_the_rejects_keep_their_names(tmp_path: Path) -> None:
    with RejectsFile(tmp_path / "rejects.csv", ["line", "a"]) as file:
        file.add(Row("t.csv", 2, {"line": "x", "a": None}), "wrong")
    assert (tmp_path / "rejects.csv").read_text(encoding="utf-8").splitlines() == [
        "file,reject_line,reason,line,a",
        "t.csv,2,wrong,x,",
    ]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(PackageError, match="cannot be written: No such file"),
        RejectsFile(tmp_path / "none" / "rejects.csv", ["a"]) as file,
    ):
        file.add(Row("t.csv", 2, {"a": "1"}), "wrong")
