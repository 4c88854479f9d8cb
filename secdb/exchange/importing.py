"""Other projects' datasets by the name of their form: the importer is loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from secdb.errors import UsageError
from secdb.exchange.importers.base import Importer, Reject, Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from secdb.exchange.importers.base import Record
    from secdb.lookup import Rows

FORMS = {"atop": "atop", "cow-igo": "cow_igo", "manydata": "manydata", "mtdsg": "mtdsg"}
"""The forms that can be read, and the module of each in `importers`."""

OWN = "register"


def _code(dataset: str) -> str:
    """Return the code of a dataset as the register keeps it."""
    code = dataset.strip().lower()
    if code == OWN:
        raise UsageError(f"the dataset {OWN!r} is your own; give another --dataset")
    if code.split() != [code]:
        raise UsageError(f"the code of a dataset has no blanks, unlike {dataset!r}; give another --dataset")
    return code


class Source:
    """A file or folder in one of `FORMS`, to be read once; `tally` says what became of its rows.

    `dataset` is the code of the dataset it is to be, by default the importer's. Raises UsageError for another form, and
    for the dataset `register`, which is the user's own, or a code with blanks; codes are kept in small letters.
    """

    def __init__(self, form: str, path: Path, dataset: str | None = None) -> None:
        if form not in FORMS:
            raise UsageError(f"there is no form {form!r}; there are {', '.join(FORMS)}")
        self._importer = cast("Importer", import_module(f"secdb.exchange.importers.{FORMS[form]}"))
        self.title = self._importer.TITLE
        self.dataset = _code(dataset or self._importer.DATASET)
        self.path = path
        self.tally = Tally()

    def records(self, register: Rows, reject: Callable[[Reject], None]) -> Iterator[Record]:
        """Yield the records, States as the register knows them; `reject` takes what cannot be read."""
        from secdb.exchange.importers.states import States

        for one in self._importer.records(self.path, States(register), self.dataset, self.tally):
            if isinstance(one, Reject):
                reject(one)
            else:
                yield one
