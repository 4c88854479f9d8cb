"""Files that are written: never the register in use nor what is read, and each whole or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING

from secdb.database.location import locate
from secdb.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# SQLite keeps its journals beside the file
_BESIDE = ("-journal", "-wal", "-shm")


def require_other(path: Path, database: str | None, *read: Path) -> None:
    """Raise RefusedError where a file to be written is one that must stay.

    That is the register in use (at the URL or path `database`) with its journals, what is `read` (a file, or all that
    lies in a folder), and what is no file at all, such as a device. Links count as what they lead to.
    """
    register = locate(database).path
    if register is not None:
        for one in (register, register.resolve()):
            if _is_same(path, one) or any(_is_same(path, one.with_name(one.name + end)) for end in _BESIDE):
                raise RefusedError(f"{path} is the register in use; name another file")
    for one in read:
        if _is_same(path, one):
            raise RefusedError(f"{path} is the file that is read; name another one")
        if one.is_dir() and _real(path).startswith(_real(one) + os.sep):
            raise RefusedError(f"{path} lies in the folder that is read; name a file outside it")
    if path.exists() and not path.is_file() and not path.is_dir():
        raise RefusedError(f"{path} is no file that can be replaced; name another one")


def require_outside(folder: Path, database: str | None) -> None:
    """Raise RefusedError where the register in use lies in a folder that is to be replaced."""
    register = locate(database).path
    if register is not None and _real(register).startswith(_real(folder) + os.sep):
        raise RefusedError(f"the register in use lies in {folder}; name another folder")


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give the path of a new file beside another, of which it takes the place when the block ends well.

    Raises RefusedError, with the path of the other, where the system refuses.
    """
    part = path.with_name(f".secdb-{secrets.token_hex(8)}.part")
    with told_as(path):
        try:
            yield part
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def told_as(path: Path) -> Iterator[None]:
    """Turn what the system refuses within into a RefusedError that names the path the user gave."""
    try:
        yield
    except OSError as error:
        raise RefusedError(f"cannot write {path}: {error.strerror or error}") from error


def _is_same(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file, be it there or not."""
    try:
        return one.samefile(other)
    except OSError:
        return _real(one) == _real(other)


def _real(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))
