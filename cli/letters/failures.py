"""What goes wrong with one letter or draft: told in a line, and the others go on."""

from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

import typer

from secdb.errors import SecdbError

from ..entry.drafting import problems_of
from ..errors import explain
from ..output.text import escape_unseen, note

_ENDING = (typer.Abort, typer.Exit, BrokenPipeError)  # the input, the program, the reader of what is printed


class Failures:
    """The failures of one command; `count` is how many there were."""

    def __init__(self, *, debug: bool = False) -> None:
        self.count = 0
        self._debug = debug

    def told(self, path: Path, done: str = "recorded") -> AbstractContextManager[None, bool]:
        """Tell why a letter or draft was not `done`, and count it; only what ends the whole command is raised."""
        return _Told(self, path, done)

    def tell(self, path: Path, error: Exception, done: str) -> None:
        """Count a failure and tell each reason with its line; with `debug` the traceback of what was not foreseen."""
        self.count += 1
        said = str(error) if isinstance(error, SecdbError) else explain(error).message.removeprefix("Error: ")
        if self._debug and not isinstance(error, SecdbError):
            import traceback

            typer.echo(escape_unseen("".join(traceback.format_exception(error))), err=True, nl=False)
        for line in [f"{path} was not {done}: {said.partition(chr(10))[0]}", *problems_of(error)]:
            note(line)


class _Told:
    """What is within fails alone."""

    def __init__(self, failures: Failures, path: Path, done: str) -> None:
        self._failures = failures
        self._path = path
        self._done = done

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not isinstance(error, Exception) or isinstance(error, _ENDING):
            return False
        self._failures.tell(self._path, error, self._done)
        return True
