"""Letters read from files and folders into drafts that know what the register has."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from secdb.errors import NotFoundError, RefusedError, UsageError

from ..output.text import note

if TYPE_CHECKING:
    from secdb.database.reader import Register
    from secdb.intake import StateNames
    from secdb.intake.readers import Received
    from secdb.register.drafts.toml_lines import Path as Keys
    from secdb.register.letters.form import LetterDraft
    from secdb.register.letters.linking.persons import People

ENDINGS = frozenset({".txt", ".text", ".md", ".pdf", ".docx", ".htm", ".html", ".xhtml", ".json"})
"""Names of letters in a folder; a file that is named itself may be called anything."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A letter's file and the draft of it: `tables` as INTERFACE section 3, `remarks` by the path of their part."""

    path: Path
    received: "Received"
    tables: dict[str, Any]
    remarks: "dict[Keys, list[str]]" = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


class Desk:
    """Reads letters by the authority list of a register, and looks up there what it has of them."""

    def __init__(self, names: "StateNames", register: "Register | None") -> None:
        self._names = names
        self._register = register
        self._people: People | None = None

    def take(self, path: Path) -> Taken:
        """Return a letter with its draft. Raises ReceivedError for a file that cannot be read."""
        from secdb.intake import read_letter
        from secdb.intake.readers import read_file

        received = read_file(path)
        for one in received.notes:
            note(f"{received.name}: {one}")
        draft = read_letter(received.text, received.name, self._names, sha256=received.sha256)
        return self._linked(path, received, draft.to_dict())

    def _linked(self, path: Path, received: "Received", tables: dict[str, Any]) -> Taken:
        if self._register is None:
            return Taken(path, received, tables)
        from secdb.register.letters.linking.linking import leave_out_unknown, link
        from secdb.register.letters.linking.persons import People

        self._people = self._people or People(self._register)
        linked = link(self._register, tables, received.text, people=self._people)
        return Taken(path, received, linked.tables, linked.remarks, tuple(leave_out_unknown(linked)))


@contextmanager
def desk(database: str | None) -> Iterator[Desk]:
    """Open the register in use for looking things up; without one States are read by the list that comes along."""
    import secdb
    from secdb.database.location import locate
    from secdb.database.reader import open_register
    from secdb.intake.authority import names_of_register, names_of_seeds

    place = locate(database)
    if place.path is not None and not place.path.exists():
        note(f"There is no register at {place.shown}; States are read by the list that comes with secdb.")
        yield Desk(names_of_seeds(secdb.seeds_folder()), None)
        return
    with open_register(database) as register:
        yield Desk(names_of_register(register), register)


def letters(paths: Sequence[Path]) -> list[Path]:
    """Return the files, those that lie in folders in the order of their names. Raises UsageError, NotFoundError."""
    found: list[Path] = []
    for path in paths:
        if not _is_folder(path):
            found.append(path)
            continue
        inside = sorted(one for one in path.iterdir() if _is_letter(one))
        if not inside:
            raise NotFoundError(f"there is no letter in {path}; letters end in {', '.join(sorted(ENDINGS))}")
        found += inside
    if not found:
        raise UsageError("name a letter, or a folder with letters")
    return list(dict.fromkeys(found))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # such as a name that is too long: told of when it is read
        return False


def _is_letter(path: Path) -> bool:
    return path.suffix.lower() in ENDINGS and not path.name.startswith(".") and path.is_file()


def as_draft(taken: Taken) -> "LetterDraft":
    """Return the draft to be recorded as it is: its problems are told with the lines of the letter.

    Raises RefusedError for a letter whose name is not in UTF-8.
    """
    from secdb.register.letters.form import LetterDraft

    require_utf8(taken.received.name)
    text = taken.received.text
    lines: dict[Keys, int] = {(): 1}

    def number(value: Any, path: "Keys") -> None:  # noqa: ANN401 - any part of a draft
        if isinstance(value, dict):
            if isinstance(start := value.get("start_char"), int):
                lines[path] = text.count("\n", 0, start) + 1
            for key, one in value.items():
                number(one, (*path, key))
        elif isinstance(value, list):
            for place, one in enumerate(value):
                number(one, (*path, place))

    number(taken.tables, ())
    return LetterDraft(taken.received.name, taken.tables, lines)


def source_of(path: Path, folder: Path) -> str:
    """Return a letter's path as a draft in a folder has it: relative where that can be."""
    try:
        return Path(os.path.relpath(resolved(path), resolved(folder))).as_posix()
    except ValueError:  # another drive
        return resolved(path).as_posix()


def resolved(path: Path) -> Path:
    """Return where a path leads; the path itself when that cannot be told."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a zero byte
        return path.absolute()


def require_utf8(*names: str) -> None:
    """Raise RefusedError for a name of a file that cannot be written down."""
    for name in names:
        try:
            name.encode()
        except UnicodeEncodeError:
            raise RefusedError("its name is not in UTF-8; give it another name") from None
