"""Search: the same places on both engines, with offsets counted by hand."""

from __future__ import annotations

import itertools
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import secdb
from secdb import database
from secdb.errors import NotFoundError, UsageError
from secdb.reports import search as searching
from secdb.reports.search_words import Term, fold, parse
from tests.database.samples import digest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.server_later

# characters: 0 a face outside the basic plane, 2 to 8 Letter, 25 to 75 the annex
LETTER = "\N{GRINNING FACE} Letter of a minister.\n\nTreaty on Collective Security.\nUzbekistan left it. Annexed: none."
LETTERS = {
    "a-1": ("Note verbale", LETTER, [("a-1-letter", "Covering note", 0, 24), ("a-1-annex", "Declaration", 25, 75)]),
    "b-2": ("Москва", "Сергей Королёв и\nЛавров подписали договор.", []),  # noqa: RUF001
    "c-3": ("北京", "中华人民\n共和国外交部长于2002年5月14日", []),
    "d-4": ("Nota", "São Tomé e Príncipe; Côte d'Ivoire. Αθήνα, ΑΘΉΝΑ", [("d-4-a", "Ñandú", 0, 19)]),
    "e-5": ("A book on ratification", None, []),
}

Told = list[tuple[str, str | None, int | None, int | None]]


def fill(url: str, letters: dict[str, tuple[str, str | None, list[tuple[str, str, int, int]]]]) -> None:
    """Write documents and statements past secdb."""
    engine = database.engine(database.locate(url).url)
    with engine.begin() as connection:
        for number, (code, (title, text, statements)) in enumerate(letters.items(), 1):
            document = {"n": number, "code": code, "title": title, "text": text, "hash": text and digest(text)}
            connection.execute(
                sa.text(
                    "INSERT INTO document (id, code, kind, title, text, sha256) "
                    "VALUES (:n, :code, 'other', :title, :text, :hash)"
                ),
                document,
            )
            for position, (own, heading, start, end) in enumerate(statements, 1):
                extent = {"n": number, "code": own, "p": position, "title": heading, "start": start, "end": end}
                connection.execute(
                    sa.text(
                        "INSERT INTO statement (document_id, code, position, kind, title, start_char, end_char) "
                        "VALUES (:n, :code, :p, 'letter', :title, :start, :end)"
                    ),
                    extent,
                )
    engine.dispose()


@pytest.fixture
def letters(register_url: str) -> str:
    fill(register_url, LETTERS)
    return register_url


def places(url: str, words: str, **options: Any) -> Told:  # noqa: ANN401 - of the report
    with secdb.open(url) as register:
        rows = secdb.search(register, words, **options).rows
    return [(row.document, row.statement, row.start_char, row.end_char) for row in rows]


FOUND: dict[str, Told] = {
    "letter": [("a-1", "a-1-letter", 2, 8)],
    "COLLECTIVE security": [("a-1", "a-1-annex", 35, 54)],
    '"collective security"': [("a-1", "a-1-annex", 35, 54)],
    '"security collective"': [],
    "security collective": [("a-1", "a-1-annex", 35, 54)],
    "uzbekistan treaty": [("a-1", "a-1-annex", 25, 31)],
    "uzbek": [],
    "uzbek*": [("a-1", "a-1-annex", 56, 66)],
    "annexed": [("a-1", None, 76, 83)],
    "minister uzbekistan": [("a-1", None, 14, 22)],  # in two statements: the document has both
    "minister treaty": [("a-1", None, 14, 31)],
    "covering": [("a-1", "a-1-letter", None, None)],
    "covering minister": [("a-1", "a-1-letter", 14, 22)],
    "covering treaty": [("a-1", None, 25, 31)],
    "verbale": [("a-1", None, None, None)],
    "verbale uzbekistan": [("a-1", None, 56, 66)],
    "treaty -uzbekistan": [],
    "treaty -declaration": [],
    "treaty -minister": [("a-1", "a-1-annex", 25, 31)],
    "ratification": [("e-5", None, None, None)],
    "королев": [("b-2", None, 7, 14)],
    "КОРОЛЁВ": [("b-2", None, 7, 14)],
    "москва": [("b-2", None, None, None)],
    "лавров договор": [("b-2", None, 17, 23)],
    "сергеи": [],  # й is a letter of its own
    "中华人民共和国": [("c-3", None, 0, 8)],
    "外交": [("c-3", None, 8, 10)],
    "2002": [("c-3", None, 13, 17)],
    "5月14日": [("c-3", None, 18, 23)],
    "京": [("c-3", None, None, None)],
    "人中": [],
    "sao tome": [("d-4", "d-4-a", 0, 8)],
    "SÃO": [("d-4", "d-4-a", 0, 3)],
    "cote d'ivoire": [("d-4", None, 21, 34)],
    "nandu principe": [("d-4", "d-4-a", 11, 19)],
    "αθηνα": [("d-4", None, 36, 41)],
}
UNUSUAL = (
    '"letter',
    'letter"',
    "letter:",
    "(letter",
    "letter)*",
    "^letter",
    "{letter}",
    "letter;--",
    "letter\\",
    "letter'",
)


