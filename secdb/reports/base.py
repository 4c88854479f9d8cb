"""What every report is made of: its SQL file, and a frozen result that turns into the JSON of INTERFACE section 2."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from dataclasses import Field

    import pandas as pd

    from secdb.database.reader import Register

FOLDER = Path(__file__).parent / "sql"
ISO_LENGTH = 10
INTERNAL = {"internal": True}
"""Metadata of a field that other reports need and that is no part of the JSON."""

RowType = TypeVar("RowType")


@dataclass(frozen=True, slots=True)
class Source:
    """Where words stand that prove a record."""

    document: str
    title: str
    locator: str | None
    quotation: str | None
    start_char: int | None
    end_char: int | None
    url: str | None
    retrieved_on: str | None


@dataclass(frozen=True, slots=True)
class Report(Generic[RowType]):
    """A report: what was asked (`about`: the envelope, in the order of its JSON) and the rows that answer."""

    report: str
    about: Mapping[str, Any]
    rows: tuple[RowType, ...]

    @property
    def count(self) -> Mapping[str, int]:
        """Return how many members are certain and how many possible, where the report counts them.

        Both are None where `about["covered"]` is False: the dataset does not speak of the day.
        """
        counted: Mapping[str, int] = self.about["count"]
        return counted

    def to_dict(self) -> dict[str, Any]:
        """Return the object that `-f json` prints."""
        return {"report": self.report, **plain(self.about), "rows": [plain(row) for row in self.rows]}

    def to_pandas(self) -> pd.DataFrame:
        """Return the rows as a pandas DataFrame, the envelope in its `attrs`; dtypes as `pandas_frame` says.

        Raises MissingPandasError where pandas is not installed.
        """
        from secdb.reports.pandas_frame import frame

        return frame(self)


def plain(value: Any) -> Any:  # noqa: ANN401
    """Return the value as JSON holds it: dataclasses as objects, tuples as lists."""
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        # one level at a time, the names being those of the JSON; a trailing underscore keeps off a word of Python
        return {field.name.rstrip("_"): plain(getattr(value, field.name)) for field in public(value)}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value


def public(row: Any) -> list[Field[Any]]:  # noqa: ANN401
    """Return the fields of a report's row that are shown."""
    return [field for field in fields(row) if not field.metadata.get("internal")]


def sql(name: str) -> str:
    """Return the text of a report's SQL file."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def day(text: str | dt.date | None) -> str:
    """Return the ISO day a report speaks of: today if None, the last day of a month or year. Raises DateError."""
    if isinstance(text, dt.date):
        return text.isoformat()
    if text is None:
        return dt.datetime.now(tz=dt.UTC).date().isoformat()
    if len(text) == ISO_LENGTH and text.isascii():  # the usual case, without loading the parser
        try:
            return dt.date.fromisoformat(text).isoformat()
        except ValueError:
            pass
    from secdb.period import last_day

    return last_day(text).isoformat()


def last_revision(register: Register) -> int:
    """Return the number of the last revision; 0 when nothing was ever written."""
    number: int = register.rows("SELECT COALESCE(MAX(revision), 0) AS number FROM revisions")[0]["number"]
    return number
