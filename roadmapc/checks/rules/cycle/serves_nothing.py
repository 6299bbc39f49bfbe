"""A row serves something that does not exist.

`serves:` names the `id` of an indicator of the same file, or of a row of the base plan that it extends: a slip there
leaves the indicator without its activities, and the region without its count.

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
from roadmapc.diagnostics.suggestion import did_you_mean
from roadmapc.plan import Plan
from roadmapc.russian.normal_form import normal_form

CODE = "RM704"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report names in `serves:` that no indicator has, and no row of the base plan."""
    base = plan.base.ids if plan.base else ()
    known = {normal_form(name): name for name in (*(one.id for one, _ in plan.indicators if one.id), *base)}
    for row in plan.rows:
        for at, name in enumerate(row.serves):
            if normal_form(name) not in known:
                message = Message("there is nothing to serve by the name “{name}”", name=name)
                hint = did_you_mean(name, known.values(), Message("give the indicator an “id:”"), alike=60)
                yield Finding((*row.route, "serves", at), message, hint, row)
