"""A text in the person's editor. What was typed is never lost: the file stays until it is discarded."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from secdb.errors import SecdbError, UsageError

from ..output.text import note

EDITORS = ("nano", "vi", "notepad")
INTERRUPTED = {-signal.SIGINT, 128 + signal.SIGINT}


@dataclass(frozen=True, slots=True)
class Edited:
    """What was saved, and the file it stands in."""

    text: str
    path: Path

    def discard(self) -> None:
        """Remove the file and its folder."""
        shutil.rmtree(self.path.parent, ignore_errors=True)


def edit_text(text: str, name: str, again: Edited | None = None) -> Edited | None:
    """Open the text in the editor and return what was saved; None when it was left as it was, or emptied.

    `name` is that of the file, without its ending. With `again`, of an earlier round, its file is used, and it stays
    when the person gives up. Raises UsageError without an editor, SecdbError when it fails, KeyboardInterrupt when it
    was interrupted; a file in which something was typed stays, and the message names it.
    """
    command = _editor()
    path = again.path if again else Path(tempfile.mkdtemp(prefix="secdb-")) / f"{name}.toml"
    draft = Edited(text, path)
    try:
        _write(path, text)
        code = _run([*command, str(path)])
    except BaseException:
        _unless_typed(draft, again)
        raise
    return _outcome(draft, code, command[0], again)


def _outcome(draft: Edited, code: int, editor: str, again: Edited | None) -> Edited | None:
    """Return what came of a round with the editor."""
    if code:
        kept = _unless_typed(draft, again)
        place = f"; what you typed is kept in {draft.path}" if kept else ""
        if code in INTERRUPTED:
            if kept:
                note(place.removeprefix("; "))
            raise KeyboardInterrupt
        raise SecdbError(f"the editor {editor} failed (exit code {code}){place}; name another one with EDITOR")
    saved = _saved(draft.path)
    if saved == draft.text or not saved.strip():
        if not again:
            draft.discard()
        return None
    return Edited(saved, draft.path)


def _unless_typed(draft: Edited, again: Edited | None) -> bool:
    """Discard the file unless something was typed in it, now or before; tell whether it stays."""
    try:
        kept = again is not None or draft.path.read_bytes() not in {draft.text.encode(), b""}
    except OSError:
        kept = False
    if not kept:
        draft.discard()
    return kept


def _editor() -> list[str]:
    """Return the words of the editor's command. Raises UsageError when there is none."""
    for variable in ("VISUAL", "EDITOR"):
        if given := os.environ.get(variable, "").strip():
            words = _split(variable, given)
            if shutil.which(words[0]) is None:
                raise UsageError(f"there is no program {words[0]!r}; name your editor with {variable}")
            return words
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        raise UsageError("an editor needs a terminal; write a draft and record it with: secdb record FILE")
    for name in EDITORS:
        if found := shutil.which(name):
            return [found]
    raise UsageError("no editor was found; name one with EDITOR, such as EDITOR=nano")


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _split(variable: str, given: str) -> list[str]:
    try:
        return shlex.split(given, posix=os.name != "nt")
    except ValueError as error:
        raise UsageError(f"{variable} cannot be read ({error}): {given!r}") from None


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(text)


def _saved(path: Path) -> str:
    """Return the text of the file, with its line ends as they are."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SecdbError(f"{path} is not in UTF-8 (byte {error.start}); save it so. It is kept there") from None
    except FileNotFoundError:
        return ""  # removed: given up


def _run(command: list[str]) -> int:
    """Return the exit code of the editor, which has the terminal and Ctrl-C for itself."""
    with _own_terminal():
        # a handler, unlike SIG_IGN, does not pass to the program that is started
        before = signal.signal(signal.SIGINT, lambda *_: None)
        try:
            return subprocess.run(command, check=False).returncode  # noqa: S603 - the person's own editor
        finally:
            signal.signal(signal.SIGINT, before)


@contextmanager
def _own_terminal() -> Iterator[None]:
    """Give the terminal back as it was, whatever the editor left."""
    try:
        import termios

        before = termios.tcgetattr(sys.stdin.fileno())
    except (ImportError, OSError, ValueError, AttributeError):
        before = None  # no terminal, or a system without this
    except termios.error:
        before = None
    try:
        yield
    finally:
        if before is not None:
            with suppress(termios.error):
                termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, before)
