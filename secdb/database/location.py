"""Where the register is: the option, then SECDB_DATABASE, then the user's data folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from secdb.errors import UsageError

VARIABLE = "SECDB_DATABASE"
POSTGRES = ("postgresql://", "postgres://", "postgresql+psycopg://")


@dataclass(frozen=True, slots=True)
class Location:
    """A database: its URL as SQLAlchemy reads it, and the file if it is SQLite."""

    url: str
    path: Path | None

    @property
    def shown(self) -> str:
        """Return the location without a password, for messages."""
        if self.path is not None:
            return str(self.path)
        head, _, tail = self.url.partition("://")
        credentials, at, rest = tail.rpartition("@")
        user = credentials.split(":", 1)[0]
        return f"{head.removesuffix('+psycopg')}://{user}{at}{rest}"


def locate(given: str | None) -> Location:
    """Return where the register is: `given` (a URL or a path), else SECDB_DATABASE, else secdb.db in the data folder.

    Raises UsageError for a URL of an engine secdb does not know.
    """
    text = given or os.environ.get(VARIABLE) or ""
    if not text:
        return _file(_default())
    if text.startswith("sqlite:///"):
        return _file(Path(text.removeprefix("sqlite:///")))
    for scheme in POSTGRES:
        if text.startswith(scheme):
            return Location(f"postgresql+psycopg://{text.removeprefix(scheme)}", None)
    if "://" in text:
        scheme = text.split("://", 1)[0]
        raise UsageError(f"secdb does not know the database {scheme!r}; give a path, sqlite:/// or postgresql://")
    return _file(Path(text))


def _file(path: Path) -> Location:
    path = path.expanduser().absolute()
    return Location(f"sqlite:///{path}", path)


def _default() -> Path:
    from platformdirs import user_data_path

    return user_data_path("secdb") / "secdb.db"
