"""The dates beside the words do not fit the words.

Dates stand beside words that cannot say them. Where the words themselves name days, dates outside those days mean
that one of the two is wrong.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - activity: Провести мониторинг
            deadline: {text: май 2022, dates: [15.06.2022]}
            owners: методист
            result: Справка

Good:
    …
            deadline: {text: май 2022, dates: [16.05.2022]}
    …
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._deadlines import rows_with_own
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM106"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report the first date that lies in none of the windows of the words."""
    for row in rows_with_own(plan):
        windows = row.dated.windows if row.dated else ()
        if not row.has_dates or not windows:
            continue
        for occurrence in row.occurrences:
            if not any(first <= occurrence.first and occurrence.due <= last for first, last in windows):
                message = Message("{date:%d.%m.%Y} does not fit the words of the deadline", date=occurrence.due)
                yield Finding((*row.deadline_route, "dates"), message, row=row)
                break
