"""The words of a deadline are not understood.

The program does not guess: what it cannot read it does not date. The very word is marked; where a near wording is known
it is offered. When words cannot say it, put the dates beside them: `deadline: {text: …, dates: [15.03.2022]}`.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - activity: Провести мониторинг
            deadline: до 30 мартя 2022
            owners: методист
            result: Справка

Good:
    …
            deadline: до 30 марта 2022
    …
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._deadlines import runs_backwards
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM102"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report the word at which reading stopped, unless dates stand beside the words."""
    for row in plan.dated_rows:
        route = (*row.deadline_route, "text")
        if row.dates_error:
            at, problem = row.dates_error
            yield Finding((*row.deadline_route, "dates", at), problem.message, row=row)
        elif row.deadline_error and not row.has_dates and not row.deadline_error.outside and not runs_backwards(row):
            hint = (
                Message("perhaps “{text}”", text=row.deadline_error.suggestion)
                if row.deadline_error.suggestion
                else None
            )
            message = Message("deadline not understood: {why}", why=row.deadline_error.message)
            yield Finding(route, message, hint, row, (row.deadline_error.start, row.deadline_error.end))
