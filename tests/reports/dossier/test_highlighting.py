"""The words of each footnote are marked, whatever the others mark."""

from __future__ import annotations

from secdb.reports.base import Source
from secdb.reports.dossier.footnotes import Note
from secdb.reports.dossier.highlighting import Span, highlighted, spans

BACK = '<a href="#note-{0}" class="to-note" data-note="{0}" aria-label="Back to footnote {0}"></a>'


def marked(text: str, *found: tuple[int, int, int]) -> str:
    html = highlighted(text, [Span(*one) for one in found])
    for number, _, _ in found:
        html = html.replace(BACK.format(number), f"[{number}]")  # type: ignore[assignment]
    return html.removeprefix("<pre>\n").removesuffix("</pre>")


def mark(number: int, words: str, part: int = 1) -> str:
    suffix = "" if part == 1 else f"-{part}"
    return f'<mark id="words-{number}{suffix}" data-note="{number}">{words}</mark>'


def test_words_apart_are_marked_one_by_one() -> None:
    assert marked("one two three", (1, 0, 3), (2, 8, 13)) == f"{mark(1, 'one')}[1] two {mark(2, 'three')}[2]"


def test_words_side_by_side_stay_apart() -> None:
    assert marked("onetwo", (1, 0, 3), (2, 3, 6)) == f"{mark(1, 'one')}[1]{mark(2, 'two')}[2]"


def test_words_within_words_are_a_mark_within_a_mark() -> None:
    inner = mark(2, "two")
    assert marked("one two three", (1, 0, 13), (2, 4, 7)) == f"{mark(1, f'one {inner}[2] three')}[1]"


def test_the_same_words_for_two_footnotes_are_marked_twice() -> None:
    inner = mark(2, "one")
    assert marked("one two", (1, 0, 3), (2, 0, 3)) == f"{mark(1, f'{inner}[2]')}[1] two"


def test_words_that_overlap_are_marked_in_pieces() -> None:
    # 1 is "one two", 2 is "two three": 2 begins within 1 and goes on after it
    first = mark(1, f"one {mark(2, 'two')}")
    assert marked("one two three", (1, 0, 7), (2, 4, 13)) == f"{first}[1]{mark(2, ' three', 2)}[2]"


def test_text_is_escaped_and_controls_are_shown() -> None:
    assert marked("<b>\x0c&", (1, 0, 3)) == f"{mark(1, '&lt;b&gt;')}[1]␌&amp;"


def test_characters_are_counted_not_bytes() -> None:
    assert marked("Ереван 😀 x", (1, 7, 8)) == f"Ереван {mark(1, '😀')}[1] x"


def test_a_text_keeps_its_first_line_feed() -> None:
    assert highlighted("\nx", []) == "<pre>\n\nx</pre>"


def test_words_that_do_not_stand_there_are_not_marked() -> None:
    def note(quotation: str | None, start: int | None, end: int | None) -> Note:
        return Note(1, Source("d", "D", None, quotation, start, end, None, None))

    assert spans("one two", [note("two", 4, 7)]) == [Span(1, 4, 7)]
    assert spans("one two", [note("two", 3, 6), note("two", None, None), note(None, 4, 7)]) == []
    assert spans(None, [note("two", 4, 7)]) == []
