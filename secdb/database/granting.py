"""PostgreSQL: a role that reads the public views and can do nothing else.

Views run with their owner's rights, so the role needs none on the tables. What everybody may do by PostgreSQL's own
default (temporary tables, large objects, code of its own, advisory locks, which hold writers up) is taken from
everybody and given back to those who write the register. Afterwards the server itself is asked what the role can
still do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.database.connect import make_engine
from secdb.database.ddl import run
from secdb.database.health import require_current
from secdb.errors import NotFoundError, RefusedError
from secdb.models.views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.database.location import Location

# built-in functions by which anybody can leave something behind or hold others up
HARMFUL = (
    r"(lo_\w+|loread|lowrite|pg_(try_)?advisory\w+|pg_logical_emit_message|pg_sleep\w*|pg_notify|pg_export_snapshot)"
)
OURS = ("members_on", "changes", "secdb_asked", "secdb_find", "secdb_words")

# lo_import and lo_export touch the server's files and are a superuser's from the start
_HARMFUL = """
SELECT p.oid::regprocedure::text AS called, has_function_privilege(:role, p.oid, 'EXECUTE') AS is_open
FROM pg_proc AS p
WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname ~ :names AND p.proname !~ '^lo_(im|ex)port$' ORDER BY 1
"""
_OURS = """
SELECT p.oid::regprocedure::text FROM pg_proc AS p
WHERE p.pronamespace = current_schema()::regnamespace AND p.proname = ANY (:names) ORDER BY 1
"""
# in which anybody may write a DO block
_LANGUAGES = "SELECT quote_ident(lanname) FROM pg_language WHERE lanispl AND lanpltrusted ORDER BY 1"
_WRITERS = """
SELECT r.rolname FROM pg_roles AS r
WHERE NOT r.rolsuper AND r.rolname !~ '^pg_' AND r.rolname <> :role
  AND has_table_privilege(r.oid, 'revision', 'INSERT') ORDER BY 1
"""
_ROLE = """
SELECT r.rolsuper, r.rolcreaterole, r.rolcreatedb, r.rolreplication, r.rolbypassrls,
  ARRAY(SELECT g.rolname::text FROM pg_auth_members AS m JOIN pg_roles AS g ON g.oid = m.roleid
    WHERE m.member = r.oid ORDER BY 1) AS groups,
  EXISTS (SELECT 1 FROM pg_shdepend AS d WHERE d.refobjid = r.oid AND d.refclassid = 'pg_authid'::regclass
    AND d.deptype = 'o') AS owns
FROM pg_roles AS r WHERE r.rolname = :role
"""
# what a reader must not be able to do; asked of the server after all grants
_LEFT = """
SELECT 'TEMPORARY on the database' AS left_over
WHERE has_database_privilege(:role, current_database(), 'TEMPORARY')
UNION ALL SELECT 'CREATE on the database' WHERE has_database_privilege(:role, current_database(), 'CREATE')
UNION ALL SELECT 'CREATE on schema ' || n.nspname FROM pg_namespace AS n
WHERE n.nspname !~ '^pg_(toast|temp)' AND has_schema_privilege(:role, n.oid, 'CREATE')
UNION ALL SELECT 'USAGE on schema ' || n.nspname FROM pg_namespace AS n
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', current_schema())
  AND has_schema_privilege(:role, n.oid, 'USAGE')
