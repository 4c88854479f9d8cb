"""Answers checked at once: what is shown back of each, and the names that Tab completes."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

from secdb.errors import DateError, NotFoundError, UsageError

if TYPE_CHECKING:
    from secdb.lookup import Rows
    from secdb.register.entry.forms import FormField

Opened = Callable[[], AbstractContextManager["Rows"]]

_NAMED = {
    "state": "SELECT state_name AS name FROM states WHERE state = :code",
    "treaty": "SELECT title AS name FROM treaties WHERE treaty = :code",
    "organization": "SELECT name FROM organizations WHERE organization = :code",
    "person": "SELECT name FROM persons WHERE person = :code",
    "document": "SELECT title AS name FROM documents WHERE document = :code",
    "statement": "SELECT title AS name FROM statements WHERE statement = :code",
    "dataset": "SELECT title AS name FROM datasets WHERE dataset = :code",
}
_TO_ADD = {
    "state": "secdb state add CODE {name}",
    "person": "secdb person add {name}",
    "treaty": "secdb treaty add CODE {name}",
    "document": "secdb document add FILE --title {name}",
    "statement": "secdb statement add DOCUMENT KIND {name}",
    "dataset": "secdb dataset add CODE {name}",
}
_ACT = "SELECT treaty, state, kind, date FROM acts WHERE act = :act"
_SCHEMES = 4  # from this place on, the names of a State are codes of other schemes: nobody completes Q159


class Checks:
    """The checks of one session of questions.

    `opened` opens the register, as `lambda: secdb.open(database)`. It is open only while a question to it lasts,
    never while a person types. `cited`: the document cited, as far as it is known before the questions.
    """

    def __init__(self, opened: Opened, cited: str = "") -> None:
        self._opened = opened
        self._cited = cited
        self._candidates: dict[str, list[str]] = {}

    def check(self, field: "FormField", text: str) -> str | None:
        """Return what is shown back of an answer. Raises SecdbError with what is wrong."""
        if field.name == "file":
            _require_file(text)
        if field.name == "quote" and self._cited:
            return self._quoted(text)
        if field.kind != "record" or field.refers is None:
            return understood(field.kind, text)
        shown = self._named(field.refers, text)
        self._cited = text if field.name == "cite" else self._cited
        return shown

    def candidates(self, noun: str) -> Sequence[str]:
        """Return the codes, then the names, of the records of a noun; asked of the register once."""
        if noun not in self._candidates:
            with self._opened() as register:
                self._candidates[noun] = codes_and_names(register, noun)
        return self._candidates[noun]

    def _named(self, noun: str, text: str) -> str:
        with self._opened() as register:
            try:
                return named(register, noun, text)
            except NotFoundError as error:
                self._candidates.pop(noun, None)  # what is added now is to be completed next time
                advice = f"\nto add it, in another terminal: {_TO_ADD[noun]}" if noun in _TO_ADD else ""
                raise NotFoundError(f"{error}{advice.format(name=quote(text))}") from None

    def _quoted(self, words: str) -> str | None:
        """Return where the words stand when not exactly so. Raises QuotationError when they are nowhere."""
        from secdb.lookup import find_document
        from secdb.register.quoting.nearest import one_line
        from secdb.register.quoting.quoting import QuotationError, find_quotation

        with self._opened() as register:
            code = find_document(register, self._cited)
            text = register.rows("SELECT text FROM documents WHERE document = :code", code=code)[0]["text"]
        if text is None:
            return None
        try:
            found = find_quotation(text, words, document=code)
        except QuotationError as error:
            if error.found:  # which place is meant, another answer may say
                return None
            raise
        return None if found.words == words else f'"{one_line(found.words)}"'


def understood(kind: str, text: str) -> str | None:
    """Return how a date, period, day or number is understood, None for other texts. Raises DateError, UsageError."""
    if kind == "date":
        return _date(text)
    if kind == "period":
        return _period(text)
    if kind == "day":
        _require_day(text)
    if kind == "number" and not re.fullmatch("[0-9]{1,9}", text):
        raise UsageError(f"{text!r} is not a whole number, such as 5")
    return None


def named(register: "Rows", noun: str, text: str) -> str:
    """Return code and name of the record of a noun that a name means. Raises NotFoundError, AmbiguousError."""
    from secdb import lookup

    if noun == "act":
        return _act(register, text)
    if noun == "treaty":
        treaty = lookup.find_treaty(register, text)
        return f"{treaty.asked} {treaty.title}"
    find = {
        "state": lookup.find_state,
        "organization": lookup.find_organization,
        "person": lookup.find_person,
        "document": lookup.find_document,
        "statement": lookup.find_statement,
        "dataset": lookup.find_dataset,
    }[noun]
    code = find(register, text)
    rows = register.rows(_NAMED[noun], code=code)
    name = rows[0]["name"] if rows else None
    return f"{code} {name}" if name and name != code else code


def codes_and_names(register: "Rows", noun: str) -> list[str]:
    """Return what completes the name of a record: all codes in order, then all names, those that fold alike once."""
    from secdb import lookup
    from secdb.names import fold

    if noun not in lookup.COMPLETIONS:
        return []
    coded = register.rows(lookup.COMPLETIONS[noun])
    rows = [*coded, *(register.rows(lookup.NAMES[noun]) if noun in lookup.NAMES else ())]
    names = [row["name"] for row in rows if row["name"] and row.get("place", 0) < _SCHEMES]
    if noun == "document":
        listed = register.rows("SELECT symbols FROM documents WHERE symbols IS NOT NULL")
        names += [symbol for row in listed for symbol in row["symbols"].split("; ")]
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(fold(name) or name, name)
    return list(dict.fromkeys([*(row["code"] for row in coded), *sorted(folded.values())]))


def _date(text: str) -> str:
    from secdb.period import parse_date

    date = parse_date(text)
    if date.earliest and date.earliest == date.latest:
        return date.edtf
    if date.earliest and date.latest:
        return f"{date.edtf} (between {date.earliest} and {date.latest})"
    return f"{date.edtf} " + (f"(not before {date.earliest})" if date.earliest else f"(not after {date.latest})")


def _period(text: str) -> str:
    from secdb.period import parse_recorded_period

    recorded = parse_recorded_period(text)
    period = recorded.period
    since = _bounds(period.start_earliest, period.start_latest)
    if period.is_open:
        return f"{recorded.edtf} (since {since}, not ended)"
    last = [day - dt.timedelta(days=1) if day else None for day in (period.end_earliest, period.end_latest)]
    return f"{recorded.edtf} (from {since} to {_bounds(*last)})"


def _bounds(earliest: dt.date | None, latest: dt.date | None) -> str:
    if earliest == latest:
        return str(earliest or "an unknown day")
    return f"{earliest or ''}..{latest or ''}"


def _require_file(text: str) -> None:
    if not Path(text).is_file():
        raise UsageError(f"there is no file {text!r}; Tab completes a path")


def _require_day(text: str) -> None:
    from secdb.period import parse_date

    if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            dt.date.fromisoformat(text)
        except ValueError:
            raise DateError(f"{text!r} is not in the calendar; write a day that is") from None
        return
    try:
        date = parse_date(text)
    except DateError:
        date = None
    is_day = date is not None and date.earliest is not None and date.earliest == date.latest
    raise DateError(f"{text!r} is not a day as YYYY-MM-DD" + (f"; write {date.earliest}" if date and is_day else ""))


def _act(register: "Rows", text: str) -> str:
    is_number = re.fullmatch("[0-9]{1,9}", text.strip())
    rows: list[dict[str, Any]] = register.rows(_ACT, act=int(text)) if is_number else []
    if not rows:
        raise NotFoundError(f"there is no act {text!r}; list them with: secdb act list")
    words = (rows[0][key] for key in ("treaty", "state", "kind", "date"))
    return f"act {text.strip()}: {' '.join(str(word) for word in words if word)}"
