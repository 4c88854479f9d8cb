"""How far an import has come, on stderr if that is a terminal."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Told = Callable[[str, int], None]

WORDS = {
    "reading": "Reading {}",
    "matching": "Looking for what is on record",
    "writing": "Recording",
    "deriving": "Deriving memberships",
    "sealing": "Sealing the revision",
}


@contextmanager
def watched(name: str) -> Iterator[Told]:
    """Show the phase, how many rows it has done and the time taken while within."""
    if not sys.stderr.isatty() or os.environ.get("NO_COLOR"):
        yield lambda _phase, _count: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    text = TextColumn("{task.description}", markup=False)
    columns = (SpinnerColumn(), text, TextColumn("{task.fields[rows]}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(WORDS["reading"].format(name), total=None, rows="")
        done = {"": 0}

        def tell(phase: str, count: int) -> None:
            done[phase] = done.get(phase, 0) + count
            rows = f"{done[phase]:,} rows" if done[phase] else ""
            shown.update(task, description=WORDS[phase].format(name), rows=rows)

        yield tell
