"""Where a draft under review is kept: nothing typed is lost, wherever the letter lies."""

import tempfile
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..output.text import note
from .folder import to_toml
from .saving import create_free, save

if TYPE_CHECKING:
    from ..entry.editor import Edited
    from .taking import Taken


class Keeping:
    """The file of a draft under review.

    A draft that has none yet is written before the first question: into the present folder, or one that is named.
    """

    def __init__(self, taken: "Taken", path: Path | None, said: dict[str, Any] | None = None) -> None:
        """`said`: what stands in the file at `path`, when the register has filled in more since it was written."""
        self._shown = deepcopy(taken.tables)
        self._said = said or self._shown
        self._folder: Path | None = None
        self.path = path or self._new(taken)

    def save(self, taken: "Taken", *, finished: bool) -> Path:
        """Write what has become of the draft, and return where; the file stays as it is when nothing was changed.

        Of a review that was not `finished`, what the register has filled in is no change.
        """
        if taken.tables != (self._said if finished else self._shown):
            try:
                save(self.path, to_toml(taken, self.path.parent))
            except OSError as error:
                self.path = self._elsewhere(taken, self.path, error)
        return self.path

    def discard(self) -> None:
        """Remove the file: what it says is on record."""
        self.path.unlink(missing_ok=True)
        if self._folder:
            self._folder.rmdir()

    def _new(self, taken: "Taken") -> Path:
        try:
            return create_free(Path(), taken.path.stem, to_toml(taken))
        except OSError as error:
            return self._elsewhere(taken, Path(f"{taken.path.stem}.toml"), error)

    def _elsewhere(self, taken: "Taken", path: Path, error: OSError) -> Path:
        self._folder = Path(tempfile.mkdtemp(prefix="secdb-"))
        found = create_free(self._folder, path.stem, to_toml(taken, self._folder))
        note(f"{path} cannot be written ({error.strerror}); the draft is kept in {found}")
        return found


def put(edited: "Edited", kept: Path | None, taken: "Taken") -> Path:
    """Write what was typed in an editor to the draft's file, or a new one, and return where it is kept."""
    try:
        if kept is None:
            return create_free(Path(), taken.path.stem, edited.text)
        save(kept, edited.text)
    except OSError as error:
        note(f"{kept or Path()} cannot be written ({error.strerror})")
        return edited.path
    return kept
