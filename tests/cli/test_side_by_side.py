"""`matrix`, `compare` and `signed-not-ratified`: the very output, format by format, written down by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from cli.reports.compare import _listed
from secdb import __version__
from tests.inside import run

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "Membership on 2006-01-01 (in-force, documents, revision 1): cst 6, or 7 if Uzbekistan had joined; csto 0 to 7"
LAST = f"secdb {__version__}, documents, in force, on 2006-01-01, revision 1"
MATRIX = {
    "table": f"""\
{TITLE}

state  name                cst     csto
-----  ------------------  ------  ------
ARM    Armenia             party   party?
BLR    Belarus             party   party?
KAZ    Kazakhstan          party   party?
KGZ    Kyrgyzstan          party   party?
RUS    Russian Federation  party   party?
TJK    Tajikistan          party   party?
UZB    Uzbekistan          party?  party?

{LAST}
""",
    "markdown": f"""\
{TITLE}

| state | name               | cst    | csto   |
|:------|:-------------------|:-------|:-------|
| ARM   | Armenia            | party  | party? |
| BLR   | Belarus            | party  | party? |
| KAZ   | Kazakhstan         | party  | party? |
| KGZ   | Kyrgyzstan         | party  | party? |
| RUS   | Russian Federation | party  | party? |
| TJK   | Tajikistan         | party  | party? |
| UZB   | Uzbekistan         | party? | party? |

{LAST}
""",
    "latex": rf"""{TITLE}

\begin{{tabular}}{{llll}}
\hline
 state & name               & cst    & csto   \\
\hline
 ARM   & Armenia            & party  & party? \\
 BLR   & Belarus            & party  & party? \\
 KAZ   & Kazakhstan         & party  & party? \\
 KGZ   & Kyrgyzstan         & party  & party? \\
 RUS   & Russian Federation & party  & party? \\
 TJK   & Tajikistan         & party  & party? \\
 UZB   & Uzbekistan         & party? & party? \\
\hline
\end{{tabular}}

{LAST}
""",
    "html": f"""\
<p>{TITLE}</p>

<table>
<thead>
<tr><th>state</th><th>name              </th><th>cst   </th><th>csto  </th></tr>
</thead>
<tbody>
<tr><td>ARM  </td><td>Armenia           </td><td>party </td><td>party?</td></tr>
<tr><td>BLR  </td><td>Belarus           </td><td>party </td><td>party?</td></tr>
<tr><td>KAZ  </td><td>Kazakhstan        </td><td>party </td><td>party?</td></tr>
<tr><td>KGZ  </td><td>Kyrgyzstan        </td><td>party </td><td>party?</td></tr>
<tr><td>RUS  </td><td>Russian Federation</td><td>party </td><td>party?</td></tr>
<tr><td>TJK  </td><td>Tajikistan        </td><td>party </td><td>party?</td></tr>
<tr><td>UZB  </td><td>Uzbekistan        </td><td>party?</td><td>party?</td></tr>
</tbody>
</table>

<p>{LAST}</p>
""",
    "csv": """\
state,name,cst,csto
ARM,Armenia,party,party?
BLR,Belarus,party,party?
KAZ,Kazakhstan,party,party?
KGZ,Kyrgyzstan,party,party?
RUS,Russian Federation,party,party?
TJK,Tajikistan,party,party?
UZB,Uzbekistan,party?,party?
""",
}
MATRIX["tsv"] = MATRIX["csv"].replace(",", "\t")
COMPARED = f"""\
Treaty on Collective Security: register and documents (in-force, revision 1): 1 difference

state  name        field  register    documents                 days apart
-----  ----------  -----  ----------  ------------------------  ----------
UZB    Uzbekistan  start  2006-08-16  [2002-05-15..2009-09-26]           0

register and documents are compared from 2002-05-14 to 2009-09-26.
Counts differ from 2002-05-15 to 2006-08-15: register 6, documents 6 or 7
Counts differ from 2006-08-16 to 2009-09-25: register 7, documents 6 or 7

secdb {__version__}, register and documents, in force, revision 1
"""
SIGNED = f"""\
Signed, not ratified on 2002-12-31 (register, revision 1): 6

treaty  state  name                status     standing  since       opened by
------  -----  ------------------  ---------  --------  ----------  ---------
csto    ARM    Armenia             signatory  certain   2002-10-07  signature
csto    BLR    Belarus             signatory  certain   2002-10-07  signature
csto    KAZ    Kazakhstan          signatory  certain   2002-10-07  signature
csto    KGZ    Kyrgyzstan          signatory  certain   2002-10-07  signature
csto    RUS    Russian Federation  signatory  certain   2002-10-07  signature
csto    TJK    Tajikistan          signatory  certain   2002-10-07  signature

