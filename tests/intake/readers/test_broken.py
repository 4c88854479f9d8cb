"""Whatever comes: a text or a typed error, in time."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from secdb.intake.readers import Limits, Received, ReceivedError, read_bytes
from secdb.intake.readers.page import text_of
from tests.intake.readers import made

VALID = {
    "a.pdf": made.pdf("Letter dated 2 May 1996", "Annex"),
    "b.docx": made.docx(),
    "c.html": b"<html><table><tr><td>Letter<td>Annex</table></html>",
    "d.json": b'{"title": {"rendered": "T"}, "content": {"rendered": "<p>Letter</p>"}}',
}
LIMITS = Limits(seconds=5)
OUTCOMES = {"text", *(error.__name__ for error in ReceivedError.__subclasses__())}


def outcome(content: bytes, name: str) -> str:
    """Return `text` or the name of the error; anything else than a ReceivedError passes on and fails the test."""
    start = time.monotonic()
    try:
        received = read_bytes(content, name, limits=LIMITS)
    except ReceivedError as error:
        return type(error).__name__ if str(error).isprintable() else "a message of many lines"
    finally:
        assert time.monotonic() - start < LIMITS.seconds + 3
    assert isinstance(received, Received)
    assert received.content == content
    assert "\0" not in received.text
    return "text"


def test_files_that_are_whole_give_text() -> None:
    assert {name: outcome(content, name) for name, content in VALID.items()} == dict.fromkeys(VALID, "text")


@given(st.binary(max_size=2_000))
@example(b"\xff\xfe\x00\xd8")
@example(b"\x84\x31\x95\x33")
def test_random_bytes_give_a_text_or_an_error(content: bytes) -> None:
    assert outcome(content, "a.txt") in OUTCOMES


@given(
    st.sampled_from([b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b'{"a":', b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
    st.binary(max_size=500),
)
@settings(max_examples=8)
def test_random_bytes_behind_a_true_beginning_give_a_text_or_an_error(head: bytes, rest: bytes) -> None:
    assert outcome(head + rest, "a") in OUTCOMES


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw a whole file with some bytes changed, a stretch taken out or doubled, or its end cut off."""
    name = draw(st.sampled_from(sorted(VALID)))
    content = bytearray(VALID[name])
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(content) - 1)))
        end = at + draw(st.integers(0, 60))
        change = draw(st.sampled_from(["byte", "out", "twice", "cut"]))
        if change == "byte":
            content[at : at + 1] = draw(st.binary(min_size=1, max_size=3))
        elif change == "out":
            del content[at:end]
        elif change == "twice":
            content[at:at] = content[at:end]
        else:
            del content[max(at, 20) :]
    return name, bytes(content)


@given(spoilt())
@settings(max_examples=12)
def test_spoilt_files_give_a_text_or_an_error(drawn: tuple[str, bytes]) -> None:
    assert outcome(drawn[1], drawn[0]) in OUTCOMES


@given(
    st.lists(
        st.sampled_from(
            [
                *"<>/ab \n&;\x01\x02",
                "<table>",
                "<tr>",
                "<td>",
                "</td>",
                "</table>",
                "<p>",
                "<pre>",
                "</pre>",
                "<br>",
                "<script>",
                "<head>",
                "<body>",
            ]
        )
    ).map("".join)
)
@example("<pre> \n<")
def test_any_tags_in_any_order_give_a_text_or_an_error(source: str) -> None:
    try:
        text = text_of(source)
    except ReceivedError:
        return
    assert text == text.strip("\n")
    assert "\x02" not in text


@pytest.mark.slow
@given(spoilt())
@settings(max_examples=150)
def test_hundreds_of_spoilt_files_give_a_text_or_an_error(drawn: tuple[str, bytes]) -> None:
    assert outcome(drawn[1], drawn[0]) in OUTCOMES
