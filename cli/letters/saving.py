"""Files written in one step: no reader and no interruption sees half of one, and nobody's file is written over."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

_LONGEST = 200  # bytes of a name: file systems have 255, of which the number, the ending and a sync tool take some


def save(path: Path, text: str) -> None:
    """Write a text to a file, over what it holds; its permissions stay. Raises OSError."""
    with _part(path, text) as part:
        with suppress(OSError):  # a new file has those that the umask gives; a file system may have none
            part.chmod(path.stat().st_mode & 0o7777)
        part.replace(path)


def create(path: Path, text: str) -> bool:
    """Write a text to a new file; return False, and do nothing, when there is one of that name. Raises OSError."""
    with _part(path, text) as part:
        try:
            os.link(part, path)
        except FileExistsError:
            return False
        except OSError:  # a file system without links
            return _create_without_link(part, path)
    return True


def names(folder: Path, stem: str) -> Iterator[Path]:
    """Yield the names that a draft may have: that of its letter, which is cut when it is very long, then numbered."""
    short = os.fsencode(stem)[:_LONGEST].decode("utf-8", "ignore") or "letter"
    yield folder / f"{short}.toml"
    for number in count(2):
        yield folder / f"{short}-{number}.toml"


def create_free(folder: Path, stem: str, text: str) -> Path:
    """Write a text to a new file under the first name that is free, and return its path. Raises OSError."""
    return next(path for path in names(folder, stem) if create(path, text))


@contextmanager
def _part(path: Path, text: str) -> Iterator[Path]:
    """Write a text beside a file, under a name that nobody else has; it is removed, if it is still there."""
    part = path.with_name(f".secdb-{secrets.token_hex(8)}.part")
    try:
        with part.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
        yield part
    finally:
        part.unlink(missing_ok=True)


def _create_without_link(part: Path, path: Path) -> bool:
    """Take the name first, and then put the whole file there."""
    try:
        path.open("x").close()
    except FileExistsError:
        return False
    try:
        part.replace(path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return True
