"""A deadline can be read in two ways.

The program takes the reading of its convention and says what else a careful official could have meant. Name the year,
the day or the end, or put the dates beside the words; or let it stand with a waiver that says which reading holds.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - activity: Провести мониторинг
            deadline: май
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
from roadmapc.checks.rules._deadlines import rows_with_own
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan, Row

CODE = "RM103"
SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Finding]:
    """Report every doubt of a deadline that has no dates beside it."""
    for row in plan.rows:
        for doubt in row.start.dated.doubts if row.start and row.start.dated else ():
            yield Finding((*row.route, row.start.key), Message("start in doubt: {why}", why=doubt), row=row)  # type: ignore[union-attr]
    for row in rows_with_own(plan):
        if row.dated is None or row.has_dates or row.dated.kind in {"conditional", "relative"}:
            continue  # undated-deadline asks for the dates, whatever the doubt
        for doubt in row.dated.doubts:
            message = Message("deadline in doubt: {why}", why=doubt)
            yield Finding((*row.deadline_route, "text"), message, _taken(row), row)


def _taken(row: Row) -> Message:
    """Return how the words were taken: the first days, and the command that shows all of them."""
    days = [
        f"{o.due:%d.%m.%Y}" if o.first == o.due else f"{o.first:%d.%m.%Y} – {o.due:%d.%m.%Y}"
        for o in row.occurrences[:3]
    ]
    more = ["…"] if len(row.occurrences) > len(days) else []
    return Message("taken as: {days}; if another is meant, name the days or the years", days="; ".join(days + more))
