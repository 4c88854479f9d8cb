"""`secdb demo`."""

import shutil
import sys
import tempfile
from pathlib import Path

import typer

from ..output.render import show

TREATY = "cst"
FIRST, SECOND, BETWEEN = "2002-05-14", "2009-09-26", "2006-01-01"
LETTERS = ("cst-2002", "cst-2009")


def demo(context: typer.Context) -> None:
    """Show what secdb does, on a register of its own.

    Example: secdb demo
    """
    import secdb

    from ..letters.intaking import intake
    from ..reports.changes import changes
    from ..reports.members import members
    from ..reports.timeline import timeline

    path = Path(tempfile.mkdtemp(prefix="secdb-demo-")) / "register.db"
    secdb.create(str(path), author="secdb demo", without=LETTERS)
    context.obj.database = str(path)
    here = f"{_program()} --database {path}"
    show([f"A register with the States of the world and the Collective Security Treaty: {path}"])
    letters = [secdb.seeds_folder() / "documents" / f"{name}.txt" for name in LETTERS]
    _step(
        "Two letters to the United Nations. What do they say, and who signed?",
        f"intake {' '.join(letter.name for letter in letters)} --accept",
    )
    intake(context, letters, accept=True, author="secdb demo", yes=True)
    _step(
        "Six heads of State signed a statement at Moscow. Who was a party that day?", f"members {TREATY} --on {FIRST}"
    )
    members(context, TREATY, on=FIRST)
    _step("Seven foreign ministers issued one at New York. And on that day?", f"members {TREATY} --on {SECOND}")
    members(context, TREATY, on=SECOND)
    _step("What changed, by which act, and in which words?", f"changes {TREATY} {FIRST} {SECOND} --sources")
    changes(context, TREATY, FIRST, SECOND, sources=True)
    _step(
        "What do the two documents alone say of a day between?", f"members {TREATY} --on {BETWEEN} --dataset documents"
    )
    members(context, TREATY, on=BETWEEN, dataset="documents")
    _step("All of it through time.", f"timeline {TREATY}")
    timeline(context, TREATY, draw_it=True)
    _step("What to try next", None)
    show(
        [
            f"{here} membership explain {TREATY} uzbekistan",
            f"{here} signatories cst-2002-statement --sources",
            f"{here} history UZB",
            f"{here} who russia --on {FIRST}",
            f"{here} changes {TREATY} 1994-12-31 {SECOND} -f json",
            f"sqlite3 {path} '.tables'",
        ]
    )


def _program() -> str:
    """Return what starts this program from here: its name where that is found, else its path."""
    if shutil.which("secdb"):
        return "secdb"
    called = Path(sys.argv[0])
    return f"{sys.executable} -m secdb" if called.suffix == ".py" else str(called)


def _step(question: str, command: str | None) -> None:
    """Print what is asked and the command that answers it."""
    show(["", f"-- {question}", *([f"$ secdb {command}"] if command else []), ""])
