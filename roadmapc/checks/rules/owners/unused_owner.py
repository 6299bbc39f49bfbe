"""An entry of the owners' directory is used nowhere.

It may be a slip in an alias, or an owner whose activities were dropped.

Bad:
    owners: {umo: Начальник УМО, imc: Методист ИМЦ}
    sections:
      - title: Мониторинг
        activities:
          - activity: Провести мониторинг
            deadline: май 2022
            owners: umo
            result: Справка

Good:
    owners: {umo: Начальник УМО}
    …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM303"
SEVERITY = Severity.NOTE

_HINT = Message("name it in “owners:” of a row, or drop it")


def check(plan: Plan) -> Iterator[Finding]:
    """Report aliases that no row names."""
    used = {assignee.alias for row in plan.rows for assignee in row.assignees}
    used |= {word for row in plan.rows for a in row.assignees if not a.alias for word in re.split(r"[\s,;]+", a.text)}
    for alias in plan.roadmap.owners:
        if alias not in used:
            yield Finding(("owners", alias), Message("“{alias}” is used nowhere", alias=alias), _HINT, key=True)
