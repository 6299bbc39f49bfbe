"""A section has no activities.

An empty section prints a heading over nothing.

Bad:
    sections:
      - title: Мониторинг

Good:
    …
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM406"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report sections without rows that are no activity themselves, and a table without sections."""
    for table in plan.tables:
        if not table.sections:
            yield Finding(table.source.sections_route, Message("the table has no sections"), key=True)
    for content in plan.contents[1:]:
        one = content.content
        if not (content.tables or one.passport or one.indicators or any(part.text for part in one.preface)):
            yield Finding((*content.route, "number"), Message("the attachment has nothing in it"))
    for section in plan.sections:
        if not section.rows and section.own is None:
            message = Message("the section “{title}” has no activities", title=section.title)
            yield Finding((*section.route, "title"), message)
