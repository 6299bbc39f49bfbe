"""How a wording was understood, on the terminal: canonical words, kind, every occurrence; or a caret under the word."""

from __future__ import annotations

from datetime import date

from rich.console import Console
from rich.table import Table
from rich.text import Text

from roadmapc.deadlines import DatedDeadline, DateRange, Deadline, DeadlineError
from roadmapc.deadlines.wording import wording
from roadmapc.diagnostics import Message
from roadmapc.diagnostics.visible import visible
from roadmapc.reporters import Translate
from roadmapc.russian.calendar import WEEKDAYS_SHORT, Calendar

_TABLE_WIDTH = 70
_TITLES = ("From", "Due", "Day", "Act by")


def show(
    out: Console,
    text: str,
    reading: DatedDeadline | Deadline | DeadlineError,
    calendar: Calendar,
    translate: Translate = str,
    remark: Message | None = None,
) -> None:
    """Print one wording, what was understood, and a remark on it."""
    if isinstance(reading, DeadlineError):
        _error(out, text, reading, translate)
        return
    out.print(Text(visible(" ".join(text.split())), style="bold"))
    deadline = reading if isinstance(reading, Deadline) else reading.deadline
    out.print(Text("  " + Message("understood: {words}", words=wording(deadline)).text(translate)))
    if isinstance(reading, DatedDeadline):
        kind = translate(reading.kind)
        out.print(Text("  " + Message("kind: {kind}; dates: {n}", kind=kind, n=len(reading.windows)).text(translate)))
        if reading.windows:
            _dates(out, reading, calendar, translate)
        for doubt in reading.doubts:
            out.print(Text("  " + Message("in doubt: {why}", why=doubt).text(translate), style="yellow"))
    if remark:
        out.print(Text("  " + remark.text(translate), style="dim"))
    out.print()


def _dates(out: Console, schedule: DatedDeadline, calendar: Calendar, translate: Translate) -> None:
    """Print each time's first day, due day and day to act by: as a table where there is room; no date is cut."""
    acting = [schedule.act_by(window, calendar) for window in schedule.windows]
    rows = [_cells(window, day, calendar) for window, day in zip(schedule.windows, acting, strict=True)]
    titles = [translate(title) for title in _TITLES]
    if out.width >= _TABLE_WIDTH:
        table = Table(box=None, padding=(0, 2))
        for title in titles:
            table.add_column(title, no_wrap=True)
        for row in rows:
            table.add_row(*row)
        out.print(table)
    else:
        for first, last, day, by in rows:
            out.print(Text(f"  {first} – {last} {day}; {titles[3].lower()}: {by}"))
    if any(day < window.first for window, day in zip(schedule.windows, acting, strict=True)):
        out.print(
            Text("  " + translate("an event on a day off keeps its day; prepare it by the day named"), style="dim")
        )
    unknown = {window.last.year for window in schedule.windows if not calendar.is_decreed(window.last.year)}
    if any(calendar.is_before_decrees(year) for year in unknown):
        out.print(Text("  " + translate("* days off moved in that year are not in the table"), style="dim"))
    if any(not calendar.is_before_decrees(year) for year in unknown):
        out.print(Text("  " + translate("* days off of that year are not decreed yet"), style="dim"))


def _cells(window: DateRange, act_by: date, calendar: Calendar) -> tuple[str, str, str, str]:
    first, last = window
    mark = "" if calendar.is_decreed(last.year) else " *"
    acting = f"{act_by:%d.%m.%Y} {WEEKDAYS_SHORT[act_by.weekday()]}{mark}"
    return f"{first:%d.%m.%Y}", f"{last:%d.%m.%Y}", WEEKDAYS_SHORT[last.weekday()], acting


def _error(out: Console, text: str, error: DeadlineError, translate: Translate) -> None:
    """Print the very line of the text with a caret under the word."""
    start = text.rfind("\n", 0, error.start) + 1
    end = text.find("\n", error.start)
    line = text[start : end if end >= 0 else len(text)].replace("\t", " ")
    at, end = error.start - start, min(error.end - start, len(line))
    before, marked = visible(line[:at]), visible(line[at:end])
    out.print(Text(before + marked + visible(line[max(at, end) :])))
    out.print(Text(" " * len(before) + "^" * max(len(marked), 1), style="bold red"))
    out.print(Text("  " + Message("not understood: {why}", why=error.message).text(translate)))
    if error.suggestion:
        out.print(Text("  " + Message("perhaps “{text}”", text=error.suggestion).text(translate)))
    out.print()
