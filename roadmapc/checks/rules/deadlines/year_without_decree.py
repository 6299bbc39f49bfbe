"""A due date lies in a year whose days off are not decreed yet, or are not in the program's table.

The government moves days off by a decree each autumn. For later years only weekends and public holidays are known, so
the working day on which to act may still change. Run the program again after the decree. For years before 2013 the
program does not know the decrees; what was moved can be named in the calendar settings.

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

CODE = "RM105"
SEVERITY = Severity.NOTE


def check(plan: Plan) -> Iterator[Finding]:
    """Report the years once a document, at its period."""
    years = sorted({occurrence.due.year for row in plan.dated_rows for occurrence in row.occurrences})
    unknown = [year for year in years if not plan.calendar.is_decreed(year)]
    past = [str(year) for year in unknown if plan.calendar.is_before_decrees(year)]
    if past:
        message = Message("days off moved by decrees are not in the table for: {years}", years=", ".join(past))
        yield Finding(("document", "period"), message)
    if len(past) < len(unknown):
        to_come = [str(year) for year in unknown[len(past) :]]
        message = Message("days off are not decreed yet for: {years}", years=", ".join(to_come))
        yield Finding(("document", "period"), message)
