"""Other projects' datasets by the name of their form: the importer is loaded when it is asked for."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, cast

from secdb.errors import UsageError
from secdb.exchange.csvfile import PackageError
from secdb.exchange.importers.base import Importer, Reject, Tally
from secdb.period import last_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from secdb.exchange.importers.base import Record
    from secdb.lookup import Rows

FORMS = {"atop": "atop", "cow-igo": "cow_igo", "manydata": "manydata", "mtdsg": "mtdsg"}
"""The forms that can be read, and the module of each in `importers`."""

OWN = "register"
_CODE = re.compile(r"\w[\w.-]{0,63}")  # as codes are that somebody types in


def _code(dataset: str) -> str:
    """Return the code of a dataset as the register keeps it."""
    code = dataset.strip().lower()
    if code == OWN:
        raise UsageError(f"the dataset {OWN!r} is your own; give another --dataset")
    if not _CODE.fullmatch(code):
        raise UsageError(
            f"{dataset!r} is no code of a dataset; it is one word of at most 64 letters, figures, hyphens and dots, "
            "as cow-igo"
        )
    return code


class Source:
    """A file or folder in one of `FORMS`, to be read once; `tally` says what became of its rows.

    `dataset` is the code of the dataset it is to be, by default the importer's. `covers_to` is the last day of which it
    speaks, inclusive, by default the one that the source states, if any; of a month or year it is the last day. Raises
    UsageError for another form, and for the dataset `register`, which is the user's own, or what is no code; codes are
    kept in small letters. Raises DateError for a `covers_to` that is no day.
    """

    def __init__(self, form: str, path: Path, dataset: str | None = None, covers_to: str | None = None) -> None:
        if form not in FORMS:
            raise UsageError(f"there is no form {form!r}; there are {', '.join(FORMS)}")
        self._importer = cast("Importer", import_module(f"secdb.exchange.importers.{FORMS[form]}"))
        self.title = self._importer.TITLE
        self.dataset = _code(dataset or self._importer.DATASET)
        self.covers_to = last_day(covers_to).isoformat() if covers_to else None
        self.path = path
        self.tally = Tally()

    def records(self, register: Rows, reject: Callable[[Reject], None]) -> Iterator[Record]:
        """Yield the records, States as the register knows them; `reject` takes what cannot be read.

        Raises PackageError where the file is not of the form, or has nothing below its header.
        """
        from secdb.exchange.importers.states import States

        for one in self._importer.records(self.path, States(register), self.dataset, self.tally):
            if isinstance(one, Reject):
                reject(one)
            elif self.covers_to and one[0] == "dataset":
                yield "dataset", one[1]._replace(values={**one[1].values, "covers_to": self.covers_to})
            else:
                yield one
        if not self.tally.read + self.tally.rejected + self.tally.blank:
            raise PackageError(f"has no {self.tally.unit}s below its header; nothing was written", self.path.name)
