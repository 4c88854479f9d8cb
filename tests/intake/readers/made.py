"""Files of every kind, made here byte by byte or by the libraries that write them."""

from __future__ import annotations

import io
import zipfile
import zlib

from docx import Document
from docx.oxml import parse_xml
from pypdf import PdfReader, PdfWriter

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def pdf(*pages: str) -> bytes:
    """Return a PDF with a line of text for each line of each page; Western letters only."""
    contents = []
    for page in pages:
        shown = b"".join(b"(%s) Tj T* " % line.encode("cp1252") for line in page.split("\n") if page)
        contents.append(b"BT /F1 12 Tf 14 TL 72 720 Td %sET" % shown)
    return pdf_of(contents)


def scan(pages: int = 1) -> bytes:
    """Return a PDF whose pages are pictures."""
    return pdf_of([b"q 200 0 0 200 72 500 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\xff\xff\x00 EI Q"] * pages)


def pdf_of(contents: list[bytes], head: bytes = b"") -> bytes:
    """Return a PDF whose pages have these content streams; `head` stands in the dictionary of each."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)),
        FONT,
    ]
    for i, stream in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * i)
        )
        objects.append(b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(stream), head, stream))
    return _numbered(objects)


def _numbered(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def locked(content: bytes, password: str) -> bytes:
    """Return a PDF locked with RC4; an empty password forbids changes only."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt(password, "the owner's", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf_bomb(megabytes: int) -> bytes:
    """Return a small PDF whose only page unpacks to so many megabytes."""
    return pdf_of([zlib.compress(b" " * (megabytes * 1_000_000), 9)], b"/Filter /FlateDecode ")


def docx() -> bytes:
    """Return a DOCX with a header, a footer, a table between paragraphs, and a tracked change."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "A/51/127"
    document.sections[0].footer.paragraphs[0].text = "96-11345"
    document.add_paragraph("Letter dated 2 May 1996")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "LIN Huamin\nAmbassador"
    table.cell(0, 1).text = "Sergey Petrov"
    changed = document.add_paragraph("signed ")
    changed._p.append(parse_xml(f"<w:ins {W}><w:r><w:t>in Geneva</w:t></w:r></w:ins>"))
    changed._p.append(parse_xml(f"<w:del {W}><w:r><w:delText>in Paris</w:delText></w:r></w:del>"))
    return saved(document)


def saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def with_footnote(content: bytes) -> bytes:
    """Return a DOCX of one paragraph with a footnote to it."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    note = f'<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="1">'
    return changed(
        content,
        {
            "word/document.xml": f"<w:document {W}><w:body><w:p><w:r><w:t>Treaty</w:t></w:r><w:r>"
            '<w:footnoteReference w:id="1"/></w:r></w:p></w:body></w:document>',
            "word/footnotes.xml": f"{note}<w:p><w:r><w:t>Not yet in force.</w:t>"
            "</w:r></w:p></w:footnote></w:footnotes>",
            "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            f'relationships"><Relationship Id="rId1" Type="{kind}" Target="footnotes.xml"/></Relationships>',
        },
    )


def changed(content: bytes, parts: dict[str, str]) -> bytes:
    """Return the packed file with these parts in place of its own, or beside them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a zip of the parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()


def with_document(xml: str) -> bytes:
    """Return a DOCX whose main part is this XML."""
    return changed(docx(), {"word/document.xml": xml})


def locked_by_aes() -> bytes:
    """Return a PDF that says it is locked with AES of 256 bits, which takes a library that the extra does not have."""
    hexadecimal = b"00" * 48
    lock = (
        b"/Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 /P -4 /StmF /StdCF /StrF /StdCF "
        b"/CF << /StdCF << /CFM /AESV3 /Length 32 >> >> "
        b"/O <%s> /U <%s> /OE <%s> /UE <%s> /Perms <%s> >> /ID [<00> <00>] "
    ) % (hexadecimal, hexadecimal, hexadecimal[:64], hexadecimal[:64], hexadecimal[:32])
    return pdf("Letter").replace(b"/Root 1 0 R", lock + b"/Root 1 0 R")
