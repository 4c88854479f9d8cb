"""The commands of records and of one State, run as a program; output written down by hand."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from secdb import __version__
from tests.inside import ROOT
from tests.inside import run as inside

SIGNATORIES = """\
Letter dated 30 September 2009 from the Permanent Representative of the Russian Federation to the United Nations \
addressed to the Secretary-General (cst-2009-letter)

position  state  name                person          capacity                  mode    sources
--------  -----  ------------------  --------------  ------------------------  ------  -------
       1  RUS    Russian Federation  Vitaly Churkin  permanent_representative  signed  1,2

[1] Russian Federation: Letter dated 30 September 2009 from the Permanent Representative of the Russian Federation to \
the United Nations addressed to the Secretary-General (cst-2009), covering letter, signature, \
\u201c(Signed) Vitaly Churkin\u201d [746-769]
[2] Russian Federation: Letter dated 30 September 2009 from the Permanent Representative of the Russian Federation to \
the United Nations addressed to the Secretary-General (cst-2009), covering letter, title, \
\u201cPermanent Representative of the Russian Federation to the United Nations\u201d [158-230]

secdb @VERSION, revision 1
""".replace("@VERSION", __version__)
ACT = """\
act 9

field       value
----------  ------------------------------
act         9
dataset     register
treaty      cst
state       GEO
state name  Georgia
kind        accession
date text   1993-09-09
date        1993-09-09
rank        normal
contests    8
stands      0
note        Probably a slip for 1993-12-09

[1] Wikipedia, English edition, on the Collective Security Treaty, version of 2025 (wikipedia-en-2025), \
on the accession of Georgia
[2] Wikipedia, Russian edition, on the Collective Security Treaty (wikipedia-ru), on the accession of Georgia

Other claims about the event

act  kind       date        effect  rank       contests  stands  note
---  ---------  ----------  ------  ---------  --------  ------  ----
  8  accession  1993-12-09          preferred                 1

[1] accession: Alliance Treaty Obligations and Provisions (ATOP), version 4.01 (atop-4), no. 4220
[2] accession: Douglas M. Gibler, International Military Alliances, 1648-2008 (gibler-2009), no. 4.1442
[3] accession: Wikipedia, English edition, on the Collective Security Treaty, version of 2006 (wikipedia-en-2006), \
on the accession of Georgia

