"""The page a browser saves: made up in the form of the site's, with what stands around the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.exchange.csvfile import PackageError
from tests.exchange.importers.mtdsg.reading import NO_DAY, NOT_STATED, imported

if TYPE_CHECKING:
    from pathlib import Path

    from secdb.exchange.importers.states import States
    from tests.exchange.importers.mtdsg.reading import Imported

ID = "ctl00_ctl00_ContentPlaceHolder1_ContentPlaceHolderInnerPage_"
ROWS = """
<tr><td>Chad&nbsp;<sup>3</sup><style>a </style></td><td>&nbsp;4 May\t 1970</td><td>\n 5 Jun\t 1971</td></tr>
<tr><td><a class="noteIndex" href="#EndDec">C\u00f4te d'Ivoire</a> <sup>4</sup>,<sup>5</sup></td><td></td>
  <td> 6 Jul 1972 a <sup>6</sup></td></tr>
<tr><td>[Canada]</td><td>&nbsp;</td><td>[ 7 Aug 1973 d]</td></tr>
<tr><td>European Union</td><td> 8 Sep 1974</td><td></td></tr>
"""
PAGE = """<!DOCTYPE html>
<!-- saved from url=(0073)https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXX-7-b&chapter=30 -->
<html><head><title>UNTC</title><script>var s = "<table><tr><td>Participant</td></tr></table>";</script></head><body>
<a href="ViewDetails.aspx?src=TREATY&amp;mtdsg_no=XXX-1&amp;chapter=30">another</a>
<div>STATUS AS AT : 27-11-2014 05:01:42 EDT</div>
<table><tr><td><span id="{id}rptHead_ctl00_tcText">CHAPTER XXX AIR</span></td></tr>
<tr><td><span id="{id}rptTreaty_ctl00_tcTreaty">7. b Convention on the Naming <br>of Winds</span></td></tr>
<tr><td><div id="{id}rptTreaty_ctl00_tcText"><i>Lake Success, New York, 4 May 1949</i></div></td></tr>
<tr><td>Entry into force</td>
<td id="{id}rptEIF_ctl00_tcText">12 January 1951, in accordance with article XIII.</td></tr>
<tr><td>Registration</td><td id="{id}rptRegistration_ctl00_tcText">12 January 1951, No. 1021</td></tr></table>
<table><tr><td>Participant</td><td>Territorial application</td></tr><tr><td>Chad</td><td>1 Jan 1999</td></tr></table>
<div class="table-responsive"><table id="{id}tblgrid" class="gridtable"><tbody>
<tr><th>Participant <sup>1</sup></th><th>Signature</th><th>Ratification,<br> Accession(a), Succession(d)</th></tr>
{rows}</tbody></table></div>
<div id="{id}dgNotesAll"><table><tr><td>1 Jan 2001</td></tr></table></div></body></html>
"""


def saved(folder: Path, states: States, page: str = PAGE, rows: str = ROWS) -> Imported:
    """Import the page saved under a browser's name for it."""
    path = folder / "UNTC.html"
    path.write_text(page.format(id=ID, rows=rows), "utf-8")
    return imported(path, states)


def test_the_table_is_read_as_a_csv_is(tmp_path: Path, states: States) -> None:
    found = saved(tmp_path, states)
    assert found.acts == [
        ("TCD", "signature", "1970-05-04"),
        ("TCD", "ratification", "1971-06-05"),
        ("CIV", "accession", "1972-07-06"),
        ("CAN", "succession", "1973-08-07"),
        ("CAN", "cessation", "[1973-08-08..2014-11-27]"),
    ]
    assert (found.tally.read, found.tally.rejected, found.tally.blank) == (4, 1, 3)


def test_footnote_marks_and_brackets_are_kept(tmp_path: Path, states: States) -> None:
    found = saved(tmp_path, states)
    cited = [(row.values["locator"], row.values.get("quotation")) for row in found.rows("citation")]
    assert cited[3] == (
        "row C\u00f4te d'Ivoire 4 , 5, column Ratification, Accession(a), Succession(d)",
        "6 Jul 1972 a 6",
    )
    assert cited[4][1] == "[ 7 Aug 1973 d]"
    assert found.values("act", 2)["note"] == "footnote marks at the name: 4, 5; footnote marks at the date: 6"


def test_the_page_tells_of_the_treaty(tmp_path: Path, states: States) -> None:
    treaty = saved(tmp_path, states).values("treaty")
    assert treaty == {
        "code": "mtdsg-30-7-b",
        "title": "Convention on the Naming of Winds",
        "signed_text": "4 May 1949",
        "signed_at": "Lake Success, New York",
        "in_force_text": "12 January 1951",
        "in_force_edtf": None,
        "depositary": "Secretary-General of the United Nations",
        "registration": "12 January 1951, No. 1021",
        "note": "CHAPTER XXX AIR, no. XXX-7-b; Entry into force: 12 January 1951, in accordance with article XIII.",
    }


def test_the_document_has_the_day_and_address_of_the_page(tmp_path: Path, states: States) -> None:
    document = saved(tmp_path, states).values("document")
    assert document["code"] == "mtdsg-30-7-b-2014-11-27"
    assert document["date_edtf"] == "2014-11-27"
    assert document["kind"] == "web_page"
    assert str(document["url"]).endswith("mtdsg_no=XXX-7-b&chapter=30&clang=_en")


