"""Where the register is: the option, then SECDB_DATABASE, then the user's data folder."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from secdb.errors import UsageError

VARIABLE = "SECDB_DATABASE"
POSTGRES = ("postgresql://", "postgres://", "postgresql+psycopg://")

# the user's name, and what comes after the last @ and before the query, which can hold a password too
_SHOWN = re.compile(r"(?:([^:/@?]*)(?::.*)?@)?([^?]*)")


@dataclass(frozen=True, slots=True)
class Location:
    """A database: its URL as SQLAlchemy reads it, and the file if it is SQLite."""

    url: str = field(repr=False)  # with the password
    path: Path | None

    @property
    def shown(self) -> str:
        """Return the location without a password, for messages."""
        if self.path is not None:
            return str(self.path)
        user, rest = _SHOWN.match(self.url.partition("://")[2]).groups()  # type: ignore[union-attr] # matches any text
        return f"postgresql://{user or ''}{'@' if user else ''}{rest}"


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
    try:
        path = path.expanduser().absolute()
    except RuntimeError as error:  # ~nobody
        raise UsageError(f"there is no folder {path.parts[0]}; give the whole path of the register") from error
    if "?" in str(path):  # begins the query of a URL
        return Location(f"sqlite:///{path.as_uri()}?uri=true", path)
    return Location(f"sqlite:///{path}", path)


def _default() -> Path:
    from platformdirs import user_data_path

    return user_data_path("secdb") / "secdb.db"
