"""The list of treaties beside CSV tables (`index.csv`), and what a treaty's name says of its conclusion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secdb.errors import DateError
from secdb.exchange.csvfile import opened, read_rows
from secdb.exchange.importers.mtdsg.tables import About
from secdb.period import parse_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from secdb.exchange.csvfile import Row

INDEX = "index.csv"
_COLUMNS = ("chapter_no", "treaty_no", "treaty_name")
_LONGEST = 1_000  # bytes of a header
_ABOVE = 2  # folders
_DAY = r"[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}"
_NAMED = re.compile(rf"(?P<title>.*?\S)\s?\.{{1,2}} (?P<place>[^.0-9]+), (?P<day>{_DAY})", re.DOTALL)


class Index:
    """The treaties of a list, by number as files are named (`1-5-b`)."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self._rows = rows

    def is_listed(self, stem: str) -> bool:
        """Tell whether the list has the treaty of a file named so."""
        return stem.casefold() in self._rows

    def about(self, stem: str) -> About:
        """Return what the list says of the treaty, else no more than its number."""
        number = stem.casefold()
        if number not in self._rows:
            slug = re.sub(r"[^a-z0-9]+", "-", number).strip("-") or "table"
            return About(slug, f"Treaty {stem} of Multilateral Treaties Deposited with the Secretary-General")
        values = self._rows[number].values
        title, place, day = parted_name(values["treaty_name"] or number)
        return About(number, title, day, place, url=values.get("url"), notes=(_listed_in(values),))


def _listed_in(values: Mapping[str, str | None]) -> str:
    chapter = f"Chapter {values['chapter_no']}, no. {values['treaty_no']}"
    return f"{chapter}: {values['chapter_name']}" if values.get("chapter_name") else chapter


def find_index(folder: Path) -> Index:
    """Return the list in a folder or up to two above it; an empty one when there is none."""
    for place in [folder, *folder.resolve().parents][: _ABOVE + 1]:
        if (place / INDEX).is_file():
            return Index(_listed(place / INDEX))
    return Index({})


def _listed(path: Path) -> dict[str, Row]:
    """Return the rows by number; none where the file is some other list of this name."""
    with opened(path, INDEX) as file:
        header = file.readline(_LONGEST).decode("utf-8", "replace")
    if any(column not in header for column in _COLUMNS):
        return {}
    listed: dict[str, Row] = {}
    for row in read_rows(path, INDEX):
        number = f"{row.values['chapter_no']}-{row.values['treaty_no']}".replace(".", "-").casefold()
        listed[number] = row
    return listed


def parted_name(name: str) -> tuple[str, str | None, str | None]:
    """Return the title, and the place and day of conclusion where the name ends in one place and day after a stop."""
    plain = " ".join(name.split())
    found = _NAMED.fullmatch(plain)
    if found is None or not is_day(found["day"]):
        return plain, None, None
    return found["title"], found["place"].strip(), found["day"]


def is_day(text: str) -> bool:
    """Tell whether a text is a date."""
    try:
        parse_date(text)
    except DateError:
        return False
    return True
