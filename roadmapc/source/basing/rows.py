"""Sections and rows of a base, as a roadmap changes, places, adds and drops them by their ids."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from roadmapc.diagnostics import Diagnostic, Route
from roadmapc.source.basing import misfits
from roadmapc.source.basing.grafting import Branch
from roadmapc.source.basing.merged_tree import MergedTree, Removed
from roadmapc.source.basing.placing import Entry, in_order, lost, rings
from roadmapc.source.basing.roles import Roles
from roadmapc.source.model.fields import is_yes

_ORDERS = ("after", "removed")
"""Keys that merging carries out; no merged row has them."""
WORDS = {"sections": "title", "activities": "activity"}
"""What a row of a list that is not the base's is known by."""


class Rows:
    """Merges lists of rows; what does not fit is a problem at its place in the roadmap."""

    def __init__(self, tree: MergedTree, own: Branch, base: Branch, roles: Roles) -> None:
        self.tree = tree
        self.own = own
        self.base = base
        self.roles = roles
        self.problems: list[Diagnostic] = []
        self.overridden: dict[str, Route] = {}

    def merged(self, own: Route | None, base: Route | None, to: Route) -> list[Any]:
        """Return the rows of two lists in one, at a new route: those of the base, changed, and the roadmap's own."""
        branch, route = self._where(own, base)
        branch.place(route, to)
        entries = self._entries(own, base)
        self.problems += [misfits.nothing_before(self.own.tree, self.tree.base, one, entries) for one in lost(entries)]
        self.problems += [misfits.in_a_ring(self.own.tree, ring) for ring in rings(entries)]
        taken: list[Any] = []
        ordered = in_order(entries)
        self.problems += self._rebound(ordered)
        for entry in ordered:
            if entry.is_removed:
                self._remove(entry)
            else:
                taken.append(self._row(entry.own, entry.base, (*to, len(taken))))
        return taken

    def _rebound(self, ordered: list[Entry]) -> Iterator[Diagnostic]:
        """Yield the rows of the base that share a cell with the row above, where another one stands there now."""
        above: Entry | None = None
        cause: Entry | None = None
        for entry in ordered:
            if entry.is_removed:
                cause = entry
                continue
            if entry.base and isinstance(entry.base[-1], int) and self._shares(entry):
                former = (*entry.base[:-1], entry.base[-1] - 1)
                if entry.base[-1] and (above is None or above.base != former):
                    by = above if above and above.base is None else cause or above
                    yield misfits.rebound(self.own.tree, self.tree.base, entry, by)
            above = entry

    def _shares(self, entry: Entry) -> bool:
        """Say whether a row of the base has a cell of the row above that the roadmap does not replace."""
        mine = _record(self.own, entry.own)
        cells = (cell for key, cell in _record(self.base, entry.base).items() if key not in mine)
        return any(isinstance(cell, dict) and is_yes(cell.get("same_as_above")) for cell in cells)

    def _where(self, own: Route | None, base: Route | None) -> tuple[Branch, Route]:
        """Return the file in which something stands first of all, and its route there."""
        if own is not None:
            return self.own, own
        assert base is not None  # one of both is there
        return self.base, base

    def _row(self, own: Route | None, base: Route | None, to: Route) -> Any:
        """Return one row: what the roadmap names in the place of the base's, and what row of the base it serves."""
        branch, route = self._where(own, base)
        if not isinstance(branch.tree.value(route), dict):
            return branch.take(route, to)
        branch.place(route, to)
        mine, given = _record(self.own, own), _record(self.base, base)
        row: dict[str, Any] = {}
        for key in [*given, *(key for key in mine if key not in given)]:
            if key not in _ORDERS:
                in_own = (*own, key) if own and key in mine else None
                in_base = (*base, key) if base and key in given else None
                row[key] = self._cell(key, in_own, in_base, (*to, key))
            if key == "id" and base and given["id"]:
                row["serves"] = given["id"]
                self.base.note((*base, "id"), (*to, "serves"))
        if base and given.get("id") and "serves" in mine:
            named = row["serves"]
            row["serves"] = [*(named if isinstance(named, list) else [named]), given["id"]]
        return row

    def _cell(self, key: str, own: Route | None, base: Route | None, to: Route) -> Any:
        branch, route = self._where(own, base)
        if key in WORDS and isinstance(branch.tree.value(route), list):
            return self.merged(own, base, to)
        return self.roles.take(branch, route, to) if key == "owners" else branch.take(route, to)

    def _entries(self, own: Route | None, base: Route | None) -> list[Entry]:
        """Return the rows of both lists: those of the base in its order, then the new ones."""
        given = {at: _id(item) for at, item in enumerate(self.base.tree.value(base) if base else ())}
        siblings = {name for name in given.values() if name}
        changed: dict[str, Entry] = {}
        new: list[Entry] = []
        for at, item in enumerate(self.own.tree.value(own) if own else ()):
            assert own is not None  # it has items
            entry = self._entry((*own, at), item)
            if (problem := self._misfit(entry, item, siblings, own)) is not None:
                self.problems.append(problem)
            elif entry.id in siblings:
                assert entry.id is not None  # it is a sibling's
                changed[entry.id] = entry
                self.overridden[entry.id] = (*own, at)
            else:
                new.append(entry)
        old = [self._of_base(changed.get(name or ""), name, (*(base or ()), at)) for at, name in given.items()]
        return [*old, *new]

    @staticmethod
    def _of_base(change: Entry | None, name: str | None, route: Route) -> Entry:
        return change._replace(base=route) if change else Entry(name, None, route)

    def _entry(self, route: Route, item: Any) -> Entry:
        after = item.get("after") if isinstance(item, dict) else None
        removed = isinstance(item, dict) and "removed" in item
        return Entry(_id(item), route, None, after if isinstance(after, str) else None, removed)

    def _misfit(self, entry: Entry, item: Any, siblings: set[str], own: Route) -> Diagnostic | None:
        """Return what is wrong with a row that changes one of the base, or should; none for a new one."""
        assert entry.own is not None  # it stands in the roadmap
        tree, base = self.own.tree, self.tree.base
        if not isinstance(item, dict) or (entry.id is None and not entry.is_removed):
            return None
        if entry.id is not None and entry.id in siblings:
            if entry.id in self.overridden:
                return misfits.twice(tree, entry.own, entry.id, self.overridden[entry.id])
            return misfits.bad_removal(tree, entry.own, item) if entry.is_removed else None
        if entry.id in base.ids:
            return misfits.elsewhere(tree, base, entry.own, entry.id)
        if entry.is_removed or WORDS[str(own[-1])] not in item:
            return misfits.unknown(tree, base, entry.own, entry.id)
        return None

    def _remove(self, entry: Entry) -> None:
        assert entry.own is not None  # the roadmap says so
        given, mine = _record(self.base, entry.base), _record(self.own, entry.own)
        words = given.get("activity") or given.get("title") or ""
        self.tree.removed.append(Removed(entry.id or "", str(words), str(mine["removed"])))


def _record(branch: Branch, route: Route | None) -> dict[str, Any]:
    value = branch.tree.value(route) if route else None
    return value if isinstance(value, dict) else {}


def _id(item: Any) -> str | None:
    name = item.get("id") if isinstance(item, dict) else None
    return name if isinstance(name, str) and name else None
