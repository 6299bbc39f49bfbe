"""The order and the approval block as the texts that they print: each with its name, its place and its words."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diagnostics import Route
from roadmapc.plan.changes.printed import Item, Text
from roadmapc.russian.agreement import act_forms, approval_word
from roadmapc.source.model import Approval, FurtherApproval, Order, Roadmap, Signature
from roadmapc.source.model.fields import is_no
from roadmapc.source.model.order import OrderItem


def approval_texts(roadmap: Roadmap) -> Iterator[Text]:
    """Yield the lines of the approval block; date and number are the order's where it has none of its own."""
    approval, order = roadmap.approval, roadmap.order
    if approval is None:
        return
    forms = act_forms(order.name if order else None)
    is_first = approval.form == "I"
    usual = "" if approval.by else f"к {forms.dative}" if is_first else forms.instrumental
    word = "" if approval.by or is_first else approval.word or approval_word(roadmap.document.kind) or ""
    dated = order if order and not approval.by else None
    found = {
        "attachment": _mark(approval),
        "word": word.upper(),
        "act": approval.act or usual,
        "date": approval.date or (dated.date if dated else None) or "",
        "number": approval.number or (dated.number if dated else None) or "",
        "year": (approval.year or "") if _has_blank_date(approval, dated) else "",
    }
    yield from (Text(f"approval.{key}", ("approval", key), words) for key, words in found.items())
    yield from _person("approval.by", ("approval", "by"), approval.by)
    for at, one in enumerate(approval.beside):
        yield from _beside(one, f"approval.beside {at + 1}", ("approval", "beside", at))


def _has_blank_date(approval: Approval, order: Order | None) -> bool:
    """Say whether the block has a line on which a date is written by hand, with the year printed."""
    mine = not (approval.date or (order and order.date))
    return mine or any(not one.date and (one.by or one.act) for one in approval.beside)


def _mark(approval: Approval) -> str:
    if is_no(approval.attachment):
        return ""
    return approval.attachment or ("" if approval.by else "Приложение")


def _beside(one: FurtherApproval, field: str, route: Route) -> Iterator[Text]:
    found = {"word": one.word.upper(), "act": one.act, "date": one.date, "number": one.number}
    yield from (Text(f"{field}.{key}", (*route, key), words or "") for key, words in found.items())
    yield from _person(f"{field}.by", (*route, "by"), one.by)


def _person(field: str, route: Route, person: Signature | None) -> Iterator[Text]:
    if person:
        yield Text(f"{field}.position", (*route, "position"), person.position)
        yield Text(f"{field}.name", (*route, "name"), person.name)


def order_texts(order: Order) -> Iterator[Text]:
    """Yield what an order prints once."""
    found = {
        "name": order.name,
        "place": order.place,
        "date": order.date,
        "number": order.number,
        "subject": order.subject,
        "preamble": order.preamble,
        "resolution": order.resolution.rstrip(": "),
    }
    yield from (Text(f"order.{key}", ("order", key), words or "") for key, words in found.items())
    yield from _person("order.signature", ("order", "signature"), order.signature)


def order_items(order: Order) -> dict[str, list[Item]]:
    """Return the lists of an order: its letterhead, its items with those below them, who agrees and who reads it."""
    head = order.letterhead
    place: Route = ("order", "letterhead")
    items = [*_order_items(order.items, ("order", "items"), "")]
    if control := (order.control or "").strip():
        usual = f"Контроль за исполнением настоящего {act_forms(order.name).genitive} "
        words = usual + control if control[:1].islower() else control
        items.append(Item(("order", "control"), words, f"{len(order.items) + 1}."))
    return {
        "order.letterhead.organisation": _lines(head.organisation if head else (), (*place, "organisation")),
        "order.letterhead.details": _lines(head.details if head else (), (*place, "details")),
        "order.items": items,
        "order.agreement": [
            Item(("order", "agreement", at), f"{one.position}\n{one.name}") for at, one in enumerate(order.agreement)
        ],
        "order.acquaintance": [
            Item(("order", "acquaintance", at), f"{one.position or ''}\n{one.name}".strip())
            for at, one in enumerate(order.acquaintance)
        ],
    }


def _order_items(items: tuple[OrderItem, ...], route: Route, above: str) -> Iterator[Item]:
    for at, item in enumerate(items):
        number, here = f"{above}{at + 1}.", (*route, at)
        yield Item(here, item.text.strip(), number)
        yield from _order_items(item.items, (*here, "items"), number)


def _lines(lines: tuple[str, ...], route: Route) -> list[Item]:
    return [Item((*route, at), line) for at, line in enumerate(lines)]
