"""The page of a treaty as a browser saves it: the table of participants, and what stands above it.

The elements are known by the ends of their ids, before which the server's framework adds more: `tblgrid` the table,
`rptTreaty_ctl00_tcTreaty` the title, `rptTreaty_ctl00_tcText` place and day of conclusion, `rptEIF_ctl00_tcText` entry
into force, `rptRegistration_ctl00_tcText` registration, `rptHead_ctl00_tcText` the chapter. `STATUS AS AT : 27-11-2014`
dates the page; its address (saved-from comment, canonical link or form) has the number, `mtdsg_no=IV-11-c`. A table of
territorial notifications may stand before the other, and tables of declarations and notes after it; they may begin with
`Participant` too, so where a table has the id no other is read. Footnote marks are superscripts.

Browsers save a page as UTF-8, or in the encoding that it names.
"""

from __future__ import annotations

import codecs
import datetime as dt
import html
import re
from typing import TYPE_CHECKING

from secdb.exchange.csvfile import PackageError, opened
from secdb.exchange.importers.mtdsg.index import is_day, parted_name
from secdb.exchange.importers.mtdsg.markup import read_markup
from secdb.exchange.importers.mtdsg.tables import About, Part, StatusTable, is_participant, parted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from secdb.exchange.importers.mtdsg.markup import Grid, Markup

_GRID = re.compile(r"tblgrid[0-9]*$")
_TITLE = "rpttreaty_ctl00_tctreaty"
_CONCLUDED = "rpttreaty_ctl00_tctext"
_IN_FORCE = "rpteif_ctl00_tctext"
_REGISTRATION = "rptregistration_ctl00_tctext"
_CHAPTER = "rpthead_ctl00_tctext"
_FIELDS = (_TITLE, _CONCLUDED, _IN_FORCE, _REGISTRATION, _CHAPTER)

_ADDRESS = re.compile(
    r"(?:saved from url=\([0-9]+\)|\burl:\s*|action=[\"']?|rel=[\"']?canonical[\"']?[^>]{0,200}href=[\"']?)"
    r"[^\"'\s>]{0,200}?[?&]mtdsg_no=(?P<number>[IVXL]+(?:-[0-9A-Za-z]+)+)",
    re.IGNORECASE,
)
_AS_AT = re.compile(r"STATUS\s+AS\s+AT\s*:?\s*([0-9]{2})-([0-9]{2})-([0-9]{4})", re.IGNORECASE)
_NOT_IN_FORCE = re.compile(
    r"\bnot\s+(?:yet\s+)?(?:entered\s+)?in(?:to)?\s+force\b|\b(?:pas|non)\s+encore\b", re.IGNORECASE
)
_DAY_FIRST = re.compile(r"[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}")
_TITLE_NUMBER = re.compile(
    r"[0-9]{1,3}\s*\.\s*(?:[0-9]{1,3}(?:-[A-Z])?\s*\.\s*)?(?:\(?[a-z]{1,2}\s*[.)]?\s+)?(?=[A-Z\"\u201c])"
)
_CHARSET = re.compile(rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_BEGINNING = 8_192  # bytes, in which a page names its encoding
_WESTERN = frozenset({b"windows-1252", b"cp1252", b"iso-8859-1", b"latin1"})  # one and the same to browsers
_URL = "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no={}&chapter={}&clang=_en"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def read_page(path: Path, name: str) -> StatusTable:
    """Return the status tables of a saved page. Raises PackageError when it has none, or its text cannot be read."""
    with opened(path, name) as file:
        text = _decoded(file.read(), name)
    page = read_markup(text, _FIELDS, name)
    parts = tuple(_part(grid) for grid in _status_grids(page.grids, name))
    return StatusTable(name, _about(page, text, path.stem), is_page=True, parts=parts)


def _decoded(data: bytes, name: str) -> str:
    """Return the text of a page: UTF-8 where it is that, else in the encoding it names. Raises PackageError."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    said = _CHARSET.search(data, 0, _BEGINNING)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if said and said[1].lower() in _WESTERN:
            return data.decode("cp1252", "replace")
        line = data.count(b"\n", 0, error.start) + 1
        raise PackageError("not UTF-8 and names no other encoding; save it as UTF-8", name, line) from error


def _part(grid: Grid) -> Part:
    (_, header), *rows = grid.rows
    return Part(tuple(header[1:]), (parted(number, cells, len(header)) for number, cells in rows))


def _status_grids(grids: Sequence[Grid], name: str) -> list[Grid]:
    """Return the tables of participants: all with the id of theirs, else the only one that begins as they do."""
    begun = [grid for grid in grids if grid.rows and is_participant(grid.rows[0][1][0])]
    marked = [grid for grid in begun if _GRID.search(grid.name)]
    if not begun:
        raise PackageError("is no page of a status table: it has no table that begins with 'Participant'", name)
    if len(begun) > 1 and not marked:
        raise PackageError(f"has {len(begun)} tables that begin with 'Participant' and none is marked", name)
    return marked or begun


def _about(page: Markup, text: str, stem: str) -> About:
    """Return what the page says of the treaty."""
    said = page.fields
    number = _number(text)
    title = _TITLE_NUMBER.sub("", said.get(_TITLE, ""), count=1) or f"Treaty {number or stem}"
    _, place, concluded = parted_name(f"-. {said.get(_CONCLUDED, '')}")
    in_force, notes = _in_force(said.get(_IN_FORCE, ""))
    as_at = _as_at(page.text)
    return About(
        _code(number) if number else re.sub(r"[^a-z0-9]+", "-", stem.casefold()).strip("-") or "page",
        title,
        concluded,
        place,
        in_force,
        said.get(_REGISTRATION) or None,
        _URL.format(number, _arabic(number.partition("-")[0])) if number else None,
        as_at,
        (*_listed_in(said.get(_CHAPTER), number), *notes),
        is_not_in_force=_NOT_IN_FORCE.search(said.get(_IN_FORCE, "")) is not None,
    )


def _listed_in(chapter: str | None, number: str | None) -> list[str]:
    """Return a note of chapter and number as printed; none where the page has neither."""
    said = [text for text in (chapter, f"no. {number}" if number else None) if text]
    return [", ".join(said)] if said else []


def _number(text: str) -> str | None:
    """Return the number in the page's own address: `IV-11-c`; links to other treaties do not count."""
    found = _ADDRESS.search(html.unescape(text))
    return found["number"] if found else None


def _code(number: str) -> str:
    """Return `4-11-c` for `IV-11-c`, `11-5` for `XI-A-5`: the lists count the parts of a chapter from the first."""
    chapter, *rest = number.split("-")
    if rest[0].upper() == "A" and len(rest) > 1:
        del rest[0]
    return "-".join([str(_arabic(chapter)), *rest]).casefold()


def _arabic(roman: str) -> int:
    values = [_ROMAN[letter] for letter in roman.upper()]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


def _in_force(text: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the day on which the treaty came into force where the text begins with one, and the text as a note."""
    if not text:
        return None, ()
    found = _DAY_FIRST.match(text)
    is_final = "provisional" not in text.casefold()
    day = found[0] if found and is_final and is_day(found[0]) else None
    return day, (f"Entry into force: {text}",)


def _as_at(text: str) -> str | None:
    found = _AS_AT.search(text)
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
