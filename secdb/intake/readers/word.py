"""Text of a DOCX: headers, the body with its tables in their places, notes, footers."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from secdb.intake.readers.errors import BombError, DamagedError, EncryptedError, WrongTypeError
from secdb.intake.readers.limits import megabytes
from secdb.intake.readers.table import laid_out
from secdb.intake.readers.worker import Parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.intake.readers.limits import Limits

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_FILES = 5_000
_OTHERS = (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint show"), ("content.xml", "an OpenDocument file"))
_SPACED = 5  # paragraphs to an empty one in a text that is spaced by them
_LOCKED = 0x1  # bit of a file in a zip that is encrypted
_CHARACTERS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}ptab": "\t"}
_WRITTEN_TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = {_WRITTEN_TWICE, f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}instrText"}
_REFERENCES = {f"{_W}footnoteReference": "", f"{_W}endnoteReference": "e"}


def parse(content: bytes, limits: Limits) -> Parsed:
    """Return the text of a DOCX, a paragraph to a line.

    Raises BombError before anything is unpacked that would be too much, WrongTypeError for another packed file,
    EncryptedError, DamagedError.
    """
    _check_zip(content, limits)
    from docx import Document

    try:
        document = Document(io.BytesIO(content))
    except ValueError as error:  # python-docx: not a Word file, content type is ...
        if "not a Word file" in str(error):
            raise WrongTypeError("it is a Word file with macros, or a template: save it as DOCX") from None
        raise
    body = document.element.body
    pieces = [
        *_furniture(document.part, "header"),
        _blocks(body),
        *_noted(document.part),
        *_furniture(document.part, "footer"),
    ]
    return Parsed("\n\n".join(filter(None, pieces)), tuple(_notes(body)))


def _check_zip(content: bytes, limits: Limits) -> None:
    """Raise for a packed file that is locked, no DOCX, or unpacks to too much; nothing is unpacked for that.

    The sizes are what the file says of itself. zipfile unpacks no more of a part than that.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            files = packed.infolist()
    except (zipfile.BadZipFile, NotImplementedError):
        raise DamagedError("it is a packed file that is broken or cut off: fetch it again") from None
    size = sum(file.file_size for file in files)
    if size > limits.expanded or len(files) > _MOST_FILES:
        most = f"more than {megabytes(limits.expanded)} or {_MOST_FILES} parts"
        raise BombError(f"it unpacks to {len(files)} parts of {megabytes(size)}, {most}: save its text")
    if any(file.flag_bits & _LOCKED for file in files):
        raise EncryptedError("it is locked by a password: unpack it and save it without one")
    _check_names({file.filename for file in files})


def _check_names(names: set[str]) -> None:
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return
    what = next((what for start, what in _OTHERS if any(name.startswith(start) for name in names)), "a packed file")
    todo = "unpack it and give the files inside" if what == "a packed file" else "save it as DOCX or plain text"
    raise WrongTypeError(f"it is {what}, no DOCX: {todo}")


def _blocks(element: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Return paragraphs and tables in their order, an empty line between them.

    Where empty paragraphs keep others apart, they alone do: lines of a signature are paragraphs too.
    """
    blocks = [block.strip("\n") for block in _each_block(element)]
    full = [block for block in blocks if block.strip()]
    spaced = (len(blocks) - len(full)) * _SPACED >= len(full)
    return "\n".join(blocks).strip("\n") if spaced else "\n\n".join(full)


def _lines(element: Any) -> str:  # noqa: ANN401
    return "\n".join(_each_block(element)).strip("\n")


def _each_block(element: Any) -> Iterator[str]:  # noqa: ANN401
    for child in element:
        if child.tag == f"{_W}p":
            yield _inline(child)
        elif child.tag == f"{_W}tbl":
            yield laid_out([[_lines(cell) for cell in _inside(row, "tc")] for row in _inside(child, "tr")])
        elif child.tag not in _LEFT_OUT:  # content controls and the like
            yield from _each_block(child)


def _inside(element: Any, name: str) -> Iterator[Any]:  # noqa: ANN401
    """Yield rows or cells, out of any content control around them, but none of tables within."""
    for child in element:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag not in {f"{_W}tbl", f"{_W}p"} and child.tag not in _LEFT_OUT:
            yield from _inside(child, name)


def _inline(paragraph: Any) -> str:  # noqa: ANN401
    """Return a paragraph's words; those of a text box in it stand on lines after it."""
    words: list[str] = []
    boxes: list[str] = []
    _collect(paragraph, words, boxes)
    return "\n".join(filter(None, ("".join(words), *boxes)))


def _collect(element: Any, words: list[str], boxes: list[str]) -> None:  # noqa: ANN401
    for child in element:
        tag = child.tag
        if tag == f"{_W}t":
            words.append(child.text or "")
        elif tag in _CHARACTERS:
            words.append(_CHARACTERS[tag])
        elif tag in _REFERENCES:
            words.append(_mark(child, _REFERENCES[tag]))
        elif tag == f"{_W}txbxContent":
            boxes.append(_lines(child))
        elif tag not in _LEFT_OUT:
            _collect(child, words, boxes)


def _mark(element: Any, prefix: str) -> str:  # noqa: ANN401
    return f"[{prefix}{element.get(f'{_W}id')}]"


def _parts(part: Any, kind: str) -> Iterator[Any]:  # noqa: ANN401 - a part of python-docx
    """Yield the roots of the XML of a document's parts of a kind."""
    from docx.oxml import parse_xml

    for relation in part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            yield parse_xml(relation.target_part.blob)


def _furniture(part: Any, kind: str) -> list[str]:  # noqa: ANN401
    """Return the texts of all headers or footers, each once."""
    return list(dict.fromkeys(_lines(root) for root in _parts(part, kind)))


def _noted(part: Any) -> list[str]:  # noqa: ANN401
    """Return foot- and endnotes with the marks that stand in the text."""
    kinds: tuple[tuple[str, str], ...] = (("footnote", ""), ("endnote", "e"))
    return [
        f"{_mark(note, prefix)} {_lines(note).strip()}"
        for kind, prefix in kinds
        for root in _parts(part, f"{kind}s")
        for note in root.iterchildren(f"{_W}{kind}")
        if note.get(f"{_W}type") in {None, "normal"}
    ]


def _notes(body: Any) -> Iterator[str]:  # noqa: ANN401
    if next(body.iter(f"{_W}numPr"), None) is not None:
        yield "Word numbers some paragraphs itself; those numbers are not in the text."
    if next(body.iter(f"{_W}ins", f"{_W}del"), None) is not None:
        yield "It has tracked changes; the text is as if all were accepted."
