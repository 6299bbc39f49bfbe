"""Most activities fall due only when the plan ends.

A plan whose rows say «в течение всего периода» or repeat its years cannot be controlled: nothing is late before the
last day. Give the activities dates of their own, or a rhythm («1 раз в четверть»).

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: в течение всего периода, owners: методист, result: Справка}
          - {activity: Описать опыт, deadline: 2021-2024, owners: методист, result: Сборник}
          - {activity: Обновить сайт, deadline: весь период, owners: методист, result: Страница}
          - {activity: Собрать отчеты, deadline: 2021-2024 годы, owners: методист, result: Отчет}
          - {activity: Провести форум, deadline: май 2022, owners: методист, result: Программа}

Good:
    …
          - {activity: Провести мониторинг, deadline: ежегодно в мае, owners: методист, result: Справка}
          - {activity: Описать опыт, deadline: 2021-2024, owners: методист, result: Сборник}
          - {activity: Обновить сайт, deadline: 1 раз в квартал, owners: методист, result: Страница}
          - {activity: Собрать отчеты, deadline: июнь 2023, owners: методист, result: Отчет}
    …
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._deadlines import rows_with_own
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan, Row

CODE = "RM209"
SEVERITY = Severity.WARNING

_FEW = 5  # rows with dates below which no share says anything


def check(plan: Plan) -> Iterator[Finding]:
    """Report once, with the first such row, where more than half of the dated rows are due at the end alone."""
    dated = [row for row in rows_with_own(plan) if row.occurrences]
    late = [row for row in dated if _only_at_the_end(plan, row)]
    if len(dated) < _FEW or 2 * len(late) <= len(dated):
        return
    message = Message("{n} of {all} activities fall due only when the plan ends", n=len(late), all=len(dated))
    first = ((*late[0].deadline_route, "text"), Message("for example this one"))
    yield Finding(("document", "period"), message, Message("give them dates or a rhythm of their own"), labels=(first,))


def _only_at_the_end(plan: Plan, row: Row) -> bool:
    return plan.period is not None and len(row.occurrences) == 1 and row.occurrences[0].due == plan.period.last
