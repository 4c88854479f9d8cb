"""One line from the person at the terminal, with Tab completion where the system has it."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType

import typer

from ..output.text import note, visible

Completer = Callable[[str], Sequence[str]]
"""Returns what a text that is not finished may become."""


def read_line(prompt: str, complete: Completer | None = None, separator: str = "") -> str:
    """Return the line typed, without its end; `separator`: each text between two of these is completed on its own.

    Raises typer.Abort at the end of input, KeyboardInterrupt for Ctrl-C.
    """
    while True:
        try:
            line = _read(f"{visible(prompt).rstrip()} ", complete, separator)
            line.encode()
        except EOFError:
            typer.echo(err=True)
            raise typer.Abort from None
        except KeyboardInterrupt:
            typer.echo(err=True)
            raise
        except UnicodeError:
            if not sys.stdin.isatty():
                raise
            note("  that is no text in the encoding of this terminal; type it again")
        else:
            return line


def _read(prompt: str, complete: Completer | None, separator: str) -> str:
    if sys.stdin.isatty() and sys.stdout.isatty():
        with _completing(complete, separator):
            return input(prompt)
    typer.echo(prompt, err=True, nl=False)  # stdout is for data
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


@contextmanager
def _completing(complete: Completer | None, separator: str) -> Iterator[None]:
    """Let Tab complete while within; where the system has no readline, nothing happens."""
    readline = _readline()
    if readline is None:
        yield
        return
    before = readline.get_completer(), readline.get_completer_delims()
    readline.set_completer(_by_turns(complete or _nothing))
    readline.set_completer_delims(separator)
    if "libedit" in (readline.__doc__ or ""):
        readline.parse_and_bind("bind ^I rl_complete")
    else:
        readline.parse_and_bind("tab: complete")
        readline.parse_and_bind("set show-all-if-ambiguous on")
    try:
        yield
    finally:
        readline.set_completer(before[0])
        readline.set_completer_delims(before[1])


def _readline() -> ModuleType | None:
    try:
        import readline
    except ImportError:
        return None
    return readline


def _nothing(_: str) -> Sequence[str]:
    return ()


def _by_turns(complete: Completer) -> Callable[[str, int], str | None]:
    """Return the completer as readline wants it: called with 0, 1, 2 ... until it returns None."""
    found: list[str] = []

    def turn(typed: str, number: int) -> str | None:
        if number == 0:
            found[:] = _completed(complete, typed)
        return found[number] if number < len(found) else None

    return turn


def _completed(complete: Completer, typed: str) -> list[str]:
    wanted = typed.lstrip()
    blanks = typed[: len(typed) - len(wanted)]
    return [blanks + one for one in complete(wanted)]


def matching(candidates: Sequence[str], typed: str) -> list[str]:
    """Return the candidates that begin with what is typed, in any case and with or without accents.

    Of several those that differ only after it, written as it was typed: readline keeps what all have in common, which
    must not be less than what is there already.
    """
    from secdb.names import fold

    exact = [one for one in candidates if one.startswith(typed)]
    if exact:
        return list(dict.fromkeys(exact))
    wanted = fold(typed)
    found = list(dict.fromkeys(one for one in candidates if wanted and fold(one).startswith(wanted)))
    if len(found) < 2:  # noqa: PLR2004 - several
        return found
    alike = [one for one in found if fold(one[: len(typed)]) == wanted]
    return [typed + (rest.lower() if typed.islower() else rest) for rest in (one[len(typed) :] for one in alike)]
