"""A deadline lies outside the period of the document.

A year or day that the period does not contain is a slip of the pen, or the period is wrong.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - activity: Провести мониторинг
            deadline: май 2019
            owners: методист
            result: Справка

Good:
    …
            deadline: май 2022
    …
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._deadlines import rows_with_own, runs_backwards
from roadmapc.diagnostics import Message, Route, Severity
from roadmapc.plan import Plan, Row

CODE = "RM202"
SEVERITY = Severity.ERROR

_HINT = Message("name a day or a year of the period, or correct the period")


def check(plan: Plan) -> Iterator[Finding]:
    """Report words that mean no day of the period, and dates beside them that leave it."""
    for row in rows_with_own(plan):
        if row.deadline_error and row.deadline_error.outside and not row.has_dates and not runs_backwards(row):
            label = (_period_of(plan, row), Message("the period"))
            yield Finding((*row.deadline_route, "text"), row.deadline_error.message, _HINT, row, labels=(label,))
        elif row.has_dates and plan.period:
            for occurrence in row.occurrences:
                if occurrence.first < plan.period.first or occurrence.due > plan.period.last:
                    message = Message("{date:%d.%m.%Y} lies outside the period", date=occurrence.due)
                    label = (("document", "period"), Message("the period"))
                    yield Finding((*row.deadline_route, "dates"), message, _HINT, row, labels=(label,))
                    break


def _period_of(plan: Plan, row: Row) -> Route:
    """Return the place of the period that a row is dated in: of its table, or of the document."""
    table = plan.tables[row.table].source
    return (*table.route, "period") if table.table.period else ("document", "period")
