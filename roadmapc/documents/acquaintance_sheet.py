"""The sheet of those who have read the order (ГОСТ Р 7.0.97-2025; лист ознакомления)."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.documents._sign_sheet import PersonView, SheetView, requisites
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan import Plan
from roadmapc.russian.agreement import act_forms
from roadmapc.source.model import Order

ORDER = 12


def files(plan: Plan, context: OutputContext) -> Iterator[File]:
    """Return `acquaintance.docx` where people are named who are to read the order."""
    order = plan.roadmap.order
    if order and order.acquaintance:
        yield from context.files(plan, "acquaintance", "acquaintance.html", {"sheet": acquaintance_view(order)})


def acquaintance_view(order: Order) -> SheetView:
    """Return the sheet of those who have read the order: «с приказом от … № …»."""
    act = f"с {act_forms(order.name).instrumental} {requisites(order)}"
    people = tuple(PersonView(person.position or "", person.name) for person in order.acquaintance)
    return SheetView(act, order.subject, people)
