"""A key speaks of a base plan, but the roadmap extends none.

`after:`, `removed:` and `roles:` place, drop and hand over rows of a base plan. Without `extends:`, and in tables of
one's own beside it, they do nothing: the row is printed where it stands.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Описать опыт, deadline: июнь 2022, owners: методист, result: Сборник}
          - {after: opyt, activity: Провести опрос, deadline: май 2022, owners: методист, result: Справка}

Good:
    …
          - {activity: Провести опрос, deadline: май 2022, owners: методист, result: Справка}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Route, Severity
from roadmapc.plan import Plan

CODE = "RM901"
SEVERITY = Severity.ERROR

_OF_ROWS = frozenset({"after", "removed"})
_HINT = Message("name the base plan, “extends: ../model-plan.yaml”, or drop the key")


def check(plan: Plan) -> Iterator[Finding]:
    """Report each such key where it stands in the tree."""
    text = plan.tree.source.text
    if not any(key in text for key in (*_OF_ROWS, "roles")):  # hardly any file has one
        return
    own = {"tables", "attachments", "table"} | (set() if plan.roadmap.extends else {"sections"})
    for route in plan.tree.keys:
        if (route[-1] in _OF_ROWS and route[0] in own and "sections" in route and isinstance(route[-2], int)) or (
            route == ("roles",) and not plan.roadmap.extends
        ):
            yield _finding(route)


def _finding(route: Route) -> Finding:
    message = Message("“{key}” speaks of a base plan, and the roadmap extends none", key=route[-1])
    return Finding(route, message, _HINT, key=True)
