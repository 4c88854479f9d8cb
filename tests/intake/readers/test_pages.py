"""HTML and the JSON of posts."""

from __future__ import annotations

import json

import pytest

from secdb.intake.readers import BombError, DamagedError, EmptyError, EncryptedError, WrongTypeError, read_bytes
from secdb.intake.readers.page import text_of

PAGE = """<!DOCTYPE html><html><head><title>A/51/127</title><style>p {color: red}</style></head>
<body><script>var a = "<p>no</p>";</script>
<h1>Letter dated 2&nbsp;May 1996</h1>
<p>from the Permanent
   Representatives of <b>China</b> &amp; C&ocirc;te d&#8217;Ivoire<br>to the <i>Secretary</i>-General</p>
<table><tr><th>State</th><th>Name</th></tr><tr><td>China</td><td>LIN Huamin<br>Ambassador</td></tr></table>
<div>one<div>two</div></div><ul><li>three<li>four</ul><pre>a  b
  c</pre></body></html>"""

TEXT = """Letter dated 2\u00a0May 1996

from the Permanent Representatives of China & Côte d’Ivoire
to the Secretary-General

State   Name
China   LIN Huamin
        Ambassador

one
two

three
four

a  b
  c"""


def test_a_page_is_read_as_it_is_shown() -> None:
    received = read_bytes(PAGE.encode(), "a.html")
    assert (received.text, received.media_type, received.notes) == (TEXT, "text/html", ())


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a<br/>b", "a\nb"),
        ("a<br><br><br>b", "a\n\nb"),
        ("<p>a<p>b", "a\n\nb"),
        ("<head><title>x<body>a", "a"),
        ("a<script>b", "a"),
        ("a<!-- b -->c", "ac"),
        ("&lt;p&gt; &#0;&bogus; &#x41;", "<p> \ufffd&bogus; A"),
        ("<table><tr><td>a<table><tr><td>b<td>c</table><td>d</table>e", "a       d\n\nb   c\n\ne"),
        ("<table><tr><td>a<tr><td>b", "a\nb"),
        ("</table></td></p>a", "a"),
        ("<p>a\x01\x02b</p>", "ab"),
    ],
)
def test_pieces_are_read_as_browsers_show_them(source: str, text: str) -> None:
    assert text_of(source) == text


@pytest.mark.parametrize(
    ("named", "encoding"),
    [("windows-1251", "cp1251"), ("koi8-r", "koi8-r"), ("gb2312", "gb18030"), ("nonsense", "cp1251")],
)
def test_a_page_is_read_in_the_encoding_that_it_names(named: str, encoding: str) -> None:
    words = "国和" if encoding == "gb18030" else "Договор о коллективной безопасности"
    page = f'<html><head><meta charset="{named}"></head><body>{words}</body></html>'
    received = read_bytes(page.encode(encoding), "a.html")
    assert received.text == words
    assert ("does not fit" in " ".join(received.notes)) == (named == "nonsense")


def test_a_page_without_words_is_empty() -> None:
    with pytest.raises(EmptyError, match="shows no text"):
        read_bytes(b"<html><script>draw()</script></html>", "a.html")


def test_tables_nested_without_end_are_a_bomb() -> None:
    with pytest.raises(BombError):
        read_bytes(b"<html>" + b"<table>" * 100_000, "a.html")


def post(**fields: object) -> dict[str, object]:
    return {
        "title": {"rendered": "CSTO &#8211; Statement"},
        "content": {"rendered": "<p>We,</p><p>the States</p>"},
    } | fields


def test_a_post_is_its_title_and_content_and_its_day_is_a_note() -> None:
    given = post(date="2009-06-14T10:00:00", link="https://example.org/1")
    received = read_bytes(json.dumps(given).encode(), "a.json")
    assert received.text == "CSTO – Statement\n\nWe,\n\nthe States"
    assert received.notes == ("Posted on 2009-06-14T10:00:00.", "Its address is https://example.org/1.")
    assert received.media_type == "application/json"


def test_a_list_of_one_post_is_that_post() -> None:
    assert read_bytes(json.dumps([post()]).encode("utf-16"), "a.json").text == "CSTO – Statement\n\nWe,\n\nthe States"


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        (json.dumps([post(), post()]), WrongTypeError, "list of 2 things: give one post"),
        ("[]", EmptyError, "empty list"),
        ('{"code": "rest_no_route"}', WrongTypeError, "without content.rendered"),
        ('{"title": "a", "content":', DamagedError, "broken JSON"),
        (json.dumps(post(content={"rendered": "", "protected": True})), EncryptedError, "password"),
        (json.dumps(post(content={"rendered": "<p></p>"})), EmptyError, "no text"),
        ('[{"a":' * 100_000 + '""', DamagedError, "too deep"),
    ],
)
def test_what_is_no_single_post_is_refused(content: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        read_bytes(content.encode(), "a.json")


def test_half_a_letter_from_json_does_not_break_the_text() -> None:
    content = b'{"content": {"rendered": "<p>a\\ud800b</p>"}}'
    assert read_bytes(content, "a.json").text == "a\ufffdb"
