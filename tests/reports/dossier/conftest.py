"""The dossier of the Collective Security Treaty, made once per engine."""

from __future__ import annotations

import pytest

import secdb
from secdb.database.reader import open_register
from tests.reports.dossier.reading import Page, read

TODAY = "2026-11-22"
DAYS = ("1994-04-20", "1999-04-20", "2006-08-16", "2012-12-19", TODAY)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue("seeded_file" if request.param == "sqlite" else "seeded_server"))


@pytest.fixture(scope="module")
def page(location: str) -> Page:
    with open_register(location) as register:
        return read(secdb.dossier(register, "cst", on=DAYS))
