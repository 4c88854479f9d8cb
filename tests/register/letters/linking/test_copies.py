"""Letters already taken in."""
# ruff: noqa: RUF001 - Russian titles are meant

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from secdb.register.letters.linking.copies import NO_TEXT, Copy, copies_of
from tests.register.letters.linking.known import asked, sha256
from tests.register.samples import Line, table

if TYPE_CHECKING:
    import sqlalchemy as sa

    from tests.register.samples import Table

pytestmark = pytest.mark.server_later

# 44 words
TEXT = (
    "Letter dated 2 May 2002\naddressed to the President\n\n"
    "On behalf of the States of the Lakes I have the honour to trans-\n"
    "mit to you the statement which they adopted at their meeting of yesterday, "
    "“On peaceful rivers”.\nPlease have it circulated at once.\n"
)


def document(code: str, text: str | None = None, title: str | None = None, date: str | None = None) -> Line:
    values = {"code": code, "kind": "un_document", "title": title or f"About {code}", "date_edtf": date, "text": text}
    return Line("document.csv", 2, values)


def found(engine: sa.Engine, documents: list[Line], *tables: Table, **marks: Any) -> list[Copy]:  # noqa: ANN401
    """Return the copies of the letter, of which `marks` say otherwise than that it is `TEXT` without any."""
    given = {"text": TEXT, "symbols": (), "title": None, "date": None, **marks}
    with asked(engine, ("document", documents), *tables) as rows:
        return copies_of(rows, text_sha256=sha256(given["text"]), **given)


def symbols(lines: str) -> Table:
    return table("document_symbol", "id | document | position | symbol\n" + lines)


def test_the_same_text_is_found_by_its_hash_whatever_else_is_on_record(register: sa.Engine) -> None:
    documents = [document("other", "Another text."), document("same", TEXT, "A title", "1999")]
    assert found(register, documents) == [Copy("same", "same_text", 1.0, ())]


@pytest.mark.parametrize("symbol", ["A/57/88", "a/57/88", "A / 57/88 "])
def test_the_same_symbol_is_found_without_blanks_and_case_and_the_differences_are_told(
    register: sa.Engine, symbol: str
) -> None:
    held = TEXT.replace("peaceful rivers", "quiet lakes").replace("Please have", "Have")
    documents = [document("held", held), document("near", "Nothing alike.")]
    lines = "1 | held | 1 | S/2002/573\n2 | held | 2 | A/57/88\n3 | near | 1 | A/57/888\n4 | near | 2 | XA/57/88"
    marks = {"symbols": ["A/1", symbol], "text": TEXT + "\n"}
    # "peaceful", "rivers" and "please" are only here, "quiet" and one of two "lakes" only there
    assert found(register, documents, symbols(lines), **marks) == [
        Copy(
            "held",
            "same_symbol",
            2 * 41 / (44 + 43),
            ("line 5: 'peaceful rivers”. Please' here, 'quiet lakes' there",),
        )
    ]


def test_a_symbol_has_no_wildcards(register: sa.Engine) -> None:
    documents = [document("one", TEXT)]
    assert (
        found(register, documents, symbols("1 | one | 1 | A/57/88"), symbols=["A/57/8_", "%", "!", " "], text="x") == []
    )


def test_a_document_without_text_is_told_so(register: sa.Engine) -> None:
    assert found(register, [document("bare")], symbols("1 | bare | 1 | A/57/88"), symbols=["A/57/88"]) == [
        Copy("bare", "same_symbol", 0.0, (NO_TEXT,))
    ]


