"""The time of a section is not clear.

A month in the title of a section («Сентябрь 2026») or its `period:` says when its deadlines are: «до 10 числа», «I
неделя», «в течение месяца». Where the month may be that of several years, or the title says more than a month, they are
read in the whole plan.

Bad:
    sections:
      - title: Май
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}

Good:
    sections:
      - title: Май 2022
    …
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM214"
SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Finding]:
    """Report titles that leave the month open."""
    for section in plan.sections:
        if section.period.doubt:
            message = Message("the time of the section is not clear: {why}", why=section.period.doubt)
            yield Finding((*section.route, "title"), message, Message("name month and year, or add “period:”"))
