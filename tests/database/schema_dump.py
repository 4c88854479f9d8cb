"""The schema as each revision leaves it, kept in `schema/`: a migration that has landed never changes what it makes.

A file holds what its revision made or changed, and the names of what it dropped. A new migration, or one changed
before it lands, needs new files: `.venv/bin/python -m tests.database.schema_dump` in the repository root writes them.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory

from secdb.database import locate, migrate
from tests.database.outside import Outside
from tests.postgres import databases, start_or_join, stop

FOLDER = Path(__file__).parent / "schema"

SQLITE = "SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL"
# each query names an object and says how it is defined, as the server itself spells it
POSTGRESQL = """
SELECT 'column ' || c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod)
  || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END || COALESCE(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
  || COALESCE(E'\\n-- ' || col_description(c.oid, a.attnum), '')
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
UNION ALL SELECT 'constraint ' || conname, conrelid::regclass || ' ' || pg_get_constraintdef(oid)
FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
UNION ALL SELECT 'index ' || indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT 'trigger ' || tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'function ' || p.proname, pg_get_functiondef(p.oid) FROM pg_proc p
WHERE p.pronamespace = 'public'::regnamespace
UNION ALL SELECT 'view ' || viewname, definition FROM pg_views WHERE schemaname = 'public'
"""


def revisions() -> list[str]:
    """Return the revisions, oldest first."""
    config = Config()
    config.set_main_option("script_location", str(migrate.scripts()))
    config.set_main_option("path_separator", "os")
    return [script.revision for script in reversed(list(ScriptDirectory.from_config(config).walk_revisions()))]


def objects(client: Outside) -> dict[str, str]:
    """Return how each part of the schema is defined, white space evened out."""
    query = SQLITE if client.engine == "sqlite" else POSTGRESQL
    return {str(name): _even(str(definition)) for name, definition in client.rows(query)}


def _even(text: str) -> str:
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def dumps(client: Outside) -> dict[str, str]:
    """Migrate an empty database step by step and return what each revision made, by its name."""
    before: dict[str, str] = {}
    made = {}
    for revision in revisions():
        migrate.upgrade(locate(client.place).url, revision)
        after = objects(client)
        new = [f"-- {name}\n{after[name]}\n" for name in sorted(after) if before.get(name) != after[name]]
        gone = [f"-- dropped: {name}\n" for name in sorted(before.keys() - after.keys())]
        made[revision] = "\n".join([*new, *gone])
        before = after
    return made


def file(revision: str, engine: str) -> Path:
    return FOLDER / f"{revision}.{engine}.sql"


def write() -> None:
    """Write the files anew."""
    with tempfile.TemporaryDirectory() as folder:
        server = start_or_join(Path(folder))
        with databases(server) as new:
            for client in (Outside("sqlite", f"{folder}/register.db"), Outside("postgresql", new())):
                for revision, text in dumps(client).items():
                    file(revision, client.engine).write_text(text, encoding="utf-8")
        stop(server)


if __name__ == "__main__":
    write()
