"""`roadmapc deadline`: how a wording is understood, in words and as a table of dates."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from roadmapc.cli import _output, _terminal
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import OutFile, printed_as
from roadmapc.deadlines import DatedDeadline, Deadline, DeadlineError, Period, parse, read
from roadmapc.deadlines.dating.periods import parse_period
from roadmapc.diagnostics import Message, UserError
from roadmapc.source.decoding import decode
from roadmapc.workspace import source_files

GROUP = "check"
HELP = "Show how the words of a deadline are understood: in canonical words, then every date."

_Reading = DatedDeadline | Deadline | DeadlineError


def command(
    texts: Annotated[
        list[str] | None, typer.Argument(help=_("Deadlines in words; if none, they are read from standard input."))
    ] = None,
    period: Annotated[str | None, typer.Option(help=_("The period of the plan: 2021-2024."))] = None,
    format: Annotated[str, printed_as("text", "json")] = "text",
    out: OutFile = None,
) -> int:
    """Read each wording; 1 where one was not understood or is in doubt."""
    _terminal.choice(format, "--format", ("text", "json"))
    span = _period(period) if period else None
    wordings = texts or _from_standard_input()
    readings = [(text, _read(text, span)) for text in wordings]
    with _output.into(out):
        _print(readings, format)
    clear = all(isinstance(r, Deadline) or (isinstance(r, DatedDeadline) and not r.doubts) for _, r in readings)
    return _terminal.OK if clear else _terminal.PROBLEMS


def _from_standard_input() -> list[str]:
    """Return the lines of standard input, which is UTF-8 like any source, whatever the terminal's encoding is."""
    source, problems = decode(source_files.STDIN.as_posix(), source_files.standard_input())
    for problem in problems:
        raise UserError(Message("standard input cannot be read: {why}", why=problem.message), problem.hint)
    return [line for line in source.text.split("\n") if line.strip()]


def _print(readings: list[tuple[str, _Reading]], format: str) -> None:
    calendar = source_files.settings().calendar
    if format == "json":
        from roadmapc.reporters import deadline_json

        found = [deadline_json.entry(text, reading, calendar, _) for text, reading in readings]
        _terminal.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
        return
    from roadmapc.reporters import deadline_text

    out = _terminal.console()
    for text, reading in readings:
        deadline_text.show(out, text, reading, calendar, _)


def _period(text: str) -> Period:
    try:
        return parse_period(text)
    except DeadlineError as error:
        raise UserError(Message("--period: {why}", why=error.message)) from error


def _read(text: str, period: Period | None) -> _Reading:
    """Return the schedule, or without a period the value alone, or the error as a value."""
    try:
        return read(text, period, calendar=source_files.settings().calendar) if period else parse(text)
    except DeadlineError as error:
        return error
