"""Groups that know their commands by name and one line of help, and import a command when it is run."""

import re
from collections.abc import Mapping
from importlib import import_module
from typing import Any, NamedTuple, cast

import typer
from typer._click import core
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command


class Command(NamedTuple):
    """Where a command's function is, `.module` beside this one, and the first line of its docstring."""

    module: str
    function: str
    help: str
    is_report: bool = False  # it can be written to a file and cited


class Group(NamedTuple):
    """Commands under one noun; without the name of one of them, `default` is run."""

    help: str
    commands: "Table"
    default: Command | None = None


Table = Mapping[str, Command | Group]


class Stub(TyperCommand):
    """A command as help, completion and "did you mean" see it: nothing of it is imported."""

    def __init__(self, name: str, entry: Command | Group) -> None:
        super().__init__(name, short_help=entry.help, rich_markup_mode=None)
        self.entry = entry


class LazyGroup(TyperGroup):
    """A group of stubs; `resolve_command` gives the command itself."""

    def resolve_command(self, ctx: core.Context, args: list[str]) -> tuple[str | None, core.Command | None, list[str]]:
        """Return the name, the command with its parameters, and the arguments that are left."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, load(name, command.entry) if name and isinstance(command, Stub) else command, rest


class CommandGroup(LazyGroup):
    """A group that is a command too: it is run when none of its commands is named."""

    def __init__(self, name: str, own: TyperCommand, commands: dict[str, core.Command]) -> None:
        super().__init__(
            name=name,
            commands=commands,
            params=own.params,
            callback=own.callback,
            help=own.help,
            invoke_without_command=True,
            subcommand_metavar="[COMMAND [ARGS]...]",
            rich_markup_mode=None,
        )

    def invoke(self, ctx: core.Context) -> Any:  # noqa: ANN401 - what a command returns
        """Run the command named, and else this one."""
        named = bool(ctx._protected_args)  # noqa: SLF001 - as the class above has it
        if named:
            self._refuse_options(ctx)
        own, self.callback = self.callback, None if named else self.callback
        try:
            return super().invoke(ctx)
        finally:
            self.callback = own

    def _refuse_options(self, ctx: core.Context) -> None:
        """Refuse an option before the name of a command: it would be the group's own, and do nothing."""
        for parameter in self.params:
            source = ctx.get_parameter_source(parameter.name or "")
            if source is not None and source.name == "COMMANDLINE":
                ctx.fail(f"{parameter.opts[0]} stands before the name of a command, where it does nothing.")


def stubs(table: Table) -> dict[str, core.Command]:
    """Return what a lazy group is made with."""
    return {name: Stub(name, entry) for name, entry in table.items()}


def load(name: str, entry: Command | Group) -> core.Command:
    """Return the command or group that is run under the name; imports the command's module."""
    if isinstance(entry, Group) and entry.default is not None:
        return CommandGroup(name, _command(name, entry.default), stubs(entry.commands))
    if isinstance(entry, Group):
        return LazyGroup(
            name=name, commands=stubs(entry.commands), help=entry.help, no_args_is_help=True, rich_markup_mode=None
        )
    return _command(name, entry)


def _command(name: str, entry: Command) -> TyperCommand:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    function = getattr(import_module(entry.module, __package__), entry.function)
    if entry.is_report:
        from .reporting import as_report

        function = as_report(function)
    app.command(name)(function)
    command = cast("TyperCommand", get_command(app))
    command.help = _keep_indented(command.help or "")
    return command


def _keep_indented(text: str) -> str:
    r"""Mark paragraphs that have indented lines (an example) with the `\b` that keeps help from filling them."""
    paragraphs = text.split("\n\n")
    return "\n\n".join(f"\b\n{part}" if re.search("^ ", part, re.MULTILINE) else part for part in paragraphs)
