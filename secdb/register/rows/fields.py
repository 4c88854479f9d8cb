"""How the texts of a row become the values of a record: one class for each way a column can be written down."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from secdb.errors import DateError
from secdb.period import RecordedDate, RecordedPeriod, parse_date, parse_recorded_period

if TYPE_CHECKING:
    from collections.abc import Mapping

    Texts = Mapping[str, str | None]
    Value = int | str | bytes | dt.date | None
    Values = dict[str, Value]

_BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")

# A file states few dates many times; an error is not kept.
_date = lru_cache(maxsize=4096)(parse_date)
_period = lru_cache(maxsize=4096)(parse_recorded_period)


class FieldError(Exception):
    """The text of a column cannot be its value."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


class Field(Protocol):
    """Reads some columns of a row and gives some of the record."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the file that it reads."""

    def read(self, texts: Texts) -> Values:
        """Return values by column of the table; FieldError when a text is none."""


@dataclass(frozen=True, slots=True)
class TextField:
    """A text kept exactly as given; one of `words` where the list is closed."""

    name: str
    required: bool
    default: str | None = None
    words: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The column of the same name."""
        return (self.name,)

    def read(self, texts: Texts) -> Values:
        """Return the text, or what stands for none."""
        text = _given(texts, self.name, required=self.required)
        if text is None:
            return {self.name: self.default}
        if self.words and text not in self.words:
            raise FieldError(self.name, f"is none of: {', '.join(self.words)}")
        return {self.name: text}


@dataclass(frozen=True, slots=True)
class NumberField:
    """A whole number from 0 to 999999999."""

    name: str
    required: bool
    default: int | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The column of the same name."""
        return (self.name,)

    def read(self, texts: Texts) -> Values:
        """Return the number, or what stands for none."""
        text = _given(texts, self.name, required=self.required)
        if text is None:
            return {self.name: self.default}
        if not re.fullmatch("[0-9]{1,9}", text):
            raise FieldError(self.name, "is not a whole number from 0 to 999999999")
        return {self.name: int(text)}


@dataclass(frozen=True, slots=True)
class DayField:
    """A calendar day, YYYY-MM-DD."""

    name: str

    @property
    def columns(self) -> tuple[str, ...]:
        """The column of the same name."""
        return (self.name,)

    def read(self, texts: Texts) -> Values:
        """Return the day."""
        text = _given(texts, self.name)
        if text is None:
            return {self.name: None}
        try:
            found = dt.date.fromisoformat(text)
        except ValueError:
            found = None
        if found is None or found.isoformat() != text:
            raise FieldError(self.name, "is not a day of the calendar, written 2002-05-14")
        return {self.name: found}


@dataclass(frozen=True, slots=True)
class DateField:
    """A date as recorded: the source's words in NAME_text, EDTF in NAME_edtf; the bounds follow from the EDTF.

    Without the EDTF the words are read; with both the words may be anything.
    """

    name: str

    @property
    def columns(self) -> tuple[str, ...]:
        """The words and the EDTF."""
        return (f"{self.name}_text", f"{self.name}_edtf")

    def read(self, texts: Texts) -> Values:
        """Return the words, the canonical EDTF and the two bounds (inclusive days)."""
        text_column, edtf_column = self.columns
        text, edtf = _given(texts, text_column), _given(texts, edtf_column)
        found = self._stated(text, edtf)
        return {
            text_column: text,
            edtf_column: found.edtf if found else None,
            f"{self.name}_earliest": found.earliest if found else None,
            f"{self.name}_latest": found.latest if found else None,
        }

    def _stated(self, text: str | None, edtf: str | None) -> RecordedDate | None:
        stated = edtf or text
        try:
            return _date(stated) if stated else None
        except DateError as error:
            raise FieldError(self.columns[1 if edtf else 0], str(error)) from error


@dataclass(frozen=True, slots=True)
class PeriodField:
    """A period as recorded, an EDTF interval with an inclusive last day; the four bounds follow from it."""

    name: str

    @property
    def columns(self) -> tuple[str, ...]:
        """The column of the same name."""
        return (self.name,)

    def read(self, texts: Texts) -> Values:
        """Return the canonical EDTF and the four bounds."""
        text = _given(texts, self.name)
        if text is None:
            return dict.fromkeys((self.name, *_BOUNDS))
        found = self._stated(text)
        bounds: Values = {bound: getattr(found.period, bound) for bound in _BOUNDS}
        return {self.name: found.edtf, **bounds}

    def _stated(self, text: str) -> RecordedPeriod:
        try:
            return _period(text)
        except DateError as error:
            raise FieldError(self.name, str(error)) from error


@dataclass(frozen=True, slots=True)
class HashedField:
    """A text with its SHA-256 (of its UTF-8) beside it."""

    name: str

    @property
    def columns(self) -> tuple[str, ...]:
        """The column of the same name."""
        return (self.name,)

    def read(self, texts: Texts) -> Values:
        """Return the text, exactly as given, and the hash."""
        text = _given(texts, self.name)
        digest = None if text is None else hashlib.sha256(text.encode()).hexdigest()
        return {self.name: text, "sha256": digest}


def _given(texts: Texts, column: str, *, required: bool = False) -> str | None:
    """Return the text of a column, None for an empty one."""
    text = texts.get(column) or None
    if text is None and required:
        raise FieldError(column, "is required")
    if text is not None and "\0" in text:
        raise FieldError(column, "holds a NUL character, which no text may")
    return text
