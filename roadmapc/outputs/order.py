"""The order (приказ), where the source has one."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.outputs import File, Kit
from roadmapc.plan import Plan
from roadmapc.views import about, order_view

ORDER = 1


def files(plan: Plan, kit: Kit) -> Iterator[File]:
    """Return `order.docx`."""
    if plan.roadmap.order:
        values = {"order": order_view(plan.roadmap.order), "about": about(plan, kit.draft)}
        yield File("order.docx", kit.word(kit.render("order.html", values), plan.signed))
