"""`secdb browse` shows the register in Datasette: the public views alone, and nothing can be written."""

from __future__ import annotations

import asyncio
import re
import shutil
import socket
import sqlite3
import sys
from contextlib import closing
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import pytest

from secdb.errors import RefusedError
from secdb.models.views import VIEWS
from tests.inside import run

pytest.importorskip("datasette", reason="the extra `browse` is not installed")

from secdb.exchange.browsing import describing, opening
from secdb.exchange.browsing.questions import NAMES
from tests.cli.browser import Browser, reading

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def browser(seeded_file: Path) -> Iterator[Browser]:
    """Return a reader of the seeds."""
    with reading(seeded_file) as reader:
        yield reader


@pytest.fixture
def own_file(seeded_file: Path, tmp_path: Path) -> Path:
    """Return a register that the test may spoil, under a name that an address would read otherwise."""
    return Path(shutil.copy(seeded_file, tmp_path / "a?mode=rwc#b %41.db"))


def test_the_public_views_are_shown_and_nothing_else(browser: Browser) -> None:
    shown = browser.get("/register.json").json()
    assert ([view["name"] for view in shown["views"]], shown["tables"]) == (list(VIEWS), [])
    hidden = ("/register/act", "/register/raw_spell", "/register/alembic_version", "/_memory")
    assert [browser.get(path).status_code for path in hidden] == [404] * 4
    assert [browser.get(path).status_code for path in ("/_internal", "/register.db")] == [403] * 2


def test_the_front_page_is_the_registers(browser: Browser) -> None:
    assert browser.get("/").headers["location"] == "/register"
    page = browser.get("/register").text
    assert [name for name in NAMES if f'href="/register/{name}"' not in page] == []
    assert "A spell of one status of one State under one treaty; derived from acts and rosters, never typed." in page
    assert ("secdb contributors" in page, "MIT" in page) == (True, True)


def test_the_front_page_says_of_which_days_a_dataset_speaks(own_file: Path) -> None:
    with closing(sqlite3.connect(own_file)) as connection, connection:
        connection.execute("UPDATE dataset SET covers_from = '1816-01-01', covers_to = '2014-12-31' WHERE id = 2")
    with reading(own_file) as reader:
        assert "1816-01-01 to 2014-12-31" in reader.get("/register").text


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_its_page_with_words_and_facets(browser: Browser, view: str) -> None:
    page = browser.get(f"/register/{view}")
    assert page.status_code == 200
    assert [name for name in VIEWS[view].columns if f"<dt>{name}</dt>" not in page.text] == []
    facets = describing.FACETS.get(view, "").split()
    assert [name for name in facets if f'data-column="{name}"' not in page.text] == []


def test_facets_and_order_are_of_columns_that_there_are() -> None:
    named = describing.FACETS | describing.SORTED | describing.NEWEST_FIRST
    assert [view for view, names in named.items() if not set(names.split()) <= set(VIEWS[view].columns)] == []


def test_facets_count(browser: Browser) -> None:
    path = "/register/memberships.json?_facet=treaty&dataset=register&status=suspended"
    facets = browser.get(path).json()["facet_results"]["treaty"]["results"]
    assert [(one["value"], one["count"]) for one in facets] == [("cst", 1), ("csto-charter", 1)]


def test_a_view_leads_to_a_query_to_start_from(browser: Browser) -> None:
    page = unescape(browser.get("/register/organizations").text)
    found = re.search(r'<a href="(/register[?]sql=[^"]+)">A query to start from</a>', page)
    assert found
    assert '<td class="col-organization">csto</td>' in browser.get(found[1]).text


WRITES = (
    *("DELETE FROM treaty", "INSERT INTO treaty (code) VALUES ('x')", "DROP VIEW acts", "CREATE TEMP TABLE x (y)"),
    *("ATTACH '{file}' AS other", "VACUUM INTO '{file}'", "PRAGMA query_only = OFF", "PRAGMA user_version = 3"),
    *(
        "WITH x AS (SELECT 1) UPDATE treaty SET note = 'x'",
        "WITH x AS (SELECT 1) INSERT INTO treaty (code) SELECT 'x' FROM x",
    ),
    *("SELECT 1; DELETE FROM treaty", "EXPLAIN DELETE FROM treaty", "SELECT load_extension('{file}')"),
    "SELECT writefile('{file}', 'x')",
)


@pytest.mark.parametrize("statement", WRITES)
def test_sql_writes_nothing_and_no_file(browser: Browser, seeded_file: Path, tmp_path: Path, statement: str) -> None:
    before = seeded_file.read_bytes()
    answer = browser.sql(statement.format(file=tmp_path / "made"))
    assert (answer.status_code, answer.json()["ok"]) == (400, False)
    assert (list(tmp_path.iterdir()), seeded_file.read_bytes() == before) == ([], True)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_only_reading_is_answered(browser: Browser, method: str) -> None:
    paths = ("/register", "/register/acts", "/register/members-on-a-day", "/-/messages", "/-/permissions")
    assert {browser.get(path, method=method).status_code for path in paths} == {405}


def test_no_connection_can_write(own_file: Path, tmp_path: Path) -> None:
    update = "UPDATE treaty SET title = 'x' WHERE code = 'cst'"
    with reading(own_file) as reader:
        register = reader.site.datasette.get_database("register")
        with pytest.raises(RefusedError):
            register.connect(write=True)
        with pytest.raises(RefusedError):
            asyncio.run(register.execute_write(update))
        for statement in (update, f"ATTACH '{tmp_path / 'made'}' AS other", "PRAGMA query_only = OFF"):
            with closing(register.connect()) as connection, pytest.raises(sqlite3.DatabaseError):
                connection.execute(statement)
    with closing(sqlite3.connect(f"{own_file.as_uri()}?mode=ro", uri=True)) as file:
        file.execute(update.replace("UPDATE", "EXPLAIN UPDATE"))  # it is one that could be run
    assert list(tmp_path.iterdir()) == [own_file]


