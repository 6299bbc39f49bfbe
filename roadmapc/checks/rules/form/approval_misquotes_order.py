"""The approval cites another order than the one above it.

The date or the number behind УТВЕРЖДЕНА is not that of the order whose attachment the document is: one of the two was
copied from another year.

Bad:
    approval: {act: приказом управления, date: 12.01.2021, number: 1}
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: О карте, date: 10.01.2021, number: 1, items: [Утвердить.], signature: {position: Начальник, name: И.И. Иванов}}

Good:
    approval: {act: приказом управления, date: 10.01.2021, number: 1}
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: О карте, date: 10.01.2021, number: 1, items: [Утвердить.], signature: {position: Начальник, name: И.И. Иванов}}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.russian.agreement import act_forms
from roadmapc.russian.calendar import parse_date

CODE = "RM418"
SEVERITY = Severity.ERROR

_FOLDED = str.maketrans(
    {"–": "-", "—": "-", "N": "", "№": "", " ": "", ".": "", **dict(zip("ABCEHKMOPTXY", "АВСЕНКМОРТХУ", strict=True))}
)
"""Signs of a number that are written in several ways, Latin letters among them."""


def check(plan: Plan) -> Iterator[Finding]:
    """Compare the date and the number of the approval with those of the order that it cites by its name."""
    order, approval = plan.roadmap.order, plan.roadmap.approval
    if order is None or approval is None or not order.name or not approval.act:
        return
    if not approval.act.lower().lstrip().startswith(act_forms(order.name)):
        return  # the act of somebody else
    for key, same in (("date", parse_date), ("number", _plain)):
        one, two = getattr(approval, key), getattr(order, key)
        if one and two and same(one) and same(two) and same(one) != same(two):
            message = Message("the order has “{value}” here", value=two)
            yield Finding(("approval", key), message, labels=((("order", key), Message("the order")),))


def _plain(number: str) -> str:
    """Return a number as it is compared; nothing for a blank that is filled in by hand."""
    return number.upper().translate(_FOLDED) if any(letter.isdigit() for letter in number) and "_" not in number else ""
