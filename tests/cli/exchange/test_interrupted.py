"""Ctrl-C in the midst of an import is one line, whatever the server was doing."""

from __future__ import annotations

import signal
import subprocess
import time
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.cli.fakes import COMMAND, ENVIRONMENT, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.postgres import NewDatabase

HEADER = (
    "stateID,treatyID,Title,Begin,End,Signature,Force,Term,StateSignature,StateRatification,StateForce,StateEnd,Coder"
)
ROWS = 200_000  # read for many seconds: the question whether they are being copied comes in time on a busy machine too
COPYING = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY%'"


@pytest.mark.slow
@pytest.mark.parametrize("wait", [0.0, 0.013, 0.031, 0.1])
def test_while_rows_are_copied_to_the_server(
    seeded_server: str, new_postgres_database: NewDatabase, tmp_path: Path, wait: float
) -> None:
    url = new_postgres_database(template=seeded_server)
    table, rejects = tmp_path / "parties.csv", tmp_path / "rejects.csv"
    rows = (f"ARM,T{number},A treaty,,,,,,1999-01-01,2000-01-01,,,x,\n" for number in range(ROWS))
    table.write_text(HEADER + "".join(rows), encoding="utf-8")
    given = ["--database", url, "import", "manydata", str(table), "--rejects", str(rejects), "--author", "tests"]
    with (
        psycopg.connect(url, autocommit=True) as server,
        subprocess.Popen(
            [*COMMAND, *given], cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process,
    ):
        while server.execute(COPYING).fetchone() is None:
            assert process.poll() is None
        time.sleep(wait)
        process.send_signal(signal.SIGINT)
        try:
            out, said = process.communicate(timeout=60)
        finally:
            process.kill()
    assert (process.returncode, out, said) == (130, "", "Interrupted.\n")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["parties.csv"]
