"""`roadmapc deadline`: how a wording is understood, in words and as a table of dates."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from typing import Annotated

import typer

from roadmapc.cli import _output, _terminal
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import OutFile, Today, printed_as
from roadmapc.deadlines import DatedDeadline, Deadline, DeadlineError, Period, parse, read
from roadmapc.deadlines.dating.periods import as_school_year, parse_period
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
    today: Today = None,
) -> int:
    """Read each wording; 1 where one was not understood or is in doubt."""
    _terminal.choice(format, "--format", ("text", "json"))
    span = _period(period) if period else None
    if not texts and sys.stdin is not None and sys.stdin.isatty():
        hint = Message('for example: roadmapc deadline "до 15 октября" --period "2026/2027 учебный год"')
        raise UserError(Message("type the words of a deadline, in quotes"), hint)
    wordings = texts or _from_standard_input()
    readings = [(text, _read(text, span)) for text in wordings]
    with _output.into(out):
        _print(readings, format, _terminal.day_of(today))
    clear = all(isinstance(r, Deadline) or (isinstance(r, DatedDeadline) and not r.doubts) for _, r in readings)
    return _terminal.OK if clear else _terminal.PROBLEMS


def _from_standard_input() -> list[str]:
    """Return the lines of standard input, which is UTF-8 like any source, whatever the terminal's encoding is."""
    source, problems = decode(source_files.STDIN.as_posix(), source_files.standard_input())
    for problem in problems:
        raise UserError(Message("standard input cannot be read: {why}", why=problem.message), problem.hint)
    return [line for line in source.text.split("\n") if line.strip()]


def _print(readings: list[tuple[str, _Reading]], format: str, today: date) -> None:
    calendar = source_files.settings().calendar
    if format == "json":
        from roadmapc.reporters import deadline_json

        found = [deadline_json.entry(text, reading, calendar, _) for text, reading in readings]
        _terminal.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
        return
    from roadmapc.reporters import deadline_text

    out = _terminal.console()
    for text, reading in readings:
        shown, remark = _dated(text, reading, today)
        deadline_text.show(out, text, shown, calendar, _, remark)


def _dated(text: str, reading: _Reading, today: date) -> tuple[_Reading, Message | None]:
    """Return a reading as it is in the period assumed, where that leaves no doubt, and what was assumed."""
    if not isinstance(reading, Deadline):
        return reading, None
    assumed = _assumed(text, today)
    dated = _read(text, assumed)
    if not isinstance(dated, DatedDeadline) or dated.doubts or not dated.windows:
        return reading, Message("no period is given, so no dates are shown: add --period")
    days = f"{assumed.first:%d.%m.%Y} – {assumed.last:%d.%m.%Y}"
    return dated, Message("no period is given; assumed: {days}; another one: --period", days=days)


def _assumed(text: str, today: date) -> Period:
    """Return the period in which a wording is dated where none is given: the years named, else the school year."""
    years = [int(year) for year in re.findall(r"(?<!\d)20\d\d(?!\d)", text)]
    if years:
        return Period(date(min(years), 1, 1), date(max(years), 12, 31))
    first = today.year if today.month >= 9 else today.year - 1
    return Period(date(first, 9, 1), date(first + 1, 8, 31))


def _period(text: str) -> Period:
    try:
        return parse_period(as_school_year(text))
    except DeadlineError as error:
        raise UserError(Message("--period: {why}", why=error.message)) from error


def _read(text: str, period: Period | None) -> _Reading:
    """Return the schedule, or without a period the value alone, or the error as a value."""
    try:
        return read(text, period, calendar=source_files.settings().calendar) if period else parse(text)
    except DeadlineError as error:
        return error
