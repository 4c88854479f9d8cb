"""Plain text in the encodings that letters come in, exact to the character."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secdb.intake.readers import DamagedError, EmptyError, WrongTypeError, read_bytes

ENGLISH = "Letter dated 2 May 1996 – the “joint statement”\r\nof Côte d’Ivoire\n"
FRENCH = (
    "Lettre datée du 2 mai 1996, adressée au Secrétaire général par le Représentant permanent de la Côte d'Ivoire\n"
)
SPANISH = "Carta dirigida al Secretario General por España. ¿Qué año? Señor Peña, México, Panamá\r\n"
RUSSIAN = "Письмо постоянных представителей Китая и Российской Федерации\nС. Лавров (подпись)\n"
SHOUTED = "ПИСЬМО ПОСТОЯННЫХ ПРЕДСТАВИТЕЛЕЙ КИТАЯ И РОССИЙСКОЙ ФЕДЕРАЦИИ ОТ 2 МАЯ 1996 ГОДА\n"
SIMPLIFIED = "1996年4月25日中国和俄罗斯联邦常驻联合国代表给秘书长的信\n我们谨随信转递中俄联合声明。\n"
TRADITIONAL = "1996年4月25日中國和俄羅斯聯邦常駐聯合國代表給秘書長的信\n我們謹隨信轉遞中俄聯合聲明。\n"
ARABIC = "رسالة مؤرخة 2 أيار/مايو 1996 موجهة إلى الأمين العام من الممثل الدائم للصين لدى الأمم المتحدة\n"
MARKED = {"utf-8-sig", "utf-16", "utf-32"}

CASES = [
    *((ENGLISH, one) for one in ("utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "utf-16-le", "utf-32-be")),
    *((FRENCH, one) for one in ("utf-8", "cp1252", "latin-1", "cp850", "mac-roman", "utf-16-be")),
    *((SPANISH, one) for one in ("utf-8", "cp1252", "latin-1", "cp850")),
    *((RUSSIAN, one) for one in ("utf-8", "koi8-r", "cp1251", "cp866", "iso8859-5", "utf-16", "utf-16-le")),
    *((SHOUTED, one) for one in ("koi8-r", "cp1251", "cp866", "iso8859-5")),
    *((SIMPLIFIED, one) for one in ("utf-8", "gb18030", "gbk", "utf-16-le", "utf-16-be")),
    *((TRADITIONAL, one) for one in ("utf-8", "big5", "utf-16")),
    *((ARABIC, one) for one in ("utf-8", "cp1256", "iso8859-6")),
]


@pytest.mark.parametrize(("text", "encoding"), CASES)
def test_text_in_its_encoding_is_read_to_the_character(text: str, encoding: str) -> None:
    content = text.encode(encoding)
    received = read_bytes(content, "letter.txt")
    assert (received.text, received.content, received.media_type) == (text, content, "text/plain")


@pytest.mark.parametrize(("text", "encoding"), [(FRENCH, "cp1252"), (RUSSIAN, "koi8-r"), (SIMPLIFIED, "gb18030")])
def test_without_the_extra_the_program_guesses_alone(text: str, encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)  # what an import of it then raises is ImportError
    assert read_bytes(text.encode(encoding), "letter.txt").text == text


def test_a_guess_is_told_and_a_certainty_is_not() -> None:
    assert read_bytes(RUSSIAN.encode("koi8-r"), "a.txt").notes[0].startswith("Its encoding was guessed to be koi8")
    assert read_bytes(RUSSIAN.encode(), "a.txt").notes == ()
    assert read_bytes(RUSSIAN.encode("utf-16"), "a.txt").notes == ()


def test_line_ends_and_blanks_stay_as_they_came() -> None:
    text = "one\r\ntwo\rthree\n\n\tfour \x0c five\u2028six\n "
    assert read_bytes(text.encode(), "a.txt").text == text


def test_a_line_of_ten_megabytes_is_read_whole() -> None:
    text = "Côte d'Ivoire " * 714_286
    assert read_bytes(text.encode("cp1252"), "a.txt").text == text


@pytest.mark.parametrize("content", [b"Letter\0 dated", b"\0" * 100, bytes(range(256)) * 4, b"\x01\x02\x03 no text"])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(WrongTypeError, match="it is no text"):
        read_bytes(content, "a.txt")


def test_a_mark_that_lies_is_damage() -> None:
    with pytest.raises(DamagedError, match="utf-16"):
        read_bytes(b"\xff\xfeabc", "a.txt")


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", " \n".encode("utf-16")])
def test_nothing_or_blanks_is_empty(content: bytes) -> None:
    with pytest.raises(EmptyError):
        read_bytes(content, "a.txt")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(lambda text: "Letter " + text))
def test_any_text_in_utf_8_comes_back(text: str) -> None:
    assert read_bytes(text.encode(), "a.txt").text == text
