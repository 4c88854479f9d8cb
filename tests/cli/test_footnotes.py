"""Notes below a table: one per distinct source, and the rows that refer to them."""

from __future__ import annotations

from cli.output.footnotes import annotated, footnotes, numbered
from secdb.reports.base import Report, Source
from secdb.reports.members import Member

LETTER = Source("un-1", "Letter", "annex", "the Republic", 3, 15, None, None)
AGAIN = Source("un-1", "Letter", "annex", "the Republic", 20, 32, None, None)
PAGE = Source("wiki", "Page", None, None, None, None, None, "2024-01-02")

LETTER_LINE = "Letter (un-1), annex, \u201cthe Republic\u201d [3-15]"


def member(state: str, name: str, *sources: Source) -> Member:
    return Member(state, name, "party", "member", None, None, None, None, None, None, "acts", sources)


def test_a_source_of_several_rows_is_one_note() -> None:
    lines, numbers = numbered([("Armenia", [LETTER, PAGE]), ("Belarus", [PAGE]), ("Georgia", []), ("Armenia", [PAGE])])
    assert lines == [f"[1] Armenia: {LETTER_LINE}", "[2] Armenia, Belarus: Page (wiki), read on 2024-01-02"]
    assert numbers == ["1,2", "2", "", "2"]


def test_the_same_words_elsewhere_are_another_note() -> None:
    lines, numbers = numbered([("Armenia", [AGAIN]), ("Belarus", [LETTER, AGAIN, LETTER])])
    assert lines[1] == f"[2] Belarus: {LETTER_LINE}"
    assert lines[0] == "[1] Armenia, Belarus: Letter (un-1), annex, \u201cthe Republic\u201d [20-32]"
    assert numbers == ["1", "1,2"]


def test_rows_refer_to_their_notes() -> None:
    result = Report("members", {}, (member("ARM", "Armenia", PAGE), member("BLR", "Belarus")))
    rows, notes = annotated(result)
    assert [(row["state"], row["sources"]) for row in rows] == [("ARM", "1"), ("BLR", "")]
    assert notes == footnotes(result.rows) == ["[1] Armenia: Page (wiki), read on 2024-01-02"]
