"""How a wording was understood, on the terminal: canonical words, kind, every occurrence; or a caret under the word."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from roadmapc.calendars import WEEKDAYS_SHORT, Calendar
from roadmapc.deadlines import Deadline, DeadlineError, Schedule, wording
from roadmapc.diagnostics import Message

Translate = Callable[[str], str]


def show(
    out: Console,
    text: str,
    reading: Schedule | Deadline | DeadlineError,
    calendar: Calendar,
    translate: Translate = str,
) -> None:
    """Print one wording and what was understood."""
    if isinstance(reading, DeadlineError):
        _error(out, text, reading, translate)
        return
    out.print(Text(" ".join(text.split()), style="bold"))
    deadline = reading if isinstance(reading, Deadline) else reading.deadline
    out.print(Text("  " + Message("understood: {words}", words=wording(deadline)).text(translate)))
    if isinstance(reading, Schedule):
        kind = translate(reading.kind)
        out.print(Text("  " + Message("kind: {kind}; dates: {n}", kind=kind, n=len(reading.windows)).text(translate)))
        if reading.windows:
            out.print(_table(reading, calendar, translate))
        for doubt in reading.doubts:
            out.print(Text("  " + Message("in doubt: {why}", why=doubt).text(translate), style="yellow"))
    out.print()


def _table(schedule: Schedule, calendar: Calendar, translate: Translate) -> Table:
    table = Table(box=None, pad_edge=True, padding=(0, 2))
    for name in ("From", "Due", "Day", "Act by"):
        table.add_column(translate(name), no_wrap=True)
    for first, last in schedule.windows:
        act_by = calendar.act_by(last, first)
        day = WEEKDAYS_SHORT[last.weekday()]
        acting = f"{act_by:%d.%m.%Y} {WEEKDAYS_SHORT[act_by.weekday()]}"
        mark = "" if calendar.is_decreed(last.year) else " *"
        table.add_row(f"{first:%d.%m.%Y}", f"{last:%d.%m.%Y}", day, acting + mark)
    if any(not calendar.is_decreed(window.last.year) for window in schedule.windows):
        table.caption = translate("* days off of that year are not decreed yet")
        table.caption_justify = "left"
    return table


def _error(out: Console, text: str, error: DeadlineError, translate: Translate) -> None:
    """Print the very line of the text with a caret under the word."""
    start = text.rfind("\n", 0, error.start) + 1
    end = text.find("\n", error.start)
    line = text[start : end if end >= 0 else len(text)].replace("\t", " ")
    width = max(min(error.end, start + len(line)) - error.start, 1)
    out.print(Text(line))
    out.print(Text(" " * (error.start - start) + "^" * width, style="bold red"))
    out.print(Text("  " + Message("not understood: {why}", why=error.message).text(translate)))
    if error.suggestion:
        out.print(Text("  " + Message("perhaps “{text}”", text=error.suggestion).text(translate)))
    out.print()
