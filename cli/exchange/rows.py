"""What exports of rows have in common: how far they have come, and lines that go to stdout."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

STDOUT = Path("-")


def line_to() -> Callable[[str], object]:
    """Return what prints a line, its end included; a terminal gets nothing raw that cannot be seen."""
    from ..output.target import target
    from ..output.text import escape_unseen

    stream = target()
    return (lambda line: stream.write(escape_unseen(line))) if stream.isatty() else stream.write


@contextmanager
def watched(name: str) -> Iterator[Callable[[str, int], None]]:
    """Show what is written and how much of it is, on stderr if that is a terminal."""
    if not sys.stderr.isatty() or os.environ.get("NO_COLOR"):
        yield lambda _what, _count: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(f"Writing {name}", total=None)
        yield lambda what, count: shown.update(task, description=f"Writing {name}: {what}, {count:,}")
