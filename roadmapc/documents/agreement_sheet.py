"""The sheet of those who agreed to the draft of an order (ГОСТ Р 7.0.97-2025, requisites 20, 21; лист согласования)."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.documents._sign_sheet import PersonView, SheetView, requisites
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan import Plan
from roadmapc.russian.agreement import act_forms
from roadmapc.source.model import Order

ORDER = 11


def files(plan: Plan, context: OutputContext) -> Iterator[File]:
    """Return `agreement.docx` where people are named who are to agree to the order."""
    order = plan.roadmap.order
    if order and order.agreement:
        yield from context.files(plan, "agreement", "agreement.html", {"sheet": agreement_view(order)})


def agreement_view(order: Order) -> SheetView:
    """Return the sheet of those who agree: «к приказу от … № …», to a draft while it has no number."""
    forms = act_forms(order.name)
    act = f"к {forms.dative} {requisites(order)}" if order.number else f"к проекту {forms.genitive}"
    return SheetView(act, order.subject, tuple(PersonView(one.position, one.name) for one in order.agreement))
