"""A letter reviewed at a terminal or in the editor, and then recorded; whatever happens, its draft is kept."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from secdb.errors import RefusedError, SecdbError, UsageError

from ..entry.checks import Checks
from ..entry.drafting import problems_of
from ..entry.editor import edit_text
from ..entry.flow import Writing, at_terminal
from ..output.text import note
from .folder import to_toml
from .keeping import Keeping, put
from .recording import letter_of, record_draft, record_letter_text
from .review import review
from .saving import names
from .taking import Taken

if TYPE_CHECKING:
    from secdb.database.reader import Register
    from secdb.register.drafts.toml_lines import Path as Keys

_NOUNS = {"state": "state", "states": "state", "person": "person", "same_as": "document", "datasets": "dataset"}


def review_taken(
    context: typer.Context, taken: Taken, kept: Path | None, writing: Writing, *, in_editor: bool = False
) -> None:
    """Review a letter just read, and record it. Raises RefusedError when the person stops: its draft is kept then.

    `kept`: where its draft lies already; else one lies in the present folder, or in one that is named, as long as the
    letter is not recorded.
    """
    for name in taken.left_out:
        note(name)
    if in_editor:
        _in_editor(context, taken, kept, writing)
        return
    _require_terminal()
    keeping = Keeping(taken, kept)
    _at_terminal(context, taken, keeping, writing)
    if not kept:
        keeping.discard()


def review_file(context: typer.Context, path: Path, text: str, writing: Writing) -> None:
    """Review a draft that is kept in a file, and record it; what was changed is written to the file."""
    from secdb.database.reader import open_register
    from secdb.register.letters.form import read_letter_draft
    from secdb.register.letters.linking.linking import link

    draft = read_letter_draft(text, str(path))
    received = letter_of(draft, path)
    with open_register(context.obj.database) as register:
        linked = link(register, draft.tables, received.text)
    letter = path.parent / draft.tables.get("source", received.name)
    _require_terminal()
    taken = Taken(letter, received, linked.tables, linked.remarks)
    _at_terminal(context, taken, Keeping(taken, path, draft.tables), writing)


def _require_terminal() -> None:
    if not at_terminal():
        raise UsageError("a review needs a terminal; without one record drafts as they are: secdb record DRAFT.toml")


def _at_terminal(context: typer.Context, taken: Taken, keeping: Keeping, writing: Writing) -> None:
    asking = _Asking(context.obj.database, taken)
    reviewed = None
    try:
        reviewed = review(
            taken.tables,
            taken.received.text,
            taken.remarks,
            check=asking.check,
            offer=asking.offer,
            candidates=asking.candidates,
        )
    finally:
        path = keeping.save(taken, finished=reviewed is not None and reviewed.finished)
        if reviewed is None:  # a failure that nobody has foreseen
            note(f"nothing was recorded; the draft is kept: secdb record --review {path}")
    if reviewed.ended == "interrupted":
        note(f"nothing was recorded; the draft is kept: secdb record --review {path}")
        raise KeyboardInterrupt
    if not reviewed.finished:
        raise RefusedError(f"stopped; nothing was recorded, the draft is kept: secdb record --review {path}")
    try:
        record_letter_text(context, path.read_text(encoding="utf-8"), path, writing)
    except BaseException:  # the database may fail, too
        note(f"the draft is kept: secdb record --review {path}")
        raise


def _in_editor(context: typer.Context, taken: Taken, kept: Path | None, writing: Writing) -> None:
    """Let the person edit the draft, again while it cannot be recorded, and record it."""
    from secdb.register.drafts.marks import mark
    from secdb.register.letters.form import read_letter_draft

    from ..entry.ask import choose

    text, edited = to_toml(taken, kept.parent if kept else None), None
    while True:
        again = edit_text(text, (kept or next(names(Path(), taken.path.stem))).stem, edited)
        if again is None:
            place = f"it is kept in {edited.path}" if edited else f"as it is it is recorded with: --accept {taken.path}"
            raise RefusedError(f"the draft was left as it was; nothing was recorded; {place}")
        edited = again
        try:
            draft = read_letter_draft(edited.text, edited.path.name)
            record_draft(context, draft, taken.received, writing)
        except SecdbError as error:
            problems: Sequence[Any] = getattr(error, "problems", ())
            for line in problems_of(error) or [str(error)]:
                note(line)
            chosen = choose("", {"e": "edit again", "k": "keep the draft"}) if at_terminal() else "k"
            if chosen == "k":
                path = put(edited, kept, taken)
                raise RefusedError(f"nothing was recorded; the draft is kept: secdb record {path}") from None
            text = mark(edited.text, problems)
        else:
            edited.discard()
            return


class _Asking:
    """What a review asks of the register, which is open only while it is asked."""

    def __init__(self, database: str | None, taken: Taken) -> None:
        self._database = database
        self._taken = taken
        self._checks = Checks(self._open)
        self._offered: dict[tuple[str | None, ...], list[tuple[str, str]]] = {}

    def check(self, key: str, value: str) -> str:
        """Return what is stored for a value typed for a key: the code of the record it names."""
        from secdb import lookup

        if key == "treaty":
            with self._open() as register:
                return lookup.find_treaty(register, value).treaty
        noun = _NOUNS.get(key)
        if noun is None or (noun == "person" and value == "new"):
            return value
        with self._open() as register:
            find = getattr(lookup, f"find_{noun}")
            return str(find(register, value))

    def offer(self, path: "Keys") -> list[tuple[str, str]]:
        """Return the persons on record who may be the one at a path; asked of the register once."""
        from secdb.register.letters.form import ACTING

        statement: Any = self._taken.tables[str(path[0])][int(path[1])]
        one = statement[str(path[2])][int(path[3])]
        if not one.get("name"):
            return []
        capacity = (one.get("capacity") or "").removeprefix(ACTING) or None
        asked = (one["name"], one.get("state") or None, capacity, statement.get("date"))
        if asked not in self._offered:
            self._offered[asked] = self._like(*asked)
        return self._offered[asked]

    def _like(self, name: str, state: str | None, capacity: str | None, day: str | None) -> list[tuple[str, str]]:
        from secdb.register.letters.linking.persons import persons_like

        with self._open() as register:
            found = persons_like(register, name, state=state, capacity=capacity, day=day)
        return [(person.code, f"{person.name} ({person.offices})") for person in found]

    def candidates(self, noun: str) -> Sequence[str]:
        """Return the codes and names of a noun's records."""
        return self._checks.candidates(noun)

    def _open(self) -> "Register":
        from secdb.database.reader import open_register

        return open_register(self._database)
