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
from itertools import zip_longest

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan, PlanSection

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
    for section, following in zip_longest(plan.sections, plan.sections[1:]):
        if not section.rows and section.own is None and not _holds(section, following):
            message = Message("the section “{title}” has no activities", title=section.title)
            yield Finding((*section.route, "title"), message)


def _holds(section: PlanSection, following: PlanSection | None) -> bool:
    """Say whether the next section is a part of a section: «1. …» and below it «1.1. …»."""
    number = section.number.rstrip(". ")
    within = following is not None and following.table == section.table
    return bool(number) and within and following.number.startswith(f"{number}.")  # type: ignore[union-attr]  # it is there
