"""A report as a pandas DataFrame, each column of the dtype that its meaning asks for.

Days are `datetime64[s]` (every year there is; NaT = none): the columns named in `DAYS` or ending in `_earliest`,
`_latest`, `_on`. Dates in EDTF, which may be parts of one (`1999`, `[1999..2006]`), stay text. Text is `string`,
numbers `Int64` or `Float64`, flags `Int8` (0 and 1) or `boolean`, what holds further values `object`, as in the JSON.
"""

from __future__ import annotations

from dataclasses import is_dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from secdb.errors import SecdbError
from secdb.reports.base import plain, public

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import pandas as pd

    from secdb.reports.base import Report

HINT = "a DataFrame needs pandas; install it with: pip install 'secdb[pandas]'"
DAYS = frozenset({"from", "to", "un_admission", "covers_from", "covers_to"})
DAY_ENDINGS = ("_earliest", "_latest", "_on")
FLAGS = frozenset({"acting", "certain", "complete", "counts", "listed", "member", "outside", "resets", "stands"})
NUMBERS = {"int": "Int64", "float": "Float64", "bool": "boolean", "str": "string"}

# the rows of each report, for one that has none; where they are dicts nothing is known of their columns
ROWS = {
    "changes": "changes.Change",
    "check": "check.Problem",
    "compare": "comparing.compare.Difference",
    "heads_of_state": "offices.Held",
    "history": "history.Event",
    "info": "info.Fact",
    "matrix": "matrix.MatrixRow",
    "members": "members.Member",
    "representatives": "offices.Held",
    "signatories": "offices.Signature",
    "signed-not-ratified": "signed.Signed",
    "timeline": "timeline.Spell",
    "who": "offices.Holder",
}


class MissingPandasError(SecdbError):
    """pandas is not installed; the message says how to install it."""


def frame(report: Report[Any]) -> pd.DataFrame:
    """Return the rows of a report, one column per key of its JSON, and the envelope in `attrs`.

    Raises MissingPandasError where pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingPandasError(HINT) from error
    kinds = _kinds(report)
    rows = [plain(row) for row in report.rows]
    columns = list(dict.fromkeys([*kinds, *(key for row in rows for key in row)]))
    found = pd.DataFrame(
        {name: _column(name, kinds.get(name), [row.get(name) for row in rows]) for name in columns},
        columns=columns,
    )
    found.attrs = {"report": report.report, **plain(report.about)}
    return found


def _kinds(report: Report[Any]) -> dict[str, str]:
    """Return the columns with what they hold, as annotated: `int`, `str` ...; none for rows that are dicts."""
    row: Any = report.rows[0] if report.rows else _row_of(report.report)
    if row is None or not is_dataclass(row):
        return {}
    return {field.name.rstrip("_"): str(field.type).removesuffix(" | None") for field in public(row)}


def _row_of(report: str) -> object | None:
    if report not in ROWS:
        return None
    module, name = ROWS[report].rsplit(".", 1)
    row: object = getattr(import_module(f"secdb.reports.{module}"), name)
    return row


def _column(name: str, kind: str | None, values: Sequence[Any]) -> pd.Series[Any]:
    import pandas as pd

    known = [value for value in values if value is not None]
    kind = kind or _seen(known)
    if kind == "str" and _is_day(name):
        return pd.Series(_days(values))
    if kind == "int" and name in FLAGS and all(value in (0, 1) for value in known):
        return pd.Series(values, dtype="Int8")
    return pd.Series(values, dtype=NUMBERS.get(kind, "object"))


def _seen(known: Sequence[Any]) -> str:
    """Return what values are that come without an annotation; a column of nothing counts as text."""
    kinds = {type(value).__name__ for value in known}
    if kinds == {"int", "float"}:
        return "float"
    return kinds.pop() if len(kinds) == 1 else "object" if kinds else "str"


def _is_day(name: str) -> bool:
    return name in DAYS or name.endswith(DAY_ENDINGS)


def _days(values: Sequence[str | None]) -> np.ndarray[Any, Any]:
    """Return days without a detour over pandas' parser, which knows no year before 1678."""
    import numpy as np

    return np.array(["NaT" if value is None else value for value in values], dtype="datetime64[s]")
