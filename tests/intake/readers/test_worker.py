"""The worker's limits hold whatever a parser does; nothing is left behind."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from secdb.intake.readers import (
    BombError,
    DamagedError,
    Limits,
    MissingReaderError,
    ReceivedError,
    SlowError,
    TooLargeError,
    process,
    read_bytes,
)
from secdb.intake.readers.kinds import HTML, PDF
from tests.intake.readers import made

PARSER = """
import os, time, subprocess
from secdb.intake.readers.worker import Parsed
def parse(content, limits):
    {body}
worker._parser = lambda reader: parse
worker.main()
"""


def read_by(body: str, limits: Limits | None = None, content: bytes = b"x") -> tuple[str, tuple[str, ...]]:
    """Return what the worker answers when its parser does this."""
    program = process._PREPARE + PARSER.format(body=body)
    return process.ask(HTML, content, limits or Limits(), (sys.executable, "-I", "-c", program))


def test_a_parser_that_answers_is_heard() -> None:
    assert read_by("return Parsed(content.decode(), ('Noted.',))", content=b"Letter\n") == ("Letter\n", ("Noted.",))


def test_a_parser_that_takes_too_much_memory_is_ended() -> None:
    with pytest.raises(BombError, match="more than 200 MB of memory"):
        read_by("return Parsed(str(len(bytearray(300_000_000))))", Limits(memory=200_000_000))
    assert read_by("return Parsed(str(len(bytearray(300_000_000))))")[0] == "300000000"


def test_a_parser_that_sleeps_is_ended() -> None:
    start = time.monotonic()
    with pytest.raises(SlowError, match=r"longer than 0\.7 seconds"):
        read_by("time.sleep(60)", Limits(seconds=0.7))
    assert time.monotonic() - start < 3


def test_what_a_parser_started_is_ended_with_it() -> None:
    with pytest.raises(DamagedError) as caught:
        read_by("raise ValueError(str(subprocess.Popen(['/bin/sleep', '60']).pid))")
    assert gone(int(str(caught.value).split("ValueError: ")[1].split(")")[0]))


def test_what_a_sleeping_parser_started_is_ended_with_it() -> None:
    before = sleepers()
    with pytest.raises(SlowError):
        read_by("subprocess.Popen(['/bin/sleep', '61.25']); time.sleep(60)", Limits(seconds=1))
    assert all(gone(pid) for pid in sleepers() - before)


def sleepers() -> set[int]:
    """Return the processes that sleep as long as only this test bids them."""
    listed = subprocess.run(["ps", "-eo", "pid=,args="], capture_output=True, text=True, check=True).stdout
    return {int(line.split()[0]) for line in listed.splitlines() if line.endswith("sleep 61.25")}


def gone(pid: int) -> bool:
    """Tell whether a process ends within a second; one that nobody has taken note of yet has ended."""
    for _ in range(50):
        try:
            if Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.02)
    return False


def test_a_parser_that_dies_is_damage() -> None:
    with pytest.raises(DamagedError, match="signal 11"):
        read_by("os.kill(os.getpid(), 11)")
    with pytest.raises(DamagedError, match="status 3"):
        read_by("os._exit(3)")


def test_a_parser_that_answers_nonsense_is_damage() -> None:
    with pytest.raises(DamagedError, match="broke down"):
        process.ask(HTML, b"x", Limits(), (sys.executable, "-I", "-c", "print('[1]'); print('text')"))


def test_text_over_the_limit_is_refused_by_the_worker_and_by_who_asks() -> None:
    with pytest.raises(TooLargeError, match=r"1 MB"):
        read_by("return Parsed('a' * 1_000_001)", Limits(text=1_000_000))
    flood = "import os\nwhile True: os.write(1, b'a' * 100000)"
    with pytest.raises(TooLargeError, match=r"1 MB"):
        process.ask(HTML, b"x", Limits(text=1_000_000), (sys.executable, "-I", "-c", flood))


def test_a_parser_inherits_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "word")
    reading, writing = os.pipe()
    os.set_inheritable(writing, True)  # noqa: FBT003 - its only form
    seen, _ = read_by("return Parsed(repr((sorted(os.environ), sorted(os.listdir('/proc/self/fd')), os.getcwd())))")
    os.close(reading)
    os.close(writing)
    names, numbers, folder = eval(seen)  # noqa: S307 - what our own program wrote
    assert set(names) <= {"LC_CTYPE"}  # set by Python itself
    assert str(writing) not in numbers
    assert folder == "/"


def test_a_parser_can_write_no_file(tmp_path: Path) -> None:
    with pytest.raises(DamagedError, match="File too large"):
        read_by(f"open({str(tmp_path / 'left')!r}, 'w').write('a' * 100000)")


def test_what_a_parser_prints_is_not_in_the_answer() -> None:
    assert read_by("print('noise', flush=True); return Parsed('Letter')")[0] == "Letter"


def test_a_missing_library_names_the_extra() -> None:
    bare = (sys.executable, "-I", "-S", "-c", process._START)
    with pytest.raises(MissingReaderError, match=r'pypdf is not installed: .*pip install "secdb\[intake\]"'):
        process.ask(PDF, made.pdf("Letter"), Limits(), bare)


def test_a_worker_that_cannot_be_started_is_told_of() -> None:
    with pytest.raises(ReceivedError, match="cannot be started"):
        process.ask(HTML, b"x", Limits(), ("/nowhere/python",))


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = children()
    for content in (made.pdf("Letter"), made.docx(), made.docx()[:-9], b"<html><p>Letter"):
        try:
            read_bytes(content, "a")
        except ReceivedError:
            continue
    assert list(tmp_path.iterdir()) == []
    assert children() == before


def children() -> str:
    return "".join(sorted(path.read_text("ascii") for path in Path("/proc/self/task").glob("*/children")))
