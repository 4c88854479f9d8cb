"""Loading rows in the package format: every row checked, what is new written in bulk, what is on record left as it is.

Rows are staged in tables of the transaction's own as they are read, so memory holds few of them whatever their number.
Then the engine itself finds what is on record, numbers the rest and copies it into the register, where every constraint
and the change log are as they always are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.errors import NotFoundError
from secdb.models.records import recorded_tables
from secdb.register.loading.comparing import Difference, count_different, differences
from secdb.register.loading.matching import MATCH, PAIRS, Matcher
from secdb.register.loading.references import References
from secdb.register.loading.refusals import Listed
from secdb.register.loading.staging import Fate, Stage
from secdb.register.loading.writing import write
from secdb.register.rows.layout import layout_of
from secdb.register.rows.problems import ProblemsError
from secdb.register.switch import paused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sqlalchemy.orm import Session

    from secdb.register.loading.refusals import Refusals
    from secdb.register.rows.problems import Row

__all__ = ["Counts", "Difference", "LoadResult", "Loading", "load"]


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What loading did: rows `inserted`, rows `unchanged` (on record with the same values), differences `kept`."""

    inserted: int
    unchanged: int
    kept: list[Difference]
    by_table: dict[str, int]
    """Rows inserted, by table; tables without any are left out."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the rows of a table: all `given` are new, unchanged, different, repeated or refused.

    `different` = on record with other values, which stay; `repeated` = the same as another row in every value.
    """

    given: int
    new: int
    unchanged: int
    different: int
    repeated: int
    refused: int


def load(session: Session, tables: Iterable[tuple[str, Iterable[Row]]]) -> LoadResult:
    """Load tables in the package format, in whatever order they come; loading the same again changes nothing.

    A record on file is never overwritten: where the package says otherwise, that is in `kept`. Raises ProblemsError
    with everything wrong with the data, and then nothing is written. To be called inside `revise`.
    """
    given = dict(tables)
    if unknown := sorted(given.keys() - set(recorded_tables())):
        raise NotFoundError(f"there is no table {unknown[0]!r}; there are {', '.join(recorded_tables())}")
    session.flush()
    with paused(session):
        refusals = Listed()
        loading = Loading(session.connection(), refusals)
        for name in recorded_tables():
            for row in given.get(name, ()):
                loading.add(name, row)
            loading.settle()
        if not refusals.count:
            loading.write()
        if refusals.count:
            raise ProblemsError(refusals.problems)
        result = _result(loading)
        loading.close()
    session.expire_all()
    return result


def _result(loading: Loading) -> LoadResult:
    counts = loading.counts()
    by_table = {name: of_table.new for name, of_table in counts.items() if of_table.new}
    unchanged = sum(of_table.unchanged for of_table in counts.values())
    return LoadResult(sum(by_table.values()), unchanged, list(loading.differences()), by_table)


class Loading:
    """One load under way: rows are added, then `settle`d, then written; `close` takes its own tables away.

    With `is_tolerant` a row that repeats another in every value is passed over; else it is a problem.
    """

    def __init__(self, connection: sa.Connection, refusals: Refusals, *, is_tolerant: bool = False) -> None:
        self.stages: dict[str, Stage] = {}
        self._connection = connection
        self._refusals = refusals
        self._is_tolerant = is_tolerant
        self._references = References(connection)
        self._matcher = Matcher(connection, self.stages, refusals)
        self._settled: set[str] = set()
        MATCH.create(connection)
        PAIRS.create(connection)

    def add(self, name: str, row: Row) -> None:
        """Take a row of a table; the records with codes that it refers to must have come before."""
        stage = self.stages.get(name)
        if stage is None:
            stage = self.stages[name] = Stage(self._connection, layout_of(name), self._references, self._refusals)
        stage.add(row)

    def settle(self) -> None:
        """Find what the rows refer to and which are on record; no more can be added to their tables."""
        for stage in self._ordered():
            if stage.layout.table.name not in self._settled:
                stage.finish()
                self._matcher.settle(stage, is_tolerant=self._is_tolerant)
                self._settled.add(stage.layout.table.name)

    def write(self, written: Callable[[int], None] = lambda _: None) -> None:
        """Write the new rows, all but those that the database refuses and what refers to them."""
        for stage in self._ordered():
            self._matcher.follow(stage)
            write(self._connection, stage, self._refusals, written)

    def counts(self) -> dict[str, Counts]:
        """Return what became of the rows, by table."""
        return {stage.layout.table.name: self._counted(stage) for stage in self._ordered()}

    def differences(self) -> Iterator[Difference]:
        """Yield how rows differ from the records that they are."""
        for stage in self._ordered():
            yield from differences(self._connection, stage)

    def close(self) -> None:
        """Take the loading's own tables away."""
        for stage in self.stages.values():
            stage.drop()
        MATCH.drop(self._connection)
        PAIRS.drop(self._connection)

    def _ordered(self) -> list[Stage]:
        """Return the stages, each after those that it refers to."""
        return [self.stages[name] for name in recorded_tables() if name in self.stages]

    def _counted(self, stage: Stage) -> Counts:
        fate = stage.table.c.row_fate
        query = sa.select(fate, sa.func.count()).select_from(stage.table).group_by(fate)
        found = {row[0]: row[1] for row in self._connection.execute(query)}
        new, on_record, repeated, refused = (found.get(one.value, 0) for one in Fate)
        different = count_different(self._connection, stage) if on_record else 0
        return Counts(stage.count, new, on_record - different, different, repeated, refused)
