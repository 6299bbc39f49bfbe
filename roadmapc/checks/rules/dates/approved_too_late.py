"""The plan approves itself after it has begun.

The row «Разработка и утверждение дорожной карты» is due in a later year than the period begins: what was planned before
that day had no force.

Bad:
    sections:
      - title: Нормативное обеспечение
        activities:
          - {activity: Утверждение дорожной карты, deadline: январь 2022, owners: методист, result: Приказ}

Good:
    …
          - {activity: Утверждение дорожной карты, deadline: январь 2021, owners: методист, result: Приказ}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._deadlines import rows_with_own
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.russian.stems import stems

CODE = "RM213"
SEVERITY = Severity.WARNING

_APPROVAL = re.compile(r"(?:утвержд|закреплени)\w+\s+(?:муниципальн\w+\s+)?(?P<what>\w+\s+\w+)", re.IGNORECASE)


def check(plan: Plan) -> Iterator[Finding]:
    """Report rows that approve this kind of document in a year after the first one of the period."""
    if plan.period is None:
        return
    kind, title = stems(plan.roadmap.document.kind), set(stems(plan.roadmap.document.title or ""))
    for row in rows_with_own(plan):
        match = _APPROVAL.search(row.text)
        ours = (
            match
            and kind
            and stems(match["what"])[: len(kind)] == kind
            and (len(kind) > 1 or len(title & set(stems(row.text))) > 2)
        )
        if ours and row.occurrences:
            first = row.occurrences[0].due
            if first.year > plan.period.first.year:
                message = Message(
                    "the plan begins in {begin} and is approved in {year}",
                    begin=plan.period.first.year,
                    year=first.year,
                )
                label = (("document", "period"), Message("the period"))
                yield Finding((*row.deadline_route, "text"), message, row=row, labels=(label,))
