"""Tables as CSV: every cell an act, a reject or blank; made up in the form of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.exchange.csvfile import PackageError
from secdb.exchange.importers.mtdsg.index import parted_name
from secdb.exchange.importers.mtdsg.reading import NOT_A_DATE, NOT_A_STATE, UNKNOWN_STATE
from tests.exchange.importers.mtdsg.reading import NO_DAY, NOT_STATED, imported, write

if TYPE_CHECKING:
    from pathlib import Path

    from secdb.exchange.importers.states import States

HEADER = 'Participant,Signature,"Ratification, Accession(a), Succession(d)"'
INDEX = (
    "chapter_no,treaty_no,treaty_name,url,chapter_url,chapter_name",
    '30,7.b,"Convention on the Naming of Winds. Lake Success, New York, 4 May 1949",http://example.org/x,,Air',
)


def test_each_date_is_an_act_of_the_kind_its_column_says(tmp_path: Path, states: States) -> None:
    found = imported(write(tmp_path, "30-1.csv", HEADER, "Chad,4 May 1970,5 Jun 1971", "Fiji,,6 Jul 1972 d"), states)
    assert found.acts == [
        ("TCD", "signature", "1970-05-04"),
        ("TCD", "ratification", "1971-06-05"),
        ("FJI", "succession", "1972-07-06"),
    ]
    assert (found.tally.unit, found.tally.read, found.tally.rejected, found.tally.blank) == ("cell", 3, 0, 1)


def test_each_act_is_cited_with_row_column_and_the_words_printed(tmp_path: Path, states: States) -> None:
    found = imported(write(tmp_path, "30-1.csv", HEADER, "Chad 3,,[ 5 Jun 1971 a] 4"), states)
    act, cited = found.values("act"), found.values("citation", 1)
    assert act["date_text"] == "[ 5 Jun 1971 a] 4"
    assert cited == {
        "id": "2",
        "act": act["id"],
        "document": "mtdsg-30-1",
        "locator": "row Chad 3, column Ratification, Accession(a), Succession(d)",
        "quotation": "[ 5 Jun 1971 a] 4",
    }
    assert found.rows("citation")[1].line == 2


def test_records_stand_after_what_they_refer_to(tmp_path: Path, states: States) -> None:
    write(tmp_path, "30-1.csv", HEADER, "Chad,4 May 1970,")
    write(tmp_path, "30-2.csv", HEADER, "Fiji,4 May 1990,")
    found = imported(tmp_path, states)
    assert list(found.tables) == ["dataset", "document", "treaty", "citation", "act"]
    assert [row.values["code"] for row in found.rows("treaty")] == ["mtdsg-30-1", "mtdsg-30-2"]
    assert [row.values["id"] for row in found.rows("act")] == ["1", "2"]
    assert [row.values.get("act") for row in found.rows("citation")] == [None, "1", None, "2"]


def test_the_index_gives_title_place_day_and_address(tmp_path: Path, states: States) -> None:
    write(tmp_path, "index.csv", *INDEX)
    write(tmp_path, "treaties/30-7-b.csv", HEADER, "Chad,4 May 1970,")
    for path in (tmp_path, tmp_path / "treaties", tmp_path / "treaties" / "30-7-b.csv"):
        found = imported(path, states)
        treaty = found.values("treaty")
        assert (treaty["code"], treaty["title"]) == ("mtdsg-30-7-b", "Convention on the Naming of Winds")
        assert (treaty["signed_at"], treaty["signed_text"]) == ("Lake Success, New York", "4 May 1949")
        assert treaty["note"] == "Chapter 30, no. 7.b: Air"  # nobody has consented, so it is not in force
        assert found.values("document")["url"] == "http://example.org/x"


def test_a_treaty_without_an_index_is_called_after_its_file_and_counted(tmp_path: Path, states: States) -> None:
    found = imported(write(tmp_path, "30-1.csv", HEADER, "Chad,4 May 1970,"), states)
    assert (
        found.values("treaty")["title"] == "Treaty 30-1 of Multilateral Treaties Deposited with the Secretary-General"
    )
    assert list(found.tally.notes.values()) == [1]


def test_another_list_called_index_is_passed_over(tmp_path: Path, states: States) -> None:
    write(tmp_path, "index.csv", "page,words", "1")
    found = imported(write(tmp_path, "a/30-1.csv", HEADER, "Chad,4 May 1970,"), states)
    assert len(found.acts) == 1


@pytest.mark.parametrize(
    ("name", "title", "place", "day"),
    [
        ("Convention on A. B. Geneva, 4 May 1949", "Convention on A. B", "Geneva", "4 May 1949"),
        ("Treaty . Espoo, Finland, 4 May 1949", "Treaty", "Espoo, Finland", "4 May 1949"),
        ("Treaty. Geneva, 4 May 1925, and New York, 5 June 1946", None, None, None),
        ("Treaty. London", None, None, None),
        ("Treaty. Geneva, 31 February 1925", None, None, None),
    ],
)
def test_place_and_day_are_parted_only_where_there_is_one_of_each(
    name: str, title: str | None, place: str | None, day: str | None
) -> None:
    assert parted_name(name) == (title or name, place, day)


def test_the_dataset_and_its_documents_have_the_code_given(tmp_path: Path, states: States) -> None:
    found = imported(write(tmp_path, "30-1.csv", HEADER, "Chad,4 May 1970,"), states, "winds")
    assert found.values("dataset")["code"] == found.values("act")["dataset"] == "winds"
    assert found.values("document")["code"] == "winds-30-1"
    assert found.values("act")["treaty"] == "mtdsg-30-1"


def test_the_dataset_says_under_which_terms_the_source_stands(tmp_path: Path, states: States) -> None:
    licence = imported(write(tmp_path, "30-1.csv", HEADER), states).values("dataset")["licence"] or ""
    assert "https://www.un.org/en/about-us/terms-of-use" in licence
    assert "ST/LEG/SER.E" in licence


def test_what_cannot_be_read_is_listed_with_its_place_and_reason(tmp_path: Path, states: States) -> None:
    path = write(
        tmp_path,
        "30-1.csv",
        HEADER,
        "Chad,4 May 1970 a,5 Jun 1971 A",
        "Fiji,n.a.,6 Jul 1972",
        "Atlantis,4 May 1970,",
        "European Union,4 May 1970,7 Jul 1973",
        ",4 May 1970,",
    )
    found = imported(path, states)
    assert found.reasons == [
        ("4 May 1970 a", "the heading does not say what the letter 'a' means"),
        ("5 Jun 1971 A", "the heading does not say what the letter 'A' means"),
        ("n.a.", NOT_A_DATE),
        ("4 May 1970", UNKNOWN_STATE),
        ("4 May 1970", NOT_A_STATE),
        ("7 Jul 1973", NOT_A_STATE),
        ("4 May 1970", "no participant stands beside it"),
    ]
    assert found.acts == [("FJI", "ratification", "1972-07-06")]
    assert found.rejects[3].cells == {"participant": "Atlantis", "heading": "Signature", "cell": "4 May 1970"}
    assert (found.rejects[3].file, found.rejects[3].line) == ("30-1.csv", 4)
    assert found.tally.unknown == {"Atlantis": 1}
    assert (found.tally.read, found.tally.rejected, found.tally.blank) == (1, 7, 2)


def test_a_heading_that_is_no_act_rejects_its_cells(tmp_path: Path, states: States) -> None:
    header = 'Participant,Opting out,"Ratification, Territorial application(t)"'
    found = imported(write(tmp_path, "30-1.csv", header, "Chad,4 May 1970,5 Jun 1971 t", "Fiji,,6 Jul 1972"), states)
    no_act = "what the heading names is no act known here, or one of several: "
    assert found.reasons == [
        ("4 May 1970", f"{no_act}Opting out"),
        ("5 Jun 1971 t", f"{no_act}Territorial application"),
    ]
    assert found.acts == [("FJI", "ratification", "1972-07-06")]


def test_tables_come_in_the_order_of_their_numbers(tmp_path: Path, states: States) -> None:
    for name in ("30-10.csv", "30-2.csv", "4-1.csv"):
        write(tmp_path, name, HEADER, "Chad,4 May 1970,")
    found = imported(tmp_path, states)
    assert [row.file for row in found.rows("treaty")] == ["4-1.csv", "30-2.csv", "30-10.csv"]


def test_the_secretary_general_keeps_what_its_title_does_not_say_is_kept_elsewhere(
    tmp_path: Path, states: States
) -> None:
    write(tmp_path, "index.csv", INDEX[0], '30,1,"Charter (deposited in the archives of Chad). Geneva, 4 May 1949",,,')
    write(tmp_path, "30-1.csv", HEADER, "Chad,4 May 1970,")
    write(tmp_path, "30-2.csv", HEADER, "Chad,4 May 1970,")
    found = imported(tmp_path, states)
    kept = [row.values["depositary"] for row in found.rows("treaty")]
    assert kept == [None, "Secretary-General of the United Nations"]


@pytest.mark.parametrize(
    ("rows", "in_force"),
    [
        (["Chad,4 May 1970,5 Jun 1971", "Fiji,,6 Jul 1970 d"], "[1970-07-06..]"),
        (["Chad,4 May 1970,5 Jun 1971 a", "[Fiji],,Jul 1970 d"], "[1970-07..]"),
        (["Chad,4 May 1970,"], None),  # signed alone: nobody can be bound
        (["European Union,4 May 1970,5 Jun 1971"], None),
    ],
)
def test_a_treaty_is_in_force_from_an_unknown_day_not_before_the_first_consent(
    rows: list[str], in_force: str | None, tmp_path: Path, states: States
) -> None:
    treaty = imported(write(tmp_path, "30-1.csv", HEADER, *rows), states).values("treaty")
    assert treaty["in_force_edtf"] == in_force
    assert treaty["in_force_text"] == (NO_DAY if in_force else None)
    assert treaty["note"] == (NOT_STATED if in_force else None)


@pytest.mark.parametrize("kind", ["Participation", "Entry into force", "Definitive signature"])
def test_all_that_binds_is_a_consent(kind: str, tmp_path: Path, states: States) -> None:
    treaty = imported(write(tmp_path, "30-1.csv", f"Participant,{kind}", "Chad,5 Jun 1971"), states).values("treaty")
    assert treaty["in_force_edtf"] == "[1971-06-05..]"


def test_a_row_of_another_width_is_rejected_whole(tmp_path: Path, states: States) -> None:
    found = imported(write(tmp_path, "30-1.csv", HEADER, "Chad,4 May 1970", "", "Fiji,4 May 1990,"), states)
    assert [(one.line, one.reason) for one in found.rejects] == [(2, "2 values under 3 columns")]
    assert (found.tally.read, found.tally.rejected, found.tally.blank) == (1, 2, 1)


def test_a_table_without_columns_loses_no_cell_and_is_told(tmp_path: Path, states: States) -> None:
    found = imported(write(tmp_path, "30-1.csv", "Participant", "Chad", "Fiji"), states)
    assert (found.tally.read, found.tally.rejected, found.tally.blank) == (0, 0, 0)
    assert found.tally.notes["participants in a table without any column of acts: nothing there to read"] == 2


def test_several_dates_in_a_cell_are_an_act_each_and_one_cell(tmp_path: Path, states: States) -> None:
    found = imported(write(tmp_path, "30-1.csv", HEADER, 'Chad,,"5 Jun 1971 a, 6 Jul 1980"'), states)
    assert found.acts == [("TCD", "accession", "1971-06-05"), ("TCD", "ratification", "1980-07-06")]
    assert found.tally.read == 1


def test_one_unreadable_date_of_several_rejects_the_cell(tmp_path: Path, states: States) -> None:
    found = imported(write(tmp_path, "30-1.csv", HEADER, 'Chad,,"5 Jun 1971 a, 6 Jul 1980 x"'), states)
    assert (found.acts, found.tally.rejected) == ([], 1)


def test_a_bracketed_participant_ceased_at_a_time_not_known(tmp_path: Path, states: States) -> None:
    found = imported(write(tmp_path, "30-1.csv", HEADER, "[Chad],4 May 1970,5 Jun 1971"), states)
    assert found.acts[2] == ("TCD", "cessation", "[1971-06-06..]")
    assert found.values("act", 2)["date_text"] is None
    assert found.values("citation", 3)["quotation"] == "[Chad]"
    assert (found.tally.read, found.tally.blank) == (2, 0)


def test_a_declaration_in_brackets_ends_no_membership(tmp_path: Path, states: States) -> None:
    header = "Participant,Ratification,Notification under article 25"
    found = imported(write(tmp_path, "30-1.csv", header, "Chad,4 May 1970,[5 Jun 1971]"), states)
    assert found.acts == [("TCD", "ratification", "1970-05-04"), ("TCD", "declaration", "1971-06-05")]


def test_a_bracketed_date_ceased_before_the_next_act(tmp_path: Path, states: States) -> None:
    found = imported(write(tmp_path, "30-1.csv", HEADER, 'Chad,4 May 1970,"[5 Jun 1971] 6 Jul 1980 a"'), states)
    assert found.acts[1:] == [
        ("TCD", "ratification", "1971-06-05"),
        ("TCD", "accession", "1980-07-06"),
        ("TCD", "cessation", "[1971-06-06..1980-07-05]"),
    ]


@pytest.mark.parametrize(
    ("row", "act", "note"),
    [
        (
            "Russian Federation,3 May 1954,",
            ("RUS", "signature", "1954-05-03"),
            "dated before RUS began: done by SUN, which it continues",
        ),
        (
            "Yemen,3 May 1979,",
            ("YEM", "signature", "1979-05-03"),
            "dated before the State began: the act of a predecessor, which the table gives under this name",
        ),
        ("Ukraine,3 May 1954,", ("UKR", "signature", "1954-05-03"), None),
        ("Yugoslavia,3 May 1954,", ("YUG", "signature", "1954-05-03"), None),
        ("Yugoslavia,3 May 1999,", ("SCG", "signature", "1999-05-03"), None),
        ("Zaire,3 May 1979,", ("COD", "signature", "1979-05-03"), None),
        ("Czechoslovakia,3 May 1979,", ("CSK", "signature", "1979-05-03"), None),
        ("Holy See 1,3 May 1979,", ("VAT", "signature", "1979-05-03"), "footnote marks at the name: 1"),
        ("Cook Islands,3 May 1999,", ("COK", "signature", "1999-05-03"), None),
    ],
)
def test_an_act_is_of_the_state_printed(
    row: str, act: tuple[str, ...], note: str | None, tmp_path: Path, states: States
) -> None:
    found = imported(write(tmp_path, "30-1.csv", HEADER, row), states)
    assert found.acts == [act]
    assert found.values("act")["note"] == note


def test_the_words_of_a_label_that_is_more_than_the_act_are_kept(tmp_path: Path, states: States) -> None:
    header = 'Participant,"Signature, Succession to signature(d)"'
    found = imported(write(tmp_path, "30-1.csv", header, "Chad,4 May 1970 d"), states)
    assert found.acts == [("TCD", "signature", "1970-05-04")]
    assert found.values("act")["note"] == "in the words of the table: Succession to signature"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            ["Country,Signature", "Chad,4 May 1970"],
            "30-1.csv:1: is no status table: its first column is not 'Participant'",
        ),
        ([""], "30-1.csv:1: is no status table: its first column is not 'Participant'"),
    ],
)
def test_another_file_is_refused(lines: list[str], message: str, tmp_path: Path, states: States) -> None:
    path = write(tmp_path, "30-1.csv", *lines)
    with pytest.raises(PackageError) as caught:
        imported(path, states)
    assert str(caught.value) == message


def test_a_folder_without_tables_is_refused(tmp_path: Path, states: States) -> None:
    with pytest.raises(PackageError, match="holds no status table"):
        imported(tmp_path, states)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path, states: States) -> None:
    path = tmp_path / "30-1.csv"
    path.write_bytes(HEADER.encode() + "\nC\u00f4te d'Ivoire,4 May 1970,\n".encode("latin-1"))
    with pytest.raises(PackageError, match="not UTF-8"):
        imported(path, states)
