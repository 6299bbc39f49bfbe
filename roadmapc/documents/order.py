"""The order (приказ): what its template prints, from the letterhead to the signature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapc.documents._approval_block import BLANK_DATE, BLANK_NUMBER
from roadmapc.documents._signature import SignatureView, signature_view
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan import Plan
from roadmapc.rendering.prose import first_paragraph
from roadmapc.russian.agreement import act_forms
from roadmapc.source.model import Order, OrderItem

ORDER = 10


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item of the order with its computed number: «1.», «1.1.»; `level` 1 for items, 2 for sub-items and so on.

    `more` is what follows the first paragraph: further paragraphs and lists.
    """

    number: str
    text: str
    more: str
    level: int


@dataclass(frozen=True, slots=True)
class OrderFrame:
    """What an order has around its items, an amending one as well."""

    organisation: tuple[str, ...]
    details: tuple[str, ...]
    name: str
    date: str
    number: str
    place: str
    subject: str
    preamble: str
    resolution: str
    signature: SignatureView


@dataclass(frozen=True, slots=True)
class OrderView(OrderFrame):
    """The order: what its template prints, from the letterhead to the signature.

    `resolution` is empty where «приказываю:» closes the preamble.
    """

    items: tuple[ItemView, ...]


def files(plan: Plan, context: OutputContext) -> Iterator[File]:
    """Return `order.docx` where the source has an order."""
    if plan.roadmap.order:
        yield from context.files(plan, "order", "order.html", {"order": order_view(plan.roadmap.order)})


def order_view(order: Order) -> OrderView:
    """Return the order; missing date and number are blanks to fill in by hand."""
    head = order.letterhead
    resolution = order.resolution.rstrip(": ") + ":"
    closes = resolution[0].islower() and order.preamble
    return OrderView(
        organisation=head.organisation if head else (),
        details=head.details if head else (),
        name=order.name or "",
        date=order.date or BLANK_DATE,
        number=f"№ {order.number or BLANK_NUMBER}",
        place=order.place or "",
        subject=order.subject,
        preamble=f"{(order.preamble or '').strip()} {resolution}" if closes else order.preamble or "",
        resolution="" if closes else resolution,
        items=(*_items(order.items), *_control(order)),
        signature=signature_view(order.signature),
    )


def _items(items: tuple[OrderItem, ...], above: str = "", level: int = 1) -> Iterator[ItemView]:
    for n, item in enumerate(items, 1):
        number = f"{above}{n}."
        yield ItemView(number, *first_paragraph(item.text), level)
        yield from _items(item.items, number, level + 1)


def _control(order: Order) -> Iterator[ItemView]:
    """Yield the last item, on control; a text that begins small is the end of the usual sentence."""
    text = (order.control or "").strip()
    if text[:1].islower():
        text = f"Контроль за исполнением настоящего {act_forms(order.name).genitive} {text}"
    if text:
        yield ItemView(f"{len(order.items) + 1}.", *first_paragraph(text), 1)
