"""A row serves an indicator that there is not.

`serves:` names the `id` of an indicator of the same file: a slip there leaves the indicator without its activities.

Bad:
    indicators:
      years: [2022]
      rows: [{id: coverage, name: Доля школ с наставниками, unit: "%", values: [20]}]
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка, serves: [coverage]}
          - {activity: Описать опыт, deadline: май 2022, owners: методист, result: Сборник, serves: [coverag]}

Good:
    …
          - {activity: Описать опыт, deadline: май 2022, owners: методист, result: Сборник, serves: [coverage]}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.diagnostics.suggestion import nearest
from roadmapc.plan import Plan
from roadmapc.russian.normal_form import normal_form

CODE = "RM704"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report names in `serves:` that no indicator has."""
    known = {normal_form(one.id) for one in plan.indicators if one.id}
    for row in plan.rows:
        for at, name in enumerate(row.serves):
            if normal_form(name) not in known:
                near = nearest(name, sorted(known))
                hint = Message("perhaps “{near}”", near=near) if near else Message("give the indicator an “id:”")
                yield Finding(
                    (*row.route, "serves", at), Message("there is no indicator “{name}”", name=name), hint, row
                )
