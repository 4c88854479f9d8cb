"""A value of a letter's draft asked for at a terminal, and changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from secdb.errors import SecdbError

from ..entry.ask import Question, ask, ask_several
from ..entry.prompt import matching
from ..output.text import note

if TYPE_CHECKING:
    from secdb.register.drafts.toml_lines import Path
    from secdb.register.letters.items import Item

Check = Callable[[str, str], str]
"""Returns what is stored for a value typed for a key; the texts of a list, such as `states`, are given one by one.

Raises SecdbError with what is wrong. Not called for closed lists of words: kinds, offices, yes and no.
"""
Offer = Callable[["Path"], Sequence[tuple[str, str]]]
"""Returns code and description of the persons on record who may be the one at a path of the draft as it now is."""
Candidates = Callable[[str], Sequence[str]]
"""Returns codes and names of a noun's records, for completion, as `Checks.candidates` does."""

NEW = "new"
_REFERS = {
    "state": ("state",),
    "states": ("state",),
    "person": ("person",),
    "treaty": ("treaty", "organization"),
    "datasets": ("dataset",),
    "same_as": ("document",),
}


@dataclass(frozen=True, slots=True)
class Correcting:
    """What is asked of the register while values are corrected."""

    check: Check
    offer: Offer
    candidates: Candidates

    def correct(self, tables: dict[str, Any], item: "Item") -> None:
        """Ask which value of an item, and for the value until it is understood; Enter leaves all as it is."""
        from secdb.register.letters.changing import SEPARATOR, correct

        keys = [field.key for field in item.fields]
        note(f"  {', '.join(keys)}")
        key = ask(Question("Which value", "Enter for none", words=keys))
        if not key:
            return
        if key == "person":
            self._offer_persons(item)
        question = self._question(item, key)
        answers = ask_several(question)
        stored = answers if question.words else [self._stored(item, key, one) for one in answers]
        try:
            correct(tables, item.path, key, f"{SEPARATOR} ".join(stored))
        except SecdbError as error:
            note(f"  {error}")

    def _offer_persons(self, item: "Item") -> None:
        offered = self.offer(item.path)
        for number, (code, label) in enumerate(offered, 1):
            note(f"  {number}  {code}  {label}")
        note(f"  {'a number, ' if offered else ''}a code or a name; {NEW} is nobody on record")

    def _question(self, item: "Item", key: str) -> Question:
        from secdb.register.letters.changing import as_text
        from secdb.register.letters.form import KEYS

        kind = KEYS[item.table][key]
        value = next(field.value for field in item.fields if field.key == key)
        words = _words(item.table, key, kind)
        return Question(
            key,
            default=as_text(value),
            many=kind in {"texts", "items"},
            words=words,
            complete=None if words else lambda typed: matching(self._names(item, key), typed),
            check=None if words else lambda typed: self._understood(item, key, typed),
        )

    def _names(self, item: "Item", key: str) -> list[str]:
        """Return what completes a value."""
        offered = [*(code for code, _ in self.offer(item.path)), NEW] if key == "person" else []
        return [*offered, *(name for noun in _REFERS.get(key, ()) for name in self.candidates(noun))]

    def _understood(self, item: "Item", key: str, typed: str) -> str | None:
        """Return how a value is understood, None when as it was typed. Raises SecdbError."""
        from secdb.register.letters.form import KEYS

        from ..entry.checks import understood

        stored = self._stored(item, key, typed)
        kind = KEYS[item.table][key]
        return understood("date" if kind == "day" else kind, stored) or (stored if stored != typed else None)

    def _stored(self, item: "Item", key: str, typed: str) -> str:
        if key == "person":
            offered = self.offer(item.path)
            if typed.isdecimal() and 0 < int(typed) <= len(offered):
                return offered[int(typed) - 1][0]
            if typed == NEW:
                return typed
        return self.check(key, typed)


def _words(table: str, key: str, kind: str) -> tuple[str, ...]:
    """Return the closed list of a value, none for one that has no such list."""
    from secdb.register.letters.form import ACTING
    from secdb.vocabulary import DocumentKind, Office, StatementKind

    if kind == "flag":
        return ("yes", "no")
    if key == "kind":
        return tuple(DocumentKind if table == "document" else StatementKind)
    if key == "capacity":
        return (*Office, *(f"{ACTING}{one}" for one in Office if one is not Office.OTHER))
    return ()
