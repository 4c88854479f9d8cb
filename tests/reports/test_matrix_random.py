"""On random registers: matrix agrees with plain SQL over `memberships`, counts of compare with members day by day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secdb import database
from secdb.database.server import answered
from secdb.reports.comparing.compare import compare
from secdb.reports.matrix import matrix
from secdb.reports.members import members
from secdb.reports.signed import signed_not_ratified
from tests.derivation.ledger import FIRST_DAY, KEYS, Key, Ledger, act_lines
from tests.derivation.rule import Claim
from tests.derivation.strategies import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa

    from secdb.database.reader import Register

pytestmark = pytest.mark.server_later

_days = st.integers(0, 12)
_between = st.tuples(_days, _days).map(lambda two: (min(two), max(two)))
_exact = _days.map(lambda day: (day, day))
_windows = st.one_of(_exact, _exact, _between, st.tuples(st.none(), _days), st.tuples(_days, st.none()))
_claims = st.lists(st.tuples(kinds, _windows), max_size=5).map(
    lambda acts: [Claim(number, kind, window) for number, (kind, window) in enumerate(acts)]
)
_keys = st.builds(Key, _claims, st.none() | _exact | _between, st.none() | st.none() | _exact)
_batches = st.lists(_keys, min_size=KEYS, max_size=KEYS)
_bases = st.sampled_from(("signed", "consented", "in-force"))
LOOKED_AT = [(FIRST_DAY + dt.timedelta(days=number)).isoformat() for number in range(-1, 15)]
FEW = LOOKED_AT[::4]
STATES = 12  # of the 25 keys the first twelve are of dataset d1, the others of d2
COUNTED = {"in-force": "'party'", "consented": "'party', 'contracting'"}
COUNTED["signed"] = "'party', 'contracting', 'provisional', 'signatory'"

# of each State the best that a period says, and whether one that counts passed into another meanwhile
PLAIN = """
SELECT m.treaty, m.state, m.status,
  MAX(CASE WHEN m.start_latest <= :on AND (m.end_earliest IS NULL OR :on < m.end_earliest) THEN 1 ELSE 0 END) AS sure,
  (SELECT COUNT(*) FROM memberships AS a JOIN memberships AS b
    ON b.dataset = a.dataset AND b.treaty = a.treaty AND b.state = a.state AND (a.closed_by_act = b.opened_by_act
      OR (a.opened_by_act = b.opened_by_act AND a.status = 'contracting' AND b.status = 'party'))
    WHERE a.dataset = 'd1' AND a.treaty = m.treaty AND a.state = m.state AND a.status IN ({counted})
      AND b.status IN ({counted}) AND a.start_latest <= :on AND (b.end_earliest IS NULL OR :on < b.end_earliest)
  ) AS passed
FROM memberships AS m
WHERE m.dataset = 'd1' AND m.status IN ({counted}, 'suspended')
  AND (m.start_earliest IS NULL OR m.start_earliest <= :on) AND (m.end_latest IS NULL OR :on < m.end_latest)
GROUP BY m.treaty, m.state, m.status
"""


class Opened:
    """A register whose last writes nobody else can see yet."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    def rows(self, sql: str, **parameters: object) -> list[dict[str, Any]]:
        return list(answered(self.connection, sql, parameters))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def ledger(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Return a ledger over a register of this file's own, on each engine in turn."""
    if request.param == "sqlite":
        path = tmp_path_factory.mktemp("matrix") / "register.db"
        path.write_bytes(request.getfixturevalue("sqlite_template").read_bytes())
        url = f"sqlite:///{path}"
    else:
        template = request.getfixturevalue("postgres_template")
        url = database.locate(request.getfixturevalue("new_postgres_template")(template=template)).url
    engine = database.engine(url)
    with engine.connect() as connection:
        yield Ledger.opened(connection)
    engine.dispose()


def written(ledger: Ledger, keys: list[Key]) -> Register:
    """Write the keys, State by State, under two treaties in two datasets."""
    ledger.turn(on=False)
    for number, key in enumerate(keys, 1):
        ledger._frame(number, key)
    lines = [line for number, key in enumerate(keys, 1) for line in act_lines(number, key)]
    ledger.insert("act", [_placed(line) for line in lines])
    ledger.turn(on=True)
    ledger.derive_queued()
    return cast("Register", Opened(ledger.connection))


def _placed(line: dict[str, Any]) -> dict[str, Any]:
    first = line["state_id"] <= STATES
    state = line["state_id"] if first else line["state_id"] - STATES
    return {**line, "dataset_id": 1 if first else 2, "state_id": state, "treaty_id": 1 + state % 2}


def _expected(register: Register, on: str, basis: str) -> dict[tuple[str, str], str]:
    held = register.rows(PLAIN.format(counted=COUNTED[basis]), on=on)
    said: dict[tuple[str, str], str] = {}
    for row in sorted(held, key=lambda row: (row["status"] != "suspended", row["sure"] or row["passed"])):
        standing = "member" if row["sure"] or row["passed"] else "possible"
        said[row["treaty"], row["state"]] = "none" if row["status"] == "suspended" else standing
    return said


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(keys=_batches, basis=_bases)
def test_matrix_is_what_plain_sql_and_members_say(ledger: Ledger, keys: list[Key], basis: str) -> None:
    with ledger.attempt():
        register = written(ledger, keys)
        for on in FEW:
            report = matrix(register, ["t1", "t2"], on, basis=basis, dataset="d1")
            found = {(code, row.state): cell.standing for row in report.rows for code, cell in row.cells.items()}
            assert found == _expected(register, on, basis)
            for code in ("t1", "t2"):
                of_one = members(register, code, on, basis=basis, dataset="d1")
                assert report.about["counts"][code] == of_one.count
                statuses = {row.state: row.status for row in of_one.rows}
                assert statuses.items() <= {row.state: row.cells[code].status for row in _under(report, code)}.items()


def _under(report: Any, code: str) -> list[Any]:  # noqa: ANN401 - a report of matrix
    return [row for row in report.rows if code in row.cells]


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(keys=_batches)
def test_signed_and_not_ratified_is_counted_by_signature_and_not_by_consent(ledger: Ledger, keys: list[Key]) -> None:
    with ledger.attempt():
        register = written(ledger, keys)
        for on in FEW:
            signed, consented = (
                {row.state: row.standing for row in members(register, "t1", on, basis=basis, dataset="d1").rows}
                for basis in ("signed", "consented")
            )
            rows = signed_not_ratified(register, ["t1"], on, dataset="d1").rows
            certain = {row.state for row in rows if row.standing == "certain"}
            only_signed = {state for state in signed if signed[state] == "member" and state not in consented}
            assert {row.state for row in rows} <= signed.keys()
            # a State that may have been suspended in between is listed as possible
            assert certain <= only_signed <= {row.state for row in rows}


@settings(max_examples=6, suppress_health_check=list(HealthCheck))
@given(keys=_batches, basis=_bases)
def test_counts_differ_on_the_days_on_which_members_differ(ledger: Ledger, keys: list[Key], basis: str) -> None:
    with ledger.attempt():
        register = written(ledger, keys)
        stretches = compare(register, "t1", ["d1", "d2"], basis=basis).about["counts_differ"]
        for on in LOOKED_AT:
            a, b = (members(register, "t1", on, basis=basis, dataset=code).count for code in ("d1", "d2"))
            told = [one for one in stretches if (one["from"] or "") <= on and (not one["to"] or on < one["to"])]
            assert [(one["a"], one["b"]) for one in told] == ([(a, b)] if a != b else [])
