"""One owner has too many deadlines in one month.

More than eight activities of one owner fall due in the same month. It may be meant; often «ежегодно» has put all of
them on 31 December. Spread them, or name the months.

Bad:
    owners: {methodist: Методист ИМЦ}
    sections:
      - title: Мониторинг
        activities:
          - {activity: Собрать отчеты школ, deadline: до 5 мая 2022, owners: methodist, result: Отчет}
          - {activity: Проверить отчеты, deadline: до 6 мая 2022, owners: methodist, result: Справка}
          - {activity: Свести показатели, deadline: до 11 мая 2022, owners: methodist, result: Таблица}
          - {activity: Описать опыт, deadline: до 12 мая 2022, owners: methodist, result: Сборник}
          - {activity: Обновить сайт, deadline: до 13 мая 2022, owners: methodist, result: Страница}
          - {activity: Провести форум, deadline: до 16 мая 2022, owners: methodist, result: Программа}
          - {activity: Опросить учителей, deadline: до 17 мая 2022, owners: methodist, result: Анкеты}
          - {activity: Подготовить приказ, deadline: до 18 мая 2022, owners: methodist, result: Приказ}
          - {activity: Составить график, deadline: до 19 мая 2022, owners: methodist, result: График}

Good:
    …
        activities:
          - {activity: Собрать отчеты школ, deadline: до 5 мая 2022, owners: methodist, result: Отчет}
          - {activity: Проверить отчеты, deadline: до 6 июня 2022, owners: methodist, result: Справка}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._deadlines import rows_with_own
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan, Row

CODE = "RM210"
SEVERITY = Severity.NOTE

MOST = 8
"""Deadlines of one owner in one month that can still be overseen: two a week."""


def check(plan: Plan) -> Iterator[Finding]:
    """Report once: the owner with the most deadlines in one month, at the first of them."""
    months: dict[str, dict[tuple[int, int], list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows_with_own(plan):
        due = {(o.due.year, o.due.month) for o in row.occurrences} if _is_dated(row) else set()
        for owner in dict.fromkeys(assignee.text for assignee in row.assignees):
            for when in sorted(due):
                months[owner][when].append(row)
    loads = [(owner, when, rows) for owner, found in months.items() for when, rows in found.items() if len(rows) > MOST]
    if not loads:
        return
    owner, (year, month), rows = max(loads, key=lambda load: (len(load[2]), -load[1][0], -load[1][1]))
    message = Message(
        "{n} deadlines of one owner in {month:02}.{year}: {owner}", owner=owner, n=len(rows), month=month, year=year
    )
    hint = Message(
        "“ежегодно” without a month is due at the end of the year; owners with so many: {n}", n=_owners(loads)
    )
    yield Finding((*rows[0].deadline_route, "text"), message, hint, rows[0])


def _owners(loads: list[tuple[str, tuple[int, int], list[Row]]]) -> int:
    return len({owner for owner, _, _ in loads})


def _is_dated(row: Row) -> bool:
    return row.has_dates or (row.dated is not None and row.dated.kind != "continuous")
