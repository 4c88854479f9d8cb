"""Status tables of "Multilateral Treaties Deposited with the Secretary-General" (United Nations Treaty Collection).

The form. One table for each treaty: a row for each participant, a column for each group of acts, a date in the cell.
As CSV: `Participant`, then the columns; files named chapter-treaty (`4-11-c.csv`); titles and chapters in an
`index.csv` beside or above. As the page a browser saves, in UTF-8 or the encoding it names: the same table with the id
`...tblgrid` (all tables with it are read, no others), and above it chapter, title, place and day of conclusion, entry
into force, registration. A date is that of the act, for an instrument that of its deposit.

Its pitfalls, and what is done about each.

* A letter after a date means what the heading of its own column says: `Succession(d)` in one, `Succession to
  signature(d)` in another; `A` is not `a`. See `headings` and `labels`, which know headings by their form, no list
  of them. A cell that its heading does not explain is rejected.
* Not every column is of acts that bind: a signature succeeded to is a signature, `Notification under article 25` and
  `Notification of non-provisional application` are declarations.
* `Consent to be bound(P)` and `Simplified procedure(p)` are acts of consent that have no kind of their own, and make a
  contracting State until the treaty is in force, as ratification does. They are `acceptance`, the name that consent
  short of ratification has (Vienna Convention on the Law of Treaties, article 14, paragraph 2); the act's note has the
  words printed. `Application` and `Participation` are from the day given, by an act not named, and so are columns of
  several acts without letters: `participation`, a party at once.
* What is said of one protocol or annex of several, of an amendment, of territories or of a day of effect is no act with
  respect to the treaty of the table: it is rejected.
* Names may be turned round for the alphabet (`Viet Nam (Republic of)`). Those of parts of a State are of no State.
* The names are those of the day the table was drawn up, also beside old dates: `Yemen` with a date of 1979. An act is
  recorded for the State printed, never for another that existed on the day; a note says where the printed one did not.
  So Russia is a party from the day the USSR became one. Where both existed (an act of the Republic of Viet-Nam under
  `Viet Nam`) only a footnote told, and nothing shows it.
* A succession has the day of its notification, not the day from which it has effect.
* Brackets around a name mean that the participant has withdrawn, on a day that only a footnote tells. Its acts are
  recorded, and after them a `cessation` at some time not known; so too where only a date has brackets.
* Footnote marks stand after names, dates and letters. They are kept as printed and no part of a name or date; what the
  footnotes say (acts of predecessors, territories, withdrawals) is not read.
* Participants that are no States (the European Union) are rejected: an act needs a State.
* Withdrawals and days of entry into force for each State are not in the table; only a page tells when the treaty came
  into force, if it begins with the day. Where no day is stated, and States have consented, it is one not known, not
  before the first consent: who consented is certain, who is a party possible. Where a page says that the treaty is not
  in force, or nobody has consented, there is none.
* The CSV does not tell as of which day it is; a page does, for its own treaty. So no coverage is recorded but for what
  `--covers-to` gives.

The introduction of the collection (`treaties.un.org`, "Status tables") is the source for deposit, brackets, successors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from secdb.exchange.importers.mtdsg.files import found_tables
from secdb.exchange.importers.mtdsg.records import Recorder, dataset_row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from secdb.exchange.importers.base import Record, Reject, Tally
    from secdb.exchange.importers.states import States

TITLE = "Multilateral Treaties Deposited with the Secretary-General: status tables"
"""What the source is called."""
DATASET = "mtdsg"
"""The dataset's code where the user gives none."""


def records(path: Path, states: States, dataset: str, tally: Tally) -> Iterator[Record | Reject]:
    """Yield the records of a table, a saved page, or a folder of them, and the cells not read; as `Importer.records`.

    `tally` counts the cells under the headings, those of participants not: read, rejected and blank are all there are.
    A folder is read with its folders, but for those a browser saves beside a page (`NAME_files`). Raises PackageError
    for a file that is no status table, and where there is none.
    """
    tally.unit = "cell"
    yield dataset_row(path, dataset, TITLE)
    recorder = Recorder(states, dataset, tally)
    for table in found_tables(path, tally):
        yield from recorder.records(table)
