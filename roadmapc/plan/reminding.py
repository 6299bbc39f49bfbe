"""What to remind of on a day, and why: rows that are late, that come near their term, that a report is to tell of.

The term is the one in force, the day to act by the working day for it. A warning holds from its day up to the term, so
that none is lost where nobody asks on a day off; whether it was given already is for others to know, by `identity`.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from roadmapc.deadlines import Period
from roadmapc.plan.execution import Execution, State, Unit, state_of
from roadmapc.plan.execution.statuses import progress_of
from roadmapc.plan.plan import Assignee, Plan, Row
from roadmapc.plan.report_days import ReportDays, ReportDue, reports_due
from roadmapc.russian.calendar import Calendar
from roadmapc.russian.normal_form import compared_form, searched_form

AHEAD = 30
"""Days beyond those asked for in which what is coming is shown."""


class Topic(StrEnum):
    """Why a row is told of: as late, as due, for a report, as work that goes on, as what comes later."""

    LATE = "late"
    DUE = "due"
    REPORT = "report"
    GOES_ON = "goes-on"
    COMING = "coming"


class Warnings(NamedTuple):
    """When to warn: so many days, or working days, before the day to act; and when reports are due."""

    days: tuple[int, ...] = (5,)
    working_days: tuple[int, ...] = (1,)
    report_days: ReportDays = ReportDays()


@dataclass(frozen=True, slots=True)
class Reminder:
    """One time at which a row is due, with its state and the working day to act on.

    `kinds` are the warnings that hold on the day: «5d», «1wd», «late 2023-W22»; none where the row is only shown.
    `report` is the report that is to tell of it.
    """

    unit: Unit
    state: State
    topic: Topic
    act_by: date | None
    kinds: tuple[str, ...] = ()
    report: ReportDue | None = None

    @property
    def row(self) -> Row:
        """Return the row."""
        return self.unit.row


@dataclass(frozen=True, slots=True)
class OwnerReminders:
    """An owner with what to remind of, late ones first, by their terms."""

    owner: Assignee
    reminders: tuple[Reminder, ...]


def reminders(execution: Execution, today: date, warnings: Warnings, asked: Period | None = None) -> list[Reminder]:
    """Return what to remind of on a day, by topics, then by terms.

    `asked` are days whose terms are all told of; without them the warnings decide. What is late is always told of, and
    counts as a new reminder once a week.
    """
    found = _Day(execution, today, warnings, asked).found()
    order = [*Topic]
    return sorted(found, key=lambda one: (order.index(one.topic), one.state.term or date.max, one.row.route))


def by_owner(found: Sequence[Reminder]) -> list[OwnerReminders]:
    """Return reminders by who answers for the rows, in the order in which owners appear."""
    owners: dict[str, tuple[Assignee, list[Reminder]]] = {}
    for reminder in sorted(found, key=lambda one: one.row.route):
        for assignee in dict.fromkeys(reminder.row.assignees):
            key = assignee.alias or compared_form(assignee.text)
            owners.setdefault(key, (assignee, []))
    for reminder in found:
        for key in dict.fromkeys(one.alias or compared_form(one.text) for one in reminder.row.assignees):
            owners[key][1].append(reminder)
    return [OwnerReminders(owner, tuple(some)) for owner, some in owners.values()]


def is_named(owner: Assignee, words: str) -> bool:
    """Say whether words name an owner: alias, post or person contains them, in any case of letters."""
    wanted = searched_form(words)
    return any(wanted in searched_form(text) for text in (owner.text, owner.alias, owner.person) if text)


def identity(address: str, plan: Plan, reminder: Reminder, kind: str) -> str:
    """Return what tells a reminder from all others: for whom, of what, with which term, which warning. A digest."""
    due, term, report = reminder.state.due, reminder.state.term, reminder.report
    days = [str(day) for day in (due, term, report.due if report else None)]
    return _digest([address.casefold(), plan.id, reminder.row.id, reminder.row.deadline_key, *days, kind])


def summary_identity(address: str, plan: Plan, today: date) -> str:
    """Return what tells the sum of a week for a controller from all others. A digest."""
    return _digest([address.casefold(), plan.id, f"summary {week_of(today)}"])


def _digest(parts: Sequence[str]) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def week_of(day: date) -> str:
    """Return a week by ISO 8601: «2023-W22»."""
    year, week, _weekday = day.isocalendar()
    return f"{year}-W{week:02}"


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
            if self.today > state.term:
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