UNION ALL SELECT 'rights on ' || c.oid::regclass::text FROM pg_class AS c
WHERE c.relnamespace = current_schema()::regnamespace
  AND ((c.relkind IN ('r', 'p', 'v', 'm', 'f') AND (
    has_table_privilege(:role, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
    OR has_any_column_privilege(:role, c.oid, 'INSERT, UPDATE, REFERENCES')
    OR (c.relname <> ALL (:readable) AND has_any_column_privilege(:role, c.oid, 'SELECT'))))
  OR (c.relkind = 'S' AND has_sequence_privilege(:role, c.oid, 'USAGE, SELECT, UPDATE')))
UNION ALL SELECT 'EXECUTE on ' || p.oid::regprocedure::text FROM pg_proc AS p
WHERE p.prosecdef AND p.pronamespace <> 'pg_catalog'::regnamespace AND has_function_privilege(:role, p.oid, 'EXECUTE')
UNION ALL SELECT 'USAGE on language ' || l.lanname FROM pg_language AS l
WHERE l.lanispl AND has_language_privilege(:role, l.oid, 'USAGE')
UNION ALL SELECT 'EXECUTE on ' || COUNT(*) || ' built-in functions: ' ||
  string_agg(DISTINCT p.proname, ', ' ORDER BY p.proname)
FROM pg_proc AS p
WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname ~ :harmful
  AND has_function_privilege(:role, p.oid, 'EXECUTE')
HAVING COUNT(*) > 0
ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class Right:
    """A right given (`GRANT`) or taken (`REVOKE`); PUBLIC is everybody."""

    action: str
    right: str
    on: str
    role: str


@dataclass(frozen=True, slots=True)
class Granted:
    """What was done for a reader, and what it can do all the same, which another must take from it."""

    rights: tuple[Right, ...]
    left_over: tuple[str, ...]


def grant_reader(location: Location, role: str, *, dry_run: bool = False) -> Granted:
    """Let a role of the server read the public views and do nothing else.

    All of it or nothing; with `dry_run` it is done and taken back. Raises RefusedError on SQLite, or for a role that
    has more rights than can be taken here, NotFoundError when the server has no such role, DatabaseError for a register
    that is none or of another schema.
    """
    if location.path is not None:
        raise RefusedError(
            f"{location.shown} is an SQLite file, which has no roles: who may read the file may read it all; "
            "`grant-reader` is for PostgreSQL"
        )
    require_current(location)
    engine = make_engine(location.url)
    try:
        with engine.connect() as connection, connection.begin() as transaction:
            _require_plain(connection, role)
            rights = tuple(_apply(connection, role))
            left_over = tuple(_left_over(connection, role))
            if dry_run:
                transaction.rollback()
            return Granted(rights, left_over)
    except sa.exc.ProgrammingError as error:
        reason = str(error.orig).strip().splitlines()[0]
        raise RefusedError(
            f"the server refuses ({reason}); do it as the owner of the database or a superuser"
        ) from error
    finally:
        engine.dispose()


def _require_plain(connection: sa.Connection, role: str) -> None:
    """Refuse a role whose rights come from elsewhere than grants to itself."""
    found = connection.execute(sa.text(_ROLE), {"role": role}).mappings().first()
    if found is None:
        raise NotFoundError(f"the server has no role {role}; make it with: CREATE ROLE {_name(connection, role)} LOGIN")
    powers = ("super", "createrole", "createdb", "replication", "bypassrls")
    held = [power.upper() for power in powers if found[f"rol{power}"]]
    held = ["SUPERUSER" if power == "SUPER" else power for power in held]
    if held:
        raise RefusedError(f"{role} has {', '.join(held)}, which no grant takes away; name a role without")
    if found["groups"]:
        raise RefusedError(
            f"{role} is a member of {', '.join(found['groups'])} and has their rights; revoke that first"
        )
    if found["owns"]:
        raise RefusedError(f"{role} owns objects of the server, and an owner may do everything; name another role")


def _apply(connection: sa.Connection, role: str) -> Iterator[Right]:
    """Give and take the rights, in this order: a writer is given what everybody loses before everybody loses it."""
    schema, database = _place(connection)
    harmful = connection.execute(sa.text(_HARMFUL), {"names": f"^{HARMFUL}$", "role": role}).all()
    called = f"FUNCTION {', '.join(row.called for row in harmful)}"
    told = f"{len(harmful)} built-in functions of large objects, advisory locks, waiting, notices and the server's log"
    languages = [f"LANGUAGE {name}" for name in connection.scalars(sa.text(_LANGUAGES))]
    writers = list(connection.scalars(sa.text(_WRITERS), {"role": role}))
    for writer in writers:
        yield _grant(connection, "TEMPORARY", f"DATABASE {database}", writer)
        yield _grant(connection, "EXECUTE", called, writer, told)
        for language in languages:
            yield _grant(connection, "USAGE", language, writer)
    yield _revoke(connection, "TEMPORARY", f"DATABASE {database}", None)
    yield _revoke(connection, "CREATE", f"SCHEMA {schema}", None)
    if any(row.is_open for row in harmful):
        yield _revoke(connection, "EXECUTE", called, None, told)
    for language in languages:
        yield _revoke(connection, "USAGE", language, None)
    for kind in ("TABLES", "SEQUENCES", "FUNCTIONS"):
        _revoke(connection, "ALL", f"ALL {kind} IN SCHEMA {schema}", role)
    for place in (f"SCHEMA {schema}", f"DATABASE {database}"):
        _revoke(connection, "ALL", place, role)
    functions = connection.scalars(sa.text(_OURS), {"names": list(OURS)})
    yield _grant(connection, "CONNECT", f"DATABASE {database}", role)
    yield _grant(connection, "USAGE", f"SCHEMA {schema}", role)
    views = f"the {len(VIEWS)} public views, and the table alembic_version"
    yield _grant(connection, "SELECT", ", ".join((*VIEWS, "alembic_version")), role, views)
    yield _grant(connection, "EXECUTE", f"FUNCTION {', '.join(functions)}", role, f"FUNCTION {', '.join(OURS)}")


def _left_over(connection: sa.Connection, role: str) -> list[str]:
    asked = {"role": role, "readable": [*VIEWS, "alembic_version"], "harmful": f"^{HARMFUL}$"}
    return list(connection.scalars(sa.text(_LEFT), asked))


def _place(connection: sa.Connection) -> tuple[str, str]:
    """Return the schema of the register and the database, each as SQL spells it."""
    row = connection.execute(sa.text("SELECT quote_ident(current_schema()), quote_ident(current_database())")).one()
    return row[0], row[1]


def _grant(connection: sa.Connection, right: str, on: str, role: str, told: str | None = None) -> Right:
    """Give a right; `told` is what it is on in fewer words."""
    run(connection, f"GRANT {right} ON {on} TO {_name(connection, role)}")
    return Right("GRANT", right, told or on, role)


def _revoke(connection: sa.Connection, right: str, on: str, role: str | None, told: str | None = None) -> Right:
    """Take a right from a role, or from PUBLIC."""
    run(connection, f"REVOKE {right} ON {on} FROM {'PUBLIC' if role is None else _name(connection, role)}")
    return Right("REVOKE", right, told or on, role or "PUBLIC")


def _name(connection: sa.Connection, role: str) -> str:
    """Return the role as SQL names it, always in quotation marks: `public` would be everybody."""
    return connection.dialect.identifier_preparer.quote_identifier(role)
