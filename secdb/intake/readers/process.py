"""Start the worker, give it the file, and end it when it has answered or its time is over."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from secdb.intake.readers.errors import DamagedError, ReceivedError, SlowError, TooLargeError, named
from secdb.intake.readers.limits import Limits, megabytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secdb.intake.readers.kinds import Kind

_HERE = Path(__file__).resolve().parent
# An isolated Python looks into no checkout, so it is told where the package is; and the packages above the worker are
# empty to it, for their `__init__` would load the whole grammar of letters: 0.1 s a file.
_PREPARE = f"""
import sys, types
sys.path.append({str(_HERE.parents[2])!r})
for name, folder in {[("secdb.intake", str(_HERE.parent)), ("secdb.intake.readers", str(_HERE))]!r}:
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__path__ = [folder]
from secdb.intake.readers import worker
"""
_START = _PREPARE + "worker.main()"
WORKER = (sys.executable, "-I", "-c", _START)
_HEAD = 100_000  # bytes of the answer beside the text
# what Python needs to start on Windows; elsewhere nothing is handed down
_ENVIRONMENT = ("SYSTEMROOT",)
_GRACE = 2.0  # seconds a killed process has to be gone


def ask(kind: Kind, content: bytes, limits: Limits, worker: Sequence[str] = WORKER) -> tuple[str, tuple[str, ...]]:
    """Return the text and the notes of a file of the kind; raises the ReceivedError that the worker tells."""
    head = json.dumps({"reader": kind.reader, **asdict(limits)}).encode() + b"\n"
    answer, status = _run(worker, (head, content), limits)
    if len(answer) > limits.text + _HEAD:
        raise TooLargeError(f"its text is over the {megabytes(limits.text)} that are read: split the file")
    return _read(answer, status)


def _run(worker: Sequence[str], message: Sequence[bytes], limits: Limits) -> tuple[bytes, int]:
    """Return what the worker answers and its exit status; raises SlowError when the time is over."""
    process = _started(worker)
    answer: list[bytes] = []
    talk = threading.Thread(target=_talk, args=(process, message, limits.text + _HEAD + 1, answer), daemon=True)
    talk.start()
    late = True
    try:
        talk.join(limits.seconds)
        late = talk.is_alive()
    finally:
        status = _end(process, 0 if late else _GRACE)
        talk.join(_GRACE)
    if late:
        raise SlowError(f"reading it took longer than {limits.seconds:g} seconds: save its text, or split the file")
    return b"".join(answer), status


def _started(worker: Sequence[str]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - our own program
            worker,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=Path(sys.executable).anchor,
            env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
            start_new_session=True,  # a group of its own: it dies with all that it started
        )
    except OSError as error:
        raise ReceivedError(f"its reader cannot be started ({error.strerror}): try again, or save its text") from None


def _talk(process: subprocess.Popen[bytes], message: Sequence[bytes], most: int, answer: list[bytes]) -> None:
    """Hand the message over and take the answer, at most so many bytes of it."""
    if process.stdin is None or process.stdout is None:  # both are pipes
        return
    with process.stdout as output:
        with suppress(OSError), process.stdin as given:  # a worker that died no longer listens
            given.writelines(message)
        answer.append(output.read(most))


def _end(process: subprocess.Popen[bytes], grace: float) -> int:
    """Kill the process and all that it started, after a time to end by itself; return its exit status."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(grace)
    _kill(process)
    return process.wait()


def _kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _read(answer: bytes, status: int) -> tuple[str, tuple[str, ...]]:
    """Return the text and notes of an answer: a line of JSON, then the text."""
    head, found, text = answer.partition(b"\n")
    try:
        told = json.loads(head) if found else {}
        if "error" in told:
            raise named(str(told["error"]), str(told["message"]))
        if told.get("size") == len(text):
            return text.decode(), tuple(str(note) for note in told["notes"])
    except (ValueError, TypeError, AttributeError, KeyError):
        pass
    how = f"signal {-status}" if status < 0 else f"status {status}"
    raise DamagedError(f"its reader broke down on it ({how}): open it and save it anew, or save its text")
