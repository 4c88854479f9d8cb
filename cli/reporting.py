"""What every report can do besides: be written to a file, be cited, and give the codes of its States."""

import inspect
import shlex
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from .output.coding import Codes, coding
from .output.render import citing
from .output.target import written_to

Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write it to this file, whole or not at all.")
]
Cite = Annotated[
    Literal["text", "bibtex"] | None, typer.Option("--cite", help="Print a reference for this report instead of it.")
]
_ADDED = {"output": Output, "cite": Cite, "codes": Codes}
_WITHOUT_STATES = {"check", "search", "history"}  # in whose rows no State stands
_NOT_CITED = {"-o", "--output", "--cite", "--chart", "--database"}  # each has a value


def as_report(function: Callable[..., None]) -> Callable[..., None]:
    """Return the command with the options `-o`, `--cite` and, where States stand in its rows, `--codes`."""
    own = inspect.signature(function)
    unfit = {"codes"} if function.__name__ in _WITHOUT_STATES else set()
    added = [name for name in _ADDED if name not in own.parameters and name not in unfit]

    @wraps(function)
    def command(context: typer.Context, **given: Any) -> None:  # noqa: ANN401 - whatever the report takes
        output, cite, codes = (given.pop(name) if name in added else None for name in _ADDED)
        typed = as_typed(context.find_root().meta.get("arguments", ()))
        register = (context.obj.database, given.get("as_recorded"))
        with written_to(output, context.obj.database), citing(cite, typed), coding(codes, *register):
            function(context=context, **given)

    parameters = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=_ADDED[name]) for name in added
    ]
    command.__signature__ = own.replace(parameters=[*own.parameters.values(), *parameters])  # type: ignore[attr-defined]
    command.__annotations__ = {**function.__annotations__, **{name: _ADDED[name] for name in added}}
    return command


def as_typed(arguments: Sequence[str]) -> str:
    """Return the command line by which a report is made again, on whatever register and to whatever file."""
    kept: list[str] = []
    left = iter(arguments)
    for one in left:
        if one in _NOT_CITED:
            next(left, None)
        elif one.split("=")[0] not in _NOT_CITED and not (one.startswith("-o") and not one.startswith("--")):
            kept.append(one)
    return shlex.join(["secdb", *kept])
