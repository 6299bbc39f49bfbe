"""Where the program meets the world: the clock, the terminal, errors of the environment."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapc.cli._language import translate
from roadmapc.diagnostics import Message, UserError
from roadmapc.diagnostics.visible import visible_lines, without_old_commands
from roadmapc.workspace import os_errors

if TYPE_CHECKING:
    from roadmapc.cli._screen import Screen

OK, PROBLEMS, FAILED = 0, 1, 2


def console(*, stderr: bool = False) -> Screen:
    """Return a terminal that prints text as it stands: no markup, no emoji, no highlighting, nothing cut.

    Lines are broken between words on a screen alone: what goes to a file or another program keeps its lines.
    """
    from roadmapc.cli._screen import Screen  # a fifth of the start of what prints nothing with it

    return Screen(stderr=stderr)


def write(text: str, *, stderr: bool = False) -> None:
    """Print a report with its own line ends; what is not seen in it is shown as escapes, in JSON as JSON has them."""
    (sys.stderr if stderr else sys.stdout).write(without_old_commands(visible_lines(text)))


def laid_out_console() -> Screen:
    """Return a terminal for what is laid out to its width: to a screen's, or to the one that COLUMNS names."""
    out = console()
    out.soft_wrap = not out.breaks_lines
    return out


def say(text: str) -> None:
    """Print a line to standard output."""
    console().print(text)


def day_of(text: str | None) -> date:
    """Return `--today`, else the clock's day."""
    return named_day(text, "--today") if text else date.today()


def named_day(text: str, option: str) -> date:
    """Return the date an option names, or raise UserError."""
    from roadmapc.russian.calendar import parse_date

    day = parse_date(text)
    if day is None:
        raise UserError(
            Message("{option}: “{text}” is not a date; write 2022-05-31 or 31.05.2022", option=option, text=text)
        )
    return day


def choice(value: str, option: str, allowed: Iterable[str]) -> str:
    """Return the value of an option if it is allowed, or raise UserError."""
    allowed = tuple(allowed)
    if value not in allowed:
        names = ", ".join(allowed)
        raise UserError(
            Message("{option}: “{value}” is not one of: {allowed}", option=option, value=value, allowed=names)
        )
    return value


def refuse_idle(*cases: tuple[object, Message]) -> None:
    """Raise UserError for options that would do nothing beside the others."""
    for idle, message in cases:
        if idle:
            raise UserError(message)


def fail(error: UserError) -> int:
    """Print an error of the environment and return the exit code."""
    out = console(stderr=True)
    out.print(f"roadmapc: {error.message.text(translate)}")
    if error.hint:
        out.print(f"  = {error.hint.text(translate)}")
    return FAILED


def replace(path: Path, data: bytes) -> None:
    """Write a file in one step: its old content stays until the new one is whole; raises UserError."""
    from roadmapc.workspace import atomic_writes

    _written(atomic_writes.replace, path, data)


def put(path: Path, data: bytes) -> None:
    """Write what would be printed to where it is to go: a file in one step, a device or a pipe as it is."""
    from roadmapc.workspace import atomic_writes

    sys.stdout.flush()  # what was printed before comes before it
    sys.stderr.flush()
    _written(atomic_writes.put, path, data)


def _written(write: Callable[[Path, bytes], None], path: Path, data: bytes) -> None:
    try:
        write(path, data)
    except OSError as error:
        raise UserError(Message("cannot write {path}: {why}", path=path, why=os_errors.reason(error))) from error


def exact_line_ends() -> None:
    """Let line ends of CSV pass as they are: Windows would double their carriage returns."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(newline="")


def plain_streams() -> None:
    """Make output UTF-8 wherever it goes: a redirected Windows stream is cp1251 and cannot hold every character."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
