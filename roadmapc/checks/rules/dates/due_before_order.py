"""An activity is due before its order was signed.

Nobody can be held to a day that had passed when the order was signed. Move the deadline, or name its year.

Bad:
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: О карте, date: 20.10.2022, number: 1, items: [Утвердить.], signature: {position: Начальник, name: И.И. Иванов}}
    approval: {act: приказом управления}
    sections:
      - title: Мониторинг
        activities:
          - activity: Провести мониторинг
            deadline: до 30 сентября 2022 г.
            owners: методист
            result: Справка

Good:
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: О карте, date: 20.09.2022, number: 1, items: [Утвердить.], signature: {position: Начальник, name: И.И. Иванов}}
    …
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._deadlines import rows_with_own
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM203"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report rows whose last due date is before the signing; earlier times of what recurs are passed over."""
    if plan.signed is None:
        return
    order = plan.roadmap.order
    where = ("order", "date") if order and order.date else ("approval", "date")
    for row in rows_with_own(plan):
        if row.occurrences and row.occurrences[-1].due < plan.signed:
            due = row.occurrences[-1].due
            message = Message("due {due:%d.%m.%Y}, before the order was signed", due=due)
            labels = ((where, Message("signed here")),)
            hint = Message("name the year, or move the deadline past the date of the order")
            yield Finding(row.deadline_route, message, hint, row, labels=labels)
