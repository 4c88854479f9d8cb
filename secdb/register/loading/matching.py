"""Which staged rows are on record already, which repeat another, and what they refer to: by questions to the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.register.loading.reading import NAMED
from secdb.register.loading.refusing import refuse_all
from secdb.register.loading.staging import Fate
from secdb.register.rows.inserting import inserted
from secdb.register.rows.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from secdb.register.loading.refusals import Refusals
    from secdb.register.loading.staging import Stage
    from secdb.register.rows.layout import Reference

    Columns = Sequence[sa.ColumnElement[Any]]

MATCH = sa.Table(
    "staged_match",
    sa.MetaData(),
    sa.Column("row_n", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("id", sa.Integer),
    prefixes=["TEMPORARY"],
)
"""Rows and the ids that they are to have."""
PAIRS = sa.Table(
    "staged_pair",
    sa.MetaData(),
    sa.Column("row_n", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("first", sa.Integer),
    prefixes=["TEMPORARY"],
)
"""Rows and the first that agrees with each."""

_KEYS = sa.Table(
    "staged_key",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("nth", sa.Integer),
    sa.Column("key", sa.Text),
    prefixes=["TEMPORARY"],
)
_BETWEEN = "\x1f"  # between the parts of a key


class Matcher:
    """Settles the staged rows of one table after the other, each after those that it refers to."""

    def __init__(self, connection: sa.Connection, stages: Mapping[str, Stage], refusals: Refusals) -> None:
        self._connection = connection
        self._stages = stages
        self._refusals = refusals

    def settle(self, stage: Stage, *, is_tolerant: bool) -> None:
        """Give every row its fate and id, and what it refers to.

        A row that repeats another is refused, but if it is the same in every value and `is_tolerant`.
        """
        own = [one for one in stage.named if one.table == stage.layout.table.name]
        for one in stage.named:
            if one not in own:
                self._resolve(stage, one)
        self.follow(stage)
        self._find_doubles(stage, is_tolerant=is_tolerant)
        if not stage.layout.has_code:
            self._match(stage)
        for one in own:
            self._resolve(stage, one)
            self.follow(stage)
            self._order(stage, one)

    def _resolve(self, stage: Stage, one: Reference) -> None:
        """Find the records that rows name by the number of a row; a number that no row has is a problem."""
        staged = stage.table.c
        number, column = staged[one.column + NAMED], staged[one.column]
        is_named = number.is_not(None) & (staged.row_fate != Fate.REFUSED)
        if one.table in self._stages and not self._is_placed(stage, one):
            target = self._stages[one.table].table.alias("target")
            found = sa.select(sa.func.min(target.c.id)).where(target.c.row_name == number).scalar_subquery()
            self._connection.execute(sa.update(stage.table).where(is_named).values({one.column: found}))
        query = sa.select(stage.table).where(is_named, column.is_(None)).order_by(staged.row_n)

        def unfound(row: sa.Row[Any]) -> Problem:
            name = getattr(row, number.name)
            return Problem(row.row_file, row.row_line, one.name, name, f"there is no such {one.table}")

        refuse_all(self._connection, stage, query, unfound, self._refusals.add)

    def _is_placed(self, stage: Stage, one: Reference) -> bool:
        """Tell whether all rows have what they refer to since they were read, and that is still called so."""
        target = self._stages[one.table]
        return one.name not in stage.reader.unplaced and not (target.has_refused or target.has_moved)

    def follow(self, stage: Stage) -> None:
        """Refuse what refers to a row that is refused."""
        staged = stage.table.c
        for one in stage.layout.references:
            target = self._stages.get(one.table)
            if target is None or not target.has_refused or one.column not in staged:
                continue
            rows = target.table.alias("target")
            refused = sa.select(rows.c.id).where(rows.c.row_fate == Fate.REFUSED)
            query = sa.select(stage.table).where(staged.row_fate != Fate.REFUSED, staged[one.column].in_(refused))

            def following(row: sa.Row[Any], one: Reference = one) -> Problem:
                return Problem(row.row_file, row.row_line, one.name, None, "refers to a row that is refused")

            refuse_all(self._connection, stage, query.order_by(staged.row_n), following, self._refusals.follow)

    def _find_doubles(self, stage: Stage, *, is_tolerant: bool) -> None:
        """Find rows that are called as another one is, or are the same record where that may stand once."""
        staged, layout = stage.table.c, stage.layout
        if stage.is_named and self._pair(stage, [staged.row_name], staged.row_name.is_not(None)):
            if is_tolerant and layout.has_code:
                self._pass_over(stage)
            self._refuse_doubles(stage, layout.identity, "stands in line {} as well")
        columns = [staged[name] for name in stage.given_key]
        if not layout.has_code and not layout.repeats and self._pair(stage, columns, staged.row_fate != Fate.REFUSED):
            if is_tolerant:
                self._pass_over(stage)
            key = ", ".join(column.removesuffix("_id") for column in layout.key)
            self._refuse_doubles(stage, None, f"the same record as in line {{}}: they agree in {key}")

    def _pair(self, stage: Stage, key: Columns, where: sa.ColumnElement[bool]) -> bool:
        """Find the rows that agree in some columns with an earlier one, and the first of those; tell whether any do."""
        if key and not self._has_doubles(stage, key, where):
            return False
        first = sa.func.min(stage.table.c.row_n).over(partition_by=key).label("first")
        numbered = sa.select(stage.table.c.row_n, first).where(where).subquery()
        pairs = sa.select(numbered).where(numbered.c.row_n > numbered.c.first)
        self._connection.execute(sa.delete(PAIRS))
        return bool(inserted(self._connection, sa.insert(PAIRS).from_select(["row_n", "first"], pairs)))

    def _has_doubles(self, stage: Stage, key: Columns, where: sa.ColumnElement[bool]) -> bool:
        """Tell whether rows agree in some columns; most files have none, and counting is quicker than pairing."""
        doubles = sa.select(sa.func.count()).select_from(stage.table).where(where).group_by(*key)
        return self._connection.scalar(doubles.having(sa.func.count() > 1).limit(1)) is not None

    def _pass_over(self, stage: Stage) -> None:
        """Let rows that repeat another in every value stand for its record."""
        staged, other, pairs = stage.table.c, stage.table.alias("other"), PAIRS
        is_same = sa.and_(sa.true(), *(staged[name].is_not_distinct_from(other.c[name]) for name in stage.reader.given))
        query = (
            sa.select(staged.row_n, other.c.id)
            .join_from(stage.table, pairs, pairs.c.row_n == staged.row_n)
            .join(other, other.c.row_n == pairs.c.first)
            .where(staged.row_fate != Fate.REFUSED, other.c.row_fate != Fate.REFUSED, is_same)
        )
        self._give(stage, query, Fate.REPEATED)

    def _refuse_doubles(self, stage: Stage, column: str | None, message: str) -> None:
        staged, other, pairs = stage.table.c, stage.table.alias("other"), PAIRS
        query = (
            sa.select(stage.table, other.c.row_line.label("other_line"))
            .join_from(stage.table, pairs, pairs.c.row_n == staged.row_n)
            .join(other, other.c.row_n == pairs.c.first)
            .where(staged.row_fate.in_([Fate.NEW, Fate.ON_RECORD]))
            .order_by(staged.row_n)
        )

        def double(row: sa.Row[Any]) -> Problem:
            value = row.row_name if column else None
            return Problem(row.row_file, row.row_line, column, value, message.format(row.other_line))

        refuse_all(self._connection, stage, query, double, self._refusals.add)

    def _match(self, stage: Stage) -> None:
        """Find the records on file: the n-th row of a key is the n-th record of it."""
        staged, record = stage.table.c, stage.layout.table.c
        # in a table of its own: SQLite would compare every row with every record where it expects few
        _KEYS.create(self._connection)
        of_records = _numbered(record, stage.given_key, record.id, _near(stage))
        if inserted(self._connection, sa.insert(_KEYS).from_select(["id", "nth", "key"], of_records)):
            self._connection.exec_driver_sql(f"CREATE INDEX ix_{_KEYS.name} ON {_KEYS.name} (key, nth)")
            of_rows = _numbered(staged, stage.given_key, staged.row_n, staged.row_fate == Fate.NEW).subquery()
            is_same = (_KEYS.c.key == of_rows.c.key) & (_KEYS.c.nth == of_rows.c.nth)
            query = sa.select(of_rows.c.row_n, _KEYS.c.id).join_from(of_rows, _KEYS, is_same)
            if self._give(stage, query, Fate.ON_RECORD):
                # the others are numbered without gaps
                number = sa.func.row_number().over(order_by=staged.row_n) + (stage.first_id - 1)
                self._give(stage, sa.select(staged.row_n, number).where(staged.row_fate == Fate.NEW), Fate.NEW)
        _KEYS.drop(self._connection)

    def _give(self, stage: Stage, query: sa.Select[Any], fate: Fate) -> int:
        """Give rows their ids and a fate; return to how many."""
        staged = stage.table.c
        self._connection.execute(sa.delete(MATCH))
        count = inserted(self._connection, sa.insert(MATCH).from_select(["row_n", "id"], query))
        if count:
            stage.has_moved = True
            found = sa.select(MATCH.c.id).where(MATCH.c.row_n == staged.row_n).scalar_subquery()
            where = staged.row_n.in_(sa.select(MATCH.c.row_n))
            self._connection.execute(sa.update(stage.table).where(where).values(id=found, row_fate=fate.value))
        return count

    def _order(self, stage: Stage, one: Reference) -> None:
        """Put new rows into waves, each after the row of its own table that it refers to; a circle is a problem."""
        staged, target = stage.table.c, stage.table.alias("target")
        is_new = staged.row_fate == Fate.NEW
        column, wave = staged[one.column], 0
        targets = sa.select(target.c.id).where(target.c.row_fate == Fate.NEW)
        # -1 = waits for another row
        waiting = sa.update(stage.table).where(is_new, column.in_(targets)).values(row_wave=-1)
        left = self._connection.execute(waiting).rowcount
        while left:
            placed = targets.where(target.c.row_wave == wave)
            next_wave = sa.update(stage.table).where(is_new, staged.row_wave == -1, column.in_(placed))
            moved = self._connection.execute(next_wave.values(row_wave=wave + 1)).rowcount
            if not moved:
                break
            wave, left = wave + 1, left - moved
        stage.waves = wave + 1
        query = sa.select(stage.table).where(is_new, staged.row_wave == -1).order_by(staged.row_n)

        def circular(row: sa.Row[Any]) -> Problem:
            message = "refers to itself, or to a row that refers back to it"
            return Problem(row.row_file, row.row_line, one.name, None, message)

        refuse_all(self._connection, stage, query, circular, self._refusals.add)


def _near(stage: Stage) -> sa.ColumnElement[bool]:
    """Tell of the records on file that may be a staged row, and of few others."""
    record, staged = stage.layout.table.c, stage.table.c
    given = stage.given_key
    same = [_is(record[name], stage.reader.empty[name]) for name in stage.layout.key if name not in given]
    anchor = next((name for name in given if not record[name].nullable and record[name].foreign_keys), None)
    if anchor is not None:
        same.append(record[anchor].in_(sa.select(staged[anchor]).where(staged.row_fate == Fate.NEW).distinct()))
    return sa.and_(sa.true(), *same)


def _is(column: sa.Column[Any], value: object) -> sa.ColumnElement[bool]:
    """Compare with what all rows have; without an index for what nearly all records have: no value."""
    if value is None and isinstance(column.type, sa.Integer):
        return (column + 0).is_(None)
    return column == value


def _numbered(
    columns: sa.ColumnCollection[str, sa.Column[Any]],
    key: Sequence[str],
    number: sa.Column[Any],
    where: sa.ColumnElement[bool],
) -> sa.Select[Any]:
    """Select rows with their place among those of the same key, and that as one text, no value as an empty one."""
    nth = sa.func.row_number().over(partition_by=[columns[name] for name in key], order_by=number)
    text: sa.ColumnElement[Any] = sa.literal("")
    for name in key:
        text = text.concat(sa.func.coalesce(sa.cast(columns[name], sa.Text), "")).concat(_BETWEEN)
    return sa.select(number, nth.label("nth"), text.label("key")).where(where)