@pytest.mark.parametrize(
    "marks", [{"title": "a LETTER"}, {"date": "2002-05-02"}, {"title": "A letter", "date": "1999-01-01"}]
)
def test_nearly_the_same_text_is_found_under_the_same_title_or_day(register: sa.Engine, marks: dict[str, str]) -> None:
    documents = [
        document("held", TEXT.replace("yesterday", "today"), "A Letter", "2002-05-02"),
        document("elsewhere", TEXT.replace("yesterday", "Monday"), "Letter", "2002-05"),
        document("unlike", "Nothing of the sort was ever written by anybody. " * 5, "A Letter", "2002-05-02"),
        document("bare", None, "A Letter", "2002-05-02"),
    ]
    [copy] = found(register, documents, **marks)
    assert (copy.document, copy.how) == ("held", "nearly_same_text")
    assert copy.differences == ("line 5: 'yesterday' here, 'today' there",)


@pytest.mark.parametrize(
    "marks",
    [
        {},
        {"date": "2002-05"},
        {"date": "2002-05-01"},
        {"date": "2002-05-03"},
        {"date": "2002-02-31"},
        {"title": "Note"},
        {"title": "A %"},
        {"title": ""},
    ],
)
def test_without_the_same_title_or_day_nothing_is_suspected(register: sa.Engine, marks: dict[str, str]) -> None:
    documents = [
        document("held", TEXT + "More.", "A letter", "2002-05-02"),
        document("may", TEXT + "M.", date="2002-05"),
    ]
    assert found(register, documents, **marks) == []


@pytest.mark.parametrize("title", ["ПИСЬМО О РЕКЕ 5 % _!", "письмо о реке 5 % _!"])
def test_titles_are_the_same_in_any_case_of_any_script(register: sa.Engine, title: str) -> None:
    documents = [
        document("held", TEXT + "More.", "Письмо о реке 5 % _!"),
        document("other", TEXT + "Less.", "Письма о море 5 % _!"),
    ]
    assert [copy.document for copy in found(register, documents, title=title)] == ["held"]


def test_only_texts_of_about_the_length_are_read(register: sa.Engine) -> None:
    words = "one two three four five six seven eight nine ten "
    texts = {"longer": words * 12, "near": words * 11, "same": words * 10 + "x", "shorter": words * 8}
    queries: list[str] = []
    documents = [document(code, text, date="2002-05-02") for code, text in texts.items()]
    with asked(register, ("document", documents)) as rows:

        class Counted:
            def rows(self, sql: str, **parameters: object) -> list[dict[str, object]]:
                queries.append(sql)
                return rows.rows(sql, **parameters)

        copies = copies_of(Counted(), text=words * 10, text_sha256=None, symbols=(), title=None, date="2002-05-02")
    assert [copy.document for copy in copies] == ["same", "near"]
    assert len(queries) == 3  # which they are, and their two texts


def test_nine_tenths_of_the_words_are_nearly_the_same(register: sa.Engine) -> None:
    words = [f"word{number}" for number in range(20)]
    documents = [
        document("18 of 20", " ".join([*words[:18], "x", "y"]), "T"),
        document("17 of 20", " ".join([*words[:17], "x", "y", "z"]), "T"),
    ]
    copies = found(register, documents, text=" ".join(words), title="T")
    assert [(copy.document, copy.shared) for copy in copies] == [("18 of 20", 0.9)]


def test_case_hyphens_blanks_and_punctuation_are_no_difference(register: sa.Engine) -> None:
    held = (
        TEXT.upper().replace("TRANS-\nMIT", "TRANSMIT").replace("\n", "\n\n   ").replace("“ON", '"ON').replace(",", "")
    )
    [copy] = found(register, [document("held", held, "T")], title="T")
    assert (copy.shared, copy.differences) == (1.0, ())


def test_what_one_copy_lacks_is_told_as_nothing_and_long_passages_are_cut(register: sa.Engine) -> None:
    held = TEXT.replace("On behalf of the States of the Lakes ", "").replace("once", "once and everywhere")
    [copy] = found(register, [document("held", held)], symbols("1 | held | 1 | S/1"), symbols=["S/1"])
    assert copy.differences == (
        "line 4: 'On behalf of the States of the Lakes' here, nothing there",
        "line 6: nothing here, 'and everywhere' there",
    )
    text = "Preface. " + "A long passage that nobody has read. " * 20 + TEXT
    [copy] = found(register, [], symbols=["S/1"], text=text)
    assert copy.differences[0] == "line 1: 'Preface. A long passage that nobody has ...' here, nothing there"