def test_words_are_found_where_they_stand(letters: str) -> None:
    assert {words: places(letters, words) for words in FOUND} == FOUND


@pytest.mark.parametrize("words", UNUSUAL)
def test_a_sign_that_is_no_letter_is_none_of_a_query_language(letters: str, words: str) -> None:
    assert places(letters, words) == FOUND["letter"]


@pytest.mark.parametrize("words", ["letter AND minister", "letter OR minister", "letter NEAR minister", "NOT letter"])
def test_words_of_query_languages_are_words(letters: str, words: str) -> None:
    assert places(letters, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "",
        " \t",
        '""',
        '"',
        "*",
        "-",
        "-letter",
        '-"a minister"',
        "§ — …",
        "\u3099",
        "Ⅳ \u0301*",
        " ".join(map(str, range(51))),
    ],
)
def test_a_query_without_a_word_to_look_for_is_wrong_usage(letters: str, words: str) -> None:
    with pytest.raises(UsageError):
        places(letters, words)


def test_a_document_can_be_named(letters: str) -> None:
    assert places(letters, "letter", document="a-1") == FOUND["letter"]
    assert places(letters, "letter", document="b-2") == []
    with pytest.raises(NotFoundError):
        places(letters, "letter", document="z-9")


def test_a_report_tells_how_many_there_are_and_shows_the_best(register_url: str) -> None:
    once, often = "treaty " + "word " * 1000, "treaty " * 20 + "word " * 1000
    fill(register_url, {"once": ("x", once, []), "often": ("x", often, []), "title": ("Treaty", None, [])})
    with secdb.open(register_url) as register:
        report = secdb.search(register, "treaty", limit=2)
    assert report.about.items() >= {"query": "treaty", "document": None, "found": 3}.items()
    assert [row.document for row in report.rows] == ["often", "title"]
    # 20 times in 5140 characters: 2.2 * 20 / (20 + 1.2 * (0.25 + 0.75 * 5140 / 3000)); a title counts as three times
    assert [row.rank for row in report.rows] == [2.0145, 1.5714]


def test_a_statement_within_another_has_the_words_for_itself(register_url: str) -> None:
    fill(register_url, {"a": ("x", "one two three", [("outer", "x", 0, 13), ("inner", "x", 4, 7)])})
    assert places(register_url, "two") == [("a", "inner", 4, 7)]
    assert places(register_url, "three") == [("a", "outer", 8, 13)]


def test_a_snippet_is_some_whole_words_round_the_place_on_one_line(register_url: str) -> None:
    text = "before\n" * 100 + "the \x1b[31m\u202etreaty\tof peace " + "after " * 100
    fill(register_url, {"a": ("x", text, [])})
    with secdb.open(register_url) as register:
        [row] = secdb.search(register, "treaty").rows
    assert text[row.start_char : row.end_char] == "treaty"
    assert row.snippet.startswith("…before before ")
    assert "before the [31m treaty of peace after" in row.snippet
    assert row.snippet.endswith(" after…")
    assert 180 < len(row.snippet) <= 202


def test_a_short_text_is_its_own_snippet(letters: str) -> None:
    with secdb.open(letters) as register:
        [text] = secdb.search(register, "договор").rows
        [title] = secdb.search(register, "ratification").rows
    assert text.snippet == "Сергей Королёв и Лавров подписали договор."
    assert title.snippet == "A book on ratification"


def test_a_text_with_accents_as_own_characters_is_the_same_text(register_url: str) -> None:
    text = unicodedata.normalize("NFD", "Сергей Королёв, São")
    assert text.find("S") == 18  # й and ё are two characters each
    fill(register_url, {"a": ("x", text, [])})
    wanted: dict[str, Told] = {
        "сергей": [("a", None, 0, 7)],
        "королев": [("a", None, 8, 16)],
        "sao": [("a", None, 18, 22)],
    }
    assert {words: places(register_url, words) for words in wanted} == wanted


