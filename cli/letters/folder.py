"""Drafts kept in a folder: one for each letter, made once, so that an interrupted run goes on where it was."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..text import note
from .taking import Taken, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Folder:
    """A folder of drafts; it is made when the first one is kept."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._drafts: dict[Path, tuple[Path, str]] | None = None

    def has(self, letter: Path) -> bool:
        """Tell whether there is a draft of a letter; a letter that has changed since is told of."""
        if letter.resolve() not in self._known():
            return False
        draft, digest = self._known()[letter.resolve()]
        try:
            same = hashlib.sha256(letter.read_bytes()).hexdigest() == digest
        except OSError:
            return False
        if not same:
            note(f"{letter} has changed since {draft} was made; remove the draft to have it read anew")
        return True

    def keep(self, taken: Taken) -> Path:
        """Write the draft of a letter, over an earlier one of the same letter only, and return its path."""
        letter = taken.path.resolve()
        path = self._known()[letter][0] if letter in self._known() else self._free(taken.path.stem)
        save(path, to_toml(taken, self.path))
        self._known()[letter] = (path, taken.received.sha256)
        return path

    def drafts(self, letters: "Sequence[Path]") -> list[Path]:
        """Return the drafts of those letters that have one, in their order."""
        return [self._known()[letter.resolve()][0] for letter in letters if letter.resolve() in self._known()]

    def _known(self) -> dict[Path, tuple[Path, str]]:
        """Return draft and hash of each letter that the drafts in the folder name."""
        if self._drafts is None:
            self._drafts = dict(self._read())
        return self._drafts

    def _read(self) -> "Iterator[tuple[Path, tuple[Path, str]]]":
        import tomllib

        for path in sorted(self.path.glob("*.toml")):
            try:
                draft = tomllib.loads(path.read_text(encoding="utf-8-sig"))
            except (OSError, ValueError, RecursionError):  # somebody is at work on it
                continue
            if isinstance(source := draft.get("source"), str):
                yield (self.path / source).resolve(), (path, str(draft.get("sha256")))

    def _free(self, stem: str) -> Path:
        number, path = 1, self.path / f"{stem}.toml"
        while path.exists():
            number += 1
            path = self.path / f"{stem}-{number}.toml"
        return path


def to_toml(taken: Taken, folder: Path | None = None, tables: dict[str, Any] | None = None) -> str:
    """Return the draft of a letter, or what has become of it, as the TOML that is kept in a folder."""
    from secdb.register.letters.written import write_letter_draft

    named = (tables or taken.tables) | {"source": source_of(taken.path, folder or Path())}
    return write_letter_draft(named, taken.received.text, taken.remarks)


def save(path: Path, text: str) -> None:
    """Write a text to a file in one step, so that no reader and no interruption sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="")
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
