"""The folder is the rule: imports point one way, secdb/ does not print, help loads little."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
SOURCES = sorted(
    path.relative_to(ROOT).as_posix() for folder in ("secdb", "cli") for path in (ROOT / folder).rglob("*.py")
)

FOUNDATION = {"models", "names", "lookup", "law", "period", "vocabulary", "database", "errors"}
SERVICES = {"intake", "register", "reports", "exchange"}
MAY_IMPORT = {
    "cli": {"cli", "secdb"} | SERVICES | FOUNDATION,
    "secdb": SERVICES | FOUNDATION,  # the package's own modules: what Python callers see
    **{service: {service} | FOUNDATION for service in SERVICES},
    **dict.fromkeys(FOUNDATION, FOUNDATION),
}
NOT_FOR_HELP = {"alembic", "importlib.metadata", "psycopg", "rich", "sqlalchemy", "tabulate"}


def import_faults(path: str, source: str) -> list[str]:
    """Return what the file may not import; `path` is relative to the root, such as `secdb/reports/members.py`."""
    here = _part(path.removesuffix(".py").replace("/", "."))
    if here not in MAY_IMPORT:
        return [f"{path} stands in no layer"]
    faults = []
    for line, module, is_relative in _imports(path, source):
        there = _part(module)
        if there and there not in MAY_IMPORT[here]:
            faults.append(f"{path}:{line} imports {module}")
        elif here == there == "cli" and not is_relative:
            faults.append(f"{path}:{line} names {module}, which is elsewhere in the wheel: import it relatively")
    return faults


def _imports(path: str, source: str) -> Iterator[tuple[int, str, bool]]:
    """Yield line, full name (`a.b` for `from a import b`) and whether it was relative of all that is imported."""
    package = Path(path).parent.parts
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, False) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            start = ".".join([*base, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{start}.{alias.name}", bool(node.level)) for alias in node.names)


def _part(module: str) -> str | None:
    """Return which part of the program a module belongs to, None for other people's; our version is for everyone."""
    first, _, rest = module.partition(".")
    if first != "secdb" or rest == "__version__":
        return "cli" if first == "cli" else None
    part = rest.partition(".")[0]
    return "secdb" if part in {"", "__init__", "__main__"} else part


def terminal_faults(path: str, source: str) -> list[str]:
    """Return where a file prints or reads the command line: both are the business of cli/."""
    return [
        f"{path}:{node.lineno} {ast.unparse(node)}"
        for node in ast.walk(ast.parse(source))
        if (isinstance(node, ast.Call) and ast.unparse(node.func) == "print")
        or (isinstance(node, ast.Attribute) and ast.unparse(node) in {"sys.argv", "sys.stdout", "sys.stdin"})
    ]


def test_imports_point_one_way() -> None:
    assert [fault for path in SOURCES for fault in import_faults(path, (ROOT / path).read_text(encoding="utf-8"))] == []


def test_the_library_neither_prints_nor_reads_the_command_line() -> None:
    library = [path for path in SOURCES if path.startswith("secdb/")]
    assert [fault for path in library for fault in terminal_faults(path, (ROOT / path).read_text("utf-8"))] == []


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("secdb/reports/members.py", "from secdb.register import writer"),
        ("secdb/reports/members.py", "from secdb import register"),
        ("secdb/reports/members.py", "from ..register.writer import Writer"),
        ("secdb/intake/letters.py", "def read() -> None:\n    import secdb.exchange.package"),
        ("secdb/models/act.py", "from secdb.reports.members import members"),
        ("secdb/errors.py", "from .reports import members"),
        ("secdb/register/writer.py", "from cli.main import app"),
        ("secdb/register/writer.py", "from secdb.cli.main import app"),
        ("secdb/register/writer.py", "from secdb import members"),
        ("secdb/__init__.py", "import cli"),
        ("secdb/helpers/text.py", ""),
        ("cli/reports/members.py", "from cli.main import app"),
        ("cli/reports/members.py", "from secdb.cli import main"),
    ],
)
def test_an_import_that_points_back_is_reported(path: str, source: str) -> None:
    assert len(import_faults(path, source)) == 1


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("secdb/reports/members.py", "from secdb.period import Period\nfrom .query import run\nimport sqlalchemy"),
        ("secdb/database/connect.py", "from secdb import __version__, errors"),
        ("secdb/__init__.py", "def members() -> None:\n    from secdb.reports import members"),
        (
            "cli/reports/members.py",
            "from . import render\nfrom .main import app\nfrom secdb.reports import members\nimport secdb",
        ),
    ],
)
def test_an_import_that_points_forward_is_not(path: str, source: str) -> None:
    assert import_faults(path, source) == []


@pytest.mark.parametrize("source", ["print('six')", "import sys\nname = sys.argv[1]"])
def test_printing_and_reading_the_command_line_is_reported(source: str) -> None:
    assert len(terminal_faults("secdb/reports/members.py", source)) == 1


def test_help_loads_neither_the_orm_nor_the_renderers() -> None:
    assert _loaded_by("-m", "secdb", "--help") & NOT_FOR_HELP == set()


def test_what_a_program_loads_is_seen() -> None:
    assert "sqlalchemy" in _loaded_by("-c", "import sqlalchemy")


def _loaded_by(*arguments: str) -> set[str]:
    """Return the names of all modules that Python imports when run with the arguments."""
    command = [sys.executable, "-X", "importtime", *arguments]
    report = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stderr
    return {line.rpartition("|")[2].strip() for line in report.splitlines() if line.startswith("import time:")}
