"""A due date lies in a year whose days off are not decreed yet.

The government moves days off by a decree each autumn. For later years only weekends and public holidays are known, so
the working day on which to act may still change. Run the program again after the decree.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта, period: 2022-2031}
    sections:
      - title: Мониторинг
        activities:
          - activity: Провести мониторинг
            deadline: до 30 мая 2031 г.
            owners: методист
            result: Справка

Good:
    sections:
    …
            deadline: до 31 мая 2022 г.
    …
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.russian.decreed_days import DAYS_OFF

CODE = "RM105"
SEVERITY = Severity.NOTE


def check(plan: Plan) -> Iterator[Finding]:
    """Report the years once a document, at its period."""
    last = max(DAYS_OFF)
    years = sorted({occurrence.due.year for row in plan.rows for occurrence in row.occurrences})
    unknown = [str(year) for year in years if year > last]
    if unknown:
        message = Message("days off are not decreed yet for: {years}", years=", ".join(unknown))
        yield Finding(("document", "period"), message)
