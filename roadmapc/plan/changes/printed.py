"""A roadmap as the texts that it prints besides its tables: each with its name, its place and its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.diagnostics import Route
from roadmapc.plan.plan import Plan
from roadmapc.russian.agreement import act_forms, approval_word
from roadmapc.source.contents import ContentSource
from roadmapc.source.model import Approval, Attachment, FurtherApproval, Indicators, Order, Roadmap, Signature
from roadmapc.source.model.approval import signatures
from roadmapc.source.model.fields import is_no
from roadmapc.source.model.order import OrderItem

_LINES = re.compile(r"\n+")


class Text(NamedTuple):
    """A text that stands once: `field` names it, the route is where its value stands or would stand."""

    field: str
    route: Route
    words: str


class Item(NamedTuple):
    """An item of a list: where it stands, its words, its printed number; `part` counts the paragraphs of one value."""

    route: Route
    words: str
    number: str = ""
    part: int = 0


def texts_of(plan: Plan, content: ContentSource) -> Iterator[Text]:
    """Yield what a roadmap or a further attachment prints once."""
    one, route = content.content, content.route
    if isinstance(one, Roadmap):
        yield Text("title", ("document", "title"), one.document.title or "")
        yield Text("period", ("document", "period"), _period(plan))
    elif isinstance(one, Attachment):
        yield Text("title", (*route, "title"), one.title or "")
    if one.passport:
        yield Text("passport.title", (*route, "passport", "title"), one.passport.title or "")
    for number, (table, where) in enumerate(content.indicators, 1):
        yield from _indicators(table, where, number)


def _period(plan: Plan) -> str:
    period = plan.period
    return f"{period.first:%d.%m.%Y} – {period.last:%d.%m.%Y}" if period else plan.roadmap.document.period


def _indicators(table: Indicators, route: Route, number: int) -> Iterator[Text]:
    """Yield the title and the years of a table of indicators."""
    name = f"indicators {number}"
    yield Text(f"{name}.title", (*route, "title"), table.title or "")
    for at, year in enumerate(table.years):
        yield Text(f"{name}.years {at + 1}", (*route, "years", at), year)


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
    }
    yield from (Text(f"approval.{key}", ("approval", key), words) for key, words in found.items())
    yield from _person("approval.by", ("approval", "by"), approval.by)
    for at, one in enumerate(approval.beside):
        yield from _beside(one, f"approval.beside {at + 1}", ("approval", "beside", at))


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


def items_of(content: ContentSource) -> dict[str, list[Item]]:
    """Return the lists of a roadmap or of a further attachment, but those of its tables of activities.

    Each paragraph of the preface is an item: where one part ends and the next begins does not show on paper.
    """
    one, route = content.content, content.route
    found = {"preface": [*_preface(content)]}
    rows = one.passport.rows if one.passport else ()
    found["passport.rows"] = [
        Item((*route, "passport", "rows", at), row.name, str(at + 1)) for at, row in enumerate(rows)
    ]
    for number, (table, where) in enumerate(content.indicators, 1):
        found[f"indicators {number}.rows"] = [
            Item((*where, "rows", at), row.name.strip(), str(at + 1)) for at, row in enumerate(table.rows)
        ]
    found["signature"] = [Item(here, f"{person.position}\n{person.name}") for here, person in signed(content)]
    return found


def signed(content: ContentSource) -> list[tuple[Route, Signature]]:
    """Return who signs below the tables, with the places."""
    field, route = content.content.signature, (*content.route, "signature")
    people = signatures(field)
    return [((*route, at) if isinstance(field, tuple) else route, person) for at, person in enumerate(people)]


def _preface(content: ContentSource) -> Iterator[Item]:
    for at, part in enumerate(content.content.preface):
        here = (*content.route, "preface", at)
        if part.heading:
            yield Item((*here, "heading"), part.heading)
        for number, line in enumerate(paragraphs(part.text or "")):
            yield Item((*here, "text"), line, part=number)


def paragraphs(text: str) -> list[str]:
    """Return the lines of a text, each of which is a paragraph or an item of a list."""
    return [line for line in _LINES.split(text.strip()) if line.strip()]


def inner_texts(plan: Plan, field: str, route: Route) -> list[Text]:
    """Return the texts of an item besides the one that it is known by: of a row of the passport, of an indicator."""
    data = plan.tree.value(route)
    if not isinstance(data, dict):
        return []
    if field == "passport.rows":
        return [Text("passport.text", (*route, "text"), _joined(data.get("text")))]
    if field.startswith("indicators"):
        values = data.get("values") or []
        values = values if isinstance(values, list) else [values]
        found = [Text("indicators.unit", (*route, "unit"), data.get("unit") or "")]
        return found + [Text(f"indicators.values {at + 1}", (*route, "values", at), v) for at, v in enumerate(values)]
    return []


def _joined(value: object) -> str:
    return "\n\n".join(map(str, value)) if isinstance(value, list) else str(value or "")
