"""`roadmapc due`: what is coming, for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, NamedTuple

import typer

from roadmapc.cli import _output, _problems, _terminal
from roadmapc.cli._days_asked import Asked, asked, days_in
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import (
    FirstDay,
    LastDay,
    OfMunicipality,
    OfOwner,
    OutFile,
    Paths,
    Today,
    YearOfMonth,
    printed_as,
)
from roadmapc.deadlines import Period
from roadmapc.diagnostics import Message, UserError
from roadmapc.plan import Plan
from roadmapc.plan.due import DueEntry, entries, ordered, reports, rows_of
from roadmapc.plan.execution import Execution
from roadmapc.russian.calendar import month_end
from roadmapc.workspace import executions, source_files

GROUP = "follow"
_MOST_NAMES = 5
"""Municipalities told by name."""
HELP = "List what falls due in a month or between two days: due dates, open windows, continuous work."


def command(
    paths: Paths = None,
    month: Annotated[str | None, typer.Option(help=_("The month: may, 5 or 2022-05; by default this one."))] = None,
    year: YearOfMonth = None,
    since: FirstDay = None,
    until: LastDay = None,
    owner: OfOwner = "",
    municipality: OfMunicipality = "",
    open: Annotated[bool, typer.Option("--open", help=_("Only what is not done yet."))] = False,
    late: Annotated[bool, typer.Option("--late", help=_("Only what is late."))] = False,
    done: Annotated[bool, typer.Option("--done", help=_("Only what is done."))] = False,
    today: Today = None,
    format: Annotated[str, printed_as("table", "json", "csv")] = "table",
    out: OutFile = None,
) -> int:
    """List entries in the form asked for; 1 where a file or a deadline could not be read."""
    _terminal.choice(format, "--format", ("table", "json", "csv"))
    day = _terminal.day_of(today)
    days = asked(month, year, since, until, day) or Period(day.replace(day=1), month_end(day.year, day.month))
    files = source_files.sources(paths or [])
    read = executions.read_all(files, day, municipality)
    _problems.tell(read.problems)
    executed = [execution for _path, execution in read.found]
    plans = [one.plan for one in executed]
    if owner and plans and not any(True for plan in plans for _row in rows_of(plan, owner)):
        raise UserError(Message("no activities of “{name}”", name=owner))
    found = _found(executed, days, day, owner, _States(open=open, late=late, done=done))
    all_read = found.all_read and not read.problems
    notes = found.notes
    with _output.into(out, files):
        if format != "table":
            _write(ordered(found.entries), format)
        elif plans:
            _show(ordered(found.entries), sorted(found.spans), found.undated, all_read=all_read)
            notes = [*notes, *(_outside(plans, days) if not isinstance(days, int) else ())]
        told = _terminal.laid_out_console() if format == "table" else _terminal.console(stderr=True)
        for note in notes:
            told.print(note.text(_))
    return _terminal.OK if all_read else _terminal.PROBLEMS


class _States(NamedTuple):
    """Which states were asked for; none of them means all."""

    open: bool
    late: bool
    done: bool

    @property
    def asked(self) -> bool:
        return self.open or self.late or self.done

    def has(self, entry: DueEntry) -> bool:
        """Say whether an entry is one of those asked for; of what is counted below it nothing is known."""
        state = entry.state
        if not self.asked:
            return True
        if state is None:
            return self.open and entry.is_report
        if state.is_closed:
            return self.done and state.done is not None
        return self.open or (self.late and state.is_late)


class _Found(NamedTuple):
    """What falls due, in which days it was looked for, what is to be told, rows without days by municipality."""

    entries: list[DueEntry]
    spans: set[Period]
    notes: list[Message]
    undated: dict[str, int]
    all_read: bool


def _found(executed: Sequence[Execution], days: Asked, today: date, owner: str, states: _States) -> _Found:
    found: list[DueEntry] = []
    notes: list[Message] = []
    undated: dict[str, int] = {}
    spans: set[Period] = set()
    report_days = source_files.settings().execution.report_days
    for execution in executed:
        plan = execution.plan
        span, note = days_in(plan, days, today)
        notes += [note] if note else []
        if span:
            spans.add(span)
            known = execution if execution.file or states.asked else None
            found += filter(states.has, entries(plan, *span, owner=owner, execution=known, as_of=today))
            found += filter(states.has, [] if owner else reports(plan, report_days, *span))
        undated[plan.municipality] = sum(not row.occurrences for row in rows_of(plan, owner))
    unread = any(row.deadline_error and not row.occurrences for one in executed for row in one.plan.dated_rows)
    return _Found(found, spans, notes, undated, not unread)


def _outside(plans: list[Plan], days: Period) -> Iterator[Message]:
    """Yield whose period is over or has not begun in the days asked for: a few by name, the rest counted."""
    over = [plan.municipality for plan in plans if plan.period and plan.period.last < days.first]
    ahead = [plan.municipality for plan in plans if plan.period and plan.period.first > days.last]
    if over:
        yield Message("the period is over: {names}", names=_some(over))
    if ahead:
        yield Message("the period has not begun: {names}", names=_some(ahead))


def _some(names: list[str]) -> str:
    return "; ".join(names[:_MOST_NAMES]) + (f"; + {len(names) - _MOST_NAMES}" if len(names) > _MOST_NAMES else "")


def _write(found: list[DueEntry], format: str) -> None:
    if format == "json":
        from roadmapc.reporters import due_json

        _terminal.write(due_json.report(found))
        return
    from roadmapc.reporters import due_csv

    _terminal.exact_line_ends()
    _terminal.write(due_csv.report(found, _))


def _show(found: list[DueEntry], spans: list[Period], undated: dict[str, int], *, all_read: bool) -> None:
    from roadmapc.reporters import due_table

    out = _terminal.laid_out_console()
    if len(spans) == 1:  # of several each is told of in a note
        out.print(due_table.heading(spans[0], _))
    due_table.show(out, found, undated, _, all_read=all_read)
