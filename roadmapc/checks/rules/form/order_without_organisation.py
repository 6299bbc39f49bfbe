"""The order does not say whose it is.

The name of the organisation stands above the kind of act (ГОСТ Р 7.0.97-2025, requisite 5). It may stand in the form
that the roadmap names (`form:`), too. Printed on paper that has it already it would stand there twice: then waive this.

Bad:
    order: {name: ПРИКАЗ, subject: О карте, date: 10.01.2021, number: 1, items: [Утвердить карту.], signature: {position: Начальник, name: И.И. Иванов}}
    approval: {act: приказом отдела образования}

Good:
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: О карте, date: 10.01.2021, number: 1, items: [Утвердить карту.], signature: {position: Начальник, name: И.И. Иванов}}
    approval: {act: приказом отдела образования}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM426"
SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Finding]:
    """Report an order that has a letterhead neither in the source nor in the form."""
    if plan.roadmap.order and plan.roadmap.order.letterhead is None and not plan.form_has_letterhead:
        message = Message("the order does not say whose it is")
        hint = Message("add “letterhead: {{organisation: …}}”")
        yield Finding(("order", "letterhead"), message, hint, key=True)
