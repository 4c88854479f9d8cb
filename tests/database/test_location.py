"""Where the register is: the option, then SECDB_DATABASE, then the data folder; a password is never shown."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from secdb import database
from secdb.errors import UsageError


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SECDB_DATABASE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


def test_the_option_goes_before_the_variable_and_that_before_the_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    default = database.locate(None)
    assert default.path is not None
    assert default.path.name == "secdb.db"
    assert default.path.parent.name == "secdb"
    assert not default.path.parent.exists()
    monkeypatch.setenv("SECDB_DATABASE", "from-variable.db")
    assert database.locate(None).path == tmp_path / "from-variable.db"
    assert database.locate("from-option.db").path == tmp_path / "from-option.db"
    monkeypatch.setenv("SECDB_DATABASE", "")
    assert database.locate(None) == default
    assert database.locate("") == default


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("/srv/x.db", "/srv/x.db"),
        ("sqlite:////srv/x.db", "/srv/x.db"),
        ("sqlite:///x.db", "{here}/x.db"),
        ("x.db", "{here}/x.db"),
        ("~/x.db", "{here}/home/x.db"),
        (":memory:", "{here}/:memory:"),
        ("/srv/50%?.db#1", "/srv/50%?.db#1"),
    ],
)
def test_a_path_or_an_sqlite_url_is_a_file(tmp_path: Path, given: str, path: str) -> None:
    location = database.locate(given)
    assert location.path == Path(path.format(here=tmp_path))
    assert location.shown == str(location.path)


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_goes_to_the_one_driver(scheme: str) -> None:
    location = database.locate(f"{scheme}://me:s%40cret@db.example:5433/register?sslmode=require")
    assert location.path is None
    url = sa.make_url(location.url)
    assert (url.drivername, url.username, url.password, url.host, url.port) == (
        "postgresql+psycopg",
        "me",
        "s@cret",
        "db.example",
        5433,
    )
    assert location.shown == "postgresql://me@db.example:5433/register"


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://me:s3cret@host/db",
        "postgresql://me:s3/cret@host/db",
        "postgresql://me:s3#cret@host/db",
        "postgresql://me:s3?cret@host/db",
        "postgresql://me:s3@cret@host/db",
        "postgresql://:s3cret@host/db",
        "postgresql://host/db?user=me&password=s3cret",
        "postgresql://me@host/db?password=s3cret",
        "postgresql:///db?host=/tmp&password=s3:cr@et",
        "postgresql://me:s3cret@host/db?application_name=me@home",
    ],
)
def test_a_password_is_shown_nowhere(url: str) -> None:
    location = database.locate(url)
    for text in (location.shown, repr(location), str(location)):
        assert "s3" not in text
        assert "cret" not in text
        assert "postgresql" in text or "Location" in text


@pytest.mark.parametrize("given", ["mysql://me:s3cret@host/db", "http://example.org", "sqlite://x.db", "oracle://x"])
def test_another_engine_is_wrong_usage(given: str) -> None:
    with pytest.raises(UsageError, match="give a path, sqlite:/// or postgresql://") as caught:
        database.locate(given)
    assert "s3cret" not in str(caught.value)


def test_the_home_of_nobody_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="there is no folder ~no-such-user"):
        database.locate("~no-such-user/x.db")
