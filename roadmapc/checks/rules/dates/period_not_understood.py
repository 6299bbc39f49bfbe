"""The period of the document is not understood.

Every deadline without a year is counted inside the period, so it must name its years: 2021-2024, 2022/2023 учебный год,
сентябрь 2021 – май 2022, or exact dates.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта, period: на ближайшие годы}

Good:
    document: {kind: дорожная карта, title: Дорожная карта, period: 2021-2024}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.deadlines import DeadlineError
from roadmapc.diagnostics import Message, Route, Severity
from roadmapc.plan import Plan

CODE = "RM201"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report a period without days: of the document, of a table, of a section."""
    found: list[tuple[Route, DeadlineError | None]] = [(("document", "period"), plan.period_error)]
    found += [((*one.source.route, "period"), one.period_error) for one in plan.tables if one.source.table.period]
    found += [((*one.route, "period"), one.period.error) for one in plan.sections]
    for route, error in found:
        if error:
            message = Message("period not understood: {why}", why=error.message)
            yield Finding(route, message, word=(error.start, error.end))
