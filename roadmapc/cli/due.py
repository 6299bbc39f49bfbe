"""`roadmapc due`: what is coming, for whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, NamedTuple

import typer

from roadmapc.cli import _output, _problems, _terminal
from roadmapc.cli._days_asked import Asked, asked, days_in
from roadmapc.cli._jobs import Insecure, Jobs, Scheduler, Tls, Workers, for_files
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
from roadmapc.diagnostics import Diagnostic, Message, UserError
from roadmapc.plan.due import DueEntry, entries, ordered, reports, rows_of
from roadmapc.plan.due_plan import DuePlan
from roadmapc.russian.calendar import month_end
from roadmapc.workspace import source_files
from roadmapc.workspace.due_files import DueReading

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
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    tls: Tls = None,
    insecure_scheduler: Insecure = False,
) -> int:
    """List entries in the form asked for; 1 where a file or a deadline could not be read."""
    _terminal.choice(format, "--format", ("table", "json", "csv"))
    day = _terminal.day_of(today)
    days = asked(month, year, since, until, day) or Period(day.replace(day=1), month_end(day.year, day.month))
    files = source_files.sources(paths or [])
    states = _States(open=open, late=late, done=done)
    problems: list[Diagnostic] = []
    reading = DueReading(day, municipality, states.asked)
    with Workers(jobs, scheduler, tls, insecure_scheduler).at_work() as work:
        found = _found(reading.read(files, for_files(work, files), problems), days, day, owner, states)
    _problems.tell(problems)
    if owner and found.periods and not found.is_owner_known:
        raise UserError(Message("no activities of “{name}”", name=owner))
    all_read = found.all_read and not problems
    notes = found.notes
    with _output.into(out, files):
        if format != "table":
            _write(ordered(found.entries), format)
        elif found.periods:
            _show(ordered(found.entries), sorted(found.spans), found.undated, all_read=all_read)
            notes = [*notes, *(_outside(found.periods, days) if not isinstance(days, int) else ())]
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


@dataclass
class _Found:
    """What falls due, in which days it was looked for, what is to be told, rows without days by municipality.

    `periods` are the roadmaps that were read: whose each is, and its time.
    """

    entries: list[DueEntry] = field(default_factory=list)
    spans: set[Period] = field(default_factory=set)
    notes: list[Message] = field(default_factory=list)
    undated: dict[str, int] = field(default_factory=dict)
    periods: list[tuple[str, Period | None]] = field(default_factory=list)
    all_read: bool = True
    is_owner_known: bool = False


def _found(plans: Iterable[DuePlan], days: Asked, today: date, owner: str, states: _States) -> _Found:
    found = _Found()
    for plan in plans:
        span, note = days_in(plan.municipality, plan.period, days, today)
        found.notes += [note] if note else []
        if span:
            found.spans.add(span)
            found.entries += filter(states.has, entries(plan, *span, owner=owner))
            found.entries += filter(states.has, [] if owner else reports(plan, *span))
        rows = [*rows_of(plan.dated_rows, owner)]
        found.is_owner_known = found.is_owner_known or bool(rows)
        found.undated[plan.municipality] = sum(not row.times for row in rows)
        found.periods.append((plan.municipality, plan.period))
        found.all_read = found.all_read and plan.is_read
    return found


def _outside(periods: Sequence[tuple[str, Period | None]], days: Period) -> Iterator[Message]:
    """Yield whose period is over or has not begun in the days asked for: a few by name, the rest counted."""
    over = [name for name, period in periods if period and period.last < days.first]
    ahead = [name for name, period in periods if period and period.first > days.last]
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
