"""An interval of work that goes on does not fit: it ends before it begins, lies outside the plan, or is told twice.

A report takes the intervals of its period. What lies outside falls out of every report; what is told twice is printed
twice.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Вести мониторинг, deadline: весь период, owners: методист, result: Справка}
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        activity: Вести мониторинг
        progress:
          - {from: 01.01.2023, until: 30.06.2023, text: Собраны анкеты}
          - {from: 01.06.2023, until: 31.12.2024, text: Описаны дефициты}

Good:
    …
          - {from: 01.07.2023, until: 31.12.2024, text: Описаны дефициты}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from roadmapc.checks.finding import Finding
from roadmapc.deadlines import Period
from roadmapc.diagnostics import Message, Route, Severity
from roadmapc.plan.execution import Execution, Unit
from roadmapc.plan.execution.mark_days import day_of
from roadmapc.plan.execution.moves import followed_moves

CODE = "RM864"
SEVERITY = Severity.ERROR


class _Interval(NamedTuple):
    days: Period
    route: Route


def judge(execution: Execution, today: date) -> Iterator[Finding]:
    """Report intervals that end before they begin, outside the plan or the row's own days, and with days in common."""
    intervals: dict[Route, dict[Route, _Interval]] = defaultdict(dict)
    for unit in execution.units:
        period = execution.plan.tables[unit.row.table].period
        for one in _intervals(unit):
            if one.route in intervals[unit.row.route]:  # a mark of several times
                continue
            intervals[unit.row.route][one.route] = one
            if fault := _fault(one.days, unit, period):
                yield Finding(one.route, fault)
    for found in intervals.values():
        yield from _overlaps([one for one in found.values() if one.days.first <= one.days.last])


def _intervals(unit: Unit) -> Iterator[_Interval]:
    for placed in unit.marks:
        for at, one in enumerate(placed.mark.progress):
            yield _Interval(Period(day_of(one.since), day_of(one.until)), (*placed.route, "progress", at))


def _fault(days: Period, unit: Unit, period: Period | None) -> Message | None:
    if days.last < days.first:
        return Message("it ends before it begins")
    if period and (days.first < period.first or days.last > period.last):
        return Message(
            "the plan is for {first:%d.%m.%Y} – {last:%d.%m.%Y}: this is outside", first=period.first, last=period.last
        )
    own = unit.occurrence if unit.row.is_continuous else None
    if own is None:
        return None
    last = max([own.due, *(one.to for one in followed_moves(unit) if one.unfit is None)])
    if days.last < own.first or days.first > last:
        return Message(
            "the row’s own time is {first:%d.%m.%Y} – {last:%d.%m.%Y}: this is outside", first=own.first, last=last
        )
    return None


def _overlaps(intervals: list[_Interval]) -> Iterator[Finding]:
    before: _Interval | None = None
    for one in sorted(intervals):
        if before and one.days.first <= before.days.last:
            message = Message("days of this interval are told twice, from {first:%d.%m.%Y}", first=one.days.first)
            yield Finding(one.route, message, labels=((before.route, Message("and here")),))
        if before is None or one.days.last > before.days.last:
            before = one
