"""Help and usage errors in the reader's language: what the command-line library words in English alone."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typer.core import TyperArgument, TyperCommand, TyperGroup
from typer.exceptions import TyperException

from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError

if TYPE_CHECKING:
    _Base = TyperCommand  # whatever the mixin is mixed into, it has the methods of a command
else:
    _Base = object


class _Plain:
    """A value that needs no judging: the library would load pydantic for it, a third of the time of a short run."""

    def __init__(self, convert: Callable[[Any], Any]) -> None:
        self._convert = convert

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ARG002 (as the library calls it)
        """Return the value of an option, or those of one that may be repeated."""
        if param.multiple or param.nargs == -1:
            return [self._convert(item) for item in value or ()]
        return None if value is None else self._convert(value)


class _Judged:
    """A value that the library judges, where it is given: what loads pydantic for it."""

    def __init__(self, load: Callable[[], Any]) -> None:
        self._load = load

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the value as its type has it; none where none is given."""
        return None if value is None else self._load().coerce(value, param=param, ctx=ctx)


_PLAIN: dict[Any, Callable[[Any], Any]] = {bool: bool, str: str, Path: Path, list[str]: str, list[Path]: Path}


class _Worded(_Base):
    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), _("Usage:") + " ")

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return the pieces of the usage line; the commands of a group come last."""
        parts = [_("[OPTIONS]")]
        for param in self.get_params(ctx):
            parts += param.get_usage_pieces(ctx)
        return parts

    def get_params(self, ctx: Any) -> list[Any]:
        """Return arguments and options; their values are named by a word, not by a type of Python."""
        params: list[Any] = super().get_params(ctx)
        for param in params:
            param.metavar = _metavar(param)
            if convert := _PLAIN.get(param.type_descriptor.annotation):
                param.get_runtime_param = partial(_Plain, convert)
            elif not isinstance(param.get_runtime_param, partial):
                param.get_runtime_param = partial(_Judged, param.get_runtime_param)
        return params

    def get_help_option(self, ctx: Any) -> Any:
        """Return the help option with its sentence translated."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Show this message and exit.")
        return option

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments, then the options."""
        arguments, options = [], []
        for param in self.get_params(ctx):
            record = _shown(param).get_help_record(ctx)
            if record and isinstance(param, TyperArgument):
                arguments.append((param.metavar or "", record[1]))
            elif record:
                options.append(record)
        for heading, records in ((_("Arguments"), arguments), (_("Options"), options)):
            if records:
                with formatter.section(heading):
                    formatter.write_dl(records)


class Command(_Worded, TyperCommand):
    """A command whose help is in the reader's language."""


class Group(_Worded, TyperGroup):
    """The program itself; commands are listed by what they are for, each with its whole sentence."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return the pieces of the usage line."""
        return [*super().collect_usage_pieces(ctx), _("COMMAND [ARGS]...")]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options, then the commands in groups, their columns below each other."""
        super().format_options(ctx, formatter)
        width = max(map(len, self.commands))
        found: list[tuple[str, Any]] = [(name, self.commands[name]) for name in self.list_commands(ctx)]
        for group, heading in _headings().items():
            records = [(f"{name:{width}}", one.help or "") for name, one in found if one.rich_help_panel == group]
            if records:
                with formatter.section(heading):
                    formatter.write_dl(records)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Print the help where no command is named; that is a usage error."""
        if not args:
            import typer

            typer.echo(ctx.get_help(), err=True)
            ctx.exit(2)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command named, or raise UserError with the nearest one."""
        if args[0] in self.commands:
            return super().resolve_command(ctx, args)
        from difflib import get_close_matches  # loaded for slips alone

        near = get_close_matches(args[0], self.commands, 1)
        hint = Message("perhaps “{near}”", near=near[0]) if near else Message("commands: roadmapc --help")
        raise UserError(Message("there is no command “{name}”", name=args[0]), hint)


def _headings() -> dict[str, str]:
    """Return the groups of commands in their order: what a command's GROUP says, and the heading."""
    return {
        "prepare": _("Prepare"),
        "check": _("Check"),
        "follow": _("Follow"),
        "change": _("Change"),
        "look": _("Look"),
    }


def _shown(param: Any) -> Any:
    """Return an option under its first long name and its short ones: the others are names that it once had."""
    shown = copy.copy(param)
    names = [name for name in param.opts if name.startswith("--")][:1]
    shown.opts = [*names, *(name for name in param.opts if not name.startswith("--"))]
    return shown


def _metavar(param: Any) -> str:
    """Return the word for a value: its own, the argument's name, or its type."""
    if param.metavar:
        return _(param.metavar)
    if isinstance(param, TyperArgument):
        return _(param.name.upper())
    words = {Path: _("PATH"), int: _("NUMBER")}
    return words.get(param.type_descriptor.annotation, _("TEXT"))


def usage_error(error: TyperException) -> UserError:
    """Return a usage error of the library in our words."""
    kind = type(error).__name__
    param = getattr(error, "param", None)
    name = param.opts[0] if param is not None and getattr(param, "opts", None) else ""
    if kind == "NoSuchOption":
        near = getattr(error, "possibilities", None)
        hint = Message("perhaps “{near}”", near=near[0]) if near else None
        return UserError(Message("there is no option {name}", name=getattr(error, "option_name", "")), hint)
    if kind == "MissingParameter":
        shown = _(name.upper()) if isinstance(param, TyperArgument) else name
        return UserError(Message("{name} is missing", name=shown))
    if kind == "BadOptionUsage":
        option = getattr(error, "option_name", name)
        if "not take" in error.message:
            return UserError(Message("the option {name} takes no value", name=option))
        return UserError(Message("the option {name} needs a value", name=option))
    if "unexpected extra argument" in error.message:
        return UserError(Message("too many arguments: {text}", text=error.message.partition("(s) (")[2][:-1]))
    if name:
        return UserError(Message("{name}: the value does not fit", name=name))
    return UserError(Message("{text}", text=error.format_message()))
