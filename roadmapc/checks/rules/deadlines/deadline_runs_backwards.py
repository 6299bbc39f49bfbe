"""A deadline ends before it begins.

The two dates are swapped, or one has a wrong year.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: 01.09.2022 – 01.05.2022, owners: методист, result: Справка}

Good:
    …
          - {activity: Провести мониторинг, deadline: 01.05.2022 – 01.09.2022, owners: методист, result: Справка}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._deadlines import runs_backwards
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM108"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report ranges whose last day lies before the first."""
    for row in plan.dated_rows:
        if runs_backwards(row):
            yield Finding((*row.deadline_route, "text"), Message("the deadline ends before it begins"), row=row)
