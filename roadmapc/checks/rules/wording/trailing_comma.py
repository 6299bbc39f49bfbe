"""A text ends with a comma.

Something that followed it was dropped, or the comma was left behind; so does a semicolon at the end of the owners.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: "методист ИМЦ,", result: Справка}

Good:
    …
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист ИМЦ, result: Справка}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Edit, Fix, Message, Route, Severity, Span
from roadmapc.plan import Plan

CODE = "RM513"
SEVERITY = Severity.WARNING

_CONTINUED = frozenset({("order", "preamble"), ("order", "letterhead"), ("approval", "act")})


def check(plan: Plan) -> Iterator[Finding]:
    """Report texts that end with such a mark, but not those that another text continues; the fix drops it."""
    for printed, text in plan.printed_texts.texts():
        words = text.rstrip(" \n\0")
        if not words.strip(" ,;"):
            continue  # looks-empty tells of it
        if (
            not (words.endswith(",") or (words.endswith(";") and "owners" in printed.route))
            or words.endswith(",,")
            or printed.route[:2] in _CONTINUED
            or _goes_on(plan, printed.route)
        ):
            continue
        start = printed.start + len(words[:-1].rstrip(" "))
        span = Span(start, printed.start + len(words))
        message = Message("the text ends with a semicolon" if words[-1] == ";" else "the text ends with a comma")
        yield Finding(printed.route, message, span=span, fix=Fix((Edit(span, ""),)))


def _goes_on(plan: Plan, route: Route) -> bool:
    """Say whether the text is an item of a list that has a next one."""
    last = route[-1]
    return isinstance(last, int) and (*route[:-1], last + 1) in plan.tree.values
