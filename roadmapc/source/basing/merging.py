"""Two trees → one: the records at the top key by key, the rows by their ids."""

from __future__ import annotations

from typing import Any

from roadmapc.diagnostics import Diagnostic, Route
from roadmapc.source.basing.base_plan import BasePlan
from roadmapc.source.basing.grafting import Branch
from roadmapc.source.basing.merged_tree import MergedTree
from roadmapc.source.basing.roles import Roles
from roadmapc.source.basing.rows import Rows
from roadmapc.source.tree import Tree

_KEY_BY_KEY = frozenset({("document",), ("passport",), ("owners",), ("table",), ("table", "columns"), ("calendar",)})
"""Records of which a roadmap changes single keys; any other value of the base it replaces as a whole."""


def merged(tree: Tree, base: BasePlan) -> tuple[MergedTree | None, list[Diagnostic]]:
    """Return the tree of a roadmap with its base merged in, or what does not fit."""
    merger = _Merger(tree, base)
    merger.tree.data = merger.record((), (), ())
    problems = [*merger.roles.problems(), *merger.rows.problems]
    return (None, problems) if problems else (merger.tree.without_what_is_left_out(), [])


class _Merger:
    def __init__(self, own: Tree, base: BasePlan) -> None:
        assert base.tree is not None  # it is usable
        self.tree = MergedTree.of(own, base)
        self.own = Branch(own, self.tree, 0)
        self.base = Branch(base.tree, self.tree, 1)
        self.roles = Roles(own, base.tree)
        self.rows = Rows(self.tree, self.own, self.base, self.roles)

    def record(self, own: Route, base: Route, to: Route) -> dict[str, Any]:
        """Return a record of both: what the roadmap names stands in the place of the base's."""
        self.own.place(own, to)
        mine, given = self.own.tree.value(own), self.base.tree.value(base)
        keys = [*mine, *(key for key in given if key not in mine)]
        return {
            key: self._value((*own, key), (*base, key), (*to, key), in_own=key in mine, in_base=key in given)
            for key in keys
            if not self._is_left_out(key, to, in_own=key in mine)
        }

    def _is_left_out(self, key: str, to: Route, *, in_own: bool) -> bool:
        """Say whether a key of the base is none of the roadmap's: its version, and roles that others play."""
        return not in_own and ((to, key) == ((), "base") or (to == ("owners",) and self.roles.is_played(key)))

    def _value(self, own: Route, base: Route, to: Route, *, in_own: bool, in_base: bool) -> Any:
        mine = self.own.tree.value(own) if in_own else None
        given = self.base.tree.value(base) if in_base else None
        if to == ("sections",) and isinstance(mine if in_own else given, list):
            return self.rows.merged(own if in_own else None, base if in_base else None, to)
        if to == ("waivers",) and isinstance(mine, list) and isinstance(given, list):
            return self._both(own, base, to, len(mine), len(given))
        if in_own and in_base and to in _KEY_BY_KEY and isinstance(mine, dict) and isinstance(given, dict):
            return self.record(own, base, to)
        branch, route = (self.own, own) if in_own else (self.base, base)
        return branch.take(route, to)

    def _both(self, own: Route, base: Route, to: Route, n: int, more: int) -> list[Any]:
        """Return two lists as one; the roadmap's own items keep their places in it."""
        self.own.place(own, to)
        mine = [self.own.take((*own, at), (*to, at)) for at in range(n)]
        return [*mine, *(self.base.take((*base, at), (*to, n + at)) for at in range(more))]
