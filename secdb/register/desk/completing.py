"""What a correction says in short, written out with what is on record: half of a period, the name of a State."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.errors import DateError, RefusedError
from secdb.models import StateName, Tenure
from secdb.period import parse_date
from secdb.register.entry.entries import Entry
from secdb.register.rows.problems import ProblemsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.register.desk.desk import Desk

_SIDES = ("from", "to")
_OPEN = ".."
_ALWAYS = "../.."
_FORMS = {"name": "short", "formal_name": "formal"}


def completed(desk: Desk, entry: Entry, number: int) -> Entry:
    """Return a correction of a record with what it leaves to the record. Raises RefusedError, ProblemsError."""
    if entry.noun == "tenure":
        return _with_both_sides(desk, entry, number)
    return _renamed(desk, entry, number) if entry.noun == "state" else entry


def _with_both_sides(desk: Desk, entry: Entry, number: int) -> Entry:
    """Return the entry of a tenure with its first day where it gives only the last one, or the other way round."""
    given = [side for side in _SIDES if side in entry.values]
    if not given or entry.values.get("valid"):
        return entry
    stored = desk.connection.scalar(sa.select(Tenure.valid).where(Tenure.id == number)) or _ALWAYS
    sides = dict(zip(_SIDES, stored.split("/") if "/" in stored else (stored, stored), strict=True))
    for side in given:
        sides[side] = _day(entry, side)
    valid = "/".join(sides.values())
    others = {name: text for name, text in entry.values.items() if name not in {*_SIDES, "valid"}}
    return replace(entry, values={**others, "valid": "" if valid == _ALWAYS else valid}, given_as={"valid": given[0]})


def _day(entry: Entry, side: str) -> str:
    """Return a first or last day in EDTF. Raises ProblemsError."""
    text = str(entry.values[side]).strip()
    try:
        return parse_date(text).edtf if text else _OPEN
    except DateError as error:
        raise ProblemsError([entry.problem(str(error), side)]) from error


def _renamed(desk: Desk, entry: Entry, number: int) -> Entry:
    """Return the entry of a State that changes its name where there is one, and adds one where there is none."""
    wanted = [key for key in _FORMS if entry.values.get(key)]
    if not wanted:
        return entry
    parts = (*entry.parts.get("names", ()), *(one for key in wanted for one in _renaming(desk, entry, number, key)))
    others = {name: text for name, text in entry.values.items() if name not in wanted}
    return replace(entry, values=others, parts={**entry.parts, "names": parts})


def _renaming(desk: Desk, entry: Entry, number: int, key: str) -> Iterator[Entry]:
    name, form = str(entry.values[key]), _FORMS[key]
    query = sa.select(StateName.id, StateName.name, StateName.valid)
    of_form = query.where(StateName.state_id == number, StateName.language == "en", StateName.form == form)
    stored = desk.connection.execute(of_form.order_by(StateName.id)).all()
    if len(stored) > 1:
        told = ", ".join(f"{row.name!r} ({row.valid or 'always'})" for row in stored)
        raise RefusedError(
            f"{entry.edits} has several {form} names in English: {told}; "
            f"change one of them with: secdb state edit {entry.edits} --edit"
        )
    lead = {} if stored else {"language": "en", "form": form}
    edits = str(stored[0].id) if stored else None
    yield Entry("names", {"name": name, **lead}, place=entry.place, lines=entry.lines, edits=edits)
