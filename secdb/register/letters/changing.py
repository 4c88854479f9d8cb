"""What a reviewer changes in the draft of a letter. Each change is made in the tables given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from secdb.errors import NotFoundError, UsageError
from secdb.period import parse_date
from secdb.register.letters.form import KEYS, NEW
from secdb.register.letters.items import FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secdb.register.drafts.toml_lines import Path
    from secdb.register.letters.form import Table

SEPARATOR = ";"  # names have commas
_CLEARED = {"person": NEW, "same_as": ""}
"""What stands for no value where none at all would be filled in again."""
_FLAGS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
_EMPTY: tuple[object, ...] = (None, "", [], ())


def as_text(value: object, between: str = f"{SEPARATOR} ") -> str:
    """Return a value of the draft as a person writes it: yes and no, lists with a mark between; empty for None."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return between.join(map(str, value))
    return "" if value is None else str(value)


def correct(tables: Table, path: Path, key: str, text: str) -> None:
    """Set a value of an item; the words it was taken from stand beside it no longer.

    An empty text clears it: a person becomes a new one, a document the same as no other.

    Args:
        tables: the draft, which is changed.
        path: the place of the item, such as `("statements", 0, "signatories", 1)`.
        key: one of `FIELDS`.
        text: as a person writes it: a date in any form secdb reads, `yes` or `no`, several texts with `;` between.
            States, persons and treaties are codes.

    What follows is changed too: the State of a signatory or issuer among those of the statement; who stands for a
    State that is no more among those of a statement or roster is left out.

    Raises UsageError for a key that cannot be corrected and a value that is not understood, DateError for a date,
    NotFoundError for a path that is not in the draft.
    """
    table, name = _table(tables, path)
    if key not in FIELDS[name]:
        known = ", ".join(FIELDS[name]) or "nothing"
        raise UsageError(f"{key} cannot be corrected here; what can is: {known}")
    value = _value(KEYS[name][key], text.strip()) if text.strip() or key not in _CLEARED else _CLEARED[key]
    if (name, key) == ("statements", "kind") and not value:
        raise UsageError("a statement is of some kind, other if of no other")
    before = table.get(key)
    if before == value or (before in _EMPTY and value in _EMPTY and key not in _CLEARED):
        return
    table[key] = value
    if key != "name":  # whoever it is, the words are those of the signature
        table.get("spans", {}).pop(key, None)
    if key == "state":
        _follow_state(_table(tables, path[:-2])[0], before, value)
    if key == "states":
        _follow_states(table, before or [], value)


def skip(tables: Table, path: Path) -> None:
    """Leave an item out of what is recorded. Raises UsageError for the document and for warnings, NotFoundError."""
    _with_key(tables, path, "skip", "left out")["skip"] = True


def unskip(tables: Table, path: Path) -> None:
    """Take back that an item is left out. Raises as `skip`."""
    _with_key(tables, path, "skip", "left out").pop("skip", None)


def note(tables: Table, path: Path, text: str) -> None:
    """Set the note recorded with an item, an empty text takes it away. Raises UsageError, NotFoundError."""
    table = _with_key(tables, path, "note", "given a note")
    table.pop("note", None)
    if text.strip():
        table["note"] = text.strip()


def _with_key(tables: Table, path: Path, key: str, done: str) -> Table:
    table, name = _table(tables, path)
    if key not in KEYS[name]:
        raise UsageError(f"a {name.removesuffix('s')} cannot be {done}")
    return table


def _table(tables: Table, path: Path) -> tuple[Table, str]:
    """Return the table of an item and the name under which `KEYS` has it."""
    found: Any = tables
    try:
        for part in path:
            found = found[part]
    except (KeyError, IndexError, TypeError):
        found = None
    name = next((part for part in reversed(path) if isinstance(part, str)), "")
    if not isinstance(found, dict) or name not in FIELDS:
        raise NotFoundError(f"the draft has no {'.'.join(map(str, path)) or 'item without a path'}")
    return found, name


def _value(kind: str, text: str) -> Any:  # noqa: ANN401 - whatever a draft may hold
    """Return the value that a text means, as its kind in `KEYS` has it; None, or no items, for an empty one."""
    if kind in {"texts", "items"}:
        parts = re.split(SEPARATOR if kind == "texts" else "[;,]", text)
        given = list(dict.fromkeys(part.strip() for part in parts if part.strip()))
        return given if kind == "texts" else [int(one) if _is_number(one) else one for one in given]
    if not text:
        return None
    match kind:
        case "day":
            return parse_date(text).edtf
        case "number" if _is_number(text):
            return int(text)
        case "flag" if text.casefold() in _FLAGS:
            return _FLAGS[text.casefold()]
        case "number" | "flag":
            wanted = "a whole number, such as 5" if kind == "number" else "yes or no"
            raise UsageError(f"{text!r} is not {wanted}")
    return text


def _is_number(text: str) -> bool:
    return re.fullmatch("[0-9]{1,9}", text) is not None


def _follow_state(statement: Table, before: str | None, state: str | None) -> None:
    """Put the State of somebody under a statement among those of the statement, for the one it was taken for."""
    states = [*statement.get("states", ())]
    told = {one.get("state") for part in ("signatories", "issuers") for one in statement.get(part, ())}
    new = [state] if state and state not in states else []
    if before in states and before not in told:
        at = states.index(before)
        states[at : at + 1] = new
    else:
        states += new
    statement["states"] = states


def _follow_states(table: Table, before: Sequence[str], states: Sequence[str]) -> None:
    """Leave out who stands for a State that has been taken away; take back who stands for one that has been added."""
    for one in [*table.get("issuers", ()), *table.get("entries", ())]:
        if one.get("state") in before and one.get("state") not in states:
            one["skip"] = True
        elif one.get("state") in states and one.get("state") not in before:
            one.pop("skip", None)
