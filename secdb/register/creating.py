"""Making a new register."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from secdb.database import engine, locate, upgrade
from secdb.errors import DatabaseError, RefusedError
from secdb.models import Dataset
from secdb.register.loading.load import load
from secdb.register.revision import revise
from secdb.register.switch import paused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secdb.register.rows.problems import Row


def create(
    database: str | None, *, author: str, package: Iterable[tuple[str, Iterable[Row]]] | None = None
) -> int | None:
    """Make a register at a URL or path, load the package into it, and return the number of its revision.

    An SQLite register is made beside its place and moved there whole; a PostgreSQL one in an empty database, in which
    the schema is all or nothing and the package one revision. Raises RefusedError when something is there already.
    """
    location = locate(database)
    if location.path is None:
        _require_no_register(location.url, location.shown)
        upgrade(location.url)
        return _load(location.url, author, package)
    path = location.path.resolve()  # a link is followed, not replaced
    _require_free(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(mkdtemp(prefix=".secdb-", dir=path.parent))
    except OSError as error:
        raise DatabaseError(f"cannot make {path}: {error.strerror} in its folder") from error
    try:
        made = folder / path.name
        url = f"sqlite:///{made}"
        upgrade(url)
        number = _load(url, author, package)
        os.replace(made, path)  # noqa: PTH105 - atomic, and takes the place of an empty file
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return number


def _require_free(path: Path) -> None:
    """Refuse to replace anything but an empty file."""
    if path.exists() and not (path.is_file() and path.stat().st_size == 0):
        raise RefusedError(f"{path} is there already; look at it with: secdb info")


def _require_no_register(url: str, shown: str) -> None:
    import sqlalchemy as sa

    opened = engine(url)
    try:
        with opened.connect() as connection:
            if sa.inspect(connection).get_table_names():
                raise RefusedError(f"there are tables in {shown} already; look at it with: secdb info")
    finally:
        opened.dispose()


def _load(url: str, author: str, package: Iterable[tuple[str, Iterable[Row]]] | None) -> int | None:
    opened = engine(url)
    message = "Make an empty register" if package is None else "Load the seeds"
    try:
        with revise(opened, author=author, message=message) as writer:
            if package is None:
                writer.session.add(Dataset(code="register", title="Register"))
            else:
                with paused(writer.session):
                    load(writer.session, package)
    finally:
        opened.dispose()
    return writer.number
