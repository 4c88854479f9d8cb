"""Drafts kept in a folder: one for each letter, made once, so that an interrupted run goes on where it was."""

import hashlib
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from secdb.errors import RefusedError

from ..output.text import note
from .saving import create, names
from .taking import Taken, require_utf8, resolved, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OF_LETTER = re.compile("(?m)^(?:source|sha256)[ \t]*=.*$")


class _Kept(NamedTuple):
    """A draft; `letter` is None when it cannot be told whose it is, `digest` when it does not say."""

    path: Path
    letter: Path | None
    digest: str | None = None


class Folder:
    """A folder of drafts."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._drafts: dict[Path, _Kept] | None = None

    def make(self) -> None:
        """Make the folder, unless it is there. Raises OSError."""
        self.path.mkdir(parents=True, exist_ok=True)

    def has(self, letter: Path) -> bool:
        """Tell whether there is a draft of a letter; a letter that has changed since is told of."""
        known = self._known().get(resolved(letter))
        if known is None:
            return False
        try:
            digest = hashlib.sha256(letter.read_bytes()).hexdigest()
        except OSError:
            return False
        if known.digest not in {None, digest}:
            note(f"{letter} has changed since {known.path} was made; remove the draft to have it read anew")
        return True

    def keep(self, taken: Taken) -> tuple[Path, bool]:
        """Write the draft of a letter, unless it has one by now; return its path, and whether it is new.

        Another program may be at work in the folder: no draft is ever written over. Raises OSError, RefusedError when
        the name of the letter is not in UTF-8, or there is a draft under that name of which nobody can tell whose it
        is.
        """
        letter = resolved(taken.path)
        if letter in self._known():
            return self._known()[letter].path, False
        text = to_toml(taken, self.path)
        for path in names(self.path, taken.path.stem):
            is_new = create(path, text)
            kept = _Kept(path, letter, taken.received.sha256) if is_new else _read(path)
            if kept and kept.letter is None:
                raise RefusedError(f"{path} may be its draft, but is no TOML; correct it, or remove it")
            if kept and kept.letter == letter:
                self._known()[letter] = kept
                return path, is_new
        raise AssertionError

    def drafts(self, letters: "Sequence[Path]") -> list[Path]:
        """Return the drafts of those letters that have one, in their order."""
        known = self._known()
        return [known[resolved(letter)].path for letter in letters if resolved(letter) in known]

    def _known(self) -> dict[Path, _Kept]:
        """Return the draft of each letter that the drafts in the folder name; those that name none are told of."""
        if self._drafts is None:
            self._drafts = dict(self._read())
        return self._drafts

    def _read(self) -> "Iterator[tuple[Path, _Kept]]":
        for path in sorted(self.path.glob("*.toml")):
            kept = _read(path)
            if kept and kept.letter:
                yield kept.letter, kept
            elif kept:
                note(f"{path} is no TOML, and it cannot be told of which letter it is; correct it, or remove it")


def to_toml(taken: Taken, folder: Path | None = None) -> str:
    """Return the draft of a letter as the TOML that is kept in a folder.

    Raises RefusedError for a letter whose name is not in UTF-8.
    """
    from secdb.register.letters.written import write_letter_draft

    source = source_of(taken.path, folder or Path())
    require_utf8(source, taken.received.name)
    return write_letter_draft(taken.tables | {"source": source}, taken.received.text, taken.remarks)


def _read(path: Path) -> _Kept | None:
    """Return what a file says of its letter; None when it is not there, or is no draft of a letter."""
    import tomllib

    try:
        text = path.read_bytes().decode("utf-8-sig", "surrogateescape")
    except FileNotFoundError:  # removed meanwhile
        return None
    except OSError:
        return _Kept(path, None)
    try:
        said, is_whole = tomllib.loads(text), True
    except (ValueError, RecursionError):  # somebody is at work on it
        said, is_whole = _said_in_lines(text), False
    source, digest = said.get("source"), said.get("sha256")
    if isinstance(source, str):
        return _Kept(path, resolved(path.parent / source), digest if isinstance(digest, str) else None)
    return None if is_whole else _Kept(path, None)


def _said_in_lines(text: str) -> dict[str, Any]:
    """Return what single lines say of the letter, where the whole is no TOML; the first one counts."""
    import tomllib

    said: dict[str, Any] = {}
    for line in _OF_LETTER.findall(text):
        with suppress(ValueError):
            said = tomllib.loads(line.strip()) | said
    return said
