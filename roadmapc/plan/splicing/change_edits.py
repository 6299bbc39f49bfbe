"""Each kind of change → the edits that make it in the old plan's own file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from roadmapc.diagnostics import Route
from roadmapc.plan.changes.values import (
    CellChanged,
    Change,
    FieldChanged,
    ItemAdded,
    ItemRemoved,
    OwnersChanged,
    RowAdded,
    RowMoved,
    RowRemoved,
    RowRenumbered,
    SectionAdded,
)
from roadmapc.plan.changes.words import in_place_of
from roadmapc.plan.plan import Plan
from roadmapc.plan.splicing.new_rows import NewRows
from roadmapc.plan.splicing.splices import Refused, Splice
from roadmapc.plan.splicing.yaml_edits import YamlEdits
from roadmapc.russian.agreement import act_forms
from roadmapc.source.basing.merged_tree import own_route, own_tree

_PEOPLE = ("signature", "order.agreement", "order.acquaintance")


class ChangeEdits:
    """Makes the edits of changes between two plans; raises LayoutError where the file's comments cannot be told."""

    def __init__(self, old: Plan, new: Plan, changes: Sequence[Change]) -> None:
        self.old, self.new, self.changes = old, new, changes
        self.yaml = YamlEdits(own_tree(old.tree))
        self.rows = NewRows(old, new, changes)

    def is_in_base(self, change: Change) -> bool:
        """Say whether a change is one of what the base plan holds, which is edited in its own file."""
        route = change.old_route
        if route is None or own_tree(self.old.tree) is self.old.tree:
            return False
        return route in self.old.tree.values and own_route(self.old.tree, route) is None

    def groups(self, changes: Sequence[Change]) -> list[list[Change]]:
        """Return the changes that are to be made together: what is added at one place is one edit."""
        found: list[list[Change]] = []
        for _, group in groupby(changes, key=_place):
            found.append([*group])
        return found

    def of(self, group: Sequence[Change]) -> list[Splice]:
        """Return the edits that make changes of one group; raises Refused where there are none."""
        first = group[0]
        if isinstance(first, RowAdded):
            return self._rows_added([one for one in group if isinstance(one, RowAdded)])
        if isinstance(first, ItemAdded):
            return self._items_added([one for one in group if isinstance(one, ItemAdded)])
        return [splice for one in group for splice in self._one(one)]

    def _one(self, change: Change) -> list[Splice]:
        match change:
            case OwnersChanged():
                return self._owners(change)
            case CellChanged():
                return self._cell(change)
            case RowRenumbered():
                return self._put(change.old_route, change.new)
            case RowMoved():
                raise Refused
            case RowRemoved() | ItemRemoved():
                return self._removed(change)
            case FieldChanged():
                return self._field(change)
        raise Refused

    def _own(self, route: Route | None) -> Route:
        """Return where a value stands, or would stand, in the file that is edited; raises Refused for the base's."""
        if route is None:
            raise Refused
        if self.yaml.tree is self.old.tree:
            return route
        known = route
        while known and known not in self.old.tree.values:
            known = known[:-1]
        own = own_route(self.old.tree, known)
        if own is None:
            raise Refused
        return (*own, *route[len(known) :])

    def _put(self, route: Route | None, words: str) -> list[Splice]:
        """Put words where the old ones stood; the author's spaces and dashes stay where the words do."""
        own = self._own(route)
        held = self.yaml.value(own)
        if not words:
            return self.yaml.removed(own) if self.yaml.has(own) else []
        if isinstance(held, dict) and not isinstance(held.get("text"), str) and "text" not in held:
            return self._replaced_record(own, words)
        return self.yaml.put(own, in_place_of(_words(held), words))

    def _replaced_record(self, own: Route, words: str) -> list[Splice]:
        """Put words in place of a cell that said only that it is one with that above, or gave days beside no words."""
        held = self.yaml.value(own)
        if set(held) - {"same_as_above"}:
            return self.yaml.put((*own, "text"), words)
        return self.yaml.put(own, words)

    def _cell(self, change: CellChanged) -> list[Splice]:
        other = change.new_route[-1] if change.new_route else ""
        if change.row and other in change.row.shared:
            own = self._own(change.old_route)
            held = self.yaml.value(own)
            return self.yaml.put((*own, "same_as_above"), "да") if held is None else self._refuse()
        return self._put(change.old_route, change.new)

    @staticmethod
    def _refuse() -> list[Splice]:
        raise Refused

    def _owners(self, change: OwnersChanged) -> list[Splice]:
        if not change.now:
            return self._cell(change)
        own = self._own(change.old_route)
        route = change.old_route
        assert route is not None  # a cell that has changed was there
        style = self.rows.table_at(route).source.table.owners
        value = self.rows.owners(change.now, change.new, style)
        held = self.yaml.value(own)
        if isinstance(held, dict) and "who" in held:
            who, text = (value["who"], value["text"]) if isinstance(value, dict) else (_listed(value), None)
            edits = self.yaml.put((*own, "who"), who) if _listed(held["who"]) != who else []
            if text:
                return edits + self.yaml.put((*own, "text"), in_place_of(_words(held.get("text")), text))
            return edits + (self.yaml.removed((*own, "text")) if "text" in held else [])
        if isinstance(held, list) and isinstance(value, str):
            value = [value]
        return self.yaml.put(own, value)

    def _field(self, change: FieldChanged) -> list[Splice]:
        route = change.old_route or change.new_route
        if change.field == "period":
            return self._put(route, self.new.roadmap.document.period)
        if change.field in _PEOPLE and route is not None:
            return self._person(self._own(route), change)
        if change.field.endswith(".rows") and route is not None:
            return self._put((*route, "name"), change.new)
        if route == ("order", "control"):
            return self._control(change)
        return self._put(route, change.new)

    def _person(self, own: Route, change: Change) -> list[Splice]:
        before, after = (_person(words) for words in (change.old, change.new))
        found: list[Splice] = []
        for key in after:
            if after[key] != before.get(key):
                found += self.yaml.put((*own, key), after[key])
        return found

    def _control(self, change: Change) -> list[Splice]:
        """Put the last item of an order: of the usual sentence the source has its end alone."""
        order = self.old.roadmap.order
        usual = f"Контроль за исполнением настоящего {act_forms(order.name if order else None).genitive} "
        words = change.new.removeprefix(usual)
        short = words != change.new and (change.old.removeprefix(usual)[:1].islower())
        return self._put(change.old_route, words if short else change.new)

    def _removed(self, change: Change) -> list[Splice]:
        own = self._own(change.old_route)
        held_by = own[:-1]
        if any(
            isinstance(one, RowMoved) and one.old_route and one.old_route[: len(own)] == change.old_route
            for one in self.changes
        ):
            raise Refused
        if isinstance(own[-1], int) and self._is_emptied(held_by, change):
            if change.old_route and change.old_route[-1] != 0:
                return []  # the first of them takes the whole list away
            return self.yaml.removed(held_by)
        return self.yaml.removed(own)

    def _is_emptied(self, held_by: Route, change: Change) -> bool:
        """Say whether nothing is left of a list: its key goes with its last item."""
        above = change.old_route[:-1] if change.old_route else ()
        gone = [one for one in self.changes if isinstance(one, RowRemoved | ItemRemoved)]
        count = sum(1 for one in gone if one.old_route and one.old_route[:-1] == above)
        stays = any(isinstance(one, RowAdded) and (*(one.within or ()), "activities") == above for one in self.changes)
        return count == len(self.yaml.value(held_by) or ()) and not stays

    def _rows_added(self, group: Sequence[RowAdded]) -> list[Splice]:
        first = group[0]
        if first.within is None:  # it stands below a new row or section, which brings it
            return []
        values: list[Any] = []
        for one in group:
            if isinstance(one, SectionAdded):
                values.append(self.rows.section(one.new_route or (), first.within))
            elif one.row:
                values.append(self.rows.row(one.row, first.within))
        above = first.within if isinstance(first, SectionAdded) else (*first.within, "activities")
        own = self._own(above)
        behind = self._own(first.behind)[-1] if first.behind else None
        return [self.yaml.inserted(own, behind if isinstance(behind, int) else None, values)]

    def _items_added(self, group: Sequence[ItemAdded]) -> list[Splice]:
        first = group[0]
        if first.new_route is None:
            raise Refused
        if first.field == "preface":
            return self._parts_added(group)
        if first.field == "signature" and not isinstance(self.yaml.value(("signature",)), list):
            raise Refused
        above = first.new_route[:-1] if first.behind is None else first.behind[: len(first.new_route) - 1]
        behind = first.behind[len(above)] if first.behind and len(first.behind) > len(above) else None
        new = {one.new_route for one in group}
        values = [
            self.new.tree.value(one.new_route)
            for one in group
            if one.new_route and not any(one.new_route[:-end] in new for end in range(1, len(one.new_route)))
        ]
        if any(one.new_route and len(one.new_route) < len(first.new_route) for one in group):
            raise Refused
        return [self.yaml.inserted(self._own(above), behind if isinstance(behind, int) else None, values)]

    def _parts_added(self, group: Sequence[ItemAdded]) -> list[Splice]:
        first = group[0]
        parts: dict[Route, dict[str, str]] = {}
        for one in group:
            route = one.new_route or ()
            part = parts.setdefault(route[:-1], {})
            key = str(route[-1])
            part[key] = f"{part[key]}\n\n{one.new}" if key in part else one.new
        above = first.behind[:-2] if first.behind else (first.new_route or ())[:-2]
        behind = first.behind[-2] if first.behind else None
        return [self.yaml.inserted(self._own(above), behind if isinstance(behind, int) else None, [*parts.values()])]


def _place(change: Change) -> object:
    if isinstance(change, RowAdded):
        return (type(change).__name__, change.within, change.behind)
    if isinstance(change, ItemAdded):
        return (change.field, change.behind)
    return id(change)


def _words(held: Any) -> str:
    """Return the words of a value, whichever way it is written in."""
    if isinstance(held, dict):
        return str(held.get("text") or "")
    return "\n\n".join(map(str, held)) if isinstance(held, list) else str(held or "")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _person(words: str) -> dict[str, str]:
    position, _, name = words.rpartition("\n")
    return {"position": position, "name": name} if position else {"name": name}
