"""The whole draft of a letter in the person's editor, while it is reviewed."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from secdb.errors import SecdbError

from ..entry.ask import choose
from ..entry.editor import Edited, edit_text
from ..output.text import note

if TYPE_CHECKING:
    from secdb.register.drafts.toml_lines import Path

_FAILED = {"e": "edit again", "d": "discard what you typed"}


def rewrite(tables: dict[str, Any], text: str, remarks: "Mapping[Path, Sequence[str]]") -> bool:
    """Let the person edit the draft as TOML, again while its form is wrong; tell whether it was changed.

    What is saved takes the place of all in `tables`. Raises KeyboardInterrupt and typer.Abort; what was typed is then
    kept in a file, which is told.
    """
    from secdb.register.letters.written import write_letter_draft

    written, edited = write_letter_draft(tables, text, remarks), None
    while True:
        try:
            again = edit_text(written, "letter", edited)
        except SecdbError as error:
            note(f"  {error}")
            return False
        if again is None:
            if edited:
                note(f"  nothing was changed; what you typed is kept in {edited.path}")
            return False
        edited = again
        problems = _taken_over(tables, edited)
        if problems is None:
            edited.discard()
            return True
        if not _tries_again(edited):
            return False
        written = problems


def _taken_over(tables: dict[str, Any], edited: Edited) -> str | None:
    """Put what was saved into the tables and return None; else tell what is wrong and return the text with that."""
    from secdb.register.drafts.marks import mark
    from secdb.register.letters.form import read_letter_draft
    from secdb.register.rows.problems import ProblemsError

    try:
        found = read_letter_draft(edited.text, edited.path.name).tables
    except ProblemsError as error:
        for problem in error.problems:
            note(f"  {problem}")
        return mark(edited.text, error.problems)
    tables.clear()
    tables.update(found)
    return None


def _tries_again(edited: Edited) -> bool:
    try:
        chosen = choose("", _FAILED)
    except BaseException:
        note(f"what you typed is kept in {edited.path}")
        raise
    if chosen == "d":
        edited.discard()
    return chosen == "e"
