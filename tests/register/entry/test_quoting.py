"""Quoted words found in a text: the very words, the same words printed otherwise, and the nearest ones."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from secdb.register.quoting.folding import fold
from secdb.register.quoting.quoting import Passage, QuotationError, find_quotation

LETTER = (
    "Statement of 14 May 2002\n\n"
    "We, the heads of State of the parties\nto the Treaty on Collective\n  Security of 15 May 1992, have decided:\f"
    "the parties stand by the non-\nrenewal of none, and co-operate. The “Charter” \u2013 the organ-\n"
    "ization\u2019s own \u2013 follows. The Charter will be signed."
)
LETTERS = st.text(alphabet="abcdeABÉßжЖ.,;()19", min_size=1, max_size=8)
BLANKS = st.text(alphabet=" \n\t\f\r\u00a0", min_size=1, max_size=4)


def refused(text: str, quotation: str, **options: object) -> QuotationError:
    with pytest.raises(QuotationError) as caught:
        find_quotation(text, quotation, **options)  # type: ignore[arg-type]
    return caught.value


def test_the_very_words_are_found_where_they_stand() -> None:
    assert find_quotation(LETTER, "14 May 2002") == Passage(13, 24, "14 May 2002")


def test_offsets_count_characters_and_not_bytes() -> None:
    assert find_quotation("«Минск», 16 августа", "16") == Passage(9, 11, "16")


@pytest.mark.parametrize(
    ("quotation", "words"),
    [
        ("the parties to the Treaty", "the parties\nto the Treaty"),
        ("Collective Security of", "Collective\n  Security of"),
        ("  have decided: the parties stand ", "have decided:\fthe parties stand"),
        ('The "Charter" - the', "The “Charter” \u2013 the"),
        ("organization's own", "organ-\nization\u2019s own"),
        ("the organiza\u00adtion's own", "the organ-\nization\u2019s own"),
        ("the non-renewal of none", "the non-\nrenewal of none"),
        ("the non\N{NON-BREAKING HYPHEN}renewal of none", "the non-\nrenewal of none"),
        ("co-op-\nerate", "co-operate"),
        ("WE, THE HEADS OF STATE", "We, the heads of State"),
    ],
)
def test_the_same_words_printed_otherwise_are_found_as_they_stand(quotation: str, words: str) -> None:
    start = LETTER.index(words)
    assert find_quotation(LETTER, quotation) == Passage(start, start + len(words), words)


def test_soft_hyphens_in_the_text_do_not_hide_a_word() -> None:
    assert find_quotation("an acces\u00adsion of 2006", "accession") == Passage(3, 13, "acces\u00adsion")


@pytest.mark.parametrize("quotation", ["cooperate", "non renewal of", "heads ofState", "non-re-newal"])
def test_a_hyphen_or_blank_more_or_less_makes_other_words(quotation: str) -> None:
    assert refused(LETTER, quotation).found == ()


def test_capitals_are_looked_past_only_when_nothing_else_fits() -> None:
    assert find_quotation("THE Treaty. the Treaty.", "the Treaty").start == 12


def test_the_very_words_go_before_the_same_ones_printed_otherwise() -> None:
    assert find_quotation("the\nTreaty, the Treaty", "the Treaty").start == 12


def test_words_that_stand_twice_are_refused_with_their_places() -> None:
    error = refused(LETTER, "the parties", document="cst-2002")
    first, second = LETTER.index("the parties"), LETTER.rindex("the parties")
    assert [one.start for one in error.found] == [first, second]
    assert str(error) == (
        f"the words stand 2 times in the text of cst-2002: at {first}-{first + 11} "
        f'"e heads of State of the parties to the Treaty on Co", {second}-{second + 11} '
        '"1992, have decided: the parties stand by the non- r"; '
        "give more of the words, --occurrence N or --locator"
    )


def test_the_first_of_several_inside_a_statement_is_meant() -> None:
    second = LETTER.rindex("the parties")
    assert find_quotation(LETTER, "the parties", within=(second, len(LETTER))).start == second
    assert find_quotation("a b a b a b", "a", within=(3, 11)).start == 4


def test_words_inside_a_statement_are_taken_though_they_stand_outside_as_well() -> None:
    text = "the Treaty; the\nTreaty"
    assert find_quotation(text, "the Treaty", within=(11, 22)) == Passage(12, 22, "the\nTreaty")


def test_words_only_outside_the_statement_are_found_there() -> None:
    assert find_quotation(LETTER, "14 May 2002", within=(40, 60)).start == 13


def test_the_occurrence_counts_from_one() -> None:
    assert [find_quotation("a b a b a", "a", occurrence=number).start for number in (1, 2, 3)] == [0, 4, 8]
    assert find_quotation("a b a b a", "a", within=(2, 9), occurrence=2).start == 8


@pytest.mark.parametrize("occurrence", [0, 3, -1])
def test_an_occurrence_that_is_not_there_is_refused(occurrence: int) -> None:
    error = refused("a b a", "a", occurrence=occurrence)
    assert str(error) == f"the words stand 2 times in the text; there is no occurrence {occurrence}"


def test_an_empty_quotation_is_refused() -> None:
    assert "is empty" in str(refused(LETTER, " \n"))


def test_words_that_are_not_there_come_back_with_the_nearest() -> None:
    error = refused(LETTER, "the head of State of the party to the Treaty", document="cst-2002")
    assert error.nearest is not None
    words = "the heads of State of the parties\nto the Treaty"
    start = LETTER.index(words)
    assert error.nearest == Passage(start, start + len(words), words)
    # 44 and 47 characters, 43 of them in common: 2 * 43 / 91 (s, i, e, s are only in one; y in the other)
    assert error.similarity == pytest.approx(2 * 43 / 91)
    assert str(error) == (
        f"the words are not in the text of cst-2002; nearest (94 %) at {start}-{start + len(words)}: "
        '"the heads of State of the parties to the Treaty"'
    )


def test_nothing_is_offered_when_nothing_is_like_the_words() -> None:
    error = refused(LETTER, "Правительство Республики")
    assert (error.nearest, error.similarity) == (None, 0.0)
    assert "\n" not in str(error)


def test_a_long_quotation_is_shown_without_its_middle() -> None:
    text = " ".join(f"word{number}" for number in range(200))
    error = refused(text, text[:700] + "!!")
    assert error.nearest is not None
    assert error.nearest.start == 0
    assert len(str(error)) < 200
    assert " ... " in str(error)


@pytest.mark.parametrize("size", [12, 150, 2_000, 20_000])
def test_a_megabyte_is_searched_within_a_second(size: int) -> None:
    chance = random.Random(size)  # noqa: S311 - the same text each time
    words = ["".join(chance.choices("aeinorst", k=chance.randint(2, 9))) for _ in range(2_000)]
    text = " ".join(chance.choices(words, k=160_000)) + "\n"
    start = text.index(" ", 500_000) + 1
    asked = text[start : start + size].replace("os", "so") + "!"
    before = time.process_time()
    error = refused(text, asked)
    assert time.process_time() - before < 1
    if size > 100:
        assert error.nearest is not None
        assert abs(error.nearest.start - start) < 10


@given(st.text(min_size=1, max_size=60), st.data())
def test_any_slice_of_any_text_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(text[start:end].strip())
    passage = find_quotation(text, text[start:end], within=(start, end))
    assert passage == Passage(start, end, text[start:end])


@given(st.lists(LETTERS, min_size=2, max_size=12), st.data())
def test_a_slice_with_other_blanks_is_found_with_its_offsets(words: list[str], data: st.DataObject) -> None:
    text, spans = "", []
    for word in words:
        text += data.draw(BLANKS)
        spans.append((len(text), len(text) + len(word)))
        text += word
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start, end = spans[first][0], spans[last][1]
    quoted = "".join(data.draw(BLANKS) + word for word in words[first : last + 1])
    assert find_quotation(text, quoted, within=(start, end)) == Passage(start, end, text[start:end])


@given(st.text(alphabet="ab- \n\u00ad\"“\u2019'\u2013É", max_size=40), st.text(alphabet="ab- \n\u00ad\"'É", max_size=8))
def test_a_passage_is_always_the_slice_it_says(text: str, quotation: str) -> None:
    try:
        passage = find_quotation(text, quotation, occurrence=1)
    except QuotationError as error:
        passage = error.nearest or Passage(0, 0, "")
    assert text[passage.start : passage.end] == passage.words


@given(st.text(alphabet='ab- \n\f\u00ad\u200b"“\u2019\u2013É', max_size=40))
def test_folding_leads_back_to_each_character(text: str) -> None:
    folded = fold(text)
    for index, one in enumerate(folded.text):
        stood = text[folded.place(index)]
        assert one == stood or (one == " " and (stood.isspace() or stood in "\u00ad\u200b")) or one in "\"'-"
