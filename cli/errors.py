"""Where a failure becomes a line on stderr and an exit code."""

import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer, main_thread
from typing import NamedTuple

import typer
from typer._click.exceptions import ClickException

from secdb.errors import SecdbError

from .output.text import escape_unseen, note

BROKEN_PIPE = 141  # what a shell reports of a program that SIGPIPE ended
INTERRUPTED = 130
_AGAIN = 0.01  # seconds


class Verdict(NamedTuple):
    """What the user is told, and the exit code."""

    message: str
    code: int


_INCOMPLETE = ("lacks a part of the register", "`secdb db check` tells what is missing")

# by primary result code (https://www.sqlite.org/rescode.html)
_SQLITE = {
    3: ("may not be opened", "check its permissions"),
    5: ("is in use by another program", "try again when that has finished"),
    6: ("is in use by another program", "try again when that has finished"),
    8: ("is read-only", "check the permissions of the file and of its folder"),
    10: ("cannot be read or written", "check the disk, and restore a copy if it is damaged"),
    11: ("is damaged", "restore a copy"),
    13: ("has no room left on the disk", "free some and run this again"),
    14: ("cannot be opened", "check the path and its permissions"),
    26: ("is not an SQLite database", "check the path"),
}
_SQLITE_CONSTRAINT = 19

# by SQLSTATE or its class (https://www.postgresql.org/docs/current/errcodes-appendix.html)
_POSTGRES = {
    "": ("cannot be reached", "check the URL and whether its server runs"),
    "08": ("cannot be reached", "check the URL and whether its server runs"),
    "25006": ("is read-only", "connect as a user that may write"),
    "28": ("did not accept the user or password", "check the URL"),
    "3D": ("does not exist", "check the URL"),
    "40": ("is in use by another program", "run this again"),
    "42501": ("does not permit this user to do that", "connect as another"),
    "42P01": _INCOMPLETE,
    "53": ("has no disk, memory or connections left", "try again later"),
    "55P03": ("is in use by another program", "try again when that has finished"),
}
_POSTGRES_REFUSALS = ("23", "P0001")  # constraints, and triggers that raise

_SYSTEM = {
    errno.EACCES: "check its permissions",
    errno.EPERM: "check its permissions",
    errno.ENOSPC: "free some room on the disk and run this again",
    errno.EDQUOT: "free some room on the disk and run this again",
    errno.EROFS: "choose a place that can be written",
}


@contextmanager
def guard(*, debug: bool = False) -> Iterator[None]:
    """Turn every failure within into its line on stderr and `typer.Exit` with its code.

    Wrong usage stays with Typer, which prints the usage and exits with 2.
    """
    try:
        try:
            with _interrupts_kept():
                yield
        finally:
            _flush()
    except (typer.Exit, ClickException):
        raise
    except typer.Abort as abort:  # of a prompt: also by Ctrl-C
        if isinstance(abort.__context__, KeyboardInterrupt):
            raise typer.Exit(report(abort.__context__, debug=debug)) from None
        note("Error: the input ended; nothing was written")
        raise typer.Exit(1) from None
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the place for it
        raise typer.Exit(report(error, debug=debug)) from None


@contextmanager
def _interrupts_kept() -> Iterator[None]:
    """Let Ctrl-C come again that came where nothing can be raised: while an object was cleared away."""
    before, again = sys.unraisablehook, list[Timer]()

    def hook(unraisable: "sys.UnraisableHookArgs") -> None:
        if not issubclass(unraisable.exc_type, KeyboardInterrupt):
            before(unraisable)
            return
        again.append(Timer(_AGAIN, _interrupt))
        again[-1].daemon = True
        again[-1].start()

    sys.unraisablehook = hook
    try:
        yield
    finally:
        sys.unraisablehook = before
        for timer in again:
            timer.cancel()


def _interrupt() -> None:
    if hasattr(signal, "pthread_kill"):  # ends a wait too
        signal.pthread_kill(main_thread().ident or 0, signal.SIGINT)
    else:
        signal.raise_signal(signal.SIGINT)