secdb @VERSION, revision 1
""".replace("@VERSION", __version__)
LISTS = ["state", "person", "treaty", "organization", "act", "roster", "tenure", "document", "statement", "dataset"]


def run(database: object, *arguments: str, code: int = 0) -> str:
    """Return what the program prints: stdout, or stderr where another exit code is expected."""
    done = inside("--database", str(database), *arguments)
    assert done.returncode == code, done.stderr
    assert code == 0 or done.stdout == ""
    return done.stderr if code else done.stdout


def test_signatories_as_a_table(seeded_url: str) -> None:
    assert run(seeded_url, "signatories", "cst-2009-letter", "--sources") == SIGNATORIES


def test_signatories_as_json(seeded_url: str) -> None:
    answer = json.loads(run(seeded_url, "signatories", "cst-2009-letter", "-f", "json"))
    title = "Letter dated 30 September 2009 from the Permanent Representative of the Russian Federation "
    title += "to the United Nations addressed to the Secretary-General"
    source = {"document": "cst-2009", "title": title, "url": None, "retrieved_on": None}
    signed = {"locator": "covering letter, signature", "quotation": "(Signed) Vitaly Churkin"}
    office = {
        "locator": "covering letter, title",
        "quotation": "Permanent Representative of the Russian Federation to the United Nations",
    }
    assert answer == {
        "report": "signatories",
        "statement": "cst-2009-letter",
        "title": title,
        "document": "cst-2009",
        "date": "2009-09-30",
        "revision": 1,
        "rows": [
            {
                "position": 1,
                "state": "RUS",
                "name": "Russian Federation",
                "person": "Vitaly Churkin",
                "person_code": "churkin-v",
                "as_printed": "Vitaly Churkin",
                "capacity": "permanent_representative",
                "acting": 0,
                "accredited_to": None,
                "mode": "signed",
                "joined_on": None,
                "withdrew_on": None,
                "note": None,
                "sources": [
                    source | signed | {"start_char": 746, "end_char": 769},
                    source | office | {"start_char": 158, "end_char": 230},
                ],
            }
        ],
    }


def test_an_act_with_sources_and_contesting_claims(seeded_url: str) -> None:
    assert run(seeded_url, "act", "show", "9") == ACT


def test_an_act_as_json(seeded_url: str) -> None:
    answer = json.loads(run(seeded_url, "act", "show", "9", "-f", "json"))
    assert list(answer) == ["report", "act", "revision", "record", "sources", "rows"]
    assert answer["record"] == {
        "act": 9,
        "dataset": "register",
        "treaty": "cst",
        "state": "GEO",
        "state_name": "Georgia",
        "kind": "accession",
        "date_text": "1993-09-09",
        "date": "1993-09-09",
        "date_earliest": "1993-09-09",
        "date_latest": "1993-09-09",
        "effect": None,
        "effect_earliest": None,
        "effect_latest": None,
        "organ": None,
        "signer": None,
        "signer_capacity": None,
        "rank": "normal",
        "contests": 8,
        "stands": 0,
        "note": "Probably a slip for 1993-12-09",
    }


@pytest.mark.parametrize(
    "command",
    [
        *("state show UZB", "person show churkin-v", "treaty show cst", "organization show csto", "act show 9"),
        *("roster show 2", "document show cst-2002", "document show cst-2002 --text", "dataset show register"),
        "statement show cst-2009-statement",
    ],
)
def test_in_a_format_of_rows_the_record_is_the_one_row(command: str, seeded_file: Path) -> None:
    record = json.loads(run(seeded_file, *command.split(), "-f", "json"))["record"]
    assert json.loads(run(seeded_file, *command.split(), "-f", "jsonl")) == record
    fields = {key: "" if value is None else str(value) for key, value in record.items()}
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        lines = io.StringIO(run(seeded_file, *command.split(), "-f", form, "--raw"), newline="")
        assert list(csv.DictReader(lines, delimiter=delimiter)) == [fields]


@pytest.mark.parametrize("noun", LISTS)
def test_every_list_prints_and_both_engines_print_the_same(noun: str, seeded_file: Path, seeded_server: str) -> None:
    printed = run(seeded_file, noun, "list", "-f", "jsonl")
    assert printed
    assert printed == run(seeded_server, noun, "list", "-f", "jsonl")


@pytest.mark.parametrize(
    "command",
    [
        "state show UZB",
        "person show churkin-v",
        "treaty show cst",
        "organization show csto",
        "roster show 2",
        "document show cst-2002",
        "statement show cst-2009-statement",
        "dataset show register",
        "history armenia --sources",
        "who russia --on 2009-09-30 --sources",
        "head-of-state list",
        "head-of-state list --on 2002-05-14",
        "representative list russia --sources",
        "changes cst 1994 2009 --sources",
        "panel cst --from 2005 --to 2007 --sources",
        "dyads cst --from 1999 --to 1999 --dataset documents --sources",
        "network --on 2009-09-26 --sources",
        "network --by signature --sources",
        "membership list cst",
        "membership show csto uzbekistan",
        "membership explain cst uzbekistan --on 2012-12-31",
        "membership explain cst uzbekistan --dataset documents",
    ],
)
@pytest.mark.parametrize("form", ["table", "json"])
def test_both_engines_answer_the_same(command: str, form: str, seeded_file: Path, seeded_server: str) -> None:
    printed = run(seeded_file, *command.split(), "-f", form)
    assert printed
    assert printed == run(seeded_server, *command.split(), "-f", form)


@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        ("state show atlantis", 1, "there is no state 'atlantis'"),
        ("state show korea", 1, "KOR"),
        ("history uzbekistn", 1, "nearest: UZB (Uzbekistan)"),
        ("act show 999", 1, "there is no act '999'"),
        ("signatories cst-2010", 1, "cst-2009"),
        ("who russia --on 2009-02-30", 2, "2009-02-30"),
        ("head-of-state list --on 2009-13", 2, "2009-13"),
        ("membership explain cst UZB --on 2009-02-30", 2, "2009-02-30"),
        ("act list --kind signing", 2, "one of signature"),
        ("membership list cst --dataset cow", 1, "there are: documents, register"),
    ],
)
def test_what_cannot_be_answered_is_one_line(command: str, code: int, words: str, seeded_file: Path) -> None:
    message = run(seeded_file, *command.split(), code=code)
    assert words in message
    assert message.count("\n") == 1


def test_the_text_of_a_document_is_printed_whole(seeded_file: Path) -> None:
    text = (ROOT / "seeds" / "documents" / "cst-2002.txt").read_text(encoding="utf-8")
    assert run(seeded_file, "document", "show", "cst-2002", "--text") == f"{text}\n"


def test_stored_escape_sequences_come_out_harmless(seeded_file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(seeded_file, tmp_path / "escape.db"))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE person SET name = char(27) || '[31mChurkin' || char(8238) WHERE code = 'churkin-v'")
        connection.execute(
            "INSERT INTO document (code, kind, title, text, sha256) VALUES ('evil', 'other', 'Evil' || char(7), "
            "'one' || char(10) || char(27) || ']0;two', ?)",
            ("0" * 64,),
        )
    connection.close()
    for command in ("person show churkin-v", "who russia --on 2009-09-30", "signatories cst-2009-letter"):
        printed = run(path, *command.split())
        assert "\\x1b[31mChurkin\\u202e" in printed
        assert not {"\x1b", "\u202e"} & set(printed)
    assert run(path, "document", "show", "evil", "--text") == "one\n\\x1b]0;two\n"
    assert "\x07" not in run(path, "document", "show", "evil")
    assert "\x1b" not in run(path, "person", "show", "nobody \x1b[2J", code=1)