def test_a_query_that_does_not_end_is_ended(seeded_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(opening.SETTINGS, "sql_time_limit_ms", 100)
    endless = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT COUNT(*) FROM n"
    with reading(seeded_file) as reader:
        answer = reader.sql(endless)
    assert (answer.status_code, "SQL query took too long" in answer.text) == (400, True)


def test_what_others_write_is_seen_and_does_not_wait(own_file: Path) -> None:
    with reading(own_file) as reader, closing(sqlite3.connect(own_file, timeout=0)) as other:
        assert "Renamed" not in reader.get("/register/treaties").text
        with other:
            other.execute("UPDATE treaty SET title = 'Renamed' WHERE code = 'cst'")
        assert "Renamed" in reader.get("/register/treaties").text
    assert [path.name for path in own_file.parent.iterdir()] == [own_file.name]


def test_what_others_wrote_is_text(own_file: Path) -> None:
    script = "<script>alert(1)</script>"
    with closing(sqlite3.connect(own_file)) as file, file:
        file.execute("UPDATE document SET title = ?, url = 'javascript:alert(2)' WHERE code = 'cst-2002'", [script])
        file.execute("UPDATE dataset SET title = ?, authority = ? WHERE code = 'documents'", [script, f'"{script}'])
        file.execute("UPDATE dataset SET url = 'javascript:alert(2)' WHERE code = 'documents'")
    paths = ("/register", "/register/documents?_facet=title", "/register/documents-with-words", "/register/datasets")
    wrong = f"/register/documents-with-words?{urlencode({'words': script})}"
    with reading(own_file) as reader:
        pages = [reader.get(path).text for path in (*paths, wrong, f"/register/{quote(script, safe='')}")]
    assert [script in page or 'href="javascript:' in page for page in pages] == [False] * 6
    assert ["&lt;script&gt;alert(1)" in page for page in pages[:5]] == [True] * 5


def test_the_browser_is_told_to_take_nothing_from_elsewhere(browser: Browser) -> None:
    for path in ("/", "/register", "/register/acts", "/register/acts.csv", "/-/static/app.css", "/nowhere"):
        headers = browser.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
        assert (headers["x-content-type-options"], headers.get_list("referrer-policy")) == ("nosniff", ["no-referrer"])


def test_a_name_that_is_made_to_lead_here_is_not_answered(browser: Browser) -> None:
    answers = {host: browser.get("/register", host).status_code for host in ("127.0.0.1:8001", "[::1]", "evil.test")}
    assert answers == {"127.0.0.1:8001": 200, "[::1]": 200, "evil.test": 421}


def test_a_server_for_everybody_has_any_name(seeded_file: Path) -> None:
    with reading(seeded_file, "0.0.0.0") as reader:  # noqa: S104 - that is what is tried
        assert (reader.site.is_local, reader.site.url.startswith("http://127.0.0.1:")) == (False, True)
        assert reader.get("/register/datasets", "archive.test").status_code == 200
    with reading(seeded_file, "127.0.0.2") as reader:
        answers = {host: reader.get("/register/datasets", host).status_code for host in ("127.0.0.2", "archive.test")}
        assert (reader.site.is_local, answers) == (True, {"127.0.0.2": 200, "archive.test": 421})


def test_the_programs_own_pages_are_not_there(browser: Browser) -> None:
    paths = ("/-/databases", "/-/databases.json", "/-/metadata.json", "/-/auth-token", "/%2D/databases.json")
    assert {browser.get(path).status_code for path in paths} == {404}
    assert browser.get("/-/static/app.css").status_code == 200


def browse(*arguments: str) -> tuple[int, str]:
    done = run(*arguments)
    assert (done.stdout, done.stderr.count("\n")) == ("", 1)
    return done.returncode, done.stderr


def test_a_register_on_a_server_is_refused_with_what_to_do() -> None:
    code, said = browse("--database", "postgresql://me:secret@host/treaties", "browse")
    assert (code, said.startswith("Error: Datasette reads SQLite only, and postgresql://me@host/treaties ")) == (
        1,
        True,
    )
    assert "export package DIR" in said


def test_a_register_that_is_not_there_is_told(tmp_path: Path) -> None:
    code, said = browse("--database", str(tmp_path / "none.db"), "browse")
    assert (code, "make one with: secdb init" in said) == (3, True)
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE x (y)")
    assert browse("--database", str(tmp_path / "other.db"), "browse")[0] == 3


def test_a_port_in_use_is_told(seeded_file: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        told = browse("--database", str(seeded_file), "browse", "--port", port)
    assert told == (1, f"Error: port {port} is in use; give another one with --port, or 0 for any that is free\n")


def test_a_host_that_is_not_here_is_told(seeded_file: Path) -> None:
    code, said = browse("--database", str(seeded_file), "browse", "--port", "0", "--host", "192.0.2.1")
    assert (code, "this machine has no address '192.0.2.1'" in said) == (1, True)


def test_without_datasette_there_is_a_hint(seeded_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "datasette.app", None)
    told = browse("--database", str(seeded_file), "browse")
    hint = "a register in the browser needs Datasette; install it with: pip install 'secdb[browse]'"
    assert told == (1, f"Error: {hint}\n")
