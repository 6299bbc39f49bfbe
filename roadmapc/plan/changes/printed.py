"""A document as the texts that it prints besides its tables: each with its name, its place and its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.diagnostics import Route
from roadmapc.plan.plan import Plan
from roadmapc.russian.agreement import approval_word
from roadmapc.source.contents import ContentSource
from roadmapc.source.model import Attachment, Indicators, Roadmap, Signature
from roadmapc.source.model.approval import signatures

_LINES = re.compile(r"\n+")


class Text(NamedTuple):
    """A text that stands once: `field` names it, the route is where its value stands or would stand.

    What `is_aside` stands in calendars, not in the signed text.
    """

    field: str
    route: Route
    words: str
    is_aside: bool = False


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
        yield Text("period", ("document", "period"), _period(plan), is_aside=True)
    elif isinstance(one, Attachment):
        yield Text("title", (*route, "title"), one.title or "")
        yield Text("approval.word", (*route, "kind"), ((one.kind and approval_word(one.kind)) or "").upper())
    if one.passport:
        yield Text("passport.title", (*route, "passport", "title"), one.passport.title or "")
        for at, heading in enumerate(one.passport.columns):
            yield Text(f"passport.columns {at + 1}", (*route, "passport", "columns", at), heading)
    for number, (table, where) in enumerate(content.indicators, 1):
        yield from _indicators(table, where, number)


def _period(plan: Plan) -> str:
    period = plan.period
    return f"{period.first:%d.%m.%Y} – {period.last:%d.%m.%Y}" if period else plan.roadmap.document.period


def _indicators(table: Indicators, route: Route, number: int) -> Iterator[Text]:
    """Yield the title and the years of a table of indicators."""
    name = f"indicators {number}"
    yield Text(f"{name}.title", (*route, "title"), table.title or "")
    columns = table.columns
    for key, heading in (("number", columns.number), ("name", columns.name), ("unit", columns.unit)):
        yield Text(f"{name}.columns.{key}", (*route, "columns", key), heading or "")
    for at, year in enumerate(table.years):
        yield Text(f"{name}.years {at + 1}", (*route, "years", at), year)


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
