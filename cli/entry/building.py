"""Commands made from forms: one parameter for each field, so flags, questions and drafts never differ."""

import inspect
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer

from secdb.register.entry.entries import Entry, Given
from secdb.register.entry.forms import FieldKind, Form, FormField

from ..options import completer

METAVARS = {FieldKind.DATE: "DATE", FieldKind.DAY: "DAY", FieldKind.PERIOD: "PERIOD", FieldKind.NUMBER: "N"}
SHORT = {"alias", "signatory", "symbol"}

Command = Callable[..., None]


def command(
    run: Command, form: Form, *, doc: str, name: str, lead: Mapping[str, Any] = {}, by_place: bool = True
) -> Command:
    """Return a command for Typer that calls `run(context, values, **others)`.

    `values` are the texts given by field; `lead` are parameters before those of the form, by name, and what follows
    the form are those of `run` itself. `by_place`: the form's arguments may be given by their place too.
    """
    first = [_parameter("context", typer.Context), *(_parameter(*pair) for pair in lead.items())]
    places = [_argument(form, field) for field in form.arguments] if by_place else []
    own = [
        parameter
        for parameter in inspect.signature(run).parameters.values()
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY and parameter.name not in lead
    ]
    given = [*first, *places, *(_option(field) for field in form.fields), *own]

    def made(context: typer.Context, **arguments: Any) -> None:  # noqa: ANN401 - as Typer gives them
        values = {field.name: given for field in form.fields if (given := _text(arguments.pop(_safe(field.name))))}
        for field in form.arguments if by_place else ():
            placed = arguments.pop(f"{field}_place")
            if placed is not None:
                _place(values, form, placed)
        run(context, values, **arguments)

    made.__doc__, made.__name__ = doc, name
    made.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in given]
    )
    made.__annotations__ = {one.name: one.annotation for one in given}
    return made


def entry_of(form: Form, values: Mapping[str, Given], **others: Any) -> Entry:  # noqa: ANN401 - fields of Entry
    """Return the entry of what was given."""
    return Entry(form.noun, dict(values), **others)


def _place(values: dict[str, Given], form: Form, text: str) -> None:
    """Give a text to the first of the form's arguments that has none."""
    for name in form.arguments:
        if name not in values:
            field = form.field(name)
            values[name] = tuple(text.split(";")) if field and field.many and ";" in text else text
            return
    raise typer.BadParameter(f"{text!r} is one too many: {', '.join(form.arguments)} are given as options already")


def _text(given: Any) -> Given | None:  # noqa: ANN401 - as Typer gives it
    if isinstance(given, list | tuple):
        return tuple(part for text in given for part in text.split(";")) or None
    if isinstance(given, bool):
        return "1" if given else "0"
    return given  # type: ignore[no-any-return]


def _parameter(name: str, annotation: Any, default: Any = inspect.Parameter.empty) -> inspect.Parameter:  # noqa: ANN401
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _argument(form: Form, name: str) -> inspect.Parameter:
    field = form.field(name)
    if field is None:
        raise ValueError(f"{form.noun} has no field {name}")
    complete = completer(field.refers) if field.refers else _words(field)
    shown = typer.Argument(
        metavar=f"[{name.upper()}]", help=f"{field.help}.", show_default=False, autocompletion=complete
    )
    return _parameter(f"{name}_place", Annotated[str | None, shown], None)


def _option(field: FormField) -> inspect.Parameter:
    name = _safe(field.name)
    flag = "--" + field.name.replace("_", "-")
    text = f"{field.help[0].upper()}{field.help[1:]}." + (" May be given several times." if field.many else "")
    if field.kind is FieldKind.FLAG:
        shown = typer.Option(f"{flag}/--no-{flag[2:]}", help=text, show_default=False)
        return _parameter(name, Annotated[bool | None, shown], None)
    complete = completer(field.refers) if field.refers else _words(field)
    metavar = field.refers.upper() if field.refers else METAVARS.get(field.kind, "WORD" if field.words else "TEXT")
    shown = typer.Option(flag, metavar=metavar, help=text, show_default=False, autocompletion=complete)
    return _parameter(name, Annotated[list[str] | None if field.many else str | None, shown], None)


def _words(field: FormField) -> Callable[[str], list[str]] | None:
    def complete_words(incomplete: str) -> list[str]:
        return [word for word in field.words if word.startswith(incomplete)]

    return complete_words if field.words else None


def _safe(name: str) -> str:
    """Return a name that Python allows for a parameter."""
    return f"{name}_" if name in {"from", "in"} else name
