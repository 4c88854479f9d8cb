"""Full text search: indexes of the words of documents and of the titles of statements."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from secdb.database import ddl

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / revision

# what stands between words: white space, marks, symbols, what is for private use
BETWEEN = (
    r"\u0000-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7"
    r"\u055A-\u055F\u0589\u058A\u05BE\u05C0\u05C3\u05C6\u05F3\u05F4\u0609-\u060D\u061B-\u061F\u066A-\u066D\u06D4"
    r"\u0964\u0965\u2000-\u206F\u20A0-\u20CF\u2116\u2117\u2122\u2190-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3008-\u3020"
    r"\u3030\u303D-\u303F\uE000-\uF8FF\uFE10-\uFE1F\uFE30-\uFE6F\uFEFF-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40"
    r"\uFF5B-\uFF65\uFFFC\uFFFD"
)
# letters of scripts that put no blanks between words: Thai, Lao, Burmese, Khmer, kana, Chinese
UNSPACED = (
    r"\u0E01-\u0E4E\u0E81-\u0ECD\u1000-\u103F\u1780-\u17D3\u2E80-\u2FD5\u3005-\u3007\u3041-\u30FF\u31F0-\u31FF"
    r"\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF66-\uFF9F\U00020000-\U0003FFFF"
)
# signs between words that FTS5 of SQLite 3.40 takes for letters, not knowing them: those of PDF bullets, for one
STRANGE = (
    r"\u061C\u061D\u2065-\u2069\u20BA-\u20CF\u23F4-\u23FF\u2427-\u243F\u244B-\u245F\u2700\u2B4D-\u2BFF\u2E2F"
    r"\u2E3C-\u2E7F\uE000-\uF8FF\uFE1A-\uFE1F\uFE53\uFE67\uFE6C-\uFE6F\uFF00"
)
# letters that FTS5 takes for others than those without the accent; and those
ACCENTED = "ЁёΆάΈέΉήΊίΪϊΐΌόΎύΫϋΰΏώ"
PLAIN = "ееααεεηηιιιιιοουυυυυωω"

# in pieces, or finding each letter of a long text would take the square of its length
SPACED = """
WITH RECURSIVE piece (start, part) AS (
  SELECT 1, substr(t, 1, 500)
  UNION ALL SELECT start + 500, substr(t, start + 500, 500) FROM piece WHERE length(part) = 500)
SELECT group_concat((
  WITH RECURSIVE letter (at, sign) AS (
    SELECT 1, substr(part, 1, 1) UNION ALL SELECT at + 1, substr(part, at + 1, 1) FROM letter WHERE at < length(part))
  SELECT group_concat(CASE WHEN sign GLOB '[{unspaced}]' THEN ' ' || sign || ' '
    WHEN sign GLOB '[{strange}]' THEN ' ' ELSE sign END, '') FROM letter), '')
FROM piece
"""

# how PostgreSQL may be told to know capital letters of all scripts, whatever the database's own locale; best first
COLLATIONS = ("pg_c_utf8", "und-x-icu", "C.utf8", "en_US.utf8")


def upgrade() -> None:
    connection = op.get_bind()
    text = (SQL / f"words.{connection.dialect.name}.sql").read_text(encoding="utf-8")
    spelt = _for_sqlite(text) if connection.dialect.name == "sqlite" else _for_postgresql(text, connection)
    for statement in ddl.statements(spelt, connection.dialect.name):
        ddl.run(connection, statement)


def downgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        for table in ("statement", "document"):
            ddl.run(connection, f"DROP INDEX ix_{table}__words")
    ddl.undo_file(connection, SQL, "words")
    if connection.dialect.name == "sqlite":
        ddl.drop_tables(connection, ("document_word", "statement_word"))


def _for_sqlite(text: str) -> str:
    parts = text.split("@WORDS(")
    return parts[0] + "".join(_words(*_argument(part)) for part in parts[1:])


def _argument(text: str) -> tuple[str, str]:
    """Split at the parenthesis that closes the one opened before the text."""
    depth = 1
    for place, sign in enumerate(text):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth == 0:
            return text[:place], text[place + 1 :]
    raise ValueError(f"no parenthesis closes: {text[:60]}")


def _words(text: str, rest: str) -> str:
    """Return the SQL of a text whose accents FTS5 does not know are gone, the letters without blanks set apart."""
    for accented, plain in zip(ACCENTED, PLAIN, strict=True):
        text = f"replace({text}, '{accented}', '{plain}')"
    unspaced, strange = (signs.encode("ascii").decode("unicode_escape") for signs in (UNSPACED, STRANGE))
    spaced = SPACED.format(unspaced=unspaced, strange=strange).strip()
    once = f"(SELECT {text} AS t)"
    return f"(SELECT CASE WHEN t GLOB '*[{unspaced}{strange}]*' THEN ({spaced}) ELSE t END FROM {once}){rest}"  # noqa: S608 - ours


def _for_postgresql(text: str, connection: sa.Connection) -> str:
    known = set(connection.execute(sa.text("SELECT collname FROM pg_collation")).scalars())
    named = [f'COLLATE "{name}"' for name in COLLATIONS if name in known]
    return (
        text.replace("@COLLATION", named[0] if named else "")
        .replace("@UNSPACED", UNSPACED)
        .replace("@BETWEEN", BETWEEN)
    )
