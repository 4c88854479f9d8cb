"""What every report prints in every format, kept in files that people have read.

`.venv/bin/python -m tests.cli.formats.written` writes them anew; read what changed before you keep it.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import secdb
from secdb import __version__, database
from secdb.register import revise
from tests.inside import run

FOLDER = Path(__file__).parent / "expected"
FORMATS = ("table", "markdown", "csv", "tsv", "json", "jsonl", "html", "latex")
REPORTS = {
    "members": "members csto --on 2012-12-19 --sources",
    "changes": "changes cst 1999-04-19 1999-04-20 --sources",
    "timeline": "timeline csto --from 2006 --to 2013 --table --sources",
    "matrix": "matrix cst csto --on 2006-01-01 --dataset documents --sources",
    "panel": "panel cst --from 2012 --to 2013 --rule any --sources",
    "dyads": "dyads cst --from 1999 --to 1999 --sources",
    "network": "network --on 2009-09-26 --sources",
    "compare": "compare cst --datasets register,documents --sources",
    "signed-not-ratified": "signed-not-ratified cst --on 1992 --sources",
    "history": "history geo --sources",
    "person-show": "person show churkin-v",
    "who": "who rus --on 2009-09-30 --sources",
    "signatories": "signatories cst-2009-statement --sources",
    "search": "search uzbekistan membership",
}

# of the nine only three are left in acts and lists, so that the files stay short
_MARK = "=== "
_OTHERS = "state_id IN (SELECT id FROM state WHERE code NOT IN ('ARM', 'GEO', 'UZB'))"
_UNSEEN = "state_id IN (SELECT id FROM state WHERE code NOT IN ('ARM', 'RUS', 'UZB'))"
_FEWER = [
    f"DELETE FROM citation WHERE act_id IN (SELECT id FROM act WHERE {_OTHERS})",
    f"DELETE FROM act WHERE contests_id IS NOT NULL AND {_OTHERS}",
    f"DELETE FROM act WHERE {_OTHERS}",
    f"DELETE FROM citation WHERE roster_entry_id IN (SELECT id FROM roster_entry WHERE {_OTHERS})",
    f"DELETE FROM roster_entry WHERE {_OTHERS}",
    f"DELETE FROM citation WHERE signatory_id IN (SELECT id FROM signatory WHERE {_UNSEEN})",
    f"DELETE FROM signatory WHERE {_UNSEEN}",
]


def small_register(seeded: Path, folder: Path) -> Path:
    """Return the path of a register of Armenia, Georgia and Uzbekistan, made in the folder of one with the seeds."""
    path = Path(shutil.copy(seeded, folder / "small.db"))
    engine = database.engine(f"sqlite:///{path}")
    with revise(engine, author="Ani", message="three States") as writer:
        for statement in _FEWER:
            writer.session.connection().exec_driver_sql(statement)
    engine.dispose()
    return path


def printed(register: Path, report: str, form: str, *more: str) -> str:
    """Return what a report prints in a format, whatever the version of the program."""
    done = run("--database", str(register), *REPORTS[report].split(), "-f", form, *more)
    if (done.returncode, done.stderr) != (0, ""):
        raise AssertionError(done.stderr)
    return without_version(done.stdout)


def without_version(text: str) -> str:
    """Return a text with VERSION for the program's."""
    return text.replace(f"secdb {__version__}", "secdb VERSION")


def expected(report: str) -> dict[str, str]:
    """Return what is kept of a report, by format."""
    parts = (FOLDER / f"{report}.txt").read_text(encoding="utf-8").split(f"\n{_MARK}")
    kept = (part.removeprefix(_MARK).split("\n", 1) for part in parts)
    return {form: f"{text.removesuffix(chr(10))}\n" for form, text in kept}


def main() -> None:
    """Write the files."""
    with tempfile.TemporaryDirectory() as folder:
        seeded = Path(folder, "seeded.db")
        secdb.create(str(seeded), author="tests")
        register = small_register(seeded, Path(folder))
        for report in REPORTS:
            text = "\n".join(f"{_MARK}{form}\n{printed(register, report, form)}" for form in FORMATS)
            (FOLDER / f"{report}.txt").write_text(text, encoding="utf-8", newline="\n")
            sys.stdout.write(f"wrote {report}.txt\n")


if __name__ == "__main__":
    main()
