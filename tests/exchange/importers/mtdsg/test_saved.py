"""Pages as browsers and other programs save them: encodings, several tables, tables in tables, other names of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.exchange.csvfile import PackageError
from tests.exchange.importers.mtdsg.reading import NOT_STATED, imported

if TYPE_CHECKING:
    from pathlib import Path

    from secdb.exchange.importers.states import States

ID = "ctl00_ctl00_ContentPlaceHolder1_ContentPlaceHolderInnerPage_"
HEAD = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head id="ctl00_ctl00_Head1">
<meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>
	UNTC
</title><style type="text/css">td {{ padding: 0 }}</style>
<script type="text/javascript">document.write("<table id='x_tblgrid'><tr><td>Participant</td></tr></table>");</script>
</head><body><form name="aspnetForm" method="post"
 action="https://treaties.un.org/Pages/ViewDetailsIII.aspx?src=IND&amp;mtdsg_no=XXX-16-2&amp;clang=_en" id="aspnetForm">
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDw{state}">
<select><option selected="selected">Participant</option></select>
<table id="outer"><tbody><tr><td align="right">STATUS AS AT : 03-02-2021 09:15:33 EDT</td></tr><tr><td>
"""
ABOUT = """<table><tbody><tr><td><span id="{id}rptHead_ctl00_tcText">CHAPTER XXX</span></td></tr>
<tr><td><div id="{id}rptTreaty_ctl00_tcTreaty">16. 2. Regulation on Kites &amp; C\u00f4tes</div></td></tr>
<tr><td><div id="{id}rptTreaty_ctl00_tcText">Lake Success, 4 May 1949</div></td></tr>
<tr><td><div id="{id}rptStatus_ctl00_tcText">Signatories : 2. Parties : 3</div></td></tr></tbody></table>
"""
GRID = """<div class="table-responsive"><table class="table table-striped" rules="all" id="{id}tblgrid" border="1">
<tbody><tr><td style="width:40%"><b>Participant</b>&nbsp;<sup>1</sup><sup>,</sup><sup>2</sup></td>
<td>Signature</td><td>Ratification, <br>Accession(a)</td></tr>
<tr><td>C\u00f4te d'Ivoire<sup> 3</sup>
 </td><td>&nbsp;4 May\t 1970</td><td>&nbsp;</td></tr>
<tr class="alt"><td><a class="noteIndex" onclick="return ShowDeclarations('Chad')" href="#EndDec">Chad</a></td>
<td></td><td> 6 Jul\t 1972 a<br></td></tr></tbody></table></div>
"""
SUCCESSORS = """<table id="{id}rptMore_ctl01_tblgrid"><thead><tr><th>Participant</th><th>Succession(d)</th></tr></thead>
<tbody><tr><td>Fiji</td><td> 8 Aug\t 1973 d</td></tr></tbody></table>
"""
NOTES = """<a name="EndDec"></a><table id="{id}dgDeclarations"><tr><td><b>Chad</b></td></tr><tr><td>Upon accession
<table><tr><td>Participant</td><td>Date</td></tr><tr><td>Chad</td><td>1 Jan 1999</td></tr></table></td></tr></table>
<table id="{id}dgTerritorial"><tr><td>Participant</td><td>Territories</td></tr>
<tr><td>France</td><td>French Polynesia</td></tr></table>
<div id="{id}dgNotesAll_ctl03_divNotesAll">1. <i>12 May 1970</i></div></td></tr></tbody></table></form></body></html>
"""


def page(*parts: str, charset: str = "utf-8") -> str:
    """Return a page of the parts."""
    filled = [part.format(id=ID) for part in parts]
    return "".join([HEAD.format(charset=charset, state="A" * 60_000), *filled])


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("utf-16", "utf-16"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_names(charset: str, encoding: str, tmp_path: Path, states: States) -> None:
    path = tmp_path / "UNTC.htm"
    path.write_bytes(page(ABOUT, GRID, NOTES, charset=charset).encode(encoding))
    found = imported(path, states)
    assert found.acts == [("CIV", "signature", "1970-05-04"), ("TCD", "accession", "1972-07-06")]
    assert (found.tally.read, found.tally.rejected, found.tally.blank) == (2, 0, 2)
    treaty = found.values("treaty")
    assert (treaty["code"], treaty["title"]) == ("mtdsg-30-16-2", "Regulation on Kites & C\u00f4tes")
    assert (treaty["signed_at"], treaty["signed_text"]) == ("Lake Success", "4 May 1949")
    assert treaty["note"] == f"CHAPTER XXX, no. XXX-16-2; {NOT_STATED}"
    assert found.values("document")["date_edtf"] == "2021-02-03"


def test_a_page_in_an_encoding_it_does_not_name_is_refused(tmp_path: Path, states: States) -> None:
    path = tmp_path / "UNTC.html"
    path.write_bytes(page(ABOUT, GRID, NOTES).encode("cp1252"))
    with pytest.raises(PackageError, match="not UTF-8 and names no other encoding"):
        imported(path, states)


def test_all_tables_of_participants_are_read_and_no_others(tmp_path: Path, states: States) -> None:
    path = tmp_path / "UNTC.html"
    path.write_text(page(ABOUT, GRID, SUCCESSORS, NOTES), "utf-8")
    found = imported(path, states)
    assert found.acts[-1] == ("FJI", "succession", "1973-08-08")
    assert (found.tally.read, found.tally.rejected, found.tally.blank) == (3, 0, 2)
    assert len(found.rows("treaty")) == 1


def test_a_page_named_by_its_address_is_a_page(tmp_path: Path, states: States) -> None:
    path = tmp_path / "ViewDetails.aspx?src=TREATY&mtdsg_no=XXX-16-2&clang=_en"
    path.write_text(page(ABOUT, GRID, NOTES), "utf-8")
    for place in (path, tmp_path):
        assert len(imported(place, states).acts) == 2