@pytest.mark.parametrize(
    ("said", "in_force"),
    [
        ("Not yet in force", (None, None)),
        ("Not yet in force: see article 17", (None, None)),
        ("The Agreement has not entered into force.", (None, None)),
        ("Non encore en vigueur", (None, None)),
        ("1 March 1990, provisionally, under article 50", (NO_DAY, "[1971-06-05..]")),
        ("In force, see article 17", (NO_DAY, "[1971-06-05..]")),
        ("", (NO_DAY, "[1971-06-05..]")),
        ("1 March 1990.", ("1 March 1990", None)),
    ],
)
def test_entry_into_force_is_a_day_only_where_the_page_begins_with_one(
    said: str, in_force: tuple[str | None, str | None], tmp_path: Path, states: States
) -> None:
    page = PAGE.replace("12 January 1951, in accordance with article XIII.", said)
    treaty = saved(tmp_path, states, page).values("treaty")
    assert (treaty["in_force_text"], treaty["in_force_edtf"]) == in_force
    words = ["CHAPTER XXX AIR, no. XXX-7-b"]
    words += [f"Entry into force: {said}"] if said else []
    words += [NOT_STATED] if in_force[0] == NO_DAY else []
    assert treaty["note"] == "; ".join(words)


@pytest.mark.parametrize(
    ("number", "code"),
    [("XI-A-5", "mtdsg-11-5"), ("XI-B-5-a", "mtdsg-11-b-5-a"), ("XI-A", "mtdsg-11-a"), ("IV-9", "mtdsg-4-9")],
)
def test_a_treaty_has_one_code_in_both_forms(number: str, code: str, tmp_path: Path, states: States) -> None:
    found = saved(tmp_path, states, PAGE.replace("mtdsg_no=XXX-7-b", f"mtdsg_no={number}"))
    assert found.values("treaty")["code"] == code


@pytest.mark.parametrize(
    "address",
    [
        '<form action="./ViewDetails.aspx?src=TREATY&amp;mtdsg_no=IV-9&amp;chapter=4">',
        '<link rel="canonical" href="https://treaties.un.org/Pages/ViewDetails.aspx?mtdsg_no=IV-9&amp;chapter=4">',
    ],
)
def test_the_number_is_that_of_the_pages_own_address(address: str, tmp_path: Path, states: States) -> None:
    page = "<html>" + address + PAGE[PAGE.index("<html>") :]
    assert saved(tmp_path, states, page).values("treaty")["code"] == "mtdsg-4-9"


def test_a_page_that_tells_nothing_is_called_after_its_file(tmp_path: Path, states: States) -> None:
    page = "<table><tr><td>Participant<td>Accession(a)<tr><td>Chad<td>4 May 1970 a</table>"
    found = saved(tmp_path, states, page)
    assert found.acts == [("TCD", "accession", "1970-05-04")]
    assert found.values("treaty")["code"] == "mtdsg-untc"
    assert found.values("treaty")["note"] == NOT_STATED
    assert found.values("document")["code"] == "mtdsg-untc"


def test_ends_left_out_and_stray_ends_lose_no_cell(tmp_path: Path, states: States) -> None:
    left_out = "<tr><td><p><font>Chad<td><b>4 May 1970<td>5 Jun 1971" * 1_100
    stray = "<tr><td>Fiji</div></span></td><td>4 May 1990</div></td><td></i></td></tr>"
    page = PAGE.replace("<body>", "<body>" + "<p>text<br>" * 2_000)
    found = saved(tmp_path, states, page, f"<tr></tr>{left_out}{stray}")
    assert (found.tally.read, found.tally.rejected, found.tally.blank) == (2_201, 0, 1)
    assert found.acts[-1] == ("FJI", "signature", "1990-05-04")


def test_a_table_inside_a_cell_is_another_table(tmp_path: Path, states: States) -> None:
    inner = "<table><tr><td>4 May</td></tr></table>"
    found = saved(tmp_path, states, rows=f"<tr><td>Chad</td><td>{inner} 1970</td><td>5 Jun 1971</td></tr>")
    assert found.acts == [("TCD", "signature", "1970-05-04"), ("TCD", "ratification", "1971-06-05")]


def test_rows_of_another_width_are_listed_and_empty_ones_passed_over(tmp_path: Path, states: States) -> None:
    rows = "<tr><td>A</td></tr><tr><td>&nbsp;</td></tr><tr></tr><tr><td>Chad</td><td>4 May 1970</td><td></td></tr>"
    found = saved(tmp_path, states, rows=rows)
    assert [one.reason for one in found.rejects] == ["1 value under 3 columns"]
    assert found.acts == [("TCD", "signature", "1970-05-04")]


def test_what_a_browser_saves_beside_a_page_is_not_read(tmp_path: Path, states: States) -> None:
    (tmp_path / "UNTC_files").mkdir()
    (tmp_path / "UNTC_files" / "frame.html").write_text("<p>nothing</p>", "utf-8")
    saved(tmp_path, states)
    assert len(imported(tmp_path, states).rows("treaty")) == 1


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("<p>Service unavailable</p>", "UNTC.html: is no page of a status table"),
        ("<p>x</p>\n<![foo[ ]]>", "UNTC.html:2: broken HTML: unknown status keyword"),
        ("<div>" * 2_000, "UNTC.html:1: broken HTML: nested too deeply"),
        (PAGE.replace("tblgrid", "other"), "UNTC.html: has 2 tables that begin with 'Participant' and none is marked"),
    ],
)
def test_another_page_is_refused(page: str, message: str, tmp_path: Path, states: States) -> None:
    with pytest.raises(PackageError) as caught:
        saved(tmp_path, states, page)
    assert str(caught.value).startswith(message)
