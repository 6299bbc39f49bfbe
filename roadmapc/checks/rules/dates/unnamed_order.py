"""The order does not say what it is.

The kind of act stands under the letterhead in capitals: ПРИКАЗ, РАСПОРЯЖЕНИЕ, ПОСТАНОВЛЕНИЕ (ГОСТ Р 7.0.97-2025, requisite 9).

Bad:
    order: {letterhead: {organisation: Отдел образования}, subject: О карте, date: 20.10.2021, number: 1, items: [Утвердить.], signature: {position: Начальник, name: И.И. Иванов}}
    approval: {act: приказом управления образования}

Good:
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: О карте, date: 20.10.2021, number: 1, items: [Утвердить.], signature: {position: Начальник, name: И.И. Иванов}}
    approval: {act: приказом управления образования}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM208"
SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Finding]:
    """Report an order without its kind."""
    if plan.roadmap.order and not plan.roadmap.order.name:
        message = Message("the order does not say what it is")
        yield Finding(("order", "name"), message, Message("add “name: ПРИКАЗ”"), key=True)