def test_five_differences_are_told(register: sa.Engine) -> None:
    words = [f"word{number}" for number in range(100)]
    held = [f"other{number}" if number % 10 == 0 else word for number, word in enumerate(words)]
    [copy] = found(register, [document("held", "\n".join(held), "T")], title="T", text="\n".join(words))
    assert copy.differences == tuple(
        f"line {number + 1}: 'word{number}' here, 'other{number}' there" for number in (0, 10, 20, 30, 40)
    )


def test_chinese_is_compared_by_characters(register: sa.Engine) -> None:
    held = "各国部长在湖边会晤并签署了联合声明。" * 2
    text = held.replace("湖", "河", 1)
    [copy] = found(register, [document("held", held, "T")], title="T", text=text)
    assert copy.differences == ("line 1: '河' here, '湖' there",)


def test_the_surest_come_first_and_each_once(register: sa.Engine) -> None:
    documents = [
        document("a-near", TEXT + "Thanks.", "T", "1999"),
        document("b-far", "Nothing alike."),
        document("c-close", TEXT + "Many thanks."),
        document("d-same", TEXT, "T"),
    ]
    lines = "1 | b-far | 1 | S/1\n2 | c-close | 1 | S/2\n3 | d-same | 1 | S/3"
    copies = found(register, documents, symbols(lines), symbols=["S/1", "s/1", "S/2", "S/3"], title="T")
    assert [(copy.document, copy.how) for copy in copies] == [
        ("d-same", "same_text"),
        ("c-close", "same_symbol"),
        ("b-far", "same_symbol"),
        ("a-near", "nearly_same_text"),
    ]


def test_an_empty_text_is_a_copy_of_nothing(register: sa.Engine) -> None:
    assert found(register, [document("held", TEXT, "T")], text="", title="T") == []


@pytest.mark.parametrize("kind", ["half cut", "noise", "repetitions"])
def test_long_texts_are_compared_in_a_moment(sqlite_file: object, kind: str) -> None:
    from secdb import database

    words = [f"w{number * number % 1_999}" for number in range(20_000)]
    one, other = {
        "half cut": (words, words[10_000:]),
        "noise": (words, [f"x{word}" if number % 7 == 0 else word for number, word in enumerate(words)]),
        "repetitions": (["of", "the", "united", "nations"] * 5_000, ["of", "united", "the", "nations"] * 5_000),
    }[kind]
    engine = database.engine(f"sqlite:///{sqlite_file}")
    begun = time.process_time()
    [copy] = found(
        engine, [document("held", " ".join(other))], symbols("1 | held | 1 | S/1"), symbols=["S/1"], text=" ".join(one)
    )
    engine.dispose()
    assert copy.differences
    assert time.process_time() - begun < 3  # a method that compares all with all takes minutes


@pytest.mark.parametrize(
    ("symbols", "is_asked"),
    [(["A/58/8"], False), (["S/2003/9"], True), ([], True), (["A/57/7"], True), (["A/58/8", "S/2003/9"], False)],
)
def test_another_number_of_the_same_series_is_another_letter(
    register: sa.Engine,
    symbols: list[str],
    is_asked: bool,  # noqa: FBT001
) -> None:
    documents = table(
        "document", f"code | kind | title | date_edtf | text\nletter | un_document | Note | 2003-06-03 | {WORDS}"
    )
    numbers = table("document_symbol", "document | position | symbol\nletter | 1 | A/58/7")
    with asked(register, documents, numbers) as rows:
        found = copies_of(
            rows, text=f"{WORDS} more", text_sha256=None, symbols=symbols, title="Note", date="2003-06-03"
        )
    assert bool(found) is is_asked


WORDS = (
    "The parties met and agreed on the words of a text that is long enough to be known again by anybody who reads it"
)
