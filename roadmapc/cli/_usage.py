"""Help and usage errors in the reader's language: what the command-line library words in English alone."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError


class _Worded:
    def get_usage(self, ctx: Any) -> str:
        """Return the usage line with its first word translated."""
        text: str = super().get_usage(ctx)  # type: ignore[misc]  # the other base has it
        return text.replace("Usage:", _("Usage:"), 1)

    def get_help_option(self, ctx: Any) -> Any:
        """Return the help option with its sentence translated."""
        option = super().get_help_option(ctx)  # type: ignore[misc]  # the other base has it
        if option is not None:
            option.help = _("Show this message and exit.")
        return option


class Command(_Worded, TyperCommand):
    """A command whose help is in the reader's language."""


class Group(_Worded, TyperGroup):
    """The program itself; commands are listed by name."""


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
        return UserError(Message("{name} is missing", name=name))
    if kind == "NoArgsIsHelpError":
        return UserError(Message("{text}", text=error.message))
    if kind == "BadOptionUsage":
        return UserError(Message("the option {name} needs a value", name=getattr(error, "option_name", name)))
    if "No such command" in error.message or "Нет команды" in error.message:
        return UserError(Message("{text}", text=error.message), Message("commands: roadmapc --help"))
    if "unexpected extra argument" in error.message:
        return UserError(Message("too many arguments: {text}", text=error.message.rpartition("(")[2].rstrip(")")))
    if name:
        return UserError(Message("{name}: the value does not fit", name=name))
    return UserError(Message("{text}", text=error.format_message()))
