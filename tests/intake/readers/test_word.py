"""DOCX: order, tables, furniture, notes; other packed files, bombs, damage."""

from __future__ import annotations

import pytest
from docx import Document

from secdb.intake.readers import BombError, DamagedError, Limits, WrongTypeError, read_bytes
from tests.intake.readers import made

TEXT = """A/51/127

Letter dated 2 May 1996

LIN Huamin   Sergey Petrov
Ambassador

signed in Geneva

96-11345"""


def test_paragraphs_and_tables_stand_in_their_order_between_header_and_footer() -> None:
    received = read_bytes(made.docx(), "a.docx")
    assert received.text == TEXT
    assert received.notes == ("It has tracked changes; the text is as if all were accepted.",)
    assert received.media_type.endswith("wordprocessingml.document")


def test_empty_paragraphs_part_the_others_where_there_are_any() -> None:
    document = Document()
    for line in ("We attach the text.", "", "(Signed) LIN Huamin", "Permanent Representative"):
        document.add_paragraph(line)
    text = read_bytes(made.saved(document), "a.docx").text
    assert text == "We attach the text.\n\n(Signed) LIN Huamin\nPermanent Representative"


def test_a_footnote_stands_at_the_end_with_its_mark() -> None:
    assert read_bytes(made.with_footnote(made.docx()), "a.docx").text == "Treaty[1]\n\n[1] Not yet in force."


def test_cells_of_long_lines_stand_one_after_another() -> None:
    document = Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "The Parties " * 10, "Les Parties"
    assert read_bytes(made.saved(document), "a.docx").text == f"{('The Parties ' * 10).rstrip()}\nLes Parties"


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({"xl/workbook.xml": b""}, "Excel"),
        ({"content.xml": b""}, "OpenDocument"),
        ({"letter.txt": b"Letter"}, "a packed file, no DOCX: unpack it"),
    ],
)
def test_another_packed_file_is_named(parts: dict[str, bytes], what: str) -> None:
    with pytest.raises(WrongTypeError, match=what):
        read_bytes(made.packed(parts), "a.zip")


def test_a_packed_bomb_is_refused_before_it_is_unpacked() -> None:
    content = made.packed({"[Content_Types].xml": b"", "word/document.xml": b" " * 40_000_000})
    assert len(content) < 60_000
    with pytest.raises(BombError, match="unpacks to 2 parts of 40 MB, more than 30 MB"):
        read_bytes(content, "a.docx", limits=Limits(expanded=30_000_000))


def test_many_parts_are_a_bomb() -> None:
    with pytest.raises(BombError, match="5001 parts"):
        read_bytes(made.packed({f"word/{i}": b"" for i in range(5_001)}), "a.docx")


def test_entities_that_multiply_are_not_followed() -> None:
    names = "".join(f"<!ENTITY e{i} '{f'&e{i - 1};' * 10}'>" for i in range(1, 10))
    body = f"<w:document {made.W}><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>"
    bomb = f"<!DOCTYPE d [<!ENTITY e0 'ha'>{names}]>{body}"
    with pytest.raises((BombError, DamagedError)):
        read_bytes(made.with_document(bomb), "a.docx")


def test_a_document_nested_too_deep_is_damage() -> None:
    deep = "<w:sdt>" * 20_000 + "</w:sdt>" * 20_000
    with pytest.raises(DamagedError):
        read_bytes(made.with_document(f"<w:document {made.W}><w:body>{deep}</w:body></w:document>"), "a.docx")


@pytest.mark.parametrize("kept", [30, 3_000, -1])
def test_a_cut_docx_is_damage(kept: int) -> None:
    with pytest.raises(DamagedError, match="broken or cut off"):
        read_bytes(made.docx()[:kept], "a.docx")
