"""Clients that know nothing of secdb: the engines' own shells."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass

import psycopg

from secdb.models import Base

SHELL = shutil.which("sqlite3")
FAILURE = re.compile(r"(?:near line |<stdin>:)(\d+): (.+)")


@dataclass(frozen=True)
class Outside:
    """One database and the shell that reaches it; `place` is a path, or a URL as libpq reads it."""

    engine: str
    place: str
    psql: str | None = None

    @property
    def url(self) -> str:
        """Return the URL as SQLAlchemy reads it."""
        return f"sqlite:///{self.place}" if self.engine == "sqlite" else self.place.replace("://", "+psycopg://", 1)

    def failures(self, *statements: str) -> list[str]:
        """Run statements, each in a transaction of its own; return what the database says to each, '' = done."""
        assert not any("\n" in statement for statement in statements)
        if self.engine == "sqlite" and SHELL is None:
            return [self._alone(statement) for statement in statements]
        command = [SHELL, "-batch", self.place] if self.psql is None else [self.psql, "-Xq", "-f", "-", self.place]
        script = "\n".join(statements)
        done = subprocess.run(
            [str(part) for part in command], input=script, capture_output=True, text=True, check=False
        )
        found = dict.fromkeys(range(1, len(statements) + 1), "")
        found.update((int(line), said) for line, said in FAILURE.findall(done.stderr))
        assert done.stderr == "" or any(found.values()), done.stderr
        return list(found.values())

    def write(self, *statements: str) -> None:
        failures = self.failures(*statements)
        assert not any(failures), failures

    def rows(self, query: str) -> list[tuple[object, ...]]:
        return self.answers([query])[0]

    def answers(self, queries: list[str]) -> list[list[tuple[object, ...]]]:
        """Return the rows of each query, over one connection."""
        if self.engine == "sqlite":
            with closing(sqlite3.connect(self.place)) as connection:
                return [connection.execute(query).fetchall() for query in queries]
        with psycopg.connect(self.place) as other:
            return [other.execute(query.encode()).fetchall() for query in queries]

    def _alone(self, statement: str) -> str:
        with closing(
            sqlite3.connect(self.place, isolation_level=None)
        ) as connection:  # foreign keys off, as in the shell
            try:
                connection.execute(statement)
            except sqlite3.Error as error:
                return str(error)
        return ""


def everything(client: Outside) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of every table: records, what is derived from them, history."""
    answers = client.answers([f"SELECT * FROM {name}" for name in Base.metadata.tables])
    return {name: sorted(rows, key=repr) for name, rows in zip(Base.metadata.tables, answers, strict=True)}