def test_a_text_with_more_words_than_an_index_holds_is_found(register_url: str) -> None:
    words = " ".join(f"{number:07}x" for number in range(160_000))  # 1.28 MB of different words
    fill(register_url, {"long": ("x", words + " " + "y" * 3000, [])})
    assert places(register_url, "0000001x") == [("long", None, 9, 17)]
    assert places(register_url, "y" * 3000) == [("long", None, 1_440_000, 1_443_000)]


@pytest.mark.server_later
def test_what_was_recorded_earlier_is_searched_without_an_index(letters: str) -> None:
    engine = database.engine(database.locate(letters).url)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE document SET title = 'Other' WHERE code = 'e-5'"))
    engine.dispose()
    assert places(letters, "ratification") == []
    with secdb.open(letters) as register:
        last = secdb.search(register, "other").about["revision"]
    for revision, words in itertools.product((last - 1, last), FOUND):
        with secdb.open(letters, as_recorded=revision) as register:
            rows = secdb.search(register, words).rows
        told = [(row.document, row.statement, row.start_char, row.end_char) for row in rows]
        assert told == ([] if words == "ratification" and revision == last else FOUND[words])


# letters of several scripts, with and without accents, precomposed or not; what stands between words
SIGNS = "aAeéÉe\u0301sſßiİıйЙи\u0306ёЁеßσςΣάΆα中国がか\u3099ไทยאبḿẞﬁDždž2٢ \n.,-'’“*/№\u00ad\ue000"  # noqa: RUF001
TEXTS = st.lists(st.text(SIGNS, min_size=1, max_size=25), min_size=1, max_size=4, unique=True)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, postgres_template: str, new_postgres_template: Any) -> list[str]:  # noqa: ANN401
    path: Path = tmp_path_factory.mktemp("search") / "register.db"
    database.upgrade(f"sqlite:///{path}")
    return [str(path), new_postgres_template(template=postgres_template)]


class Drawn(st.DataObject):
    """What is drawn in an example that is written down."""

    def __init__(self, *values: str) -> None:
        self.values = iter(values)

    def draw(self, *_: object, **__: object) -> Any:  # noqa: ANN401 - as that of Hypothesis
        return next(self.values)


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(TEXTS, st.data())
@example(["2", "\u3099"], Drawn("\u3099", "\u3099"))
def test_an_index_gives_every_document_that_has_the_words(
    shared: list[str], texts: list[str], data: st.DataObject
) -> None:
    """A whole text is looked for, or any signs; reading all the texts tells what must be found."""
    whole = data.draw(st.sampled_from(texts))
    query = data.draw(st.one_of(st.just(whole.replace('"', " ").replace("*", " ")), st.text(SIGNS, max_size=4)))
    try:
        terms = parse(query.replace("-", " "))
    except UsageError:
        return
    read = [number for number, text in enumerate(texts) if all(term.spans(text) for term in terms)]
    for url in shared:
        engine = database.engine(database.locate(url).url)
        with engine.begin() as connection:
            connection.execute(sa.text("DELETE FROM document"))
            for number, text in enumerate(texts):
                connection.execute(
                    sa.text("INSERT INTO document (code, kind, title, text, sha256) VALUES (:c, 'other', '-', :t, :h)"),
                    {"c": str(number), "t": text, "h": digest(text)},
                )
        engine.dispose()
        with secdb.open(url) as register:
            found = {row.document for row in secdb.search(register, query.replace("-", " ")).rows}
        assert found == set(map(str, read)), (url, query, texts)


def test_queries_are_read_as_told() -> None:
    assert parse('"A b" -c d* -"e f" g-h') == (
        Term(("a", "b")),
        Term(("c",), is_refused=True),
        Term(("d",), is_open=True),
        Term(("e", "f"), is_refused=True),
        Term(("g", "h")),
    )
    assert parse("“a b” a a") == (Term(("a", "b")), Term(("a",)))


def test_words_are_compared_without_case_and_accents() -> None:
    words = {"Côte": "cote", "ЁЛКА": "елка", "Йод": "йод", "ΆΘΩΣ": "αθωσ", "İzmir": "izmir", "中": "中", "Ǆ": "ǆ"}
    assert {word: fold(word) for word in words} == words


def test_the_places_of_many_documents_are_read_in_pieces(register_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "BATCH", 2)
    fill(register_url, {f"d-{n}": ("x", f"peace {n}", [(f"s-{n}", "x", 0, 5)]) for n in range(5)})
    assert places(register_url, "peace") == [(f"d-{n}", f"s-{n}", 0, 5) for n in range(5)]
