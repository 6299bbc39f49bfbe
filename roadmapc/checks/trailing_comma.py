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
from roadmapc.diagnostics import Edit, Fix, Message, Severity
from roadmapc.plan import Plan
from roadmapc.source import Span
from roadmapc.syntax import Route

CODE = "RM513"
SEVERITY = Severity.WARNING

_COMMA = re.compile(r",[ \n]*(?=\0)")
_CONTINUED = frozenset({("order", "preamble"), ("order", "letterhead"), ("approval", "act")})


def check(plan: Plan) -> Iterator[Finding]:
    """Report texts that end with a comma, but not those that another text continues; the fix drops it."""
    for route, match in plan.passages.find(_COMMA):
        words = match.string[: match.start()].rstrip(" ") if match.string[match.start() - 1] == " " else ""
        start = len(words) if words else match.start()
        if match.string[start - 1] in "\0\n,;:" or route[:2] in _CONTINUED or _goes_on(plan, route):
            continue
        span = Span(start, match.end())
        yield Finding(route, Message("the text ends with a comma"), span=span, fix=Fix((Edit(span, ""),)))


def _goes_on(plan: Plan, route: Route) -> bool:
    """Say whether the text is an item of a list that has a next one."""
    last = route[-1]
    return isinstance(last, int) and (*route[:-1], last + 1) in plan.tree.values
