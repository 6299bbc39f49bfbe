"""The order (приказ) and its sheets to sign, where the source has them."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.outputs import File, Kit
from roadmapc.plan import Plan
from roadmapc.sheets import acquaintance_view, agreement_view
from roadmapc.views import order_view

ORDER = 1


def files(plan: Plan, kit: Kit) -> Iterator[File]:
    """Return `order.docx`, and `agreement.docx` and `acquaintance.docx` where people are named for them."""
    order = plan.roadmap.order
    if order is None:
        return
    yield from kit.files(plan, "order", "order.html", {"order": order_view(order)})
    if order.agreement:
        yield from kit.files(plan, "agreement", "agreement.html", {"sheet": agreement_view(order)})
    if order.acquaintance:
        yield from kit.files(plan, "acquaintance", "acquaintance.html", {"sheet": acquaintance_view(order)})
