"""What all tables share: the naming convention, the column types and the rules written again and again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, MappedColumn, mapped_column

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from sqlalchemy.engine import Dialect

# two underscores keep table and column apart in a constraint's name
NAMING = {
    "pk": "pk_%(table_name)s",
    "ix": "ix_%(table_name)s__%(column_0_N_name)s",
    "uq": "uq_%(table_name)s__%(column_0_N_name)s",
    "ck": "ck_%(table_name)s__%(constraint_name)s",
    "fk": "fk_%(table_name)s__%(column_0_N_name)s",
}


class Day(sa.types.TypeDecorator[dt.date]):
    """A calendar day: `date` on PostgreSQL, ISO text on SQLite, where tables are STRICT."""

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> sa.types.TypeEngine[Any]:
        """Choose the column type of the engine."""
        return dialect.type_descriptor(sa.Date() if dialect.name == "postgresql" else sa.Text())

    def process_bind_param(self, value: dt.date | None, dialect: Dialect) -> Any:  # noqa: ANN401
        """Send ISO text to SQLite."""
        return value if value is None or dialect.name == "postgresql" else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.date | None:  # noqa: ANN401
        """Read ISO text from SQLite."""
        return value if value is None or dialect.name == "postgresql" else dt.date.fromisoformat(value)


DAY = Day()
JSON_TEXT = sa.Text().with_variant(JSONB(), "postgresql")

# a day as Python's `date` has it
_DAY_RULE = {
    "sqlite": "{0} IS date({0}, '+0 days') AND {0} >= '0001-01-01'",
    "postgresql": "{0} BETWEEN '0001-01-01' AND '9999-12-31'",
}

# a code without blanks; whether `\s` has the no-break space depends on the server's locale
_WHOLE_RULE = {
    "sqlite": "{0} NOT GLOB '*[' || char(9, 10, 11, 12, 13, 32, 160) || ']*'",
    "postgresql": r"{0} !~ '[\s\u00a0]'",
}

Key = Annotated[int, mapped_column(sa.Integer, primary_key=True, comment="number of the row")]
Text = Annotated[str, mapped_column(sa.Text)]
Flag = Annotated[int, mapped_column(sa.Integer, server_default=sa.text("0"))]  # 0 or 1 on both engines


class Base(DeclarativeBase):
    """The declarative base of every table."""

    metadata = sa.MetaData(naming_convention=NAMING)

    def __init_subclass__(cls, **options: Any) -> None:  # noqa: ANN401
        """Let the database say of each table what the class says of itself."""
        super().__init_subclass__(**options)
        cls.metadata.tables[cls.__tablename__].comment = " ".join((cls.__doc__ or "").split()) or None

    def __repr__(self) -> str:
        """Name the table and the key; safe on a detached row."""
        return f"<{type(self).__name__} {sa.inspect(self).identity}>"


def sparse(name: str, column: str) -> sa.Index:
    """Return an index of a column in which most rows have no value: those are not in it."""
    has_value = sa.text(f"{column} IS NOT NULL")
    return sa.Index(name, column, sqlite_where=has_value, postgresql_where=has_value)


def ref(target: str, comment: str, *, optional: bool = False, index: bool = False) -> MappedColumn[Any]:
    """Return a foreign key column to `target` (`table.column`)."""
    return mapped_column(sa.Integer, sa.ForeignKey(target), nullable=optional, index=index, comment=comment)


def words(vocabulary: type[StrEnum], comment: str, *, optional: bool = False, default: str | None = None) -> Any:  # noqa: ANN401
    """Return a column that holds one word of a closed list; `one_of` makes the CHECK."""
    return mapped_column(
        sa.Text,
        nullable=optional,
        server_default=default,
        comment=f"{comment}: {', '.join(vocabulary)}",
        info={"words": tuple(vocabulary)},
    )


def day(comment: str) -> Any:  # noqa: ANN401
    """Return an optional column for a calendar day; `days` makes the CHECK."""
    return mapped_column(DAY, nullable=True, comment=comment)


def note(comment: str) -> Any:  # noqa: ANN401
    """Return an optional text column with its meaning."""
    return mapped_column(sa.Text, nullable=True, comment=comment)


def one_of(column: str, vocabulary: type[StrEnum]) -> sa.CheckConstraint:
    """Refuse a word that is not in the list."""
    listed = ", ".join(f"'{word}'" for word in vocabulary)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def one_of_often(column: str, vocabulary: type[StrEnum]) -> list[sa.CheckConstraint]:
    """Refuse a word that is not in the list, in a table of which many rows are written at once.

    SQLite makes a table of a list, for each row that a trigger writes anew: alternatives cost it a third of that.
    """
    alternatives = " OR ".join(f"{column} = '{word}'" for word in vocabulary)
    listed = one_of(column, vocabulary).ddl_if(dialect="postgresql")
    return [sa.CheckConstraint(alternatives, name=f"{column}_known").ddl_if(dialect="sqlite"), listed]


def flag(column: str) -> sa.CheckConstraint:
    """Refuse anything but 0 and 1."""
    return sa.CheckConstraint(f"{column} IN (0, 1)", name=f"{column}_flag")


def days(*columns: str) -> list[sa.CheckConstraint]:
    """Refuse what is no day of the years 1 to 9999: `2023-02-30` on SQLite, `infinity` on PostgreSQL."""
    return [
        sa.CheckConstraint(rule.format(column), name=f"{column}_day").ddl_if(dialect=dialect)
        for column in columns
        for dialect, rule in _DAY_RULE.items()
    ]


def recorded_date(name: str) -> list[sa.CheckConstraint]:
    """Rules of a date as recorded: `NAME_text`, `NAME_edtf`, `NAME_earliest`, `NAME_latest` (inclusive days)."""
    earliest, latest = f"{name}_earliest", f"{name}_latest"
    return [
        *days(earliest, latest),
        sa.CheckConstraint(f"{earliest} <= {latest}", name=f"{name}_ordered"),
        sa.CheckConstraint(
            f"{name}_edtf IS NOT NULL OR ({earliest} IS NULL AND {latest} IS NULL)", name=f"{name}_stated"
        ),
    ]


def period() -> list[sa.CheckConstraint]:
    """Rules of a period (DESIGN 3): bounds ordered, and an end that has happened has a first possible day."""
    return [
        *days("start_earliest", "start_latest", "end_earliest", "end_latest"),
        sa.CheckConstraint("start_earliest <= start_latest", name="start_ordered"),
        sa.CheckConstraint("end_earliest <= end_latest", name="end_ordered"),
        sa.CheckConstraint("start_earliest <= end_latest", name="start_before_end"),
        sa.CheckConstraint("end_latest IS NULL OR end_earliest IS NOT NULL", name="end_known_since"),
    ]


def blankless(column: str) -> list[sa.CheckConstraint]:
    """Refuse a code with blanks of any sort, which nobody sees in a command."""
    return [
        sa.CheckConstraint(rule.format(column), name=f"{column}_whole").ddl_if(dialect=dialect)
        for dialect, rule in _WHOLE_RULE.items()
    ]


def hashed(column: str, content: str, name: str) -> list[sa.CheckConstraint]:
    """Refuse what is not the SHA-256 of the content, bytes in SQL.

    PostgreSQL can tell; SQLite only what a hash looks like, so there `secdb check` compares.
    """
    form = f"length({column}) = 64 AND ltrim({column}, '0123456789abcdef') = ''"
    true = f"{column} = encode(sha256({content}), 'hex')"
    return [
        sa.CheckConstraint(true, name=f"{name}_true").ddl_if(dialect="postgresql"),
        sa.CheckConstraint(form, name=f"{name}_form").ddl_if(dialect="sqlite"),
    ]


def record_rules(*groups: Iterable[sa.schema.SchemaItem]) -> tuple[Any, ...]:
    """Return `__table_args__` of a table whose rows are numbered by the database, from 1.

    SQLite, where a row without a number shows as -1 to some triggers, refuses others by a trigger.
    """
    positive = sa.CheckConstraint("id > 0", name="id_positive").ddl_if(dialect="postgresql")
    return rules([positive], *groups)


def rules(*groups: Iterable[sa.schema.SchemaItem]) -> tuple[Any, ...]:
    """Return `__table_args__` from groups of constraints; tables are STRICT on SQLite."""
    return (*(item for group in groups for item in group), {"sqlite_strict": True})
