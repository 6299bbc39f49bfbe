"""A text ends with a comma.

Something that followed it was dropped, or the comma was left behind.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: "методист ИМЦ,", result: Справка}

Good:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист ИМЦ, result: Справка}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks._finding import Finding
from roadmapc.checks._wording import matches
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.syntax import Route

CODE = "RM513"
SEVERITY = Severity.WARNING

_COMMA = re.compile(r"(?<=[^\s\0,;:]) *,[ \n]*(?=\0)")
_CONTINUED = frozenset({("order", "preamble"), ("order", "letterhead"), ("approval", "act")})


def check(plan: Plan) -> Iterator[Finding]:
    """Report texts that end with a comma, but not those that another text continues; the fix drops it."""
    message = Message("the text ends with a comma")
    for finding in matches(plan, _COMMA, lambda _: message, lambda _: ""):
        if finding.route[:2] not in _CONTINUED and not _goes_on(plan, finding.route):
            yield finding


def _goes_on(plan: Plan, route: Route) -> bool:
    """Say whether the text is an item of a list that has a next one."""
    last = route[-1]
    return isinstance(last, int) and (*route[:-1], last + 1) in plan.tree.values
