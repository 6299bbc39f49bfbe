"""An amending act is older than the order that it amends.

Nobody changes a document before it is approved: one of the two dates is mistyped, or the act belongs to an earlier
plan.

Bad:
    approval: {act: приказом управления, date: 10.01.2022, number: 5}
    amendments:
      - {kind: приказ, date: 20.05.2021, number: 41}

Good:
    …
      - {kind: приказ, date: 20.05.2022, number: 41}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.russian.calendar import parse_date

CODE = "RM871"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report each act that is dated before the signing."""
    if plan.signed is None:
        return
    order = plan.roadmap.order
    where = ("order", "date") if order and order.date else ("approval", "date")
    for at, act in enumerate(plan.roadmap.amendments):
        day = parse_date(act.date)
        if day and day < plan.signed:
            message = Message(
                "the act is of {day:%d.%m.%Y}, the order that it amends of {signed:%d.%m.%Y}",
                day=day,
                signed=plan.signed,
            )
            labels = ((where, Message("signed here")),)
            yield Finding(("amendments", at, "date"), message, Message("correct one of the two dates"), labels=labels)
