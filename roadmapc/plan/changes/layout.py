"""How a plan is laid out, and what it says aside: what no word of the signed text tells."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from roadmapc.diagnostics import Route
from roadmapc.plan.changes.values import AsideChanged, LayoutChanged
from roadmapc.plan.columns import is_landscape
from roadmapc.plan.plan import Plan, PlanTable, Row
from roadmapc.source.contents import ContentSource
from roadmapc.source.model import Roadmap


class Setting(NamedTuple):
    """A setting that prints no words: its name, its place, its value in words of the format."""

    field: str
    route: Route
    value: str


def yes(value: bool) -> str:
    """Return a flag as the format writes it."""
    return "да" if value else "нет"


def layout(field: str, old_route: Route, new_route: Route, old: str, new: str) -> LayoutChanged:
    """Return the change of a setting."""
    return LayoutChanged(field=field, old_route=old_route, new_route=new_route, old=old, new=new)


def aside(field: str, old_route: Route, new_route: Route, old: str, new: str) -> AsideChanged:
    """Return the change of what is said aside."""
    return AsideChanged(field=field, old_route=old_route, new_route=new_route, old=old, new=new)


def asides(plan: Plan) -> list[Setting]:
    """Return what is said of the plan besides the text that is signed: whose it is, its owners by their aliases."""
    roadmap = plan.roadmap
    found = [Setting("municipality.name", ("municipality", "name"), roadmap.municipality.name)]
    found.append(Setting("document.kind", ("document", "kind"), roadmap.document.kind))
    for alias, owner in sorted(plan.owners.items()):
        texts = {"name": owner.name, "contacts": owner.contacts}
        found += [Setting(f"owners.{alias}.{key}", ("owners", alias, key), text or "") for key, text in texts.items()]
    return found


def aside_changes(old: Plan, new: Plan) -> Iterator[AsideChanged]:
    """Yield what differs in it."""
    for one, other in _pairs(asides(old), asides(new)):
        yield aside(one.field, one.route, other.route, one.value, other.value)


def layout_changes(old: Sequence[Setting], new: Sequence[Setting]) -> Iterator[LayoutChanged]:
    """Yield the settings that differ."""
    for one, other in _pairs(old, new):
        yield layout(one.field, one.route, other.route, one.value, other.value)


def _pairs(old: Sequence[Setting], new: Sequence[Setting]) -> Iterator[tuple[Setting, Setting]]:
    """Yield the settings of one name whose values differ; where a side has none it is empty."""
    before, after = ({one.field: one for one in side} for side in (old, new))
    for name in before | after:
        was, now = before.get(name), after.get(name)
        if was is None or now is None or was.value != now.value:
            there = was or now
            assert there  # one of the sides has it
            empty = there._replace(value="")
            yield was or empty, now or empty


def of_content(content: ContentSource) -> list[Setting]:
    """Return the settings of a roadmap or a further attachment, but those of its tables."""
    one, route = content.content, content.route
    found = [
        Setting(f"preface {at + 1}.orientation", (*route, "preface", at, "orientation"), part.orientation)
        for at, part in enumerate(one.preface)
        if part.orientation == "landscape"
    ]
    if isinstance(one, Roadmap) and one.approval and one.approval.by:  # its own block is without a form
        found.append(Setting("approval.form", ("approval", "form"), one.approval.form))
    if one.passport:
        found.append(Setting("passport.numbers", (*route, "passport", "numbers"), yes(one.passport.numbers)))
    return found


def of_table(table: PlanTable) -> list[Setting]:
    """Return the settings of a table of activities as they work."""
    settings, route = table.source.table, table.source.route
    found = {
        "head": yes(settings.head),
        "column_numbers": yes(settings.column_numbers),
        "section_number": settings.section_number,
        "owners": settings.owners,
        "orientation": "landscape" if is_landscape(table) else "portrait",
    }
    return [Setting(f"table.{key}", (*route, key), value) for key, value in found.items()]


def hidden(old: Row, new: Row, printed: Collection[str]) -> Iterator[AsideChanged]:
    """Yield what differs in the words of a row for which neither table has a column; calendars print them."""
    texts = {
        "number": (old.number, new.number),
        "deadline": (old.deadline_text, new.deadline_text),
        "owners": (old.owners_text, new.owners_text),
        "result": (old.result, new.result),
    }
    for key, words in texts.items():
        if key not in printed and words[0] != words[1]:
            yield aside(f"row.{key}", (*old.route, key), (*new.route, key), *words)


def together(old: Row, new: Row) -> Iterator[LayoutChanged]:
    """Yield the change of a row whose rows below it print, or printed, in it."""
    if old.together != new.together:
        routes = (*old.route, "together"), (*new.route, "together")
        yield layout("row.together", *routes, yes(old.together), yes(new.together))
