"""No activity serves an indicator.

Where some rows say which indicators they serve, an indicator that none of them names is promised and not worked for.

Bad:
    indicators:
      years: [2022]
      rows:
        - {id: coverage, name: Доля школ с наставниками, unit: "%", values: [20]}
        - {id: trained, name: Число обученных, unit: чел., values: [40]}
    sections:
      - title: Мониторинг
        activities:
          - activity: Провести мониторинг
            deadline: май 2022
            owners: методист
            result: Справка
            serves: coverage

Good:
    …
            serves: [coverage, trained]
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.russian.normal_form import normal_form

CODE = "RM705"
SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Finding]:
    """Report the indicators with a name that no row serves."""
    served = {normal_form(name) for row in plan.rows for name in row.serves}
    for indicator, route in plan.indicators if served else ():
        if indicator.id and normal_form(indicator.id) not in served:
            message = Message("no activity serves the indicator “{name}”", name=" ".join(indicator.name.split()))
            yield Finding((*route, "id"), message)
