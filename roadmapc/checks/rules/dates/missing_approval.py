"""The document is an attachment to an order but carries no approval block.

A reader who holds only the attachment must see by which act it was approved (ГОСТ Р 7.0.97-2025, requisite 16).

Bad:
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: О карте, date: 20.10.2021, number: 1, items: [Утвердить.], signature: {position: Начальник, name: И.И. Иванов}}

Good:
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: О карте, date: 20.10.2021, number: 1, items: [Утвердить.], signature: {position: Начальник, name: И.И. Иванов}}
    approval: {act: приказом управления образования}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM206"
SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Finding]:
    """Report an order without an approval block."""
    if plan.roadmap.order and not plan.roadmap.approval:
        yield Finding(
            ("order",), Message("the attachment has no approval block"), Message("fill in “approval:”"), key=True
        )