secdb {__version__}, register, on 2002-12-31, revision 1
"""


def printed(file: Path, command: str) -> str:
    done = run("--database", str(file), *command.split())
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("form", MATRIX)
def test_a_matrix_has_a_column_for_each_treaty(form: str, seeded_file: Path) -> None:
    command = f"matrix cst csto --on 2006-01-01 --dataset documents -f {form}"
    assert printed(seeded_file, command) == MATRIX[form]


def test_a_matrix_for_programs_tells_status_standing_and_certainty(seeded_file: Path) -> None:
    command = "matrix csto --on 2012-12-19 --dataset register"
    answer = json.loads(printed(seeded_file, f"{command} -f json"))
    assert list(answer) == ["report", "treaties", "titles", "on", "basis", "dataset", "revision", "counts", "rows"]
    assert answer["rows"][-1]["cells"] == {"csto": {"status": "suspended", "standing": "none", "certain": True}}
    lines = printed(seeded_file, f"{command} -f jsonl").splitlines()
    assert [json.loads(line) for line in lines] == answer["rows"]


def test_a_suspended_state_is_told_apart_and_its_source_numbered(seeded_file: Path) -> None:
    lines = printed(seeded_file, "matrix csto --on 2012-12-19 --sources").splitlines()
    assert lines[0].endswith(": csto 6")
    assert "UZB    Uzbekistan          suspended  3" in lines
    note = next(line for line in lines if line.startswith("[3]"))
    assert note.startswith("[3] Uzbekistan: CSTO leaders suspend Uzbekistan's membership (tass-2012-12-19), ")


def test_two_datasets_are_compared_under_their_names(seeded_file: Path) -> None:
    assert printed(seeded_file, "compare cst --datasets register,documents") == COMPARED
    assert printed(seeded_file, "compare cst --datasets register --datasets documents") == COMPARED


def test_differences_for_programs_have_the_keys_promised(seeded_file: Path) -> None:
    answer = json.loads(printed(seeded_file, "compare cst --datasets register,documents -f json"))
    keys = ["state", "name", "field", "a", "b", "days_apart", "dataset_a", "dataset_b", "sources"]
    assert [list(row) for row in answer["rows"]] == [keys]
    assert answer["counts_differ"][0] == {
        "dataset_a": "register",
        "dataset_b": "documents",
        "from": "2002-05-15",
        "to": "2006-08-16",
        "a": {"member": 6, "possible": 0},
        "b": {"member": 6, "possible": 1},
        "only_a": [],
        "only_b": [],
    }
    fields = printed(seeded_file, "compare cst --datasets register,documents -f csv").splitlines()
    assert fields[0] == ",".join(keys)
    assert fields[1].startswith("UZB,Uzbekistan,start,2006-08-16,[2002-05-15..2009-09-26],0,register,documents,")


def test_one_dataset_is_not_enough(seeded_file: Path) -> None:
    done = run("--database", str(seeded_file), "compare", "cst", "--datasets", "register")
    assert (done.returncode, done.stderr) == (2, "Error: name two datasets or more, as register,documents\n")


def test_those_who_only_signed_are_listed(seeded_file: Path) -> None:
    assert printed(seeded_file, "signed-not-ratified csto --on 2002") == SIGNED
    fields = printed(seeded_file, "signed-not-ratified csto --on 2002 -f csv").splitlines()
    assert fields[0] == "state,name,treaty,status,standing,since_earliest,since_latest,opened_by,sources"
    assert fields[1].startswith("ARM,Armenia,csto,signatory,certain,2002-10-07,2002-10-07,signature,")
    with_sources = printed(seeded_file, "signed-not-ratified csto --on 2002 --sources").splitlines()
    assert with_sources[4].endswith("signature  1,2")
    assert any(line.startswith("[1] Armenia, Belarus, ") for line in with_sources)


@pytest.mark.parametrize(
    ("command", "counted"),
    [
        ("members cst --on 2006-01-01 --dataset documents", ": 6 members, or 7 if Uzbekistan had joined"),
        ("members cst --on 2010 --dataset documents", ": 0 to 7 members"),
        ("members cst --on 2009-09-26", ": 7 members"),
        ("changes cst 2002-05-14 2006 --dataset documents", ": 6 -> 6, or 7 if Uzbekistan had joined"),
        ("changes cst 2002-05-14 2010 --dataset documents", ": 6 -> 0 to 7"),
        ("changes cst 2002 2009", ": 6 -> 7"),
    ],
)
def test_a_title_says_a_doubtful_count_as_a_range(command: str, counted: str, seeded_file: Path) -> None:
    assert printed(seeded_file, command).splitlines()[0].endswith(counted)


def test_they_are_cited_with_the_days_and_datasets_they_speak_of(seeded_file: Path) -> None:
    reference = printed(seeded_file, "compare cst --datasets register,documents --cite text")
    assert "dataset register and documents, in force, revision 1" in reference
    assert "2006-01-01" in printed(seeded_file, "matrix --on 2006-01-01 --cite bibtex")


def test_the_sources_of_a_person_are_told_unless_they_are_not_wanted(seeded_file: Path) -> None:
    told = printed(seeded_file, "person show putin-v --sources")
    assert told == printed(seeded_file, "person show putin-v")
    assert "[1] Russian Federation: Letter dated 21 May 2002" in told
    left = printed(seeded_file, "person show putin-v --no-sources")
    assert left.splitlines() == _without_double_blanks(told.splitlines())


def _without_double_blanks(lines: list[str]) -> list[str]:
    kept = [line for line in lines if not line.startswith("[")]
    return [line for number, line in enumerate(kept) if line or number == 0 or kept[number - 1]]


def test_of_many_states_on_a_line_the_first_are_named() -> None:
    states = [f"S{number:02}" for number in range(1, 15)]
    assert _listed(states[:13]) == "S01, S02, S03, S04, S05, S06, S07, S08, S09, S10, S11, S12, S13"
    assert _listed(states) == "S01, S02, S03, S04, S05, S06, S07, S08, S09, S10, S11, S12 and 2 more"
