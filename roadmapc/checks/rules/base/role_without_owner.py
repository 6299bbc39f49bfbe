"""A role of the base plan is given to somebody who is not in the owners' directory.

`roles:` names an alias for a role; what is no alias would be printed as it stands, in every row of that role.

Bad:
    extends: model-plan.yaml
    owners: {umo: Начальник УМО}
    roles: {coordinator: uno}
    sections:
      - title: Мониторинг
        activities:
          - {activity: Описать опыт, deadline: июнь 2022, owners: umo, result: Сборник}
    # ---- model-plan.yaml
    base: 1
    owners: {coordinator: Координатор}
    sections:
      - title: Обучение
        activities:
          - {activity: Провести опрос, deadline: май 2022, owners: Методист района, result: Справка}

Good:
    …
    roles: {coordinator: umo}
    …
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.diagnostics.suggestion import did_you_mean
from roadmapc.plan import Plan
from roadmapc.russian.normal_form import normal_form

CODE = "RM902"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report each role whose alias no directory has."""
    if not plan.roadmap.roles or (plan.directory and plan.directory.problems):
        return  # one cause, one complaint
    known = {normal_form(alias) for alias in plan.owners}
    for role, alias in plan.roadmap.roles.items():
        if normal_form(alias) not in known:
            message = Message("“{who}” is not in the owners' directory", who=alias)
            hint = did_you_mean(alias, known, Message("add it to “owners:” of the file"), alike=60)
            yield Finding(("roles", role), message, hint)
