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
    for content in plan.contents if served else ():
        indicators = content.content.indicators
        for at, row in enumerate(indicators.rows if indicators else ()):
            if row.id and normal_form(row.id) not in served:
                message = Message("no activity serves the indicator “{name}”", name=" ".join(row.name.split()))
                yield Finding((*content.route, "indicators", "rows", at, "id"), message)
