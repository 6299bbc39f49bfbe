"""Changes as reports of them name them: under which heading, of which row, in which column, in which lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from roadmapc.diagnostics import Message, Route
from roadmapc.diagnostics.joined_source import JoinedSource
from roadmapc.plan.addresses import printed_address
from roadmapc.plan.changes import CellChanged, Change
from roadmapc.plan.changes.comparison import Comparison
from roadmapc.plan.plan import Plan, PlanSection, Row
from roadmapc.source.model import Attachment
from roadmapc.source.model.routes import titles_at

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


class Side(NamedTuple):
    """A plan as it was named, and the full hash of the revision that it comes from."""

    name: str
    revision: str | None = None


class Place(NamedTuple):
    """Where a value stands: the file, and the line from 1."""

    file: str
    line: int


class Entry(NamedTuple):
    """A change with all that names it; places are None on the side where nothing stands.

    `heading` is the part of the document: a section, «Приказ»; `address` names the row, `label` what of it has changed:
    the heading of the column, or the title that the format gives the value.
    """

    change: Change
    heading: str
    address: str
    label: str
    row: Row | None
    old: Place | None
    new: Place | None

    @property
    def kind(self) -> str:
        """Return the kind of the change: «cell-changed», «row-added»."""
        return kind_of(type(self.change))


def kind_of(change: type[Change]) -> str:
    """Return how reports call a kind of change."""
    return _CAPITAL.sub("-", change.__name__).lower()


def kinds() -> list[str]:
    """Return all kinds of changes, sorted."""

    def below(base: type[Change]) -> Iterator[type[Change]]:
        for one in base.__subclasses__():
            yield one
            yield from below(one)

    return sorted({kind_of(one) for one in below(Change)} - {"row-change"})


def entries(found: Comparison, changes: Sequence[Change]) -> list[Entry]:
    """Return changes with what names them."""
    old, new = _Names(found.old), _Names(found.new)
    return [_entry(old, new, one) for one in changes]


def name_at(plan: Plan, change: Change) -> str:
    """Return what people call the value that a change is of: the part of the document, and the title of its key."""
    route = change.old_route if change.old_route is not None else change.new_route
    names = _Names(plan)
    return ": ".join(dict.fromkeys(filter(None, (names.heading(route), names.label(route))))) if route else change.field


def headed(some: Sequence[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """Yield the entries under their headings, each heading once, where it comes first."""
    parts: dict[str, list[Entry]] = {}
    for one in some:
        parts.setdefault(one.heading, []).append(one)
    yield from parts.items()


def template(entry: Entry) -> Message:
    """Return what happened, in words, for a change that is no new text in place of an old one."""
    names = {
        "row-added": Message("row added"),
        "row-removed": Message("row removed"),
        "row-moved": Message("row moved"),
        "row-renumbered": Message("number"),
        "section-added": Message("section added"),
        "section-removed": Message("section removed"),
        "column-added": Message("column added"),
        "column-removed": Message("column removed"),
        "table-added": Message("table added"),
        "table-removed": Message("table removed"),
        "attachment-added": Message("attachment added"),
        "attachment-removed": Message("attachment removed"),
        "item-added": Message("added"),
        "item-removed": Message("removed"),
    }
    return names.get(entry.kind) or Message("{label}", label=entry.label)


def shifts(before: Sequence[date], now: Sequence[date]) -> list[int]:
    """Return by how many days each due day moved, later ones positive; none where there are more or fewer of them."""
    return [(b - a).days for a, b in zip(before, now, strict=True)] if len(before) == len(now) else []


def shift_words(before: Sequence[date], now: Sequence[date]) -> Message | None:
    """Return by how much a deadline moved, where all its days have moved alike."""
    moved = {*shifts(before, now)}
    if len(moved) != 1:
        return None
    [days] = moved
    return Message("later by {n} d.", n=days) if days > 0 else Message("earlier by {n} d.", n=-days)


def _entry(old: _Names, new: _Names, change: Change) -> Entry:
    side, route = (old, change.old_route) if change.old_route is not None else (new, change.new_route)
    assert route is not None  # a change stands somewhere
    there = (new, change.new_route) if change.new_route is not None else (side, route)
    row = side.plan.row_at(route)
    label = " ".join(change.heading.split()) if isinstance(change, CellChanged) else ""
    return Entry(
        change,
        there[0].heading(there[1] or ()),
        side.address(route, row),
        label or side.label(route) or change.field,
        row,
        old.place(change.old_route),
        new.place(change.new_route),
    )


@dataclass
class _Names:
    """What the parts of a plan are called."""

    plan: Plan

    @cached_property
    def sections(self) -> dict[Route, PlanSection]:
        return {one.route: one for one in self.plan.sections}

    def section(self, route: Route) -> PlanSection | None:
        found = (self.sections.get(route[:length]) for length in range(len(route), 0, -1))
        return next((one for one in found if one), None)

    def heading(self, route: Route) -> str:
        """Return the part of the document in which a route lies."""
        parts = [self._attachment(route)] if route[:1] == ("attachments",) and len(route) > 1 else []
        if section := self.section(route):
            words = section.title or section.task or str(section.at + 1)
            parts.append(" ".join(f"{section.number} {words}".split()))
        elif not parts and route:
            parts.append(titles_at(()).get(str(route[0])) or str(route[0]))
        return ": ".join(parts)

    def _attachment(self, route: Route) -> str:
        one = self.plan.contents[int(route[1]) + 1].content
        return f"Приложение № {one.plain_number}" if isinstance(one, Attachment) else ""

    def address(self, route: Route, row: Row | None) -> str:
        """Return how people name the row; of a section its number."""
        if row:
            return printed_address(self.plan, row)
        section = self.section(route)
        return section.number.rstrip(".") or str(section.at + 1) if section else ""

    def label(self, route: Route) -> str:
        """Return what the format calls a value: the titles of its keys below the first, with the numbers of items."""
        parts: list[str] = []
        for at, key in enumerate(route):
            if isinstance(key, int):
                parts[-1] += f" {key + 1}"
            else:
                parts.append(titles_at(route[:at]).get(key, key))
        return ": ".join(parts[1:] or parts)

    def place(self, route: Route | None) -> Place | None:
        if route is None:
            return None
        source, span = self.plan.tree.source, self.plan.tree.span(route)
        if isinstance(source, JoinedSource):
            source, span = source.in_part(span)
        return Place(source.name, source.position(span.start).line)
