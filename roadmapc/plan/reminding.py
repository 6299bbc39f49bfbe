"""What to remind of on a day, and why: rows that are late, that come near their term, that a report is to tell of.

The term is the one in force, the day to act by the working day for it. A warning holds from its day up to the term, so
that none is lost where nobody asks on a day off; whether it was given already is for others to know, by `identity`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from roadmapc.deadlines import Period
from roadmapc.plan.execution import Execution, State, Unit, state_of
from roadmapc.plan.execution.statuses import progress_of
from roadmapc.plan.reminders import Reminder, Topic, week_of
from roadmapc.plan.report_days import ReportDays, ReportDue, reports_due
from roadmapc.russian.calendar import Calendar

AHEAD = 30
"""Days beyond those asked for in which what is coming is shown."""


class Warnings(NamedTuple):
    """When to warn: so many days, or working days, before the day to act; and when reports are due."""

    days: tuple[int, ...] = (5,)
    working_days: tuple[int, ...] = (1,)
    report_days: ReportDays = ReportDays()


def reminders(execution: Execution, today: date, warnings: Warnings, asked: Period | None = None) -> list[Reminder]:
    """Return what to remind of on a day, by topics, then by terms.

    `asked` are days whose terms are all told of; without them the warnings decide. What is late is always told of, and
    counts as a new reminder once a week.
    """
    found = _Day(execution, today, warnings, asked).found()
    order = [*Topic]
    return sorted(found, key=lambda one: (order.index(one.topic), one.state.term or date.max, one.row.route))


class _Day:
    """Judges the units of a plan on one day."""

    def __init__(self, execution: Execution, today: date, warnings: Warnings, asked: Period | None) -> None:
        self.execution, self.today, self.warnings, self.asked = execution, today, warnings, asked
        self.calendar = execution.plan.calendar
        last = max(today, asked.last) if asked else today
        self.last = last + timedelta(min(AHEAD, (date.max - last).days))
        self.crowded = {route for route, units in execution.by_route.items() if _is_crowded(units)}

    def found(self) -> Iterator[Reminder]:
        reports = [*self._reports()]
        for unit in self.execution.units:
            state = state_of(unit, self.today, self.calendar)
            if state.is_closed or state.term is None or unit.occurrence is None:
                continue
            if state.is_late:
                yield Reminder(unit, state, Topic.LATE, None, (f"late {week_of(self.today)}",))
            elif unit.row.is_continuous:
                yield from self._going_on(unit, state, reports)
            else:
                yield from self._ahead(unit, state, state.term)

    def _ahead(self, unit: Unit, state: State, term: date) -> Iterator[Reminder]:
        act_by = _act_by(unit, state, self.calendar)
        if self.asked:
            kinds = [_asked_kind(self.asked)] if self.asked.first <= term <= self.asked.last else []
        elif unit.row.route in self.crowded:
            kinds = []  # «еженедельно»: a letter every other day would be read by nobody
        else:
            kinds = [*self._holding(min(act_by, term))]
        if kinds or term <= self.last:
            yield Reminder(unit, state, Topic.DUE if kinds else Topic.COMING, act_by, tuple(kinds))

    def _going_on(
        self, unit: Unit, state: State, reports: Sequence[tuple[ReportDue, tuple[str, ...]]]
    ) -> Iterator[Reminder]:
        """Yield work that goes on once for each report that is to tell of it, and of which nothing is told yet."""
        occurrence = unit.occurrence
        assert occurrence is not None and state.term is not None  # noqa: PT018 (what goes on has its days)
        told = [*progress_of(unit, self.today)]
        is_reported = False
        for report, kinds in reports:
            about = report.about
            if occurrence.first > about.last or state.term < about.first:
                continue
            is_reported = True
            if not any(first <= about.last and last >= about.first for first, last in told):
                yield Reminder(unit, state, Topic.REPORT, self._act_on(report), kinds, report)
        if self.asked and not is_reported and occurrence.first <= self.asked.last and state.term >= self.asked.first:
            yield Reminder(unit, state, Topic.GOES_ON, None, (_asked_kind(self.asked),))

    def _reports(self) -> Iterator[tuple[ReportDue, tuple[str, ...]]]:
        """Yield the reports that are told of, with the warnings that hold for them."""
        plan = self.execution.plan
        if plan.period is None:
            return
        asked = self.asked or Period(self.today, self.today + timedelta(min(366, (date.max - self.today).days)))
        for report in reports_due(self.warnings.report_days, plan.period, max(asked.first, self.today), asked.last):
            kinds = (_asked_kind(self.asked),) if self.asked else tuple(self._holding(self._act_on(report)))
            if kinds:
                yield report, kinds

    def _act_on(self, report: ReportDue) -> date:
        return min(self.calendar.act_by(report.due), report.due)

    def _holding(self, act_by: date) -> Iterator[str]:
        """Yield the warnings that hold: those whose day has come."""
        for days in self.warnings.days:
            if self.today >= act_by - timedelta(days):
                yield f"{days}d"
        for days in self.warnings.working_days:
            if self.today >= _working_days_before(act_by, days, self.calendar):
                yield f"{days}wd"


def _asked_kind(asked: Period) -> str:
    return f"asked {asked.first}/{asked.last}"


def _act_by(unit: Unit, state: State, calendar: Calendar) -> date:
    """Return the working day to act on: of a term that was moved, its own."""
    assert unit.occurrence is not None and state.term is not None  # noqa: PT018 (asked of what has a term)
    return calendar.act_by(state.term) if state.term != state.due else unit.occurrence.act_by


def _working_days_before(day: date, count: int, calendar: Calendar) -> date:
    """Return the working day that lies so many working days before a day."""
    while count:
        day -= timedelta(1)
        count -= calendar.is_working(day)
    return day


def _is_crowded(units: Sequence[Unit]) -> bool:
    """Say whether a row is due more than once in some month."""
    months = Counter((one.occurrence.due.year, one.occurrence.due.month) for one in units if one.occurrence)
    return max(months.values(), default=0) > 1
