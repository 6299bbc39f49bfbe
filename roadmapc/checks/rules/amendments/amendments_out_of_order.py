"""Amending acts do not stand in the order of their days, or one of them is listed twice.

The list tells which text was in force when, and calendars count it. An act that stands before an older one is a slip of
a date; one that stands there twice is counted twice.

Bad:
    approval: {act: приказом управления, date: 10.01.2022, number: 5}
    amendments:
      - {kind: приказ, date: 20.05.2022, number: 41}
      - {kind: приказ, date: 11.04.2022, number: 32}

Good:
    …
      - {kind: приказ, date: 11.06.2022, number: 32}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.plan.editions.values import act_key

CODE = "RM872"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report each act that is older than one before it, and each that stands there already."""
    seen: dict[object, int] = {}
    latest = -1
    days = [act_key(one.date, one.number)[0] for one in plan.roadmap.amendments]
    for at, act in enumerate(plan.roadmap.amendments):
        key = act_key(act.date, act.number)
        if key in seen:
            first = ((("amendments", seen[key]), Message("first listed here")),)
            yield Finding(("amendments", at), Message("the act is listed twice"), labels=first)
            continue
        seen[key] = at
        day, before = days[at], days[latest] if latest >= 0 else None
        if day and before and day < before:
            message = Message(
                "the act of {day:%d.%m.%Y} stands behind one of {before:%d.%m.%Y}", day=day, before=before
            )
            labels = ((("amendments", latest, "date"), Message("the later one")),)
            hint = Message("list acts in the order of their days, or correct the date")
            yield Finding(("amendments", at, "date"), message, hint, labels=labels)
        else:
            latest = at