def report(error: BaseException, *, debug: bool = False) -> int:
    """Print what the failure means, with `debug` its traceback before; return the exit code."""
    _abandon_output()
    if isinstance(error, BrokenPipeError):  # the reader, such as `head`, has what it wanted
        return BROKEN_PIPE
    if debug:
        import traceback

        typer.echo(escape_unseen("".join(traceback.format_exception(error))), err=True, nl=False)
    message, code = explain(error)
    problems = getattr(error, "problems", ())
    listed = problems if len(problems) > 1 or any(problem.file for problem in problems) else ()
    if listed:  # of the data given: each on its line
        counted = "1 problem" if len(listed) == 1 else f"{len(listed)} problems"
        message = f"Error: {counted} in the data; nothing was written"
    note(message)
    for problem in listed:
        note(f"  {problem}")
    return code


def explain(error: BaseException) -> Verdict:
    """Return what to tell the user about a failure: what came first, not what it led to while it was cleared up.

    So Ctrl-C is told and not the statement that it cancelled; a full disk, and not the savepoint that went with it.
    """
    led_up = list(_led_up(error))
    if any(isinstance(one, KeyboardInterrupt) for one in led_up):
        return Verdict("Interrupted.", INTERRUPTED)
    if _is_of_database(error):
        error = [one for one in led_up if _is_of_database(one)][-1]
        error = getattr(error, "orig", None) or error
    verdict = _explain_ours(error) or _explain_sqlite(error) or _explain_postgres(error) or _explain_system(error)
    if verdict is None:
        kind = type(error).__name__
        verdict = Verdict(f"internal error: {kind}: {error} (please report it; --debug prints the traceback)", 1)
    return Verdict(f"Error: {verdict.message}", verdict.code)


def _led_up(error: BaseException | None) -> Iterator[BaseException]:
    """Yield a failure, and those that were being handled when it came, the first of them last."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _is_of_database(error: BaseException) -> bool:
    kinds = (("sqlalchemy.exc", "DBAPIError"), ("sqlite3", "DatabaseError"), ("psycopg", "Error"))
    return any(_is(error, module, name) for module, name in kinds)


def _explain_ours(error: BaseException) -> Verdict | None:
    return Verdict(str(error), error.exit_code) if isinstance(error, SecdbError) else None


def _explain_sqlite(error: BaseException) -> Verdict | None:
    if not _is(error, "sqlite3", "DatabaseError") or _is(error, "sqlite3", "ProgrammingError"):
        return None
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == _SQLITE_CONSTRAINT:
        return Verdict(f"a rule of the database refused it: {error}", 1)
    is_incomplete = str(error).startswith(("no such table", "no such view"))  # SQLite has no code for it
    return _unusable(_INCOMPLETE if is_incomplete else _SQLITE.get(code), error)


def _explain_postgres(error: BaseException) -> Verdict | None:
    if not _is(error, "psycopg", "Error"):
        return None
    state = getattr(error, "sqlstate", None) or ""
    if state.startswith(_POSTGRES_REFUSALS):
        return Verdict(f"a rule of the database refused it: {_first_line(error)}", 1)
    return _unusable(_POSTGRES.get(state) or _POSTGRES.get(state[:2]), error)


def _unusable(reason: tuple[str, str] | None, error: BaseException) -> Verdict:
    what, advice = reason or ("cannot do this", "`secdb info` tells which one is in use")
    return Verdict(f"the database {what} ({_first_line(error)}); {advice}", 3)


def _explain_system(error: BaseException) -> Verdict | None:
    if not isinstance(error, OSError):
        return None
    what = error.strerror or str(error)
    place = f": {os.fsdecode(error.filename)}" if isinstance(error.filename, str | bytes) else ""
    advice = f"; {_SYSTEM[error.errno]}" if error.errno in _SYSTEM else ""
    return Verdict(f"{what}{place}{advice}", 3)


def _first_line(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0]


def _is(error: BaseException, module: str, name: str) -> bool:
    """Tell whether a failure is of that class; a module that nobody imported raised nothing."""
    kind = getattr(sys.modules.get(module), name, None)
    return isinstance(kind, type) and isinstance(error, kind)


def _flush() -> None:
    stream: object = sys.stdout
    if stream is not None and not sys.stdout.closed:
        sys.stdout.flush()


def _abandon_output() -> None:
    """Let go of output that nobody takes, or Python would try again at its end and complain."""
    try:
        _flush()
    except OSError:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
