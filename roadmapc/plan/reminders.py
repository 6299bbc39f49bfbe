"""What somebody is reminded of: a time at which a row is due, why, for whom; what tells one reminder from another."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from roadmapc.plan.execution import State, Unit
from roadmapc.plan.plan import Plan, Row
from roadmapc.plan.report_days import ReportDue
from roadmapc.plan.values import Assignee
from roadmapc.russian.normal_form import searched_form


class Topic(StrEnum):
    """Why a row is told of: as late, as due, for a report, as work that goes on, as what comes later."""

    LATE = "late"
    DUE = "due"
    REPORT = "report"
    GOES_ON = "goes-on"
    COMING = "coming"


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


def by_owner(found: Sequence[Reminder]) -> list[OwnerReminders]:
    """Return reminders by who answers for the rows, in the order in which owners appear."""
    owners: dict[str, tuple[Assignee, list[Reminder]]] = {}
    for reminder in sorted(found, key=lambda one: one.row.route):
        for assignee in dict.fromkeys(reminder.row.assignees):
            owners.setdefault(assignee.key, (assignee, []))
    for reminder in found:
        for key in dict.fromkeys(one.key for one in reminder.row.assignees):
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
