"""PDF: the text layer, locks, scans, bombs, damage."""

from __future__ import annotations

import re

import pytest

from secdb.intake.readers import (
    BombError,
    DamagedError,
    EncryptedError,
    NoTextLayerError,
    read_bytes,
)
from secdb.intake.readers.pdf import _same_words
from tests.intake.readers import made


def test_pages_are_read_in_order_and_parted_by_a_form_feed() -> None:
    received = read_bytes(made.pdf("Letter dated 2 May 1996\nCôte d’Ivoire", "Annex"), "a.pdf")
    assert received.text == "Letter dated 2 May 1996\nCôte d’Ivoire\n\f\nAnnex"
    assert (received.media_type, received.notes) == ("application/pdf", ())


def test_empty_lines_and_columns_stay_as_they_lie_on_the_page() -> None:
    content = (
        b"BT /F1 10 Tf 12 TL 72 720 Td (We attach the text.) Tj T* T* "
        b"(LIN Huamin) Tj T* (Ambassador) Tj ET BT /F1 10 Tf 12 TL 320 696 Td (S. PETROV) Tj T* (Minister) Tj ET"
    )
    attached, empty, names, offices = read_bytes(made.pdf_of([content]), "a.pdf").text.split("\n")
    assert (attached, empty) == ("We attach the text.", "")
    assert (re.split(" {3,}", names), re.split(" {3,}", offices)) == (
        ["LIN Huamin", "S. PETROV"],
        ["Ambassador", "Minister"],
    )
    assert names.index("S. PETROV") == offices.index("Minister")


@pytest.mark.parametrize(
    ("laid", "plain", "same"),
    [
        ("China   Russia\nQIN", "China Russia QIN", True),
        ("Ch ina   Rus sia", "China Russia", False),
        ("China", "China Russia", False),
        ("", "China", False),
    ],
)
def test_the_look_of_a_page_is_taken_where_it_keeps_the_words(laid: str, plain: str, same: bool) -> None:  # noqa: FBT001
    assert _same_words(laid, plain) is same


def test_a_page_that_stands_on_its_side_is_read() -> None:
    content = b"BT /F1 12 Tf 0 1 -1 0 300 100 Tm (Letter dated 2 May) Tj ET"
    assert read_bytes(made.pdf_of([content]), "a.pdf").text == "Letter dated 2 May"


def test_a_locked_pdf_says_how_to_unlock_it() -> None:
    with pytest.raises(EncryptedError, match="qpdf"):
        read_bytes(made.locked(made.pdf("Letter"), "secret"), "a.pdf")


def test_a_pdf_locked_by_a_cipher_that_is_not_here_says_so() -> None:
    with pytest.raises(EncryptedError, match=r"by a cipher that is not read: .*qpdf"):
        read_bytes(made.locked_by_aes(), "a.pdf")


def test_a_pdf_locked_against_changes_is_read() -> None:
    received = read_bytes(made.locked(made.pdf("Letter"), ""), "a.pdf")
    assert (received.text, received.notes) == ("Letter", ("It is locked against changes, not against reading.",))


def test_a_scan_names_the_step_that_makes_text() -> None:
    with pytest.raises(NoTextLayerError, match=r"its 2 pages are pictures or blank: .*`ocrmypdf in.pdf out.pdf`"):
        read_bytes(made.scan(2), "a.pdf")


def test_pages_without_text_among_others_are_noted() -> None:
    received = read_bytes(made.pdf("Letter", "", "Annex"), "a.pdf")
    assert received.notes[0].startswith("Pages without text, pictures or blank: 2.")


def test_a_page_that_unpacks_to_too_much_is_a_bomb() -> None:
    content = made.pdf_bomb(80)
    assert len(content) < 100_000
    with pytest.raises(BombError):
        read_bytes(content, "a.pdf")


@pytest.mark.parametrize("kept", [-8, -30, 40])
def test_a_cut_pdf_is_damage(kept: int) -> None:
    with pytest.raises(DamagedError, match="fetch it again"):
        read_bytes(made.pdf("Letter", "Annex")[:kept], "a.pdf")


def test_a_pdf_nested_in_itself_ends() -> None:
    looped = made.pdf("Letter").replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    with pytest.raises((DamagedError, NoTextLayerError)):
        read_bytes(looped, "a.pdf")
    deep = made.pdf_of([b"[" * 50_000])
    with pytest.raises((DamagedError, NoTextLayerError)):
        read_bytes(deep, "a.pdf")
