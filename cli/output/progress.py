"""What takes time says so on stderr, if that is a terminal."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(label: str) -> Iterator[Callable[[], None]]:
    """Show the label and the time taken while within; the function given takes both away, before a question."""
    if not sys.stderr.isatty() or os.environ.get("NO_COLOR"):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        shown.add_task(label, total=None)
        yield shown.stop


@contextmanager
def counted(label: str, total: int) -> Iterator[Callable[[], None]]:
    """Show how many of several are done while within; the function given counts one more."""
    if total < 2 or not sys.stderr.isatty() or os.environ.get("NO_COLOR"):  # noqa: PLR2004 - one is done soon
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    # what is printed meanwhile goes above the bar at a terminal, and else where it was to go
    to_screen = sys.stdout.isatty()
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=to_screen) as shown:
        task = shown.add_task(label, total=total)
        yield lambda: shown.advance(task)
